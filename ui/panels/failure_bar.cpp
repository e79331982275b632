// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/failure_bar.h"

#include "core/base/files.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr int kWidestName = 240;       ///< pixels; the cause must stay in sight
constexpr int kLargestRowCount = 4;    ///< more are scrolled
constexpr int kLargestListCount = 200; ///< more are counted, not listed

} // namespace

FailureBar::FailureBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_dismiss(new QToolButton(this))
{
    setObjectName(QStringLiteral("failureBar"));
    setProperty("card", QStringLiteral("warning"));
    m_icon->setPixmap(themedIcon(QStringLiteral("warning")).pixmap(QSize(20, 20)));
    m_title->setObjectName(QStringLiteral("failureTitle"));
    m_list->setObjectName(QStringLiteral("failureList"));
    m_list->setFocusPolicy(Qt::TabFocus);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setAutoFillBackground(false);
    m_dismiss->setObjectName(QStringLiteral("dismissFailures"));
    m_dismiss->setIcon(themedIcon(QStringLiteral("close")));
    connect(m_dismiss, &QToolButton::clicked, this, &FailureBar::dismissed);

    auto* head = new QHBoxLayout;
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    head->addWidget(m_dismiss);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 8);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_list);
    hide();
    retranslate();
}

void FailureBar::setFailures(std::vector<study::ScanFailure> failures)
{
    m_failures = std::move(failures);
    retranslate();
    setVisible(!m_failures.empty());
}

void FailureBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        m_icon->setPixmap(themedIcon(QStringLiteral("warning")).pixmap(QSize(20, 20)));
    }
}

void FailureBar::retranslate()
{
    const int count = static_cast<int>(m_failures.size());
    m_title->setText(tr("%n file(s) could not be shown", nullptr, count));
    m_dismiss->setToolTip(tr("Dismiss"));
    m_dismiss->setAccessibleName(tr("Dismiss"));
    m_list->setAccessibleName(tr("Files that could not be shown"));
    m_list->clear();
    for (const study::ScanFailure& failure : m_failures) {
        if (m_list->count() >= kLargestListCount) {
            break;
        }
        const QString name = m_list->fontMetrics().elidedText(
            fromUtf8(toUtf8(failure.path.filename())), Qt::ElideMiddle, kWidestName);
        auto* item = new QListWidgetItem(
            tr("%1: %2", "file name and cause").arg(name, errorText(failure.error.code)), m_list);
        item->setToolTip(plainToolTip(fromUtf8(toUtf8(failure.path)) + QLatin1Char('\n') +
                                      fromUtf8(failure.error.detail)));
    }
    const int rows = std::clamp(m_list->count(), 1, kLargestRowCount);
    const int rowHeight = std::max(m_list->sizeHintForRow(0), fontMetrics().lineSpacing());
    m_list->setFixedHeight(rows * rowHeight + 2 * m_list->frameWidth());
}

} // namespace nefes::ui
