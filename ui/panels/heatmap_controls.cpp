// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/heatmap_controls.h"

#include "core/image/palette.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <array>
#include <cmath>

namespace nefes::ui {

namespace {

constexpr int kBarHeight = 8;
constexpr std::array kMethods{ml::HeatmapMethod::GradCam, ml::HeatmapMethod::GradCamPlusPlus,
                              ml::HeatmapMethod::HiResCam, ml::HeatmapMethod::LayerCam};
constexpr std::array kMaps{ColorMap::Cividis, ColorMap::Inferno, ColorMap::Jet};

} // namespace

ColorBar::ColorBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("role", QStringLiteral("caption"));
}

void ColorBar::setColorMap(ColorMap map)
{
    m_map = map;
    update();
}

QSize ColorBar::sizeHint() const
{
    return {160, kBarHeight + 2 + fontMetrics().lineSpacing()};
}

void ColorBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const ColorTable& colors = colorTable(m_map);
    QImage strip(256, 1, QImage::Format_RGB32);
    for (int i = 0; i < 256; ++i) {
        const Color8 color = colors[static_cast<std::size_t>(i)];
        strip.setPixel(i, 0, qRgb(color.red, color.green, color.blue));
    }
    painter.drawImage(QRect(0, 0, width(), kBarHeight), strip);
    painter.setPen(secondaryColor(palette()));
    const QRect numbers(0, kBarHeight + 2, width(), height() - kBarHeight - 2);
    painter.drawText(numbers, Qt::AlignLeft, numberText(0.0, 0));
    painter.drawText(numbers, Qt::AlignHCenter, numberText(0.5, 1));
    painter.drawText(numbers, Qt::AlignRight, numberText(1.0, 0));
}

HeatmapControls::HeatmapControls(QWidget* parent)
    : QWidget(parent)
    , m_shown(new QCheckBox(this))
    , m_findingTitle(new QLabel(this))
    , m_finding(new QComboBox(this))
    , m_methodTitle(new QLabel(this))
    , m_method(new QComboBox(this))
    , m_opacityTitle(new QLabel(this))
    , m_opacity(new QSlider(Qt::Horizontal, this))
    , m_opacityText(new QLabel(this))
    , m_cutoffTitle(new QLabel(this))
    , m_cutoff(new QSlider(Qt::Horizontal, this))
    , m_cutoffText(new QLabel(this))
    , m_mapTitle(new QLabel(this))
    , m_map(new QComboBox(this))
    , m_bar(new ColorBar(this))
{
    m_shown->setObjectName(QStringLiteral("heatmapShown"));
    m_finding->setObjectName(QStringLiteral("heatmapFinding"));
    m_method->setObjectName(QStringLiteral("heatmapMethod"));
    m_opacity->setObjectName(QStringLiteral("heatmapOpacity"));
    m_cutoff->setObjectName(QStringLiteral("heatmapCutoff"));
    m_map->setObjectName(QStringLiteral("heatmapMap"));
    m_opacity->setRange(0, 100);
    m_opacity->setPageStep(10);
    m_cutoff->setRange(0, 95);
    m_cutoff->setPageStep(10);
    const int numberWidth = fontMetrics().horizontalAdvance(QStringLiteral("%100 "));
    for (QLabel* number : {m_opacityText, m_cutoffText}) {
        number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        number->setMinimumWidth(numberWidth);
    }
    for (QLabel* title :
         {m_findingTitle, m_methodTitle, m_opacityTitle, m_cutoffTitle, m_mapTitle}) {
        title->setProperty("role", QStringLiteral("secondary"));
    }
    for (const ColorMap map : kMaps) {
        m_map->addItem(QString(), static_cast<int>(map));
    }
    for (QComboBox* box : {m_finding, m_method, m_map}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(8);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_shown, 0, 0, 1, 3);
    layout->addWidget(m_findingTitle, 1, 0);
    layout->addWidget(m_finding, 1, 1, 1, 2);
    layout->addWidget(m_methodTitle, 2, 0);
    layout->addWidget(m_method, 2, 1, 1, 2);
    layout->addWidget(m_opacityTitle, 3, 0);
    layout->addWidget(m_opacity, 3, 1);
    layout->addWidget(m_opacityText, 3, 2);
    layout->addWidget(m_cutoffTitle, 4, 0);
    layout->addWidget(m_cutoff, 4, 1);
    layout->addWidget(m_cutoffText, 4, 2);
    layout->addWidget(m_mapTitle, 5, 0);
    layout->addWidget(m_map, 5, 1, 1, 2);
    layout->addWidget(m_bar, 6, 1, 1, 2);

    connect(m_shown, &QCheckBox::toggled, this, &HeatmapControls::shownChanged);
    connect(m_opacity, &QSlider::valueChanged, this, [this](int percent) {
        m_style.opacity = percent / 100.0;
        updateOpacityText();
        Q_EMIT styleChanged(m_style);
    });
    connect(m_cutoff, &QSlider::valueChanged, this, [this](int percent) {
        m_style.cutoff = percent / 100.0;
        updateOpacityText();
        Q_EMIT styleChanged(m_style);
    });
    connect(m_map, &QComboBox::activated, this, [this](int index) {
        m_style.colorMap = static_cast<ColorMap>(m_map->itemData(index).toInt());
        m_bar->setColorMap(m_style.colorMap);
        Q_EMIT styleChanged(m_style);
    });
    connect(m_finding, &QComboBox::activated, this, [this](int index) {
        m_label = m_finding->itemData(index).toString().toStdString();
        Q_EMIT labelChosen(m_label);
    });
    connect(m_method, &QComboBox::activated, this, [this](int index) {
        m_chosenMethod = static_cast<ml::HeatmapMethod>(m_method->itemData(index).toInt());
        if (m_model && ml::heatmapMethodFromId(m_model->heatmapMethod) == m_chosenMethod) {
            m_chosenMethod.reset();
        }
        Q_EMIT methodChosen(m_chosenMethod);
    });
    retranslate();
}

void HeatmapControls::setModel(std::shared_ptr<const ml::ModelDescription> model)
{
    if (m_model != model) {
        m_model = std::move(model);
        fillLabels();
        fillMethods();
    }
}

void HeatmapControls::setLabel(const std::string& label)
{
    m_label = label;
    m_finding->setCurrentIndex(m_finding->findData(fromUtf8(label)));
}

void HeatmapControls::setShown(bool shown)
{
    const QSignalBlocker blocker(m_shown);
    m_shown->setChecked(shown);
}

void HeatmapControls::setStyle(const HeatmapStyle& style)
{
    m_style = style;
    const QSignalBlocker opacityBlocker(m_opacity);
    const QSignalBlocker cutoffBlocker(m_cutoff);
    m_opacity->setValue(static_cast<int>(std::lround(style.opacity * 100.0)));
    m_cutoff->setValue(static_cast<int>(std::lround(style.cutoff * 100.0)));
    m_map->setCurrentIndex(m_map->findData(static_cast<int>(style.colorMap)));
    m_bar->setColorMap(style.colorMap);
    updateOpacityText();
}

void HeatmapControls::updateOpacityText()
{
    m_opacityText->setText(percentText(m_style.opacity));
    m_cutoffText->setText(percentText(m_style.cutoff));
}

void HeatmapControls::fillLabels()
{
    m_finding->clear();
    if (!m_model) {
        return;
    }
    for (const ml::ModelLabel& label : m_model->labels) {
        m_finding->addItem(labelText(*m_model, label.id), fromUtf8(label.id));
    }
    setLabel(m_label);
}

void HeatmapControls::fillMethods()
{
    const auto own = ml::heatmapMethodFromId(m_model ? m_model->heatmapMethod : std::string());
    m_method->clear();
    for (const ml::HeatmapMethod method : kMethods) {
        const QString name = heatmapMethodText(std::string(ml::heatmapMethodId(method)));
        m_method->addItem(
            method == own ? tr("%1 (default)", "heatmap method of the model").arg(name) : name,
            static_cast<int>(method));
    }
    const ml::HeatmapMethod shown =
        m_chosenMethod.value_or(own.value_or(ml::HeatmapMethod::GradCam));
    m_method->setCurrentIndex(m_method->findData(static_cast<int>(shown)));
}

void HeatmapControls::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void HeatmapControls::retranslate()
{
    m_shown->setText(tr("Heatmap over the image (G)"));
    m_findingTitle->setText(tr("Finding"));
    m_finding->setAccessibleName(tr("Finding of the heatmap"));
    m_methodTitle->setText(tr("Method"));
    m_method->setAccessibleName(tr("Method of the heatmap"));
    m_method->setToolTip(
        tr("How the map is computed. Methods that disagree say that none of them is sure."));
    m_opacityTitle->setText(tr("Opacity"));
    m_opacity->setAccessibleName(tr("Opacity of the heatmap"));
    m_cutoffTitle->setText(tr("Hide below"));
    m_cutoff->setAccessibleName(tr("Smallest heatmap value that is shown"));
    m_mapTitle->setText(tr("Colours"));
    m_map->setAccessibleName(tr("Colours of the heatmap"));
    m_map->setItemText(0, tr("Cividis", "colour map"));
    m_map->setItemText(1, tr("Inferno", "colour map"));
    m_map->setItemText(2, tr("Jet (legacy)", "colour map"));
    m_bar->setAccessibleName(tr("Meaning of the colours, from 0 to 1"));
    fillLabels();
    fillMethods();
    updateOpacityText();
    m_bar->update();
}

} // namespace nefes::ui
