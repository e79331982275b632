// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/input_specification.h"
#include "ml/recipe.h"

#include <nlohmann/json.hpp>

#include <string>

namespace nefes::ml {

/// The parts that recipes, model packages and sample stores share. Errors carry `code` and name the
/// field below `path`.
[[nodiscard]] Result<InputSpecification> inputFromJson(const nlohmann::json& json,
                                                       const std::string& path, ErrorCode code);
[[nodiscard]] nlohmann::json inputToJson(const InputSpecification& input);

[[nodiscard]] Result<LocalisedText> localisedTextFromJson(const nlohmann::json& json,
                                                          const std::string& path, ErrorCode code);
[[nodiscard]] nlohmann::json localisedTextToJson(const LocalisedText& text);

} // namespace nefes::ml
