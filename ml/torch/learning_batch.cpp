// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/lung_views.h"
#include "ml/torch/learning_batch_p.h"

#include <cmath>
#include <numeric>

namespace nefes::engine {
namespace {

/// The border of the lungs is part of what is looked at.
torch::Tensor grown(const torch::Tensor& lungs)
{
    const std::int64_t radius = std::max<std::int64_t>(1, lungs.size(3) / ml::kLungGrowthDivisor);
    return torch::max_pool2d(lungs, {2 * radius + 1, 2 * radius + 1}, {1, 1}, {radius, radius});
}

void hideParts(LearningBatch& learning, const torch::Tensor& lungs,
               const ml::AugmentationSettings& settings, Rng& random)
{
    constexpr double kBlackShare = 0.5;
    const torch::Tensor mask = grown((lungs > 127.5).to(torch::kFloat)) > 0.5;
    const torch::Tensor areas =
        (lungs > 127.5).to(torch::kFloat).mean({1, 2, 3}).to(torch::kCPU).contiguous();
    learning.isUnknown = torch::zeros({learning.images.size(0)}, torch::kBool);
    for (std::int64_t i = 0; i < learning.images.size(0); ++i) {
        const double draw = random.uniform();
        const double gray = random.uniform() < kBlackShare ? 0.0 : random.uniform(0.0, 255.0);
        if (areas[i].item<double>() < ml::kSmallestLungShare) {
            continue;
        }
        if (draw < settings.outsideLungs) {
            learning.images[i].masked_fill_(mask[i].logical_not(), gray);
        } else if (draw > 1.0 - settings.withoutLungs) {
            learning.images[i].masked_fill_(mask[i], 0.0);
            learning.isUnknown[i] = true;
        }
    }
    learning.isUnknown = learning.isUnknown.to(learning.images.device());
}

/// Of the Beta(α, α) distribution, by Jöhnk's method (Metrika 8, 1964).
double drawBeta(double alpha, Rng& random)
{
    for (;;) {
        const double x = std::pow(random.uniform(), 1.0 / alpha);
        const double y = std::pow(random.uniform(), 1.0 / alpha);
        if (x + y > 0.0 && x + y <= 1.0) {
            return x / (x + y);
        }
    }
}

/// Blends every image with another of the batch (Zhang et al., ICLR 2018).
void blend(LearningBatch& learning, double alpha, Rng& random)
{
    if (random.uniform() < 0.5) {
        return;
    }
    const std::int64_t n = learning.images.size(0);
    std::vector<std::int64_t> order(static_cast<std::size_t>(n));
    std::iota(order.begin(), order.end(), std::int64_t{0});
    random.shuffle(std::span(order));
    const torch::Tensor others = torch::tensor(order, learning.labels.options());
    learning.share = drawBeta(alpha, random);
    learning.others = learning.labels.index_select(0, others);
    if (learning.shifts.defined()) {
        learning.otherShifts = learning.shifts.index_select(0, others);
    }
    learning.images = learning.share * learning.images +
                      (1.0 - learning.share) * learning.images.index_select(0, others);
    if (learning.isUnknown.defined()) {
        learning.isUnknown =
            learning.isUnknown.logical_or(learning.isUnknown.index_select(0, others));
    }
}

} // namespace

LearningBatch augmentBatch(const Batch& batch, const ml::AugmentationSettings& settings,
                           const Augmentation& augmentation, Rng& random,
                           const torch::Generator& noise)
{
    const torch::NoGradGuard noGrad;
    LearningBatch learning;
    learning.labels = batch.labels;
    learning.shifts = batch.shifts;
    if (!batch.lungs.defined()) {
        learning.images = augmentation.apply(batch.images, random, noise);
    } else {
        const torch::Tensor moved =
            augmentation.warp(torch::cat({batch.images, batch.lungs}, 1), random);
        learning.images =
            augmentation.changeValues(moved.slice(1, 0, 1).contiguous(), random, noise);
        hideParts(learning, moved.slice(1, 1, 2), settings, random);
    }
    if (settings.mixup > 0.0) {
        blend(learning, settings.mixup, random);
    }
    return learning;
}

} // namespace nefes::engine
