// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis_output.h"

#include "core/base/files.h"

#include "ml/csv.h"

#include "app/output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace nefes::app {
namespace {

using Json = nlohmann::ordered_json;

/// Decimals that mean something; JSON prints the shortest number.
double rounded(double value, double digits)
{
    const double scale = std::pow(10.0, digits);
    return std::round(value * scale) / scale;
}

const char* statusOf(const ClassifiedFile& file)
{
    if (file.error || !file.analysis) {
        return "error";
    }
    return file.analysis->prediction.inputCheck.isSupported ? "ok" : "rejected";
}

Json scoresToJson(const ml::Prediction& prediction)
{
    Json scores = Json::array();
    for (const ml::Score& score : prediction.scores) {
        scores.push_back(
            {{"label", score.label},
             {"probability", rounded(score.probability, 6)},
             {"threshold", score.threshold ? Json(*score.threshold) : Json()},
             {"decision", score.decision ? Json(ml::decisionName(*score.decision)) : Json()}});
        if (score.band) {
            scores.back()["band"] = {rounded(score.band->first, 6), rounded(score.band->second, 6)};
        }
    }
    return scores;
}

Json similarToJson(const ml::Prediction& prediction)
{
    Json cases = Json::array();
    for (const ml::SimilarCase& one : prediction.similar) {
        cases.push_back(
            {{"label", one.label}, {"source", one.source}, {"distance", rounded(one.distance, 4)}});
    }
    return cases;
}

void addHeatmap(Json& line, const ClassifiedFile& file)
{
    if (!file.heatmap || !file.analysis || !file.analysis->heatmap) {
        return;
    }
    const ml::Heatmap& heatmap = *file.analysis->heatmap;
    line["heatmap"] = toUtf8(file.heatmap->overlay);
    line["heatmap_map"] = toUtf8(file.heatmap->map);
    line["heatmap_label"] = heatmap.label;
    line["heatmap_method"] = heatmap.method;
    if (const auto& energy = heatmap.energyInLungs) {
        line["heatmap_energy_in_lungs"] = rounded(*energy, 4);
    }
}

} // namespace

AnalysisPrinter::AnalysisPrinter(std::string format, std::string language,
                                 const ml::ModelDescription& model)
    : m_format(std::move(format))
    , m_language(std::move(language))
    , m_model(model)
{
    if (m_format == "csv") {
        std::string header = "path,status,frame,prediction";
        for (const ml::ModelLabel& label : m_model.labels) {
            header += "," + ml::csvField(label.id);
        }
        printOutput("{},uncertainty,outlier_score,reason,error\n", header);
    }
}

void AnalysisPrinter::print(const std::string& path, const ClassifiedFile& file) const
{
    if (m_format == "csv") {
        printCsv(path, file);
    } else if (m_format == "text") {
        printText(path, file);
    } else {
        printJson(path, file);
    }
}

void AnalysisPrinter::printJson(const std::string& path, const ClassifiedFile& file) const
{
    Json line = {{"path", path}, {"status", statusOf(file)}, {"frame", 0}};
    if (file.error || !file.analysis) {
        line["error"] = errorToJson(file.error.value_or(Error{}));
        printLine(line);
        return;
    }
    const ml::Prediction& prediction = file.analysis->prediction;
    line["model"] = ml::modelIdentity(m_model);
    line["device"] = file.analysis->device;
    line["scores"] = scoresToJson(prediction);
    line["prediction"] = prediction.topLabel;
    line["uncertainty"] = rounded(prediction.uncertainty, 4);
    const ml::InputCheck& check = prediction.inputCheck;
    line["input_check"] = {{"is_supported", check.isSupported},
                           {"outlier_score", rounded(check.outlierScore, 4)},
                           {"reason", check.reason.empty() ? Json() : Json(check.reason)}};
    if (!prediction.similar.empty()) {
        line["similar"] = similarToJson(prediction);
    }
    addHeatmap(line, file);
    const ml::AnalysisTiming& timing = file.analysis->timing;
    line["timing_ms"] = {{"decode", rounded(file.decodeMs, 2)},
                         {"preprocess", rounded(timing.preprocessMs, 2)},
                         {"inference", rounded(timing.inferenceMs, 2)},
                         {"heatmap", rounded(timing.heatmapMs, 2)}};
    printLine(line);
}

void AnalysisPrinter::printCsv(const std::string& path, const ClassifiedFile& file) const
{
    std::string row = fmt::format("{},{},0", ml::csvField(path), statusOf(file));
    if (file.error || !file.analysis) {
        row += "," + std::string(m_model.labels.size(), ',') + ",,,,";
        const Error error = file.error.value_or(Error{});
        printOutput("{}{}\n", row, ml::csvField(std::string(errorCodeName(error.code))));
        return;
    }
    const ml::Prediction& prediction = file.analysis->prediction;
    row += "," + ml::csvField(prediction.topLabel);
    for (const ml::Score& score : prediction.scores) {
        row += fmt::format(",{:.6f}", score.probability);
    }
    printOutput("{},{:.4f},{:.4f},{},\n", row, prediction.uncertainty,
                prediction.inputCheck.outlierScore, ml::csvField(prediction.inputCheck.reason));
}

const char* AnalysisPrinter::words(const char* english, const char* turkish) const
{
    return m_language == "tr" ? turkish : english;
}

void AnalysisPrinter::printText(const std::string& path, const ClassifiedFile& file) const
{
    printOutput("{}\n", path);
    if (file.error || !file.analysis) {
        const Error error = file.error.value_or(Error{});
        printOutput("  {}: {} ({})\n", words("error", "hata"), errorCodeName(error.code),
                    error.detail);
        return;
    }
    const ml::Prediction& prediction = file.analysis->prediction;
    if (!prediction.inputCheck.isSupported) {
        printOutput(
            "  {} ({})\n",
            words("the model must not judge this image", "model bu görüntüyü değerlendirmemeli"),
            prediction.inputCheck.reason);
    }
    for (const ml::Score& score : prediction.scores) {
        const auto label = std::ranges::find(m_model.labels, score.label, &ml::ModelLabel::id);
        const std::string& name = m_language == "tr" ? label->name.tr : label->name.en;
        const auto percent = [this](double probability) {
            return m_language == "tr" ? fmt::format("%{:.0f}", 100.0 * probability)
                                      : fmt::format("{:.0f} %", 100.0 * probability);
        };
        std::string line = percent(score.probability);
        if (score.band) {
            line +=
                fmt::format(" ({}–{})", percent(score.band->first), percent(score.band->second));
        }
        if (score.decision == ml::Decision::Above) {
            line += words(", above threshold", ", eşiğin üstünde");
        } else if (score.decision == ml::Decision::Below) {
            line += words(", below threshold", ", eşiğin altında");
        } else if (score.decision == ml::Decision::Indeterminate) {
            line += words(", indeterminate", ", belirsiz");
        }
        printOutput("  {}: {}\n", name, line);
    }
    if (file.heatmap && file.analysis->heatmap) {
        printOutput("  {}: {}\n", words("heatmap", "ısı haritası"), toUtf8(file.heatmap->overlay));
        if (const auto& energy = file.analysis->heatmap->energyInLungs) {
            printOutputText(
                fmt::format(fmt::runtime(words("  {:.0f} % of the map lies inside the lungs\n",
                                               "  haritanın %{:.0f} kadarı akciğerlerin içinde\n")),
                            100.0 * *energy));
        }
        if (m_model.secondNetwork) {
            printOutput("  {}\n",
                        words("the model judges with two networks; the map is the first one's",
                              "model iki ağla değerlendirir; harita birincisinindir"));
        }
    }
    printOutput("  {} {} ({}). {}\n", m_model.id, m_model.version, file.analysis->device,
                words("AI estimate, not a diagnosis.", "Yapay zekâ tahminidir, tanı değildir."));
}

} // namespace nefes::app
