// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/measure/key_images.h"

#include "core/base/files.h"

#include "ui/bridge/background.h"

#include <nlohmann/json.hpp>

#include <system_error>
#include <utility>

namespace nefes::ui {

namespace {

constexpr std::uint64_t kLargestFileBytes = 64 * 1024 * 1024;

/// A file that is damaged is put aside, so that nothing is overwritten.
Result<std::set<std::string>> readKeys(const std::filesystem::path& file)
{
    const Result<std::string> text = readTextFile(file, kLargestFileBytes);
    if (!text) {
        if (text.error().code == ErrorCode::FileNotFound) {
            return std::set<std::string>{};
        }
        return tl::unexpected(text.error());
    }
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    if (!json.is_array()) {
        std::filesystem::path aside = file;
        aside += ".damaged";
        std::error_code ignored;
        std::filesystem::rename(file, aside, ignored);
        return fail(ErrorCode::DamagedFile, "not a list of key images");
    }
    std::set<std::string> keys;
    for (const auto& key : json) {
        if (key.is_string()) {
            keys.insert(key.get<std::string>());
        }
    }
    return keys;
}

Result<void> writeKeys(const std::filesystem::path& file, const std::set<std::string>& keys)
{
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    return writeFileAtomically(file, nlohmann::json(keys).dump(1) + '\n');
}

} // namespace

KeyImages::KeyImages(std::filesystem::path file, std::filesystem::path olderFile)
    : m_file(std::move(file))
{
    m_files.setMaxThreadCount(1);
    if (m_file.empty()) {
        m_isLoaded = true;
        return;
    }
    runInBackground(
        m_files, this,
        [path = m_file, older = std::move(olderFile)] {
            std::error_code ignored;
            const bool isMoving = !older.empty() && !std::filesystem::exists(path, ignored);
            return readKeys(isMoving ? older : path);
        },
        [this](Result<std::set<std::string>> read) {
            m_isLoaded = true;
            if (!read) {
                Q_EMIT saveFailed(read.error());
            } else {
                // What was marked meanwhile counts as well.
                m_keys.merge(*read);
            }
            if (m_isChanged) {
                save();
            }
            Q_EMIT changed();
        });
}

void KeyImages::toggle(const std::string& key)
{
    if (key.empty()) {
        return;
    }
    if (m_keys.erase(key) == 0) {
        m_keys.insert(key);
    }
    m_isChanged = true;
    if (m_isLoaded) {
        save();
    }
    Q_EMIT changed();
}

void KeyImages::save()
{
    if (m_file.empty()) {
        return;
    }
    runInBackground(
        m_files, this, [path = m_file, keys = m_keys] { return writeKeys(path, keys); },
        [this](const Result<void>& written) {
            if (!written) {
                Q_EMIT saveFailed(written.error());
            }
        });
}

} // namespace nefes::ui
