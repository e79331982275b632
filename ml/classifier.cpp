// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/classifier.h"

#include "core/base/known.h"

#include "ml/case_library.h"
#include "ml/heatmap.h"
#include "ml/input_check.h"
#include "ml/input_gate.h"
#include "ml/input_views.h"
#include "ml/joint_network.h"
#include "ml/lung_frame.h"
#include "ml/lung_views.h"
#include "ml/picture_check.h"
#include "ml/preprocess.h"
#include "ml/probabilities.h"
#include "ml/trained_recipe.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <system_error>
#include <utility>

namespace nefes::ml {
namespace {

using Clock = std::chrono::steady_clock;

/// What tells that an image must not be judged.
struct InputChecks {
    std::unique_ptr<InputGate> gate;           ///< may be null
    std::optional<FeatureStatistics> features; ///< of the network's last layer
    std::optional<PictureCheck> pictures;      ///< where there is no gate
};

/// What explains a score beside the network itself.
struct Explanations {
    std::optional<CaseLibrary> cases;
    std::unique_ptr<LungFinder> lungFinder; ///< may be null
};
/// Below this a limit is none; keeps the score finite.
constexpr double kSmallestLimit = 1e-6;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

class PackageClassifier final : public Classifier
{
public:
    PackageClassifier(ModelDescription model, std::unique_ptr<JointNetwork> network,
                      std::shared_ptr<const PlaneOperations> operations, InputChecks checks,
                      Explanations explanations)
        : m_model(std::move(model))
        , m_network(std::move(network))
        , m_operations(std::move(operations))
        , m_checks(std::move(checks))
        , m_explanations(std::move(explanations))
    {
    }

    [[nodiscard]] const ModelDescription& model() const override { return m_model; }

    [[nodiscard]] Result<Analysis> analyse(const DecodedImage& image,
                                           const std::optional<HeatmapRequest>& heatmap,
                                           std::stop_token stop) override
    {
        NEFES_TRY(const auto explain, explainRequest(heatmap));
        Analysis analysis;
        analysis.device = m_network->device();
        const auto start = Clock::now();
        const GrayPlane rendered = renderedPlane(image);
        std::vector<float> lungs; // found once for all that needs them
        Frame frame;
        if (model().input.area == InputArea::Lungs) {
            NEFES_TRY(lungs, lungsOf(rendered));
            frame = lungFrame(lungs, rendered.width, rendered.height);
        }
        const InputPlanes planes = m_network->planes(rendered, *m_operations, frame);
        analysis.timing.preprocessMs = millisecondsSince(start);
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "cancelled");
        }
        NEFES_TRY(auto output, m_network->run(planes, explain));
        analysis.timing.inferenceMs = output.forwardMs;
        NEFES_TRY(analysis.prediction, judge(output));
        NEFES_TRY(analysis.prediction.inputCheck,
                  checkInput(image, rendered, planes.first, output));
        if (explain) {
            analysis.heatmap = imageHeatmap(image, frame, output, *explain, analysis.prediction);
            if (m_explanations.lungFinder != nullptr && !output.map.values.empty()) {
                if (lungs.empty()) {
                    NEFES_TRY(lungs, lungsOf(rendered));
                }
                analysis.heatmap->energyInLungs = energyInLungs(lungs, rendered, frame, output.map);
            }
            analysis.timing.heatmapMs = output.explainMs;
        }
        NEFES_CHECK(findSimilar(output, analysis.prediction));
        analysis.prediction.features = std::move(output.features);
        return analysis;
    }

    [[nodiscard]] Result<void> measureBands(const DecodedImage& image, Prediction& prediction,
                                            std::stop_token stop) override
    {
        const auto recipe = trainedRecipe(model());
        const bool isMirrored = recipe && recipe->augmentation.flipHorizontal;
        const OutsideFill fill =
            recipe && recipe->augmentation.fill == "zero" ? OutsideFill::Black : OutsideFill::Edge;
        const GrayPlane rendered = renderedPlane(image);
        NEFES_TRY(const auto frame, inputFrame(rendered, model().input,
                                               m_explanations.lungFinder.get(), *m_operations));
        const InputPlanes planes = m_network->planes(rendered, *m_operations, frame);
        const std::vector<InputChange> changes = inputChanges(isMirrored);
        std::vector<InputPlanes> inputs;
        for (const InputChange& change : changes) {
            InputPlanes changed{changedPlane(planes.first, change, fill), std::nullopt};
            if (planes.second) {
                changed.second = changedPlane(*planes.second, change, fill);
            }
            inputs.push_back(std::move(changed));
        }
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "cancelled");
        }
        NEFES_TRY(const auto logits, m_network->runBatch(inputs));
        NEFES_CHECK(checkFinite(logits, changes.size()));
        const auto values =
            batchProbabilities(logits, model().outputs, model().calibration.temperature);
        const std::size_t labels = prediction.scores.size();
        for (std::size_t label = 0; label < labels; ++label) {
            Score& score = prediction.scores[label];
            score.band = std::pair(score.probability, score.probability);
            for (std::size_t i = label; i < values.size(); i += labels) {
                score.band->first = std::min(score.band->first, values[i]);
                score.band->second = std::max(score.band->second, values[i]);
            }
        }
        return {};
    }

private:
    using Frame = std::optional<InputRegion>;

    [[nodiscard]] Result<std::vector<float>> lungsOf(const GrayPlane& rendered) const
    {
        if (m_explanations.lungFinder == nullptr) {
            return fail(ErrorCode::ModelDamaged, "this input needs the lung finder");
        }
        return findLungs(*m_explanations.lungFinder, rendered, *m_operations);
    }

    [[nodiscard]] Result<void> checkFinite(std::span<const float> logits, std::size_t images) const
    {
        if (logits.size() != images * static_cast<std::size_t>(model().outputs) ||
            !std::ranges::all_of(logits, [](float logit) { return std::isfinite(logit); })) {
            return fail(ErrorCode::ModelDamaged, "the network's output is not finite");
        }
        return {};
    }

    [[nodiscard]] Result<void> findSimilar(const NetworkOutput& output,
                                           Prediction& prediction) const
    {
        const auto& cases = m_explanations.cases;
        if (!cases) {
            return {};
        }
        if (output.features.size() != static_cast<std::size_t>(cases->featureCount())) {
            return fail(ErrorCode::ModelShapeMismatch,
                        "the training cases do not fit the network's features");
        }
        prediction.similar = cases->nearest(output.features, kSimilarCases);
        return {};
    }

    /// Share of the map as the network made it, before anything is cut off or scaled.
    [[nodiscard]] std::optional<double> energyInLungs(std::span<const float> lungs,
                                                      const GrayPlane& rendered, const Frame& frame,
                                                      const FloatGrid& map) const
    {
        const InputSpecification& input = model().input;
        const InputRegion region = inputRegion(input, rendered.width, rendered.height, frame);
        const std::vector<bool> mask = lungsOfRegion(lungs, region, rendered.width, rendered.height,
                                                     input.width, input.height);
        const auto pixels = std::ranges::count(mask, true);
        if (static_cast<double>(pixels) < kSmallestLungShare * static_cast<double>(mask.size())) {
            return std::nullopt;
        }
        const double share = energyInside(map, mask, input.width, input.height);
        return std::isnan(share) ? std::nullopt : std::optional(share);
    }

    [[nodiscard]] Result<std::optional<ExplainRequest>>
    explainRequest(const std::optional<HeatmapRequest>& heatmap) const
    {
        if (!heatmap) {
            return std::nullopt;
        }
        ExplainRequest request;
        request.method = heatmap->method.value_or(
            heatmapMethodFromId(model().heatmapMethod).value_or(HeatmapMethod::GradCam));
        if (!heatmap->label.empty()) {
            const auto& labels = model().labels;
            const auto found =
                std::find_if(labels.begin(), labels.end(), [&heatmap](const ModelLabel& label) {
                    return label.id == heatmap->label;
                });
            if (found == labels.end()) {
                return fail(ErrorCode::InvalidArgument,
                            "the model has no label \"" + heatmap->label + "\"");
            }
            request.label = static_cast<int>(found - labels.begin());
        }
        return request;
    }

    [[nodiscard]] Result<Prediction> judge(const NetworkOutput& output) const
    {
        NEFES_CHECK(checkFinite(output.logits, 1));
        return predictionOf(model(), probabilities(output.logits, model().calibration.temperature));
    }

    /// Rules that need no network come first, then the gate, which names what it sees, then the
    /// features, which only tell that something is strange. The score is the highest share of a
    /// limit that is used up: it grows with the gate's probability and with the features' distance.
    [[nodiscard]] Result<InputCheck> checkInput(const DecodedImage& image,
                                                const GrayPlane& rendered, const GrayPlane& plane,
                                                const NetworkOutput& output)
    {
        InputCheck check;
        check.reason = ruleOutImage(image, rendered);
        if (m_checks.gate) {
            NEFES_TRY(const auto verdict, m_checks.gate->judge(rendered, *m_operations));
            const double limit = std::max(known(model().inputCheck).gateLimit, kSmallestLimit);
            const std::string claim = claimOfAttributes(image.data().text);
            check.outlierScore = verdict.notAccepted / limitWithClaim(limit, claim);
            const std::string reason = refusalReason(verdict, m_checks.gate->model(), limit, claim);
            // The gate sees gray values alone: of a colour picture it may only tell which kind.
            if (check.reason.empty() ||
                (check.reason == "color" && (reason == "photo" || reason == "screenshot"))) {
                check.reason = reason;
            }
        }
        if (m_checks.features) {
            if (output.features.size() !=
                static_cast<std::size_t>(m_checks.features->featureCount())) {
                return fail(ErrorCode::ModelShapeMismatch,
                            "the input check does not fit the network's features");
            }
            noteStrangeness(m_checks.features->outlierScore(output.features) /
                                std::max(known(model().inputCheck).limit99, kSmallestLimit),
                            check);
        }
        if (m_checks.pictures) {
            noteStrangeness(
                m_checks.pictures->share(pictureFeatures(plane.values, plane.width, plane.height)),
                check);
        }
        check.isSupported = check.reason.empty();
        return check;
    }

    /// `share` of a limit: above 1 the image is unlike those of training.
    static void noteStrangeness(double share, InputCheck& check)
    {
        check.outlierScore = std::max(check.outlierScore, share);
        if (check.reason.empty() && share > 1.0) {
            check.reason = "unlike_training";
        }
    }

    [[nodiscard]] Heatmap imageHeatmap(const DecodedImage& image, const Frame& frame,
                                       const NetworkOutput& output, const ExplainRequest& request,
                                       const Prediction& prediction) const
    {
        Heatmap heatmap;
        heatmap.grid = cropToImage(output.map, model().input, image.width(), image.height(), frame);
        heatmap.label = request.label < 0
                            ? prediction.topLabel
                            : model().labels[static_cast<std::size_t>(request.label)].id;
        heatmap.method = heatmapMethodId(request.method);
        return heatmap;
    }

    ModelDescription m_model; // not the package: its weights live in the network now
    std::unique_ptr<JointNetwork> m_network;
    std::shared_ptr<const PlaneOperations> m_operations;
    InputChecks m_checks;
    Explanations m_explanations;
};

Result<InputChecks> loadInputChecks(Backend& backend, const ModelPackage& package,
                                    DeviceChoice device)
{
    InputChecks checks;
    if (!package.description.inputCheck) {
        return checks;
    }
    if (package.gate != nullptr) {
        NEFES_TRY(checks.gate, InputGate::create(backend, *package.gate, device));
    }
    if (package.inputCheckStatistics != nullptr) {
        NEFES_TRY(checks.features, FeatureStatistics::read(*package.inputCheckStatistics));
        if (checks.gate == nullptr) {
            NEFES_TRY(checks.pictures, PictureCheck::read(*package.inputCheckStatistics));
        }
    }
    return checks;
}

Result<Explanations> loadExplanations(Backend& backend, const ModelPackage& package,
                                      const std::filesystem::path& lungWeights)
{
    Explanations explanations;
    if (package.cases != nullptr) {
        NEFES_TRY(explanations.cases, CaseLibrary::read(*package.cases));
    }
    std::error_code error;
    if (!package.lungFinder.empty()) {
        NEFES_TRY(explanations.lungFinder, backend.loadLungFinder(package.lungFinder));
    } else if (!lungWeights.empty() && std::filesystem::exists(lungWeights, error) &&
               looksAtLungs(package.description)) {
        NEFES_TRY(explanations.lungFinder, backend.loadLungFinder(lungWeights));
    }
    return explanations;
}

} // namespace

Result<std::unique_ptr<Classifier>>
createClassifier(Backend& backend, std::shared_ptr<const ModelPackage> package,
                 std::shared_ptr<const PlaneOperations> operations, DeviceChoice device,
                 const std::filesystem::path& lungWeights)
{
    NEFES_TRY(auto checks, loadInputChecks(backend, *package, device));
    NEFES_TRY(auto explanations, loadExplanations(backend, *package, lungWeights));
    NEFES_TRY(auto network, JointNetwork::load(backend, *package, device));
    return std::make_unique<PackageClassifier>(package->description, std::move(network),
                                               std::move(operations), std::move(checks),
                                               std::move(explanations));
}

} // namespace nefes::ml
