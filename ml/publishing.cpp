// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/publishing.h"

#include "core/base/files.h"

#include "ml/json_object.h"
#include "ml/model_card.h"
#include "ml/package_files.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace nefes::ml {
namespace {

namespace fs = std::filesystem;

/// Differences below this come from rounding in a form.
constexpr double kSameThreshold = 5e-4;

/// Empty where a package has none; one that is there and cannot be read must not vanish from the
/// copy that is published.
Result<std::string> cardText(const fs::path& file)
{
    auto text = readTextFile(file, kMaxCardBytes);
    if (!text && (text.error().code == ErrorCode::FileNotFound ||
                  text.error().code == ErrorCode::FileEmpty)) {
        return std::string();
    }
    return text;
}

bool isSame(const std::optional<double>& a, const std::optional<double>& b)
{
    return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) < kSameThreshold);
}

/// The package's description with what was decided.
Result<ModelDescription> describe(ModelDescription model, const Publication& publication)
{
    if (!isModelId(publication.id)) {
        return fail(ErrorCode::InvalidArgument,
                    "id: small letters, digits, - _ . are allowed, at most 64");
    }
    if (publication.title.en.empty() || publication.title.tr.empty()) {
        return fail(ErrorCode::InvalidArgument, "title: both languages are needed");
    }
    if (!std::ranges::equal(model.labels, publication.labels, {}, &ModelLabel::id,
                            &ModelLabel::id)) {
        return fail(ErrorCode::InvalidArgument, "labels: others than those of the network");
    }
    model.id = publication.id;
    model.version = publication.version;
    model.title = publication.title;
    for (std::size_t i = 0; i < model.labels.size(); ++i) {
        ModelLabel& label = model.labels[i];
        const ModelLabel& decided = publication.labels[i];
        label.name = decided.name;
        if (isSame(label.threshold, decided.threshold)) {
            continue;
        }
        label.threshold = decided.threshold;
        model.training["thresholds_by_hand"] = true;
        if (!label.threshold ||
            (label.indeterminate && (*label.threshold < label.indeterminate->first ||
                                     *label.threshold > label.indeterminate->second))) {
            label.indeterminate.reset();
        }
    }
    return model;
}

} // namespace

ModelDoubts doubtsAbout(const ModelDescription& model)
{
    ModelDoubts doubts;
    const char* part = model.metrics.contains("test") ? "test" : "validation";
    const auto metrics = valueOr(model.metrics, part, nlohmann::json::object());
    const auto interval = valueOr(metrics, "macro_auc_ci", nlohmann::json::array());
    constexpr double kChance = 0.5;
    doubts.isNoBetterThanChance =
        interval.size() == 2 && interval[0].is_number() && interval[0].get<double>() <= kChance;
    for (const auto& one : valueOr(metrics, "classes", nlohmann::json::array())) {
        if (valueOr(one, "support", 0) > 0 && valueOr(one, "recall", 1.0) <= 0.0) {
            doubts.neverFound.push_back(valueOr(one, "label", ""));
        }
    }
    return doubts;
}

Result<Publication> publicationOf(const fs::path& package)
{
    NEFES_TRY(const auto opened, openModelPackage(package));
    const ModelDescription& model = opened->description;
    LocalisedText card;
    NEFES_TRY(card.en, cardText(package / kCardEnglish));
    NEFES_TRY(card.tr, cardText(package / kCardTurkish));
    return Publication{model.id, model.version, model.title, model.labels, std::move(card)};
}

Result<LocalisedText> refreshedCard(const fs::path& package, const Publication& publication)
{
    NEFES_TRY(const auto opened, openModelPackage(package));
    NEFES_TRY(const ModelDescription model, describe(opened->description, publication));
    return withCardHead(publication.card, model);
}

Result<void> writePublication(const fs::path& package, const Publication& publication,
                              const fs::path& folder)
{
    NEFES_TRY(const auto opened, openModelPackage(package));
    PackageContent content;
    NEFES_TRY(content.description, describe(opened->description, publication));
    content.weights = package / kWeightsFile;
    if (opened->inputCheckStatistics) {
        content.inputCheckStatistics = opened->inputCheckStatistics->tensors();
    }
    if (opened->cases) {
        content.cases = opened->cases->tensors();
        content.caseNames = opened->cases->metadata();
    }
    if (opened->gate) {
        content.gate = opened->gate->folder;
    }
    if (opened->second) {
        content.second = opened->second->folder;
    }
    content.lungFinder = opened->lungFinder;
    NEFES_TRY(content.splits, readSplits(package));
    content.card = withDisclaimer(publication.card); // nobody publishes a model without it
    return writeModelPackage(folder, content);
}

} // namespace nefes::ml
