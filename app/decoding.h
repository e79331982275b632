// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/pack.h"

#include "app/command_context.h"

#include <vector>

namespace nefes::app {

/// The program's readers for decoding data sets; 0 threads: all cores. The context must outlive it.
[[nodiscard]] ml::DecodingTools decodingTools(const CommandContext& context, int threads);

/// A line each on standard error.
void printUnreadable(const std::vector<ml::UnreadableFile>& files);

} // namespace nefes::app
