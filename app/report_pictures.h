// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/classifier.h"
#include "ml/report.h"

#include "app/command_context.h"

namespace nefes::app {

/// Small pictures with the map of the predicted label over them. Context and classifier must
/// outlive it.
[[nodiscard]] ml::ReportPicture reportPictures(const CommandContext& context,
                                               ml::Classifier& classifier);

} // namespace nefes::app
