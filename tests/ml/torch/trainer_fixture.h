// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of the real module on small stores.
#pragma once

#include "tests/ml/torch/torch_fixtures.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>

namespace nefes::test {

inline ml::EventSink ignoreEvents()
{
    return [](const ml::TrainingEvent&) {
    };
}

/// Stops after the checkpoint of an epoch, or before a step of the epoch that follows.
struct StopAfter {
    int epoch = 0;
    int step = 0; ///< of the next epoch; 0: with the checkpoint
    std::stop_source source;

    void operator()(const ml::TrainingEvent& event)
    {
        const auto* written = std::get_if<ml::CheckpointWritten>(&event);
        const auto* batch = std::get_if<ml::BatchDone>(&event);
        if ((step == 0 && written != nullptr && written->epoch == epoch) ||
            (batch != nullptr && batch->epoch == epoch + 1 && batch->step == step)) {
            source.request_stop();
        }
    }
};

/// Recipes that use every part of a run whose state a checkpoint must hold.
inline ml::TrainingRecipe recipeOf(const QString& kind)
{
    ml::TrainingRecipe recipe = smallRecipe();
    recipe.augmentation.rotation = 5.0;
    recipe.augmentation.shiftX = 0.05;
    recipe.augmentation.noise = 0.02;
    recipe.augmentation.blur = 0.5;
    if (kind == "adamw") {
        recipe.optimizer.type = "adamw";
        recipe.optimizer.weightDecay = 0.01;
        recipe.schedule.type = "cosine";
        recipe.schedule.warmupEpochs = 1;
        recipe.weightAverage = 0.9;
        recipe.data.balance = "source_class";
        recipe.augmentation.aspect = 0.1;
        recipe.augmentation.resample = 0.3;
        recipe.augmentation.border = 0.1;
        recipe.augmentation.marks = 0.2;
        recipe.augmentation.mixup = 0.4;
        recipe.loss.sourceAdjustment = 0.4;
    } else if (kind == "rmsprop") {
        recipe.optimizer.type = "rmsprop";
        recipe.optimizer.momentum = 0.5;
        recipe.optimizer.learningRate = 1e-3;
        recipe.schedule.type = "plateau";
        recipe.schedule.patience = 0;
        recipe.keepBest = "validation.loss";
    } else {
        recipe.optimizer.type = "sgd";
        recipe.optimizer.momentum = 0.9;
        recipe.schedule.type = "one_cycle";
        recipe.gradientClip = 1.0;
        recipe.keepBest = "last";
    }
    return recipe;
}

/// The module, with a store of two classes and one of three.
class TrainerFixture
{
protected:
    /// What is missing; empty when all is there.
    [[nodiscard]] std::string open()
    {
        auto backend = ml::loadBackend();
        if (!backend) {
            return backend.error().detail;
        }
        m_backend = *backend;
        m_store = smallStore(pathIn(m_folder, "store"), 2, smallInput());
        m_threeClasses = smallStore(pathIn(m_folder, "three"), 3, smallInput());
        return m_store && m_threeClasses ? "" : "no store could be written";
    }

    Result<ml::TrainingReport> run(const ml::TrainingRecipe& recipe, const ml::SampleStore& store,
                                   const std::string& name, const ml::EventSink& sink,
                                   bool resume = false, std::stop_token stop = {},
                                   const std::filesystem::path& start = {})
    {
        ml::TrainerOptions options;
        options.runFolder = pathIn(m_folder, name);
        options.resume = resume;
        options.threads = 1;
        options.startWeights = start;
        std::filesystem::create_directories(options.runFolder);
        return m_backend->createTrainer(ml::DeviceChoice::Cpu)
            ->run(recipe, store, options, sink, stop);
    }

    Result<ml::LearningRateSearch> findRate(const ml::TrainingRecipe& recipe,
                                            const ml::LearningRateRange& range,
                                            const ml::EventSink& sink)
    {
        ml::TrainerOptions options;
        options.runFolder = pathIn(m_folder, "search");
        options.threads = 1;
        return m_backend->createTrainer(ml::DeviceChoice::Cpu)
            ->findLearningRate(recipe, *m_store, options, range, sink, {});
    }

    /// Tensor name → whether two files hold the same bytes there.
    static std::map<std::string, bool> comparison(const std::filesystem::path& a,
                                                  const std::filesystem::path& b)
    {
        std::map<std::string, bool> result;
        const auto first = ml::TensorFile::open(a);
        const auto second = ml::TensorFile::open(b);
        if (first && second) {
            for (const auto& [name, view] : (*first)->tensors()) {
                const auto other = (*second)->tensors().find(name);
                result[name] = other != (*second)->tensors().end() &&
                               std::ranges::equal(view.bytes, other->second.bytes);
            }
        }
        return result;
    }

    std::string weightsOf(const ml::TrainingRecipe& recipe, const std::string& name)
    {
        const auto report = run(recipe, *m_store, name, ignoreEvents());
        return report ? contentOf(report->weights) : std::string();
    }

    QTemporaryDir m_folder;
    std::shared_ptr<ml::Backend> m_backend;
    std::shared_ptr<const ml::SampleStore> m_store, m_threeClasses;
};

} // namespace nefes::test
