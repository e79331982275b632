// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/folding_columns.h"

#include <QBoxLayout>
#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr int kGap = 12;

} // namespace

FoldingColumns::FoldingColumns(QWidget* first, int firstWidth, QWidget* second, int letters,
                               QWidget* parent)
    : QWidget(parent)
    , m_first(first)
    , m_firstWidth(firstWidth)
    , m_second(second)
    , m_letters(letters)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kGap);
    m_layout->addWidget(first);
    m_layout->addWidget(second, 1);
}

bool FoldingColumns::isFolded() const
{
    return m_layout->direction() == QBoxLayout::TopToBottom;
}

QSize FoldingColumns::minimumSizeHint() const
{
    const QSize first = m_first->minimumSizeHint();
    const QSize second = m_second->minimumSizeHint();
    const QMargins margins = contentsMargins();
    const int height = isFolded() ? first.height() + kGap + second.height()
                                  : std::max(first.height(), second.height());
    return QSize(std::max(first.width(), second.width()), height).grownBy(margins);
}

void FoldingColumns::fold()
{
    const int first = std::max(m_firstWidth, m_first->minimumSizeHint().width());
    const int second =
        std::max(m_second->minimumSizeHint().width(), m_letters * fontMetrics().averageCharWidth());
    const bool isNarrow = contentsRect().width() < first + kGap + second;
    if (isNarrow != isFolded()) {
        m_layout->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    }
    m_first->setMinimumWidth(isNarrow ? 0 : first);
    m_first->setMaximumWidth(isNarrow ? QWIDGETSIZE_MAX : first);
}

void FoldingColumns::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fold();
}

bool FoldingColumns::event(QEvent* event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange) {
        fold(); // what the parts need has changed
    }
    return isTaken;
}

ColumnScroll::ColumnScroll(QWidget* contents, QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(contents);
}

QSize ColumnScroll::minimumSizeHint() const
{
    const QSize least = QScrollArea::minimumSizeHint();
    const int bar = verticalScrollBar()->sizeHint().width();
    const QWidget* contents = widget();
    return {std::max(least.width(),
                     contents == nullptr ? 0 : contents->minimumSizeHint().width() + bar),
            least.height()};
}

bool ColumnScroll::eventFilter(QObject* object, QEvent* event)
{
    const bool isTaken = QScrollArea::eventFilter(object, event);
    if (object == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
    }
    return isTaken;
}

QVBoxLayout* scrolledLayout(QWidget& host)
{
    auto* contents = new QWidget(&host);
    auto* layout = new QVBoxLayout(contents);
    auto* around = new QVBoxLayout(&host);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(new ColumnScroll(contents, &host));
    return layout;
}

} // namespace nefes::ui
