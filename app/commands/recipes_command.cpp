// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/recipes_command.h"

#include "core/base/files.h"

#include "ml/layer_diagram.h"

#include "app/output.h"
#include "app/recipe_files.h"

#include <fmt/format.h>

#include <memory>
#include <string>

namespace nefes::app {
namespace {

int listRecipes(const Folders& folders)
{
    int status = kExitDone;
    for (const std::string& id : recipeIds(folders)) {
        const auto recipe = readRecipe(id, folders);
        if (!recipe) {
            printError(id, recipe.error());
            status = exitStatusOf(recipe.error());
            continue;
        }
        printLine(
            {{"id", recipe->id}, {"title", {{"en", recipe->title.en}, {"tr", recipe->title.tr}}}});
    }
    return status;
}

/// Outputs of the network that the recipe's own selection of labels leads to.
int outputsOf(const ml::TrainingRecipe& recipe)
{
    const auto& include = recipe.data.selections.front().include;
    const auto labels = include.find("label");
    const std::size_t count = labels == include.end() ? 2 : labels->second.size();
    return count > 2 ? static_cast<int>(count) : 1;
}

Result<void> showRecipe(const std::string& id, const std::string& diagram, const Folders& folders)
{
    NEFES_TRY(const auto recipe, readRecipe(id, folders));
    if (!diagram.empty()) {
        NEFES_TRY(const std::string svg,
                  ml::layerDiagram(recipe.network, recipe.input, outputsOf(recipe)));
        NEFES_CHECK(naming(diagram, writeFileAtomically(pathFromUtf8(diagram), svg)));
    }
    printOutput("{}\n", ml::recipeToJson(recipe).dump(2));
    return {};
}

int finish(const std::string& id, const Result<void>& result)
{
    if (!result) {
        printError(id, result.error());
        return exitStatusOf(result.error());
    }
    return kExitDone;
}

} // namespace

void addRecipesCommand(CLI::App& app, const CommandContext& context, int& exitStatus)
{
    struct Arguments {
        std::string id, diagram;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("recipes", "The built-in training recipes");
    command->require_subcommand(1);
    command->add_subcommand("list", "a line for each (JSON)")->callback([&context, &exitStatus] {
        exitStatus = listRecipes(context.folders);
    });
    CLI::App* show = command->add_subcommand("show", "every field of a recipe (JSON)");
    show->add_option("ID", arguments->id, "recipe or file")->required();
    show->add_option("--diagram", arguments->diagram, "SVG file for the layers");
    show->callback([arguments, &context, &exitStatus] {
        exitStatus =
            finish(arguments->id, showRecipe(arguments->id, arguments->diagram, context.folders));
    });
}

} // namespace nefes::app
