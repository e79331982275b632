// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/classifier.h"

#include "ml/heatmap.h"
#include "ml/input_check.h"
#include "ml/preprocess.h"
#include "ml/probabilities.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace nefes::ml {
namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

class PackageClassifier final : public Classifier
{
public:
    PackageClassifier(ModelDescription model, std::unique_ptr<Network> network,
                      std::shared_ptr<const PlaneOperations> operations,
                      std::optional<FeatureStatistics> statistics)
        : m_model(std::move(model))
        , m_network(std::move(network))
        , m_operations(std::move(operations))
        , m_statistics(std::move(statistics))
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
        const GrayPlane plane = inputPlane(image, model().input, *m_operations);
        const std::vector<float> input = normalise(plane, model().input);
        analysis.timing.preprocessMs = millisecondsSince(start);
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "cancelled");
        }
        NEFES_TRY(auto output, m_network->run(input, explain));
        analysis.timing.inferenceMs = output.forwardMs;
        NEFES_CHECK(judge(image, plane, output, analysis.prediction));
        if (explain) {
            analysis.heatmap = imageHeatmap(image, output, *explain, analysis.prediction);
            analysis.timing.heatmapMs = output.explainMs;
        }
        analysis.prediction.features = std::move(output.features);
        return analysis;
    }

private:
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

    [[nodiscard]] Result<void> judge(const DecodedImage& image, const GrayPlane& plane,
                                     const NetworkOutput& output, Prediction& prediction) const
    {
        if (output.logits.size() != static_cast<std::size_t>(model().outputs) ||
            !std::all_of(output.logits.begin(), output.logits.end(),
                         [](float logit) { return std::isfinite(logit); })) {
            return fail(ErrorCode::ModelDamaged, "the network's output is not finite");
        }
        prediction =
            predictionOf(model(), probabilities(output.logits, model().calibration.temperature));
        InputCheck& check = prediction.inputCheck;
        check.reason = ruleOutImage(image, plane);
        if (m_statistics) {
            if (output.features.size() != static_cast<std::size_t>(m_statistics->featureCount())) {
                return fail(ErrorCode::ModelShapeMismatch,
                            "the input check does not fit the network's features");
            }
            check.outlierScore = m_statistics->outlierScore(output.features);
            if (check.reason.empty() && check.outlierScore > model().inputCheck->limit99) {
                check.reason = "unlike_training";
            }
        }
        check.isSupported = check.reason.empty();
        return {};
    }

    [[nodiscard]] Heatmap imageHeatmap(const DecodedImage& image, const NetworkOutput& output,
                                       const ExplainRequest& request,
                                       const Prediction& prediction) const
    {
        Heatmap heatmap;
        heatmap.grid = cropToImage(output.map, model().input, image.width(), image.height());
        heatmap.label = request.label < 0
                            ? prediction.topLabel
                            : model().labels[static_cast<std::size_t>(request.label)].id;
        heatmap.method = heatmapMethodId(request.method);
        return heatmap;
    }

    ModelDescription m_model; // not the package: its weights live in the network now
    std::unique_ptr<Network> m_network;
    std::shared_ptr<const PlaneOperations> m_operations;
    std::optional<FeatureStatistics> m_statistics;
};

} // namespace

Result<std::unique_ptr<Classifier>>
createClassifier(Backend& backend, std::shared_ptr<const ModelPackage> package,
                 std::shared_ptr<const PlaneOperations> operations, DeviceChoice device)
{
    std::optional<FeatureStatistics> statistics;
    if (package->inputCheckStatistics != nullptr && package->description.inputCheck) {
        NEFES_TRY(statistics, FeatureStatistics::read(*package->inputCheckStatistics));
    }
    NEFES_TRY(auto network, backend.loadNetwork(*package, device));
    return std::make_unique<PackageClassifier>(package->description, std::move(network),
                                               std::move(operations), std::move(statistics));
}

} // namespace nefes::ml
