// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/layer_editor.h"

#include "ui/wizard/layer_text.h"
#include "ui/wizard/section.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>

namespace nefes::ui {

namespace {

constexpr std::array kActivations{ml::ActivationType::None,      ml::ActivationType::Relu,
                                  ml::ActivationType::LeakyRelu, ml::ActivationType::Elu,
                                  ml::ActivationType::Silu,      ml::ActivationType::Tanh,
                                  ml::ActivationType::Sigmoid};

} // namespace

LayerEditor::LayerEditor(QWidget* parent)
    : QWidget(parent)
    , m_explanation(roleLabel("secondary", this))
    , m_form(new QFormLayout)
    , m_filters(new QSpinBox(this))
    , m_kernel(new QSpinBox(this))
    , m_size(new QSpinBox(this))
    , m_stride(new QSpinBox(this))
    , m_padding(new QComboBox(this))
    , m_activation(new QComboBox(this))
    , m_rate(new QDoubleSpinBox(this))
    , m_units(new QSpinBox(this))
{
    // The ranges of ml/network_json.
    m_filters->setRange(1, 8192);
    m_kernel->setRange(1, 31);
    m_size->setRange(1, 64);
    m_stride->setRange(1, 32);
    m_units->setRange(1, 65536);
    m_rate->setRange(0.0, 0.99);
    m_rate->setSingleStep(0.05);
    m_explanation->setWordWrap(true);
    m_padding->addItem(QString(), static_cast<int>(ml::Padding::Same));
    m_padding->addItem(QString(), static_cast<int>(ml::Padding::Valid));
    for (const ml::ActivationType type : kActivations) {
        m_activation->addItem(QString(), static_cast<int>(type));
    }
    for (QSpinBox* box : {m_filters, m_kernel, m_size, m_stride, m_units}) {
        connect(box, &QSpinBox::valueChanged, this, &LayerEditor::edit);
    }
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, &LayerEditor::edit);
    connect(m_padding, &QComboBox::currentIndexChanged, this, &LayerEditor::edit);
    connect(m_activation, &QComboBox::currentIndexChanged, this, &LayerEditor::edit);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(8);
    for (QWidget* field : {static_cast<QWidget*>(m_filters), static_cast<QWidget*>(m_kernel),
                           static_cast<QWidget*>(m_size), static_cast<QWidget*>(m_stride),
                           static_cast<QWidget*>(m_padding), static_cast<QWidget*>(m_units),
                           static_cast<QWidget*>(m_rate), static_cast<QWidget*>(m_activation)}) {
        m_form->addRow(new QLabel(this), field);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_explanation);
    layout->addLayout(m_form);
    retranslate();
}

void LayerEditor::setLayer(const ml::LayerSpecification& layer)
{
    m_layer = layer;
    showLayer();
}

void LayerEditor::showLayer()
{
    using Type = ml::LayerType;
    m_isShowing = true;
    const Type type = m_layer.type;
    const bool isConv = type == Type::Conv2d;
    const bool isPool = type == Type::MaxPool || type == Type::AveragePool;
    m_form->setRowVisible(m_filters, isConv);
    m_form->setRowVisible(m_kernel, isConv);
    m_form->setRowVisible(m_size, isPool || type == Type::AdaptiveAveragePool);
    m_form->setRowVisible(m_stride, isConv || isPool);
    m_form->setRowVisible(m_padding, isConv || isPool);
    m_form->setRowVisible(m_units, type == Type::Dense);
    m_form->setRowVisible(m_rate, type == Type::Dropout);
    m_form->setRowVisible(m_activation, isConv || type == Type::Dense || type == Type::Activation);
    m_filters->setValue(m_layer.filters);
    m_kernel->setValue(m_layer.kernel);
    m_size->setValue(m_layer.size);
    m_stride->setValue(m_layer.stride);
    m_units->setValue(m_layer.units);
    m_rate->setValue(m_layer.rate);
    m_padding->setCurrentIndex(m_padding->findData(static_cast<int>(m_layer.padding)));
    m_activation->setCurrentIndex(m_activation->findData(static_cast<int>(m_layer.activation)));
    m_explanation->setText(explainTerm(termOf(type)));
    m_isShowing = false;
}

void LayerEditor::edit()
{
    if (m_isShowing) {
        return;
    }
    using Type = ml::LayerType;
    const Type type = m_layer.type;
    const bool isConv = type == Type::Conv2d;
    const bool isPool = type == Type::MaxPool || type == Type::AveragePool;
    // Fields that the type does not have keep their values: they are not written to the recipe.
    if (isConv) {
        m_layer.filters = m_filters->value();
        m_layer.kernel = m_kernel->value();
    }
    if (isPool || type == Type::AdaptiveAveragePool) {
        m_layer.size = m_size->value();
    }
    if (isConv || isPool) {
        m_layer.stride = m_stride->value();
        m_layer.padding = static_cast<ml::Padding>(m_padding->currentData().toInt());
    }
    if (isConv || type == Type::Dense || type == Type::Activation) {
        m_layer.activation = static_cast<ml::ActivationType>(m_activation->currentData().toInt());
    }
    if (type == Type::Dense) {
        m_layer.units = m_units->value();
    }
    if (type == Type::Dropout) {
        m_layer.rate = m_rate->value();
    }
    Q_EMIT edited(m_layer);
}

void LayerEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void LayerEditor::retranslate()
{
    const auto name = [this](QWidget* field, const QString& text, const QString& explanation) {
        if (auto* label = qobject_cast<QLabel*>(m_form->labelForField(field))) {
            label->setText(text);
            label->setToolTip(explanation);
        }
        field->setAccessibleName(text);
        field->setToolTip(explanation);
    };
    name(m_filters, tr("Filters"),
         tr("How many patterns the layer looks for; as many maps come out."));
    name(m_kernel, tr("Window"), tr("Side of the filters in pixels, mostly 3."));
    name(m_size, tr("Size"),
         tr("Side of the window in pixels; for global pooling, side of what comes out."));
    name(m_stride, tr("Stride"), tr("How far the window moves at a time. 2 halves the picture."));
    name(m_padding, tr("Border"),
         tr("\"Size kept\" adds zeros around the picture, so that it does not shrink by the "
            "window's border."));
    name(m_activation, tr("Activation"), explainTerm(Term::Activation));
    name(m_rate, tr("Rate"), tr("The share of values that is set to zero."));
    name(m_units, tr("Units"), tr("How many values come out."));
    m_isShowing = true;
    m_padding->setItemText(0, tr("size kept"));
    m_padding->setItemText(1, tr("no border"));
    for (int i = 0; i < m_activation->count(); ++i) {
        m_activation->setItemText(
            i, activationText(static_cast<ml::ActivationType>(m_activation->itemData(i).toInt())));
    }
    m_isShowing = false;
    showLayer();
}

} // namespace nefes::ui
