// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/csv.h"
#include "ml/evaluation.h"
#include "ml/metrics.h"

#include <fmt/format.h>

namespace nefes::ml {
namespace {

using nlohmann::json;

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
        text += fmt::format("{:<18} {}\n", name, figureText(metrics, key));
    }
    text += fmt::format("\n{:<18} {:>7} {:>9} {:>21} {:>21} {:>6} {:>21} {:>6}\n", "class",
                        "support", "precision", "recall", "specificity", "F1", "AUC", "AP");
    for (const json& one : metrics.at("classes")) {
        text += fmt::format("{:<18} {:>7} {:>9} {:>21} {:>21} {:>6} {:>21} {:>6}\n",
                            one.value("label", ""), one.value("support", 0),
                            figureText(one, "precision"), figureText(one, "recall"),
                            figureText(one, "specificity"), figureText(one, "f1"),
                            figureText(one, "auc"), figureText(one, "average_precision"));
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
