// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/model_package.h"
#include "ml/sample_store.h"

#include <string>

namespace nefes::ml {

/// The card in both languages, Markdown: use, labels, data by class and source, metrics with their
/// intervals (model.metrics), limits that the data show, licences. Written from facts alone.
[[nodiscard]] LocalisedText modelCard(const ModelDescription& model, const SampleStore& store);

/// The same card with its title, use, labels and thresholds written anew: for a model that has got
/// another name or operating point. A card without a section about the data stays as it is.
[[nodiscard]] LocalisedText withCardHead(const LocalisedText& card, const ModelDescription& model);

/// The card of a package that has got a second network (joint_network.h): head and results written
/// anew from `model`, what was measured of the first network alone left out, a section about both
/// networks before the limits.
[[nodiscard]] LocalisedText withJointResults(const LocalisedText& card,
                                             const ModelDescription& model,
                                             const ModelDescription& second);

/// The sentence that no card may lack.
[[nodiscard]] LocalisedText disclaimer();

/// The card with that sentence in front where it has lost it.
[[nodiscard]] LocalisedText withDisclaimer(const LocalisedText& card);

/// What every model of this program is for and is not for.
[[nodiscard]] LocalisedText intendedUse();

/// The licences of the images, by source: what the weights inherit.
[[nodiscard]] std::string licenceOf(const SampleStore& store);

} // namespace nefes::ml
