// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recipe_files.h"

#include "core/base/files.h"

#include "ml/json_object.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace nefes::app {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxRecipeBytes = 4U << 20U;

} // namespace

std::vector<std::string> recipeIds(const Folders& folders)
{
    std::vector<std::string> ids;
    std::error_code error;
    for (fs::directory_iterator it(folders.resources / "recipes", error), end; !error && it != end;
         it.increment(error)) {
        if (it->path().extension() == ".json") {
            ids.push_back(toUtf8(it->path().stem()));
        }
    }
    std::ranges::sort(ids);
    return ids;
}

Result<nlohmann::json> readRecipeJson(const std::string& idOrFile, const Folders& folders)
{
    const fs::path builtIn = folders.resources / "recipes" / pathFromUtf8(idOrFile + ".json");
    const bool isId = idOrFile.find('/') == std::string::npos;
    std::error_code error;
    const bool isBuiltIn = isId && fs::exists(builtIn, error);
    const auto text = readTextFile(isBuiltIn ? builtIn : pathFromUtf8(idOrFile), kMaxRecipeBytes);
    if (!text) {
        return fail(ErrorCode::RecipeInvalid,
                    text.error().code == ErrorCode::FileNotFound
                        ? "there is no built-in recipe and no file of that name"
                        : text.error().detail);
    }
    return ml::parseJson(*text, ErrorCode::RecipeInvalid);
}

Result<ml::TrainingRecipe> readRecipe(const std::string& idOrFile, const Folders& folders)
{
    NEFES_TRY(const nlohmann::json json, readRecipeJson(idOrFile, folders));
    return ml::recipeFromJson(json);
}

} // namespace nefes::app
