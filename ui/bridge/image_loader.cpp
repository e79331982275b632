// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/image_loader.h"

#include <utility>

namespace nefes::ui {

namespace {

constexpr std::size_t kCacheBytes = std::size_t{512} * 1024 * 1024;
constexpr int kAheadPriority = -1;

} // namespace

ImagePtr ImageCache::find(const ImageAddress& address)
{
    const auto found = m_index.find(address);
    if (found == m_index.end()) {
        return nullptr;
    }
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return found->second->image;
}

void ImageCache::insert(const ImageAddress& address, ImagePtr image)
{
    if (m_index.contains(address)) {
        return;
    }
    m_byteCount += image->byteCount();
    m_entries.push_front({address, std::move(image)});
    m_index.emplace(address, m_entries.begin());
    while (m_byteCount > m_budgetBytes && m_entries.size() > 1) {
        m_byteCount -= m_entries.back().image->byteCount();
        m_index.erase(m_entries.back().address);
        m_entries.pop_back();
    }
}

void ImageCache::clear()
{
    m_entries.clear();
    m_index.clear();
    m_byteCount = 0;
}

ImageLoader::ImageLoader(std::shared_ptr<const ImageReader> reader, QThreadPool& pool,
                         QObject* parent)
    : QObject(parent)
    , m_reader(std::move(reader))
    , m_cache(kCacheBytes)
    , m_task(pool, this)
    , m_aheadTask(pool, this)
{
}

void ImageLoader::load(const ImageAddress& address)
{
    m_aheadTask.cancel();
    if (ImagePtr image = m_cache.find(address)) {
        m_task.cancel();
        Q_EMIT loaded(address, std::move(image));
        return;
    }
    m_task.start(
        [reader = m_reader, address](std::stop_token stop) {
            return reader->read(address.path, address.frame, stop);
        },
        [this, address](Result<ImagePtr> answer) {
            if (!answer) {
                Q_EMIT failed(address, answer.error());
                return;
            }
            m_cache.insert(address, *answer);
            Q_EMIT loaded(address, *answer);
        });
}

void ImageLoader::decodeAhead(const ImageAddress& address)
{
    if (m_cache.find(address)) {
        return;
    }
    m_aheadTask.start(
        [reader = m_reader, address](std::stop_token stop) {
            return reader->read(address.path, address.frame, stop);
        },
        [this, address](Result<ImagePtr> answer) {
            // A failure is told when the image is wanted.
            if (answer) {
                m_cache.insert(address, *answer);
            }
        },
        kAheadPriority);
}

void ImageLoader::cancel()
{
    m_task.cancel();
    m_aheadTask.cancel();
}

void ImageLoader::clear()
{
    cancel();
    m_cache.clear();
}

} // namespace nefes::ui
