// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"

#include "ui/bridge/analysis_service.h"
#include "ui/viewer/snapshot.h"

#include <QImage>
#include <QWidget>

#include <optional>
#include <string>

class QFrame;
class QLabel;
class QProgressBar;
class QScrollArea;
class QPushButton;
class QComboBox;
class QVBoxLayout;

namespace nefes::ui {

class HeatmapControls;
class ImpressionCard;
class Notice;
class SimilarCases;

/// What the classifier says of the image that is shown: the input check first, then the scores,
/// then the heatmap and the model. Shows a state, decides nothing.
class AnalysisPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit AnalysisPanel(QWidget* parent = nullptr);

    void setState(const AnalysisState& state);
    /// The label whose heatmap is shown; empty when there is none.
    void setHeatmapLabel(const std::string& label);
    /// The small picture with the heatmap, null while there is none.
    void setSnapshot(const QImage& image);
    /// Blind-first reading: nothing of the result is shown.
    void setBlind(bool isBlind);
    [[nodiscard]] ImpressionCard& impressionCard() { return *m_impression; }
    [[nodiscard]] HeatmapControls& heatmapControls() { return *m_controls; }
    /// Device pixels that the small picture fits into.
    [[nodiscard]] QSize snapshotBounds() const;

Q_SIGNALS:
    void analyseClicked();
    void cardClicked();
    /// The reader wants another model to judge.
    void modelChosen(const std::string& id);
    /// The reader wants to see what the model says of an image that it must not judge.
    void showAnywayClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildResult(QVBoxLayout* layout);
    void refresh();
    void refreshNotice();
    void refreshInputCheck();
    void refreshScores();
    void refreshHeatmap();
    void refreshModel();
    [[nodiscard]] bool withholdsScores() const;
    [[nodiscard]] bool hidesResult() const;

    AnalysisState m_state;
    std::string m_heatmapLabel;
    bool m_isBlind = false;
    bool m_showsAnyway = false; ///< the reader wants the scores of a rejected image
    ImpressionCard* m_impression;
    Notice* m_notice;
    QProgressBar* m_progress;
    QScrollArea* m_scroll;
    QWidget* m_result;
    QFrame* m_checkCard;
    QLabel* m_checkIcon;
    QLabel* m_checkText;
    QPushButton* m_showAnyway;
    QWidget* m_findings; ///< headline, scores and heatmap: what a rejected image does not show
    QLabel* m_headline;
    QLabel* m_scoresTitle;
    QVBoxLayout* m_scores;
    QLabel* m_heatmapTitle;
    QLabel* m_snapshot;
    QLabel* m_snapshotText;
    QLabel* m_energyText; ///< hidden where it is not known
    HeatmapControls* m_controls;
    SimilarCases* m_similar;
    QLabel* m_modelTitle;
    QComboBox* m_modelChoice; ///< hidden while there is nothing to choose
    QLabel* m_modelText;
    QPushButton* m_card;
    QLabel* m_disclaimer;
};

} // namespace nefes::ui
