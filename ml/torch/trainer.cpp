// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/fitting_batch.h"
#include "ml/torch/guarded_p.h"
#include "ml/torch/memory_pool_p.h"
#include "ml/torch/runtime_p.h"
#include "ml/torch/trainer_p.h"
#include "ml/torch/training_run_p.h"

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
            NEFES_TRY(const auto run, prepare(recipe, store, options, sink, stop));
            return run->execute();
        });
        return withAdvice(std::move(report), recipe, store, options);
    }

    [[nodiscard]] Result<ml::LearningRateSearch>
    findLearningRate(const ml::TrainingRecipe& recipe, const ml::SampleStore& store,
                     const ml::TrainerOptions& options, const ml::LearningRateRange& range,
                     const ml::EventSink& sink, std::stop_token stop) override
    {
        auto search = guarded([&]() -> Result<ml::LearningRateSearch> {
            ml::TrainerOptions afresh = options;
            afresh.resume = false;
            NEFES_TRY(const auto run, prepare(recipe, store, afresh, sink, stop));
            return run->findRate(range);
        });
        return withAdvice(std::move(search), recipe, store, options);
    }

private:
    [[nodiscard]] Result<std::unique_ptr<TrainingRun>> prepare(const ml::TrainingRecipe& recipe,
                                                               const ml::SampleStore& store,
                                                               const ml::TrainerOptions& options,
                                                               const ml::EventSink& sink,
                                                               const std::stop_token& stop) const
    {
        NEFES_TRY(const torch::Device device, Runtime::device(m_device));
        Runtime::applyThreads(Runtime::resolve(options.threads));
        return TrainingRun::create({recipe, store, options, sink, stop, device});
    }

    /// Out of memory says which batch fits: half of it, a quarter … is tried with one step each.
    template <class T>
    [[nodiscard]] Result<T> withAdvice(Result<T> result, const ml::TrainingRecipe& recipe,
                                       const ml::SampleStore& store,
                                       const ml::TrainerOptions& options) const
    {
        if (result || result.error().code != ErrorCode::OutOfMemory) {
            return result;
        }
        ml::TrainerOptions afresh = options;
        afresh.resume = false;
        const ml::EventSink silent; // runs keep a reference
        for (int images = recipe.batchSize / 2; images >= 2; images /= 2) {
            const auto fits = guarded([&]() -> Result<void> {
                NEFES_TRY(const auto run, prepare(recipe, store, afresh, silent, {}));
                return run->tryStep(images);
            });
            if (fits) {
                result.error().detail += "; " + ml::fittingBatchText(recipe.batchSize, images);
                return result;
            }
        }
        result.error().detail += "; " + ml::noFittingBatchText();
        return result;
    }

    ml::DeviceChoice m_device;
};

} // namespace

std::unique_ptr<ml::Trainer> createTorchTrainer(ml::DeviceChoice device)
{
    keepTensorMemory();
    return std::make_unique<TorchTrainer>(device);
}

} // namespace nefes::engine
