// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/result.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace nefes::ui {

/// The images that the reader has marked, by drawingKey(). Read once; each change is made in the
/// file as it is by then, so that windows do not undo each other's. UI thread only; the file is
/// read and written on a thread of its own.
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

    std::filesystem::path m_file, m_olderFile;
    std::set<std::string> m_keys;
    bool m_isLoaded = false;
    std::map<std::string, bool> m_unsaved; ///< marked or no longer, but not yet in the file
    QThreadPool m_files;                   ///< one thread, so that writes keep their order
};

} // namespace nefes::ui
