// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/result.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <set>
#include <string>

namespace nefes::ui {

/// The images that the reader has marked, by drawingKey(). Read once, written at each change. UI
/// thread only; the file is read and written on a thread of its own.
class KeyImages final : public QObject
{
    Q_OBJECT

public:
    /// An empty path keeps the marks in memory only. Where the file is missing, the marks come from
    /// the place where older versions kept them.
    explicit KeyImages(std::filesystem::path file, std::filesystem::path olderFile = {});

    [[nodiscard]] bool contains(const std::string& key) const { return m_keys.contains(key); }
    void toggle(const std::string& key);

Q_SIGNALS:
    void changed();
    /// The marks are still in memory.
    void saveFailed(const nefes::Error& error);

private:
    void save();

    std::filesystem::path m_file;
    std::set<std::string> m_keys;
    bool m_isLoaded = false;
    bool m_isChanged = false; ///< before the file was read
    QThreadPool m_files;      ///< one thread, so that writes keep their order
};

} // namespace nefes::ui
