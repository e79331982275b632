// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/analysis_service.h"

#include "core/base/log.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nefes::ui {

/// What lives on the inference thread.
struct AnalysisService::Engine {
    std::vector<InstalledModel> models;
    std::optional<InstalledModel> model;
    std::unique_ptr<ml::Classifier> classifier;
    std::shared_ptr<const ml::ModelDescription> description;
    std::string wanted;
    int generation = 0;

    /// Loads the wanted model, or the first installed one, unless it is there. Nothing when none is
    /// installed.
    [[nodiscard]] Result<bool> prepare(const Services& services, const std::string& wantedId,
                                       ml::DeviceChoice device, int wantedGeneration)
    {
        if (classifier && wanted == wantedId && generation == wantedGeneration) {
            return true;
        }
        classifier.reset();
        model.reset();
        description.reset();
        wanted = wantedId;
        generation = wantedGeneration;
        if (!services.listModels || !services.loadClassifier) {
            return false;
        }
        models = services.listModels();
        if (models.empty()) {
            return false;
        }
        const auto found = std::ranges::find(models, wantedId, &InstalledModel::id);
        model = found == models.end() ? models.front() : *found;
        NEFES_TRY(classifier, services.loadClassifier(model->id, device));
        description = std::make_shared<const ml::ModelDescription>(classifier->model());
        return true;
    }
};

/// What an errand to the inference thread brings back.
struct AnalysisService::Answer {
    bool hasModel = false;
    std::vector<InstalledModel> models;
    std::optional<InstalledModel> model;
    std::shared_ptr<const ml::ModelDescription> description;
    Result<ml::Analysis> analysis;
};

AnalysisService::AnalysisService(const Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_device(services.device)
    , m_engine(std::make_shared<Engine>())
    , m_pool(new QThreadPool)
    , m_task(*m_pool, this)
{
    m_pool->setMaxThreadCount(1);
    m_pool->setExpiryTimeout(-1);
}

AnalysisService::~AnalysisService()
{
    m_task.cancel();
    // The window closes at once, however long an analysis still takes: the classifier is destroyed
    // where it lived, and only the end of the program waits for that.
    m_pool->setParent(QCoreApplication::instance());
    m_pool->start([engine = std::move(m_engine), pool = QPointer<QObject>(m_pool)] {
        engine->classifier.reset();
        postToContext(pool, [pool] { delete pool.data(); });
    });
}

void AnalysisService::setPhase(AnalysisPhase phase)
{
    m_state.phase = phase;
    Q_EMIT stateChanged();
}

void AnalysisService::setImage(ImagePtr image)
{
    m_task.cancel();
    m_image = std::move(image);
    clearResults();
    m_state.pendingHeatmap.clear();
    if (!m_image) {
        setPhase(AnalysisPhase::NoImage);
    } else if (!m_runsByItself) {
        setPhase(AnalysisPhase::Disabled);
    } else {
        start();
    }
}

void AnalysisService::clearResults()
{
    m_state.analysis.reset();
    m_state.heatmaps.clear();
    m_state.bands.clear();
    m_state.error.reset();
    m_hasBands = false;
}

void AnalysisService::setRunsByItself(bool runs)
{
    m_runsByItself = runs;
    if (runs && m_state.phase == AnalysisPhase::Disabled) {
        start();
    }
}

void AnalysisService::analyseAgain()
{
    if (m_image) {
        clearResults();
        start();
    }
}

void AnalysisService::choose(const std::string& model, ml::DeviceChoice device)
{
    if (m_wantedModel != model || m_device != device) {
        m_wantedModel = model;
        m_device = device;
        reloadModels(model);
    }
}

void AnalysisService::reloadModels(const std::string& model)
{
    m_wantedModel = model;
    ++m_generation;
    judgeAnew();
}

void AnalysisService::judgeAnew()
{
    if (m_image && m_state.phase != AnalysisPhase::Disabled) {
        m_task.cancel();
        m_state.description.reset();
        analyseAgain();
    }
}

void AnalysisService::requestHeatmap(const std::string& label)
{
    if (m_state.phase == AnalysisPhase::Done && !m_state.heatmaps.contains(label) &&
        m_state.pendingHeatmap != label) {
        m_state.pendingHeatmap = label;
        start();
    }
}

void AnalysisService::setHeatmapMethod(std::optional<ml::HeatmapMethod> method)
{
    if (method == m_heatmapMethod) {
        return;
    }
    m_heatmapMethod = method;
    m_state.heatmaps.clear();
    m_state.pendingHeatmap.clear();
    if (m_state.phase == AnalysisPhase::Done) {
        m_task.cancel();
        Q_EMIT stateChanged(); // whoever shows a map asks for it again
        measureBands();
    } else if (m_task.isRunning()) {
        start();
    }
}

void AnalysisService::start()
{
    if (!m_state.analysis) {
        m_state.pendingHeatmap.clear();
        setPhase(m_state.description ? AnalysisPhase::Running : AnalysisPhase::Loading);
    } else {
        Q_EMIT stateChanged();
    }
    m_task.start(
        [engine = m_engine, services = m_services, image = m_image, wanted = m_wantedModel,
         device = m_device, generation = m_generation, label = m_state.pendingHeatmap,
         method = m_heatmapMethod](std::stop_token stop) -> Answer {
            if (stop.stop_requested()) {
                return {.hasModel = true,
                        .models = {},
                        .model = {},
                        .description = {},
                        .analysis = fail(ErrorCode::Cancelled, "replaced")};
            }
            const Result<bool> ready = engine->prepare(services, wanted, device, generation);
            Answer answer{.hasModel = ready.value_or(true),
                          .models = engine->models,
                          .model = engine->model,
                          .description = engine->description,
                          .analysis = fail(ErrorCode::ModelNotFound, "no model is installed")};
            if (!ready) {
                answer.analysis = tl::unexpected(ready.error());
            } else if (*ready) {
                answer.analysis = engine->classifier->analyse(
                    *image, ml::HeatmapRequest{.label = label, .method = method}, stop);
            }
            return answer;
        },
        [this](Answer answer) { take(std::move(answer)); });
}

void AnalysisService::take(Answer answer)
{
    m_state.models = std::move(answer.models);
    m_state.model = std::move(answer.model);
    m_state.description = std::move(answer.description);
    m_state.pendingHeatmap.clear();
    if (!answer.hasModel) {
        setPhase(AnalysisPhase::NoModel);
        return;
    }
    if (!answer.analysis && m_state.analysis) {
        setPhase(AnalysisPhase::Done); // one more map could not be made; the scores stand
        measureBands();
        return;
    }
    if (!answer.analysis) {
        m_state.error = answer.analysis.error();
        log(LogLevel::Info,
            fmt::format("analysis: {}", errorCodeName(answer.analysis.error().code)));
        setPhase(AnalysisPhase::Failed);
        return;
    }
    auto analysis = std::make_shared<const ml::Analysis>(*std::move(answer.analysis));
    if (const auto& map = analysis->heatmap; map && !map->grid.values.empty()) {
        m_state.heatmaps[map->label] = std::make_shared<const ml::Heatmap>(*map);
    }
    if (!m_state.analysis) {
        m_state.analysis = std::move(analysis);
    }
    setPhase(AnalysisPhase::Done);
    measureBands();
}

void AnalysisService::measureBands()
{
    if (m_hasBands || m_task.isRunning() || m_state.phase != AnalysisPhase::Done) {
        return;
    }
    m_task.start(
        [engine = m_engine, image = m_image, prediction = m_state.analysis->prediction](
            std::stop_token stop) mutable -> Result<ml::Prediction> {
            if (stop.stop_requested() || !engine->classifier) {
                return fail(ErrorCode::Cancelled, "replaced");
            }
            NEFES_CHECK(engine->classifier->measureBands(*image, prediction, stop));
            return std::move(prediction);
        },
        [this](Result<ml::Prediction> measured) {
            m_hasBands = true;
            if (!measured) {
                log(LogLevel::Info,
                    fmt::format("analysis: bands: {}", errorCodeName(measured.error().code)));
            }
            for (const ml::Score& score : measured ? measured->scores : std::vector<ml::Score>()) {
                if (score.band) {
                    m_state.bands[score.label] = *score.band;
                }
            }
            Q_EMIT stateChanged();
        });
}

} // namespace nefes::ui
