// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/assert.h"

#include "ml/torch/layers_p.h"
#include "ml/torch/networks_p.h"
#include "ml/torch/operations_p.h"

#include <limits>
#include <mutex>
#include <set>

namespace nefes::engine {
namespace {

using ml::ActivationType;
using ml::LayerSpecification;
using ml::LayerType;
using ml::Padding;
using StageKind = NetworkModule::StageKind;

torch::Tensor activate(const torch::Tensor& x, ActivationType activation)
{
    switch (activation) {
    case ActivationType::None:
        return x;
    case ActivationType::Relu:
        return torch::relu(x);
    case ActivationType::LeakyRelu:
        return torch::leaky_relu(x);
    case ActivationType::Elu:
        return torch::elu(x);
    case ActivationType::Silu:
        return torch::silu(x);
    case ActivationType::Tanh:
        return torch::tanh(x);
    case ActivationType::Sigmoid:
        return torch::sigmoid(x);
    }
    return x;
}

/// The same for what a convolution or a dense layer made, which is needed by nobody else: ReLU, the
/// one that large images go through, takes its place in memory.
torch::Tensor activateOwned(torch::Tensor x, ActivationType activation)
{
    return activation == ActivationType::Relu ? x.relu_() : activate(x, activation);
}

struct WindowPadding {
    SidePadding rows, columns;
    [[nodiscard]] bool isSymmetric() const
    {
        return rows.before == rows.after && columns.before == columns.after;
    }
    [[nodiscard]] std::vector<std::int64_t> both() const { return {rows.before, columns.before}; }
};

WindowPadding windowPadding(const torch::Tensor& x, Padding padding, int kernel, int stride)
{
    if (padding == Padding::Valid) {
        return {};
    }
    return {samePadding(x.size(2), kernel, stride), samePadding(x.size(3), kernel, stride)};
}

torch::Tensor pad(const torch::Tensor& x, const WindowPadding& padding, double value)
{
    return torch::constant_pad_nd(
        x, {padding.columns.before, padding.columns.after, padding.rows.before, padding.rows.after},
        value);
}

torch::Tensor convolvePadded(const torch::nn::Conv2d& conv, const torch::Tensor& x,
                             const LayerSpecification& layer)
{
    const WindowPadding padding = windowPadding(x, layer.padding, layer.kernel, layer.stride);
    const std::vector<std::int64_t> stride{layer.stride, layer.stride};
    if (padding.isSymmetric()) {
        return convolve(x, conv->weight, conv->bias, {stride, padding.both()});
    }
    return convolve(pad(x, padding, 0.0), conv->weight, conv->bias, {stride});
}

torch::Tensor maxPool(const torch::Tensor& x, const LayerSpecification& layer)
{
    const WindowPadding padding = windowPadding(x, layer.padding, layer.size, layer.stride);
    if (padding.isSymmetric()) {
        return torch::max_pool2d(x, layer.size, layer.stride, padding.both());
    }
    // Rounding the size up takes in the odd position behind, without a copy.
    if (layer.stride > 1) {
        return torch::max_pool2d(x, layer.size, layer.stride, padding.both(), 1, true);
    }
    return torch::max_pool2d(pad(x, padding, -std::numeric_limits<double>::infinity()), layer.size,
                             layer.stride);
}

/// Padding does not count in the mean, as in Keras.
torch::Tensor averagePool(const torch::Tensor& x, const LayerSpecification& layer)
{
    const WindowPadding padding = windowPadding(x, layer.padding, layer.size, layer.stride);
    if (padding.isSymmetric()) {
        return torch::avg_pool2d(x, layer.size, layer.stride, padding.both(), false, false);
    }
    const auto mean = [&](const torch::Tensor& t) {
        return torch::avg_pool2d(pad(t, padding, 0.0), layer.size, layer.stride);
    };
    const torch::Tensor ones = torch::ones({1, 1, x.size(2), x.size(3)}, x.options());
    return mean(x) / mean(ones);
}

/// Builds the stages of a layer list.
class LayerListBuilder
{
public:
    LayerListBuilder(NetworkModule& network, const std::vector<ml::LayerShape>& shapes,
                     const NetworkShape& input)
        : m_network(network)
        , m_shapes(shapes)
        , m_channels(input.channels)
        , m_height(input.height)
        , m_width(input.width)
    {
    }

    void add(const LayerSpecification& layer, std::size_t index)
    {
        const std::string& name = m_shapes[index].name;
        switch (layer.type) {
        case LayerType::Conv2d:
            addConv(layer, name);
            break;
        case LayerType::BatchNorm:
            addBatchNorm(name);
            break;
        case LayerType::Dense:
            addDense(layer, name);
            break;
        case LayerType::Dropout:
            m_network.addDropout(name, layer.rate);
            break;
        default:
            addPlain(layer, name);
        }
        m_channels = m_shapes[index].channels;
        m_height = m_shapes[index].height;
        m_width = m_shapes[index].width;
    }

    /// Values of one sample at this point.
    [[nodiscard]] int values() const
    {
        return m_channels * std::max(1, m_height) * std::max(1, m_width);
    }

private:
    [[nodiscard]] StageKind samePositions() const
    {
        return m_height > 0 ? StageKind::Spatial : StageKind::Dense;
    }

    void addConv(const LayerSpecification& layer, const std::string& name)
    {
        auto conv = m_network.register_module(
            name, makeConv(torch::nn::Conv2dOptions(m_channels, layer.filters, layer.kernel)));
        m_network.addStage(name, StageKind::Spatial, [conv, layer](const torch::Tensor& x) {
            return activateOwned(convolvePadded(conv, x, layer), layer.activation);
        });
        m_network.setHeatmapLayer(name);
    }

    void addBatchNorm(const std::string& name)
    {
        if (m_height > 0) {
            auto norm = m_network.register_module(name, torch::nn::BatchNorm2d(m_channels));
            m_network.addStage(name, StageKind::Spatial,
                               [norm](const torch::Tensor& x) { return norm->forward(x); });
            return;
        }
        auto norm = m_network.register_module(name, torch::nn::BatchNorm1d(m_channels));
        m_network.addStage(name, StageKind::Dense,
                           [norm](const torch::Tensor& x) { return norm->forward(x); });
    }

    void addDense(const LayerSpecification& layer, const std::string& name)
    {
        const torch::nn::Linear linear =
            m_network.register_module(name, makeLinear(values(), layer.units));
        m_network.addStage(name, StageKind::Dense, [linear, layer](const torch::Tensor& x) {
            return activateOwned(dense(linear, x.flatten(1)), layer.activation);
        });
    }

    void addPlain(const LayerSpecification& layer, const std::string& name)
    {
        if (layer.type == LayerType::Flatten) {
            m_network.addStage(name, m_height * m_width > 1 ? StageKind::Dense : StageKind::Reshape,
                               [](const torch::Tensor& x) { return x.flatten(1); });
        } else if (layer.type == LayerType::AdaptiveAveragePool) {
            const auto kind = layer.size == 1 ? StageKind::GlobalPool : StageKind::Spatial;
            m_network.addStage(name, kind, [layer](const torch::Tensor& x) {
                return torch::adaptive_avg_pool2d(x, {layer.size, layer.size});
            });
        } else if (layer.type == LayerType::Activation) {
            m_network.addStage(name, samePositions(), [layer](const torch::Tensor& x) {
                return activate(x, layer.activation);
            });
        } else if (layer.type == LayerType::MaxPool) {
            m_network.addStage(name, StageKind::Spatial,
                               [layer](const torch::Tensor& x) { return maxPool(x, layer); });
        } else {
            NEFES_ASSERT(layer.type == LayerType::AveragePool);
            m_network.addStage(name, StageKind::Spatial,
                               [layer](const torch::Tensor& x) { return averagePool(x, layer); });
        }
    }

    NetworkModule& m_network;
    const std::vector<ml::LayerShape>& m_shapes;
    int m_channels, m_height, m_width;
};

Result<void> buildLayerList(NetworkModule& network, const ml::NetworkSpecification& specification,
                            const NetworkShape& shape)
{
    NEFES_TRY(
        const std::vector<ml::LayerShape> shapes,
        ml::inferShapes(specification, shape.channels, shape.height, shape.width, shape.outputs));
    LayerListBuilder builder(network, shapes, shape);
    for (std::size_t i = 0; i < specification.layers.size(); ++i) {
        builder.add(specification.layers[i], i);
    }
    network.addOutput(builder.values(), shape.outputs);
    return {};
}

/// Smallest side that the strides of the backbones leave something of.
constexpr int kBackboneMinimumSide = 32;

Result<void> buildBackbone(NetworkModule& network, const ml::NetworkSpecification& specification,
                           const NetworkShape& shape)
{
    if (std::min(shape.height, shape.width) < kBackboneMinimumSide) {
        return fail(ErrorCode::NetworkInvalid, "a backbone needs an input of 32×32 at least");
    }
    const int width = specification.width;
    const double dropout = specification.dropout;
    switch (specification.backbone) {
    case ml::Backbone::ResNet34:
        buildResNet(network, {3, 4, 6, 3}, width, dropout, shape);
        break;
    case ml::Backbone::DenseNet121:
        buildDenseNet121(network, width, dropout, shape);
        break;
    case ml::Backbone::MobileNetV3Small:
        buildMobileNetV3(network, MobileNetSize::Small, width, dropout, shape);
        break;
    case ml::Backbone::MobileNetV3Large:
        buildMobileNetV3(network, MobileNetSize::Large, width, dropout, shape);
        break;
    default:
        buildResNet(network, {2, 2, 2, 2}, width, dropout, shape);
    }
    return {};
}

} // namespace

ConvNorm::ConvNorm(torch::nn::Conv2d conv, torch::nn::BatchNorm2d norm)
    : m_conv(std::move(conv))
    , m_norm(std::move(norm))
    , m_isFolded(std::make_shared<bool>(false))
{
}

torch::Tensor ConvNorm::operator()(const torch::Tensor& x) const
{
    const torch::Tensor convolved = convolve(m_conv, x);
    return *m_isFolded ? convolved : m_norm.ptr()->forward(convolved);
}

void ConvNorm::fold() const
{
    if (*m_isFolded) {
        return;
    }
    const torch::NoGradGuard noGrad;
    const torch::Tensor scale =
        m_norm->weight / torch::sqrt(m_norm->running_var + m_norm->options.eps());
    torch::Tensor bias = m_norm->bias - m_norm->running_mean * scale;
    if (m_conv->bias.defined()) {
        bias = bias + m_conv->bias * scale;
    }
    const auto format = m_conv->weight.suggest_memory_format();
    m_conv->weight.set_data((m_conv->weight * scale.view({-1, 1, 1, 1})).contiguous(format));
    m_conv.ptr()->bias = bias;
    *m_isFolded = true;
}

void NetworkModule::addStage(std::string name, StageKind kind, Function function)
{
    // What was registered since the stage before belongs to this one.
    std::set<const torch::nn::Module*> known;
    for (const Stage& stage : m_stages) {
        for (const auto& layer : stage.layers) {
            known.insert(layer.get());
        }
    }
    Stage stage{std::move(name), kind, std::move(function), {}};
    for (const auto& item : named_modules(std::string(), false)) {
        if (item.value()->children().empty() && !known.contains(item.value().get())) {
            stage.layers.push_back(item.value());
        }
    }
    m_stages.push_back(std::move(stage));
}

void NetworkModule::freeze(std::size_t stages)
{
    NEFES_ASSERT(stages < m_stages.size());
    m_frozenStages = stages;
    for (std::size_t i = 0; i < stages; ++i) {
        for (const auto& layer : m_stages[i].layers) {
            for (torch::Tensor& parameter : layer->parameters()) {
                parameter.set_requires_grad(false);
            }
        }
    }
}

void NetworkModule::train(bool on)
{
    torch::nn::Module::train(on);
    for (std::size_t i = 0; i < m_frozenStages; ++i) {
        for (const auto& layer : m_stages[i].layers) {
            layer->train(false); // batch normalisation neither uses nor counts the batch
        }
    }
}

void NetworkModule::addOutput(int inputs, int outputs)
{
    m_output = register_module("output", makeLinear(inputs, outputs));
    addStage("output", StageKind::Dense,
             [this](const torch::Tensor& x) { return m_output->forward(x.flatten(1)); });
}

void NetworkModule::addDropout(const std::string& name, double rate)
{
    addStage(name, StageKind::Reshape, [this, rate](const torch::Tensor& x) {
        if (!is_training() || rate <= 0.0) {
            return x;
        }
        const torch::Tensor mask = torch::empty_like(x).bernoulli_(1.0 - rate, m_generator);
        return x * mask.div_(1.0 - rate);
    });
}

void NetworkModule::registerConvNorms(const std::vector<ConvNorm>& pairs)
{
    m_convNorms.insert(m_convNorms.end(), pairs.begin(), pairs.end());
}

std::optional<std::size_t> NetworkModule::stageIndex(const std::string& name) const
{
    const auto found =
        std::ranges::find_if(m_stages, [&](const Stage& stage) { return stage.name == name; });
    if (found == m_stages.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - m_stages.begin());
}

torch::Tensor NetworkModule::run(torch::Tensor x, std::size_t first, std::size_t last) const
{
    for (std::size_t i = first; i < last; ++i) {
        x = m_stages[i].function(x);
    }
    return x;
}

torch::Tensor NetworkModule::features(const torch::Tensor& x) const
{
    return run(x, 0, m_stages.size() - 1).flatten(1);
}

torch::Tensor NetworkModule::forward(const torch::Tensor& x) const
{
    if (m_frozenStages == 0) {
        return run(x, 0, m_stages.size());
    }
    torch::Tensor fixed;
    {
        const torch::NoGradGuard noGrad;
        fixed = run(x, 0, m_frozenStages);
    }
    return run(fixed, m_frozenStages, m_stages.size());
}

bool NetworkModule::isPooledLinearAfter(std::size_t stage) const
{
    bool isPooled = false;
    for (std::size_t i = stage + 1; i + 1 < m_stages.size(); ++i) {
        const StageKind kind = m_stages[i].kind;
        isPooled = isPooled || kind == StageKind::GlobalPool;
        if (kind != StageKind::GlobalPool && kind != StageKind::Reshape) {
            return false;
        }
    }
    return isPooled;
}

void NetworkModule::foldBatchNorms() const
{
    for (const ConvNorm& pair : m_convNorms) {
        pair.fold();
    }
}

Result<std::shared_ptr<NetworkModule>> buildNetwork(const ml::NetworkSpecification& specification,
                                                    const NetworkShape& shape,
                                                    std::optional<std::uint64_t> seed)
{
    // LibTorch draws first weights from the process's generator: one network at a time.
    static std::mutex mutex;
    const std::scoped_lock lock(mutex);
    std::optional<WithoutFirstWeights> noWeights;
    if (seed) {
        torch::manual_seed(*seed);
    } else {
        noWeights.emplace();
    }
    auto network = std::make_shared<NetworkModule>();
    if (specification.backbone == ml::Backbone::None) {
        NEFES_CHECK(buildLayerList(*network, specification, shape));
    } else {
        NEFES_CHECK(buildBackbone(*network, specification, shape));
    }
    return network;
}

} // namespace nefes::engine
