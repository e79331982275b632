// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/judged_images.h"

#include <algorithm>
#include <optional>

namespace nefes::ml {
namespace {

Judgements pick(const Judgements& all, const std::vector<std::size_t>& images)
{
    Judgements part;
    part.classes = all.classes;
    const std::size_t step = all.classes.size();
    for (const std::size_t image : images) {
        for (std::size_t label = 0; label < step; ++label) {
            part.probabilities.push_back(all.probabilities[image * step + label]);
        }
        part.truth.push_back(all.truth[image]);
        part.patients.push_back(image < all.patients.size() ? all.patients[image] : std::string());
    }
    return part;
}

/// A class against the negative one among the images of these two, or everything else against it:
/// two classes, the second is what is looked for.
Judgements againstNegative(const Judgements& all, std::size_t negative,
                           std::optional<std::size_t> label)
{
    constexpr double kNothing = 1e-12;
    Judgements two;
    two.classes = {"negative", "positive"};
    const std::size_t step = all.classes.size();
    for (std::size_t i = 0; i < all.truth.size(); ++i) {
        const auto truth = static_cast<std::size_t>(all.truth[i]);
        if (label && truth != negative && truth != *label) {
            continue;
        }
        const double below = all.probabilities[i * step + negative];
        const double above = label ? all.probabilities[i * step + *label] : 1.0 - below;
        const double sum = std::max(below + above, kNothing);
        two.probabilities.push_back(below / sum);
        two.probabilities.push_back(above / sum);
        two.truth.push_back(truth == negative ? 0 : 1);
        two.patients.push_back(i < all.patients.size() ? all.patients[i] : std::string());
    }
    return two;
}

/// {"any": {"images", "auc", "auc_ci"}, "<label>": …}; empty without a negative class.
nlohmann::json aucsAgainstNegative(const Judgements& all, const std::string& negativeLabel)
{
    nlohmann::json result = nlohmann::json::object();
    const auto negative = std::ranges::find(all.classes, negativeLabel);
    if (negative == all.classes.end()) {
        return result;
    }
    const auto place = static_cast<std::size_t>(negative - all.classes.begin());
    const auto add = [&](const std::string& name, std::optional<std::size_t> label) {
        const auto metrics = metricsToJson(computeMetrics(againstNegative(all, place, label)), {});
        const nlohmann::json& positive = metrics.at("classes").at(1);
        result[name] = {{"images", metrics.at("images")},
                        {"auc", positive.at("auc")},
                        {"auc_ci", positive.at("auc_ci")}};
    };
    add("any", std::nullopt);
    for (std::size_t label = 0; label < all.classes.size(); ++label) {
        if (label != place) {
            add(all.classes[label], label);
        }
    }
    return result;
}

} // namespace

nlohmann::json judgedImagesToJson(const JudgedImages& images, const ModelDescription& model)
{
    std::vector<std::pair<std::string, std::optional<double>>> thresholds;
    thresholds.reserve(model.labels.size());
    for (const ModelLabel& label : model.labels) {
        thresholds.emplace_back(label.id, label.threshold);
    }
    nlohmann::json json = metricsToJson(computeMetrics(images.judgements), thresholds);
    if (model.labels.size() > 2) {
        json["against_negative"] = aucsAgainstNegative(images.judgements, model.negativeLabel);
    }
    nlohmann::json groups = nlohmann::json::object();
    for (const auto& [column, values] : images.columns) {
        std::map<std::string, std::vector<std::size_t>> members;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!values[i].empty()) {
                members[values[i]].push_back(i);
            }
        }
        for (const auto& [value, indices] : members) {
            groups[column][value] =
                metricsToJson(computeMetrics(pick(images.judgements, indices)), thresholds);
        }
    }
    json["groups"] = std::move(groups);
    return json;
}

void chooseThresholds(ModelDescription& model, const JudgedImages& validation)
{
    const std::size_t step = model.labels.size();
    const Judgements& judgements = validation.judgements;
    for (std::size_t label = 0; label < step; ++label) {
        if (model.labels[label].id == model.negativeLabel) {
            continue;
        }
        std::vector<double> scores;
        std::vector<bool> positive;
        for (std::size_t i = 0; i < judgements.truth.size(); ++i) {
            scores.push_back(judgements.probabilities[i * step + label]);
            positive.push_back(judgements.truth[i] == static_cast<int>(label));
        }
        const OperatingPoint point = chooseOperatingPoint(scores, positive);
        model.labels[label].threshold = point.threshold;
        model.labels[label].indeterminate = point.indeterminate;
    }
}

} // namespace nefes::ml
