// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/shortcuts.h"

#include "core/base/known.h"

#include "ml/input_check.h"
#include "ml/joint_network.h"
#include "ml/json_object.h"
#include "ml/lung_frame.h"
#include "ml/lung_samples.h"
#include "ml/lung_views.h"
#include "ml/metrics.h"
#include "ml/preprocess.h"
#include "ml/probabilities.h"
#include "ml/rank_correlation.h"
#include "ml/source_test.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace nefes::ml {
namespace {

using nlohmann::json;

constexpr std::size_t kBatch = 32;
/// Maps by every method and with random weights are made of this many films at most.
constexpr std::size_t kMaxMapped = 200;
constexpr std::uint64_t kRandomSeed = 7;
constexpr std::array kMethods{HeatmapMethod::GradCam, HeatmapMethod::GradCamPlusPlus,
                              HeatmapMethod::HiResCam, HeatmapMethod::LayerCam};

// What makes a figure suspicious. 0.5 is chance for every AUC.
constexpr double kMaxHiddenAuc = 0.70;
constexpr double kMaxSourceAuc = 0.80;
constexpr double kMaxCropLoss = 0.05;
constexpr double kMinEnergy = 0.65;
constexpr double kMaxRandomCorrelation = 0.5;

/// Probabilities of one way to show the images.
struct View {
    const char* name = "";
    std::vector<InputPlanes> waiting;
    Judgements judgements;
};

class ShortcutTest
{
public:
    ShortcutTest(std::shared_ptr<const ModelPackage> package, const ShortcutTools& tools,
                 std::unique_ptr<JointNetwork> network, std::unique_ptr<Network> random,
                 std::vector<UnreadableFile>& unreadable, std::stop_token stop)
        : m_package(std::move(package))
        , m_tools(tools)
        , m_network(std::move(network))
        , m_random(std::move(random))
        , m_unreadable(unreadable)
        , m_stop(std::move(stop))
    {
        for (View& view : m_views) {
            for (const ModelLabel& label : model().labels) {
                view.judgements.classes.push_back(label.id);
            }
        }
    }

    Result<void> judge(const DatasetEntry& entry, bool withMaps)
    {
        const auto image = m_tools.reader.read(entry.path, 0, m_stop);
        if (!image) {
            m_unreadable.push_back({entry.path, image.error()});
            return {};
        }
        NEFES_TRY(const auto lungs, findLungs(m_tools.lungs, **image, m_tools.operations));
        const LungPlane plane = lungPlane(**image, model().input, lungs, m_tools.operations);
        std::optional<LungPlane> second;
        if (const InputSpecification* input = m_network->secondInput()) {
            second = lungPlane(**image, *input, lungs, m_tools.operations);
        }
        // Every network of the package sees the image changed alike.
        const auto changed = [&](auto change) {
            InputPlanes planes{change(plane, model().input), std::nullopt};
            if (second) {
                planes.second = change(*second, *m_network->secondInput());
            }
            return planes;
        };
        const InputPlanes whole =
            changed([](const LungPlane& one, const InputSpecification&) { return one.plane; });
        const bool hasLungs = plane.share >= kSmallestLungShare;
        NEFES_CHECK(show(Whole, whole, entry));
        NEFES_CHECK(show(Border,
                         changed([&](const LungPlane& one, const InputSpecification& input) {
                             return borderAlone(one, input, (*image)->width(), (*image)->height());
                         }),
                         entry));
        if (hasLungs) {
            NEFES_CHECK(show(Black, changed([](const LungPlane& one, const InputSpecification&) {
                                 return withoutLungs(one);
                             }),
                             entry));
            NEFES_CHECK(show(Alone, changed([](const LungPlane& one, const InputSpecification&) {
                                 return lungsAlone(one);
                             }),
                             entry));
            NEFES_CHECK(show(Crop, changed([&](const LungPlane& one, const InputSpecification&) {
                                 return lungCrop(one, m_tools.operations);
                             }),
                             entry));
        } else {
            ++m_withoutLungs;
        }
        NEFES_TRY(const auto output, m_network->run(whole, std::nullopt));
        const std::string& patient = entry.patient.empty() ? entry.file : entry.patient;
        m_sources.add(output.features, labelIndex(entry.label), entry.source, patient);
        if (second) {
            m_secondSources.add(output.secondFeatures, labelIndex(entry.label), entry.source,
                                patient);
        }
        return withMaps && hasLungs ? measureMaps(whole, plane.found) : Result<void>{};
    }

    /// A film whose lungs people have marked.
    Result<void> measureMarked(const std::filesystem::path& film,
                               const std::filesystem::path& maskFile)
    {
        const auto image = m_tools.reader.read(film, 0, m_stop);
        const auto mask = m_tools.reader.read(maskFile, 0, m_stop);
        if (!image || !mask) {
            m_unreadable.push_back({image ? maskFile : film, image ? mask.error() : image.error()});
            return {};
        }
        const GrayPlane rendered = renderedPlane(**image);
        NEFES_TRY(const auto frame,
                  inputFrame(rendered, model().input, &m_tools.lungs, m_tools.operations));
        const GrayPlane marked = inputPlane(**mask, model().input, m_tools.operations, frame);
        std::vector<bool> lungs;
        lungs.reserve(marked.values.size());
        for (const std::uint8_t value : marked.values) {
            lungs.push_back(value > 127);
        }
        return measureMaps(m_network->planes(rendered, m_tools.operations, frame), lungs);
    }

    Result<json> finish(bool givenMasks)
    {
        for (std::size_t view = 0; view < m_views.size(); ++view) {
            NEFES_CHECK(flush(m_views[view]));
        }
        json result;
        result["images"] = m_views[Whole].judgements.truth.size();
        result["without_lungs"] = m_withoutLungs;
        result["input_region"] = model().input.area == InputArea::Lungs ? "lungs" : "image";
        if (m_network->secondInput() != nullptr) {
            result["second_input_region"] = "image";
            result["second_source_auc"] = orNull(m_secondSources.auc());
            result["second_source_auc_within_class"] = orNull(m_secondSources.aucWithinClass());
        }
        for (const View& view : m_views) {
            result[view.name] = aucOf(view.judgements);
        }
        result["source_auc"] = orNull(m_sources.auc());
        result["source_auc_within_class"] = orNull(m_sources.aucWithinClass());
        json energy;
        json empty;
        for (const HeatmapMethod method : kMethods) {
            const std::string id(heatmapMethodId(method));
            energy[id] = median(m_energy[method]);
            empty[id] = m_emptyMaps[method];
        }
        result["heatmap"] = {{"images", m_shares.size()},
                             {"given_masks", givenMasks},
                             {"lung_share", median(m_shares)},
                             {"energy_in_lungs", energy},
                             {"empty_maps", empty},
                             {"random_weights_correlation", median(m_correlations)}};
        result["warnings"] = warningsOf(result);
        return result;
    }

private:
    enum : std::size_t { Whole, Black, Border, Alone, Crop };

    [[nodiscard]] const ModelDescription& model() const { return m_package->description; }

    [[nodiscard]] int labelIndex(const std::string& label) const
    {
        const auto& labels = model().labels;
        const auto found = std::ranges::find(labels, label, &ModelLabel::id);
        return static_cast<int>(found - labels.begin());
    }

    Result<void> show(std::size_t index, InputPlanes planes, const DatasetEntry& entry)
    {
        View& view = m_views[index];
        view.waiting.push_back(std::move(planes));
        view.judgements.truth.push_back(labelIndex(entry.label));
        view.judgements.patients.push_back(entry.patient);
        return view.waiting.size() == kBatch ? flush(view) : Result<void>{};
    }

    Result<void> flush(View& view)
    {
        if (view.waiting.empty()) {
            return {};
        }
        NEFES_TRY(const auto logits, m_network->runBatch(view.waiting));
        const auto values =
            batchProbabilities(logits, model().outputs, model().calibration.temperature);
        auto& all = view.judgements.probabilities;
        all.insert(all.end(), values.begin(), values.end());
        view.waiting.clear();
        return {};
    }

    /// Energy of the raw maps of the predicted finding, and how much they are those of no training.
    Result<void> measureMaps(const InputPlanes& planes, const std::vector<bool>& lungs)
    {
        std::vector<float> own;
        for (const HeatmapMethod method : kMethods) {
            NEFES_TRY(const auto output, m_network->run(planes, ExplainRequest{-1, method}));
            const double energy =
                energyInside(output.map, lungs, model().input.width, model().input.height);
            if (std::isfinite(energy)) {
                m_energy[method].push_back(energy);
            } else {
                ++m_emptyMaps[method];
            }
            if (heatmapMethodId(method) == model().heatmapMethod) {
                own = output.map.values;
            }
        }
        const auto method = heatmapMethodFromId(model().heatmapMethod);
        NEFES_TRY(const auto random, m_random->run(normalise(planes.first, model().input),
                                                   ExplainRequest{-1, known(method)}));
        const double correlation = rankCorrelation(own, random.map.values);
        if (std::isfinite(correlation)) {
            m_correlations.push_back(correlation);
        }
        m_shares.push_back(static_cast<double>(std::ranges::count(lungs, true)) /
                           static_cast<double>(lungs.size()));
        return {};
    }

    [[nodiscard]] static json median(const std::vector<double>& values)
    {
        return values.empty() ? json() : json(quantile(values, 0.5));
    }

    [[nodiscard]] static json aucOf(const Judgements& judgements)
    {
        const Metrics metrics = computeMetrics(judgements);
        return {{"images", metrics.images},
                {"macro_auc", orNull(metrics.macroAuc)},
                {"macro_auc_ci",
                 {orNull(metrics.macroAucInterval.low), orNull(metrics.macroAucInterval.high)}}};
    }

    [[nodiscard]] json warningsOf(const json& result) const
    {
        json warnings = json::array();
        const auto check = [&warnings](const std::string& test, const json& value, double limit,
                                       bool isTooHigh) {
            if (value.is_number() &&
                (isTooHigh ? value.get<double>() > limit : value.get<double>() < limit)) {
                warnings.push_back({{"test", test}, {"value", value}, {"limit", limit}});
            }
        };
        check("lungs_black", result["lungs_black"]["macro_auc"], kMaxHiddenAuc, true);
        check("border_only", result["border_only"]["macro_auc"], kMaxHiddenAuc, true);
        check("source_auc_within_class", result["source_auc_within_class"], kMaxSourceAuc, true);
        if (result.contains("second_source_auc_within_class")) {
            check("second_source_auc_within_class", result["second_source_auc_within_class"],
                  kMaxSourceAuc, true);
        }
        const json& whole = result["whole"]["macro_auc"];
        const json& crop = result["lung_crop"]["macro_auc"];
        if (whole.is_number() && crop.is_number()) {
            check("lung_crop_loss", whole.get<double>() - crop.get<double>(), kMaxCropLoss, true);
        }
        check("energy_in_lungs", result["heatmap"]["energy_in_lungs"][model().heatmapMethod],
              kMinEnergy, false);
        check("random_weights_correlation", result["heatmap"]["random_weights_correlation"],
              kMaxRandomCorrelation, true);
        return warnings;
    }

    std::shared_ptr<const ModelPackage> m_package;
    const ShortcutTools& m_tools;
    std::unique_ptr<JointNetwork> m_network;
    std::unique_ptr<Network> m_random; ///< in the first one's place
    std::vector<UnreadableFile>& m_unreadable;
    std::stop_token m_stop;
    std::array<View, 5> m_views{View{"whole", {}, {}}, View{"lungs_black", {}, {}},
                                View{"border_only", {}, {}}, View{"lungs_alone", {}, {}},
                                View{"lung_crop", {}, {}}};
    SourceTest m_sources, m_secondSources;
    std::map<HeatmapMethod, std::vector<double>> m_energy;
    std::map<HeatmapMethod, int> m_emptyMaps;
    std::vector<double> m_shares, m_correlations;
    int m_withoutLungs = 0;
};

std::string figure(const json& value)
{
    return value.is_number() ? fmt::format("{:.3f}", value.get<double>()) : "–";
}

} // namespace

Result<json> testShortcuts(const std::shared_ptr<const ModelPackage>& package,
                           const ShortcutRequest& request, const ShortcutTools& tools,
                           std::vector<UnreadableFile>& unreadable, const Progress& progress,
                           std::stop_token stop)
{
    if (request.entries.empty()) {
        return fail(ErrorCode::DatasetEmpty, "no image is left to judge");
    }
    NEFES_TRY(auto network, JointNetwork::load(tools.backend, *package, DeviceChoice::Cpu));
    NEFES_TRY(auto random,
              tools.backend.randomNetwork(package->description, DeviceChoice::Cpu, kRandomSeed));
    ShortcutTest test(package, tools, std::move(network), std::move(random), unreadable, stop);
    const std::size_t total = request.entries.size() + request.masks.size();
    // Evenly drawn, whatever the order of the folders is.
    const std::size_t step = std::max<std::size_t>(1, request.entries.size() / kMaxMapped);
    for (std::size_t i = 0; i < request.entries.size(); ++i) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "cancelled");
        }
        NEFES_CHECK(test.judge(request.entries[i], request.masks.empty() && i % step == 0));
        report(progress, i + 1, total);
    }
    for (std::size_t i = 0; i < request.masks.size(); ++i) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "cancelled");
        }
        NEFES_CHECK(test.measureMarked(request.masks[i].first, request.masks[i].second));
        report(progress, request.entries.size() + i + 1, total);
    }
    return test.finish(!request.masks.empty());
}

std::string shortcutsToText(const json& shortcuts)
{
    std::string text = "Shortcut tests\n\n";
    const auto line = [&text](const std::string& what, const std::string& value) {
        text += fmt::format("  {:<58} {}\n", what, value);
    };
    line("images", std::to_string(shortcuts.value("images", 0)));
    line("lungs not found on", std::to_string(shortcuts.value("without_lungs", 0)));
    line("input", shortcuts.value("input_region", "") == "lungs"
                      ? "cut to the lungs before all of it"
                      : "whole image");
    const std::array<std::pair<const char*, const char*>, 5> views{
        {{"whole", "macro AUC, input unchanged"},
         {"lungs_black", "macro AUC, lungs black (0.5 is chance)"},
         {"border_only", "macro AUC, border alone (0.5 is chance)"},
         {"lungs_alone", "macro AUC, lungs alone"},
         {"lung_crop", "macro AUC, cut to the lungs"}}};
    for (const auto& [key, name] : views) {
        const json& view = shortcuts.at(key);
        line(name, fmt::format("{} ({}–{})", figure(view["macro_auc"]),
                               figure(view["macro_auc_ci"][0]), figure(view["macro_auc_ci"][1])));
    }
    line("AUC of the source, told from the features", figure(shortcuts.at("source_auc")));
    line("the same among images of one class", figure(shortcuts.at("source_auc_within_class")));
    if (shortcuts.contains("second_input_region")) {
        line("second network's input", "whole image");
        line("the two AUCs of the source, from its features",
             figure(shortcuts.at("second_source_auc")) + ", " +
                 figure(shortcuts.at("second_source_auc_within_class")));
        line("the heatmaps", "of the first network");
    }
    const json& heatmap = shortcuts.at("heatmap");
    line("share of the lungs in the input, median", figure(heatmap.at("lung_share")));
    for (const auto& [method, energy] : heatmap.at("energy_in_lungs").items()) {
        line(fmt::format("energy of the map inside the lungs, median, {}", method),
             fmt::format("{} ({} maps are empty)", figure(energy),
                         heatmap.at("empty_maps").value(method, 0)));
    }
    line("rank correlation with the map of random weights, median",
         figure(heatmap.at("random_weights_correlation")));
    for (const json& warning : shortcuts.at("warnings")) {
        text += fmt::format("\n  warning: {} is {}, the limit is {}",
                            warning.at("test").get<std::string>(), figure(warning.at("value")),
                            figure(warning.at("limit")));
    }
    return text + "\n";
}

} // namespace nefes::ml
