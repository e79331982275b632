// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace nefes::ml {

/// The validation results of several folds put together: their confusion matrices are added up, so
/// that every image counts once.
class FoldSummary
{
public:
    /// Validation metrics of the next fold, as TrainingOutcome has them. Null is passed over, and
    /// so is what a file has without a confusion matrix of the same classes: false.
    bool add(const nlohmann::json& metrics);

    /// folds (accuracy and AUC of each), accuracy, confusion, classes (label, precision, recall).
    [[nodiscard]] nlohmann::json toJson() const;
    [[nodiscard]] std::string toText() const;

private:
    std::vector<std::string> m_labels;
    std::vector<std::vector<int>> m_confusion;
    nlohmann::json m_folds = nlohmann::json::array();
};

} // namespace nefes::ml
