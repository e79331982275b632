// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/study_delegate.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr int kPadding = 6;
constexpr int kIconSize = 24;

bool isSeries(const QModelIndex& index)
{
    return index.data(StudyAddressRole).isValid();
}

void paintThumbnail(QPainter& painter, const QRect& box, const QModelIndex& index,
                    const QPalette& palette)
{
    painter.fillRect(box, viewportColor(palette));
    const auto thumbnail = index.data(StudyThumbnailRole).value<QImage>();
    if (!thumbnail.isNull()) {
        const QSize size = thumbnail.size().scaled(box.size(), Qt::KeepAspectRatio);
        QRect target(QPoint(0, 0), size);
        target.moveCenter(box.center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, thumbnail);
    }
    if (const QString icon = index.data(StudyIconRole).toString(); !icon.isEmpty()) {
        painter.fillRect(box, palette.color(QPalette::AlternateBase));
        QRect target(0, 0, kIconSize, kIconSize);
        target.moveCenter(box.center());
        themedIcon(icon).paint(&painter, target);
    }
    const bool isCurrent = index.data(StudyCurrentRole).toBool();
    painter.setPen(isCurrent ? QPen(accentColor(palette), 2) : QPen(lineColor(palette), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

} // namespace

void StudyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    painter->save();
    const QPalette& palette = option.palette;
    if ((option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) != 0) {
        painter->fillRect(option.rect, palette.color(QPalette::AlternateBase));
    }
    if ((option.state & QStyle::State_HasFocus) != 0) {
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 2, option.rect.height()),
                          accentColor(palette));
    }
    QRect area = option.rect.adjusted(kPadding, kPadding / 2, -kPadding, -kPadding / 2);
    if (isSeries(index)) {
        const QRect box(area.left(), area.center().y() - kThumbnailSize / 2, kThumbnailSize,
                        kThumbnailSize);
        paintThumbnail(*painter, box, index, palette);
        area.setLeft(box.right() + 2 * kPadding);
    }
    QFont bold = option.font;
    bold.setBold(!index.parent().isValid());
    const QFontMetrics metrics(bold);
    const QString subtitle = index.data(StudySubtitleRole).toString();
    const int lines = subtitle.isEmpty() ? 1 : 2;
    int top = area.center().y() - metrics.lineSpacing() * lines / 2;
    const auto line = [&](const QString& text, const QFont& font, const QColor& color) {
        painter->setFont(font);
        painter->setPen(color);
        const QRect box(area.left(), top, area.width(), metrics.lineSpacing());
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width()));
        top += metrics.lineSpacing();
    };
    line(index.data(Qt::DisplayRole).toString(), bold, palette.color(QPalette::Text));
    if (!subtitle.isEmpty()) {
        QFont small = option.font;
        small.setPixelSize(std::max(9, QFontInfo(option.font).pixelSize() * 11 / 13));
        line(subtitle, small, secondaryColor(palette));
    }
    painter->restore();
}

QSize StudyDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int lines = index.data(StudySubtitleRole).toString().isEmpty() ? 1 : 2;
    const int text = QFontMetrics(option.font).lineSpacing() * lines + kPadding;
    return {160, isSeries(index) ? std::max(text, kThumbnailSize + kPadding) : text + kPadding};
}

} // namespace nefes::ui
