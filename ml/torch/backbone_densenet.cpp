// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/backbones_p.h"
#include "ml/torch/operations_p.h"

#include <fmt/format.h>

namespace nefes::engine {
namespace {

/// Huang et al., CVPR 2017: batch normalisation and ReLU stand before the convolutions.
class DenseLayer final : public torch::nn::Module
{
public:
    DenseLayer(int inputs, int growth)
        : m_norm(register_module("norm1", torch::nn::BatchNorm2d(inputs)))
        , m_bottleneck(addConvNorm(*this, "conv1", "norm2", {inputs, 4 * growth, 1, 1, 0},
                                   torch::nn::BatchNorm2dOptions(4 * growth)))
        , m_conv(register_module("conv2", plainConv({4 * growth, growth, 3, 1, 1})))
    {
    }

    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x) const
    {
        const torch::Tensor narrow = m_bottleneck(torch::relu(m_norm.ptr()->forward(x)));
        return torch::cat({x, convolve(m_conv, torch::relu(narrow))}, 1);
    }

    [[nodiscard]] const ConvNorm& convNorm() const { return m_bottleneck; }

private:
    torch::nn::BatchNorm2d m_norm;
    ConvNorm m_bottleneck;
    torch::nn::Conv2d m_conv;
};

} // namespace

void buildDenseNet121(NetworkModule& network, int width, double dropout, const NetworkShape& shape)
{
    using StageKind = NetworkModule::StageKind;
    const int growth = std::max(1, width / 2);
    int channels = width;

    auto features = network.register_module("features", std::make_shared<torch::nn::Module>(""));
    const ConvNorm stem = addConvNorm(*features, "conv0", "norm0", {shape.channels, width, 7, 2, 3},
                                      torch::nn::BatchNorm2dOptions(width));
    network.registerConvNorms({stem});
    network.addStage("features.conv0", StageKind::Spatial, [stem](const torch::Tensor& x) {
        return torch::max_pool2d(torch::relu(stem(x)), 3, 2, 1);
    });
    for (std::size_t index = 0; index < kDenseNetLayers.size(); ++index) {
        const std::string name = fmt::format("denseblock{}", index + 1);
        auto block = features->register_module(name, std::make_shared<torch::nn::Module>(""));
        std::vector<std::shared_ptr<DenseLayer>> row;
        for (int layer = 0; layer < kDenseNetLayers[index]; ++layer) {
            row.push_back(block->register_module(fmt::format("denselayer{}", layer + 1),
                                                 std::make_shared<DenseLayer>(channels, growth)));
            network.registerConvNorms({row.back()->convNorm()});
            channels += growth;
        }
        network.addStage("features." + name, StageKind::Spatial, [row](torch::Tensor x) {
            for (const auto& layer : row) {
                x = layer->forward(x);
            }
            return x;
        });
        if (index + 1 == kDenseNetLayers.size()) {
            break;
        }
        const std::string between = fmt::format("transition{}", index + 1);
        auto part = features->register_module(between, std::make_shared<torch::nn::Module>(""));
        auto norm = part->register_module("norm", torch::nn::BatchNorm2d(channels));
        auto conv = part->register_module("conv", plainConv({channels, channels / 2, 1, 1, 0}));
        channels /= 2;
        network.addStage(
            "features." + between, StageKind::Spatial, [norm, conv](const torch::Tensor& x) {
                return torch::avg_pool2d(convolve(conv, torch::relu(norm->forward(x))), 2, 2);
            });
    }
    auto last = features->register_module("norm5", torch::nn::BatchNorm2d(channels));
    network.addStage("features.norm5", StageKind::Spatial,
                     [last](const torch::Tensor& x) { return torch::relu(last->forward(x)); });
    network.setHeatmapLayer("features.norm5");
    addGlobalPool(network);
    network.addDropout("dropout", dropout);
    network.addOutput(channels, shape.outputs);
    initialiseForRelu(network);
}

} // namespace nefes::engine
