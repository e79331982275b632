// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/csv.h"
#include "ml/evaluation.h"

#include <fmt/format.h>

namespace nefes::ml {
namespace {

using nlohmann::json;

/// "0.912 (0.880–0.934)", or a dash.
std::string figure(const json& metrics, const std::string& name)
{
    const json value = metrics.value(name, json());
    if (!value.is_number()) {
        return "–";
    }
    const json interval = metrics.value(name + "_ci", json());
    if (!interval.is_array() || interval.size() != 2 || !interval[0].is_number() ||
        !interval[1].is_number()) {
        return fmt::format("{:.3f}", value.get<double>());
    }
    return fmt::format("{:.3f} ({:.3f}–{:.3f})", value.get<double>(), interval[0].get<double>(),
                       interval[1].get<double>());
}

std::string confusionText(const json& confusion)
{
    std::string text = fmt::format("{:<18}", "truth \\ predicted");
    const json& labels = confusion.at("labels");
    for (const json& label : labels) {
        text += fmt::format(" {:>14}", label.get<std::string>());
    }
    text += "\n";
    for (std::size_t row = 0; row < labels.size(); ++row) {
        text += fmt::format("{:<18}", labels[row].get<std::string>());
        for (const json& count : confusion.at("matrix")[row]) {
            text += fmt::format(" {:>14}", count.get<int>());
        }
        text += "\n";
    }
    return text;
}

std::string metricsText(const json& metrics)
{
    std::string text = fmt::format("images             {}\n", metrics.value("images", 0));
    for (const auto& [name, key] :
         {std::pair{"accuracy", "accuracy"}, std::pair{"balanced accuracy", "balanced_accuracy"},
          std::pair{"macro AUC", "macro_auc"}, std::pair{"ECE", "ece"},
          std::pair{"Brier", "brier"}}) {
        text += fmt::format("{:<18} {}\n", name, figure(metrics, key));
    }
    text += fmt::format("\n{:<18} {:>7} {:>9} {:>21} {:>21} {:>6} {:>21} {:>6}\n", "class",
                        "support", "precision", "recall", "specificity", "F1", "AUC", "AP");
    for (const json& one : metrics.at("classes")) {
        text +=
            fmt::format("{:<18} {:>7} {:>9} {:>21} {:>21} {:>6} {:>21} {:>6}\n",
                        one.value("label", ""), one.value("support", 0), figure(one, "precision"),
                        figure(one, "recall"), figure(one, "specificity"), figure(one, "f1"),
                        figure(one, "auc"), figure(one, "average_precision"));
    }
    return text + "\n" + confusionText(metrics.at("confusion"));
}

} // namespace

std::string evaluationToText(const json& evaluation)
{
    const json& model = evaluation.at("model");
    std::string text = fmt::format("model              {} {}\n", model.value("id", ""),
                                   model.value("version", ""));
    text += fmt::format("refused            {}\n", evaluation.value("refused", 0));
    text += metricsText(evaluation);
    for (const auto& [column, values] : evaluation.at("groups").items()) {
        for (const auto& [value, metrics] : values.items()) {
            text += fmt::format("\n== {}: {} ==\n", column, value) + metricsText(metrics);
        }
    }
    return text;
}

std::string predictionsToCsv(const Evaluation& evaluation, const ModelDescription& model)
{
    std::string text = "file,truth,prediction";
    for (const ModelLabel& label : model.labels) {
        text += "," + csvField("p_" + label.id);
    }
    text += ",uncertainty,outlier_score,rejected\n";
    for (const JudgedFile& file : evaluation.files) {
        text += fmt::format("{},{},{}", csvField(file.file), csvField(file.truth),
                            csvField(file.prediction.topLabel));
        for (const Score& score : file.prediction.scores) {
            text += fmt::format(",{:.6f}", score.probability);
        }
        text += fmt::format(",{:.6f},{:.6f},{}\n", file.prediction.uncertainty,
                            file.prediction.inputCheck.outlierScore,
                            csvField(file.prediction.inputCheck.reason));
    }
    return text;
}

} // namespace nefes::ml
