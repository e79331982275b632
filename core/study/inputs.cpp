// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/inputs.h"

#include "core/base/files.h"
#include "core/base/letters.h"

#include <fmt/format.h>

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

/// Many documents are ZIPs; only what says so is opened unasked.
bool hasZipName(const fs::path& path)
{
    std::error_code ignored;
    // "._x.zip" holds what macOS knows of x.zip.
    return !toUtf8(path.filename()).starts_with('.') &&
           lowerAscii(toUtf8(path.extension())) == ".zip" && fs::is_regular_file(path, ignored);
}

/// Collects the files of listInputs().
class InputLister
{
public:
    InputLister(const fs::path& temporary, DicomdirRule rule, const ArchiveLimits& limits,
                const std::stop_token& stop)
        : m_temporary(temporary)
        , m_rule(rule)
        , m_left(limits)
        , m_stop(stop)
    {
    }

    void addNamed(const fs::path& path)
    {
        std::error_code ignored;
        const bool isFile = fs::is_regular_file(path, ignored);
        if (isFile && m_rule == DicomdirRule::OpenFolder && isDicomdir(path)) {
            addFolder({.folder = path.has_parent_path() ? path.parent_path() : fs::path(".")});
        } else if (isFile && isZip(path)) {
            addArchive({.path = path, .shownName = toUtf8(path), .isNamed = true, .error = {}}, 0);
        } else if (fs::is_directory(path, ignored)) {
            addFolder({.folder = path});
        } else {
            m_found.files.push_back(
                {.path = path, .shownName = toUtf8(path), .isNamed = true, .error = {}});
        }
    }

    [[nodiscard]] InputFiles take() { return std::move(m_found); }

private:
    struct Place {
        fs::path folder;
        fs::path archive = {}; ///< the ZIP that was unpacked there, as it is shown
        int depth = 0;         ///< archives around the files
    };

    void addFolder(const Place& place)
    {
        const auto shownName = [&place](const fs::path& path) {
            return toUtf8(place.archive.empty()
                              ? path
                              : place.archive / path.lexically_relative(place.folder));
        };
        walkFolder(
            place.folder,
            [&](const fs::path& file) {
                InputFile found{
                    .path = file, .shownName = shownName(file), .isNamed = false, .error = {}};
                if (hasZipName(file)) {
                    addArchive(std::move(found), place.depth);
                } else {
                    m_found.files.push_back(std::move(found));
                }
            },
            [&](const ScanFailure& failure) {
                m_found.files.push_back({.path = failure.path,
                                         .shownName = shownName(failure.path),
                                         .isNamed = false,
                                         .error = failure.error});
            },
            m_stop);
    }

    void addArchive(InputFile file, int depth)
    {
        auto archive = open(file, depth);
        if (!archive) {
            file.error = archive.error();
            m_found.files.push_back(std::move(file));
            return;
        }
        m_found.archives.push_back(*archive);
        addFolder({.folder = (*archive)->folder(),
                   .archive = pathFromUtf8(file.shownName),
                   .depth = depth + 1});
    }

    Result<std::shared_ptr<const UnpackedArchive>> open(const InputFile& file, int depth)
    {
        if (depth > kDeepestArchive) {
            return fail(ErrorCode::ArchiveTooLarge,
                        fmt::format("lies in more than {} archives", kDeepestArchive));
        }
        if (file.isNamed) {
            return UnpackedArchive::open(file.path, m_temporary, {}, {}, m_stop);
        }
        if (m_left.totalBytes == 0) {
            return fail(ErrorCode::ArchiveTooLarge,
                        "the archives before it have used up the limit");
        }
        return UnpackedArchive::openWithin(m_left, file.path, m_temporary, {}, m_stop);
    }

    const fs::path& m_temporary;
    DicomdirRule m_rule;
    ArchiveLimits m_left; ///< what archives that were not named may still hold
    const std::stop_token& m_stop;
    InputFiles m_found;
};

} // namespace

InputFiles listInputs(const std::vector<fs::path>& paths, const fs::path& temporary,
                      DicomdirRule rule, const ArchiveLimits& limits, std::stop_token stop)
{
    removeAbandonedArchives(temporary); // of commands that were killed
    InputLister lister(temporary, rule, limits, stop);
    for (const fs::path& path : paths) {
        if (stop.stop_requested()) {
            break;
        }
        lister.addNamed(path);
    }
    return lister.take();
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
        } else {
            inputs.paths.push_back(path);
        }
    }
    return inputs;
}

} // namespace nefes::study
