// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/settings/window_settings.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSlider;
class QTabWidget;
class QTreeWidget;

namespace nefes::ui {

/// What the reader can choose, and the keys of all actions. Every change is applied at once and
/// remembered; there is nothing to confirm.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(QWidget* parent = nullptr);

    /// Shows these settings; tells nothing.
    void setSettings(const WindowSettings& settings, Language language);
    /// Models to choose from, the one to begin with first.
    void setModels(const std::vector<InstalledModel>& models);

Q_SIGNALS:
    /// The reader has changed something.
    void changed(const nefes::ui::WindowSettings& settings);
    void languageChosen(nefes::ui::Language language);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildGeneral();
    void buildAnalysis();
    void buildKeys();
    void retranslate();
    void fillChoices();
    void fillKeys();
    void showKeyOf(const QString& action);
    void setKey(const QStringList& keys);
    void tell();
    [[nodiscard]] QString currentAction() const;

    WindowSettings m_settings;
    Language m_language = Language::English;
    std::vector<InstalledModel> m_models;
    bool m_isFilling = false; ///< the controls follow the settings, not the reader
    QTabWidget* m_tabs;
    QWidget* m_general;
    QWidget* m_analysis;
    QWidget* m_keys;
    QLabel *m_languageTitle, *m_themeTitle, *m_scaleTitle, *m_scaleText;
    QComboBox *m_languageBox, *m_themeBox;
    QSlider* m_scale;
    QCheckBox* m_reopens;
    QCheckBox *m_byItself, *m_heatmapAtStart, *m_blindFirst;
    QLabel *m_mapTitle, *m_opacityTitle, *m_opacityText, *m_modelTitle, *m_deviceTitle;
    QLabel* m_blindText;
    QComboBox *m_map, *m_model, *m_device;
    QSlider* m_opacity;
    QLineEdit* m_keySearch;
    QTreeWidget* m_keyList;
    QLabel* m_keyTitle;
    QKeySequenceEdit* m_keyEdit;
    QPushButton *m_keyClear, *m_keyReset, *m_keyResetAll;
    QLabel* m_keyMessage;
    QPushButton* m_close;
};

} // namespace nefes::ui
