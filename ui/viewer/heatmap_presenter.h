// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/render.h"

#include "ui/bridge/analysis_service.h"
#include "ui/bridge/background.h"
#include "ui/panels/analysis_panel.h"
#include "ui/viewer/canvas.h"

#include <QObject>

#include <string>
#include <vector>

namespace nefes::ui {

/// Keeps the analysis, the panel and the heatmap on the image in step: which finding's map is
/// shown, how, and whether it is over the image. The analysis is about the current canvas; the
/// others keep the map that they have.
class HeatmapPresenter final : public QObject
{
    Q_OBJECT

public:
    HeatmapPresenter(AnalysisService& service, AnalysisPanel& panel, Canvas& canvas,
                     QThreadPool& pool);

    void addCanvas(Canvas& canvas);
    void setCurrent(Canvas& canvas) { m_canvas = &canvas; }
    /// What the current canvas shows.
    void setImage(const ImagePtr& image);
    void setVisible(bool visible);
    /// Shows the heatmap as long as a key is held.
    void setPeeking(bool peeking);
    void setStyle(const HeatmapStyle& style);
    /// Blind-first reading: no map is shown or made.
    void setBlind(bool isBlind);
    void changeOpacity(double by);
    /// The map of the next finding above its threshold, of all labels when there is none.
    void nextFinding();

    [[nodiscard]] bool isVisible() const { return m_isVisible; }
    [[nodiscard]] const HeatmapStyle& style() const { return m_style; }
    [[nodiscard]] bool isBusy() const { return m_snapshotTask.isRunning(); }

Q_SIGNALS:
    void visibleChanged(bool visible);
    void styleChanged();
    /// The small picture is up to date.
    void snapshotMade();

private:
    void followAnalysis();
    void chooseLabel(const std::string& label);
    [[nodiscard]] bool isWithheld() const;
    void updateMaps();
    void updateSnapshot();

    void showOnCanvases();

    AnalysisService& m_service;
    AnalysisPanel& m_panel;
    Canvas* m_canvas; ///< the current one
    std::vector<Canvas*> m_canvases;
    ImagePtr m_image;
    std::shared_ptr<const ml::Analysis> m_analysis; ///< whose finding was chosen last
    std::string m_label;
    HeatmapStyle m_style;
    bool m_isVisible = false;
    bool m_isPeeking = false;
    bool m_isBlind = false;
    bool m_showsAnyway = false; ///< also for an image that the model must not judge
    LatestTask m_snapshotTask;
};

} // namespace nefes::ui
