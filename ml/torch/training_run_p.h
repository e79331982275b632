// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/torch/augmentation_p.h"
#include "ml/torch/checkpoint_p.h"
#include "ml/torch/evaluation_p.h"
#include "ml/torch/learning_batch_p.h"
#include "ml/torch/losses_p.h"
#include "ml/torch/lung_masks_p.h"
#include "ml/torch/networks_p.h"
#include "ml/torch/optimization_p.h"
#include "ml/torch/samples_p.h"
#include "ml/torch/source_shifts_p.h"
#include "ml/torch/weight_average_p.h"
#include "ml/trainer.h"

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

namespace nefes::engine {

/// What a run is given; all of it outlives the run.
struct RunInput {
    const ml::TrainingRecipe& recipe;
    const ml::SampleStore& store;
    const ml::TrainerOptions& options;
    const ml::EventSink& sink;
    std::stop_token stop;
    torch::Device device;
};

/// One training run from the recipe to its report.
class TrainingRun
{
public:
    [[nodiscard]] static Result<std::unique_ptr<TrainingRun>> create(const RunInput& input);
    /// Call once.
    [[nodiscard]] Result<ml::TrainingReport> execute();
    /// The range test instead of a run. Call once.
    [[nodiscard]] Result<ml::LearningRateSearch> findRate(const ml::LearningRateRange& range);

    /// One training step on that many black images: does it fit into memory? The run is of no use
    /// afterwards.
    [[nodiscard]] Result<void> tryStep(int images);

private:
    explicit TrainingRun(const RunInput& input, std::shared_ptr<NetworkModule> network);

    [[nodiscard]] std::filesystem::path checkpointFile() const;
    [[nodiscard]] Result<void> loadStartWeights();
    [[nodiscard]] Result<void> freezeLayers();
    [[nodiscard]] Result<void> findLungs();
    [[nodiscard]] Result<void> resume();
    [[nodiscard]] Result<void> save();
    void announce() const;

    /// False when it was stopped in between; the state is then that of the last epoch.
    [[nodiscard]] Result<bool> runEpoch();
    struct EpochSums {
        double loss = 0.0;
        std::int64_t right = 0, images = 0;
    };
    [[nodiscard]] Result<EpochSums> trainEpoch(int epoch);
    [[nodiscard]] Batch gatherBatch(std::span<const std::size_t> indices) const;
    [[nodiscard]] Result<void> trainStep(const Batch& batch, Rng& random, EpochSums& sums);
    [[nodiscard]] Result<ml::SplitMetrics> validate();
    void judgeEpoch(ml::EpochDone& epoch);
    [[nodiscard]] bool shouldStopEarly() const;

    [[nodiscard]] Result<ml::TrainingReport> finish();
    void correctOutput();

    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x) const;
    void send(const ml::TrainingEvent& event) const;

    const ml::TrainingRecipe& m_recipe;
    const ml::SampleStore& m_store;
    const ml::TrainerOptions& m_options;
    const ml::EventSink& m_sink;
    std::stop_token m_stop;
    torch::Device m_device;
    RunIdentity m_identity;

    std::shared_ptr<NetworkModule> m_network;
    torch::Generator m_noise;
    EpochOrder m_order;
    SourceShifts m_shifts;
    Augmentation m_augmentation;
    LungMasks m_lungs;
    Loss m_loss;
    std::size_t m_stepsPerEpoch;
    LearningRate m_learningRate;
    std::optional<Optimization> m_optimization;
    std::optional<WeightAverage> m_average;
    NamedTensors m_best; ///< kept weights, on the CPU
    RunState m_state;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace nefes::engine
