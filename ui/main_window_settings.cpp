// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/blind/impression_log.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/main_window_p.h"
#include "ui/text/error_text.h"
#include "ui/viewer/canvas.h"

#include <QAction>
#include <QDateTime>

#include <algorithm>

namespace nefes::ui {

namespace {

using enum ActionId;

const char* verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Agree:
        return "agree";
    case Verdict::Disagree:
        return "disagree";
    case Verdict::Edited:
        return "edited";
    }
    return "";
}

} // namespace

void MainWindow::Parts::connectSettings()
{
    on(ShowSettings, [this] { openSettings(); });
    ImpressionCard& card = panel->impressionCard();
    connect(&card, &ImpressionCard::recorded, &context, [this](const std::string& impression) {
        m_impressions[m_blindKey] = {.impression = impression,
                                     .conclusion = std::nullopt,
                                     .isAnswered = false,
                                     .seconds =
                                         static_cast<double>(m_blindTimer.elapsed()) / 1000.0};
        updateBlind();
    });
    connect(&card, &ImpressionCard::answered, &context,
            [this](Verdict verdict, const std::string& conclusion) {
                logImpression(verdict, conclusion);
            });
    connect(&analysis, &AnalysisService::stateChanged, &context, [this] { updateBlind(); });
    actions->setKeys(settings.shortcuts);
    applyModel();
    heatmap.setVisible(settings.heatmapAtStart);
    libraryPanel->setBlind(settings.blindFirst);
}

void MainWindow::Parts::openSettings()
{
    auto* dialog = window.findChild<SettingsDialog*>();
    if (dialog == nullptr) {
        dialog = new SettingsDialog(&window);
        connect(dialog, &SettingsDialog::changed, &context,
                [this](const WindowSettings& changed) { applySettings(changed); });
        connect(dialog, &SettingsDialog::languageChosen, &context,
                [this](Language chosen) { window.setLanguage(chosen); });
        if (services.listModels) {
            runInBackground(
                pool, dialog, [list = services.listModels] { return list(); },
                [dialog](const std::vector<InstalledModel>& models) { dialog->setModels(models); });
        }
    }
    settings.heatmap = heatmap.style();
    dialog->setSettings(settings, language.language());
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::Parts::applySettings(const WindowSettings& changed)
{
    const bool isNewLook = changed.theme != settings.theme || changed.scale != settings.scale;
    const bool hasNewKeys = changed.shortcuts != settings.shortcuts;
    const bool isNewBlind = changed.blindFirst != settings.blindFirst;
    const bool isNewStart = changed.heatmapAtStart != settings.heatmapAtStart;
    // What the window itself keeps up to date is not the dialog's.
    settings.theme = changed.theme;
    settings.scale = changed.scale;
    settings.reopensStudies = changed.reopensStudies;
    settings.analysesByItself = changed.analysesByItself;
    settings.heatmapAtStart = changed.heatmapAtStart;
    settings.blindFirst = changed.blindFirst;
    settings.model = changed.model;
    settings.device = changed.device;
    settings.shortcuts = changed.shortcuts;
    settings.heatmap.opacity = changed.heatmap.opacity;
    settings.heatmap.colorMap = changed.heatmap.colorMap;
    HeatmapStyle style = heatmap.style();
    style.opacity = settings.heatmap.opacity;
    style.colorMap = settings.heatmap.colorMap;
    heatmap.setStyle(style);
    actions->action(AnalyseByItself)->setChecked(settings.analysesByItself);
    analysis.setRunsByItself(settings.analysesByItself);
    actions->action(settings.theme == ThemeId::Light ? ThemeLight : ThemeDark)->setChecked(true);
    if (isNewLook) {
        applyTheme();
    }
    if (hasNewKeys) {
        actions->setKeys(settings.shortcuts);
        actions->retranslate();
        updatePresetTexts();
    }
    if (isNewStart) {
        heatmap.setVisible(settings.heatmapAtStart);
    }
    applyModel();
    if (isNewBlind) {
        libraryPanel->setBlind(settings.blindFirst);
        updateBlind();
    }
    saveSettings();
}

void MainWindow::Parts::updateBlind()
{
    const ImagePtr& image = analysis.image();
    std::string key;
    if (image) {
        const DecodedImage& shown = *image;
        key = drawingKey(shown, viewer.shownPath());
    }
    if (key != m_blindKey) {
        m_blindKey = key;
        m_blindTimer.restart();
    }
    const AnalysisState& state = analysis.state();
    ImpressionCard& card = panel->impressionCard();
    card.setModel(state.description);
    const bool isRead = state.analysis && state.analysis->prediction.inputCheck.isSupported;
    const auto known = m_impressions.find(key);
    using Stage = ImpressionCard::Stage;
    Stage stage = Stage::Off;
    if (settings.blindFirst && isRead) {
        stage = known == m_impressions.end() ? Stage::Ask
                : known->second.isAnswered   ? Stage::Answered
                                             : Stage::Compare;
    }
    if (known != m_impressions.end()) {
        card.setImpression(known->second.conclusion.value_or(known->second.impression));
    }
    if (stage != card.stage()) {
        card.setStage(stage);
    }
    // Also before the scores are there: they must not flash up.
    const bool isHidden = settings.blindFirst && image && known == m_impressions.end();
    panel->setBlind(isHidden);
    heatmap.setBlind(isHidden);
}

void MainWindow::Parts::logImpression(Verdict verdict, const std::string& conclusion)
{
    const AnalysisState& state = analysis.state();
    const auto known = m_impressions.find(m_blindKey);
    if (!state.analysis || !state.model || known == m_impressions.end()) {
        return;
    }
    known->second.isAnswered = true;
    known->second.conclusion = conclusion;
    ImpressionEntry entry;
    entry.time = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    entry.image = m_blindKey;
    entry.modelId = state.model->id;
    entry.modelVersion = state.model->version;
    entry.impression = known->second.impression;
    entry.finding = state.analysis->prediction.topLabel;
    for (const ml::Score& score : state.analysis->prediction.scores) {
        if (score.label == entry.finding) {
            entry.probability = score.probability;
        }
    }
    entry.verdict = verdictName(verdict);
    entry.conclusion = conclusion;
    entry.seconds = known->second.seconds;
    updateBlind();
    if (services.dataFolder.empty()) {
        return;
    }
    runInBackground(
        pool, &context,
        [entry, file = services.dataFolder / "impressions.csv"] {
            return appendImpression(file, entry);
        },
        [this](const Result<void>& written) {
            if (!written) {
                status->showMessage(MainWindow::tr("The impression could not be kept on disk: %1")
                                        .arg(errorText(written.error().code)));
            }
        });
}

} // namespace nefes::ui
