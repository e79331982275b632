// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/recipe.h"

#include "ml/json_forms.h"
#include "ml/json_object.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

namespace nefes::ml {
namespace {

using nlohmann::json;

constexpr auto kInvalid = ErrorCode::RecipeInvalid;

Result<DataSelection::Filter> filterFromJson(const json& value, const std::string& path)
{
    DataSelection::Filter filter;
    JsonObject object(value, path, kInvalid);
    if (value.is_object()) {
        for (const auto& [column, values] : value.items()) {
            filter[column] = object.texts(column.c_str());
        }
    }
    NEFES_CHECK(object.finish());
    return filter;
}

/// One item of `include`, `exclude` or `map`: the value itself, or its entry for the folder.
const json* selectionItem(const json* value, std::size_t folder)
{
    return value != nullptr && value->is_array() ? &(*value)[folder] : value;
}

std::vector<DataSelection> selectionsFromJson(JsonObject& object)
{
    const std::array<const char*, 3> keys{"include", "exclude", "map"};
    std::array<const json*, 3> values{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        values[i] = object.member(keys[i]);
        if (values[i] == nullptr || !values[i]->is_array()) {
            continue;
        }
        if (values[i]->empty() || (count != 0 && count != values[i]->size())) {
            object.reject(keys[i], "lists for the data folders must be equally long, not empty");
            return {DataSelection{}};
        }
        count = values[i]->size();
    }
    std::vector<DataSelection> selections(std::max<std::size_t>(count, 1));
    for (std::size_t i = 0; i < selections.size(); ++i) {
        if (const json* include = selectionItem(values[0], i)) {
            selections[i].include = object.take(filterFromJson(*include, object.pathOf("include")));
        }
        if (const json* exclude = selectionItem(values[1], i)) {
            selections[i].exclude = object.take(filterFromJson(*exclude, object.pathOf("exclude")));
        }
        if (const json* map = selectionItem(values[2], i)) {
            const json wrapped = {{"map", *map}};
            JsonObject reader(wrapped, object.pathOf(""), kInvalid);
            selections[i].map = reader.textMap("map");
            if (const auto result = reader.finish(); !result) {
                object.reject("map", "an object of texts is needed");
            }
        }
    }
    return selections;
}

Result<DataSettings> splitFromJson(const json& value, const std::string& path, DataSettings data)
{
    JsonObject object(value, path, kInvalid);
    data.train = object.number("train", data.train, {0.0, 1.0});
    data.validation = object.number("validation", data.validation, {0.0, 1.0});
    data.test = object.number("test", data.test, {0.0, 1.0});
    if (std::abs(data.train + data.validation + data.test - 1.0) > 1e-6) {
        object.reject("", "train, validation and test must add up to 1");
    }
    data.groupBy = object.text("group_by", {});
    data.stratify = object.texts("stratify");
    data.useFixedSplits = object.flag("use_fixed", data.useFixedSplits);
    NEFES_CHECK(object.finish());
    return data;
}

Result<DataSettings> dataFromJson(const json& value, const std::string& path)
{
    JsonObject object(value, path, kInvalid);
    DataSettings data;
    data.selections = selectionsFromJson(object);
    data.negativeLabel = object.text("negative_label", {});
    data.derive = object.textMap("derive");
    data.balance = object.oneOf("balance", "none", {"none", "class", "source_class"});
    if (const json* split = object.member("split")) {
        data = object.take(splitFromJson(*split, object.pathOf("split"), std::move(data)));
    }
    NEFES_CHECK(object.finish());
    return data;
}

Result<AugmentationSettings> augmentationFromJson(const json& value, const std::string& path)
{
    JsonObject object(value, path, kInvalid);
    AugmentationSettings result;
    constexpr NumberRange fraction{0.0, 1.0};
    result.rotation = object.number("rotation", 0.0, {0.0, 180.0});
    result.zoom = object.interval("zoom", {0.1, 10.0}).value_or(result.zoom);
    result.shiftX = object.number("shift_x", 0.0, fraction);
    result.shiftY = object.number("shift_y", 0.0, fraction);
    result.shear = object.number("shear", 0.0, fraction);
    result.flipHorizontal = object.flag("flip_horizontal", false);
    result.flipVertical = object.flag("flip_vertical", false);
    result.randomResizedCrop = object.interval("random_resized_crop", {0.01, 1.0});
    result.brightness = object.number("brightness", 0.0, fraction);
    result.contrast = object.number("contrast", 0.0, fraction);
    result.gamma = object.number("gamma", 0.0, {0.0, 0.95});
    result.noise = object.number("noise", 0.0, fraction);
    result.blur = object.number("blur", 0.0, {0.0, 20.0});
    result.cutout = object.number("cutout", 0.0, fraction);
    result.aspect = object.number("aspect", 0.0, fraction);
    result.resample = object.number("resample", 0.0, fraction);
    result.border = object.number("border", 0.0, {0.0, 0.4});
    result.marks = object.number("marks", 0.0, fraction);
    result.mixup = object.number("mixup", 0.0, {0.0, 10.0});
    result.outsideLungs = object.number("outside_lungs", 0.0, fraction);
    result.withoutLungs = object.number("without_lungs", 0.0, fraction);
    if (result.outsideLungs + result.withoutLungs > 1.0) {
        object.reject("without_lungs", "the shares of outside_lungs and without_lungs exceed 1");
    }
    result.fill = object.oneOf("fill", result.fill, {"nearest", "zero"});
    NEFES_CHECK(object.finish());
    return result;
}

Result<LossSettings> lossFromJson(const json& value, const std::string& path)
{
    JsonObject object(value, path, kInvalid);
    LossSettings loss;
    loss.type = object.oneOf("type", loss.type, {"cross_entropy", "focal"});
    loss.classWeights = object.oneOf("class_weights", loss.classWeights, {"none", "balanced"});
    loss.labelSmoothing = object.number("label_smoothing", 0.0, {0.0, 0.99});
    loss.sourceAdjustment = object.number("source_adjustment", 0.0, {0.0, 1.0});
    loss.focalGamma = object.number("focal_gamma", loss.focalGamma, {0.0, 10.0});
    NEFES_CHECK(object.finish());
    return loss;
}

Result<OptimizerSettings> optimizerFromJson(const json& value, const std::string& path)
{
    JsonObject object(value, path, kInvalid);
    OptimizerSettings optimizer;
    optimizer.type = object.oneOf("type", optimizer.type, {"adam", "adamw", "rmsprop", "sgd"});
    optimizer.learningRate = object.number("learning_rate", optimizer.learningRate, {1e-12, 100.0});
    optimizer.weightDecay = object.number("weight_decay", 0.0, {0.0, 10.0});
    optimizer.momentum = object.number("momentum", 0.0, {0.0, 0.9999});
    NEFES_CHECK(object.finish());
    return optimizer;
}

Result<ScheduleSettings> scheduleFromJson(const json& value, const std::string& path)
{
    JsonObject object(value, path, kInvalid);
    ScheduleSettings schedule;
    schedule.type =
        object.oneOf("type", schedule.type, {"constant", "plateau", "cosine", "one_cycle"});
    schedule.warmupEpochs = object.integer("warmup_epochs", 0, 0, 1000);
    schedule.factor = object.number("factor", schedule.factor, {0.001, 0.999});
    schedule.patience = object.integer("patience", schedule.patience, 0, 1000);
    schedule.minimumRate = object.number("minimum_rate", schedule.minimumRate, {0.0, 1.0});
    NEFES_CHECK(object.finish());
    return schedule;
}

Result<EarlyStopping> earlyStoppingFromJson(const json& value, const std::string& path)
{
    JsonObject object(value, path, kInvalid);
    EarlyStopping stopping;
    stopping.metric = object.oneOf("metric", stopping.metric,
                                   {"validation.loss", "validation.accuracy", "validation.auc"});
    stopping.patience = object.integer("patience", stopping.patience, 1, 1000);
    NEFES_CHECK(object.finish());
    return stopping;
}

Result<StartSettings> startFromJson(const json& value, const std::string& path)
{
    JsonObject object(value, path, kInvalid);
    StartSettings start;
    start.model = object.text("model", {});
    start.frozenLayers = object.integer("frozen_layers", 0, 0, 500);
    NEFES_CHECK(object.finish());
    return start;
}

/// Reads a part of the recipe where it is present.
template <class T, class Read>
void readPart(JsonObject& object, const char* key, T& target, Read read)
{
    if (const json* value = object.member(key)) {
        target = object.take(read(*value, object.pathOf(key)));
    }
}

void readParts(JsonObject& object, TrainingRecipe& recipe)
{
    readPart(object, "title", recipe.title, [](const json& value, const std::string& path) {
        return localisedTextFromJson(value, path, kInvalid);
    });
    readPart(object, "data", recipe.data, dataFromJson);
    readPart(object, "input", recipe.input, [](const json& value, const std::string& path) {
        return inputFromJson(value, path, kInvalid);
    });
    readPart(object, "augmentation", recipe.augmentation, augmentationFromJson);
    readPart(object, "network", recipe.network, networkFromJson);
    readPart(object, "start", recipe.start, startFromJson);
    readPart(object, "loss", recipe.loss, lossFromJson);
    readPart(object, "optimizer", recipe.optimizer, optimizerFromJson);
    readPart(object, "schedule", recipe.schedule, scheduleFromJson);
    if (const json* stopping = object.member("early_stopping")) {
        recipe.earlyStopping =
            object.take(earlyStoppingFromJson(*stopping, object.pathOf("early_stopping")));
    }
}

json pairToJson(const std::pair<double, double>& pair)
{
    return json::array({pair.first, pair.second});
}

json dataToJson(const DataSettings& data)
{
    json include = json::array();
    json exclude = json::array();
    json map = json::array();
    for (const DataSelection& selection : data.selections) {
        include.push_back(json(selection.include));
        exclude.push_back(json(selection.exclude));
        map.push_back(json(selection.map));
    }
    const bool isOne = data.selections.size() == 1;
    return {{"include", isOne ? json(include[0]) : include},
            {"exclude", isOne ? json(exclude[0]) : exclude},
            {"map", isOne ? json(map[0]) : map},
            {"derive", json(data.derive)},
            {"negative_label", data.negativeLabel},
            {"split",
             {{"train", data.train},
              {"validation", data.validation},
              {"test", data.test},
              {"group_by", data.groupBy},
              {"stratify", data.stratify},
              {"use_fixed", data.useFixedSplits}}},
            {"balance", data.balance}};
}

json augmentationToJson(const AugmentationSettings& settings)
{
    json crop;
    if (settings.randomResizedCrop) {
        crop = pairToJson(*settings.randomResizedCrop);
    }
    return {{"rotation", settings.rotation},
            {"zoom", pairToJson(settings.zoom)},
            {"shift_x", settings.shiftX},
            {"shift_y", settings.shiftY},
            {"shear", settings.shear},
            {"flip_horizontal", settings.flipHorizontal},
            {"flip_vertical", settings.flipVertical},
            {"random_resized_crop", crop},
            {"brightness", settings.brightness},
            {"contrast", settings.contrast},
            {"gamma", settings.gamma},
            {"noise", settings.noise},
            {"blur", settings.blur},
            {"cutout", settings.cutout},
            {"aspect", settings.aspect},
            {"resample", settings.resample},
            {"border", settings.border},
            {"marks", settings.marks},
            {"mixup", settings.mixup},
            {"outside_lungs", settings.outsideLungs},
            {"without_lungs", settings.withoutLungs},
            {"fill", settings.fill}};
}

std::vector<std::string> pathSegments(const std::string& path)
{
    std::vector<std::string> segments(1);
    for (const char letter : path) {
        if (letter == '.') {
            segments.emplace_back();
        } else {
            segments.back() += letter;
        }
    }
    return segments;
}

/// Filters and mappings have free keys; everything else only those of the recipe.
bool hasFreeKeys(const std::vector<std::string>& segments, std::size_t depth)
{
    return depth >= 2 && segments[0] == "data" &&
           (segments[1] == "include" || segments[1] == "exclude" || segments[1] == "map" ||
            segments[1] == "derive");
}

} // namespace

Result<TrainingRecipe> recipeFromJson(const json& value)
{
    JsonObject object(value, "", kInvalid);
    TrainingRecipe recipe;
    object.require("id");
    object.require("network");
    recipe.id = object.text("id", "custom");
    readParts(object, recipe);
    recipe.epochs = object.integer("epochs", recipe.epochs, 1, 100'000);
    recipe.batchSize = object.integer("batch_size", recipe.batchSize, 1, 8192);
    recipe.keepBest =
        object.oneOf("keep_best", recipe.keepBest,
                     {"validation.loss", "validation.accuracy", "validation.auc", "last"});
    if (object.member("gradient_clip") != nullptr) {
        recipe.gradientClip = object.number("gradient_clip", 1.0, {1e-6, 1e9});
    }
    recipe.precision = object.oneOf("precision", recipe.precision, {"float32", "bfloat16"});
    recipe.weightAverage = object.number("weight_average", 0.0, {0.0, 0.99999});
    recipe.seed = object.seed("seed", recipe.seed);
    NEFES_CHECK(object.finish());
    if (recipe.title.en.empty()) {
        recipe.title = {recipe.id, recipe.id};
    }
    return recipe;
}

json recipeToJson(const TrainingRecipe& recipe)
{
    json stopping;
    if (recipe.earlyStopping) {
        stopping = {{"metric", recipe.earlyStopping->metric},
                    {"patience", recipe.earlyStopping->patience}};
    }
    return {
        {"id", recipe.id},
        {"title", localisedTextToJson(recipe.title)},
        {"data", dataToJson(recipe.data)},
        {"input", inputToJson(recipe.input)},
        {"augmentation", augmentationToJson(recipe.augmentation)},
        {"network", networkToJson(recipe.network)},
        {"start", {{"model", recipe.start.model}, {"frozen_layers", recipe.start.frozenLayers}}},
        {"loss",
         {{"type", recipe.loss.type},
          {"class_weights", recipe.loss.classWeights},
          {"label_smoothing", recipe.loss.labelSmoothing},
          {"source_adjustment", recipe.loss.sourceAdjustment},
          {"focal_gamma", recipe.loss.focalGamma}}},
        {"optimizer",
         {{"type", recipe.optimizer.type},
          {"learning_rate", recipe.optimizer.learningRate},
          {"weight_decay", recipe.optimizer.weightDecay},
          {"momentum", recipe.optimizer.momentum}}},
        {"schedule",
         {{"type", recipe.schedule.type},
          {"warmup_epochs", recipe.schedule.warmupEpochs},
          {"factor", recipe.schedule.factor},
          {"patience", recipe.schedule.patience},
          {"minimum_rate", recipe.schedule.minimumRate}}},
        {"epochs", recipe.epochs},
        {"batch_size", recipe.batchSize},
        {"early_stopping", stopping},
        {"keep_best", recipe.keepBest},
        {"gradient_clip", recipe.gradientClip ? json(*recipe.gradientClip) : json()},
        {"precision", recipe.precision},
        {"weight_average", recipe.weightAverage},
        {"seed", recipe.seed}};
}

Result<void> setRecipeValue(json& recipe, const std::string& assignment)
{
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos || equals == 0) {
        return fail(kInvalid, fmt::format("\"{}\": KEY=VALUE is needed", assignment));
    }
    const std::string path = assignment.substr(0, equals);
    const std::string text = assignment.substr(equals + 1);
    const auto unknown = [&path] {
        return fail(kInvalid, fmt::format("{}: no such field in the recipe", path));
    };
    const std::vector<std::string> segments = pathSegments(path);
    json* target = &recipe;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const std::string& segment = segments[i];
        if (target->is_array()) {
            std::size_t index = 0;
            const char* end = segment.data() + segment.size();
            const auto parsed = std::from_chars(segment.data(), end, index);
            if (parsed.ec != std::errc() || parsed.ptr != end || index >= target->size()) {
                return unknown();
            }
            target = &(*target)[index];
        } else {
            const bool isField =
                target->is_object() && (target->contains(segment) || hasFreeKeys(segments, i));
            // A part that is switched off, such as early_stopping: naming a field switches it on.
            const bool isSwitchedOff = target->is_null() && i > 0;
            if (!isField && !isSwitchedOff) {
                return unknown();
            }
            target = &(*target)[segment];
        }
    }
    json value = json::parse(text, nullptr, false);
    *target = value.is_discarded() ? json(text) : std::move(value);
    return {};
}

} // namespace nefes::ml
