// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/layer_diagram.h"

#include "ml/svg.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <vector>

namespace nefes::ml {
namespace {

struct Box {
    std::string title, detail, shape;
    std::string_view color;
};

constexpr std::string_view kEndColor = "#eeeeee";

std::string_view colorOf(LayerType type)
{
    switch (type) {
    case LayerType::Conv2d:
        return "#cfe3f3";
    case LayerType::MaxPool:
    case LayerType::AveragePool:
    case LayerType::AdaptiveAveragePool:
        return "#f6d9c4";
    case LayerType::Dense:
        return "#cdeadf";
    case LayerType::Dropout:
        return "#f3e3c0";
    case LayerType::BatchNorm:
    case LayerType::Activation:
    case LayerType::Flatten:
        return "#ecdceb";
    }
    return kEndColor;
}

std::string shapeText(const LayerShape& shape)
{
    return shape.height == 0
               ? std::to_string(shape.channels)
               : fmt::format("{} × {} × {}", shape.height, shape.width, shape.channels);
}

/// "filters 32, kernel 3, …" from the layer's JSON form.
std::string settingsOf(const nlohmann::json& layer)
{
    std::string text;
    for (const auto& [key, value] : layer.items()) {
        if (key != "type" && value != "none") {
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", key,
                                value.is_string() ? value.get<std::string>() : value.dump());
        }
    }
    return text;
}

std::string parametersText(const DiagramWords& words, std::int64_t parameters)
{
    return words.parameters ? words.parameters(parameters)
                            : fmt::format("{} parameters", parameters);
}

Box layerBox(const nlohmann::json& layer, const LayerSpecification& specification,
             const LayerShape& shape, const DiagramWords& words)
{
    Box box;
    box.title = words.type ? words.type(specification.type) : layer.at("type").get<std::string>();
    box.detail = words.settings ? words.settings(specification) : settingsOf(layer);
    if (shape.parameters > 0) {
        box.detail += (box.detail.empty() ? "" : ", ") + parametersText(words, shape.parameters);
    }
    box.shape = shapeText(shape);
    box.color = colorOf(specification.type);
    return box;
}

std::string draw(const std::vector<Box>& boxes, const DiagramWords& words)
{
    const int width = words.width;
    const bool isNarrow = width < 500;
    const int boxHeight = isNarrow ? 46 : 34;
    const int step = boxHeight + 16;
    const int height = static_cast<int>(boxes.size()) * step + 10;
    std::string text = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
        "height=\"{1}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">"
        "<title>{2}</title><rect width=\"{0}\" height=\"{1}\" fill=\"#fff\"/>\n",
        width, height, escaped(words.title));
    int top = 8;
    for (const Box& box : boxes) {
        if (top > 8) {
            text += fmt::format("<path d=\"M{} {}v14m-4 -5l4 5l4 -5\" fill=\"none\" "
                                "stroke=\"#333\"/>\n",
                                width / 2, top - 15);
        }
        text += fmt::format("<rect x=\"10\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"4\" "
                            "fill=\"{}\" stroke=\"#666\"/>",
                            top, width - 20, boxHeight, box.color);
        text += fmt::format("<text x=\"20\" y=\"{}\" font-weight=\"bold\">{}</text>",
                            top + (isNarrow ? 18 : 21), escaped(box.title));
        text += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"10\">{}</text>",
                            isNarrow ? 20 : 175, top + (isNarrow ? 36 : 21), escaped(box.detail));
        text += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n", width - 20,
                            top + (isNarrow ? 18 : 21), escaped(box.shape));
        top += step;
    }
    return text + "</svg>\n";
}

} // namespace

Result<std::string> layerDiagram(const NetworkSpecification& network,
                                 const InputSpecification& input, int outputs,
                                 const DiagramWords& words)
{
    const std::string inputShape =
        fmt::format("{} × {} × {}", input.height, input.width, input.channels);
    std::vector<Box> boxes{{words.input, words.inputDetail, inputShape, kEndColor}};
    const std::string& last = outputs == 1 ? words.sigmoid : words.softmax;
    if (network.backbone != Backbone::None) {
        boxes.push_back({words.backbone ? words.backbone(network.backbone)
                                        : std::string(backboneId(network.backbone)),
                         words.backboneSettings
                             ? words.backboneSettings(network)
                             : fmt::format("width {}, dropout {}", network.width, network.dropout),
                         "", colorOf(LayerType::Conv2d)});
        boxes.push_back({words.output, last, std::to_string(outputs), colorOf(LayerType::Dense)});
        return draw(boxes, words);
    }
    NEFES_TRY(const auto shapes,
              inferShapes(network, input.channels, input.height, input.width, outputs));
    const nlohmann::json layers = networkToJson(network).at("layers");
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        boxes.push_back(layerBox(layers[i], network.layers[i], shapes[i], words));
    }
    boxes.push_back({words.output, last + ", " + parametersText(words, shapes.back().parameters),
                     std::to_string(outputs), colorOf(LayerType::Dense)});
    return draw(boxes, words);
}

} // namespace nefes::ml
