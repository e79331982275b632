// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/torch/tensors_p.h"

#include <onnx/onnx_pb.h>

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace nefes::engine {

/// Writes an ONNX graph node by node. Names of values are those of the nodes that make them.
class OnnxGraph
{
public:
    using Attribute = std::variant<std::int64_t, float, std::vector<std::int64_t>>;
    using Attributes = std::map<std::string, Attribute>;

    explicit OnnxGraph(onnx::GraphProto& graph)
        : m_graph(graph)
    {
    }

    /// Weights that follow are taken from `tensors` by name, and written as `prefix` + name.
    /// `tensors` must outlive them.
    void useWeights(const NamedTensors& tensors, const std::string& prefix);

    /// An input of the whole graph, or an output; −1 is a size that the caller of the model
    /// chooses.
    void addInput(const std::string& name, const std::vector<std::int64_t>& shape);
    void addOutput(const std::string& name, const std::vector<std::int64_t>& shape);

    /// A node; its one output has the name that is given back.
    std::string add(const std::string& operation, const std::vector<std::string>& inputs,
                    const Attributes& attributes = {}, const std::string& name = {});
    /// The name of a weight; it is written once.
    std::string weight(const std::string& name);
    /// The name of a constant tensor.
    std::string constant(const std::vector<float>& values, const std::vector<std::int64_t>& shape);

private:
    void write(const std::string& name, const float* values,
               const std::vector<std::int64_t>& shape);

    onnx::GraphProto& m_graph;
    const NamedTensors* m_tensors = nullptr;
    std::string m_prefix;
    std::map<std::string, bool> m_written;
    int m_nodes = 0, m_constants = 0;
};

} // namespace nefes::engine
