// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/session.h"

#include "core/base/files.h"
#include "core/base/letters.h"
#include "core/base/log.h"

#include "ui/text/object_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <string>
#include <utility>

namespace nefes::ui {

namespace {

constexpr auto kReportInterval = std::chrono::milliseconds(100);

/// Kinds that a name may say; any other ending may be a part of somebody's name.
std::string kindOf(const std::filesystem::path& file)
{
    static constexpr std::array kKnown{".dcm", ".png", ".jpg", ".jpeg", ".zip", ".pdf", ".txt"};
    const std::string ending = lowerAscii(toUtf8(file.extension()));
    return std::ranges::find(kKnown, ending) == kKnown.end() ? "file" : ending.substr(1);
}

/// Into the log: how many files of which kind failed why, and no name of any.
void logBatch(std::size_t found, const std::vector<study::ScanFailure>& failures)
{
    std::map<std::string, int> reasons;
    for (const study::ScanFailure& failure : failures) {
        ++reasons[kindOf(failure.path) + " " + std::string(errorCodeName(failure.error.code))];
    }
    std::string text = fmt::format("opened: {} files", found);
    for (const auto& [reason, count] : reasons) {
        text += fmt::format(", {} x {}", count, reason);
    }
    log(LogLevel::Info, text);
}

} // namespace

/// What one scan found.
struct Session::Batch {
    std::vector<FileSummary> files;
    std::vector<study::ScanFailure> failures;
    std::set<std::filesystem::path> named; ///< what the reader asked for by name
};

std::vector<ImageAddress> imagesOf(const study::Series& series)
{
    std::vector<ImageAddress> images;
    for (const FileSummary& file : series.files) {
        for (int frame = 0; frame < std::max(file.frameCount, 1); ++frame) {
            images.push_back({.path = file.path, .frame = frame});
        }
    }
    return images;
}

Session::Session(const Services& services, QThreadPool& pool, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_pool(pool)
{
}

Session::~Session()
{
    m_stop.request_stop();
}

Session::Batch Session::makeScan(const Services& services,
                                 const std::vector<std::filesystem::path>& paths,
                                 QPointer<QObject> context, std::stop_token stop)
{
    Batch batch;
    batch.named = {paths.begin(), paths.end()};
    auto lastReport = std::chrono::steady_clock::now() - kReportInterval;
    const study::ScanSink sink{
        .found = [&batch](const FileSummary& file) { batch.files.push_back(file); },
        .failed =
            [&batch](const study::ScanFailure& failure) { batch.failures.push_back(failure); },
        .progress =
            [&](std::size_t done, std::size_t total) {
                const auto now = std::chrono::steady_clock::now();
                if (now - lastReport < kReportInterval) {
                    return;
                }
                lastReport = now;
                postToContext(context, [context, done, total] {
                    Q_EMIT static_cast<Session*>(context.data())->progressed(done, total);
                });
            },
    };
    const Result<void> outcome = services.scan(paths, sink, stop);
    if (!outcome && outcome.error().code != ErrorCode::Cancelled) {
        batch.failures.push_back({.path = paths.empty() ? std::filesystem::path() : paths.front(),
                                  .error = outcome.error()});
    }
    return batch;
}

void Session::open(const std::vector<std::filesystem::path>& paths)
{
    if (paths.empty()) {
        return;
    }
    ++m_running;
    Q_EMIT scanStarted();
    runInBackground(
        m_pool, this,
        [services = m_services, paths, context = QPointer<QObject>(this),
         stop = m_stop.get_token()] { return makeScan(services, paths, context, stop); },
        [this, generation = m_generation](Batch batch) {
            // What was closed in the meantime stays closed.
            take(generation == m_generation ? std::move(batch) : Batch());
        });
}

void Session::take(Batch batch)
{
    logBatch(batch.files.size(), batch.failures);
    std::filesystem::path firstNew;
    bool isFirstImage = false; // an object comes first only where there is no image
    bool isNew = false;
    for (FileSummary& file : batch.files) {
        if (file.sopClassUid == kDicomdirClass) {
            continue; // the files that it names are found without it
        }
        if (file.lacksPixels) {
            batch.failures.push_back({.path = file.path,
                                      .error = {.code = ErrorCode::MissingPixelData,
                                                .detail = "the object holds no image"}});
            continue;
        }
        if (firstNew.empty() || (!isFirstImage && file.hasImage)) {
            firstNew = file.path;
            isFirstImage = file.hasImage;
        }
        if (m_known.insert(file.path).second) {
            m_files.push_back(std::move(file));
            isNew = true;
        }
    }
    if (isNew) {
        regroup();
    }
    if (!batch.failures.empty()) {
        std::ranges::move(batch.failures, std::back_inserter(m_failures));
        Q_EMIT failuresChanged();
    }
    --m_running;
    Q_EMIT scanFinished(firstNew);
}

void Session::regroup()
{
    m_patients = study::groupFiles(m_files);
    Q_EMIT patientsChanged();
}

void Session::cancel()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
}

void Session::closeAll()
{
    cancel();
    ++m_generation;
    m_files.clear();
    m_known.clear();
    m_patients.clear();
    Q_EMIT patientsChanged();
    clearFailures();
}

const study::Series* Session::series(const SeriesAddress& address) const
{
    if (address.patient >= m_patients.size()) {
        return nullptr;
    }
    const auto& studies = m_patients[address.patient].studies;
    if (address.study >= studies.size() || address.series >= studies[address.study].series.size()) {
        return nullptr;
    }
    return &studies[address.study].series[address.series];
}

std::optional<SeriesAddress> Session::findObject(const std::filesystem::path& file) const
{
    for (std::size_t patient = 0; patient < m_patients.size(); ++patient) {
        const auto& studies = m_patients[patient].studies;
        for (std::size_t study = 0; study < studies.size(); ++study) {
            const auto& all = studies[study].series;
            const auto found = std::ranges::find_if(all, [&file](const study::Series& series) {
                return series.isObject() && series.files.front().path == file;
            });
            if (found != all.end()) {
                return SeriesAddress{.patient = patient,
                                     .study = study,
                                     .series = static_cast<std::size_t>(found - all.begin())};
            }
        }
    }
    return std::nullopt;
}

std::vector<SeriesAddress> Session::allSeries() const
{
    std::vector<SeriesAddress> all;
    for (std::size_t patient = 0; patient < m_patients.size(); ++patient) {
        const auto& studies = m_patients[patient].studies;
        for (std::size_t study = 0; study < studies.size(); ++study) {
            for (std::size_t series = 0; series < studies[study].series.size(); ++series) {
                if (studies[study].series[series].isObject()) {
                    continue;
                }
                all.push_back({.patient = patient, .study = study, .series = series});
            }
        }
    }
    return all;
}

void Session::addFailure(study::ScanFailure failure)
{
    const auto isSame = [&failure](const study::ScanFailure& other) {
        return other.path == failure.path && other.error.code == failure.error.code;
    };
    if (std::ranges::none_of(m_failures, isSame)) {
        m_failures.push_back(std::move(failure));
        Q_EMIT failuresChanged();
    }
}

void Session::clearFailures()
{
    if (!m_failures.empty()) {
        m_failures.clear();
        Q_EMIT failuresChanged();
    }
}

} // namespace nefes::ui
