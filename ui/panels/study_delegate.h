// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace nefes::ui {

/// Item data of the study list beyond Qt's own roles.
enum StudyRole {
    StudySubtitleRole = Qt::UserRole + 1, ///< QString, second line
    StudySearchRole,                      ///< QString, folded for search
    StudyAddressRole,                     ///< SeriesAddress, on series only
    StudyThumbnailRole,                   ///< QImage, on series only
    StudyFileRole,                        ///< QString, first file, on series only
    StudyIconRole,                        ///< QString, name of an icon in the place of a picture
    StudyCurrentRole,                     ///< bool: the series that is shown
};

/// Height and width of the small picture of a series, in logical pixels.
constexpr int kThumbnailSize = 56;

/// Paints a row of the study list: two lines of text and, for a series, its small picture.
class StudyDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace nefes::ui
