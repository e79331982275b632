// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/source_test.h"

#include "core/base/digest.h"

#include "ml/input_check.h"
#include "ml/metrics.h"

#include <cmath>
#include <limits>
#include <map>

namespace nefes::ml {
namespace {

constexpr int kFewestImages = 20;
constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

/// Half of the patients, whatever their order is.
bool isFirstHalf(const std::string& patient)
{
    Sha256 digest;
    digest.add(std::as_bytes(std::span(patient)));
    return digest.finish().front() < '8';
}

} // namespace

void SourceTest::add(std::span<const float> features, int label, const std::string& source,
                     const std::string& patient)
{
    m_features.insert(m_features.end(), features.begin(), features.end());
    m_images.push_back({label, source, isFirstHalf(patient)});
}

double SourceTest::auc() const
{
    std::vector<std::size_t> all(m_images.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = i;
    }
    return aucOf(all);
}

double SourceTest::aucWithinClass() const
{
    std::map<int, std::vector<std::size_t>> classes;
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        classes[m_images[i].label].push_back(i);
    }
    double sum = 0.0;
    double weight = 0.0;
    for (const auto& [label, images] : classes) {
        const double value = aucOf(images);
        if (std::isfinite(value)) {
            sum += value * static_cast<double>(images.size());
            weight += static_cast<double>(images.size());
        }
    }
    return weight > 0.0 ? sum / weight : kUndefined;
}

double SourceTest::aucOf(const std::vector<std::size_t>& images) const
{
    std::map<std::string, int> counts;
    for (const std::size_t i : images) {
        ++counts[m_images[i].source];
    }
    std::map<std::string, int> sources;
    for (const auto& [source, count] : counts) {
        if (count >= kFewestImages && !source.empty()) {
            sources.emplace(source, static_cast<int>(sources.size()));
        }
    }
    if (sources.size() < 2) {
        return kUndefined;
    }
    const std::size_t size = m_features.size() / m_images.size();
    std::vector<std::vector<double>> scores(sources.size()); // source → a score an image
    std::vector<int> truth;
    for (const bool isFitted : {true, false}) {
        std::vector<float> fitted;
        std::vector<int> labels;
        for (const std::size_t i : images) {
            const auto source = sources.find(m_images[i].source);
            if (source != sources.end() && m_images[i].isFirstHalf == isFitted) {
                const auto first = m_features.begin() + static_cast<std::ptrdiff_t>(i * size);
                fitted.insert(fitted.end(), first, first + static_cast<std::ptrdiff_t>(size));
                labels.push_back(source->second);
            }
        }
        if (labels.empty()) {
            return kUndefined;
        }
        const auto statistics = FeatureStatistics::fit(fitted, static_cast<int>(size), labels,
                                                       static_cast<int>(sources.size()));
        for (const std::size_t i : images) {
            const auto source = sources.find(m_images[i].source);
            if (source == sources.end() || m_images[i].isFirstHalf == isFitted) {
                continue;
            }
            const std::vector<double> distances =
                statistics.squaredDistances(std::span(m_features).subspan(i * size, size));
            // Logarithm of the posterior for equal priors.
            const double nearest = *std::min_element(distances.begin(), distances.end());
            double sum = 0.0;
            for (const double distance : distances) {
                sum += std::exp(-0.5 * (distance - nearest));
            }
            for (std::size_t k = 0; k < distances.size(); ++k) {
                scores[k].push_back(-0.5 * (distances[k] - nearest) - std::log(sum));
            }
            truth.push_back(source->second);
        }
    }
    double total = 0.0;
    int defined = 0;
    const std::vector<double> weights(truth.size(), 1.0);
    for (std::size_t k = 0; k < scores.size(); ++k) {
        std::vector<bool> positive;
        for (const int one : truth) {
            positive.push_back(one == static_cast<int>(k));
        }
        const double value = areaUnderRoc(scores[k], positive, weights);
        if (std::isfinite(value)) {
            total += value;
            ++defined;
        }
    }
    return defined > 0 ? total / defined : kUndefined;
}

} // namespace nefes::ml
