// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "ml/json_forms.h"
#include "ml/torch/backbones_p.h"
#include "ml/torch/mobilenet_rows_p.h"
#include "ml/torch/networks_p.h"
#include "ml/torch/onnx_export_p.h"
#include "ml/torch/onnx_graph_p.h"
#include "ml/torch/operations_p.h"

#include <fmt/format.h>

#include <array>

namespace nefes::engine {
namespace {

using ml::ActivationType;
using ml::Backbone;
using ml::LayerSpecification;
using ml::LayerType;
using Integers = std::vector<std::int64_t>;

/// Operators as ONNX 1.5 has them: what OpenCV 4.6 reads (a Clip with its limits as attributes).
constexpr int kOpset = 10;
constexpr int kIrVersion = 5;
constexpr float kTorchEpsilon = 1e-5F;
constexpr const char* kInput = "image";
constexpr const char* kSecondInput = "second_image";
constexpr const char* kOutput = "probabilities";

/// A square window and its zeros at all four sides alike.
struct Window {
    std::int64_t kernel = 3, stride = 1, padding = 1, groups = 1;
};

/// Nodes that several networks share.
class Writer
{
public:
    /// `input`: name of what the network is fed.
    Writer(OnnxGraph& graph, std::string input)
        : m_graph(graph)
        , m_input(std::move(input))
    {
    }

    std::string conv(const std::string& x, const std::string& name, const Window& window,
                     bool hasBias = false)
    {
        return conv(x, name, window, Integers(4, window.padding), hasBias);
    }

    std::string conv(const std::string& x, const std::string& name, const Window& window,
                     const Integers& pads, bool hasBias)
    {
        std::vector<std::string> inputs{x, m_graph.weight(name + ".weight")};
        if (hasBias) {
            inputs.push_back(m_graph.weight(name + ".bias"));
        }
        return m_graph.add("Conv", inputs,
                           {{"kernel_shape", Integers{window.kernel, window.kernel}},
                            {"strides", Integers{window.stride, window.stride}},
                            {"pads", pads},
                            {"group", window.groups}});
    }

    std::string norm(const std::string& x, const std::string& name, float epsilon = kTorchEpsilon)
    {
        return m_graph.add("BatchNormalization",
                           {x, m_graph.weight(name + ".weight"), m_graph.weight(name + ".bias"),
                            m_graph.weight(name + ".running_mean"),
                            m_graph.weight(name + ".running_var")},
                           {{"epsilon", epsilon}});
    }

    std::string pool(const char* operation, const std::string& x, const Window& window,
                     const Integers& pads)
    {
        return m_graph.add(operation, {x},
                           {{"kernel_shape", Integers{window.kernel, window.kernel}},
                            {"strides", Integers{window.stride, window.stride}},
                            {"pads", pads}});
    }

    std::string dense(const std::string& x, const std::string& name)
    {
        return m_graph.add("Gemm",
                           {x, m_graph.weight(name + ".weight"), m_graph.weight(name + ".bias")},
                           {{"transB", std::int64_t{1}}});
    }

    std::string relu(const std::string& x) { return m_graph.add("Relu", {x}); }

    /// min(max(x + 3, 0), 6) ÷ 6; OpenCV 4.6 does not heed the factors of ONNX's own operator.
    std::string hardSigmoid(const std::string& x)
    {
        const std::string raised = m_graph.add("Add", {x, m_graph.constant({3.0F}, {1})});
        const std::string cut = m_graph.add("Clip", {raised}, {{"min", 0.0F}, {"max", 6.0F}});
        return m_graph.add("Div", {cut, m_graph.constant({6.0F}, {1})});
    }

    std::string hardSwish(const std::string& x) { return m_graph.add("Mul", {x, hardSigmoid(x)}); }

    std::string flatten(const std::string& x)
    {
        return m_graph.add("Flatten", {x}, {{"axis", std::int64_t{1}}});
    }

    std::string globalPool(const std::string& x) { return m_graph.add("GlobalAveragePool", {x}); }

    OnnxGraph& graph() { return m_graph; }
    [[nodiscard]] const std::string& input() const { return m_input; }

private:
    OnnxGraph& m_graph;
    std::string m_input;
};

std::string activate(OnnxGraph& graph, const std::string& x, ActivationType activation)
{
    switch (activation) {
    case ActivationType::None:
        return x;
    case ActivationType::Relu:
        return graph.add("Relu", {x});
    case ActivationType::LeakyRelu:
        return graph.add("LeakyRelu", {x}, {{"alpha", 0.01F}});
    case ActivationType::Elu:
        return graph.add("Elu", {x}, {{"alpha", 1.0F}});
    case ActivationType::Silu:
        return graph.add("Mul", {x, graph.add("Sigmoid", {x})});
    case ActivationType::Tanh:
        return graph.add("Tanh", {x});
    case ActivationType::Sigmoid:
        return graph.add("Sigmoid", {x});
    }
    return x;
}

/// top, left, bottom, right
Integers padsOf(const LayerSpecification& layer, int kernel, int height, int width)
{
    if (layer.padding == ml::Padding::Valid) {
        return Integers(4, 0);
    }
    const SidePadding rows = samePadding(height, kernel, layer.stride);
    const SidePadding columns = samePadding(width, kernel, layer.stride);
    return {rows.before, columns.before, rows.after, columns.after};
}

/// The means of windows of uneven size, [inputs, outputs]: what adaptive pooling does to a side.
std::string meansOf(OnnxGraph& graph, int inputs, int outputs)
{
    std::vector<float> matrix(static_cast<std::size_t>(inputs) * static_cast<std::size_t>(outputs));
    for (int out = 0; out < outputs; ++out) {
        const int first = out * inputs / outputs;
        const int last = ((out + 1) * inputs + outputs - 1) / outputs;
        for (int in = first; in < last; ++in) {
            matrix[static_cast<std::size_t>(in * outputs + out)] =
                1.0F / static_cast<float>(last - first);
        }
    }
    return graph.constant(matrix, {inputs, outputs});
}

std::string adaptivePool(Writer& writer, const std::string& x, int size, int height, int width)
{
    if (size == 1) {
        return writer.globalPool(x);
    }
    OnnxGraph& graph = writer.graph();
    const auto turn = [&graph](const std::string& y) {
        return graph.add("Transpose", {y}, {{"perm", Integers{0, 1, 3, 2}}});
    };
    const std::string rows = graph.add("MatMul", {x, meansOf(graph, width, size)});
    return turn(graph.add("MatMul", {turn(rows), meansOf(graph, height, size)}));
}

/// A value of one sample on its way through the layers.
struct Flow {
    std::string x;
    int height = 0, width = 0; ///< 0 after flattening
};

Flow afterLayer(Writer& writer, Flow flow, const LayerSpecification& layer, const std::string& name)
{
    OnnxGraph& graph = writer.graph();
    std::string& x = flow.x;
    const Window window{layer.type == LayerType::Conv2d ? layer.kernel : layer.size, layer.stride};
    const Integers pads = padsOf(layer, static_cast<int>(window.kernel), flow.height, flow.width);
    switch (layer.type) {
    case LayerType::Conv2d:
        x = activate(graph, writer.conv(x, name, window, pads, true), layer.activation);
        break;
    case LayerType::BatchNorm:
        x = writer.norm(x, name);
        break;
    case LayerType::Activation:
        x = activate(graph, x, layer.activation);
        break;
    case LayerType::MaxPool:
        x = writer.pool("MaxPool", x, window, pads);
        break;
    case LayerType::AveragePool:
        x = writer.pool("AveragePool", x, window, pads); // padding does not count by default
        break;
    case LayerType::AdaptiveAveragePool:
        x = adaptivePool(writer, x, layer.size, flow.height, flow.width);
        break;
    case LayerType::Dropout:
        break; // nothing outside training
    case LayerType::Flatten:
        x = writer.flatten(x);
        break;
    case LayerType::Dense:
        x = flow.height > 0 ? writer.flatten(x) : x;
        x = activate(graph, writer.dense(x, name), layer.activation);
        break;
    }
    return flow;
}

Result<std::string> writeLayers(Writer& writer, const ml::ModelDescription& model)
{
    const ml::InputSpecification& input = model.input;
    NEFES_TRY(const auto shapes, ml::inferShapes(model.network, input.channels, input.height,
                                                 input.width, model.outputs));
    Flow flow{writer.input(), input.height, input.width};
    for (std::size_t i = 0; i < model.network.layers.size(); ++i) {
        flow = afterLayer(writer, flow, model.network.layers[i], shapes[i].name);
        flow.height = shapes[i].height;
        flow.width = shapes[i].width;
    }
    return flow.height > 0 ? writer.flatten(flow.x) : flow.x;
}

std::string basicBlock(Writer& writer, const std::string& x, const std::string& name, bool isFirst,
                       int stage)
{
    const std::int64_t stride = isFirst && stage > 0 ? 2 : 1;
    std::string y = writer.norm(writer.conv(x, name + ".conv1", {3, stride, 1}), name + ".bn1");
    y = writer.norm(writer.conv(writer.relu(y), name + ".conv2", {3, 1, 1}), name + ".bn2");
    // The first stage keeps size and channels.
    const bool hasBranch = isFirst && stage > 0;
    const std::string skip =
        hasBranch ? writer.norm(writer.conv(x, name + ".downsample.0", {1, stride, 0}),
                                name + ".downsample.1")
                  : x;
    return writer.relu(writer.graph().add("Add", {y, skip}));
}

std::string writeResNet(Writer& writer, const std::array<int, 4>& blocks)
{
    std::string x =
        writer.relu(writer.norm(writer.conv(writer.input(), "conv1", {7, 2, 3}), "bn1"));
    x = writer.pool("MaxPool", x, {3, 2}, Integers(4, 1));
    for (int stage = 0; stage < 4; ++stage) {
        for (int block = 0; block < blocks[static_cast<std::size_t>(stage)]; ++block) {
            x = basicBlock(writer, x, fmt::format("layer{}.{}", stage + 1, block), block == 0,
                           stage);
        }
    }
    return writer.flatten(writer.globalPool(x));
}

std::string writeDenseNet(Writer& writer)
{
    std::string x = writer.relu(
        writer.norm(writer.conv(writer.input(), "features.conv0", {7, 2, 3}), "features.norm0"));
    x = writer.pool("MaxPool", x, {3, 2}, Integers(4, 1));
    for (std::size_t block = 0; block < kDenseNetLayers.size(); ++block) {
        for (int layer = 1; layer <= kDenseNetLayers[block]; ++layer) {
            const std::string name =
                fmt::format("features.denseblock{}.denselayer{}", block + 1, layer);
            std::string y = writer.relu(writer.norm(x, name + ".norm1"));
            y = writer.norm(writer.conv(y, name + ".conv1", {1, 1, 0}), name + ".norm2");
            y = writer.conv(writer.relu(y), name + ".conv2", {3, 1, 1});
            x = writer.graph().add("Concat", {x, y}, {{"axis", std::int64_t{1}}});
        }
        if (block + 1 < kDenseNetLayers.size()) {
            const std::string name = fmt::format("features.transition{}", block + 1);
            x = writer.relu(writer.norm(x, name + ".norm"));
            x = writer.pool("AveragePool", writer.conv(x, name + ".conv", {1, 1, 0}), {2, 2},
                            Integers(4, 0));
        }
    }
    return writer.flatten(writer.globalPool(writer.relu(writer.norm(x, "features.norm5"))));
}

std::string mobileNetConv(Writer& writer, const std::string& x, const std::string& name,
                          const Window& window)
{
    return writer.norm(writer.conv(x, name + ".0", window), name + ".1",
                       static_cast<float>(kMobileNetEpsilon));
}

std::string bottleneck(Writer& writer, const std::string& x, const std::string& name, int inputs,
                       const MobileNetRow& row, int width)
{
    const int expanded = scaledChannels(row.expanded, width);
    const auto activated = [&](const std::string& y) {
        return row.hasHardSwish ? writer.hardSwish(y) : writer.relu(y);
    };
    int part = 0;
    const auto next = [&] {
        return fmt::format("{}.block.{}", name, part++);
    };
    std::string y = x;
    if (expanded != inputs) {
        y = activated(mobileNetConv(writer, y, next(), {1, 1, 0}));
    }
    y = activated(
        mobileNetConv(writer, y, next(), {row.kernel, row.stride, row.kernel / 2, expanded}));
    if (row.hasAttention) {
        const std::string attention = next();
        std::string gate = writer.globalPool(y);
        gate = writer.relu(writer.conv(gate, attention + ".fc1", {1, 1, 0}, true));
        gate = writer.hardSigmoid(writer.conv(gate, attention + ".fc2", {1, 1, 0}, true));
        y = writer.graph().add("Mul", {y, gate});
    }
    y = mobileNetConv(writer, y, next(), {1, 1, 0});
    const bool hasShortcut = row.stride == 1 && inputs == scaledChannels(row.outputs, width);
    return hasShortcut ? writer.graph().add("Add", {y, x}) : y;
}

std::string writeMobileNet(Writer& writer, bool isSmall, int width)
{
    int part = 0;
    const auto next = [&] {
        return fmt::format("features.{}", part++);
    };
    std::string x = writer.hardSwish(mobileNetConv(writer, writer.input(), next(), {3, 2, 1}));
    int channels = scaledChannels(16, width);
    for (const MobileNetRow& row : isSmall ? smallMobileNetRows() : largeMobileNetRows()) {
        x = bottleneck(writer, x, next(), channels, row, width);
        channels = scaledChannels(row.outputs, width);
    }
    x = writer.hardSwish(mobileNetConv(writer, x, next(), {1, 1, 0}));
    return writer.hardSwish(writer.dense(writer.flatten(writer.globalPool(x)), "classifier.0"));
}

Result<std::string> writeFeatures(Writer& writer, const ml::ModelDescription& model)
{
    switch (model.network.backbone) {
    case Backbone::None:
        return writeLayers(writer, model);
    case Backbone::ResNet18:
        return writeResNet(writer, {2, 2, 2, 2});
    case Backbone::ResNet34:
        return writeResNet(writer, {3, 4, 6, 3});
    case Backbone::DenseNet121:
        return writeDenseNet(writer);
    case Backbone::MobileNetV3Small:
    case Backbone::MobileNetV3Large:
        return writeMobileNet(writer, model.network.backbone == Backbone::MobileNetV3Small,
                              model.network.width);
    }
    return fail(ErrorCode::Internal, "a backbone without ONNX form");
}

/// What a reader of the file must know to feed it and to understand what it says.
void describe(onnx::ModelProto& file, const ml::ModelPackage& package)
{
    const ml::ModelDescription& model = package.description;
    nlohmann::json labels = nlohmann::json::array();
    for (const ml::ModelLabel& label : model.labels) {
        labels.push_back(label.id);
    }
    std::map<std::string, std::string> texts{
        {"id", model.id},
        {"version", model.version},
        {"labels", labels.dump()},
        {"input", ml::inputToJson(model.input).dump()},
        {"weights_sha256", model.weightsSha256},
        {"probabilities", model.outputs == 1 ? "of the second label" : "of the labels in order"},
        {"use", "AI estimate, not a diagnosis"}};
    if (package.second != nullptr) {
        texts[kSecondInput] = ml::inputToJson(package.second->description.input).dump();
        texts["second_weights_sha256"] = package.second->description.weightsSha256;
    }
    for (const auto& [key, value] : texts) {
        onnx::StringStringEntryProto* entry = file.add_metadata_props();
        entry->set_key(key);
        entry->set_value(value);
    }
}

/// Writes one network; returns the name of its logits.
Result<std::string> writeNetwork(OnnxGraph& graph, const ml::ModelPackage& package,
                                 const std::string& input, const std::string& prefix)
{
    const ml::ModelDescription& model = package.description;
    const NetworkShape shape{model.input.channels, model.input.height, model.input.width,
                             model.outputs};
    // Built so that every tensor is known to be there in its shape.
    NEFES_TRY(const auto network, buildNetwork(model.network, shape, std::nullopt));
    const NamedTensors tensors = networkTensors(*network);
    NEFES_CHECK(
        assignTensors(tensors, tensorsFromFile(*package.weights, kNetworkPrefix), "weights"));
    graph.useWeights(tensors, prefix);
    graph.addInput(input, {-1, shape.channels, shape.height, shape.width});
    Writer writer(graph, input);
    NEFES_TRY(const auto features, writeFeatures(writer, model));
    return writer.dense(features, "output");
}

} // namespace

Result<void> writeOnnx(const ml::ModelPackage& package, const std::filesystem::path& file)
{
    const ml::ModelDescription& model = package.description;
    onnx::ModelProto result;
    result.set_ir_version(kIrVersion);
    result.set_producer_name("nefes");
    result.add_opset_import()->set_version(kOpset);
    describe(result, package);
    result.mutable_graph()->set_name(model.id.empty() ? "network" : model.id);
    OnnxGraph graph(*result.mutable_graph());
    graph.addOutput(kOutput, {-1, model.outputs});
    NEFES_TRY(std::string logits, writeNetwork(graph, package, kInput, {}));
    double factor = 1.0 / model.calibration.temperature;
    if (package.second != nullptr) {
        NEFES_TRY(const auto others, writeNetwork(graph, *package.second, kSecondInput, "second."));
        logits = graph.add("Add", {logits, others});
        factor /= 2.0;
    }
    if (factor != 1.0) {
        logits = graph.add("Mul", {logits, graph.constant({static_cast<float>(factor)}, {1})});
    }
    if (model.outputs == 1) {
        graph.add("Sigmoid", {logits}, {}, kOutput);
    } else {
        graph.add("Softmax", {logits}, {{"axis", std::int64_t{1}}}, kOutput);
    }
    std::string bytes;
    if (!result.SerializeToString(&bytes)) {
        return fail(ErrorCode::Internal, "the network is too large for an ONNX file");
    }
    return writeFileAtomically(file, bytes);
}

} // namespace nefes::engine
