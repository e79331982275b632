// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decoding.h"

#include "core/base/digest.h"
#include "core/base/files.h"

#include "ml/lungs.h"

#include "app/output.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace nefes::app {

ml::DecodingTools decodingTools(const CommandContext& context, int threads)
{
    const auto cores = static_cast<int>(std::thread::hardware_concurrency());
    return {*context.reader, *context.operations, std::max(1, threads > 0 ? threads : cores)};
}

Result<ml::DecodingTools> decodingTools(const CommandContext& context, int threads,
                                        const ml::InputSpecification& input)
{
    ml::DecodingTools tools = decodingTools(context, threads);
    if (input.area == ml::InputArea::Lungs) {
        NEFES_TRY(const auto backend, ml::loadBackend());
        // The files are decoded side by side already.
        backend->setThreads(1);
        const auto file = context.folders.resources / ml::kLungFinderFile;
        NEFES_TRY(tools.lungs, backend->loadLungFinder(file));
        NEFES_TRY(tools.lungsSha256, sha256OfFile(file));
    }
    return tools;
}

Result<JudgedData> judgeData(const std::string& model, const std::string& device, int threads,
                             const ml::EvaluationRequest& request, const CommandContext& context)
{
    NEFES_TRY(const auto folder, context.models->find(model));
    NEFES_TRY(auto classifier,
              context.loadClassifier(
                  {.model = model,
                   .device = ml::deviceChoiceFromName(device).value_or(ml::DeviceChoice::Auto),
                   .threads = threads}));
    NEFES_TRY(auto evaluation,
              ml::evaluate(*classifier, folder, request, *context.reader, {}, context.stop));
    printUnreadable(evaluation.unreadable);
    return JudgedData{std::move(classifier), std::move(evaluation)};
}

void printUnreadable(const std::vector<ml::UnreadableFile>& files)
{
    for (const ml::UnreadableFile& file : files) {
        printError(toUtf8(file.path), file.error);
    }
}

} // namespace nefes::app
