// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/recipe.h"
#include "ml/torch/tensors_p.h"

#include <torch/optim/optimizer.h>

#include <memory>
#include <string>
#include <vector>

namespace nefes::engine {

/// An optimiser of LibTorch over named parameters whose state goes into a checkpoint.
class Optimization
{
public:
    /// Parameters by file name; those that need no gradient are left out.
    Optimization(const ml::OptimizerSettings& settings, const NamedTensors& parameters);

    void setLearningRate(double rate);
    void clearGradients();
    void step();
    /// Scales the gradients down to this norm; nothing where they are below it.
    void clipGradients(double largestNorm);

    /// "optimizer.<parameter>.<part>"; empty before the first step.
    [[nodiscard]] NamedTensors state() const;
    /// CheckpointMismatch when a part is missing.
    [[nodiscard]] Result<void> restore(const NamedTensors& state);

private:
    std::string m_type;
    NamedTensors m_parameters;
    std::unique_ptr<torch::optim::Optimizer> m_optimizer;
};

/// The learning rate of every step. Plateau also needs to be told the validation loss.
class LearningRate
{
public:
    LearningRate(const ml::TrainingRecipe& recipe, int stepsPerEpoch);

    /// Step counts from 0 over the whole run.
    [[nodiscard]] double at(std::int64_t step) const;
    /// After each epoch. True when the rate was reduced.
    [[nodiscard]] bool epochEnded(double validationLoss);

    /// What a checkpoint needs: factor, best loss, epochs without a better one.
    struct Plateau {
        double factor = 1.0;
        double bestLoss = std::numeric_limits<double>::infinity();
        int waited = 0;
    };
    [[nodiscard]] const Plateau& plateau() const { return m_plateau; }
    void restore(const Plateau& plateau) { m_plateau = plateau; }

private:
    ml::ScheduleSettings m_settings;
    double m_base;
    std::int64_t m_steps, m_warmupSteps;
    Plateau m_plateau;
};

} // namespace nefes::engine
