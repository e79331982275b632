// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/window_panel.h"

#include "ui/viewer/histogram_view.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace nefes::ui {

namespace {

constexpr double kLargest = 1e7;
constexpr double kSmallestWidth = 1e-6;
constexpr std::array kMaps{ColorMap::Gray, ColorMap::Cividis, ColorMap::Inferno, ColorMap::Jet};

} // namespace

WindowPanel::WindowPanel(QWidget* parent)
    : QWidget(parent)
    , m_histogram(new HistogramView(this))
    , m_centerLabel(new QLabel(this))
    , m_widthLabel(new QLabel(this))
    , m_colorLabel(new QLabel(this))
    , m_presetLabel(new QLabel(this))
    , m_center(new QDoubleSpinBox(this))
    , m_width(new QDoubleSpinBox(this))
    , m_color(new QComboBox(this))
    , m_presets(new QListWidget(this))
    , m_name(new QLineEdit(this))
    , m_save(new QPushButton(this))
    , m_remove(new QPushButton(this))
{
    setObjectName(QStringLiteral("windowPanel"));
    setAttribute(Qt::WA_StyledBackground);
    m_center->setObjectName(QStringLiteral("windowCenter"));
    m_width->setObjectName(QStringLiteral("windowWidth"));
    m_color->setObjectName(QStringLiteral("windowColorMap"));
    m_presets->setObjectName(QStringLiteral("windowPresets"));
    m_name->setObjectName(QStringLiteral("presetName"));
    m_save->setObjectName(QStringLiteral("savePreset"));
    m_remove->setObjectName(QStringLiteral("removePreset"));
    m_presetLabel->setProperty("role", QStringLiteral("section"));
    m_center->setRange(-kLargest, kLargest);
    m_width->setRange(kSmallestWidth, kLargest);
    for (QDoubleSpinBox* box : {m_center, m_width}) {
        // Typing a number must not act with the first digit.
        box->setKeyboardTracking(false);
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        connect(box, &QDoubleSpinBox::valueChanged, this, &WindowPanel::enter);
    }
    m_centerLabel->setBuddy(m_center);
    m_widthLabel->setBuddy(m_width);
    m_colorLabel->setBuddy(m_color);
    auto* numbers = new QGridLayout;
    numbers->setHorizontalSpacing(12);
    numbers->setVerticalSpacing(8);
    numbers->addWidget(m_centerLabel, 0, 0);
    numbers->addWidget(m_center, 0, 1);
    numbers->addWidget(m_widthLabel, 1, 0);
    numbers->addWidget(m_width, 1, 1);
    numbers->addWidget(m_colorLabel, 2, 0);
    numbers->addWidget(m_color, 2, 1);
    numbers->setColumnStretch(1, 1);
    auto* own = new QHBoxLayout;
    own->setSpacing(8);
    own->addWidget(m_name, 1);
    own->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(m_histogram);
    layout->addLayout(numbers);
    layout->addWidget(m_presetLabel);
    layout->addWidget(m_presets, 1);
    layout->addWidget(m_remove);
    layout->addLayout(own);

    connect(m_histogram, &HistogramView::windowDragged, this, &WindowPanel::windowEntered);
    connect(m_color, &QComboBox::activated, this,
            [this](int index) { Q_EMIT colorMapChosen(kMaps[static_cast<std::size_t>(index)]); });
    connect(m_presets, &QListWidget::itemClicked, this,
            [this] { Q_EMIT presetChosen(m_presets->currentRow() - 1); });
    connect(m_presets, &QListWidget::itemActivated, this,
            [this] { Q_EMIT presetChosen(m_presets->currentRow() - 1); });
    connect(m_presets, &QListWidget::currentRowChanged, this, &WindowPanel::updateButtons);
    connect(m_name, &QLineEdit::textChanged, this, &WindowPanel::updateButtons);
    connect(m_name, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    connect(m_save, &QPushButton::clicked, this, [this] {
        const QString name = m_name->text().trimmed();
        m_name->clear();
        Q_EMIT presetSaved(name);
    });
    connect(m_remove, &QPushButton::clicked, this,
            [this] { Q_EMIT presetRemoved(m_presets->currentRow() - 1); });
    retranslate();
    setWindow(std::nullopt, ColorMap::Gray);
}

void WindowPanel::setHistogram(const Histogram& histogram)
{
    m_histogram->setHistogram(histogram);
}

void WindowPanel::setWindow(const std::optional<VoiWindow>& window, ColorMap map)
{
    const QSignalBlocker blockCenter(m_center);
    const QSignalBlocker blockWidth(m_width);
    m_histogram->setWindow(window);
    for (QWidget* widget : {static_cast<QWidget*>(m_center), static_cast<QWidget*>(m_width),
                            static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_color)}) {
        widget->setEnabled(window.has_value());
    }
    if (window) {
        const int decimals = window->width < 10.0 ? 4 : 0;
        m_center->setDecimals(decimals);
        m_width->setDecimals(decimals);
        m_center->setValue(window->center);
        m_width->setValue(window->width);
    }
    m_color->setCurrentIndex(static_cast<int>(std::ranges::find(kMaps, map) - kMaps.begin()));
    updateButtons();
}

void WindowPanel::setPresets(const QStringList& names, int firstOwn)
{
    const QSignalBlocker blocker(m_presets);
    m_firstOwn = firstOwn;
    m_presets->clear();
    m_presets->addItem(tr("File default (0)"));
    for (int number = 0; number < names.size(); ++number) {
        constexpr int kKeys = 9;
        m_presets->addItem(number < kKeys ? tr("%1 (%2)", "preset and its key")
                                                .arg(names[number], QString::number(number + 1))
                                          : names[number]);
    }
    updateButtons();
}

void WindowPanel::enter()
{
    Q_EMIT windowEntered(m_center->value(), m_width->value());
}

void WindowPanel::updateButtons()
{
    m_save->setEnabled(m_name->isEnabled() && !m_name->text().trimmed().isEmpty());
    m_remove->setEnabled(m_presets->currentRow() - 1 >= m_firstOwn);
}

void WindowPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT shown();
}

void WindowPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void WindowPanel::retranslate()
{
    m_centerLabel->setText(tr("Centre"));
    m_widthLabel->setText(tr("Width"));
    m_colorLabel->setText(tr("Colour map"));
    m_presetLabel->setText(tr("Presets"));
    m_center->setAccessibleName(m_centerLabel->text());
    m_width->setAccessibleName(m_widthLabel->text());
    m_color->setAccessibleName(m_colorLabel->text());
    m_presets->setAccessibleName(m_presetLabel->text());
    m_name->setPlaceholderText(tr("Name of a new preset"));
    m_name->setAccessibleName(tr("Name of a new preset"));
    m_save->setText(tr("Save"));
    m_save->setToolTip(tr("Save the window that is shown as a preset"));
    m_remove->setText(tr("Remove the preset"));
    const int chosen = std::max(m_color->currentIndex(), 0);
    m_color->clear();
    m_color->addItems({tr("Gray"), tr("Cividis"), tr("Inferno"), tr("Jet")});
    m_color->setCurrentIndex(chosen);
}

} // namespace nefes::ui
