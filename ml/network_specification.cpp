// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/network_specification.h"

#include "core/base/assert.h"

#include "ml/network_check.h"

#include <fmt/format.h>

#include <utility>

namespace nefes::ml {
namespace {

/// Beyond this a network does not fit the machines that this program is made for.
constexpr std::int64_t kMaxParameters = 500'000'000;

using Fault = std::optional<LayerFault>;

/// Goes through the layers and keeps the shape after each.
struct Walker {
    LayerShape current;

    [[nodiscard]] bool isFlat() const { return current.height == 0; }

    /// One side after a window of `kernel` steps over it; 0 where it does not fit.
    [[nodiscard]] static int slide(int side, int kernel, int stride, Padding padding)
    {
        if (padding == Padding::Same) {
            return (side + stride - 1) / stride;
        }
        return side < kernel ? 0 : (side - kernel) / stride + 1;
    }

    Fault window(int kernel, int stride, Padding padding)
    {
        if (isFlat()) {
            return LayerFault::InputIsFlat;
        }
        const int height = slide(current.height, kernel, stride, padding);
        const int width = slide(current.width, kernel, stride, padding);
        if (height < 1 || width < 1) {
            return LayerFault::InputTooSmall;
        }
        current.height = height;
        current.width = width;
        return std::nullopt;
    }

    Fault dense(int units)
    {
        if (!isFlat()) {
            return LayerFault::InputIsNotFlat;
        }
        current.parameters = (std::int64_t{current.channels} + 1) * units;
        current.channels = units;
        return std::nullopt;
    }

    Fault flatten()
    {
        if (!isFlat()) {
            const std::int64_t count =
                std::int64_t{current.channels} * current.height * current.width;
            if (count > kMaxParameters) {
                return LayerFault::TooManyValues;
            }
            current.channels = static_cast<int>(count);
            current.height = 0;
            current.width = 0;
        }
        return std::nullopt;
    }

    Fault convolve(const LayerSpecification& layer)
    {
        const Fault fault = window(layer.kernel, layer.stride, layer.padding);
        if (!fault) {
            current.parameters =
                (std::int64_t{current.channels} * layer.kernel * layer.kernel + 1) * layer.filters;
            current.channels = layer.filters;
        }
        return fault;
    }

    Fault apply(const LayerSpecification& layer)
    {
        switch (layer.type) {
        case LayerType::Conv2d:
            return convolve(layer);
        case LayerType::MaxPool:
        case LayerType::AveragePool:
            return window(layer.size, layer.stride, layer.padding);
        case LayerType::AdaptiveAveragePool:
            if (isFlat()) {
                return LayerFault::InputIsFlat;
            }
            current.height = layer.size;
            current.width = layer.size;
            return std::nullopt;
        case LayerType::BatchNorm:
            current.parameters = 2 * std::int64_t{current.channels};
            return std::nullopt;
        case LayerType::Flatten:
            return flatten();
        case LayerType::Dense:
            return dense(layer.units);
        case LayerType::Dropout:
        case LayerType::Activation:
            return std::nullopt;
        }
        return std::nullopt;
    }
};

int windowOf(const LayerSpecification& layer)
{
    return layer.type == LayerType::Conv2d ? layer.kernel : layer.size;
}

} // namespace

NetworkCheck checkNetwork(const NetworkSpecification& network, int channels, int height, int width,
                          int outputs)
{
    NEFES_ASSERT(network.backbone == Backbone::None);
    NetworkCheck check;
    Walker walker{LayerShape{channels, height, width, 0, {}}};
    std::int64_t parameters = 0;
    for (std::size_t i = 0; i <= network.layers.size(); ++i) {
        const bool isOutput = i == network.layers.size();
        LayerProblem problem;
        problem.layer = i;
        problem.input = walker.current;
        problem.window = isOutput ? 0 : windowOf(network.layers[i]);
        walker.current.name = isOutput ? std::string("output") : std::to_string(i);
        walker.current.parameters = 0;
        Fault fault = isOutput ? walker.dense(outputs) : walker.apply(network.layers[i]);
        parameters += walker.current.parameters;
        if (!fault && parameters > kMaxParameters) {
            fault = LayerFault::TooManyParameters;
        }
        if (fault) {
            problem.fault = *fault;
            problem.count = *fault == LayerFault::TooManyParameters
                                ? parameters
                                : std::int64_t{problem.input.channels} * problem.input.height *
                                      problem.input.width;
            check.problem = std::move(problem);
            return check;
        }
        check.shapes.push_back(walker.current);
    }
    return check;
}

std::string problemText(const LayerProblem& problem, std::size_t layerCount)
{
    const LayerShape& input = problem.input;
    const std::string where = problem.layer == layerCount
                                  ? std::string("output layer")
                                  : fmt::format("layer {}", problem.layer + 1);
    const std::string size = fmt::format("{}×{}", input.width, input.height);
    switch (problem.fault) {
    case LayerFault::InputTooSmall:
        return fmt::format("{}: input is {}, kernel {}×{}", where, size, problem.window,
                           problem.window);
    case LayerFault::InputIsFlat:
        return fmt::format("{}: input is flat: it needs rows and columns", where);
    case LayerFault::InputIsNotFlat:
        return fmt::format("{}: input is {} with {} channels: put a flatten layer before", where,
                           size, input.channels);
    case LayerFault::TooManyValues:
        return fmt::format("{}: {} values are too many", where, problem.count);
    case LayerFault::TooManyParameters:
        return fmt::format("{}: {} parameters are too many", where, problem.count);
    }
    return where;
}

Result<std::vector<LayerShape>> inferShapes(const NetworkSpecification& network, int channels,
                                            int height, int width, int outputs)
{
    NetworkCheck check = checkNetwork(network, channels, height, width, outputs);
    if (check.problem) {
        return fail(ErrorCode::NetworkInvalid, problemText(*check.problem, network.layers.size()));
    }
    return std::move(check.shapes);
}

} // namespace nefes::ml
