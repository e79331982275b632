// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"

#include <QMimeData>
#include <QString>

#include <filesystem>

namespace nefes::ui {

/// A series that is dragged inside the window: the path of its first file, UTF-8.
inline QString seriesMimeType()
{
    return QStringLiteral("application/x-nefes-series");
}

/// The caller owns the result.
[[nodiscard]] inline QMimeData* makeSeriesMime(const std::filesystem::path& firstFile)
{
    auto* data = new QMimeData;
    data->setData(seriesMimeType(), QByteArray::fromStdString(toUtf8(firstFile)));
    return data;
}

/// Empty when no series is dragged.
[[nodiscard]] inline std::filesystem::path seriesOfMime(const QMimeData& data)
{
    return data.hasFormat(seriesMimeType())
               ? pathFromUtf8(data.data(seriesMimeType()).toStdString())
               : std::filesystem::path();
}

} // namespace nefes::ui
