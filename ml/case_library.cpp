// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/case_library.h"

#include "core/base/assert.h"

#include "ml/json_object.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <utility>

namespace nefes::ml {
namespace {

constexpr std::size_t kMaxCases = 4000;
constexpr std::size_t kMaxDirectionBytes = 2'000'000;
constexpr std::int64_t kMaxFeatures = 1 << 20;
/// Gray level of a direction's component of 0, and the largest step from it.
constexpr int kZero = 128;
constexpr int kLargest = 127;

/// Index of a name, which is added where it is new.
std::int32_t indexOf(std::vector<std::string>& names, const std::string& name)
{
    const auto found = std::ranges::find(names, name);
    const auto index = static_cast<std::int32_t>(found - names.begin());
    if (found == names.end()) {
        names.push_back(name);
    }
    return index;
}

tl::unexpected<Error> damaged(const std::string& what)
{
    return fail(ErrorCode::ModelDamaged, "training cases: " + what);
}

template <class Value>
Result<std::vector<Value>> valuesOf(const TensorFile& file, const std::string& name,
                                    TensorType type, std::size_t sides)
{
    const auto found = file.tensors().find(name);
    if (found == file.tensors().end() || found->second.type != type ||
        found->second.shape.size() != sides) {
        return damaged("tensor \"" + name + "\" is missing");
    }
    std::vector<Value> values(static_cast<std::size_t>(found->second.elementCount()));
    if (!values.empty()) {
        std::memcpy(values.data(), found->second.bytes.data(), found->second.bytes.size());
    }
    return values;
}

Result<std::vector<std::string>> namesOf(const TensorFile& file, const std::string& key)
{
    const auto found = file.metadata().find(key);
    if (found == file.metadata().end()) {
        return damaged("\"" + key + "\" is missing");
    }
    NEFES_TRY(const auto json, parseJson(found->second, ErrorCode::ModelDamaged));
    std::vector<std::string> names;
    if (!json.is_array()) {
        return damaged("\"" + key + "\" is no list");
    }
    for (const auto& name : json) {
        if (!name.is_string()) {
            return damaged("\"" + key + "\" is no list of names");
        }
        names.push_back(name.get<std::string>());
    }
    return names;
}

bool areIndices(const std::vector<std::int32_t>& values, std::size_t count)
{
    return std::ranges::all_of(values, [count](std::int32_t value) {
        return value >= 0 && static_cast<std::size_t>(value) < count;
    });
}

double step(std::uint8_t value)
{
    return static_cast<double>(value) - kZero;
}

} // namespace

CaseLibrary CaseLibrary::fit(std::span<const float> features, int featureCount,
                             const std::vector<CaseOrigin>& origins)
{
    const auto size = static_cast<std::size_t>(featureCount);
    NEFES_ASSERT(size > 0 && features.size() == origins.size() * size);
    CaseLibrary library;
    library.m_featureCount = featureCount;
    const std::size_t kept =
        std::min({origins.size(), kMaxCases, std::max<std::size_t>(1, kMaxDirectionBytes / size)});
    for (std::size_t place = 0; place < kept; ++place) {
        const std::size_t index = place * origins.size() / kept;
        const auto row = features.subspan(index * size, size);
        double largest = 0.0;
        for (const float value : row) {
            largest = std::max(largest, std::abs(static_cast<double>(value)));
        }
        for (const float value : row) {
            const double share = largest > 0.0 ? static_cast<double>(value) / largest : 0.0;
            library.m_directions.push_back(
                static_cast<std::uint8_t>(kZero + std::lround(share * kLargest)));
        }
        library.m_labels.push_back(indexOf(library.m_labelNames, origins[index].label));
        library.m_sources.push_back(indexOf(library.m_sourceNames, origins[index].source));
    }
    library.measure();
    return library;
}

Result<CaseLibrary> CaseLibrary::read(const TensorFile& file)
{
    CaseLibrary library;
    NEFES_TRY(library.m_directions,
              valuesOf<std::uint8_t>(file, "directions", TensorType::UInt8, 2));
    NEFES_TRY(library.m_labels, valuesOf<std::int32_t>(file, "label", TensorType::Int32, 1));
    NEFES_TRY(library.m_sources, valuesOf<std::int32_t>(file, "source", TensorType::Int32, 1));
    NEFES_TRY(library.m_labelNames, namesOf(file, "labels"));
    NEFES_TRY(library.m_sourceNames, namesOf(file, "sources"));
    const auto& shape = file.tensors().at("directions").shape;
    const std::size_t cases = library.m_labels.size();
    if (static_cast<std::size_t>(shape[0]) != cases || shape[1] < 1 || shape[1] > kMaxFeatures ||
        library.m_sources.size() != cases) {
        return damaged("tensors do not fit together");
    }
    library.m_featureCount = static_cast<int>(shape[1]);
    if (!areIndices(library.m_labels, library.m_labelNames.size()) ||
        !areIndices(library.m_sources, library.m_sourceNames.size())) {
        return damaged("a case has a label or a source without a name");
    }
    library.measure();
    return library;
}

std::span<const std::uint8_t> CaseLibrary::row(std::size_t index) const
{
    const auto size = static_cast<std::size_t>(m_featureCount);
    return std::span(m_directions).subspan(index * size, size);
}

void CaseLibrary::measure()
{
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        double square = 0.0;
        for (const std::uint8_t value : row(i)) {
            square += step(value) * step(value);
        }
        m_lengths.push_back(static_cast<float>(std::sqrt(square)));
    }
}

std::vector<SimilarCase> CaseLibrary::nearest(std::span<const float> features, int count) const
{
    NEFES_ASSERT(features.size() == static_cast<std::size_t>(m_featureCount));
    double square = 0.0;
    for (const float value : features) {
        square += static_cast<double>(value) * static_cast<double>(value);
    }
    const double length = std::sqrt(square);
    std::vector<std::pair<double, std::size_t>> distances;
    distances.reserve(m_labels.size());
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const auto values = row(i);
        float product = 0.0F;
        for (std::size_t k = 0; k < values.size(); ++k) {
            product += features[k] * static_cast<float>(static_cast<int>(values[k]) - kZero);
        }
        const double lengths = length * static_cast<double>(m_lengths[i]);
        const double cosine = static_cast<double>(product) / lengths;
        // Without a direction there is no angle.
        distances.emplace_back(std::isfinite(cosine) ? 1.0 - std::clamp(cosine, -1.0, 1.0) : 1.0,
                               i);
    }
    const auto wanted = std::min(distances.size(), static_cast<std::size_t>(std::max(count, 0)));
    std::ranges::partial_sort(distances, distances.begin() + static_cast<std::ptrdiff_t>(wanted));
    std::vector<SimilarCase> cases;
    for (const auto& [distance, index] : std::span(distances).first(wanted)) {
        cases.push_back({m_labelNames[static_cast<std::size_t>(m_labels[index])],
                         m_sourceNames[static_cast<std::size_t>(m_sources[index])], distance});
    }
    return cases;
}

std::map<std::string, TensorView> CaseLibrary::tensors() const
{
    const auto cases = static_cast<std::int64_t>(m_labels.size());
    const auto size = std::int64_t{m_featureCount};
    return {
        {"directions", {TensorType::UInt8, {cases, size}, std::as_bytes(std::span(m_directions))}},
        {"label", {TensorType::Int32, {cases}, std::as_bytes(std::span(m_labels))}},
        {"source", {TensorType::Int32, {cases}, std::as_bytes(std::span(m_sources))}}};
}

std::map<std::string, std::string> CaseLibrary::metadata() const
{
    return {{"labels", jsonText(nlohmann::json(m_labelNames))},
            {"sources", jsonText(nlohmann::json(m_sourceNames))}};
}

} // namespace nefes::ml
