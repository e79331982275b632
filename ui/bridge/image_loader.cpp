// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/image_loader.h"

#include "core/base/log.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nefes::ui {

namespace {

constexpr int kAheadPriority = -1;
/// Of the cache: what was looked at last must not go for what may never be looked at.
constexpr std::size_t kAheadBytes = ImageStore::kCacheBytes / 2;

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

ImageLoader::ImageLoader(ImageStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_task(store.pool(), this)
    , m_aheadTask(store.pool(), this)
{
}

void ImageLoader::load(const ImageAddress& address)
{
    m_wanted.reset();
    m_ahead.clear(); // what is being decoded ahead is finished: the cache takes it
    if (ImagePtr image = m_store.cache().find(address)) {
        m_task.cancel();
        Q_EMIT loaded(address, std::move(image));
        return;
    }
    start(address);
}

void ImageLoader::loadNext(const ImageAddress& address)
{
    if (m_task.isRunning() && !m_store.cache().find(address)) {
        m_wanted = address;
        return;
    }
    load(address);
}

void ImageLoader::start(const ImageAddress& address)
{
    m_task.start(
        [reader = m_store.reader(), address](std::stop_token stop) {
            return reader->read(address.path, address.frame, stop);
        },
        [this, address](const Result<ImagePtr>& answer) { take(address, answer); });
}

void ImageLoader::take(const ImageAddress& address, const Result<ImagePtr>& answer)
{
    if (answer) {
        m_store.cache().insert(address, *answer);
    }
    const std::optional<ImageAddress> next = std::exchange(m_wanted, std::nullopt);
    if (next && *next != address) {
        // Before the signal: who hears it may ask for another image.
        load(*next);
        if (!m_task.isRunning()) {
            return; // it was there already
        }
    }
    if (answer) {
        Q_EMIT loaded(address, *answer);
    } else if (!next) {
        log(LogLevel::Info, fmt::format("image: {}", errorCodeName(answer.error().code)));
        Q_EMIT failed(address, answer.error());
    }
}

void ImageLoader::decodeAhead(std::vector<ImageAddress> addresses)
{
    std::ranges::reverse(addresses);
    m_ahead = std::move(addresses);
    m_aheadBytes = 0;
    if (!m_aheadTask.isRunning()) {
        decodeNext();
    }
}

void ImageLoader::decodeNext()
{
    while (!m_ahead.empty() && m_aheadBytes < kAheadBytes) {
        const ImageAddress address = std::move(m_ahead.back());
        m_ahead.pop_back();
        if (const ImagePtr known = m_store.cache().find(address)) {
            m_aheadBytes += known->byteCount();
            continue;
        }
        m_aheadTask.start(
            [reader = m_store.reader(), address](std::stop_token stop) {
                return reader->read(address.path, address.frame, stop);
            },
            [this, address](const Result<ImagePtr>& answer) {
                // A failure is told when the image is wanted.
                if (answer) {
                    m_aheadBytes += (*answer)->byteCount();
                    m_store.cache().insert(address, *answer);
                }
                decodeNext();
            },
            kAheadPriority);
        return;
    }
}

void ImageLoader::cancel()
{
    m_wanted.reset();
    m_ahead.clear();
    m_task.cancel();
    m_aheadTask.cancel();
}

} // namespace nefes::ui
