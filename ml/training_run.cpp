// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/training_run.h"

#include "core/base/digest.h"

#include "ml/case_library.h"
#include "ml/input_check.h"
#include "ml/json_object.h"
#include "ml/judged_images.h"
#include "ml/label_names.h"
#include "ml/model_card.h"
#include "ml/package_files.h"
#include "ml/picture_check.h"
#include "ml/probabilities.h"
#include "ml/splits.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <system_error>

namespace nefes::ml {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// Above this the covariance of the features no longer fits a small package.
constexpr int kMaxCheckedFeatures = 1024;
/// Features above this are pixels rather than findings, and a case of them takes too much room.
constexpr int kMaxCaseFeatures = 4096;
/// Fewer training images than this say nothing about what is strange.
constexpr std::size_t kMinCheckedImages = 40;

const SplitOutputs* outputsOf(const TrainingReport& report, Split split)
{
    for (const SplitOutputs& outputs : report.outputs) {
        if (outputs.split == split && !outputs.logits.empty()) {
            return &outputs;
        }
    }
    return nullptr;
}

std::vector<int> truthOf(const SampleStore& store, Split split)
{
    std::vector<int> truth;
    for (const std::size_t index : store.indices(split)) {
        truth.push_back(store.samples()[index].label);
    }
    return truth;
}

JudgedImages judge(const SampleStore& store, const SplitOutputs& outputs,
                   const ModelDescription& model)
{
    JudgedImages images;
    images.judgements.classes = store.classes();
    images.judgements.probabilities =
        batchProbabilities(outputs.logits, model.outputs, model.calibration.temperature);
    images.judgements.truth = truthOf(store, outputs.split);
    for (const std::size_t index : store.indices(outputs.split)) {
        const SampleInfo& sample = store.samples()[index];
        images.judgements.patients.push_back(sample.patient);
        images.columns["source"].push_back(sample.source);
        images.columns["age_group"].push_back(sample.ageGroup);
    }
    return images;
}

/// Outputs must have one row a sample of their split: a trainer that breaks this is refused here.
Result<void> checkOutputs(const TrainingReport& report, const SampleStore& store, int outputs)
{
    for (const SplitOutputs& split : report.outputs) {
        const std::size_t images = store.indices(split.split).size();
        if (split.logits.size() != images * static_cast<std::size_t>(outputs) ||
            split.features.size() != images * static_cast<std::size_t>(split.featureCount)) {
            return fail(ErrorCode::Internal, "the trainer's outputs do not fit the samples");
        }
    }
    return {};
}

/// Statistics of the training features; the limits come from the validation images.
std::optional<FeatureStatistics> fitInputCheck(const TrainingReport& report,
                                               const SampleStore& store, ModelDescription& model)
{
    const SplitOutputs* train = outputsOf(report, Split::Train);
    if (train == nullptr || train->featureCount < 1 || train->featureCount > kMaxCheckedFeatures) {
        return std::nullopt;
    }
    const std::vector<int> truth = truthOf(store, Split::Train);
    if (truth.size() < kMinCheckedImages) {
        return std::nullopt;
    }
    auto statistics = FeatureStatistics::fit(train->features, train->featureCount, truth,
                                             static_cast<int>(store.classes().size()));
    const SplitOutputs* validation = outputsOf(report, Split::Validation);
    const SplitOutputs& held = validation == nullptr ? *train : *validation;
    std::vector<double> scores;
    const auto step = static_cast<std::size_t>(train->featureCount);
    for (std::size_t i = 0; i + step <= held.features.size(); i += step) {
        scores.push_back(statistics.outlierScore(std::span(held.features).subspan(i, step)));
    }
    InputCheckSettings& check = model.inputCheck.emplace();
    check.method = "features";
    check.statistics = kStatisticsFile;
    check.limit95 = quantile(scores, 0.95);
    check.limit99 = quantile(scores, 0.99);
    return statistics;
}

/// The features of the training cases with their labels and sources.
std::optional<CaseLibrary> gatherCases(const TrainingReport& report, const SampleStore& store)
{
    const SplitOutputs* train = outputsOf(report, Split::Train);
    if (train == nullptr || train->featureCount < 1 || train->featureCount > kMaxCaseFeatures) {
        return std::nullopt;
    }
    std::vector<CaseOrigin> origins;
    for (const std::size_t index : store.indices(Split::Train)) {
        const SampleInfo& sample = store.samples()[index];
        origins.push_back({store.classes()[static_cast<std::size_t>(sample.label)], sample.source});
    }
    return CaseLibrary::fit(train->features, train->featureCount, origins);
}

/// What the pictures of a split look like from afar, row by row.
std::vector<float> pictureRows(const SampleStore& store, Split split)
{
    std::vector<float> rows;
    for (const std::size_t index : store.indices(split)) {
        const auto features =
            pictureFeatures(store.plane(index), store.input().width, store.input().height);
        rows.insert(rows.end(), features.begin(), features.end());
    }
    return rows;
}

PictureCheck fitPictureCheck(const SampleStore& store)
{
    return PictureCheck::fit(pictureRows(store, Split::Train), truthOf(store, Split::Train),
                             static_cast<int>(store.classes().size()),
                             pictureRows(store, Split::Validation));
}

json historyToJson(const TrainingReport& report)
{
    json history = json::array();
    for (const EpochDone& epoch : report.history) {
        history.push_back({{"epoch", epoch.epoch},
                           {"train_loss", orNull(epoch.train.loss)},
                           {"train_accuracy", orNull(epoch.train.accuracy)},
                           {"validation_loss", orNull(epoch.validation.loss)},
                           {"validation_accuracy", orNull(epoch.validation.accuracy)},
                           {"validation_auc", orNull(epoch.validation.auc)}});
    }
    return history;
}

ModelDescription describe(const TrainingRequest& request, const SampleStore& store,
                          const TrainingReport& report)
{
    TrainingRecipe recipe = request.recipe;
    if (request.startModel.is_object()) {
        recipe.start.model = request.startModel.value("id", ""); // a path means nothing elsewhere
    }
    ModelDescription model;
    model.id = recipe.id;
    model.version = request.modelVersion;
    model.date = request.date;
    model.title = recipe.title;
    for (const std::string& label : store.classes()) {
        model.labels.push_back({label, labelName(label), std::nullopt, std::nullopt});
    }
    const auto& classes = store.classes();
    if (std::find(classes.begin(), classes.end(), recipe.data.negativeLabel) != classes.end()) {
        model.negativeLabel = recipe.data.negativeLabel;
    }
    model.input = store.input();
    model.network = recipe.network;
    model.outputs = classes.size() == 2 ? 1 : static_cast<int>(classes.size());
    model.heatmapLayer = report.heatmapLayer;
    // At layers before the last Grad-CAM is empty for some films, and HiResCAM lies in the lungs
    // nearly as often: `nefes evaluate --shortcuts`.
    model.heatmapMethod = heatmapMethodId(HeatmapMethod::HiResCam);
    model.training = {{"recipe", recipeToJson(recipe)},
                      {"seed", recipe.seed},
                      {"dataset_sha256", store.digest()},
                      {"program", request.program},
                      {"libtorch", report.libtorchVersion},
                      {"best_epoch", report.bestEpoch},
                      {"epochs", report.epochs},
                      {"history", historyToJson(report)}};
    if (request.startModel.is_object()) {
        model.training["start"] = request.startModel;
    }
    model.intendedUse = intendedUse();
    model.licence = licenceOf(store);
    return model;
}

Result<void> writeHistory(const fs::path& folder, const TrainingReport& report)
{
    std::string text = "epoch,train_loss,train_accuracy,validation_loss,validation_accuracy,"
                       "validation_auc,learning_rate,seconds,images_per_second,is_best\n";
    for (const EpochDone& epoch : report.history) {
        text += fmt::format("{},{},{},{},{},{},{},{},{},{}\n", epoch.epoch, epoch.train.loss,
                            epoch.train.accuracy, epoch.validation.loss, epoch.validation.accuracy,
                            epoch.validation.auc, epoch.learningRate, epoch.seconds,
                            epoch.imagesPerSecond, epoch.isBest ? 1 : 0);
    }
    return writeFileAtomically(folder / "history.csv", text);
}

/// A file that stands in several splits counts as seen: training comes first, then validation.
std::map<std::string, std::string> splitsOf(const SampleStore& store)
{
    std::map<std::string, Split> splits;
    for (const SampleInfo& sample : store.samples()) {
        const auto [place, isNew] = splits.try_emplace(sample.sha256, sample.split);
        place->second = std::min(place->second, sample.split);
    }
    std::map<std::string, std::string> result;
    for (const auto& [digest, split] : splits) {
        result[digest] = splitName(split);
    }
    return result;
}

Result<TrainingOutcome> buildPackage(const TrainingRequest& request, const SampleStore& store,
                                     TrainingReport report)
{
    TrainingOutcome outcome;
    PackageContent content;
    ModelDescription& model = content.description;
    model = describe(request, store, report);
    NEFES_CHECK(checkOutputs(report, store, model.outputs));
    if (const SplitOutputs* validation = outputsOf(report, Split::Validation)) {
        model.calibration.temperature = std::clamp(
            fitTemperature(validation->logits, model.outputs, truthOf(store, Split::Validation)),
            0.05, 20.0);
        const JudgedImages judged = judge(store, *validation, model);
        chooseThresholds(model, judged);
        outcome.validationMetrics = judgedImagesToJson(judged, model);
    } else {
        for (ModelLabel& label : model.labels) {
            if (label.id != model.negativeLabel) {
                label.threshold = 0.5;
            }
        }
    }
    if (const SplitOutputs* test = outputsOf(report, Split::Test)) {
        outcome.testMetrics = judgedImagesToJson(judge(store, *test, model), model);
    }
    model.metrics = {{"validation", outcome.validationMetrics}, {"test", outcome.testMetrics}};
    const auto statistics = fitInputCheck(report, store, model);
    std::optional<PictureCheck> pictures;
    if (statistics) {
        content.inputCheckStatistics = statistics->tensors();
        pictures = fitPictureCheck(store);
        content.inputCheckStatistics.merge(pictures->tensors());
    }
    const auto cases = gatherCases(report, store);
    if (cases) {
        model.cases = kCasesFile;
        content.cases = cases->tensors();
        content.caseNames = cases->metadata();
    }
    if (model.input.area == InputArea::Lungs) {
        model.lungFinder = kLungsFile;
        content.lungFinder = request.lungWeights;
    }
    content.weights = report.weights;
    NEFES_TRY(model.weightsSha256, sha256OfFile(report.weights));
    content.splits = splitsOf(store);
    content.card = modelCard(model, store);
    outcome.modelFolder = request.runFolder / "model";
    NEFES_CHECK(writeModelPackage(outcome.modelFolder, content));
    NEFES_CHECK(writeHistory(request.runFolder, report));
    outcome.report = std::move(report);
    return outcome;
}

/// What is decided by the validation images needs some.
Result<void> checkWatched(const TrainingRecipe& recipe, const SampleStore& store)
{
    if (!store.indices(Split::Validation).empty()) {
        return {};
    }
    if (recipe.earlyStopping) {
        return fail(ErrorCode::RecipeInvalid,
                    fmt::format("early_stopping.metric: {}, but there are no validation images",
                                recipe.earlyStopping->metric));
    }
    if (recipe.schedule.type == "plateau") {
        return fail(ErrorCode::RecipeInvalid,
                    "schedule.type: plateau, but there are no validation images");
    }
    return {};
}

Result<TrainingOutcome> trainInFolder(Trainer& trainer, const TrainingRequest& request,
                                      const SampleStore& store, const EventSink& sink,
                                      const std::stop_token& stop)
{
    const auto start = std::chrono::steady_clock::now();
    if (!isModelId(request.recipe.id)) {
        return fail(ErrorCode::RecipeInvalid,
                    "id: small letters, digits, - _ . are allowed, at most 64");
    }
    std::error_code error;
    if (request.recipe.input.area == InputArea::Lungs && !fs::exists(request.lungWeights, error)) {
        // Not after hours, when the package is written.
        return fail(ErrorCode::RecipeInvalid, "input.region: no lung finder is installed");
    }
    NEFES_CHECK(checkWatched(request.recipe, store));
    fs::create_directories(request.runFolder, error);
    if (error) {
        return fail(ErrorCode::WriteFailed, error.message());
    }
    TrainerOptions options;
    options.runFolder = request.runFolder;
    options.resume = request.resume;
    options.onlyFinish = request.onlyFinish;
    options.threads = request.threads;
    options.startWeights = request.startWeights;
    options.lungWeights = request.lungWeights;
    NEFES_TRY(auto report, trainer.run(request.recipe, store, options, sink, stop));
    if (report.cancelled) {
        sink(TrainingCancelled{report.epochs});
        TrainingOutcome outcome;
        outcome.report = std::move(report);
        return outcome;
    }
    NEFES_TRY(auto outcome, buildPackage(request, store, std::move(report)));
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    sink(TrainingFinished{outcome.report.bestEpoch, toUtf8(outcome.modelFolder),
                          outcome.testMetrics, seconds.count()});
    return outcome;
}

} // namespace

Result<TrainingOutcome> runTraining(Trainer& trainer, const TrainingRequest& request,
                                    const SampleStore& store, const EventSink& sink,
                                    std::stop_token stop)
{
    auto outcome = trainInFolder(trainer, request, store, sink, stop);
    if (!outcome && (outcome.error().code == ErrorCode::WriteFailed ||
                     outcome.error().code == ErrorCode::DiskFull)) {
        return fail(outcome.error().code,
                    fmt::format("{}: {}", toUtf8(request.runFolder), outcome.error().detail));
    }
    return outcome;
}

Result<PackedDataset> prepareData(const TrainingRecipe& recipe, const TrainingData& data,
                                  const DecodingTools& tools, const Progress& progress,
                                  std::stop_token stop)
{
    NEFES_TRY(auto dataset, gatherDataset(data.folders, recipe.data, stop));
    assignSplits(dataset.entries, recipe.data, recipe.seed);
    if (data.folds >= 2) {
        assignFold(dataset.entries, recipe.data, recipe.seed, data.folds, data.fold);
    }
    return packThroughCache(dataset, recipe.input, data.cacheFolder, tools, progress, stop);
}

} // namespace nefes::ml
