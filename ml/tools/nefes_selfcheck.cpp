// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/backend.h"
#include "ml/sample_store.h"
#include "ml/tensor_file.h"
#include "ml/trainer.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <system_error>

/// Checks the numeric core of the LibTorch module where there may be nothing else: the forward
/// pass, Grad-CAM and three steps of training of a tiny network against numbers that PyTorch
/// computed.
namespace {

using namespace nefes;

constexpr int kSide = 12;
constexpr int kImages = 12;
constexpr int kClasses = 3;

// PyTorch 1.13, float32, the same weights and planes.
constexpr std::array<float, kClasses> kLogits{1.152515F, -0.918458F, 0.907240F};
constexpr int kMapLabel = 0;
constexpr float kMapSum = 1.096051F;
constexpr float kMapLargest = 0.190963F;
constexpr std::array<double, 3> kLosses{1.7198758, 1.4281564, 1.1857471};

/// Looser on a GPU, whose convolutions may round to ten bits.
constexpr double kToleranceCpu = 1e-4;
constexpr double kToleranceCuda = 5e-3;

struct Tensor {
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

Tensor waves(std::vector<std::int64_t> shape, double phase, double scale)
{
    const auto count =
        std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
    Tensor tensor{std::move(shape), {}};
    for (std::int64_t i = 0; i < count; ++i) {
        tensor.values.push_back(
            static_cast<float>(std::sin(0.7 * static_cast<double>(i) + phase) * scale));
    }
    return tensor;
}

std::vector<std::uint8_t> plane(int image)
{
    std::vector<std::uint8_t> values;
    for (int p = 0; p < kSide * kSide; ++p) {
        values.push_back(static_cast<std::uint8_t>((image * 37 + p * 11 + p * p % 7 * 5) % 256));
    }
    return values;
}

ml::TrainingRecipe recipe()
{
    ml::LayerSpecification conv;
    conv.type = ml::LayerType::Conv2d;
    conv.filters = 4;
    conv.padding = ml::Padding::Same;
    conv.activation = ml::ActivationType::Relu;
    ml::LayerSpecification pool;
    pool.type = ml::LayerType::MaxPool;
    pool.stride = 2;
    ml::LayerSpecification mean;
    mean.type = ml::LayerType::AdaptiveAveragePool;
    mean.size = 1;
    ml::TrainingRecipe recipe;
    recipe.input.width = kSide;
    recipe.input.height = kSide;
    recipe.input.mean = {0.5F};
    recipe.input.std = {0.25F};
    recipe.network.layers = {conv, pool, conv, mean, ml::LayerSpecification{}};
    recipe.optimizer = {"sgd", 0.1, 0.0, 0.9};
    recipe.epochs = static_cast<int>(kLosses.size());
    recipe.batchSize = kImages; // one step an epoch: the order does not matter
    recipe.keepBest = "last";
    return recipe;
}

Result<void> writeWeights(const std::filesystem::path& file)
{
    const std::map<std::string, Tensor> weights{
        {"network.0.weight", waves({4, 1, 3, 3}, 0.1, 0.5)},
        {"network.0.bias", waves({4}, 0.2, 0.1)},
        {"network.2.weight", waves({4, 4, 3, 3}, 0.3, 0.3)},
        {"network.2.bias", waves({4}, 0.4, 0.1)},
        {"network.output.weight", waves({kClasses, 4}, 0.5, 0.8)},
        {"network.output.bias", waves({kClasses}, 0.6, 0.1)}};
    std::map<std::string, ml::TensorView> views;
    for (const auto& [name, tensor] : weights) {
        views[name] = {ml::TensorType::Float32, tensor.shape,
                       std::as_bytes(std::span(tensor.values))};
    }
    return ml::writeTensorFile(file, views, {});
}

Result<std::shared_ptr<const ml::SampleStore>> writeStore(const std::filesystem::path& file)
{
    NEFES_TRY(const auto writer,
              ml::SampleStoreWriter::create(file, recipe().input, {"first", "second", "third"}));
    for (int image = 0; image < kImages; ++image) {
        ml::SampleInfo info;
        info.file = std::to_string(image);
        info.label = image % kClasses;
        NEFES_CHECK(writer->add(std::move(info), plane(image)));
    }
    NEFES_CHECK(writer->finish());
    return ml::SampleStore::open(file);
}

/// Prints one line; true when every difference is within the tolerance.
bool report(const std::string& device, const char* part, double difference, double tolerance)
{
    const bool isGood = difference <= tolerance;
    fmt::print("{}: {} {}, largest difference {:.2g} (allowed {:.2g})\n", device, part,
               isGood ? "ok" : "WRONG", difference, tolerance);
    return isGood;
}

Result<bool> checkForward(ml::Backend& backend, ml::DeviceChoice device, double tolerance,
                          const std::filesystem::path& weights)
{
    ml::ModelPackage package;
    package.description.input = recipe().input;
    package.description.network = recipe().network;
    package.description.outputs = kClasses;
    package.description.heatmapLayer = "2";
    NEFES_TRY(package.weights, ml::TensorFile::open(weights));
    NEFES_TRY(const auto network, backend.loadNetwork(package, device));
    std::vector<float> input;
    for (const std::uint8_t gray : plane(0)) {
        input.push_back((static_cast<float>(gray) / 255.0F - 0.5F) / 0.25F);
    }
    NEFES_TRY(const auto output,
              network->run(input, ml::ExplainRequest{kMapLabel, ml::HeatmapMethod::GradCam}));
    double logits = output.logits.size() == kLogits.size() ? 0.0 : 1.0;
    for (std::size_t i = 0; i < std::min(kLogits.size(), output.logits.size()); ++i) {
        logits = std::max(logits, std::abs(static_cast<double>(output.logits[i] - kLogits[i])));
    }
    const auto& map = output.map.values;
    const float sum = std::accumulate(map.begin(), map.end(), 0.0F);
    const float largest = map.empty() ? 0.0F : *std::ranges::max_element(map);
    const double mapDifference = std::max(std::abs(sum - kMapSum), std::abs(largest - kMapLargest));
    const bool isForwardGood = report(network->device(), "forward pass", logits, tolerance);
    return report(network->device(), "Grad-CAM", mapDifference, tolerance) && isForwardGood;
}

Result<bool> checkTraining(ml::Backend& backend, ml::DeviceChoice device, double tolerance,
                           const std::filesystem::path& folder,
                           const std::filesystem::path& weights)
{
    NEFES_TRY(const auto store, writeStore(folder / "store"));
    ml::TrainerOptions options;
    options.runFolder = folder;
    options.startWeights = weights;
    NEFES_TRY(const auto result,
              backend.createTrainer(device)->run(recipe(), *store, options, {}, {}));
    double difference = result.history.size() == kLosses.size() ? 0.0 : 1.0;
    for (std::size_t i = 0; i < std::min(kLosses.size(), result.history.size()); ++i) {
        difference = std::max(difference, std::abs(result.history[i].train.loss - kLosses[i]));
    }
    return report(device == ml::DeviceChoice::Cuda ? "cuda" : "cpu", "training", difference,
                  tolerance);
}

Result<bool> checkDevice(ml::Backend& backend, ml::DeviceChoice device, double tolerance,
                         const std::filesystem::path& folder)
{
    const std::filesystem::path weights = folder / "start.safetensors";
    NEFES_CHECK(writeWeights(weights));
    NEFES_TRY(const bool isForwardGood, checkForward(backend, device, tolerance, weights));
    NEFES_TRY(const bool isTrainingGood,
              checkTraining(backend, device, tolerance, folder, weights));
    return isForwardGood && isTrainingGood;
}

Result<bool> check()
{
    NEFES_TRY(const auto backend, ml::loadBackend());
    const ml::BackendInfo info = backend->info();
    fmt::print("LibTorch {}, {} thread(s), {}\n", info.libtorchVersion, info.threads,
               info.hasCuda ? info.cudaDevice : std::string("no CUDA device: not checked"));
    std::error_code error;
    const auto folder =
        std::filesystem::temp_directory_path(error) / fmt::format("nefes-selfcheck-{}", ::getpid());
    if (error || !std::filesystem::create_directories(folder, error)) {
        return fail(ErrorCode::WriteFailed, "no folder for temporary files");
    }
    auto isGood = checkDevice(*backend, ml::DeviceChoice::Cpu, kToleranceCpu, folder);
    if (isGood && info.hasCuda) {
        const auto onCuda = checkDevice(*backend, ml::DeviceChoice::Cuda, kToleranceCuda, folder);
        isGood = onCuda ? Result<bool>(*isGood && *onCuda) : onCuda;
    }
    std::filesystem::remove_all(folder, error);
    return isGood;
}

} // namespace

int main(int argc, char**)
{
    if (argc > 1) {
        fmt::print(stderr, "nefes_selfcheck takes no arguments\n");
        return 2;
    }
    const auto result = check();
    if (!result) {
        fmt::print(stderr, "{}: {}\n", errorCodeName(result.error().code), result.error().detail);
        return 1;
    }
    return *result ? 0 : 1;
}
