// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/metrics.h"

#include "core/base/assert.h"
#include "core/base/rng.h"

#include "ml/input_check.h"
#include "ml/json_object.h"
#include "ml/roc.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace nefes::ml {
namespace {

constexpr double kNotDefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kBins = 15;
constexpr std::uint64_t kBootstrapSeed = 20170806;

double ratio(double part, double whole)
{
    return whole > 0.0 ? part / whole : kNotDefined;
}

double meanOfDefined(std::span<const double> values)
{
    double sum = 0.0;
    double count = 0.0;
    for (const double value : values) {
        if (std::isfinite(value)) {
            sum += value;
            count += 1.0;
        }
    }
    return ratio(sum, count);
}

/// What a set of weights over the images gives.
struct Figures {
    double accuracy = kNotDefined, balancedAccuracy = kNotDefined, macroAuc = kNotDefined;
    std::vector<double> recall, specificity, auc;
};

/// Everything that does not change from draw to draw.
class Sample
{
public:
    explicit Sample(const Judgements& judgements)
        : m_judgements(judgements)
        , m_classCount(judgements.classes.size())
    {
        const std::size_t images = judgements.truth.size();
        NEFES_ASSERT(judgements.probabilities.size() == images * m_classCount);
        for (std::size_t i = 0; i < images; ++i) {
            const auto row = this->row(i);
            m_predicted.push_back(
                static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin()));
        }
        for (std::size_t label = 0; label < m_classCount; ++label) {
            m_curves.emplace_back(scores(label), positives(label));
        }
    }

    [[nodiscard]] std::size_t images() const { return m_predicted.size(); }
    [[nodiscard]] std::size_t classCount() const { return m_classCount; }
    [[nodiscard]] std::size_t predicted(std::size_t image) const { return m_predicted[image]; }
    [[nodiscard]] std::size_t truth(std::size_t image) const
    {
        return static_cast<std::size_t>(m_judgements.truth[image]);
    }
    [[nodiscard]] std::span<const double> row(std::size_t image) const
    {
        return std::span(m_judgements.probabilities).subspan(image * m_classCount, m_classCount);
    }
    [[nodiscard]] std::vector<double> scores(std::size_t label) const
    {
        std::vector<double> result;
        for (std::size_t i = 0; i < images(); ++i) {
            result.push_back(row(i)[label]);
        }
        return result;
    }
    [[nodiscard]] std::vector<bool> positives(std::size_t label) const
    {
        std::vector<bool> result;
        for (std::size_t i = 0; i < images(); ++i) {
            result.push_back(truth(i) == label);
        }
        return result;
    }

    [[nodiscard]] Figures figures(std::span<const double> weights) const
    {
        std::vector<double> ofTruth(m_classCount, 0.0);
        std::vector<double> ofPredicted(m_classCount, 0.0);
        std::vector<double> hits(m_classCount, 0.0);
        double all = 0.0;
        for (std::size_t i = 0; i < images(); ++i) {
            ofTruth[truth(i)] += weights[i];
            ofPredicted[m_predicted[i]] += weights[i];
            hits[truth(i)] += m_predicted[i] == truth(i) ? weights[i] : 0.0;
            all += weights[i];
        }
        Figures result;
        for (std::size_t label = 0; label < m_classCount; ++label) {
            const double negatives = all - ofTruth[label];
            const double falsePositives = ofPredicted[label] - hits[label];
            result.recall.push_back(ratio(hits[label], ofTruth[label]));
            result.specificity.push_back(ratio(negatives - falsePositives, negatives));
            result.auc.push_back(m_curves[label].area(weights));
        }
        result.accuracy = ratio(std::accumulate(hits.begin(), hits.end(), 0.0), all);
        result.balancedAccuracy = meanOfDefined(result.recall);
        result.macroAuc = meanOfDefined(result.auc);
        return result;
    }

private:
    const Judgements& m_judgements;
    std::size_t m_classCount;
    std::vector<std::size_t> m_predicted;
    std::vector<RankedScores> m_curves;
};

Interval intervalOf(std::vector<double> values)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty()) {
        return {kNotDefined, kNotDefined};
    }
    return {quantile(values, 0.025), quantile(values, 0.975)};
}

/// Patient of each image as a number from 0.
std::vector<std::size_t> patientNumbers(const Judgements& judgements, std::size_t images,
                                        std::size_t& count)
{
    std::map<std::string, std::size_t> numbers;
    std::vector<std::size_t> result;
    count = 0;
    for (std::size_t i = 0; i < images; ++i) {
        const std::string& patient =
            i < judgements.patients.size() ? judgements.patients[i] : std::string();
        if (patient.empty()) {
            result.push_back(count++);
            continue;
        }
        const auto [place, isNew] = numbers.try_emplace(patient, count);
        count += isNew ? 1 : 0;
        result.push_back(place->second);
    }
    return result;
}

/// Figures of every draw: patients with replacement, all images of a patient together.
std::vector<Figures> bootstrap(const Sample& sample, const Judgements& judgements, int draws)
{
    std::size_t patients = 0;
    const auto patientOf = patientNumbers(judgements, sample.images(), patients);
    Rng rng(kBootstrapSeed);
    std::vector<Figures> result;
    std::vector<double> times(patients);
    std::vector<double> weights(sample.images());
    for (int draw = 0; draw < draws && patients > 0; ++draw) {
        std::fill(times.begin(), times.end(), 0.0);
        for (std::size_t i = 0; i < patients; ++i) {
            times[rng.below(patients)] += 1.0;
        }
        for (std::size_t i = 0; i < weights.size(); ++i) {
            weights[i] = times[patientOf[i]];
        }
        result.push_back(sample.figures(weights));
    }
    return result;
}

template <class Get>
Interval intervalOver(const std::vector<Figures>& draws, Get get)
{
    std::vector<double> values;
    values.reserve(draws.size());
    for (const Figures& figures : draws) {
        values.push_back(get(figures));
    }
    return intervalOf(std::move(values));
}

ClassMetrics classMetrics(const Sample& sample, const Metrics& metrics, const Figures& figures,
                          const std::vector<Figures>& draws, std::size_t label)
{
    ClassMetrics result;
    result.label = metrics.labels[label];
    double predicted = 0.0;
    for (std::size_t row = 0; row < sample.classCount(); ++row) {
        predicted += metrics.confusion[row][label];
        result.support += metrics.confusion[label][row];
    }
    const double hits = metrics.confusion[label][label];
    result.precision = ratio(hits, predicted);
    result.recall = figures.recall[label];
    result.specificity = figures.specificity[label];
    result.f1 = ratio(2.0 * hits, predicted + result.support);
    result.auc = figures.auc[label];
    result.averagePrecision = averagePrecision(sample.scores(label), sample.positives(label));
    result.recallInterval =
        intervalOver(draws, [label](const Figures& draw) { return draw.recall[label]; });
    result.specificityInterval =
        intervalOver(draws, [label](const Figures& draw) { return draw.specificity[label]; });
    result.aucInterval =
        intervalOver(draws, [label](const Figures& draw) { return draw.auc[label]; });
    return result;
}

void addCalibration(const Sample& sample, Metrics& metrics)
{
    std::vector<double> confidence(kBins, 0.0);
    std::vector<double> hits(kBins, 0.0);
    double brier = 0.0;
    for (std::size_t i = 0; i < sample.images(); ++i) {
        const auto row = sample.row(i);
        const double top = row[sample.predicted(i)];
        const auto bin = std::min(static_cast<std::size_t>(std::max(top, 0.0) * kBins), kBins - 1);
        confidence[bin] += top;
        hits[bin] += sample.predicted(i) == sample.truth(i) ? 1.0 : 0.0;
        for (std::size_t label = 0; label < row.size(); ++label) {
            const double error = row[label] - (label == sample.truth(i) ? 1.0 : 0.0);
            brier += error * error;
        }
    }
    double gap = 0.0;
    for (std::size_t bin = 0; bin < kBins; ++bin) {
        gap += std::abs(confidence[bin] - hits[bin]);
    }
    metrics.ece = ratio(gap, static_cast<double>(sample.images()));
    metrics.brier = ratio(brier, static_cast<double>(sample.images()));
}

nlohmann::json intervalToJson(const Interval& interval)
{
    return nlohmann::json::array({orNull(interval.low), orNull(interval.high)});
}

} // namespace

Metrics computeMetrics(const Judgements& judgements, int bootstrapDraws)
{
    const Sample sample(judgements);
    Metrics metrics;
    metrics.images = static_cast<int>(sample.images());
    metrics.labels = judgements.classes;
    metrics.confusion.assign(sample.classCount(), std::vector<int>(sample.classCount(), 0));
    for (std::size_t i = 0; i < sample.images(); ++i) {
        ++metrics.confusion[sample.truth(i)][sample.predicted(i)];
    }
    const std::vector<double> ones(sample.images(), 1.0);
    const Figures figures = sample.figures(ones);
    const std::vector<Figures> draws = bootstrap(sample, judgements, bootstrapDraws);
    metrics.accuracy = figures.accuracy;
    metrics.balancedAccuracy = figures.balancedAccuracy;
    metrics.macroAuc = figures.macroAuc;
    metrics.accuracyInterval =
        intervalOver(draws, [](const Figures& draw) { return draw.accuracy; });
    metrics.balancedAccuracyInterval =
        intervalOver(draws, [](const Figures& draw) { return draw.balancedAccuracy; });
    metrics.macroAucInterval =
        intervalOver(draws, [](const Figures& draw) { return draw.macroAuc; });
    for (std::size_t label = 0; label < sample.classCount(); ++label) {
        metrics.classes.push_back(classMetrics(sample, metrics, figures, draws, label));
    }
    addCalibration(sample, metrics);
    return metrics;
}

nlohmann::json
metricsToJson(const Metrics& metrics,
              const std::vector<std::pair<std::string, std::optional<double>>>& thresholds)
{
    nlohmann::json classes = nlohmann::json::array();
    for (const ClassMetrics& one : metrics.classes) {
        nlohmann::json threshold;
        for (const auto& [label, value] : thresholds) {
            if (label == one.label && value) {
                threshold = *value;
            }
        }
        classes.push_back({{"label", one.label},
                           {"support", one.support},
                           {"precision", orNull(one.precision)},
                           {"recall", orNull(one.recall)},
                           {"recall_ci", intervalToJson(one.recallInterval)},
                           {"specificity", orNull(one.specificity)},
                           {"specificity_ci", intervalToJson(one.specificityInterval)},
                           {"f1", orNull(one.f1)},
                           {"auc", orNull(one.auc)},
                           {"auc_ci", intervalToJson(one.aucInterval)},
                           {"average_precision", orNull(one.averagePrecision)},
                           {"threshold", threshold}});
    }
    return {{"images", metrics.images},
            {"accuracy", orNull(metrics.accuracy)},
            {"accuracy_ci", intervalToJson(metrics.accuracyInterval)},
            {"balanced_accuracy", orNull(metrics.balancedAccuracy)},
            {"balanced_accuracy_ci", intervalToJson(metrics.balancedAccuracyInterval)},
            {"macro_auc", orNull(metrics.macroAuc)},
            {"macro_auc_ci", intervalToJson(metrics.macroAucInterval)},
            {"ece", orNull(metrics.ece)},
            {"brier", orNull(metrics.brier)},
            {"confusion", {{"labels", metrics.labels}, {"matrix", metrics.confusion}}},
            {"classes", std::move(classes)}};
}

std::string figureText(const nlohmann::json& metrics, const std::string& name)
{
    const double value = valueOr(metrics, name, kNotDefined);
    if (std::isnan(value)) {
        return "–";
    }
    const nlohmann::json interval = valueOr(metrics, name + "_ci", nlohmann::json::array());
    if (interval.size() != 2 || !interval[0].is_number() || !interval[1].is_number()) {
        return fmt::format("{:.3f}", value);
    }
    return fmt::format("{:.3f} ({:.3f}–{:.3f})", value, interval[0].get<double>(),
                       interval[1].get<double>());
}

} // namespace nefes::ml
