// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/dataset_command.h"

#include "core/base/files.h"

#include "ml/dataset_export.h"
#include "ml/dataset_summary.h"
#include "ml/json_object.h"
#include "ml/splits.h"

#include "app/arguments.h"
#include "app/commands/embed_command.h"
#include "app/decoding.h"
#include "app/output.h"
#include "app/recipe_files.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace nefes::app {
namespace {

struct Arguments {
    std::vector<std::string> data, assignments;
    std::string recipe, output, npz;
    std::string format = "text";
    std::optional<std::uint64_t> seed;
    int threads = 0;
};

/// Data settings and input of a recipe, changed by --set; without one, plain settings.
Result<ml::TrainingRecipe> settingsOf(const Arguments& arguments, const CommandContext& context)
{
    ml::TrainingRecipe recipe;
    recipe.id = "dataset";
    if (!arguments.recipe.empty()) {
        NEFES_TRY(recipe, readRecipe(arguments.recipe, context.folders));
    }
    nlohmann::json json = ml::recipeToJson(recipe);
    for (const std::string& assignment : arguments.assignments) {
        NEFES_CHECK(ml::setRecipeValue(json, assignment));
    }
    if (arguments.seed) {
        json["seed"] = *arguments.seed;
    }
    return ml::recipeFromJson(json);
}

/// The folders with the recipe's selection, mapping and splits.
Result<ml::Dataset> splitDataset(const Arguments& arguments, const ml::TrainingRecipe& recipe,
                                 const CommandContext& context)
{
    NEFES_TRY(auto dataset, ml::gatherDataset(toPaths(arguments.data), recipe.data, context.stop));
    ml::assignSplits(dataset.entries, recipe.data, recipe.seed);
    return dataset;
}

int statusOf(const std::vector<ml::UnreadableFile>& unreadable)
{
    return unreadable.empty() ? kExitDone : kExitSomeFailed;
}

/// Names the files and takes them out of the data set. Splits stay as they were assigned: training
/// assigns them before it knows what can be decoded.
void leaveOut(ml::Dataset& dataset, const std::vector<ml::UnreadableFile>& unreadable)
{
    printUnreadable(unreadable);
    std::set<std::filesystem::path> files;
    for (const ml::UnreadableFile& file : unreadable) {
        files.insert(file.path);
    }
    std::erase_if(dataset.entries,
                  [&files](const ml::DatasetEntry& entry) { return files.contains(entry.path); });
}

/// Decodes every file, or takes it from the cache, to see which of them can be.
Result<std::vector<ml::UnreadableFile>> findUnreadable(const ml::Dataset& dataset,
                                                       const Arguments& arguments,
                                                       const CommandContext& context)
{
    NEFES_TRY(auto packed,
              ml::packThroughCache(dataset, ml::summaryInput(), context.folders.cache / "datasets",
                                   decodingTools(context, arguments.threads), {}, context.stop));
    return std::move(packed.unreadable);
}

Result<int> summarise(const Arguments& arguments, const CommandContext& context)
{
    NEFES_TRY(const auto recipe, settingsOf(arguments, context));
    NEFES_TRY(const auto dataset, splitDataset(arguments, recipe, context));
    NEFES_TRY(const auto packed,
              ml::packThroughCache(dataset, ml::summaryInput(), context.folders.cache / "datasets",
                                   decodingTools(context, arguments.threads), {}, context.stop));
    printUnreadable(packed.unreadable);
    const auto summary = ml::summarise(*packed.store, packed.unreadable.size());
    printOutput("{}", arguments.format == "json" ? ml::jsonText(ml::summaryToJson(summary)) + "\n"
                                                 : ml::summaryToText(summary));
    return statusOf(packed.unreadable);
}

Result<int> pack(const Arguments& arguments, const CommandContext& context)
{
    NEFES_TRY(const auto recipe, settingsOf(arguments, context));
    NEFES_TRY(const auto dataset, splitDataset(arguments, recipe, context));
    NEFES_TRY(const auto tools, decodingTools(context, arguments.threads, recipe.input));
    auto result = ml::packDataset(dataset, recipe.input, pathFromUtf8(arguments.output), tools, {},
                                  context.stop);
    if (!result && isWriteError(result.error())) {
        return fail(result.error().code,
                    fmt::format("{}: {}", arguments.output, result.error().detail));
    }
    NEFES_TRY(const auto packed, std::move(result));
    printUnreadable(packed.unreadable);
    printLine({{"file", arguments.output},
               {"images", packed.store->samples().size()},
               {"unreadable", packed.unreadable.size()},
               {"classes", packed.store->classes()},
               {"dataset_sha256", packed.store->digest()}});
    return statusOf(packed.unreadable);
}

Result<int> split(const Arguments& arguments, const CommandContext& context)
{
    NEFES_TRY(const auto recipe, settingsOf(arguments, context));
    NEFES_TRY(auto dataset, splitDataset(arguments, recipe, context));
    NEFES_CHECK(ml::checkHasFiles(dataset));
    NEFES_TRY(const auto unreadable, findUnreadable(dataset, arguments, context));
    leaveOut(dataset, unreadable);
    NEFES_CHECK(naming(arguments.output, writeFileAtomically(pathFromUtf8(arguments.output),
                                                             ml::manifestCsv(dataset))));
    printLine({{"file", arguments.output},
               {"images", dataset.entries.size()},
               {"unreadable", unreadable.size()}});
    return statusOf(unreadable);
}

Result<int> merge(const Arguments& arguments, const CommandContext& context)
{
    if (arguments.output.empty() && arguments.npz.empty()) {
        return fail(ErrorCode::InvalidArgument, "--output, --npz or both are needed");
    }
    std::error_code ignored;
    if (std::filesystem::exists(pathFromUtf8(arguments.output), ignored)) {
        // Told before hours of decoding.
        return fail(ErrorCode::WriteFailed, arguments.output + " exists already");
    }
    NEFES_TRY(const auto recipe, settingsOf(arguments, context));
    NEFES_TRY(auto dataset, splitDataset(arguments, recipe, context));
    std::vector<ml::UnreadableFile> unreadable;
    if (arguments.npz.empty()) {
        NEFES_CHECK(ml::checkHasFiles(dataset));
        NEFES_TRY(unreadable, findUnreadable(dataset, arguments, context));
    } else {
        NEFES_TRY(const auto tools, decodingTools(context, arguments.threads, recipe.input));
        NEFES_TRY(const auto packed,
                  ml::packThroughCache(dataset, recipe.input, context.folders.cache / "datasets",
                                       tools, {}, context.stop));
        unreadable = packed.unreadable;
        NEFES_CHECK(
            naming(arguments.npz, ml::writeNpz(*packed.store, pathFromUtf8(arguments.npz))));
    }
    leaveOut(dataset, unreadable);
    if (!arguments.output.empty()) {
        NEFES_CHECK(
            naming(arguments.output,
                   ml::mergeDataset(dataset, pathFromUtf8(arguments.output), {}, context.stop)));
    }
    printLine({{"images", dataset.entries.size()},
               {"unreadable", unreadable.size()},
               {"classes", dataset.classes},
               {"output", arguments.output},
               {"npz", arguments.npz}});
    return statusOf(unreadable);
}

int finish(const Result<int>& status)
{
    if (!status) {
        printError("dataset", status.error());
        return exitStatusOf(status.error());
    }
    return *status;
}

void addCommonOptions(CLI::App* command, const std::shared_ptr<Arguments>& arguments)
{
    command->add_option("DIR,--data", arguments->data, "data folders")->required()->take_all();
    command->add_option("--recipe", arguments->recipe, "recipe that selects, maps and splits");
    command
        ->add_option("--set", arguments->assignments, "change the recipe: data.map.viral=pneumonia")
        ->take_all();
    command->add_option("--seed", arguments->seed, "seed of the splits");
    command->add_option("--threads", arguments->threads, "threads; 0: all cores")
        ->check(CLI::Range(0, 1024));
}

} // namespace

void addDatasetCommand(CLI::App& app, const CommandContext& context, int& exitStatus)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("dataset", "Look at and prepare data sets");
    command->require_subcommand(1);

    CLI::App* summary = command->add_subcommand("summary", "counts and warnings");
    addCommonOptions(summary, arguments);
    summary->add_option("--format", arguments->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}));
    summary->callback([arguments, &context, &exitStatus] {
        exitStatus = finish(summarise(*arguments, context));
    });

    CLI::App* packing =
        command->add_subcommand("pack", "decode once into a store for nefes_train_store");
    addCommonOptions(packing, arguments);
    packing->add_option("-o,--output", arguments->output, "store to write")->required();
    packing->callback(
        [arguments, &context, &exitStatus] { exitStatus = finish(pack(*arguments, context)); });

    CLI::App* splitting =
        command->add_subcommand("split", "a manifest with fixed splits, for a single folder");
    addCommonOptions(splitting, arguments);
    splitting->add_option("-o,--output", arguments->output, "manifest.csv to write")->required();
    splitting->callback(
        [arguments, &context, &exitStatus] { exitStatus = finish(split(*arguments, context)); });

    CLI::App* merging = command->add_subcommand(
        "merge", "several folders put together: copied, or as NumPy arrays");
    addCommonOptions(merging, arguments);
    merging->add_option("-o,--output", arguments->output, "new folder for copies and manifest");
    merging->add_option("--npz", arguments->npz, "NumPy archive of the preprocessed images");
    merging->callback(
        [arguments, &context, &exitStatus] { exitStatus = finish(merge(*arguments, context)); });

    addEmbedCommand(*command, context, exitStatus);
}

} // namespace nefes::app
