// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/image_reader.h"

#include "ui/bridge/background.h"
#include "ui/bridge/session.h"

#include <QObject>

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace nefes::ui {

/// Decoded images by address, the most recently used ones within a budget of bytes. UI thread.
class ImageCache
{
public:
    explicit ImageCache(std::size_t budgetBytes)
        : m_budgetBytes(budgetBytes)
    {
    }
    /// Null when the image is not there.
    [[nodiscard]] ImagePtr find(const ImageAddress& address);
    /// The newest image is kept even when it is larger than the budget.
    void insert(const ImageAddress& address, ImagePtr image);
    void clear();
    [[nodiscard]] std::size_t byteCount() const { return m_byteCount; }

private:
    struct Entry {
        ImageAddress address;
        ImagePtr image;
    };
    std::size_t m_budgetBytes;
    std::size_t m_byteCount = 0;
    std::list<Entry> m_entries; ///< most recently used first
    std::map<ImageAddress, std::list<Entry>::iterator> m_index;
};

/// What the loaders of all viewports share: the reader, the threads and the decoded images, within
/// a budget of bytes. UI thread only.
class ImageStore
{
public:
    ImageStore(std::shared_ptr<const ImageReader> reader, QThreadPool& pool)
        : m_reader(std::move(reader))
        , m_pool(pool)
        , m_cache(kCacheBytes)
    {
    }
    [[nodiscard]] const std::shared_ptr<const ImageReader>& reader() const { return m_reader; }
    [[nodiscard]] QThreadPool& pool() { return m_pool; }
    [[nodiscard]] ImageCache& cache() { return m_cache; }

    /// Holds 500 CT slices of 512 × 512, and leaves a gigabyte enough for the rest of the program.
    static constexpr std::size_t kCacheBytes = std::size_t{320} * 1024 * 1024;

private:
    std::shared_ptr<const ImageReader> m_reader;
    QThreadPool& m_pool;
    ImageCache m_cache;
};

/// Decodes the image that is wanted now on a worker thread; a new wish replaces the old one. The
/// neighbours are decoded ahead once the wanted one is there.
class ImageLoader final : public QObject
{
    Q_OBJECT

public:
    explicit ImageLoader(ImageStore& store, QObject* parent = nullptr);

    /// What runs is given up.
    void load(const ImageAddress& address);
    /// What runs is finished and shown first, so that something is seen however fast the wheel
    /// turns.
    void loadNext(const ImageAddress& address);
    /// One after the other, as many as a share of the cache's budget holds.
    void decodeAhead(std::vector<ImageAddress> addresses);
    void cancel();
    [[nodiscard]] bool isLoading() const { return m_task.isRunning(); }

Q_SIGNALS:
    void loaded(const nefes::ui::ImageAddress& address, nefes::ImagePtr image);
    void failed(const nefes::ui::ImageAddress& address, const nefes::Error& error);

private:
    void start(const ImageAddress& address);
    void take(const ImageAddress& address, const Result<ImagePtr>& answer);
    void decodeNext();

    ImageStore& m_store;
    LatestTask m_task, m_aheadTask;
    std::optional<ImageAddress> m_wanted; ///< after the one that runs
    std::vector<ImageAddress> m_ahead;    ///< the next one last
    std::size_t m_aheadBytes = 0;
};

} // namespace nefes::ui
