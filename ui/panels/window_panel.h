// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/histogram.h"
#include "core/image/palette.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace nefes::ui {

class HistogramView;

/// The gray values of the selected image: histogram, window in numbers, colour map, presets.
class WindowPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit WindowPanel(QWidget* parent = nullptr);

    [[nodiscard]] HistogramView& histogramView() { return *m_histogram; }
    void setHistogram(const Histogram& histogram);
    /// Nothing: no image, or one without a window.
    void setWindow(const std::optional<VoiWindow>& window, ColorMap map);
    /// Names in the order of their numbers; those from `firstOwn` on are the reader's own.
    void setPresets(const QStringList& names, int firstOwn);

Q_SIGNALS:
    void windowEntered(double center, double width);
    void colorMapChosen(nefes::ColorMap map);
    /// −1: the file's own window.
    void presetChosen(int number);
    void presetSaved(const QString& name);
    void presetRemoved(int number);
    void shown();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();
    void enter();
    void updateButtons();

    HistogramView* m_histogram;
    QLabel* m_centerLabel;
    QLabel* m_widthLabel;
    QLabel* m_colorLabel;
    QLabel* m_presetLabel;
    QDoubleSpinBox* m_center;
    QDoubleSpinBox* m_width;
    QComboBox* m_color;
    QListWidget* m_presets;
    QLineEdit* m_name;
    QPushButton* m_save;
    QPushButton* m_remove;
    int m_firstOwn = 0;
};

} // namespace nefes::ui
