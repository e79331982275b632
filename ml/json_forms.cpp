// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/json_forms.h"

#include "ml/json_object.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace nefes::ml {
namespace {

Result<ClaheSettings> claheFromJson(const nlohmann::json& json, const std::string& path,
                                    ErrorCode code)
{
    JsonObject object(json, path, code);
    ClaheSettings clahe;
    clahe.clipLimit = object.number("clip_limit", clahe.clipLimit, {0.01, 1000.0});
    clahe.tiles = object.integer("tiles", clahe.tiles, 1, 64);
    NEFES_CHECK(object.finish());
    return clahe;
}

ResizeRule resizeRule(const std::string& name)
{
    if (name == "stretch") {
        return ResizeRule::Stretch;
    }
    return name == "crop" ? ResizeRule::Crop : ResizeRule::Pad;
}

const char* resizeName(ResizeRule rule)
{
    switch (rule) {
    case ResizeRule::Stretch:
        return "stretch";
    case ResizeRule::Pad:
        return "pad";
    case ResizeRule::Crop:
        return "crop";
    }
    return "pad";
}

/// The shortest decimal number that gives the same float, so that files stay readable.
nlohmann::json shortNumbers(const std::vector<float>& values)
{
    nlohmann::json list = nlohmann::json::array();
    for (const float value : values) {
        const std::string text = fmt::format("{}", value);
        double number = 0.0; // std::stod would look at the locale
        std::from_chars(text.data(), text.data() + text.size(), number);
        list.push_back(number);
    }
    return list;
}

} // namespace

Result<InputSpecification> inputFromJson(const nlohmann::json& json, const std::string& path,
                                         ErrorCode code)
{
    JsonObject object(json, path, code);
    InputSpecification input;
    input.width = object.integer("width", input.width, 8, 2048);
    input.height = object.integer("height", input.height, 8, 2048);
    input.channels = object.integer("channels", input.channels, 1, 3);
    if (input.channels == 2) {
        object.reject("channels", "1 or 3 is needed");
    }
    input.area = object.oneOf("region", "image", {"image", "lungs"}) == "lungs" ? InputArea::Lungs
                                                                                : InputArea::Image;
    input.resize = resizeRule(object.oneOf("resize", "pad", {"stretch", "pad", "crop"}));
    if (const nlohmann::json* clahe = object.member("clahe")) {
        input.clahe = object.take(claheFromJson(*clahe, object.pathOf("clahe"), code));
    }
    input.scale = object.number("scale", input.scale, {1e-9, 1e9});
    input.mean = object.floats("mean", input.mean, {-1e6, 1e6});
    input.std = object.floats("std", input.std, {1e-9, 1e9});
    const auto channels = static_cast<std::size_t>(input.channels);
    for (const auto& [name, count] :
         {std::pair{"mean", input.mean.size()}, std::pair{"std", input.std.size()}}) {
        if (count != 1 && count != channels) {
            object.reject(name, "one number, or one a channel, is needed");
        }
    }
    NEFES_CHECK(object.finish());
    return input;
}

nlohmann::json inputToJson(const InputSpecification& input)
{
    nlohmann::json clahe;
    if (input.clahe) {
        clahe = {{"clip_limit", input.clahe->clipLimit}, {"tiles", input.clahe->tiles}};
    }
    return {{"width", input.width},
            {"height", input.height},
            {"channels", input.channels},
            {"region", input.area == InputArea::Lungs ? "lungs" : "image"},
            {"resize", resizeName(input.resize)},
            {"clahe", clahe},
            {"scale", input.scale},
            {"mean", shortNumbers(input.mean)},
            {"std", shortNumbers(input.std)}};
}

Result<LocalisedText> localisedTextFromJson(const nlohmann::json& json, const std::string& path,
                                            ErrorCode code)
{
    JsonObject object(json, path, code);
    LocalisedText text;
    text.en = object.text("en", {});
    text.tr = object.text("tr", text.en);
    NEFES_CHECK(object.finish());
    return text;
}

nlohmann::json localisedTextToJson(const LocalisedText& text)
{
    return {{"en", text.en}, {"tr", text.tr}};
}

} // namespace nefes::ml
