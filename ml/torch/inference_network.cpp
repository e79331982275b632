// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/explain_p.h"
#include "ml/torch/guarded_p.h"
#include "ml/torch/inference_network_p.h"
#include "ml/torch/networks_p.h"
#include "ml/torch/tensors_p.h"

#include <fmt/format.h>

#include <chrono>

namespace nefes::engine {
namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

std::vector<float> toVector(const torch::Tensor& tensor)
{
    const torch::Tensor values = tensor.to(torch::kCPU, torch::kFloat).contiguous();
    const float* data = values.data_ptr<float>();
    return {data, data + values.numel()};
}

/// Label with the highest probability; one output is the logit of the second label.
int topLabel(const std::vector<float>& logits)
{
    if (logits.size() == 1) {
        return logits.front() > 0.0F ? 1 : 0;
    }
    return static_cast<int>(std::ranges::max_element(logits) - logits.begin());
}

class InferenceNetwork final : public ml::Network
{
public:
    InferenceNetwork(std::shared_ptr<const Runtime> runtime, std::shared_ptr<NetworkModule> network,
                     const ml::ModelDescription& description, const torch::Device& device)
        : m_runtime(std::move(runtime))
        , m_network(std::move(network))
        , m_input(description.input)
        , m_outputs(description.outputs)
        , m_heatmapLayer(description.heatmapLayer.empty() ? m_network->heatmapLayer()
                                                          : description.heatmapLayer)
        , m_device(device)
    {
    }

    [[nodiscard]] std::string device() const override { return deviceName(m_device); }

    [[nodiscard]] Result<ml::NetworkOutput>
    run(std::span<const float> input, const std::optional<ml::ExplainRequest>& request) override
    {
        return guarded([&]() -> Result<ml::NetworkOutput> { return judge(input, request); });
    }

    [[nodiscard]] Result<std::vector<float>> runBatch(std::span<const float> inputs,
                                                      int count) override
    {
        return guarded([&]() -> Result<std::vector<float>> {
            NEFES_TRY(const torch::Tensor batch, upload(inputs, count));
            const torch::NoGradGuard noGrad;
            return toVector(m_network->forward(batch));
        });
    }

private:
    /// [n, channels, height, width] on the device.
    Result<torch::Tensor> upload(std::span<const float> values, int count) const
    {
        const std::int64_t expected =
            std::int64_t{count} * m_input.channels * m_input.height * m_input.width;
        if (count < 1 || static_cast<std::int64_t>(values.size()) != expected) {
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("{} input values, expected {}", values.size(), expected));
        }
        m_runtime->applyThreads();
        torch::Tensor batch =
            torch::empty({count, m_input.channels, m_input.height, m_input.width}, torch::kFloat);
        std::ranges::copy(values, batch.data_ptr<float>());
        return batch.to(m_device).contiguous(at::MemoryFormat::ChannelsLast);
    }

    Result<ml::NetworkOutput> judge(std::span<const float> input,
                                    const std::optional<ml::ExplainRequest>& request)
    {
        NEFES_TRY(torch::Tensor x, upload(input, 1));
        const auto stage = m_network->stageIndex(m_heatmapLayer);
        if (request && !stage) {
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("the network has no layer \"{}\" to explain", m_heatmapLayer));
        }
        const Clock::time_point start = Clock::now();
        ml::NetworkOutput output;
        torch::Tensor activations;
        {
            const torch::NoGradGuard noGrad;
            const std::size_t split = stage ? *stage + 1 : 0;
            activations = m_network->run(x, 0, split);
            const std::size_t last = m_network->stageCount() - 1;
            const torch::Tensor features = m_network->run(activations, split, last).flatten(1);
            output.features = toVector(features);
            output.logits = toVector(m_network->run(features, last, last + 1));
        }
        output.forwardMs = millisecondsSince(start);
        if (request) {
            if (activations.dim() != 4) {
                return fail(ErrorCode::InvalidArgument, "the explained layer has no positions");
            }
            const Clock::time_point explainStart = Clock::now();
            const int label = request->label >= 0 ? request->label : topLabel(output.logits);
            if (label >= std::max(2, m_outputs)) {
                return fail(ErrorCode::InvalidArgument, fmt::format("no label {}", label));
            }
            output.map = explain(*m_network, *stage, activations, explainTarget(label, m_outputs),
                                 request->method);
            output.explainMs = millisecondsSince(explainStart);
        }
        return output;
    }

    std::shared_ptr<const Runtime> m_runtime;
    std::shared_ptr<NetworkModule> m_network;
    ml::InputSpecification m_input;
    int m_outputs;
    std::string m_heatmapLayer;
    torch::Device m_device;
};

Result<std::shared_ptr<NetworkModule>> networkOf(const ml::ModelDescription& description,
                                                 std::optional<std::uint64_t> seed)
{
    const NetworkShape shape{description.input.channels, description.input.height,
                             description.input.width, description.outputs};
    return buildNetwork(description.network, shape, seed);
}

std::unique_ptr<ml::Network> readyNetwork(std::shared_ptr<const Runtime> runtime,
                                          std::shared_ptr<NetworkModule> network,
                                          const ml::ModelDescription& description,
                                          const torch::Device& device)
{
    network->eval();
    network->to(device);
    for (torch::Tensor& parameter : network->parameters()) {
        parameter.requires_grad_(false);
        if (parameter.dim() == 4) {
            parameter.set_data(parameter.contiguous(at::MemoryFormat::ChannelsLast));
        }
    }
    network->foldBatchNorms();
    return std::make_unique<InferenceNetwork>(std::move(runtime), std::move(network), description,
                                              device);
}

} // namespace

Result<std::unique_ptr<ml::Network>> loadInferenceNetwork(std::shared_ptr<const Runtime> runtime,
                                                          const ml::ModelPackage& package,
                                                          const torch::Device& device)
{
    return guarded([&]() -> Result<std::unique_ptr<ml::Network>> {
        runtime->applyThreads();
        NEFES_TRY(const auto network, networkOf(package.description, std::nullopt));
        NEFES_CHECK(assignTensors(networkTensors(*network),
                                  tensorsFromFile(*package.weights, kNetworkPrefix), "weights"));
        return readyNetwork(std::move(runtime), network, package.description, device);
    });
}

Result<std::unique_ptr<ml::Network>> makeRandomNetwork(std::shared_ptr<const Runtime> runtime,
                                                       const ml::ModelDescription& description,
                                                       const torch::Device& device,
                                                       std::uint64_t seed)
{
    return guarded([&]() -> Result<std::unique_ptr<ml::Network>> {
        runtime->applyThreads();
        NEFES_TRY(const auto network, networkOf(description, seed));
        return readyNetwork(std::move(runtime), network, description, device);
    });
}

} // namespace nefes::engine
