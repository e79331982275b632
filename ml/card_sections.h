// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/card_writer.h"
#include "ml/recipe.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace nefes::ml {

/// The tables of an evaluation (the object of the contracts).
void writeCardMetrics(CardWriter& card, const nlohmann::json& metrics);

/// The card without the section of this heading, "\n## Name\n"; unchanged where it has none.
[[nodiscard]] std::string withoutSection(std::string card, const std::string& heading);

/// The card with sections before its limits; `limits` is their heading, "\n## Limits\n".
[[nodiscard]] std::string withSection(std::string card, const std::string& section,
                                      const std::string& limits);

/// What is measured of a model after its training.
enum class LaterMeasurement {
    Shortcuts, ///< of testShortcuts
    Unseen,    ///< an evaluation of a model of the same recipe on sources that it has not seen
};

/// Writes a measurement into a package: under metrics.shortcuts or metrics.unseen in model.json,
/// and as a section of both cards before their limits; an earlier one is replaced. Weights stay.
/// The package is replaced whole or stays whole. InvalidArgument when the object is not of that
/// kind; openModelPackage's codes; FileNotFound, FileUnreadable, FileTooLarge: a card; WriteFailed,
/// DiskFull.
[[nodiscard]] Result<void> recordMeasurement(const std::filesystem::path& package,
                                             LaterMeasurement kind, const nlohmann::json& values);

} // namespace nefes::ml
