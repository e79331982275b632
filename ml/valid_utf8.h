// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/json_object.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace nefes::ml {

/// The text with U+FFFD in place of what is no UTF-8, such as the names of old files.
[[nodiscard]] inline std::string validUtf8(std::string_view text)
{
    return nlohmann::json::parse(jsonText(std::string(text))).get<std::string>();
}

} // namespace nefes::ml
