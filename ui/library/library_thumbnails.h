// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image_reader.h"
#include "core/study/library.h"

#include "ui/bridge/background.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <deque>
#include <memory>

namespace nefes::ui {

/// Small pictures of the studies in the library, made in the background for the rows that are
/// looked at and kept in memory, the last ones only. UI thread only.
class LibraryThumbnails final : public QObject
{
    Q_OBJECT

public:
    /// Height and width of a picture, in logical pixels.
    static constexpr int kSide = 40;
    /// So many are kept: about 13 MB at twice the usual resolution.
    static constexpr int kMostKept = 500;
    /// Of those that were asked for while the list was scrolled, the newest are made.
    static constexpr std::size_t kMostWanted = 40;

    LibraryThumbnails(std::shared_ptr<const ImageReader> reader, QObject* parent);

    void setLibrary(std::shared_ptr<study::Library> library);
    void setPixelRatio(double ratio) { m_ratio = ratio; }
    /// The picture; an empty square while it is being made and for a study without images.
    [[nodiscard]] QImage find(study::StudyId study);
    /// After studies changed: pictures are made anew when they are looked at.
    void clear();
    [[nodiscard]] bool isBusy() const { return m_task.isRunning(); }

Q_SIGNALS:
    void made(nefes::study::StudyId study);

private:
    void makeNext();
    [[nodiscard]] QImage square(const QImage& picture) const;

    std::shared_ptr<const ImageReader> m_reader;
    std::shared_ptr<study::Library> m_library;
    double m_ratio = 1.0;
    QCache<study::StudyId, QImage> m_pictures;
    std::deque<study::StudyId> m_wanted; ///< the newest wish last
    QThreadPool m_pool;                  ///< one thread: searching has its own
    LatestTask m_task;
};

} // namespace nefes::ui
