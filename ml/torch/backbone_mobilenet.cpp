// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/backbones_p.h"
#include "ml/torch/layers_p.h"
#include "ml/torch/mobilenet_rows_p.h"
#include "ml/torch/operations_p.h"

#include <fmt/format.h>

namespace nefes::engine {
namespace {

torch::nn::BatchNorm2dOptions normOptions(int channels)
{
    return torch::nn::BatchNorm2dOptions(channels).eps(kMobileNetEpsilon).momentum(0.01);
}

/// Squeeze and excitation with the piecewise linear sigmoid.
class Attention final : public torch::nn::Module
{
public:
    Attention(int channels, int squeezed)
        : m_first(register_module("fc1", makeConv(torch::nn::Conv2dOptions(channels, squeezed, 1))))
        , m_second(
              register_module("fc2", makeConv(torch::nn::Conv2dOptions(squeezed, channels, 1))))
    {
    }

    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x) const
    {
        const torch::Tensor mean = torch::adaptive_avg_pool2d(x, {1, 1});
        const torch::Tensor hidden = torch::relu(convolve(m_first, mean));
        return x * torch::hardsigmoid(convolve(m_second, hidden));
    }

private:
    torch::nn::Conv2d m_first, m_second;
};

class Bottleneck final : public torch::nn::Module
{
public:
    Bottleneck(int inputs, const MobileNetRow& row, int width)
        : m_hasHardSwish(row.hasHardSwish)
    {
        const int expanded = scaledChannels(row.expanded, width);
        const int outputs = scaledChannels(row.outputs, width);
        auto block = register_module("block", std::make_shared<torch::nn::Module>(""));
        int part = 0;
        const auto add = [&](const ConvShape& shape) {
            auto owner = block->register_module(std::to_string(part++),
                                                std::make_shared<torch::nn::Module>(""));
            return addConvNorm(*owner, "0", "1", shape, normOptions(shape.outputs));
        };
        if (expanded != inputs) {
            m_expand = add({inputs, expanded, 1, 1, 0});
        }
        m_depthwise = add({expanded, expanded, row.kernel, row.stride, row.kernel / 2, expanded});
        if (row.hasAttention) {
            m_attention = block->register_module(
                std::to_string(part++),
                std::make_shared<Attention>(expanded, scaledChannels(expanded / 4, 64)));
        }
        m_project = add({expanded, outputs, 1, 1, 0});
        m_hasShortcut = row.stride == 1 && inputs == outputs;
    }

    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x) const
    {
        torch::Tensor y = m_expand ? activate((*m_expand)(x)) : x;
        y = activate((*m_depthwise)(y));
        if (m_attention) {
            y = m_attention->forward(y);
        }
        y = (*m_project)(y);
        return m_hasShortcut ? y + x : y;
    }

    [[nodiscard]] std::vector<ConvNorm> convNorms() const
    {
        std::vector<ConvNorm> pairs{*m_depthwise, *m_project};
        if (m_expand) {
            pairs.push_back(*m_expand);
        }
        return pairs;
    }

private:
    [[nodiscard]] torch::Tensor activate(const torch::Tensor& x) const
    {
        return m_hasHardSwish ? torch::hardswish(x) : torch::relu(x);
    }

    bool m_hasHardSwish = false, m_hasShortcut = false;
    std::optional<ConvNorm> m_expand, m_depthwise, m_project;
    std::shared_ptr<Attention> m_attention;
};

} // namespace

void buildMobileNetV3(NetworkModule& network, MobileNetSize size, int width, double dropout,
                      const NetworkShape& shape)
{
    using StageKind = NetworkModule::StageKind;
    const auto& rows = size == MobileNetSize::Small ? smallMobileNetRows() : largeMobileNetRows();
    auto features = network.register_module("features", std::make_shared<torch::nn::Module>(""));
    int part = 0;
    const auto addConv = [&](const ConvShape& conv) {
        const std::string name = std::to_string(part++);
        auto owner = features->register_module(name, std::make_shared<torch::nn::Module>(""));
        const ConvNorm pair = addConvNorm(*owner, "0", "1", conv, normOptions(conv.outputs));
        network.registerConvNorms({pair});
        network.addStage("features." + name, StageKind::Spatial,
                         [pair](const torch::Tensor& x) { return torch::hardswish(pair(x)); });
        return "features." + name;
    };
    int channels = scaledChannels(16, width);
    static_cast<void>(addConv({shape.channels, channels, 3, 2, 1}));
    for (const MobileNetRow& row : rows) {
        const std::string name = std::to_string(part++);
        auto block =
            features->register_module(name, std::make_shared<Bottleneck>(channels, row, width));
        network.registerConvNorms(block->convNorms());
        network.addStage("features." + name, StageKind::Spatial,
                         [block](const torch::Tensor& x) { return block->forward(x); });
        channels = scaledChannels(row.outputs, width);
    }
    network.setHeatmapLayer(addConv({channels, 6 * channels, 1, 1, 0}));
    channels *= 6;
    addGlobalPool(network);

    const int hidden = scaledChannels(size == MobileNetSize::Small ? 1024 : 1280, width);
    auto classifier =
        network.register_module("classifier", std::make_shared<torch::nn::Module>(""));
    auto dense = classifier->register_module("0", makeLinear(channels, hidden));
    network.addStage("classifier.0", StageKind::Dense, [dense](const torch::Tensor& x) {
        return torch::hardswish(dense->forward(x));
    });
    network.addDropout("dropout", dropout);
    network.addOutput(hidden, shape.outputs);
    initialiseForRelu(network);
}

} // namespace nefes::engine
