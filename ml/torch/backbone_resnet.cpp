// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/backbones_p.h"
#include "ml/torch/layers_p.h"

#include <fmt/format.h>
#include <torch/nn/init.h>

namespace nefes::engine {
namespace {

/// He et al., CVPR 2016, the block of ResNet-18 and -34.
class BasicBlock final : public torch::nn::Module
{
public:
    BasicBlock(int inputs, int outputs, int stride)
        : m_first(addConvNorm(*this, "conv1", "bn1", {inputs, outputs, 3, stride, 1},
                              torch::nn::BatchNorm2dOptions(outputs)))
        , m_second(addConvNorm(*this, "conv2", "bn2", {outputs, outputs, 3, 1, 1},
                               torch::nn::BatchNorm2dOptions(outputs)))
    {
        if (stride != 1 || inputs != outputs) {
            auto branch = register_module("downsample", std::make_shared<torch::nn::Module>(""));
            m_skip = addConvNorm(*branch, "0", "1", {inputs, outputs, 1, stride, 0},
                                 torch::nn::BatchNorm2dOptions(outputs));
        }
    }

    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x) const
    {
        torch::Tensor y = m_second(m_first(x).relu_());
        return y.add_(m_skip ? (*m_skip)(x) : x).relu_();
    }

    [[nodiscard]] std::vector<ConvNorm> convNorms() const
    {
        std::vector<ConvNorm> pairs{m_first, m_second};
        if (m_skip) {
            pairs.push_back(*m_skip);
        }
        return pairs;
    }

private:
    ConvNorm m_first, m_second;
    std::optional<ConvNorm> m_skip;
};

} // namespace

torch::nn::Conv2d plainConv(const ConvShape& shape)
{
    return makeConv(torch::nn::Conv2dOptions(shape.inputs, shape.outputs, shape.kernel)
                        .stride(shape.stride)
                        .padding(shape.padding)
                        .groups(shape.groups)
                        .bias(false));
}

ConvNorm addConvNorm(torch::nn::Module& owner, const std::string& convName,
                     const std::string& normName, const ConvShape& shape,
                     const torch::nn::BatchNorm2dOptions& norm)
{
    auto conv = owner.register_module(convName, plainConv(shape));
    return ConvNorm(conv, owner.register_module(normName, torch::nn::BatchNorm2d(norm)));
}

void initialiseForRelu(torch::nn::Module& network)
{
    if (!drawsFirstWeights()) {
        return;
    }
    const torch::NoGradGuard noGrad;
    for (const auto& module : network.modules()) {
        if (auto* conv = module->as<torch::nn::Conv2d>()) {
            torch::nn::init::kaiming_normal_(conv->weight, 0.0, torch::kFanOut, torch::kReLU);
        }
    }
}

void addGlobalPool(NetworkModule& network)
{
    network.addStage("avgpool", NetworkModule::StageKind::GlobalPool, [](const torch::Tensor& x) {
        return x.mean({2, 3});
    });
}

namespace {

/// The deepest layer whose map still has eight positions a side: six are too coarse to tell lungs
/// from what lies around them (`nefes evaluate --shortcuts --masks`).
std::string explainedLayer(std::size_t layers, int side)
{
    constexpr int kFewestPositions = 8;
    constexpr int kStemStride = 4;
    std::size_t layer = layers;
    while (layer > 1 && side / (kStemStride << (layer - 1)) < kFewestPositions) {
        --layer;
    }
    return fmt::format("layer{}", layer);
}

} // namespace

void buildResNet(NetworkModule& network, const std::vector<int>& blocks, int width, double dropout,
                 const NetworkShape& shape)
{
    using StageKind = NetworkModule::StageKind;
    const ConvNorm stem = addConvNorm(network, "conv1", "bn1", {shape.channels, width, 7, 2, 3},
                                      torch::nn::BatchNorm2dOptions(width));
    network.registerConvNorms({stem});
    network.addStage("conv1", StageKind::Spatial, [stem](const torch::Tensor& x) {
        return stem(x).relu_(); // [n, w, h/2, w/2]
    });
    network.addStage("maxpool", StageKind::Spatial, [](const torch::Tensor& x) {
        return torch::max_pool2d(x, 3, 2, 1); // [n, w, h/4, w/4]
    });
    int inputs = width;
    for (std::size_t stage = 0; stage < blocks.size(); ++stage) {
        const std::string name = fmt::format("layer{}", stage + 1);
        const int outputs = width << stage;
        auto layer = network.register_module(name, std::make_shared<torch::nn::Module>(""));
        std::vector<std::shared_ptr<BasicBlock>> row;
        for (int block = 0; block < blocks[stage]; ++block) {
            const int stride = stage > 0 && block == 0 ? 2 : 1;
            row.push_back(layer->register_module(
                std::to_string(block), std::make_shared<BasicBlock>(inputs, outputs, stride)));
            network.registerConvNorms(row.back()->convNorms());
            inputs = outputs;
        }
        network.addStage(name, StageKind::Spatial, [row](torch::Tensor x) {
            for (const auto& block : row) {
                x = block->forward(x);
            }
            return x;
        });
    }
    network.setHeatmapLayer(explainedLayer(blocks.size(), std::min(shape.height, shape.width)));
    addGlobalPool(network);
    network.addDropout("dropout", dropout);
    network.addOutput(inputs, shape.outputs);
    initialiseForRelu(network);
}

} // namespace nefes::engine
