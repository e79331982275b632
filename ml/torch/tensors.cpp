// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/assert.h"

#include "ml/torch/tensors_p.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstring>

namespace nefes::engine {
namespace {

torch::ScalarType scalarType(ml::TensorType type)
{
    switch (type) {
    case ml::TensorType::Float32:
        return torch::kFloat32;
    case ml::TensorType::Float16:
        return torch::kFloat16;
    case ml::TensorType::BFloat16:
        return torch::kBFloat16;
    case ml::TensorType::Float64:
        return torch::kFloat64;
    case ml::TensorType::Int64:
        return torch::kInt64;
    case ml::TensorType::Int32:
        return torch::kInt32;
    case ml::TensorType::UInt8:
        return torch::kUInt8;
    }
    return torch::kUInt8;
}

ml::TensorType fileType(torch::ScalarType type)
{
    switch (type) {
    case torch::kFloat32:
        return ml::TensorType::Float32;
    case torch::kFloat16:
        return ml::TensorType::Float16;
    case torch::kBFloat16:
        return ml::TensorType::BFloat16;
    case torch::kFloat64:
        return ml::TensorType::Float64;
    case torch::kInt64:
        return ml::TensorType::Int64;
    case torch::kInt32:
        return ml::TensorType::Int32;
    default:
        NEFES_ASSERT(type == torch::kUInt8);
        return ml::TensorType::UInt8;
    }
}

std::string shapeText(torch::IntArrayRef shape)
{
    return fmt::format("[{}]", fmt::join(shape.begin(), shape.end(), ", "));
}

/// PyTorch counts batches for a mean that is not used here.
bool isCounter(const std::string& name)
{
    return name.ends_with("num_batches_tracked");
}

} // namespace

torch::Tensor tensorFromView(const ml::TensorView& view)
{
    torch::Tensor tensor = torch::empty(view.shape, scalarType(view.type));
    NEFES_ASSERT(tensor.nbytes() == view.bytes.size());
    if (!view.bytes.empty()) {
        std::memcpy(tensor.data_ptr(), view.bytes.data(), view.bytes.size());
    }
    return tensor;
}

NamedTensors networkTensors(const torch::nn::Module& network)
{
    NamedTensors tensors;
    const std::string prefix(kNetworkPrefix);
    for (const auto& item : network.named_parameters()) {
        tensors.emplace(prefix + item.key(), item.value());
    }
    for (const auto& item : network.named_buffers()) {
        if (!isCounter(item.key())) {
            tensors.emplace(prefix + item.key(), item.value());
        }
    }
    return tensors;
}

NamedTensors copyForFile(const NamedTensors& tensors)
{
    const torch::NoGradGuard noGrad;
    NamedTensors copies;
    for (const auto& [name, tensor] : tensors) {
        copies.emplace(name, tensor.detach().to(torch::kCPU).clone(at::MemoryFormat::Contiguous));
    }
    return copies;
}

Result<void> assignTensors(const NamedTensors& targets, const NamedTensors& values,
                           const std::string& from)
{
    const torch::NoGradGuard noGrad;
    for (const auto& [name, value] : values) {
        if (!targets.contains(name) && !isCounter(name)) {
            return fail(ErrorCode::ModelShapeMismatch,
                        fmt::format("{}: tensor {} is not part of the network", from, name));
        }
    }
    for (const auto& [name, target] : targets) {
        const auto value = values.find(name);
        if (value == values.end()) {
            return fail(ErrorCode::ModelShapeMismatch,
                        fmt::format("{}: tensor {} is missing", from, name));
        }
        if (value->second.sizes() != target.sizes()) {
            return fail(ErrorCode::ModelShapeMismatch,
                        fmt::format("{}: tensor {} is {}, the network needs {}", from, name,
                                    shapeText(value->second.sizes()), shapeText(target.sizes())));
        }
        if (!value->second.is_floating_point()) {
            return fail(
                ErrorCode::ModelShapeMismatch,
                fmt::format("{}: tensor {} does not hold floating-point numbers", from, name));
        }
    }
    for (const auto& [name, target] : targets) {
        target.detach().copy_(values.at(name));
    }
    return {};
}

NamedTensors tensorsFromFile(const ml::TensorFile& file, std::string_view prefix)
{
    NamedTensors tensors;
    for (const auto& [name, view] : file.tensors()) {
        if (name.starts_with(prefix)) {
            tensors.emplace(name, tensorFromView(view));
        }
    }
    return tensors;
}

Result<void> writeTensors(const std::filesystem::path& file, const NamedTensors& tensors,
                          const std::map<std::string, std::string>& metadata)
{
    const torch::NoGradGuard noGrad;
    NamedTensors plain; // only what lies otherwise in memory is copied
    std::map<std::string, ml::TensorView> views;
    for (const auto& [name, given] : tensors) {
        const torch::Tensor tensor = given.detach().to(torch::kCPU).contiguous();
        plain.emplace(name, tensor);
        const std::span<const std::byte> bytes(static_cast<const std::byte*>(tensor.data_ptr()),
                                               tensor.nbytes());
        views.emplace(name,
                      ml::TensorView{fileType(tensor.scalar_type()), tensor.sizes().vec(), bytes});
    }
    return ml::writeTensorFile(file, views, metadata);
}

} // namespace nefes::engine
