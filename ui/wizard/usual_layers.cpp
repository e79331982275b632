// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/usual_layers.h"

namespace nefes::ui {

ml::LayerSpecification usualLayer(ml::LayerType type)
{
    ml::LayerSpecification layer;
    layer.type = type;
    switch (type) {
    case ml::LayerType::Conv2d:
        layer.filters = 32;
        layer.padding = ml::Padding::Same;
        layer.activation = ml::ActivationType::Relu;
        break;
    case ml::LayerType::Activation:
        layer.activation = ml::ActivationType::Relu;
        break;
    case ml::LayerType::MaxPool:
    case ml::LayerType::AveragePool:
        layer.stride = 2;
        break;
    case ml::LayerType::AdaptiveAveragePool:
        layer.size = 1;
        break;
    case ml::LayerType::Dropout:
        layer.rate = 0.3;
        break;
    case ml::LayerType::Dense:
        layer.units = 128;
        layer.activation = ml::ActivationType::Relu;
        break;
    case ml::LayerType::BatchNorm:
    case ml::LayerType::Flatten:
        break;
    }
    return layer;
}

std::vector<ml::LayerSpecification> firstLayers()
{
    using enum ml::LayerType;
    return {usualLayer(Conv2d),
            usualLayer(MaxPool),
            usualLayer(Conv2d),
            usualLayer(MaxPool),
            usualLayer(AdaptiveAveragePool),
            usualLayer(Flatten)};
}

} // namespace nefes::ui
