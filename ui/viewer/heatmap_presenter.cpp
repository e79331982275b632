// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/heatmap_presenter.h"

#include "ui/panels/heatmap_controls.h"

#include <algorithm>

namespace nefes::ui {

HeatmapPresenter::HeatmapPresenter(AnalysisService& service, AnalysisPanel& panel, Canvas& canvas,
                                   QThreadPool& pool)
    : m_service(service)
    , m_panel(panel)
    , m_canvas(&canvas)
    , m_snapshotTask(pool, this)
{
    HeatmapControls& controls = panel.heatmapControls();
    connect(&m_service, &AnalysisService::stateChanged, this, &HeatmapPresenter::followAnalysis);
    connect(&controls, &HeatmapControls::shownChanged, this, &HeatmapPresenter::setVisible);
    connect(&controls, &HeatmapControls::styleChanged, this, &HeatmapPresenter::setStyle);
    connect(&controls, &HeatmapControls::labelChosen, this, &HeatmapPresenter::chooseLabel);
    connect(&controls, &HeatmapControls::methodChosen, &m_service,
            &AnalysisService::setHeatmapMethod);
    connect(&panel, &AnalysisPanel::showAnywayClicked, this, [this] {
        m_showsAnyway = true;
        followAnalysis();
    });
}

void HeatmapPresenter::addCanvas(Canvas& canvas)
{
    m_canvases.push_back(&canvas);
    showOnCanvases();
}

void HeatmapPresenter::showOnCanvases()
{
    for (Canvas* canvas : m_canvases) {
        canvas->setHeatmapStyle(m_style);
        canvas->setHeatmapVisible(m_isVisible || m_isPeeking);
    }
}

void HeatmapPresenter::setImage(const ImagePtr& image)
{
    if (image == m_image && image != nullptr) {
        updateMaps(); // on another canvas, perhaps
        return;
    }
    m_image = image;
    m_analysis.reset();
    m_showsAnyway = false;
    m_label.clear();
    m_snapshotTask.cancel();
    m_panel.setSnapshot({});
    m_service.setImage(image);
}

void HeatmapPresenter::followAnalysis()
{
    const AnalysisState& state = m_service.state();
    if (state.analysis && state.analysis != m_analysis) {
        m_analysis = state.analysis;
        const auto& map = state.analysis->heatmap;
        m_label = map ? map->label : state.analysis->prediction.topLabel;
        // The leading finding is what the reader asks about, not the normal label.
        const ml::Score* leading = nullptr;
        for (const ml::Score& score : state.analysis->prediction.scores) {
            if (score.decision == ml::Decision::Above &&
                (leading == nullptr || score.probability > leading->probability)) {
                leading = &score;
            }
        }
        if (leading != nullptr) {
            m_label = leading->label;
        }
    }
    m_panel.setState(state);
    updateMaps();
    if (state.phase == AnalysisPhase::Done && !isWithheld()) {
        m_service.requestHeatmap(m_label);
    }
}

bool HeatmapPresenter::isWithheld() const
{
    const auto& analysis = m_service.state().analysis;
    return m_isBlind ||
           (analysis && !analysis->prediction.inputCheck.isSupported && !m_showsAnyway);
}

void HeatmapPresenter::updateMaps()
{
    const auto& maps = m_service.state().heatmaps;
    const auto found = maps.find(m_label);
    std::shared_ptr<const FloatGrid> grid;
    if (found != maps.end() && !isWithheld()) {
        grid = std::shared_ptr<const FloatGrid>(found->second, &found->second->grid);
    }
    m_canvas->setHeatmap(std::move(grid));
    m_panel.setHeatmapLabel(m_label);
    updateSnapshot();
}

void HeatmapPresenter::updateSnapshot()
{
    const auto& maps = m_service.state().heatmaps;
    const auto found = maps.find(m_label);
    if (!m_image || found == maps.end()) {
        return;
    }
    m_snapshotTask.start(
        [image = m_image, map = found->second, style = m_style, display = m_canvas->view().display,
         bounds = m_panel.snapshotBounds()](std::stop_token) {
            return snapshot(
                *image, display, bounds,
                {.grid = std::shared_ptr<const FloatGrid>(map, &map->grid), .style = style});
        },
        [this](const QImage& picture) {
            m_panel.setSnapshot(picture);
            Q_EMIT snapshotMade();
        });
}

void HeatmapPresenter::chooseLabel(const std::string& label)
{
    m_label = label;
    updateMaps();
    m_service.requestHeatmap(label);
}

void HeatmapPresenter::nextFinding()
{
    const auto& analysis = m_service.state().analysis;
    if (!analysis || isWithheld()) {
        return;
    }
    std::vector<std::string> labels;
    for (const ml::Score& score : analysis->prediction.scores) {
        if (score.decision == ml::Decision::Above) {
            labels.push_back(score.label);
        }
    }
    if (labels.empty()) {
        std::ranges::transform(analysis->prediction.scores, std::back_inserter(labels),
                               &ml::Score::label);
    }
    if (labels.empty()) {
        return;
    }
    const auto here = std::ranges::find(labels, m_label);
    const auto next = here == labels.end() || here + 1 == labels.end() ? labels.begin() : here + 1;
    chooseLabel(*next);
    setVisible(true);
}

void HeatmapPresenter::setVisible(bool visible)
{
    m_isVisible = visible;
    showOnCanvases();
    m_panel.heatmapControls().setShown(visible);
    Q_EMIT visibleChanged(visible);
}

void HeatmapPresenter::setPeeking(bool peeking)
{
    m_isPeeking = peeking;
    showOnCanvases();
}

void HeatmapPresenter::setBlind(bool isBlind)
{
    if (isBlind != m_isBlind) {
        m_isBlind = isBlind;
        followAnalysis();
    }
}

void HeatmapPresenter::setStyle(const HeatmapStyle& style)
{
    m_style = style;
    showOnCanvases();
    m_panel.heatmapControls().setStyle(style);
    updateSnapshot();
    Q_EMIT styleChanged();
}

void HeatmapPresenter::changeOpacity(double by)
{
    HeatmapStyle style = m_style;
    style.opacity = std::clamp(style.opacity + by, 0.0, 1.0);
    setStyle(style);
}

} // namespace nefes::ui
