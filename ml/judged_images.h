// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/metrics.h"
#include "ml/model_package.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace nefes::ml {

/// Judgements together with what is known of each image.
struct JudgedImages {
    Judgements judgements;
    std::map<std::string, std::vector<std::string>> columns; ///< column → value of each image
};

/// Metrics of all images and, column by column, of those that share a value (the groups of the
/// contracts). Images without a value are in no group. With more than two classes also
/// "against_negative": the AUC of each finding, and of any, against the negative label among the
/// images of the two.
[[nodiscard]] nlohmann::json judgedImagesToJson(const JudgedImages& images,
                                                const ModelDescription& model);

/// Sets threshold and indeterminate zone of every label but the negative one: the operating point
/// (chooseOperatingPoint()) on these images.
void chooseThresholds(ModelDescription& model, const JudgedImages& validation);

} // namespace nefes::ml
