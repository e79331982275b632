// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/evaluation.h"

#include "core/base/digest.h"

#include "ml/trained_recipe.h"

#include <algorithm>
#include <future>
#include <utility>

namespace nefes::ml {
namespace {

/// How the model's own training chose images, where it says so.
DataSelection selectionOf(const ModelDescription& model)
{
    const auto recipe = trainedRecipe(model);
    return recipe && recipe->data.selections.size() == 1 ? recipe->data.selections.front()
                                                         : DataSelection{};
}

int labelIndex(const ModelDescription& model, const std::string& label)
{
    const auto found = std::find_if(model.labels.begin(), model.labels.end(),
                                    [&label](const ModelLabel& one) { return one.id == label; });
    return found == model.labels.end() ? -1 : static_cast<int>(found - model.labels.begin());
}

/// Entries of the folders with a label of the model, narrowed as in training.
Result<LabelledEntries> gatherEntries(const EvaluationRequest& request,
                                      const ModelDescription& model, const std::stop_token& stop)
{
    DataSelection selection = selectionOf(model);
    // A filter on labels would hide what the model does not know; it is counted instead.
    selection.include.erase("label");
    if (request.onlyUnseen) {
        selection.include.clear();
        selection.exclude.clear();
    }
    LabelledEntries result;
    for (const auto& folder : request.folders) {
        NEFES_TRY(auto entries, scanDataFolder(folder, stop));
        for (DatasetEntry& entry : selectEntries(std::move(entries), selection)) {
            if (labelIndex(model, entry.label) < 0) {
                ++result.otherLabels;
            } else {
                result.entries.push_back(std::move(entry));
            }
        }
    }
    return result;
}

/// Leaves the entries that the package remembers in the split; without one, those that it does not
/// remember. Files that cannot be read stay: they are told later.
Result<void> keepSplit(std::vector<DatasetEntry>& entries,
                       const std::filesystem::path& packageFolder, std::optional<Split> split,
                       const std::stop_token& stop)
{
    NEFES_TRY(const auto splits, readSplits(packageFolder));
    std::erase_if(entries, [&](const DatasetEntry& entry) {
        if (stop.stop_requested()) {
            return false;
        }
        const auto digest = sha256OfFile(entry.path);
        if (!digest) {
            return false;
        }
        const auto found = splits.find(*digest);
        return split ? found == splits.end() || found->second != splitName(*split)
                     : found != splits.end();
    });
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "evaluation");
    }
    return {};
}

void addJudgement(Evaluation& evaluation, const DatasetEntry& entry, Prediction prediction,
                  int truth)
{
    JudgedImages& images = evaluation.images;
    for (const Score& score : prediction.scores) {
        images.judgements.probabilities.push_back(score.probability);
    }
    images.judgements.truth.push_back(truth);
    images.judgements.patients.push_back(entry.patient);
    for (auto& [column, values] : images.columns) {
        values.push_back(entry.value(column));
    }
    evaluation.refused += prediction.inputCheck.isSupported ? 0 : 1;
    evaluation.files.push_back({entry.path, entry.file, entry.label, std::move(prediction)});
}

} // namespace

Result<LabelledEntries> labelledEntries(const EvaluationRequest& request,
                                        const ModelDescription& model,
                                        const std::filesystem::path& packageFolder,
                                        const std::stop_token& stop)
{
    NEFES_TRY(auto labelled, gatherEntries(request, model, stop));
    if (request.split || request.onlyUnseen) {
        NEFES_CHECK(keepSplit(labelled.entries, packageFolder, request.split, stop));
    }
    if (labelled.entries.empty()) {
        return fail(ErrorCode::DatasetEmpty, "no image is left to judge");
    }
    return labelled;
}

Result<Evaluation> evaluate(Classifier& classifier, const std::filesystem::path& packageFolder,
                            const EvaluationRequest& request, const ImageReader& reader,
                            const Progress& progress, std::stop_token stop)
{
    const ModelDescription& model = classifier.model();
    Evaluation evaluation;
    NEFES_TRY(const auto labelled, labelledEntries(request, model, packageFolder, stop));
    const std::vector<DatasetEntry>& entries = labelled.entries;
    evaluation.otherLabels = labelled.otherLabels;
    for (const ModelLabel& label : model.labels) {
        evaluation.images.judgements.classes.push_back(label.id);
    }
    for (const std::string& column : request.columns) {
        evaluation.images.columns[column];
    }
    // The next image is decoded while this one is judged.
    const auto read = [&](std::size_t index) {
        return std::async(std::launch::async, [&entries, &reader, index, stop] {
            return reader.read(entries[index].path, 0, stop);
        });
    };
    auto next = read(0);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto image = next.get();
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "cancelled");
        }
        if (i + 1 < entries.size()) {
            next = read(i + 1);
        }
        if (!image) {
            evaluation.unreadable.push_back({entries[i].path, image.error()});
            continue;
        }
        NEFES_TRY(auto analysis, classifier.analyse(**image, std::nullopt, stop));
        addJudgement(evaluation, entries[i], std::move(analysis.prediction),
                     labelIndex(model, entries[i].label));
        report(progress, i + 1, entries.size());
    }
    if (evaluation.files.empty()) {
        return fail(ErrorCode::DatasetEmpty, "not one of the files can be read");
    }
    return evaluation;
}

FeatureTable featuresOf(const Evaluation& evaluation)
{
    FeatureTable table;
    for (const JudgedFile& file : evaluation.files) {
        const std::vector<float>& features = file.prediction.features;
        table.columns = features.size();
        table.values.insert(table.values.end(), features.begin(), features.end());
    }
    return table;
}

nlohmann::json evaluationToJson(const Evaluation& evaluation, const ModelDescription& model)
{
    nlohmann::json json = judgedImagesToJson(evaluation.images, model);
    json["model"] = modelIdentity(model);
    json["refused"] = evaluation.refused;
    json["other_labels"] = evaluation.otherLabels;
    json["unreadable"] = evaluation.unreadable.size();
    return json;
}

} // namespace nefes::ml
