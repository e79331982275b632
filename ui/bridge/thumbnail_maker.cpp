// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/thumbnail_maker.h"

#include "core/image/display.h"

#include "ui/viewer/snapshot.h"

namespace nefes::ui {

namespace {

constexpr int kThumbnailPriority = -2;

} // namespace

ThumbnailMaker::ThumbnailMaker(std::shared_ptr<const ImageReader> reader, QThreadPool& pool,
                               int side, QObject* parent)
    : QObject(parent)
    , m_reader(std::move(reader))
    , m_side(side)
    , m_task(pool, this)
{
}

void ThumbnailMaker::request(const std::filesystem::path& file)
{
    m_queue.push_back(file);
    if (!m_task.isRunning()) {
        startNext();
    }
}

void ThumbnailMaker::cancel()
{
    m_queue.clear();
    m_task.cancel();
}

void ThumbnailMaker::startNext()
{
    if (m_queue.empty()) {
        return;
    }
    const std::filesystem::path file = m_queue.front();
    m_queue.pop_front();
    m_task.start(
        [reader = m_reader, file, side = m_side](std::stop_token stop) -> QImage {
            const Result<ImagePtr> image = reader->read(file, 0, stop);
            if (!image || stop.stop_requested()) {
                return {};
            }
            return snapshot(**image, {.voi = defaultVoi(**image)}, QSize(side, side));
        },
        [this, file](const QImage& thumbnail) {
            startNext();
            Q_EMIT made(file, thumbnail);
        },
        kThumbnailPriority);
}

} // namespace nefes::ui
