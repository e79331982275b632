// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/backend.h"

#include <array>
#include <utility>

namespace nefes::ml {
namespace {

constexpr std::array<std::pair<std::string_view, HeatmapMethod>, 4> kHeatmapMethods{{
    {"gradcam", HeatmapMethod::GradCam},
    {"gradcam++", HeatmapMethod::GradCamPlusPlus},
    {"hirescam", HeatmapMethod::HiResCam},
    {"layercam", HeatmapMethod::LayerCam},
}};

} // namespace

std::optional<DeviceChoice> deviceChoiceFromName(std::string_view name)
{
    if (name == "auto") {
        return DeviceChoice::Auto;
    }
    if (name == "cpu") {
        return DeviceChoice::Cpu;
    }
    if (name == "cuda") {
        return DeviceChoice::Cuda;
    }
    return std::nullopt;
}

std::string_view heatmapMethodId(HeatmapMethod method)
{
    for (const auto& [id, candidate] : kHeatmapMethods) {
        if (candidate == method) {
            return id;
        }
    }
    return "gradcam";
}

std::optional<HeatmapMethod> heatmapMethodFromId(std::string_view id)
{
    for (const auto& [candidate, method] : kHeatmapMethods) {
        if (candidate == id) {
            return method;
        }
    }
    return std::nullopt;
}

} // namespace nefes::ml
