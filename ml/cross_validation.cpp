// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/cross_validation.h"

#include "ml/json_object.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace nefes::ml {
namespace {

using nlohmann::json;

json share(int part, int whole)
{
    return whole > 0 ? json(static_cast<double>(part) / whole) : json();
}

std::string percent(const json& value)
{
    return value.is_number() ? fmt::format("{:.2f} %", 100.0 * value.get<double>()) : "–";
}

} // namespace

bool FoldSummary::add(const json& metrics)
{
    std::vector<std::string> labels;
    std::vector<std::vector<int>> matrix;
    try {
        const json& confusion = metrics.at("confusion");
        labels = confusion.at("labels").get<std::vector<std::string>>();
        matrix = confusion.at("matrix").get<std::vector<std::vector<int>>>();
    } catch (const json::exception&) {
        return false;
    }
    const auto isRow = [&labels](const std::vector<int>& row) {
        return row.size() == labels.size();
    };
    if (labels.empty() || matrix.size() != labels.size() || !std::ranges::all_of(matrix, isRow) ||
        (!m_labels.empty() && labels != m_labels)) {
        return false;
    }
    m_labels = labels;
    m_confusion.resize(m_labels.size(), std::vector<int>(m_labels.size(), 0));
    for (std::size_t row = 0; row < m_labels.size(); ++row) {
        for (std::size_t column = 0; column < m_labels.size(); ++column) {
            m_confusion[row][column] += matrix[row][column];
        }
    }
    m_folds.push_back({{"images", valueOr(metrics, "images", 0)},
                       {"accuracy", orNull(valueOr(metrics, "accuracy", std::nan("")))},
                       {"macro_auc", orNull(valueOr(metrics, "macro_auc", std::nan("")))}});
    return true;
}

json FoldSummary::toJson() const
{
    json classes = json::array();
    int hits = 0;
    int images = 0;
    for (std::size_t label = 0; label < m_labels.size(); ++label) {
        int predicted = 0;
        int support = 0;
        for (std::size_t other = 0; other < m_labels.size(); ++other) {
            predicted += m_confusion[other][label];
            support += m_confusion[label][other];
        }
        const int right = m_confusion[label][label];
        hits += right;
        images += support;
        classes.push_back({{"label", m_labels[label]},
                           {"support", support},
                           {"precision", share(right, predicted)},
                           {"recall", share(right, support)}});
    }
    return {{"folds", m_folds},
            {"images", images},
            {"accuracy", share(hits, images)},
            {"confusion", {{"labels", m_labels}, {"matrix", m_confusion}}},
            {"classes", std::move(classes)}};
}

std::string FoldSummary::toText() const
{
    const json summary = toJson();
    std::string text =
        fmt::format("{} folds, {} images: accuracy {}\n", m_folds.size(),
                    summary.at("images").get<int>(), percent(summary.at("accuracy")));
    for (const json& one : summary.at("classes")) {
        text += fmt::format("{}: recall {}, precision {}\n", one.at("label").get<std::string>(),
                            percent(one.at("recall")), percent(one.at("precision")));
    }
    return text;
}

} // namespace nefes::ml
