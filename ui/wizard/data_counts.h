// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/dataset.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace nefes::ui {

/// What the images of a class are counted by.
enum class CountColumn { Split, Source, PatientsBySplit, AgeGroup };

/// Counts for a chart, with texts in the current language.
struct DataCounts {
    QStringList classes, columns;
    std::vector<std::vector<int>> counts; ///< a row a class
    QString remark;                       ///< what the counts do not say; may be empty
};

[[nodiscard]] DataCounts countImages(const ml::Dataset& dataset, CountColumn column);

} // namespace nefes::ui
