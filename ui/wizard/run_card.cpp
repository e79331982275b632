// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/run_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace nefes::ui {

RunCard::RunCard(const char* name, Tone tone, QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_primary(new QPushButton(this))
    , m_secondary(new QPushButton(this))
{
    setObjectName(QLatin1String(name));
    setProperty("card", tone == Tone::Error ? QStringLiteral("error") : QStringLiteral("warning"));
    m_text->setObjectName(QLatin1String(name) + QStringLiteral("Text"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_primary->setObjectName(QLatin1String(name) + QStringLiteral("Primary"));
    m_secondary->setObjectName(QLatin1String(name) + QStringLiteral("Secondary"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_primary, 0, Qt::AlignTop);
    layout->addWidget(m_secondary, 0, Qt::AlignTop);
    connect(m_primary, &QPushButton::clicked, this, &RunCard::primaryClicked);
    connect(m_secondary, &QPushButton::clicked, this, &RunCard::secondaryClicked);
    hide();
}

void RunCard::setTexts(const QString& text, const QString& primary, const QString& secondary)
{
    m_text->setText(text);
    m_primary->setText(primary);
    m_primary->setVisible(!primary.isEmpty());
    m_secondary->setText(secondary);
    m_secondary->setVisible(!secondary.isEmpty());
}

} // namespace nefes::ui
