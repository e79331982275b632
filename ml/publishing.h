// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/model_package.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nefes::ml {

/// What people decide on when a trained package is published.
struct Publication {
    std::string id, version;
    LocalisedText title;
    std::vector<ModelLabel> labels; ///< those of the package, with other names and thresholds
    LocalisedText card;             ///< Markdown
};

/// Why nobody should be shown a model's scores, by the images kept for checking it.
struct ModelDoubts {
    bool isNoBetterThanChance = false;   ///< the interval of the macro AUC includes 0.5
    std::vector<std::string> neverFound; ///< ids of labels whose images it never names
    [[nodiscard]] bool isEmpty() const { return !isNoBetterThanChance && neverFound.empty(); }
};

/// From the metrics of the test part, where there is none of the validation part, in the
/// description; none are known, none are told.
[[nodiscard]] ModelDoubts doubtsAbout(const ModelDescription& model);

/// The publication that leaves a package as it is; a card that is missing is empty.
/// openModelPackage's codes; FileUnreadable, FileTooLarge: a card.
[[nodiscard]] Result<Publication> publicationOf(const std::filesystem::path& package);

/// The card with title, labels and thresholds of the publication; other parts stay.
[[nodiscard]] Result<LocalisedText> refreshedCard(const std::filesystem::path& package,
                                                  const Publication& publication);

/// Writes a copy of a package with what was decided; weights, splits, statistics and training cases
/// stay. A threshold outside its indeterminate zone removes the zone. The disclaimer is put back
/// into a card that has lost it. InvalidArgument for a wrong id, an empty title or other labels;
/// openModelPackage's codes; FileTooLarge: a card; WriteFailed, DiskFull.
[[nodiscard]] Result<void> writePublication(const std::filesystem::path& package,
                                            const Publication& publication,
                                            const std::filesystem::path& folder);

} // namespace nefes::ml
