// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/lungs.h"
#include "ml/torch/runtime_p.h"

#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/conv.h>

#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>

namespace nefes::engine {

/// A small U-Net (Ronneberger et al., MICCAI 2015): four scales of two convolutions each, twice the
/// channels a scale, upwards by repetition. [n, 1, side, side] → logits of the same shape.
class LungNetwork : public torch::nn::Module
{
public:
    LungNetwork();
    /// `images` are gray values 0–255; each is brought to mean 0 and deviation 1 first.
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& images);

private:
    /// Twice: convolution 3 × 3, batch normalisation, ReLU.
    struct Block {
        std::array<torch::nn::Conv2d, 2> convolutions{nullptr, nullptr};
        std::array<torch::nn::BatchNorm2d, 2> norms{nullptr, nullptr};
        [[nodiscard]] torch::Tensor forward(torch::Tensor x);
    };
    [[nodiscard]] Block block(const std::string& name, int inputs, int outputs);

    std::vector<Block> m_down, m_up;
    torch::nn::Conv2d m_output{nullptr};
};

/// ModelDamaged, ModelShapeMismatch.
[[nodiscard]] Result<std::unique_ptr<ml::LungFinder>>
loadLungFinder(std::shared_ptr<const Runtime> runtime, const std::filesystem::path& weights);

/// As Backend::trainLungFinder.
[[nodiscard]] Result<ml::LungTraining> trainLungFinder(
    const ml::LungSamples& samples, const ml::LungTrainingOptions& options,
    const std::filesystem::path& weights, const std::map<std::string, std::string>& metadata,
    const std::function<void(const ml::LungProgress&)>& progress, const std::stop_token& stop);

} // namespace nefes::engine
