// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/render.h"

#include "ml/lungs.h"
#include "ml/model_package.h"
#include "ml/recipe.h"
#include "ml/trainer.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace nefes::ml {

enum class DeviceChoice { Auto, Cpu, Cuda };

/// "auto", "cpu", "cuda".
[[nodiscard]] std::optional<DeviceChoice> deviceChoiceFromName(std::string_view name);

struct BackendInfo {
    std::string libtorchVersion; ///< "1.13.1"
    bool hasCuda = false;
    std::string cudaDevice; ///< name of the first one, may be empty
    int threads = 1;
};

enum class HeatmapMethod { GradCam, GradCamPlusPlus, HiResCam, LayerCam };

/// "gradcam", "gradcam++", "hirescam", "layercam".
[[nodiscard]] std::string_view heatmapMethodId(HeatmapMethod method);
[[nodiscard]] std::optional<HeatmapMethod> heatmapMethodFromId(std::string_view id);

/// One pass of a network over one input.
struct NetworkOutput {
    std::vector<float> logits;   ///< one an output
    std::vector<float> features; ///< input of the output layer
    FloatGrid map; ///< over the network's input, not normalised, ≥ 0; empty unless asked for
    double forwardMs = 0.0;
    double explainMs = 0.0;
};

/// What to explain: the output's logit (for one output: sign −1 explains the first label).
struct ExplainRequest {
    int label = -1; ///< index of a label; −1: the one with the highest probability
    HeatmapMethod method = HeatmapMethod::GradCam;
};

/// A network with weights on a device. One thread at a time.
class Network
{
public:
    virtual ~Network() = default;
    Network() = default;
    Network(const Network&) = delete;
    Network& operator=(const Network&) = delete;

    /// "cpu", "cuda".
    [[nodiscard]] virtual std::string device() const = 0;
    /// `input` is [channels, height, width]. The map is computed only with a request.
    [[nodiscard]] virtual Result<NetworkOutput>
    run(std::span<const float> input, const std::optional<ExplainRequest>& explain) = 0;
    /// Logits of several inputs at once, [n, outputs]; `inputs` is [n, channels, height, width].
    [[nodiscard]] virtual Result<std::vector<float>> runBatch(std::span<const float> inputs,
                                                              int count) = 0;
};

/// What the torch module offers. Made once a process; any thread.
class Backend
{
public:
    virtual ~Backend() = default;
    Backend() = default;
    Backend(const Backend&) = delete;
    Backend& operator=(const Backend&) = delete;

    [[nodiscard]] virtual BackendInfo info() const = 0;
    /// Threads of every operation that follows; 0: all cores.
    virtual void setThreads(int threads) = 0;
    /// ModelShapeMismatch names the tensor; DeviceUnavailable when CUDA is asked for and absent.
    [[nodiscard]] virtual Result<std::unique_ptr<Network>> loadNetwork(const ModelPackage& package,
                                                                       DeviceChoice device) = 0;
    /// The same network with random weights instead of the package's: what its heatmaps must not
    /// look like.
    [[nodiscard]] virtual Result<std::unique_ptr<Network>>
    randomNetwork(const ModelDescription& model, DeviceChoice device, std::uint64_t seed) = 0;
    /// ModelDamaged, ModelShapeMismatch.
    [[nodiscard]] virtual Result<std::unique_ptr<LungFinder>>
    loadLungFinder(const std::filesystem::path& weights) = 0;
    /// Trains a lung finder on all samples and writes its weights with `metadata`, atomically;
    /// before that, with folds, one a fold, to measure. Same samples, options, build and thread
    /// count give the same weights. DatasetEmpty, Cancelled, WriteFailed, DiskFull.
    [[nodiscard]] virtual Result<LungTraining> trainLungFinder(
        const LungSamples& samples, const LungTrainingOptions& options,
        const std::filesystem::path& weights, const std::map<std::string, std::string>& metadata,
        const std::function<void(const LungProgress&)>& progress, std::stop_token stop) = 0;
    [[nodiscard]] virtual std::unique_ptr<Trainer> createTrainer(DeviceChoice device) = 0;
    /// `count` random changes of a plane, as training makes them before normalisation; the same
    /// seed, the same draws.
    [[nodiscard]] virtual Result<std::vector<GrayPlane>>
    augment(const GrayPlane& plane, const AugmentationSettings& settings, int count,
            std::uint64_t seed) = 0;
    /// Learned values of a network for this input; also of backbones, which are built for it.
    /// NetworkInvalid.
    [[nodiscard]] virtual Result<std::int64_t> countParameters(const NetworkSpecification& network,
                                                               const InputSpecification& input,
                                                               int outputs) = 0;
    /// Writes the package's network with its weights, temperature and sigmoid or softmax as one
    /// ONNX file, atomically. Input: "image" [n, channels, height, width], as preprocessing makes
    /// it, and "second_image" for a second network; output: "probabilities" [n, outputs].
    /// UnsupportedFormat where the module was built without ONNX; ModelShapeMismatch, WriteFailed,
    /// DiskFull.
    [[nodiscard]] virtual Result<void> exportOnnx(const ModelPackage& package,
                                                  const std::filesystem::path& file) = 0;
};

/// Grows with every change of an interface in this header or in trainer.h.
constexpr int kBackendInterface = 5;

/// Loads the module once; later calls answer at once with the same backend, and look again after an
/// error. Looked for in NEFES_TORCH_MODULE, beside the program, in ../lib beside it, in the
/// installed folder. Takes about 0.3 s the first time, so call it on a worker. ModuleMissing,
/// ModuleIncompatible.
[[nodiscard]] Result<std::shared_ptr<Backend>> loadBackend();

/// The backend if it has been loaded, else null; never loads it and never waits. Any thread.
[[nodiscard]] std::shared_ptr<Backend> loadedBackend();

} // namespace nefes::ml
