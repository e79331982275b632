// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/second_fitting.h"

#include "core/base/files.h"

#include "ml/classifier.h"
#include "ml/evaluation.h"
#include "ml/json_object.h"
#include "ml/model_card.h"
#include "ml/package_files.h"
#include "ml/probabilities.h"
#include "ml/publishing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace nefes::ml {
namespace {

namespace fs = std::filesystem;

/// A temperature and thresholds of fewer say nothing.
constexpr std::size_t kMinImages = 50;
/// Keeps a logarithm finite.
constexpr double kSmallest = 1e-12;

/// What the mean is measured on must be as new to the second network as it is to the first, and
/// card and licences must be those of both: the digest covers every file, its label and its split.
Result<void> checkSameData(const ModelDescription& model, const ModelDescription& second)
{
    const auto digest = [](const ModelDescription& one) {
        return valueOr(one.training, "dataset_sha256", "");
    };
    if (digest(model).empty() || digest(model) != digest(second)) {
        return fail(ErrorCode::InvalidArgument,
                    "the second network was trained on other images or splits than the first: "
                    "train both with the same data, filters and seed");
    }
    return {};
}

Result<std::shared_ptr<const ModelPackage>> joined(const fs::path& model, const fs::path& second)
{
    NEFES_TRY(const auto package, openModelPackage(model));
    NEFES_TRY(const auto other, openModelPackage(second));
    if (const std::string reason = whyNoSecond(other->description); !reason.empty()) {
        return fail(ErrorCode::InvalidArgument, fmt::format("{}: {}", toUtf8(second), reason));
    }
    if (!hasSameLabels(package->description, other->description)) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{}: other labels than {}", toUtf8(second), toUtf8(model)));
    }
    if (package->description.weightsSha256 == other->description.weightsSha256) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{}: the same network as {}", toUtf8(second), toUtf8(model)));
    }
    NEFES_CHECK(checkSameData(package->description, other->description));
    auto joint = std::make_shared<ModelPackage>(*package);
    joint->second = other;
    joint->description.calibration.temperature = 1.0; // fitted anew
    return joint;
}

/// What the uncalibrated probabilities were made of, but for a constant of each image that the
/// softmax does not see.
std::vector<float> logitsOf(const Judgements& judgements, int outputs)
{
    std::vector<float> logits;
    const auto logarithm = [](double probability) {
        return static_cast<float>(std::log(std::max(probability, kSmallest)));
    };
    const std::vector<double>& values = judgements.probabilities;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (outputs > 1) {
            logits.push_back(logarithm(values[i]));
        } else if (i % 2 == 1) {
            logits.push_back(logarithm(values[i]) - logarithm(values[i - 1]));
        }
    }
    return logits;
}

void calibrate(JudgedImages& images, const ModelDescription& model)
{
    images.judgements.probabilities = batchProbabilities(
        logitsOf(images.judgements, model.outputs), model.outputs, model.calibration.temperature);
}

} // namespace

Result<SecondFit> fitSecond(Backend& backend, const fs::path& model, const fs::path& second,
                            const std::vector<fs::path>& folders, const ImageReader& reader,
                            const std::shared_ptr<const PlaneOperations>& operations,
                            const Progress& progress, std::stop_token stop)
{
    NEFES_TRY(const auto package, joined(model, second));
    NEFES_TRY(const auto classifier,
              createClassifier(backend, package, operations, DeviceChoice::Cpu));
    SecondFit fit;
    fit.model = package->description;
    fit.model.training.erase("thresholds_by_hand");
    EvaluationRequest request;
    request.folders = folders;
    request.columns = {"source", "age_group"};
    request.split = Split::Validation;
    NEFES_TRY(auto validation, evaluate(*classifier, model, request, reader, progress, stop));
    Judgements& judged = validation.images.judgements;
    if (judged.truth.size() < kMinImages) {
        return fail(ErrorCode::DatasetEmpty, fmt::format("{} validation images; {} are needed",
                                                         judged.truth.size(), kMinImages));
    }
    fit.model.calibration.temperature =
        fitTemperature(logitsOf(judged, fit.model.outputs), fit.model.outputs, judged.truth);
    calibrate(validation.images, fit.model);
    chooseThresholds(fit.model, validation.images);
    fit.model.metrics = {{"validation", judgedImagesToJson(validation.images, fit.model)},
                         {"test", nlohmann::json::object()}};
    fit.unreadable = std::move(validation.unreadable);

    request.split = Split::Test;
    auto test = evaluate(*classifier, model, request, reader, progress, stop);
    if (test) {
        calibrate(test->images, fit.model);
        fit.model.metrics["test"] = judgedImagesToJson(test->images, fit.model);
        std::ranges::move(test->unreadable, std::back_inserter(fit.unreadable));
    } else if (test.error().code != ErrorCode::DatasetEmpty) { // not every model has kept some
        return tl::unexpected(test.error());
    }
    NEFES_TRY(const Publication publication, publicationOf(model));
    fit.card =
        withDisclaimer(withJointResults(publication.card, fit.model, package->second->description));
    return fit;
}

} // namespace nefes::ml
