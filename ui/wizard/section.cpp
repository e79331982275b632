// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/section.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace nefes::ui {

Section::Section(QWidget* parent)
    : QFrame(parent)
    , m_heading(roleLabel("heading", this))
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    setProperty("card", QStringLiteral("plain"));
    m_head->setSpacing(8);
    m_head->addWidget(m_heading, 1);
    m_body->setSpacing(8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 14);
    layout->setSpacing(10);
    layout->addLayout(m_head);
    layout->addLayout(m_body);
}

void Section::setHeading(const QString& heading, const QString& explanation)
{
    m_heading->setText(heading);
    m_heading->setToolTip(explanation);
    setAccessibleName(heading);
}

QLabel* roleLabel(const char* role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setProperty("role", QLatin1String(role));
    return label;
}

} // namespace nefes::ui
