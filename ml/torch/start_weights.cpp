// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/start_weights_p.h"

#include <array>
#include <string_view>

namespace nefes::engine {
namespace {

/// torchvision's names of the layer that is called "output" here, of each family of networks.
constexpr std::array<std::string_view, 3> kOutputNames{"fc.", "classifier.3.", "classifier."};

bool isOutput(const NamedTensors& tensors, const std::string& prefix)
{
    const auto weight = tensors.find(prefix + "weight");
    return weight != tensors.end() && weight->second.dim() == 2;
}

/// "denselayer1.norm.1.weight", as older files of DenseNet have it, → "denselayer1.norm1.weight".
std::string modernName(std::string name)
{
    if (name.find("denselayer") == std::string::npos) {
        return name;
    }
    for (const std::string_view part : {".norm.", ".conv."}) {
        const std::size_t at = name.find(part);
        if (at != std::string::npos) {
            name.erase(at + part.size() - 1, 1);
        }
    }
    return name;
}

NamedTensors fromTorchvision(const ml::TensorFile& file)
{
    const NamedTensors own = tensorsFromFile(file, "");
    std::string output;
    for (const std::string_view name : kOutputNames) {
        if (output.empty() && isOutput(own, std::string(name))) {
            output = name;
        }
    }
    const std::string prefix(kNetworkPrefix);
    NamedTensors values;
    for (const auto& [name, tensor] : own) {
        if (!output.empty() && name.starts_with(output)) {
            values.emplace(prefix + "output." + name.substr(output.size()), tensor);
        } else {
            values.emplace(prefix + modernName(name), tensor);
        }
    }
    return values;
}

} // namespace

NamedTensors startValues(const ml::TensorFile& file, const NamedTensors& targets)
{
    NamedTensors values = tensorsFromFile(file, kNetworkPrefix);
    const bool isOurs = !values.empty();
    if (!isOurs) {
        values = fromTorchvision(file);
    }
    const std::string output = std::string(kNetworkPrefix) + "output.";
    for (const std::string& name : {output + "weight", output + "bias"}) {
        const auto target = targets.find(name);
        const auto value = values.find(name);
        const bool fits = value != values.end() && target != targets.end() &&
                          value->second.sizes() == target->second.sizes();
        // A package without an output layer is damaged; a state dict may be of a network's body.
        if (target != targets.end() && !fits && (value != values.end() || !isOurs)) {
            values[name] = target->second.detach();
        }
    }
    for (auto& [name, value] : values) {
        const auto target = targets.find(name);
        if (!isOurs && target != targets.end() && value.dim() == 4 && value.size(1) == 3 &&
            target->second.dim() == 4 && target->second.size(1) == 1 &&
            value.size(0) == target->second.size(0) && target->second.size(0) > 1) {
            value = value.to(torch::kFloat).sum(1, true);
        }
    }
    return values;
}

} // namespace nefes::engine
