// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/measure/key_images.h"

#include "core/base/files.h"

#include "ui/bridge/background.h"
#include "ui/bridge/written_files.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace nefes::ui {

namespace {

constexpr std::uint64_t kLargestFileBytes = std::uint64_t{64} * 1024 * 1024;

using Keys = std::set<std::string>;
using Changes = std::map<std::string, bool>;

/// From the older place where the file is missing. DamagedFile: it was put aside.
Result<Keys> readKeys(const std::filesystem::path& file, const std::filesystem::path& older)
{
    Result<std::string> text = readTextFile(file, kLargestFileBytes);
    if (!text && text.error().code == ErrorCode::FileNotFound) {
        return older.empty() ? Keys{} : readKeys(older, {});
    }
    if (!text && text.error().code == ErrorCode::FileEmpty) {
        text = std::string();
    }
    NEFES_CHECK(text);
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    if (!json.is_array()) {
        return putAside(file, "not a list of key images");
    }
    Keys keys;
    for (const auto& key : json) {
        if (key.is_string()) {
            keys.insert(key.get<std::string>());
        }
    }
    return keys;
}

void applyChanges(const Changes& changes, Keys& keys)
{
    for (const auto& [key, isMarked] : changes) {
        if (isMarked) {
            keys.insert(key);
        } else {
            keys.erase(key);
        }
    }
}

} // namespace

KeyImages::KeyImages(std::filesystem::path file, std::filesystem::path olderFile)
    : m_file(std::move(file))
    , m_olderFile(std::move(olderFile))
{
    m_files.setMaxThreadCount(1);
    if (m_file.empty()) {
        m_isLoaded = true;
        return;
    }
    runInBackground(
        m_files, this, [path = m_file, older = m_olderFile] { return readKeys(path, older); },
        [this](Result<Keys> read) {
            m_isLoaded = true;
            if (!read) {
                Q_EMIT saveFailed(read.error());
            } else {
                // What was marked meanwhile counts as well.
                m_keys = *std::move(read);
                applyChanges(m_unsaved, m_keys);
            }
            if (!m_unsaved.empty()) {
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
    const bool isMarked = m_keys.erase(key) == 0;
    if (isMarked) {
        m_keys.insert(key);
    }
    m_unsaved[key] = isMarked;
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
        m_files, this,
        [path = m_file, older = m_olderFile, changes = m_unsaved] {
            return changeAlone(path, [&]() -> Result<void> {
                // Other windows may have changed the file since it was read.
                NEFES_TRY(Keys keys, readKeys(path, older));
                applyChanges(changes, keys);
                return writeFileAtomically(path, nlohmann::json(keys).dump(1) + '\n');
            });
        },
        [this, changes = m_unsaved](const Result<void>& written) {
            if (!written) {
                Q_EMIT saveFailed(written.error());
                return;
            }
            std::erase_if(m_unsaved, [&changes](const auto& change) {
                const auto saved = changes.find(change.first);
                return saved != changes.end() && saved->second == change.second;
            });
        });
}

} // namespace nefes::ui
