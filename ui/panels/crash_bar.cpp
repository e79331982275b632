// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/crash_bar.h"

#include "ui/theme/icon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace nefes::ui {

CrashBar::CrashBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_show(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_delete(new QPushButton(this))
    , m_dismiss(new QToolButton(this))
{
    setObjectName(QStringLiteral("crashBar"));
    setProperty("card", QStringLiteral("warning"));
    m_icon->setPixmap(themedIcon(QStringLiteral("warning")).pixmap(QSize(20, 20)));
    m_text->setObjectName(QStringLiteral("crashText"));
    m_text->setWordWrap(true);
    m_show->setObjectName(QStringLiteral("crashShow"));
    m_save->setObjectName(QStringLiteral("crashSave"));
    m_delete->setObjectName(QStringLiteral("crashDelete"));
    m_dismiss->setObjectName(QStringLiteral("crashDismiss"));
    m_dismiss->setIcon(themedIcon(QStringLiteral("close")));
    connect(m_show, &QPushButton::clicked, this, &CrashBar::showClicked);
    connect(m_save, &QPushButton::clicked, this, &CrashBar::saveClicked);
    connect(m_delete, &QPushButton::clicked, this, &CrashBar::deleteClicked);
    connect(m_dismiss, &QToolButton::clicked, this, &CrashBar::dismissed);

    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_text, 1);
    head->addWidget(m_dismiss, 0, Qt::AlignTop);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addSpacing(28); // below the text, not below the icon
    buttons->addWidget(m_show);
    buttons->addWidget(m_save);
    buttons->addWidget(m_delete);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 8);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addLayout(buttons);
    hide();
    retranslate();
}

void CrashBar::setCount(int reports)
{
    m_count = reports;
    retranslate();
    setVisible(reports > 0);
}

void CrashBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        m_icon->setPixmap(themedIcon(QStringLiteral("warning")).pixmap(QSize(20, 20)));
    }
}

void CrashBar::retranslate()
{
    m_text->setText(tr("Nefes has ended unexpectedly. %n report(s) of it lie on this computer: "
                       "version and stack, nothing of what was open. Nothing is sent anywhere.",
                       nullptr, m_count));
    m_show->setText(tr("Show"));
    m_save->setText(tr("Save as…"));
    m_delete->setText(tr("Delete", "crash reports"));
    m_dismiss->setToolTip(tr("Keep on the disk, do not ask again"));
    m_dismiss->setAccessibleName(tr("Keep on the disk, do not ask again"));
}

} // namespace nefes::ui
