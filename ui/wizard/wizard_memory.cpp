// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/wizard_memory.h"

#include "core/base/files.h"

#include "ml/json_object.h"

#include "ui/wizard/wizard_state.h"

#include <nlohmann/json.hpp>

#include <system_error>

namespace nefes::ui {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::uint64_t kLargestFileBytes = 4U << 20U;

WizardMemory memoryFromJson(const json& file)
{
    WizardMemory memory;
    for (const std::string& folder : file.at("folders").get<std::vector<std::string>>()) {
        memory.folders.push_back(pathFromUtf8(folder));
    }
    memory.step = file.value("step", 0);
    memory.trainedModel = pathFromUtf8(file.value("trained_model", ""));
    memory.thresholds = file.value("thresholds", memory.thresholds);
    memory.device = file.value("device", memory.device);
    memory.threads = file.value("threads", 0);
    return memory;
}

} // namespace

WizardMemory rememberedOf(const WizardState& state, int step)
{
    return {.folders = state.folders(),
            .recipe = state.recipe(),
            .step = step,
            .trainedModel = state.trainedModel(),
            .thresholds = state.thresholds(),
            .device = state.device(),
            .threads = state.threads()};
}

void restore(WizardState& state, const WizardMemory& memory)
{
    state.setMachine(memory.device, memory.threads);
    if (!memory.trainedModel.empty()) {
        state.setTrainedModel(memory.trainedModel);
        for (const auto& [label, threshold] : memory.thresholds) {
            state.setThreshold(label, threshold);
        }
    }
    state.setRecipe(memory.recipe);
    state.setFolders(memory.folders);
}

Result<void> writeMemory(const fs::path& file, const WizardMemory& memory)
{
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    std::vector<std::string> folders;
    folders.reserve(memory.folders.size());
    for (const fs::path& folder : memory.folders) {
        folders.push_back(toUtf8(folder));
    }
    const json text{{"folders", folders},
                    {"recipe", ml::recipeToJson(memory.recipe)},
                    {"step", memory.step},
                    {"trained_model", toUtf8(memory.trainedModel)},
                    {"thresholds", memory.thresholds},
                    {"device", memory.device},
                    {"threads", memory.threads}};
    return writeFileAtomically(file, ml::jsonText(text, 2) + "\n");
}

Result<WizardMemory> readMemory(const fs::path& file)
{
    NEFES_TRY(const std::string text, readTextFile(file, kLargestFileBytes));
    NEFES_TRY(const json content, ml::parseJson(text, ErrorCode::RecipeInvalid));
    WizardMemory memory;
    try {
        memory = memoryFromJson(content);
    } catch (const json::exception& error) {
        return fail(ErrorCode::RecipeInvalid, error.what());
    }
    NEFES_TRY(memory.recipe, ml::recipeFromJson(content.value("recipe", json())));
    std::error_code error;
    if (!fs::exists(memory.trainedModel / "model.json", error)) {
        memory.trainedModel.clear();
        memory.thresholds.clear();
    }
    return memory;
}

} // namespace nefes::ui
