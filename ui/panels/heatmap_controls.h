// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/render.h"

#include "ml/backend.h"
#include "ml/model_package.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <string>

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;

namespace nefes::ui {

/// Strip of a colour map with the values at its ends and in its middle.
class ColorBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ColorBar(QWidget* parent = nullptr);
    void setColorMap(ColorMap map);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ColorMap m_map = ColorMap::Cividis;
};

/// On or off, of which finding, by which method, how strong, in which colours.
class HeatmapControls final : public QWidget
{
    Q_OBJECT

public:
    explicit HeatmapControls(QWidget* parent = nullptr);

    /// Findings to choose from: the labels of the model.
    void setModel(std::shared_ptr<const ml::ModelDescription> model);
    void setLabel(const std::string& label);
    void setShown(bool shown);
    void setStyle(const HeatmapStyle& style);

Q_SIGNALS:
    void shownChanged(bool shown);
    void styleChanged(const nefes::HeatmapStyle& style);
    void labelChosen(const std::string& label);
    /// None: as the model wants it.
    void methodChosen(std::optional<nefes::ml::HeatmapMethod> method);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fillLabels();
    void fillMethods();
    void updateOpacityText();

    std::shared_ptr<const ml::ModelDescription> m_model;
    std::optional<ml::HeatmapMethod> m_chosenMethod; ///< none: the model's own
    HeatmapStyle m_style;
    std::string m_label;
    QCheckBox* m_shown;
    QLabel* m_findingTitle;
    QComboBox* m_finding;
    QLabel* m_methodTitle;
    QComboBox* m_method;
    QLabel* m_opacityTitle;
    QSlider* m_opacity;
    QLabel* m_opacityText;
    QLabel* m_cutoffTitle;
    QSlider* m_cutoff;
    QLabel* m_cutoffText;
    QLabel* m_mapTitle;
    QComboBox* m_map;
    ColorBar* m_bar;
};

} // namespace nefes::ui
