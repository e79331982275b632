// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/study_tree.h"

#include "ui/bridge/background.h"
#include "ui/services.h"

#include <QObject>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <stop_token>
#include <vector>

namespace nefes::ui {

/// Where a series stands: an index each into patients, studies and series.
struct SeriesAddress {
    std::size_t patient = 0, study = 0, series = 0;
    friend bool operator==(const SeriesAddress&, const SeriesAddress&) = default;
};

/// One frame of one file.
struct ImageAddress {
    std::filesystem::path path;
    int frame = 0;
    friend auto operator<=>(const ImageAddress&, const ImageAddress&) = default;
};

/// All images of a series in the order in which they are scrolled.
[[nodiscard]] std::vector<ImageAddress> imagesOf(const study::Series& series);

/// What is open: files found below the paths, grouped, and those that failed. UI thread only; the
/// scanning runs on the pool.
class Session final : public QObject
{
    Q_OBJECT

public:
    Session(const Services& services, QThreadPool& pool, QObject* parent);
    ~Session() override;

    void open(const std::vector<std::filesystem::path>& paths);
    /// Stops scanning; what was found stays.
    void cancel();
    void closeAll();
    [[nodiscard]] bool isScanning() const { return m_running > 0; }

    [[nodiscard]] const std::vector<study::Patient>& patients() const { return m_patients; }
    [[nodiscard]] const study::Series* series(const SeriesAddress& address) const;
    /// Where an object without pixels stands.
    [[nodiscard]] std::optional<SeriesAddress> findObject(const std::filesystem::path& file) const;
    /// Those with images, in the order of the study list.
    [[nodiscard]] std::vector<SeriesAddress> allSeries() const;
    [[nodiscard]] const std::vector<study::ScanFailure>& failures() const { return m_failures; }
    /// An image that could be found but not read.
    void addFailure(study::ScanFailure failure);
    void clearFailures();

Q_SIGNALS:
    void patientsChanged();
    void failuresChanged();
    /// Files looked at and files known so far.
    void progressed(std::size_t done, std::size_t total);
    void scanStarted();
    /// `firstNew` is the first image that this scan brought, the first other object when it brought
    /// no image, an empty path when there is neither.
    void scanFinished(const std::filesystem::path& firstNew);

private:
    struct Batch;
    void take(Batch batch);
    void regroup();
    [[nodiscard]] static Batch makeScan(const Services& services,
                                        const std::vector<std::filesystem::path>& paths,
                                        QPointer<QObject> context, std::stop_token stop);

    const Services& m_services;
    QThreadPool& m_pool;
    std::stop_source m_stop;
    int m_running = 0;
    std::uint64_t m_generation = 0; ///< grows when all is closed
    std::vector<FileSummary> m_files;
    std::set<std::filesystem::path> m_known;
    std::vector<study::Patient> m_patients;
    std::vector<study::ScanFailure> m_failures;
};

} // namespace nefes::ui
