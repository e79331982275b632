// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image_reader.h"

#include "ui/bridge/background.h"

#include <QImage>
#include <QObject>

#include <deque>
#include <filesystem>
#include <memory>

namespace nefes::ui {

/// Makes small pictures in the background, one at a time and behind all other work.
class ThumbnailMaker final : public QObject
{
    Q_OBJECT

public:
    /// `side` is the largest side of a picture in device pixels.
    ThumbnailMaker(std::shared_ptr<const ImageReader> reader, QThreadPool& pool, int side,
                   QObject* parent);

    void request(const std::filesystem::path& file);
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_task.isRunning(); }

Q_SIGNALS:
    /// A null image when the file cannot be shown.
    void made(const std::filesystem::path& file, const QImage& thumbnail);

private:
    void startNext();

    std::shared_ptr<const ImageReader> m_reader;
    int m_side;
    std::deque<std::filesystem::path> m_queue;
    LatestTask m_task;
};

} // namespace nefes::ui
