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

/// Decodes the image that is wanted now on a worker thread; a new wish replaces the old one. The
/// neighbours are decoded ahead once the wanted one is there.
class ImageLoader final : public QObject
{
    Q_OBJECT

public:
    ImageLoader(std::shared_ptr<const ImageReader> reader, QThreadPool& pool, QObject* parent);

    void load(const ImageAddress& address);
    void decodeAhead(const ImageAddress& address);
    void cancel();
    void clear();
    [[nodiscard]] bool isLoading() const { return m_task.isRunning(); }

Q_SIGNALS:
    void loaded(const nefes::ui::ImageAddress& address, nefes::ImagePtr image);
    void failed(const nefes::ui::ImageAddress& address, const nefes::Error& error);

private:
    std::shared_ptr<const ImageReader> m_reader;
    ImageCache m_cache;
    LatestTask m_task, m_aheadTask;
};

} // namespace nefes::ui
