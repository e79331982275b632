// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/picture_check.h"

#include "core/base/assert.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace nefes::ml {
namespace {

constexpr int kFields = 4;
constexpr int kGrays = 16;
constexpr std::size_t kFeatures = 2 * kFields * kFields + kGrays - 1;
constexpr const char* kPrefix = "picture.";
/// Keeps features that hardly vary from deciding alone.
constexpr double kLeastDeviation = 1e-3;
/// A limit below this would refuse the training images themselves.
constexpr float kLeastLimit = 0.5F;

Result<std::vector<float>> row(const TensorFile& file, const std::string& name, std::size_t size)
{
    const auto found = file.tensors().find(name);
    if (found == file.tensors().end() || found->second.type != TensorType::Float32 ||
        static_cast<std::size_t>(found->second.elementCount()) != size) {
        return fail(ErrorCode::ModelDamaged, "input check: tensor \"" + name + "\" is missing");
    }
    std::vector<float> values(size);
    std::memcpy(values.data(), found->second.bytes.data(), found->second.bytes.size());
    if (!std::ranges::all_of(values, [](float v) { return std::isfinite(v) && v > 0.0F; })) {
        return fail(ErrorCode::ModelDamaged, "input check: \"" + name + "\" is not positive");
    }
    return values;
}

} // namespace

std::vector<float> pictureFeatures(std::span<const std::uint8_t> plane, int width, int height)
{
    NEFES_ASSERT(width > 0 && height > 0 &&
                 plane.size() ==
                     static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    std::array<double, kFields * kFields> grays{};
    std::array<double, kFields * kFields> edges{};
    std::array<double, kFields * kFields> counts{};
    std::array<double, kGrays> histogram{};
    const auto at = [&](int y, int x) {
        return static_cast<double>(
                   plane[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                         static_cast<std::size_t>(x)]) /
               255.0;
    };
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto field =
                static_cast<std::size_t>(y * kFields / height * kFields + x * kFields / width);
            const double gray = at(y, x);
            grays[field] += gray;
            counts[field] += 1.0;
            edges[field] += (x + 1 < width ? std::abs(at(y, x + 1) - gray) : 0.0) +
                            (y + 1 < height ? std::abs(at(y + 1, x) - gray) : 0.0);
            histogram[std::min<std::size_t>(static_cast<std::size_t>(gray * kGrays), kGrays - 1)] +=
                1.0;
        }
    }
    std::vector<float> features;
    features.reserve(kFeatures);
    for (std::size_t i = 0; i < grays.size(); ++i) {
        const double count = std::max(counts[i], 1.0);
        features.push_back(static_cast<float>(grays[i] / count));
        features.push_back(static_cast<float>(std::sqrt(edges[i] / count)));
    }
    double below = 0.0;
    for (std::size_t i = 0; i + 1 < histogram.size(); ++i) {
        below += histogram[i] / static_cast<double>(plane.size());
        features.push_back(static_cast<float>(below));
    }
    return features;
}

PictureCheck PictureCheck::fit(std::span<const float> rows, std::span<const int> labels,
                               int classCount, std::span<const float> heldRows)
{
    NEFES_ASSERT(!labels.empty() && rows.size() == labels.size() * kFeatures &&
                 heldRows.size() % kFeatures == 0);
    PictureCheck check;
    const auto count = static_cast<double>(labels.size());
    for (std::size_t k = 0; k < kFeatures; ++k) {
        double sum = 0.0;
        double squares = 0.0;
        for (std::size_t i = k; i < rows.size(); i += kFeatures) {
            sum += static_cast<double>(rows[i]);
            squares += static_cast<double>(rows[i]) * static_cast<double>(rows[i]);
        }
        const double mean = sum / count;
        const double deviation = std::sqrt(std::max(squares / count - mean * mean, 0.0));
        check.m_scale.push_back(static_cast<float>(1.0 / (deviation + kLeastDeviation)));
    }
    check.m_statistics =
        FeatureStatistics::fit(check.scaled(rows), static_cast<int>(kFeatures), labels, classCount);
    check.m_limit = {1.0F};
    std::vector<double> distances;
    for (const std::span<const float> judged : {rows, heldRows}) {
        for (std::size_t i = 0; i < judged.size(); i += kFeatures) {
            distances.push_back(check.share(judged.subspan(i, kFeatures)));
        }
    }
    check.m_limit = {std::max(static_cast<float>(quantile(distances, 0.99)), kLeastLimit)};
    return check;
}

Result<std::optional<PictureCheck>> PictureCheck::read(const TensorFile& file)
{
    const std::string prefix(kPrefix);
    if (!file.tensors().contains(prefix + "limit")) {
        return std::optional<PictureCheck>();
    }
    PictureCheck check;
    NEFES_TRY(check.m_limit, row(file, prefix + "limit", 1));
    NEFES_TRY(check.m_scale, row(file, prefix + "scale", kFeatures));
    NEFES_TRY(check.m_statistics, FeatureStatistics::read(file, prefix));
    if (check.m_statistics->featureCount() != static_cast<int>(kFeatures)) {
        return fail(ErrorCode::ModelDamaged, "input check: tensors do not fit together");
    }
    return std::optional(std::move(check));
}

std::vector<float> PictureCheck::scaled(std::span<const float> rows) const
{
    std::vector<float> result(rows.begin(), rows.end());
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i] *= m_scale[i % kFeatures];
    }
    return result;
}

double PictureCheck::share(std::span<const float> features) const
{
    NEFES_ASSERT(features.size() == kFeatures);
    return m_statistics->outlierScore(scaled(features)) / static_cast<double>(m_limit.front());
}

std::map<std::string, TensorView> PictureCheck::tensors() const
{
    const std::string prefix(kPrefix);
    auto tensors = m_statistics->tensors(prefix);
    const auto add = [&](const char* name, const std::vector<float>& values) {
        tensors[prefix + name] = {TensorType::Float32,
                                  {1, static_cast<std::int64_t>(values.size())},
                                  std::as_bytes(std::span(values))};
    };
    add("limit", m_limit);
    add("scale", m_scale);
    return tensors;
}

} // namespace nefes::ml
