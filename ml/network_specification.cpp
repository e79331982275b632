// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/network_specification.h"

#include "core/base/assert.h"

#include <fmt/format.h>

namespace nefes::ml {
namespace {

/// Beyond this a network does not fit the machines that this program is made for.
constexpr std::int64_t kMaxParameters = 500'000'000;

struct Walker {
    LayerShape current;
    std::string where; ///< "layer 7", "output layer"

    [[nodiscard]] tl::unexpected<Error> invalid(const std::string& what) const
    {
        return fail(ErrorCode::NetworkInvalid, fmt::format("{}: {}", where, what));
    }
    [[nodiscard]] bool isFlat() const { return current.height == 0; }
    [[nodiscard]] std::string size() const
    {
        return fmt::format("{}×{}", current.width, current.height);
    }

    /// One side after a window of `kernel` steps over it; 0 where it does not fit.
    [[nodiscard]] static int slide(int side, int kernel, int stride, Padding padding)
    {
        if (padding == Padding::Same) {
            return (side + stride - 1) / stride;
        }
        return side < kernel ? 0 : (side - kernel) / stride + 1;
    }

    Result<void> window(int kernel, int stride, Padding padding)
    {
        if (isFlat()) {
            return invalid("input is flat: it needs rows and columns");
        }
        const int height = slide(current.height, kernel, stride, padding);
        const int width = slide(current.width, kernel, stride, padding);
        if (height < 1 || width < 1) {
            return invalid(fmt::format("input is {}, kernel {}×{}", size(), kernel, kernel));
        }
        current.height = height;
        current.width = width;
        return {};
    }

    Result<void> dense(int units)
    {
        if (!isFlat()) {
            return invalid(fmt::format("input is {} with {} channels: put a flatten layer before",
                                       size(), current.channels));
        }
        current.parameters = (std::int64_t{current.channels} + 1) * units;
        current.channels = units;
        return {};
    }

    Result<void> flatten()
    {
        if (!isFlat()) {
            const std::int64_t count =
                std::int64_t{current.channels} * current.height * current.width;
            if (count > kMaxParameters) {
                return invalid(fmt::format("{} values are too many", count));
            }
            current.channels = static_cast<int>(count);
            current.height = 0;
            current.width = 0;
        }
        return {};
    }

    Result<void> convolve(const LayerSpecification& layer)
    {
        NEFES_CHECK(window(layer.kernel, layer.stride, layer.padding));
        current.parameters =
            (std::int64_t{current.channels} * layer.kernel * layer.kernel + 1) * layer.filters;
        current.channels = layer.filters;
        return {};
    }

    Result<void> apply(const LayerSpecification& layer)
    {
        switch (layer.type) {
        case LayerType::Conv2d:
            return convolve(layer);
        case LayerType::MaxPool:
        case LayerType::AveragePool:
            return window(layer.size, layer.stride, layer.padding);
        case LayerType::AdaptiveAveragePool:
            if (isFlat()) {
                return invalid("input is flat: it needs rows and columns");
            }
            current.height = layer.size;
            current.width = layer.size;
            return {};
        case LayerType::BatchNorm:
            current.parameters = 2 * std::int64_t{current.channels};
            return {};
        case LayerType::Flatten:
            return flatten();
        case LayerType::Dense:
            return dense(layer.units);
        case LayerType::Dropout:
        case LayerType::Activation:
            return {};
        }
        return {};
    }
};

} // namespace

Result<std::vector<LayerShape>> inferShapes(const NetworkSpecification& network, int channels,
                                            int height, int width, int outputs)
{
    NEFES_ASSERT(network.backbone == Backbone::None);
    std::vector<LayerShape> shapes;
    Walker walker{LayerShape{channels, height, width, 0, {}}, {}};
    std::int64_t parameters = 0;
    for (std::size_t i = 0; i <= network.layers.size(); ++i) {
        const bool isOutput = i == network.layers.size();
        walker.where = isOutput ? std::string("output layer") : fmt::format("layer {}", i + 1);
        walker.current.name = isOutput ? std::string("output") : std::to_string(i);
        walker.current.parameters = 0;
        if (isOutput) {
            NEFES_CHECK(walker.dense(outputs));
        } else {
            NEFES_CHECK(walker.apply(network.layers[i]));
        }
        parameters += walker.current.parameters;
        if (parameters > kMaxParameters) {
            return walker.invalid(fmt::format("{} parameters are too many", parameters));
        }
        shapes.push_back(walker.current);
    }
    return shapes;
}

} // namespace nefes::ml
