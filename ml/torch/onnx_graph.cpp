// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/assert.h"

#include "ml/torch/onnx_graph_p.h"

#include <fmt/format.h>

namespace nefes::engine {
namespace {

void describe(onnx::ValueInfoProto& value, const std::string& name,
              const std::vector<std::int64_t>& shape)
{
    value.set_name(name);
    auto* type = value.mutable_type()->mutable_tensor_type();
    type->set_elem_type(onnx::TensorProto::FLOAT);
    for (const std::int64_t size : shape) {
        auto* dimension = type->mutable_shape()->add_dim();
        if (size < 0) {
            dimension->set_dim_param("n");
        } else {
            dimension->set_dim_value(size);
        }
    }
}

} // namespace

void OnnxGraph::useWeights(const NamedTensors& tensors, const std::string& prefix)
{
    m_tensors = &tensors;
    m_prefix = prefix;
}

void OnnxGraph::addInput(const std::string& name, const std::vector<std::int64_t>& shape)
{
    describe(*m_graph.add_input(), name, shape);
}

void OnnxGraph::addOutput(const std::string& name, const std::vector<std::int64_t>& shape)
{
    describe(*m_graph.add_output(), name, shape);
}

std::string OnnxGraph::add(const std::string& operation, const std::vector<std::string>& inputs,
                           const Attributes& attributes, const std::string& name)
{
    onnx::NodeProto* node = m_graph.add_node();
    node->set_op_type(operation);
    node->set_name(name.empty() ? fmt::format("{}_{}", operation, m_nodes++) : name);
    for (const std::string& input : inputs) {
        node->add_input(input);
    }
    node->add_output(node->name());
    for (const auto& [key, value] : attributes) {
        onnx::AttributeProto* attribute = node->add_attribute();
        attribute->set_name(key);
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            attribute->set_type(onnx::AttributeProto::INT);
            attribute->set_i(*number);
        } else if (const auto* real = std::get_if<float>(&value)) {
            attribute->set_type(onnx::AttributeProto::FLOAT);
            attribute->set_f(*real);
        } else {
            attribute->set_type(onnx::AttributeProto::INTS);
            for (const std::int64_t item : std::get<std::vector<std::int64_t>>(value)) {
                attribute->add_ints(item);
            }
        }
    }
    return node->name();
}

std::string OnnxGraph::weight(const std::string& name)
{
    NEFES_ASSERT(m_tensors != nullptr);
    const std::string written = m_prefix + name;
    if (m_written.try_emplace(written, true).second) {
        const torch::Tensor values = m_tensors->at(std::string(kNetworkPrefix) + name)
                                         .detach()
                                         .to(torch::kCPU, torch::kFloat)
                                         .contiguous();
        write(written, values.data_ptr<float>(), values.sizes().vec());
    }
    return written;
}

std::string OnnxGraph::constant(const std::vector<float>& values,
                                const std::vector<std::int64_t>& shape)
{
    const std::string name = fmt::format("constant_{}", m_constants++);
    write(name, values.data(), shape);
    return name;
}

void OnnxGraph::write(const std::string& name, const float* values,
                      const std::vector<std::int64_t>& shape)
{
    onnx::TensorProto* tensor = m_graph.add_initializer();
    tensor->set_name(name);
    tensor->set_data_type(onnx::TensorProto::FLOAT);
    std::int64_t count = 1;
    for (const std::int64_t size : shape) {
        tensor->add_dims(size);
        count *= size;
    }
    tensor->set_raw_data(values, static_cast<std::size_t>(count) * sizeof(float));
}

} // namespace nefes::engine
