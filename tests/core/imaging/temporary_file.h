// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"

#include <QTemporaryDir>

#include <filesystem>
#include <span>
#include <string_view>

namespace nefes::test {

/// Files of one test in a folder that goes away with it.
class TemporaryFiles
{
public:
    [[nodiscard]] std::filesystem::path path(std::string_view name) const
    {
        return pathFromUtf8(m_folder.path().toStdString()) / pathFromUtf8(name);
    }
    /// Path of a new file with these bytes, which may be none.
    [[nodiscard]] std::filesystem::path put(std::string_view name,
                                            std::span<const std::byte> bytes) const
    {
        const std::filesystem::path file = path(name);
        static_cast<void>(writeFileAtomically(file, bytes));
        return file;
    }
    [[nodiscard]] std::filesystem::path put(std::string_view name, std::string_view text) const
    {
        return put(name, std::as_bytes(std::span(text.data(), text.size())));
    }

private:
    QTemporaryDir m_folder;
};

} // namespace nefes::test
