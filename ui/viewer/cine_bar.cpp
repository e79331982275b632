// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/cine_bar.h"

#include "ui/theme/icon.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace nefes::ui {

CineBar::CineBar(QWidget* parent)
    : QFrame(parent)
    , m_play(new QToolButton(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_position(new QLabel(this))
    , m_rate(new QDoubleSpinBox(this))
{
    setObjectName(QStringLiteral("cineBar"));
    m_play->setObjectName(QStringLiteral("cinePlay"));
    m_slider->setObjectName(QStringLiteral("cineSlider"));
    m_rate->setObjectName(QStringLiteral("cineRate"));
    m_position->setProperty("role", QStringLiteral("secondary"));
    m_rate->setRange(kSlowestRate, kFastestRate);
    m_rate->setDecimals(1);
    m_rate->setValue(kUsualRate);
    // Typing a number must not start with the first digit.
    m_rate->setKeyboardTracking(false);
    m_play->setIconSize(QSize(16, 16));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(m_play);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_position);
    layout->addWidget(m_rate);
    connect(m_play, &QToolButton::clicked, this, &CineBar::playClicked);
    connect(m_slider, &QSlider::valueChanged, this, &CineBar::imageChosen);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, &CineBar::rateChanged);
    retranslate();
}

void CineBar::setPosition(int index, int count)
{
    const QSignalBlocker blocker(m_slider);
    m_slider->setRange(0, count - 1);
    m_slider->setValue(index);
    m_position->setText(tr("%1 of %2", "image").arg(index + 1).arg(count));
}

void CineBar::setPlaying(bool playing)
{
    m_isPlaying = playing;
    retranslate();
}

void CineBar::setRate(double rate)
{
    const QSignalBlocker blocker(m_rate);
    m_rate->setValue(rate);
}

double CineBar::rate() const
{
    return m_rate->value();
}

void CineBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        setPosition(m_slider->value(), m_slider->maximum() + 1);
    }
}

void CineBar::retranslate()
{
    m_play->setIcon(themedIcon(m_isPlaying ? QStringLiteral("pause") : QStringLiteral("play")));
    m_play->setAccessibleName(m_isPlaying ? tr("Pause") : tr("Play"));
    m_play->setToolTip(m_play->accessibleName());
    m_slider->setAccessibleName(tr("Image of the series"));
    m_rate->setSuffix(tr(" images/s"));
    m_rate->setAccessibleName(tr("Images a second"));
    m_rate->setToolTip(m_rate->accessibleName());
}

} // namespace nefes::ui
