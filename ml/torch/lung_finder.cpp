// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/guarded_p.h"
#include "ml/torch/lung_finder_p.h"
#include "ml/torch/operations_p.h"
#include "ml/torch/tensors_p.h"

#include <fmt/format.h>

#include <array>

namespace nefes::engine {
namespace {

constexpr std::array<int, 4> kChannels{12, 24, 48, 64};
/// Keeps images without contrast finite.
constexpr double kLeastDeviation = 12.0; ///< of 255

class TorchLungFinder final : public ml::LungFinder
{
public:
    TorchLungFinder(std::shared_ptr<const Runtime> runtime, std::shared_ptr<LungNetwork> network)
        : m_runtime(std::move(runtime))
        , m_network(std::move(network))
    {
    }

    [[nodiscard]] Result<std::vector<float>> find(std::span<const std::uint8_t> planes,
                                                  int count) override
    {
        return guarded([&]() -> Result<std::vector<float>> {
            constexpr std::int64_t side = ml::kLungSide;
            if (count < 1 || static_cast<std::int64_t>(planes.size()) != count * side * side) {
                return fail(ErrorCode::InvalidArgument,
                            fmt::format("{} values for {} planes", planes.size(), count));
            }
            m_runtime->applyThreads();
            const torch::NoGradGuard noGrad;
            torch::Tensor images = torch::empty({count, 1, side, side}, torch::kUInt8);
            std::ranges::copy(planes, images.data_ptr<std::uint8_t>());
            const torch::Tensor lungs =
                torch::sigmoid(m_network->forward(images.to(torch::kFloat))).contiguous();
            const float* values = lungs.data_ptr<float>();
            return std::vector<float>(values, values + lungs.numel());
        });
    }

private:
    std::shared_ptr<const Runtime> m_runtime;
    std::shared_ptr<LungNetwork> m_network;
};

} // namespace

LungNetwork::LungNetwork()
{
    int inputs = 1;
    for (std::size_t i = 0; i < kChannels.size(); ++i) {
        m_down.push_back(block(fmt::format("down{}", i), inputs, kChannels[i]));
        inputs = kChannels[i];
    }
    for (std::size_t i = kChannels.size() - 1; i-- > 0;) {
        m_up.push_back(
            block(fmt::format("up{}", i), kChannels[i] + kChannels[i + 1], kChannels[i]));
    }
    m_output = register_module(
        "output", torch::nn::Conv2d(torch::nn::Conv2dOptions(kChannels.front(), 1, 1)));
}

LungNetwork::Block LungNetwork::block(const std::string& name, int inputs, int outputs)
{
    Block result;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto options = torch::nn::Conv2dOptions(i == 0 ? inputs : outputs, outputs, 3);
        result.convolutions[i] = register_module(
            fmt::format("{}_conv{}", name, i),
            torch::nn::Conv2d(torch::nn::Conv2dOptions(options).padding(1).bias(false)));
        result.norms[i] =
            register_module(fmt::format("{}_norm{}", name, i), torch::nn::BatchNorm2d(outputs));
    }
    return result;
}

torch::Tensor LungNetwork::Block::forward(torch::Tensor x)
{
    for (std::size_t i = 0; i < 2; ++i) {
        x = torch::relu(norms[i]->forward(convolve(convolutions[i], x)));
    }
    return x;
}

torch::Tensor LungNetwork::forward(const torch::Tensor& images)
{
    const torch::Tensor mean = images.mean({2, 3}, true);
    const torch::Tensor deviation = (images - mean).square().mean({2, 3}, true).sqrt();
    torch::Tensor x = ((images - mean) / (deviation + kLeastDeviation))
                          .contiguous(at::MemoryFormat::ChannelsLast);
    std::vector<torch::Tensor> scales;
    for (Block& down : m_down) {
        x = down.forward(scales.empty() ? x : torch::max_pool2d(x, {2, 2}));
        scales.push_back(x);
    }
    for (std::size_t i = 0; i < m_up.size(); ++i) {
        const torch::Tensor& beside = scales[scales.size() - 2 - i];
        const torch::Tensor larger = torch::upsample_nearest2d(x, {beside.size(2), beside.size(3)});
        x = m_up[i].forward(torch::cat({larger, beside}, 1));
    }
    return convolve(m_output, x);
}

Result<std::unique_ptr<ml::LungFinder>> loadLungFinder(std::shared_ptr<const Runtime> runtime,
                                                       const std::filesystem::path& weights)
{
    NEFES_TRY(const auto file, ml::TensorFile::open(weights));
    auto network = std::make_shared<LungNetwork>();
    NEFES_CHECK(assignTensors(networkTensors(*network), tensorsFromFile(*file, kNetworkPrefix),
                              weights.filename().string()));
    network->eval();
    for (torch::Tensor& parameter : network->parameters()) {
        parameter.requires_grad_(false);
        if (parameter.dim() == 4) {
            parameter.set_data(parameter.contiguous(at::MemoryFormat::ChannelsLast));
        }
    }
    return std::make_unique<TorchLungFinder>(std::move(runtime), std::move(network));
}

} // namespace nefes::engine
