// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/lung_finder_p.h"
#include "ml/torch/lung_masks_p.h"
#include "ml/torch/samples_p.h"

namespace nefes::engine {
namespace {

constexpr std::size_t kBatch = 32;
constexpr std::int64_t kSide = ml::kLungSide;

} // namespace

Result<LungMasks> LungMasks::find(const std::filesystem::path& weights,
                                  const ml::SampleStore& store, int threads,
                                  const std::stop_token& stop)
{
    auto runtime = std::make_shared<Runtime>();
    runtime->setThreads(threads);
    NEFES_TRY(const auto finder, loadLungFinder(runtime, weights));
    const torch::NoGradGuard noGrad;
    const std::size_t total = store.samples().size();
    LungMasks result;
    result.m_masks = torch::empty({static_cast<std::int64_t>(total), kSide, kSide}, torch::kUInt8);
    for (std::size_t first = 0; first < total; first += kBatch) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped");
        }
        std::vector<std::size_t> indices;
        for (std::size_t i = first; i < std::min(first + kBatch, total); ++i) {
            indices.push_back(i);
        }
        const auto count = static_cast<std::int64_t>(indices.size());
        // The planes of a store have the proportions of its input, so have the masks.
        const torch::Tensor planes =
            torch::adaptive_avg_pool2d(engine::gather(store, indices, torch::kCPU).images,
                                       {kSide, kSide})
                .round()
                .to(torch::kUInt8)
                .contiguous();
        const auto* values = planes.data_ptr<std::uint8_t>();
        NEFES_TRY(const auto lungs, finder->find({values, static_cast<std::size_t>(planes.numel())},
                                                 static_cast<int>(count)));
        const torch::Tensor found =
            torch::from_blob(const_cast<float*>(lungs.data()), {count, kSide, kSide});
        result.m_masks
            .slice(0, static_cast<std::int64_t>(first), static_cast<std::int64_t>(first) + count)
            .copy_((found * 255.0).round().to(torch::kUInt8));
    }
    return result;
}

torch::Tensor LungMasks::gather(std::span<const std::size_t> indices,
                                const torch::Tensor& like) const
{
    std::vector<std::int64_t> rows(indices.begin(), indices.end());
    const torch::Tensor masks = m_masks.index_select(0, torch::tensor(rows)).unsqueeze(1);
    return torch::upsample_bilinear2d(masks.to(like.device()).to(torch::kFloat),
                                      {like.size(2), like.size(3)}, false);
}

} // namespace nefes::engine
