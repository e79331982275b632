// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace nefes::ml {

/// What a model said of labelled images. Row i is one image.
struct Judgements {
    std::vector<std::string> classes;
    std::vector<double> probabilities; ///< [images, classes]
    std::vector<int> truth;            ///< index into classes
    std::vector<std::string> patients; ///< empty text: a patient of its own
};

/// 95 %; both NaN where not defined.
struct Interval {
    double low = 0.0, high = 0.0;
};

/// One class against the rest; NaN where not defined (no image of the class, or of the others).
struct ClassMetrics {
    std::string label;
    int support = 0;
    double precision = 0.0, recall = 0.0, specificity = 0.0, f1 = 0.0;
    double auc = 0.0, averagePrecision = 0.0;
    Interval recallInterval, specificityInterval, aucInterval;
};

/// The predicted class is the one with the highest probability. Macro AUC is the plain mean of the
/// classes for which it is defined. ECE: 15 bins of equal width over the top probability (Guo et
/// al., ICML 2017). Brier: sum over classes, mean over images.
struct Metrics {
    int images = 0;
    double accuracy = 0.0, balancedAccuracy = 0.0, macroAuc = 0.0, ece = 0.0, brier = 0.0;
    Interval accuracyInterval, balancedAccuracyInterval, macroAucInterval;
    std::vector<std::string> labels;
    std::vector<std::vector<int>> confusion; ///< [truth][predicted]
    std::vector<ClassMetrics> classes;
};

/// Intervals come from 1,000 bootstrap draws over patients with a fixed seed; 0 draws: NaN.
[[nodiscard]] Metrics computeMetrics(const Judgements& judgements, int bootstrapDraws = 1000);

/// As the contracts have it; thresholds by label where known. NaN becomes null.
[[nodiscard]] nlohmann::json
metricsToJson(const Metrics& metrics,
              const std::vector<std::pair<std::string, std::optional<double>>>& thresholds);

/// "0.912 (0.880–0.934)" of a value in such JSON and its interval under NAME_ci, or a dash.
[[nodiscard]] std::string figureText(const nlohmann::json& metrics, const std::string& name);

/// Area under the ROC curve of scores with weights; ties count half. NaN without both kinds.
[[nodiscard]] double areaUnderRoc(std::span<const double> scores, const std::vector<bool>& positive,
                                  std::span<const double> weights);

/// Sum over thresholds of precision × step of recall.
[[nodiscard]] double averagePrecision(std::span<const double> scores,
                                      const std::vector<bool>& positive);

/// The temperature (0.05–20) with the smallest negative log-likelihood of [n, outputs] logits; one
/// output is the logit of class 1 of two. 1 without images.
[[nodiscard]] double fitTemperature(std::span<const float> logits, int outputs,
                                    std::span<const int> truth);

/// A threshold and the zone around it in which nothing is decided.
struct OperatingPoint {
    double threshold = 0.5;
    std::optional<std::pair<double, double>> indeterminate;
};

/// The threshold with the largest sensitivity + specificity − 1 (Youden, Cancer 1950), in the
/// middle between the scores on both sides. The zone reaches down to where sensitivity is 95 % and
/// up to where specificity is 95 %, at most 0.15 either way. 0.5 without a zone where one kind is
/// missing.
[[nodiscard]] OperatingPoint chooseOperatingPoint(std::span<const double> scores,
                                                  const std::vector<bool>& positive);

} // namespace nefes::ml
