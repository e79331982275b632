// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/model_package.h"

#include "core/base/files.h"

#include "ml/case_library.h"
#include "ml/csv.h"
#include "ml/json_forms.h"
#include "ml/json_object.h"
#include "ml/package_files.h"

#include <fmt/format.h>

#include <algorithm>

namespace nefes::ml {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr auto kDamaged = ErrorCode::ModelDamaged;
constexpr std::uint64_t kMaxTextBytes = 64U << 20U;

Result<ModelLabel> labelFromJson(const json& value, const std::string& path)
{
    JsonObject object(value, path, kDamaged);
    ModelLabel label;
    object.require("id");
    label.id = object.text("id", {});
    if (const json* name = object.member("name")) {
        label.name = object.take(localisedTextFromJson(*name, object.pathOf("name"), kDamaged));
    }
    if (object.member("threshold") != nullptr) {
        label.threshold = object.number("threshold", 0.5, {0.0, 1.0});
    }
    label.indeterminate = object.interval("indeterminate", {0.0, 1.0});
    if (label.indeterminate && (!label.threshold || *label.threshold < label.indeterminate->first ||
                                *label.threshold > label.indeterminate->second)) {
        object.reject("indeterminate", "the threshold is not inside");
    }
    NEFES_CHECK(object.finish());
    return label;
}

void readLabels(JsonObject& object, ModelDescription& model)
{
    object.require("labels");
    const json* labels = object.member("labels");
    if (labels == nullptr || !labels->is_array() || labels->size() < 2 || labels->size() > 1000) {
        object.reject("labels", "a list of at least two labels is needed");
        return;
    }
    for (std::size_t i = 0; i < labels->size(); ++i) {
        model.labels.push_back(
            object.take(labelFromJson((*labels)[i], fmt::format("labels.{}", i))));
    }
    const auto isAfter = [](const ModelLabel& a, const ModelLabel& b) {
        return a.id >= b.id;
    };
    if (std::adjacent_find(model.labels.begin(), model.labels.end(), isAfter) !=
        model.labels.end()) {
        object.reject("labels", "labels must be in alphabetical order, each once");
    }
    model.negativeLabel = object.text("negative_label", {});
    const bool isKnown =
        std::any_of(model.labels.begin(), model.labels.end(),
                    [&model](const ModelLabel& label) { return label.id == model.negativeLabel; });
    if (!model.negativeLabel.empty() && !isKnown) {
        object.reject("negative_label", "is not one of the labels");
    }
}

void readNetwork(JsonObject& object, ModelDescription& model)
{
    object.require("input");
    if (const json* input = object.member("input")) {
        model.input = object.take(inputFromJson(*input, "input", kDamaged));
    }
    object.require("network");
    const json* network = object.member("network");
    if (network == nullptr || !network->is_object()) {
        return;
    }
    json layers = *network;
    layers.erase("outputs");
    auto read = networkFromJson(layers, "network");
    if (!read) {
        read = fail(kDamaged, read.error().detail);
    }
    model.network = object.take(std::move(read));
    const json outputs = {{"outputs", network->value("outputs", json())}};
    JsonObject reader(outputs, "network", kDamaged);
    model.outputs = reader.integer("outputs", 1, 1, 1000);
    const auto needed = model.labels.size() == 2 ? 1 : static_cast<int>(model.labels.size());
    if (!reader.finish() || model.outputs != needed) {
        object.reject("network.outputs", fmt::format("{} is needed for these labels", needed));
    }
}

/// A file of the package itself: no folders, nothing hidden.
bool isPlainName(const std::string& name)
{
    return !name.empty() && name.front() != '.' && name.find('/') == std::string::npos;
}

Result<InputCheckSettings> inputCheckFromJson(const json& value)
{
    JsonObject object(value, "input_check", kDamaged);
    InputCheckSettings check;
    check.method = object.oneOf("method", "features", {"features"});
    check.statistics = object.text("statistics", {});
    check.limit95 = object.number("limit_95", 0.0, {0.0, 1e30});
    check.limit99 = object.number("limit_99", 0.0, {0.0, 1e30});
    check.gate = object.text("gate", {});
    check.gateLimit = object.number("gate_limit", check.gateLimit, {0.0, 1.0});
    if (!isPlainName(check.statistics)) {
        object.reject("statistics", "the name of a file in the package is needed");
    }
    if (!check.gate.empty() && !isPlainName(check.gate)) {
        object.reject("gate", "the name of a folder in the package is needed");
    }
    NEFES_CHECK(object.finish());
    return check;
}

/// {"file": NAME}
Result<std::string> fileFromJson(const json& value, const char* member)
{
    JsonObject object(value, member, kDamaged);
    std::string file = object.text("file", {});
    if (!isPlainName(file)) {
        object.reject("file", "the name of a file in the package is needed");
    }
    NEFES_CHECK(object.finish());
    return file;
}

Result<SecondNetworkSettings> secondNetworkFromJson(const json& value)
{
    JsonObject object(value, "second_network", kDamaged);
    SecondNetworkSettings second;
    second.folder = object.text("folder", {});
    object.require("weights_sha256");
    second.weightsSha256 = object.text("weights_sha256", {});
    if (!isPlainName(second.folder)) {
        object.reject("folder", "the name of a folder in the package is needed");
    }
    NEFES_CHECK(object.finish());
    return second;
}

Result<double> temperatureFromJson(const json& value)
{
    JsonObject object(value, "calibration", kDamaged);
    (void)object.oneOf("type", "temperature", {"temperature", "none"});
    const double temperature = object.number("temperature", 1.0, {0.01, 100.0});
    NEFES_CHECK(object.finish());
    return temperature;
}

void readHeatmap(JsonObject& object, ModelDescription& model)
{
    const json* heatmap = object.member("heatmap");
    if (heatmap == nullptr) {
        return;
    }
    JsonObject reader(*heatmap, "heatmap", kDamaged);
    model.heatmapMethod = reader.oneOf("method", model.heatmapMethod,
                                       {"gradcam", "gradcam++", "hirescam", "layercam"});
    model.heatmapLayer = reader.text("layer", {});
    if (const auto result = reader.finish(); !result) {
        object.reject("heatmap", result.error().detail);
    }
}

/// An object whose keys are nobody's business here; an empty one where it is absent.
json objectAt(JsonObject& object, const char* key)
{
    const json* value = object.member(key);
    if (value != nullptr && !value->is_object()) {
        object.reject(key, "an object is needed");
    }
    return value != nullptr && value->is_object() ? *value : json::object();
}

void readRest(JsonObject& object, ModelDescription& model)
{
    readHeatmap(object, model);
    if (const json* calibration = object.member("calibration")) {
        model.calibration.temperature = object.take(temperatureFromJson(*calibration));
    }
    if (const json* check = object.member("input_check")) {
        model.inputCheck = object.take(inputCheckFromJson(*check));
    }
    if (const json* cases = object.member("cases")) {
        model.cases = object.take(fileFromJson(*cases, "cases"));
    }
    if (const json* finder = object.member("lung_finder")) {
        model.lungFinder = object.take(fileFromJson(*finder, "lung_finder"));
    }
    if (const json* second = object.member("second_network")) {
        model.secondNetwork = object.take(secondNetworkFromJson(*second));
    }
    if ((model.input.area == InputArea::Lungs) == model.lungFinder.empty()) {
        object.reject("lung_finder",
                      "goes with the region \"lungs\" of the input, and only with it");
    }
    model.training = objectAt(object, "training");
    model.metrics = objectAt(object, "metrics");
    if (const json* use = object.member("intended_use")) {
        model.intendedUse = object.take(localisedTextFromJson(*use, "intended_use", kDamaged));
    }
    model.licence = object.text("licence", {});
    object.require("weights_sha256");
    model.weightsSha256 = object.text("weights_sha256", {});
}

json thresholdsToJson(const ModelLabel& label)
{
    json indeterminate;
    if (label.indeterminate) {
        indeterminate = json::array({label.indeterminate->first, label.indeterminate->second});
    }
    return {{"id", label.id},
            {"name", localisedTextToJson(label.name)},
            {"threshold", label.threshold ? json(*label.threshold) : json()},
            {"indeterminate", indeterminate}};
}

json inputCheckToJson(const std::optional<InputCheckSettings>& check)
{
    if (!check) {
        return {};
    }
    json result = {{"method", check->method},
                   {"statistics", check->statistics},
                   {"limit_95", check->limit95},
                   {"limit_99", check->limit99}};
    if (!check->gate.empty()) {
        result["gate"] = check->gate;
        result["gate_limit"] = check->gateLimit;
    }
    return result;
}

/// Gates and second networks have none of their own: what cannot be one is refused before its
/// weights are read.
enum class Role { Model, Gate, Second };

std::string whyNot(Role role, const ModelDescription& model)
{
    switch (role) {
    case Role::Gate:
        return whyNoGate(model);
    case Role::Second:
        return whyNoSecond(model);
    case Role::Model:
        break;
    }
    return {};
}

Result<std::shared_ptr<const ModelPackage>> openPackage(const fs::path& folder, Role role);

/// Without a part that it names a package is damaged, not absent.
Result<std::shared_ptr<const ModelPackage>> openInner(const fs::path& folder,
                                                      const std::string& name, Role role)
{
    auto opened = openPackage(folder / name, role);
    if (!opened) {
        const bool isAbsent = opened.error().code == ErrorCode::ModelNotFound;
        return fail(isAbsent ? kDamaged : opened.error().code,
                    fmt::format("{}: {}", name, opened.error().detail));
    }
    return opened;
}

Result<void> openSecond(ModelPackage& package)
{
    const auto& settings = package.description.secondNetwork;
    if (!settings) {
        return {};
    }
    NEFES_TRY(package.second, openInner(package.folder, settings->folder, Role::Second));
    const ModelDescription& second = package.second->description;
    if (second.weightsSha256 != settings->weightsSha256) {
        return fail(ErrorCode::ModelDigestMismatch,
                    fmt::format("{}: not the network that {} names", settings->folder, kModelFile));
    }
    if (!hasSameLabels(package.description, second)) {
        return fail(kDamaged, fmt::format("{}: other labels than the package's", settings->folder));
    }
    return {};
}

Result<std::shared_ptr<const ModelPackage>> openPackage(const fs::path& folder, Role role)
{
    const auto text = readTextFile(folder / kModelFile, kMaxTextBytes);
    if (!text) {
        const bool isAbsent = text.error().code == ErrorCode::FileNotFound;
        return fail(isAbsent ? ErrorCode::ModelNotFound : kDamaged,
                    fmt::format("{}: {}", toUtf8(folder / kModelFile), text.error().detail));
    }
    NEFES_TRY(const auto value, parseJson(*text, kDamaged));
    auto package = std::make_shared<ModelPackage>();
    package->folder = folder;
    NEFES_TRY(package->description, modelFromJson(value));
    if (const std::string reason = whyNot(role, package->description); !reason.empty()) {
        return fail(kDamaged, reason);
    }
    const auto openPart = [&folder](const std::string& name) {
        auto file = TensorFile::open(folder / name);
        if (!file) {
            file = fail(kDamaged, fmt::format("{}: {}", name, file.error().detail));
        }
        return file;
    };
    NEFES_TRY(package->weights, openPart(kWeightsFile));
    if (package->weights->sha256() != package->description.weightsSha256) {
        return fail(ErrorCode::ModelDigestMismatch,
                    fmt::format("{} is not the file that {} names", kWeightsFile, kModelFile));
    }
    if (const auto& check = package->description.inputCheck) {
        NEFES_TRY(package->inputCheckStatistics, openPart(check->statistics));
        if (const std::string& gate = check->gate; !gate.empty()) {
            NEFES_TRY(package->gate, openInner(folder, gate, Role::Gate));
        }
    }
    if (!package->description.cases.empty()) {
        NEFES_TRY(package->cases, openPart(package->description.cases));
        NEFES_CHECK(CaseLibrary::read(*package->cases));
    }
    if (const std::string& finder = package->description.lungFinder; !finder.empty()) {
        NEFES_CHECK(openPart(finder));
        package->lungFinder = folder / finder;
    }
    NEFES_CHECK(openSecond(*package));
    return package;
}

} // namespace

nlohmann::ordered_json modelIdentity(const ModelDescription& model)
{
    nlohmann::ordered_json identity = {
        {"id", model.id}, {"version", model.version}, {"sha256", model.weightsSha256}};
    if (model.secondNetwork) {
        identity["second_sha256"] = model.secondNetwork->weightsSha256;
    }
    return identity;
}

bool hasSameWeights(const ModelDescription& a, const ModelDescription& b)
{
    const auto second = [](const ModelDescription& model) {
        return model.secondNetwork ? model.secondNetwork->weightsSha256 : std::string();
    };
    return a.weightsSha256 == b.weightsSha256 && second(a) == second(b);
}

Result<ModelDescription> modelFromJson(const json& value)
{
    if (value.is_object() && value.value("format", json()) != json(1)) {
        return fail(ErrorCode::ModelFormatUnsupported,
                    fmt::format("format {}: this program reads format 1",
                                jsonText(value.value("format", json()))));
    }
    JsonObject object(value, "", kDamaged);
    (void)object.member("format");
    ModelDescription model;
    object.require("id");
    model.id = object.text("id", {});
    if (!isModelId(model.id)) {
        object.reject("id", "small letters, digits, - _ . are allowed, at most 64");
    }
    model.version = object.text("version", {});
    model.date = object.text("date", {});
    if (const json* title = object.member("title")) {
        model.title = object.take(localisedTextFromJson(*title, "title", kDamaged));
    }
    readLabels(object, model);
    readNetwork(object, model);
    readRest(object, model);
    NEFES_CHECK(object.finish());
    return model;
}

json modelToJson(const ModelDescription& model)
{
    json labels = json::array();
    for (const ModelLabel& label : model.labels) {
        labels.push_back(thresholdsToJson(label));
    }
    json network = networkToJson(model.network);
    network["outputs"] = model.outputs;
    json input = inputToJson(model.input);
    if (model.input.area == InputArea::Image) {
        input.erase("region"); // said only where it is news, as the format was before regions
    }
    json result = {
        {"format", 1},
        {"id", model.id},
        {"version", model.version},
        {"date", model.date},
        {"title", localisedTextToJson(model.title)},
        {"labels", std::move(labels)},
        {"negative_label", model.negativeLabel},
        {"input", std::move(input)},
        {"network", std::move(network)},
        {"heatmap", {{"method", model.heatmapMethod}, {"layer", model.heatmapLayer}}},
        {"calibration", {{"type", "temperature"}, {"temperature", model.calibration.temperature}}},
        {"input_check", inputCheckToJson(model.inputCheck)},
        {"training", model.training},
        {"metrics", model.metrics},
        {"intended_use", localisedTextToJson(model.intendedUse)},
        {"licence", model.licence},
        {"weights_sha256", model.weightsSha256}};
    if (!model.cases.empty()) {
        result["cases"] = {{"file", model.cases}};
    }
    if (!model.lungFinder.empty()) {
        result["lung_finder"] = {{"file", model.lungFinder}};
    }
    if (const auto& second = model.secondNetwork) {
        result["second_network"] = {{"folder", second->folder},
                                    {"weights_sha256", second->weightsSha256}};
    }
    return result;
}

Result<std::shared_ptr<const ModelPackage>> openModelPackage(const fs::path& folder)
{
    return openPackage(folder, Role::Model);
}

Result<std::map<std::string, std::string>> readSplits(const fs::path& packageFolder)
{
    const auto text = readTextFile(packageFolder / kSplitsFile, kMaxTextBytes);
    if (!text) {
        return fail(kDamaged, fmt::format("{}: {}", kSplitsFile, text.error().detail));
    }
    const auto table = parseCsv(*text);
    if (!table) {
        return fail(kDamaged, fmt::format("{}: {}", kSplitsFile, table.error().detail));
    }
    const auto digest = table->column("sha256");
    const auto split = table->column("split");
    if (!digest || !split) {
        return fail(kDamaged, fmt::format("{}: columns sha256 and split are needed", kSplitsFile));
    }
    std::map<std::string, std::string> splits;
    for (const auto& row : table->rows) {
        splits[row[*digest]] = row[*split];
    }
    return splits;
}

} // namespace nefes::ml
