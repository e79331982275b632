// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/notice.h"

#include "ui/theme/icon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace nefes::ui {

namespace {

constexpr int kIconSize = 40;
constexpr int kTextWidth = 420;

} // namespace

Notice::Notice(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_heading(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_primary(new QPushButton(this))
    , m_secondary(new QPushButton(this))
    , m_tertiary(new QPushButton(this))
{
    m_icon->setAlignment(Qt::AlignCenter);
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_heading->setTextFormat(Qt::PlainText); // names of files
    m_heading->setAlignment(Qt::AlignCenter);
    m_heading->setWordWrap(true);
    m_sentence->setProperty("role", QStringLiteral("secondary"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(kTextWidth);
    m_primary->setObjectName(QStringLiteral("noticePrimary"));
    m_primary->setProperty("primary", true);
    m_secondary->setObjectName(QStringLiteral("noticeSecondary"));
    m_tertiary->setObjectName(QStringLiteral("noticeTertiary"));
    connect(m_primary, &QPushButton::clicked, this, &Notice::primaryClicked);
    connect(m_secondary, &QPushButton::clicked, this, &Notice::secondaryClicked);
    connect(m_tertiary, &QPushButton::clicked, this, &Notice::tertiaryClicked);
    setButtons({});

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_primary);
    buttons->addWidget(m_secondary);
    buttons->addWidget(m_tertiary);
    buttons->addStretch(1);
    auto* sentence = new QHBoxLayout;
    sentence->addStretch(1);
    sentence->addWidget(m_sentence, 100);
    sentence->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 24, 16, 24);
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(m_icon);
    layout->addSpacing(4);
    layout->addWidget(m_heading);
    layout->addLayout(sentence);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    layout->addStretch(1);
}

void Notice::setIconName(const QString& name)
{
    if (m_iconName != name) {
        m_iconName = name;
        updateIcon();
    }
}

void Notice::updateIcon()
{
    m_icon->setPixmap(
        themedIcon(m_iconName)
            .pixmap(QSize(kIconSize, kIconSize), devicePixelRatioF(), QIcon::Disabled));
}

void Notice::setTexts(const QString& heading, const QString& sentence)
{
    m_heading->setText(heading);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void Notice::setButtons(const QString& primary, const QString& secondary, const QString& tertiary)
{
    m_primary->setText(primary);
    m_primary->setVisible(!primary.isEmpty());
    m_secondary->setText(secondary);
    m_secondary->setVisible(!secondary.isEmpty());
    m_tertiary->setText(tertiary);
    m_tertiary->setVisible(!tertiary.isEmpty());
}

void Notice::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        updateIcon();
    }
}

} // namespace nefes::ui
