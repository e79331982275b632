// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/objects/wrapping_delegate.h"

#include <QHeaderView>
#include <QTreeView>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr int kLargestHeight = 4000; ///< a text as long as a book is scrolled, not laid out whole

} // namespace

WrappingDelegate::WrappingDelegate(QTreeView* view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
    view->setWordWrap(true);
    view->setUniformRowHeights(false);
    connect(view->header(), &QHeaderView::sectionResized, this,
            [this] { Q_EMIT sizeHintChanged({}); });
}

QSize WrappingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    // The padding of the style sheet and the style's own grow with the text.
    const int padding = option.fontMetrics.height();
    int width = m_view->columnWidth(index.column()) - padding;
    if (index.column() == 0) {
        for (QModelIndex above = index; above.isValid(); above = above.parent()) {
            width -= m_view->indentation();
        }
    }
    const QRect bounds = option.fontMetrics.boundingRect(
        QRect(0, 0, std::max(width, 40), kLargestHeight), Qt::TextWordWrap, // as views paint it
        index.data().toString());
    return {std::max(width, 40), std::min(bounds.height(), kLargestHeight) + padding / 2};
}

} // namespace nefes::ui
