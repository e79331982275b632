// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_service.h"

#include "core/base/log.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

namespace nefes::ui {

namespace {

constexpr auto kReportInterval = std::chrono::milliseconds(100);

} // namespace

struct LibraryService::Opened {
    Result<LibraryPtr> library;
    std::filesystem::path movedAside;
};

LibraryService::LibraryService(const Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_findTask(m_queryPool, this)
    , m_thumbnails(services.reader, nullptr)
{
    connect(&m_thumbnails, &LibraryThumbnails::made, this, [this] { Q_EMIT idle(); });
    m_workPool.setMaxThreadCount(1);
    m_queryPool.setMaxThreadCount(1);
}

LibraryService::~LibraryService()
{
    m_stop.request_stop();
}

Progress LibraryService::progress()
{
    return [context = QPointer<QObject>(this),
            last = std::chrono::steady_clock::now()](std::size_t done, std::size_t total) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - last < kReportInterval) {
            return;
        }
        last = now;
        postToContext(context, [context, done, total] {
            Q_EMIT static_cast<LibraryService*>(context.data())->progressed(done, total);
        });
    };
}

template <class Work, class Done>
void LibraryService::run(Work work, Done done)
{
    if (!m_library) {
        return;
    }
    ++m_running;
    runInBackground(
        m_workPool, this,
        [library = m_library, work = std::move(work), stop = m_stop.get_token()]() mutable {
            return work(*library, stop);
        },
        [this, done = std::move(done)](auto&& answer) mutable {
            --m_running;
            done(std::forward<decltype(answer)>(answer));
            Q_EMIT idle();
        });
}

void LibraryService::open()
{
    if (m_state != State::Absent || m_services.dataFolder.empty()) {
        return;
    }
    m_state = State::Opening;
    ++m_running;
    Q_EMIT stateChanged();
    runInBackground(
        m_workPool, this,
        [folder = m_services.dataFolder / "library", temporary = m_services.temporaryFolder,
         reader = m_services.reader, report = progress(), stop = m_stop.get_token()] {
            Opened opened{.library = study::Library::open(folder, temporary), .movedAside = {}};
            if (opened.library && (*opened.library)->needsRebuild()) {
                opened.movedAside = (*opened.library)->movedAside();
                const auto rebuilt = (*opened.library)->rebuild(*reader, report, stop);
                if (!rebuilt && rebuilt.error().code != ErrorCode::Cancelled) {
                    opened.library = tl::unexpected(rebuilt.error());
                }
            }
            return opened;
        },
        [this](Opened opened) {
            --m_running;
            m_movedAside = std::move(opened.movedAside);
            if (opened.library) {
                m_library = *std::move(opened.library);
                m_thumbnails.setLibrary(m_library);
                m_state = State::Ready;
            } else {
                m_error = opened.library.error();
                log(LogLevel::Info, fmt::format("library: {}", errorCodeName(m_error->code)));
                m_state = State::Failed;
            }
            Q_EMIT stateChanged();
            Q_EMIT changed();
            Q_EMIT idle();
        });
}

void LibraryService::tell(const Result<study::AddedFiles>& result)
{
    m_thumbnails.clear();
    Q_EMIT changed();
    if (result) {
        if (!result->failed.empty()) {
            log(LogLevel::Info,
                fmt::format("library: {} files could not be read", result->failed.size()));
        }
        Q_EMIT added(result->added, result->updated, result->failed.size());
    } else if (result.error().code != ErrorCode::Cancelled) {
        Q_EMIT failed(result.error());
    }
}

void LibraryService::add(std::vector<FileSummary> files, study::StorageMode mode)
{
    run([files = std::move(files), mode, report = progress()](
            study::Library& library,
            const std::stop_token& stop) { return library.add(files, mode, report, stop); },
        [this](const Result<study::AddedFiles>& result) { tell(result); });
}

void LibraryService::import(const std::vector<std::filesystem::path>& paths,
                            study::StorageMode mode)
{
    run(
        [paths, mode, scan = m_services.scan, report = progress()](
            study::Library& library, const std::stop_token& stop) -> Result<study::AddedFiles> {
            std::vector<FileSummary> files;
            std::vector<study::ScanFailure> unread;
            const study::ScanSink sink{
                .found = [&files](const FileSummary& file) { files.push_back(file); },
                .failed = [&unread](const study::ScanFailure& file) { unread.push_back(file); },
                .progress = report};
            NEFES_CHECK(scan(paths, sink, stop));
            NEFES_TRY(study::AddedFiles added, library.add(std::move(files), mode, report, stop));
            added.failed.insert(added.failed.begin(), unread.begin(), unread.end());
            return added;
        },
        [this](const Result<study::AddedFiles>& result) { tell(result); });
}

void LibraryService::remove(std::vector<study::StudyId> studies)
{
    run([studies = std::move(studies)](study::Library& library,
                                       const std::stop_token&) { return library.remove(studies); },
        [this](const Result<void>& result) {
            Q_EMIT changed();
            if (!result) {
                Q_EMIT failed(result.error());
            }
        });
}

void LibraryService::setRead(std::vector<study::StudyId> studies, bool isRead)
{
    run(
        [studies = std::move(studies), isRead](study::Library& library, const std::stop_token&) {
            return library.setRead(studies, isRead);
        },
        [this](const Result<void>& result) {
            Q_EMIT changed();
            if (!result) {
                Q_EMIT failed(result.error());
            }
        });
}

void LibraryService::setScore(const std::string& sopInstanceUid, const study::LibraryScore& score)
{
    run(
        [sopInstanceUid, score](study::Library& library, const std::stop_token&) {
            return library.setScore(sopInstanceUid, score);
        },
        [this](const Result<bool>& result) {
            if (!result) {
                Q_EMIT failed(result.error());
            } else if (*result) {
                Q_EMIT changed();
            }
        });
}

void LibraryService::openStudies(std::vector<study::StudyId> studies)
{
    run(
        [studies = std::move(studies)](study::Library& library, const std::stop_token&)
            -> Result<std::vector<std::filesystem::path>> {
            std::vector<std::filesystem::path> all;
            for (const study::StudyId study : studies) {
                NEFES_TRY(const auto files, library.files(study));
                all.insert(all.end(), files.begin(), files.end());
            }
            return all;
        },
        [this](const Result<std::vector<std::filesystem::path>>& files) {
            if (!files) {
                Q_EMIT readFailed(files.error());
            } else if (!files->empty()) {
                Q_EMIT filesWanted(*files);
            }
        });
}

void LibraryService::cancel()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
}

void LibraryService::find(const study::LibraryQuery& query)
{
    if (!m_library) {
        return;
    }
    m_findTask.start([library = m_library, query](std::stop_token) { return library->find(query); },
                     [this](const std::vector<study::StudyId>& studies) {
                         Q_EMIT found(studies);
                         Q_EMIT idle();
                     });
}

void LibraryService::read(std::size_t firstRow, std::vector<study::StudyId> studies)
{
    if (!m_library) {
        return;
    }
    ++m_pagesRunning;
    runInBackground(
        m_queryPool, this,
        [library = m_library, studies = std::move(studies)] { return library->read(studies); },
        [this, firstRow](const Result<std::vector<study::LibraryStudy>>& rows) {
            --m_pagesRunning;
            if (rows) {
                Q_EMIT rowsRead(firstRow, *rows);
            } else {
                Q_EMIT rowsNotRead(firstRow);
                Q_EMIT readFailed(rows.error());
            }
            Q_EMIT idle();
        });
}

} // namespace nefes::ui
