// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/library.h"

#include "ui/bridge/background.h"
#include "ui/library/library_thumbnails.h"
#include "ui/services.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace nefes::ui {

/// The library of studies for the window: calls go to threads of its own, answers come back on the
/// UI thread. Searching goes on while files are added. UI thread only.
class LibraryService final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Absent,  ///< no folder for it
        Opening, ///< also while a damaged index is made again
        Ready,
        Failed,
    };

    LibraryService(const Services& services, QObject* parent);
    ~LibraryService() override;

    /// Opens the library, once; puts it in order when it needs that.
    void open();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    /// The damaged index that was put aside when the library was opened; empty: none was.
    [[nodiscard]] const std::filesystem::path& movedAside() const { return m_movedAside; }
    /// Files are being added or removed.
    [[nodiscard]] bool isWorking() const { return m_running > 0; }
    /// Something that was asked for is under way; opening was not.
    [[nodiscard]] bool isBusy() const
    {
        return (m_running > 0 && m_state != State::Opening) || m_findTask.isRunning() ||
               m_pagesRunning > 0 || m_thumbnails.isBusy();
    }

    void add(std::vector<FileSummary> files, study::StorageMode mode);
    /// Adds all that lies below the paths.
    void import(const std::vector<std::filesystem::path>& paths, study::StorageMode mode);
    void remove(std::vector<study::StudyId> studies);
    void setRead(std::vector<study::StudyId> studies, bool isRead);
    /// Nothing when the library does not have the instance, or is not Ready.
    void setScore(const std::string& sopInstanceUid, const study::LibraryScore& score);
    void openStudies(std::vector<study::StudyId> studies);
    /// Stops adding; what was added stays.
    void cancel();

    [[nodiscard]] LibraryThumbnails& thumbnails() { return m_thumbnails; }
    /// Answers with found().
    void find(const study::LibraryQuery& query);
    /// Answers with rowsRead().
    void read(std::size_t firstRow, std::vector<study::StudyId> studies);

Q_SIGNALS:
    void stateChanged();
    /// Studies came, went or changed.
    void changed();
    void found(const std::vector<nefes::study::StudyId>& studies);
    void rowsRead(std::size_t firstRow, const std::vector<nefes::study::LibraryStudy>& rows);
    /// Files done and files in all.
    void progressed(std::size_t done, std::size_t total);
    /// isBusy() may have become false.
    void idle();
    /// Files were added: so many new ones, so many known before; so many could not be read.
    void added(std::size_t count, std::size_t known, std::size_t unread);
    /// Something could not be changed.
    void failed(const nefes::Error& error);
    void readFailed(const nefes::Error& error);
    /// The answer to read() when there is none.
    void rowsNotRead(std::size_t firstRow);
    void filesWanted(const std::vector<std::filesystem::path>& files);

private:
    using LibraryPtr = std::shared_ptr<study::Library>;
    struct Opened;

    [[nodiscard]] Progress progress();
    /// Runs `work(library, stop)` after what was asked for before, then `done(answer)`. Nothing
    /// unless Ready.
    template <class Work, class Done>
    void run(Work work, Done done);
    void tell(const Result<study::AddedFiles>& result);

    const Services& m_services;
    State m_state = State::Absent;
    LibraryPtr m_library;
    std::optional<Error> m_error;
    std::filesystem::path m_movedAside;
    std::stop_source m_stop;
    int m_running = 0;
    int m_pagesRunning = 0;
    QThreadPool m_workPool, m_queryPool; ///< one thread each
    LatestTask m_findTask;
    LibraryThumbnails m_thumbnails;
};

} // namespace nefes::ui
