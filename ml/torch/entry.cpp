// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/backend.h"
#include "ml/torch/augmentation_p.h"
#include "ml/torch/guarded_p.h"
#include "ml/torch/inference_network_p.h"
#include "ml/torch/lung_finder_p.h"
#include "ml/torch/networks_p.h"
#include "ml/torch/onnx_export_p.h"
#include "ml/torch/runtime_p.h"
#include "ml/torch/trainer_p.h"

namespace nefes::engine {
namespace {

class TorchBackend final : public ml::Backend
{
public:
    [[nodiscard]] ml::BackendInfo info() const override { return m_runtime->info(); }

    void setThreads(int threads) override { m_runtime->setThreads(threads); }

    [[nodiscard]] Result<std::unique_ptr<ml::Network>> loadNetwork(const ml::ModelPackage& package,
                                                                   ml::DeviceChoice choice) override
    {
        return guarded([&]() -> Result<std::unique_ptr<ml::Network>> {
            NEFES_TRY(const torch::Device device, Runtime::device(choice));
            return loadInferenceNetwork(m_runtime, package, device);
        });
    }

    [[nodiscard]] Result<std::unique_ptr<ml::Network>>
    randomNetwork(const ml::ModelDescription& model, ml::DeviceChoice choice,
                  std::uint64_t seed) override
    {
        return guarded([&]() -> Result<std::unique_ptr<ml::Network>> {
            NEFES_TRY(const torch::Device device, Runtime::device(choice));
            return makeRandomNetwork(m_runtime, model, device, seed);
        });
    }

    [[nodiscard]] Result<std::unique_ptr<ml::LungFinder>>
    loadLungFinder(const std::filesystem::path& weights) override
    {
        return guarded([&] { return engine::loadLungFinder(m_runtime, weights); });
    }

    [[nodiscard]] Result<ml::LungTraining> trainLungFinder(
        const ml::LungSamples& samples, const ml::LungTrainingOptions& options,
        const std::filesystem::path& weights, const std::map<std::string, std::string>& metadata,
        const std::function<void(const ml::LungProgress&)>& progress, std::stop_token stop) override
    {
        return guarded([&] {
            Runtime::applyThreads(Runtime::resolve(options.threads));
            return engine::trainLungFinder(samples, options, weights, metadata, progress, stop);
        });
    }

    [[nodiscard]] std::unique_ptr<ml::Trainer> createTrainer(ml::DeviceChoice device) override
    {
        return createTorchTrainer(device);
    }

    [[nodiscard]] Result<std::vector<GrayPlane>> augment(const GrayPlane& plane,
                                                         const ml::AugmentationSettings& settings,
                                                         int count, std::uint64_t seed) override
    {
        return guarded([&]() -> Result<std::vector<GrayPlane>> {
            m_runtime->applyThreads();
            return augmentPlane(plane, settings, count, seed);
        });
    }

    [[nodiscard]] Result<std::int64_t> countParameters(const ml::NetworkSpecification& network,
                                                       const ml::InputSpecification& input,
                                                       int outputs) override
    {
        return guarded([&]() -> Result<std::int64_t> {
            const NetworkShape shape{.channels = input.channels,
                                     .height = input.height,
                                     .width = input.width,
                                     .outputs = outputs};
            NEFES_TRY(const auto module, buildNetwork(network, shape, 1));
            std::int64_t count = 0;
            for (const torch::Tensor& parameter : module->parameters()) {
                count += parameter.numel();
            }
            return count;
        });
    }

    [[nodiscard]] Result<void> exportOnnx(const ml::ModelPackage& package,
                                          const std::filesystem::path& file) override
    {
        return guarded([&] { return writeOnnx(package, file); });
    }

private:
    std::shared_ptr<Runtime> m_runtime = std::make_shared<Runtime>();
};

} // namespace
} // namespace nefes::engine

/// The one symbol of the module. Null when the program was built against another interface.
extern "C" __attribute__((visibility("default"))) nefes::ml::Backend*
nefes_create_backend(int interfaceVersion);

extern "C" nefes::ml::Backend* nefes_create_backend(int interfaceVersion)
{
    if (interfaceVersion != nefes::ml::kBackendInterface) {
        return nullptr;
    }
    try {
        return std::make_unique<nefes::engine::TorchBackend>().release();
    } catch (...) {
        return nullptr;
    }
}
