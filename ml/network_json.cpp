// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/json_object.h"
#include "ml/network_specification.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace nefes::ml {
namespace {

constexpr std::size_t kMaxLayers = 500;

template <class T, std::size_t N>
using Names = std::array<std::pair<std::string_view, T>, N>;

constexpr Names<LayerType, 9> kLayerTypes{{
    {"conv2d", LayerType::Conv2d},
    {"batch_norm", LayerType::BatchNorm},
    {"activation", LayerType::Activation},
    {"max_pool", LayerType::MaxPool},
    {"average_pool", LayerType::AveragePool},
    {"adaptive_average_pool", LayerType::AdaptiveAveragePool},
    {"dropout", LayerType::Dropout},
    {"flatten", LayerType::Flatten},
    {"dense", LayerType::Dense},
}};

constexpr Names<ActivationType, 7> kActivations{{
    {"none", ActivationType::None},
    {"relu", ActivationType::Relu},
    {"leaky_relu", ActivationType::LeakyRelu},
    {"elu", ActivationType::Elu},
    {"silu", ActivationType::Silu},
    {"tanh", ActivationType::Tanh},
    {"sigmoid", ActivationType::Sigmoid},
}};

constexpr Names<Backbone, 6> kBackbones{{
    {"none", Backbone::None},
    {"resnet18", Backbone::ResNet18},
    {"resnet34", Backbone::ResNet34},
    {"densenet121", Backbone::DenseNet121},
    {"mobilenet_v3_small", Backbone::MobileNetV3Small},
    {"mobilenet_v3_large", Backbone::MobileNetV3Large},
}};

template <class T, std::size_t N>
std::string_view nameOf(const Names<T, N>& names, T value)
{
    for (const auto& [name, candidate] : names) {
        if (candidate == value) {
            return name;
        }
    }
    return {};
}

/// Reads a field that must be one of the names.
template <class T, std::size_t N>
T named(JsonObject& object, const char* key, const Names<T, N>& names, T fallback)
{
    const std::string name = object.text(key, std::string(nameOf(names, fallback)));
    std::string all;
    for (const auto& [candidate, value] : names) {
        if (candidate == name) {
            return value;
        }
        all += fmt::format("{}{}", all.empty() ? "" : ", ", candidate);
    }
    object.reject(key, fmt::format("\"{}\" is not one of {}", name, all));
    return fallback;
}

Padding padding(JsonObject& object)
{
    return object.oneOf("padding", "valid", {"same", "valid"}) == "same" ? Padding::Same
                                                                         : Padding::Valid;
}

Result<LayerSpecification> layerFromJson(const nlohmann::json& json, const std::string& path)
{
    JsonObject object(json, path, ErrorCode::RecipeInvalid);
    LayerSpecification layer;
    object.require("type");
    layer.type = named(object, "type", kLayerTypes, LayerType::Flatten);
    switch (layer.type) {
    case LayerType::Conv2d:
        object.require("filters");
        layer.filters = object.integer("filters", 1, 1, 8192);
        layer.kernel = object.integer("kernel", 3, 1, 31);
        layer.stride = object.integer("stride", 1, 1, 32);
        layer.padding = padding(object);
        layer.activation = named(object, "activation", kActivations, ActivationType::None);
        break;
    case LayerType::MaxPool:
    case LayerType::AveragePool:
        layer.size = object.integer("size", 2, 1, 64);
        layer.stride = object.integer("stride", layer.size, 1, 64);
        layer.padding = padding(object);
        break;
    case LayerType::AdaptiveAveragePool:
        layer.size = object.integer("size", 1, 1, 64);
        break;
    case LayerType::Dropout:
        object.require("rate");
        layer.rate = object.number("rate", 0.0, {0.0, 0.99});
        break;
    case LayerType::Dense:
        object.require("units");
        layer.units = object.integer("units", 1, 1, 65536);
        layer.activation = named(object, "activation", kActivations, ActivationType::None);
        break;
    case LayerType::Activation:
        object.require("activation");
        layer.activation = named(object, "activation", kActivations, ActivationType::Relu);
        break;
    case LayerType::BatchNorm:
    case LayerType::Flatten:
        break;
    }
    NEFES_CHECK(object.finish());
    return layer;
}

nlohmann::json layerToJson(const LayerSpecification& layer)
{
    nlohmann::json json = {{"type", std::string(nameOf(kLayerTypes, layer.type))}};
    const std::string activation(nameOf(kActivations, layer.activation));
    const char* padding = layer.padding == Padding::Same ? "same" : "valid";
    switch (layer.type) {
    case LayerType::Conv2d:
        json.update({{"filters", layer.filters},
                     {"kernel", layer.kernel},
                     {"stride", layer.stride},
                     {"padding", padding},
                     {"activation", activation}});
        break;
    case LayerType::MaxPool:
    case LayerType::AveragePool:
        json.update({{"size", layer.size}, {"stride", layer.stride}, {"padding", padding}});
        break;
    case LayerType::AdaptiveAveragePool:
        json["size"] = layer.size;
        break;
    case LayerType::Dropout:
        json["rate"] = layer.rate;
        break;
    case LayerType::Dense:
        json.update({{"units", layer.units}, {"activation", activation}});
        break;
    case LayerType::Activation:
        json["activation"] = activation;
        break;
    case LayerType::BatchNorm:
    case LayerType::Flatten:
        break;
    }
    return json;
}

} // namespace

std::string_view backboneId(Backbone backbone)
{
    return nameOf(kBackbones, backbone);
}

Result<NetworkSpecification> networkFromJson(const nlohmann::json& json, const std::string& path)
{
    JsonObject object(json, path, ErrorCode::RecipeInvalid);
    NetworkSpecification network;
    const nlohmann::json* layers = object.member("layers");
    if (layers == nullptr) {
        object.require("backbone");
        network.backbone = named(object, "backbone", kBackbones, Backbone::None);
        if (network.backbone == Backbone::None) {
            object.reject("backbone", "a list of layers or a backbone is needed");
        }
        network.width = object.integer("width", network.width, 8, 256);
        network.dropout = object.number("dropout", network.dropout, {0.0, 0.99});
    } else if (!layers->is_array() || layers->size() > kMaxLayers) {
        object.reject("layers", fmt::format("a list of at most {} layers is needed", kMaxLayers));
    } else {
        for (std::size_t i = 0; i < layers->size(); ++i) {
            const std::string layerPath = fmt::format("{}.{}", object.pathOf("layers"), i);
            network.layers.push_back(object.take(layerFromJson((*layers)[i], layerPath)));
        }
    }
    NEFES_CHECK(object.finish());
    return network;
}

nlohmann::json networkToJson(const NetworkSpecification& network)
{
    if (network.backbone != Backbone::None) {
        return {{"backbone", std::string(backboneId(network.backbone))},
                {"width", network.width},
                {"dropout", network.dropout}};
    }
    nlohmann::json layers = nlohmann::json::array();
    for (const LayerSpecification& layer : network.layers) {
        layers.push_back(layerToJson(layer));
    }
    return {{"layers", std::move(layers)}};
}

} // namespace nefes::ml
