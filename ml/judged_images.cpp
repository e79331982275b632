// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/judged_images.h"

#include <set>

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

} // namespace

nlohmann::json judgedImagesToJson(const JudgedImages& images, const ModelDescription& model)
{
    std::vector<std::pair<std::string, std::optional<double>>> thresholds;
    for (const ModelLabel& label : model.labels) {
        thresholds.emplace_back(label.id, label.threshold);
    }
    nlohmann::json json = metricsToJson(computeMetrics(images.judgements), thresholds);
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

} // namespace nefes::ml
