// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/report.h"

#include "ml/json_object.h"
#include "ml/layer_diagram.h"
#include "ml/metrics.h"
#include "ml/roc.h"
#include "ml/screening.h"
#include "ml/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace nefes::ml {
namespace {

using nlohmann::json;

constexpr std::size_t kWorstErrors = 12;
/// Enough for a smooth curve, little enough for a page that opens at once.
constexpr std::size_t kCurvePoints = 400;

constexpr const char* kHead =
    R"(<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{0}</title><style>
body{{font-family:sans-serif;max-width:1000px;margin:2em auto;padding:0 1em;color:#222}}
table{{border-collapse:collapse;margin:1em 0}}td,th{{border:1px solid #ccc;padding:.3em .6em;text-align:right}}
td:first-child,th:first-child{{text-align:left}}.plots{{display:flex;flex-wrap:wrap;gap:1em}}
.notice{{background:#fff3cd;padding:.6em 1em}}figure{{display:inline-block;margin:.5em;width:220px}}
figure img{{max-width:220px}}figcaption{{font-size:.8em}}</style></head><body><h1>{0}</h1>
<p class="notice">AI estimate, not a diagnosis.</p>
)";

std::string row(const std::vector<std::string>& cells, const char* tag = "td")
{
    std::string text = "<tr>";
    for (const std::string& cell : cells) {
        text += fmt::format("<{0}>{1}</{0}>", tag, escaped(cell));
    }
    return text + "</tr>\n";
}

std::string figuresTable(const json& metrics)
{
    std::string text = "<table>" + row({"measure", "value (95 % interval)"}, "th");
    text += row({"images", std::to_string(metrics.value("images", 0))});
    for (const char* name : {"accuracy", "balanced_accuracy", "macro_auc", "ece", "brier"}) {
        text += row({name, figureText(metrics, name)});
    }
    text += "</table><table>" + row({"class", "images", "precision", "recall", "specificity", "F1",
                                     "AUC", "average precision"},
                                    "th");
    for (const json& one : metrics.at("classes")) {
        text += row({one.value("label", ""), std::to_string(one.value("support", 0)),
                     figureText(one, "precision"), figureText(one, "recall"),
                     figureText(one, "specificity"), figureText(one, "f1"), figureText(one, "auc"),
                     figureText(one, "average_precision")});
    }
    return text + "</table>\n";
}

std::string confusionTable(const json& confusion)
{
    const auto labels = confusion.at("labels").get<std::vector<std::string>>();
    std::vector<std::string> head{"truth \\ predicted"};
    head.insert(head.end(), labels.begin(), labels.end());
    std::string text = "<table>" + row(head, "th");
    for (std::size_t i = 0; i < labels.size(); ++i) {
        std::vector<std::string> cells{labels[i]};
        for (const json& count : confusion.at("matrix")[i]) {
            cells.push_back(std::to_string(count.get<int>()));
        }
        text += row(cells);
    }
    return text + "</table>\n";
}

PlotSeries thinned(PlotSeries series)
{
    const std::size_t step = series.points.size() / kCurvePoints + 1;
    std::vector<std::pair<double, double>> kept;
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        if (i % step == 0 || i + 1 == series.points.size()) {
            kept.push_back(series.points[i]);
        }
    }
    series.points = std::move(kept);
    return series;
}

std::string curves(const Judgements& judgements)
{
    std::vector<PlotSeries> roc;
    std::vector<PlotSeries> precision;
    for (std::size_t label = 0; label < judgements.classes.size(); ++label) {
        const OneClass one = oneClass(judgements, label);
        PlotSeries rocLine{judgements.classes[label], {{0.0, 0.0}}};
        PlotSeries precisionLine{judgements.classes[label], precisionRecallCurve(one)};
        for (const RocPoint& point : rocCurve(one.scores, one.positive)) {
            rocLine.points.emplace_back(1.0 - point.specificity, point.sensitivity);
        }
        roc.push_back(thinned(std::move(rocLine)));
        precision.push_back(thinned(std::move(precisionLine)));
    }
    PlotFrame frame{"ROC, one against the rest", "1 − specificity", "sensitivity"};
    frame.hasDiagonal = true;
    std::string text = linePlot(frame, roc);
    return text + linePlot({"Precision and recall", "recall", "precision"}, precision);
}

std::string reliability(const Judgements& judgements)
{
    PlotSeries line{"top label", {}};
    for (const ReliabilityBin& bin : reliabilityBins(judgements)) {
        line.points.emplace_back(bin.confidence, bin.accuracy);
    }
    PlotFrame frame{"Calibration of the top label", "probability given", "share that was right"};
    frame.hasDiagonal = true;
    return linePlot(frame, {line});
}

/// Loss and accuracy over the epochs, where the package remembers them.
std::string trainingCurves(const ModelDescription& model)
{
    const json history = valueOr(model.training, "history", json::array());
    if (history.size() < 2) {
        return {};
    }
    std::array<PlotSeries, 4> lines{
        {{"training", {}}, {"validation", {}}, {"training", {}}, {"validation", {}}}};
    const std::array<const char*, 4> keys{"train_loss", "validation_loss", "train_accuracy",
                                          "validation_accuracy"};
    double largestLoss = 0.0;
    for (const json& epoch : history) {
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const double value = valueOr(epoch, keys[i], std::nan(""));
            if (std::isfinite(value)) {
                lines[i].points.emplace_back(valueOr(epoch, "epoch", 0), value);
                largestLoss = i < 2 ? std::max(largestLoss, value) : largestLoss;
            }
        }
    }
    PlotFrame loss{"Loss", "epoch", "loss"};
    loss.xLow = 1.0;
    loss.xHigh = static_cast<double>(history.size());
    loss.yHigh = std::max(largestLoss, 1e-6);
    PlotFrame accuracy = loss;
    accuracy.title = "Accuracy";
    accuracy.yLabel = "accuracy";
    accuracy.yHigh = 1.0;
    return linePlot(loss, {lines[0], lines[1]}) + linePlot(accuracy, {lines[2], lines[3]});
}

std::string groupTables(const json& groups)
{
    std::string text;
    for (const auto& [column, values] : groups.items()) {
        text += fmt::format("<h2>By {}</h2><table>", escaped(column));
        text += row({column, "images", "accuracy", "balanced accuracy", "macro AUC", "ECE"}, "th");
        for (const auto& [value, metrics] : values.items()) {
            text += row({value, std::to_string(metrics.value("images", 0)),
                         figureText(metrics, "accuracy"), figureText(metrics, "balanced_accuracy"),
                         figureText(metrics, "macro_auc"), figureText(metrics, "ece")});
        }
        text += "</table>\n";
    }
    return text;
}

std::string errorGallery(const Evaluation& evaluation, const ReportPicture& picture)
{
    std::string text;
    for (const JudgedFile* file : worstErrors(evaluation, kWorstErrors)) {
        const std::string encoded = picture ? picture(*file) : std::string();
        text += "<figure>";
        if (!encoded.empty()) {
            text += fmt::format("<img alt=\"\" src=\"data:image/png;base64,{}\">", encoded);
        }
        const auto top = std::max_element(
            file->prediction.scores.begin(), file->prediction.scores.end(),
            [](const Score& a, const Score& b) { return a.probability < b.probability; });
        text += fmt::format("<figcaption>{}<br>truth {}, predicted {} ({:.2f})</figcaption>"
                            "</figure>\n",
                            escaped(file->file), escaped(file->truth),
                            escaped(file->prediction.topLabel), top->probability);
    }
    return text.empty() ? "<p>None.</p>" : text;
}

} // namespace

std::vector<const JudgedFile*> worstErrors(const Evaluation& evaluation, std::size_t count)
{
    std::vector<std::pair<double, const JudgedFile*>> errors;
    for (const JudgedFile& file : evaluation.files) {
        if (file.prediction.topLabel == file.truth) {
            continue;
        }
        for (const Score& score : file.prediction.scores) {
            if (score.label == file.prediction.topLabel) {
                errors.emplace_back(score.probability, &file);
            }
        }
    }
    std::stable_sort(errors.begin(), errors.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<const JudgedFile*> result;
    for (std::size_t i = 0; i < std::min(count, errors.size()); ++i) {
        result.push_back(errors[i].second);
    }
    return result;
}

std::string reportHtml(const Evaluation& evaluation, const ModelDescription& model,
                       const ReportPicture& picture)
{
    const json metrics = evaluationToJson(evaluation, model);
    std::string text = fmt::format(
        kHead, escaped(fmt::format("{} ({} {})", model.title.en, model.id, model.version)));
    text +=
        fmt::format("<p>{} images judged, {} of them turned away by the input check and counted "
                    "all the same; {} unreadable.</p>",
                    evaluation.files.size(), evaluation.refused, evaluation.unreadable.size());
    text += "<h2>Figures</h2>" + figuresTable(metrics);
    text += "<h2>Confusion matrix</h2>" + confusionTable(metrics.at("confusion"));
    text += "<h2>Curves</h2><div class=\"plots\">" + curves(evaluation.images.judgements) +
            reliability(evaluation.images.judgements) + trainingCurves(model) + "</div>\n";
    text += groupTables(metrics.at("groups"));
    text += "<h2>Worst errors</h2>" + errorGallery(evaluation, picture);
    if (model.secondNetwork) {
        text += "<p>Two networks judge together: figures are of both, training curves, layers and "
                "heatmaps of the first.</p>";
    }
    text += "<h2>Layers</h2>" +
            layerDiagram(model.network, model.input, model.outputs).value_or(std::string());
    return text + "</body></html>\n";
}

} // namespace nefes::ml
