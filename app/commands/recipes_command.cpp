// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/recipes_command.h"

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

int showRecipe(const std::string& id, const Folders& folders)
{
    const auto recipe = readRecipe(id, folders);
    if (!recipe) {
        printError(id, recipe.error());
        return exitStatusOf(recipe.error());
    }
    fmt::print("{}\n", ml::recipeToJson(*recipe).dump(2));
    return kExitDone;
}

} // namespace

void addRecipesCommand(CLI::App& app, const CommandContext& context, int& exitStatus)
{
    auto id = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("recipes", "The built-in training recipes");
    command->require_subcommand(1);
    command->add_subcommand("list", "a line for each (JSON)")->callback([&context, &exitStatus] {
        exitStatus = listRecipes(context.folders);
    });
    CLI::App* show = command->add_subcommand("show", "every field of a recipe (JSON)");
    show->add_option("ID", *id, "recipe or file")->required();
    show->callback([id, &context, &exitStatus] { exitStatus = showRecipe(*id, context.folders); });
}

} // namespace nefes::app
