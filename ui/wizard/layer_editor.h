// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/network_specification.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace nefes::ui {

/// The parameters of one layer; only those that its type has are shown.
class LayerEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit LayerEditor(QWidget* parent = nullptr);
    void setLayer(const ml::LayerSpecification& layer);

Q_SIGNALS:
    void edited(const nefes::ml::LayerSpecification& layer);

protected:
    void changeEvent(QEvent* event) override;

private:
    void edit();
    void showLayer();
    void retranslate();

    ml::LayerSpecification m_layer;
    QLabel* m_explanation;
    QFormLayout* m_form;
    QSpinBox* m_filters;
    QSpinBox* m_kernel;
    QSpinBox* m_size;
    QSpinBox* m_stride;
    QComboBox* m_padding;
    QComboBox* m_activation;
    QDoubleSpinBox* m_rate;
    QSpinBox* m_units;
    bool m_isShowing = false;
};

} // namespace nefes::ui
