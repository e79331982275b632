// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/fold_results.h"

#include "ml/cross_validation.h"
#include "ml/json_object.h"
#include "ml/model_registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace nefes::ui {

namespace {

using nlohmann::json;

constexpr double kZ = 1.959964; ///< of the normal distribution, for 95 %
constexpr const char* kHeadingEnglish = "## Cross-validation";
constexpr const char* kHeadingTurkish = "## Çapraz doğrulama";

/// A section at the end, unless there is one already.
void append(std::string& card, const std::string& heading, const std::string& text)
{
    if (card.find(heading) != std::string::npos) {
        return;
    }
    while (!card.empty() && card.back() == '\n') {
        card.pop_back();
    }
    card += "\n\n" + heading + "\n\n" + text + "\n";
}

std::string withComma(double value)
{
    std::string text = fmt::format("{:.3f}", value);
    std::ranges::replace(text, '.', ',');
    return text;
}

} // namespace

int FoldResults::images() const
{
    return ml::valueOr(summary, "images", 0);
}

int FoldResults::right() const
{
    int right = 0;
    const json matrix = summary.is_object()
                            ? summary.value("confusion", json::object()).value("matrix", json())
                            : json();
    for (std::size_t label = 0; label < matrix.size(); ++label) {
        right += matrix[label][label].get<int>();
    }
    return right;
}

FoldResults readFoldResults(const StoredRun& run)
{
    FoldResults results;
    results.planned = run.plan.folds;
    ml::FoldSummary summary;
    for (int fold = 1; fold <= run.plan.folds; ++fold) {
        const auto model = ml::readModelDescription(foldFolder(run.folder, fold) / "model");
        const json metrics =
            model ? ml::valueOr(model->metrics, "validation", json::object()) : json::object();
        if (!summary.add(metrics)) {
            continue;
        }
        FoldResult one;
        one.images = ml::valueOr(metrics, "images", 0);
        one.bestEpoch = ml::valueOr(model->training, "best_epoch", 0);
        one.accuracy = ml::valueOr(metrics, "accuracy", 0.0);
        if (const json auc = metrics.value("macro_auc", json()); auc.is_number()) {
            one.auc = auc.get<double>();
        }
        results.folds.push_back(one);
    }
    if (!results.folds.empty()) {
        results.summary = summary.toJson();
    }
    return results;
}

std::pair<double, double> wilsonInterval(int right, int total)
{
    const double n = total;
    const double share = right / n;
    const double middle = share + kZ * kZ / (2.0 * n);
    const double half = kZ * std::sqrt(share * (1.0 - share) / n + kZ * kZ / (4.0 * n * n));
    const double scale = 1.0 + kZ * kZ / n;
    return {std::max(0.0, (middle - half) / scale), std::min(1.0, (middle + half) / scale)};
}

std::optional<FoldResults> crossValidationOf(const std::filesystem::path& package,
                                             const std::filesystem::path& runsFolder)
{
    const auto trained = readRun(package.parent_path());
    if (!trained || runsFolder.empty()) {
        return std::nullopt;
    }
    for (const StoredRun& run : listRuns(runsFolder)) {
        if (run.plan.kind == RunKind::Folds && run.state == RunState::Finished &&
            run.plan.recipe == trained->plan.recipe && run.plan.folders == trained->plan.folders) {
            FoldResults results = readFoldResults(run);
            if (results.images() > 0) {
                return results;
            }
        }
    }
    return std::nullopt;
}

ml::LocalisedText withCrossValidation(ml::LocalisedText card, const FoldResults& results)
{
    const int images = results.images();
    const int right = results.right();
    const auto parts = results.folds.size();
    const double accuracy = static_cast<double>(right) / images;
    const auto [low, high] = wilsonInterval(right, images);
    append(card.en, kHeadingEnglish,
           fmt::format("The same recipe on the same images in {} parts: accuracy {:.3f} (95 % "
                       "interval {:.3f}–{:.3f}), {} of {} images right. These are the results of "
                       "{} networks that were trained like this one, each on the images of the "
                       "other parts; not of this network itself.",
                       parts, accuracy, low, high, right, images, parts));
    append(card.tr, kHeadingTurkish,
           fmt::format(
               "Aynı tarif, aynı görüntüler, {} kat: doğruluk {} (%95 güven aralığı {}–{}), "
               "{} görüntünün {} tanesi doğru. Bunlar, bu ağ gibi ama her biri öteki katların "
               "görüntüleriyle eğitilmiş {} ağın sonuçlarıdır; bu ağın kendi sonucu "
               "değildir.",
               parts, withComma(accuracy), withComma(low), withComma(high), images, right, parts));
    return card;
}

} // namespace nefes::ui
