// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/network_specification.h"

#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/linear.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nefes::engine {

/// A convolution and the batch normalisation behind it. For inference the second can be folded
/// into the first: one pass over memory less, the same result up to rounding.
class ConvNorm
{
public:
    ConvNorm(torch::nn::Conv2d conv, torch::nn::BatchNorm2d norm);
    [[nodiscard]] torch::Tensor operator()(const torch::Tensor& x) const;
    /// REQUIRES: weights are final and the network is in evaluation mode.
    void fold() const;

private:
    torch::nn::Conv2d m_conv;
    torch::nn::BatchNorm2d m_norm;
    std::shared_ptr<bool> m_isFolded;
};

/// A network as a row of named stages; the last one is the output layer.
class NetworkModule final : public torch::nn::Module
{
public:
    using Function = std::function<torch::Tensor(const torch::Tensor&)>;

    /// What a stage does to positions: a map can be explained in closed form when only pooling
    /// over all positions and reshaping lie between it and the output layer.
    enum class StageKind { Spatial, GlobalPool, Reshape, Dense };

    void addStage(std::string name, StageKind kind, Function function);
    /// Adds the dense output layer; call it last.
    void addOutput(int inputs, int outputs);
    /// Random zeros in training from the generator that was set, not the process's: loading a model
    /// for the window meanwhile does not change what a seed gives.
    void addDropout(const std::string& name, double rate);
    void setGenerator(torch::Generator generator) { m_generator = std::move(generator); }
    void registerConvNorms(const std::vector<ConvNorm>& pairs);

    [[nodiscard]] std::size_t stageCount() const { return m_stages.size(); }
    [[nodiscard]] std::optional<std::size_t> stageIndex(const std::string& name) const;

    /// Stages first … last - 1.
    [[nodiscard]] torch::Tensor run(torch::Tensor x, std::size_t first, std::size_t last) const;
    /// Input of the output layer, [n, features].
    [[nodiscard]] torch::Tensor features(const torch::Tensor& x) const;
    /// [n, outputs]
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x) const;
    [[nodiscard]] const torch::nn::Linear& output() const { return m_output; }

    /// True when the logits are linear in the stage's map, averaged over all positions.
    [[nodiscard]] bool isPooledLinearAfter(std::size_t stage) const;
    /// Name of the stage that explanations look at: the last convolution; empty if there is none.
    [[nodiscard]] const std::string& heatmapLayer() const { return m_heatmapLayer; }
    void setHeatmapLayer(std::string name) { m_heatmapLayer = std::move(name); }

    void foldBatchNorms() const;

    /// From now on the first stages keep their weights and running statistics, whatever is trained.
    /// REQUIRES: fewer than all stages.
    void freeze(std::size_t stages);
    void train(bool on = true) override;

private:
    struct Stage {
        std::string name;
        StageKind kind;
        Function function;
        std::vector<std::shared_ptr<torch::nn::Module>> layers; ///< with values of their own
    };
    std::vector<Stage> m_stages;
    std::size_t m_frozenStages = 0;
    std::vector<ConvNorm> m_convNorms;
    std::string m_heatmapLayer;
    torch::Generator m_generator;
    torch::nn::Linear m_output{nullptr};
};

struct NetworkShape {
    int channels = 1;
    int height = 0, width = 0;
    int outputs = 1;
};

/// The same seed gives the same weights; without one they have no values until they are loaded.
/// NetworkInvalid. Any thread.
[[nodiscard]] Result<std::shared_ptr<NetworkModule>>
buildNetwork(const ml::NetworkSpecification& specification, const NetworkShape& shape,
             std::optional<std::uint64_t> seed);

/// The backbones; `width` is the recipe's (64: as published). Tensor names as in torchvision,
/// except the output layer.
void buildResNet(NetworkModule& network, const std::vector<int>& blocks, int width, double dropout,
                 const NetworkShape& shape);
void buildDenseNet121(NetworkModule& network, int width, double dropout, const NetworkShape& shape);
enum class MobileNetSize { Small, Large };
void buildMobileNetV3(NetworkModule& network, MobileNetSize size, int width, double dropout,
                      const NetworkShape& shape);

} // namespace nefes::engine
