// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"

#include "ml/torch/augmentation_p.h"
#include "ml/torch/lung_finder_p.h"
#include "ml/torch/memory_pool_p.h"
#include "ml/torch/optimization_p.h"
#include "ml/torch/tensors_p.h"

#include <numeric>

namespace nefes::engine {
namespace {

constexpr int kBatch = 16;
constexpr std::size_t kSide = ml::kLungSide;
constexpr std::size_t kPixels = kSide * kSide;

/// Optimiser and rates, said as a recipe so that the training of classifiers serves here too.
ml::TrainingRecipe settingsOf(const ml::LungTrainingOptions& options)
{
    ml::TrainingRecipe recipe;
    recipe.optimizer.type = "adamw";
    recipe.optimizer.learningRate = 3e-3;
    recipe.optimizer.weightDecay = 1e-3;
    recipe.schedule.type = "one_cycle";
    recipe.epochs = options.epochs;
    // Children are smaller, bedside films darker and turned: the marked films are adults' alone.
    recipe.augmentation.rotation = 12.0;
    recipe.augmentation.zoom = {0.75, 1.35};
    recipe.augmentation.aspect = 0.25;
    recipe.augmentation.shiftX = 0.1;
    recipe.augmentation.shiftY = 0.1;
    recipe.augmentation.flipHorizontal = true;
    recipe.augmentation.brightness = 0.3;
    recipe.augmentation.contrast = 0.4;
    recipe.augmentation.gamma = 0.4;
    recipe.augmentation.noise = 0.05;
    recipe.augmentation.blur = 1.0;
    recipe.augmentation.fill = "zero";
    return recipe;
}

/// Image and mask of the samples as two channels, [n, 2, side, side], 0–255.
torch::Tensor gather(const ml::LungSamples& samples, std::span<const std::size_t> indices)
{
    const auto n = static_cast<std::int64_t>(indices.size());
    torch::Tensor both = torch::empty(
        {n, 2, static_cast<std::int64_t>(kSide), static_cast<std::int64_t>(kSide)}, torch::kUInt8);
    auto* target = both.data_ptr<std::uint8_t>();
    for (const std::size_t index : indices) {
        for (const auto* values : {&samples.planes, &samples.masks}) {
            const auto first = values->begin() + static_cast<std::ptrdiff_t>(index * kPixels);
            target = std::copy(first, first + static_cast<std::ptrdiff_t>(kPixels), target);
        }
    }
    return both.to(torch::kFloat);
}

/// Dice of each image (Sørensen 1948): twice the common area ÷ the sum of both areas; [n].
torch::Tensor diceOf(const torch::Tensor& lungs, const torch::Tensor& truth)
{
    const torch::Tensor common = (lungs * truth).sum({1, 2, 3});
    const torch::Tensor areas = lungs.sum({1, 2, 3}) + truth.sum({1, 2, 3});
    return (2.0 * common + 1.0) / (areas + 1.0);
}

class LungTrainer
{
public:
    LungTrainer(const ml::LungSamples& samples, const ml::LungTrainingOptions& options,
                const std::function<void(const ml::LungProgress&)>& progress, std::stop_token stop)
        : m_samples(samples)
        , m_options(options)
        , m_progress(progress)
        , m_stop(std::move(stop))
        , m_settings(settingsOf(options))
        , m_augmentation(m_settings.augmentation)
    {
    }

    [[nodiscard]] Result<std::shared_ptr<LungNetwork>> train(std::vector<std::size_t> indices,
                                                             int fold) const
    {
        // The one that is kept is the same whether others are measured before it or not.
        constexpr std::uint64_t kKept = 999;
        Rng random(m_options.seed * 1000 +
                   (fold == m_options.folds ? kKept : static_cast<std::uint64_t>(fold)));
        torch::manual_seed(random.next());
        torch::Generator noise = at::globalContext().defaultGenerator(torch::kCPU).clone();
        noise.set_current_seed(random.next());
        auto network = std::make_shared<LungNetwork>();
        for (torch::Tensor& parameter : network->parameters()) {
            if (parameter.dim() == 4) {
                parameter.set_data(parameter.detach().contiguous(at::MemoryFormat::ChannelsLast));
            }
        }
        Optimization optimization(m_settings.optimizer, networkTensors(*network));
        const std::size_t steps = std::max<std::size_t>(1, indices.size() / kBatch);
        const LearningRate rate(m_settings, static_cast<int>(steps));
        network->train();
        for (int epoch = 0; epoch < m_options.epochs; ++epoch) {
            random.shuffle(std::span(indices));
            double sum = 0.0;
            for (std::size_t step = 0; step < steps; ++step) {
                if (m_stop.stop_requested()) {
                    return fail(ErrorCode::Cancelled, "cancelled");
                }
                optimization.setLearningRate(rate.at(static_cast<std::int64_t>(step) +
                                                     static_cast<std::int64_t>(steps) * epoch));
                const std::size_t first = step * kBatch;
                const std::span<const std::size_t> all(indices);
                sum +=
                    trainStep(*network, optimization,
                              all.subspan(first, std::min<std::size_t>(kBatch, all.size() - first)),
                              random, noise);
            }
            if (m_progress) {
                m_progress({fold, m_options.folds, epoch + 1, m_options.epochs,
                            sum / static_cast<double>(steps)});
            }
        }
        network->eval();
        return network;
    }

    /// Dice of the samples.
    [[nodiscard]] std::vector<double> measure(LungNetwork& network,
                                              std::span<const std::size_t> indices) const
    {
        const torch::NoGradGuard noGrad;
        std::vector<double> dice;
        for (const std::size_t index : indices) {
            const torch::Tensor both = gather(m_samples, std::span(&index, 1));
            const torch::Tensor lungs = (network.forward(both.slice(1, 0, 1)) > 0.0);
            const torch::Tensor truth = (both.slice(1, 1, 2) > 127.5).to(torch::kFloat);
            dice.push_back(diceOf(lungs.to(torch::kFloat), truth).item<double>());
        }
        return dice;
    }

private:
    [[nodiscard]] double trainStep(LungNetwork& network, Optimization& optimization,
                                   std::span<const std::size_t> indices, Rng& random,
                                   const torch::Generator& noise) const
    {
        const torch::Tensor both = m_augmentation.warp(gather(m_samples, indices), random);
        const torch::Tensor images =
            m_augmentation.changeValues(both.slice(1, 0, 1), random, noise);
        const torch::Tensor truth = (both.slice(1, 1, 2) > 127.5).to(torch::kFloat);
        optimization.clearGradients();
        const torch::Tensor logits = network.forward(images);
        // Cross-entropy and Dice loss (Milletari et al., 3DV 2016) together.
        const torch::Tensor loss = torch::binary_cross_entropy_with_logits(logits, truth) + 1.0 -
                                   diceOf(torch::sigmoid(logits), truth).mean();
        loss.backward();
        optimization.step();
        return loss.item<double>();
    }

    const ml::LungSamples& m_samples;
    const ml::LungTrainingOptions& m_options;
    const std::function<void(const ml::LungProgress&)>& m_progress;
    std::stop_token m_stop;
    ml::TrainingRecipe m_settings;
    Augmentation m_augmentation;
};

} // namespace

Result<ml::LungTraining> trainLungFinder(
    const ml::LungSamples& samples, const ml::LungTrainingOptions& options,
    const std::filesystem::path& weights, const std::map<std::string, std::string>& metadata,
    const std::function<void(const ml::LungProgress&)>& progress, const std::stop_token& stop)
{
    const auto count = static_cast<std::size_t>(samples.count());
    if (count < kBatch || samples.masks.size() != samples.planes.size()) {
        return fail(ErrorCode::DatasetEmpty, "at least 16 images with lung masks are needed");
    }
    keepTensorMemory();
    const LungTrainer trainer(samples, options, progress, stop);
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    Rng(options.seed).shuffle(std::span(order));
    ml::LungTraining result;
    if (options.folds > 1) {
        result.dice.resize(count);
        const auto folds = static_cast<std::size_t>(options.folds);
        for (std::size_t fold = 0; fold < folds; ++fold) {
            std::vector<std::size_t> seen;
            std::vector<std::size_t> unseen;
            for (std::size_t i = 0; i < count; ++i) {
                (i % folds == fold ? unseen : seen).push_back(order[i]);
            }
            NEFES_TRY(const auto network, trainer.train(seen, static_cast<int>(fold)));
            const auto dice = trainer.measure(*network, unseen);
            for (std::size_t i = 0; i < unseen.size(); ++i) {
                result.dice[unseen[i]] = dice[i];
            }
        }
    }
    NEFES_TRY(const auto network, trainer.train(order, options.folds));
    NEFES_CHECK(writeTensors(weights, networkTensors(*network), metadata));
    return result;
}

} // namespace nefes::engine
