// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_thumbnails.h"

#include "core/image/display.h"

#include "ui/viewer/snapshot.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace nefes::ui {

namespace {

/// Reports and the like stand between the images; a study of nothing else is not searched through.
constexpr std::size_t kMostTries = 4;

/// The picture that stands for the study: of a radiograph the first image, of a stack the middle.
QImage makePicture(study::Library& library, study::StudyId study, const ImageReader& reader,
                   int side, const std::stop_token& stop)
{
    const auto files = library.files(study);
    if (!files || files->empty()) {
        return {};
    }
    constexpr std::size_t kFewFiles = 8;
    const std::size_t first = files->size() > kFewFiles ? files->size() / 2 : 0;
    for (std::size_t pass = 0; pass < std::min(kMostTries, files->size()); ++pass) {
        const Result<ImagePtr> image =
            reader.read((*files)[(first + pass) % files->size()], 0, stop);
        if (stop.stop_requested()) {
            return {};
        }
        if (image) {
            return snapshot(**image, {.voi = defaultVoi(**image)}, QSize(side, side));
        }
    }
    return {};
}

} // namespace

LibraryThumbnails::LibraryThumbnails(std::shared_ptr<const ImageReader> reader, QObject* parent)
    : QObject(parent)
    , m_reader(std::move(reader))
    , m_pictures(kMostKept)
    , m_task(m_pool, this)
{
    m_pool.setMaxThreadCount(1);
}

void LibraryThumbnails::setLibrary(std::shared_ptr<study::Library> library)
{
    m_library = std::move(library);
}

QImage LibraryThumbnails::square(const QImage& picture) const
{
    const int side = static_cast<int>(kSide * m_ratio);
    QImage result(side, side, QImage::Format_RGB32);
    result.fill(Qt::black);
    if (!picture.isNull()) {
        QPainter painter(&result);
        painter.drawImage((side - picture.width()) / 2, (side - picture.height()) / 2, picture);
    }
    result.setDevicePixelRatio(m_ratio);
    return result;
}

QImage LibraryThumbnails::find(study::StudyId study)
{
    if (const QImage* known = m_pictures.object(study)) {
        return *known;
    }
    if (std::ranges::find(m_wanted, study) == m_wanted.end()) {
        m_wanted.push_back(study);
        if (m_wanted.size() > kMostWanted) {
            m_wanted.pop_front();
        }
        if (!m_task.isRunning()) {
            // Not here: views ask while they paint.
            QMetaObject::invokeMethod(
                this, [this] { makeNext(); }, Qt::QueuedConnection);
        }
    }
    return square({});
}

void LibraryThumbnails::makeNext()
{
    if (!m_library || m_wanted.empty() || m_task.isRunning()) {
        return;
    }
    const study::StudyId study = m_wanted.back();
    m_task.start(
        [library = m_library, reader = m_reader, study, side = static_cast<int>(kSide * m_ratio)](
            std::stop_token stop) { return makePicture(*library, study, *reader, side, stop); },
        [this, study](const QImage& picture) {
            std::erase(m_wanted, study);
            m_pictures.insert(study, new QImage(square(picture)));
            makeNext();
            Q_EMIT made(study);
        });
}

void LibraryThumbnails::clear()
{
    m_task.cancel();
    m_wanted.clear();
    m_pictures.clear();
}

} // namespace nefes::ui
