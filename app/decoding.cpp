// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decoding.h"

#include "core/base/files.h"

#include "app/output.h"

#include <algorithm>
#include <thread>

namespace nefes::app {

ml::DecodingTools decodingTools(const CommandContext& context, int threads)
{
    const auto cores = static_cast<int>(std::thread::hardware_concurrency());
    return {*context.reader, *context.operations, std::max(1, threads > 0 ? threads : cores)};
}

void printUnreadable(const std::vector<ml::UnreadableFile>& files)
{
    for (const ml::UnreadableFile& file : files) {
        printError(toUtf8(file.path), file.error);
    }
}

} // namespace nefes::app
