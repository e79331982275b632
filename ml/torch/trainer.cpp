// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/guarded_p.h"
#include "ml/torch/runtime_p.h"
#include "ml/torch/trainer_p.h"
#include "ml/torch/training_run_p.h"

#include <fmt/format.h>

namespace nefes::engine {
namespace {

class TorchTrainer final : public ml::Trainer
{
public:
    explicit TorchTrainer(ml::DeviceChoice device)
        : m_device(device)
    {
    }

    [[nodiscard]] Result<ml::TrainingReport>
    run(const ml::TrainingRecipe& recipe, const ml::SampleStore& store,
        const ml::TrainerOptions& options, const ml::EventSink& sink, std::stop_token stop) override
    {
        auto report = guarded([&]() -> Result<ml::TrainingReport> {
            NEFES_TRY(const torch::Device device, Runtime::device(m_device));
            Runtime::applyThreads(Runtime::resolve(options.threads));
            NEFES_TRY(const auto run,
                      TrainingRun::create({recipe, store, options, sink, stop, device}));
            return run->execute();
        });
        if (!report && report.error().code == ErrorCode::OutOfMemory && recipe.batchSize > 1) {
            report.error().detail += fmt::format("; batch size {} did not fit, {} may",
                                                 recipe.batchSize, recipe.batchSize / 2);
        }
        return report;
    }

private:
    ml::DeviceChoice m_device;
};

} // namespace

std::unique_ptr<ml::Trainer> createTorchTrainer(ml::DeviceChoice device)
{
    return std::make_unique<TorchTrainer>(device);
}

} // namespace nefes::engine
