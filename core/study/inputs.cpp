// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/inputs.h"

#include "core/base/files.h"

#include <algorithm>
#include <cctype>
#include <system_error>
#include <utility>

namespace nefes::study {
namespace {

namespace fs = std::filesystem;

bool isDicomdir(const fs::path& path)
{
    std::string name = toUtf8(path.filename());
    std::ranges::transform(name, name.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    });
    return name == "DICOMDIR";
}

bool isZip(const fs::path& path)
{
    const auto start = readFileStart(path, 4);
    return start && looksLikeZip(*start);
}

} // namespace

std::string Inputs::shownName(const fs::path& file) const
{
    for (std::size_t i = 0; i < archives.size(); ++i) {
        const fs::path inside = file.lexically_relative(archives[i]->folder());
        if (!inside.empty() && *inside.begin() != "..") {
            return toUtf8(archiveFiles[i] / inside);
        }
    }
    return toUtf8(file);
}

Inputs expandInputs(const std::vector<fs::path>& paths, const fs::path& temporary,
                    DicomdirRule rule, const Progress& progress, std::stop_token stop)
{
    Inputs inputs;
    for (const fs::path& path : paths) {
        std::error_code ignored;
        const bool isFile = fs::is_regular_file(path, ignored);
        if (isFile && rule == DicomdirRule::OpenFolder && isDicomdir(path)) {
            inputs.paths.push_back(path.has_parent_path() ? path.parent_path() : fs::path("."));
        } else if (isFile && isZip(path)) {
            auto archive = UnpackedArchive::open(path, temporary, {}, progress, stop);
            if (!archive) {
                inputs.failures.push_back({path, archive.error()});
                continue;
            }
            inputs.paths.push_back((*archive)->folder());
            inputs.archives.push_back(*std::move(archive));
            inputs.archiveFiles.push_back(path);
        } else {
            inputs.paths.push_back(path);
        }
    }
    return inputs;
}

} // namespace nefes::study
