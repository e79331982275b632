// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/augmentation_p.h"
#include "ml/torch/evaluation_p.h"
#include "ml/torch/losses_p.h"
#include "ml/torch/samples_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace nefes::engine {
namespace {

constexpr std::size_t kBatch = 64;
constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

void append(std::vector<float>& target, const torch::Tensor& tensor)
{
    const torch::Tensor values = tensor.to(torch::kCPU, torch::kFloat).contiguous();
    const float* data = values.data_ptr<float>();
    target.insert(target.end(), data, data + values.numel());
}

double macroArea(const torch::Tensor& logProbabilities, const std::vector<int>& labels)
{
    double sum = 0.0;
    int defined = 0;
    for (std::int64_t c = 0; c < logProbabilities.size(1); ++c) {
        const torch::Tensor column = logProbabilities.select(1, c).contiguous();
        const std::span<const float> scores(column.data_ptr<float>(), labels.size());
        std::vector<bool> isPositive;
        for (const int label : labels) {
            isPositive.push_back(label == c);
        }
        const double area = areaUnderCurve(scores, isPositive);
        if (!std::isnan(area)) {
            sum += area;
            ++defined;
        }
    }
    return defined > 0 ? sum / defined : kUndefined;
}

} // namespace

double areaUnderCurve(std::span<const float> scores, const std::vector<bool>& isPositive)
{
    // Such scores have no order: a sort of them is undefined.
    if (std::ranges::any_of(scores, [](float score) { return std::isnan(score); })) {
        return kUndefined;
    }
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return scores[i]; });
    double rankSum = 0.0;
    double positives = 0.0;
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last < order.size() && scores[order[last]] == scores[order[first]]) {
            ++last;
        }
        const double rank = static_cast<double>(first + last + 1) / 2.0; // ranks count from 1
        for (; first < last; ++first) {
            if (isPositive[order[first]]) {
                rankSum += rank;
                positives += 1.0;
            }
        }
    }
    const double negatives = static_cast<double>(scores.size()) - positives;
    if (positives == 0.0 || negatives == 0.0) {
        return kUndefined;
    }
    return (rankSum - positives * (positives + 1.0) / 2.0) / (positives * negatives);
}

Result<ml::SplitOutputs> outputsOf(NetworkModule& network, const ml::SampleStore& store,
                                   ml::Split split, const torch::Device& device,
                                   const std::stop_token& stop)
{
    const torch::NoGradGuard noGrad;
    network.eval();
    ml::SplitOutputs result;
    result.split = split;
    const std::vector<std::size_t> indices = store.indices(split);
    const std::span<const std::size_t> all(indices);
    for (std::size_t first = 0; first < all.size(); first += kBatch) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped");
        }
        const Batch batch =
            gather(store, all.subspan(first, std::min(kBatch, all.size() - first)), device);
        const torch::Tensor features =
            network.features(normaliseBatch(batch.images, store.input()));
        result.featureCount = static_cast<int>(features.size(1));
        append(result.features, features);
        append(result.logits,
               network.run(features, network.stageCount() - 1, network.stageCount()));
    }
    return result;
}

ml::SplitMetrics metricsOf(const ml::SplitOutputs& outputs, const ml::SampleStore& store)
{
    std::vector<int> labels;
    for (const std::size_t index : store.indices(outputs.split)) {
        labels.push_back(store.samples()[index].label);
    }
    if (labels.empty()) {
        return {kUndefined, kUndefined, kUndefined};
    }
    const auto n = static_cast<std::int64_t>(labels.size());
    const torch::NoGradGuard noGrad;
    const torch::Tensor logits = torch::tensor(outputs.logits).view({n, -1});
    const torch::Tensor truth = torch::tensor(labels, torch::kInt64);
    const torch::Tensor logs = logProbabilities(logits);
    ml::SplitMetrics metrics;
    metrics.loss = Loss::plain(logits, truth).mean().item<double>();
    metrics.accuracy = (logs.argmax(1) == truth).to(torch::kDouble).mean().item<double>();
    metrics.auc = macroArea(logs, labels);
    return metrics;
}

} // namespace nefes::engine
