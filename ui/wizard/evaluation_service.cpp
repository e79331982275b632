// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/evaluation_service.h"

#include "core/base/files.h"

#include "ui/viewer/snapshot.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace nefes::ui {

namespace {

constexpr QSize kPicture(192, 192);

ml::EvaluationRequest requestFor(const EvaluationJob& job)
{
    return {.folders = job.folders, .split = job.split, .columns = {"source", "age_group", "view"}};
}

} // namespace

int JudgedSet::labelIndex(const std::string& label) const
{
    const auto found = std::ranges::find(model.labels, label, &ml::ModelLabel::id);
    return found == model.labels.end() ? -1 : static_cast<int>(found - model.labels.begin());
}

double JudgedSet::topProbability(std::size_t file) const
{
    double top = 0.0;
    for (const ml::Score& score : evaluation.files.at(file).prediction.scores) {
        top = std::max(top, score.probability);
    }
    return top;
}

/// What lives on the service's thread.
struct EvaluationService::Engine {
    std::filesystem::path package;
    std::unique_ptr<ml::Classifier> classifier;

    [[nodiscard]] Result<void> load(const Services& services, const std::filesystem::path& wanted)
    {
        if (classifier && package == wanted) {
            return {};
        }
        classifier.reset();
        if (!services.loadClassifier) {
            return fail(ErrorCode::ModuleMissing, "no classifier");
        }
        NEFES_TRY(classifier, services.loadClassifier(toUtf8(wanted), services.device));
        package = wanted;
        return {};
    }

    [[nodiscard]] Result<JudgedSetPtr> judge(const Services& services, const EvaluationJob& job,
                                             const Progress& progress, std::stop_token stop)
    {
        // A package may have been trained anew under the same name.
        classifier.reset();
        NEFES_CHECK(load(services, job.package));
        auto judged = std::make_shared<JudgedSet>();
        judged->job = job;
        judged->model = classifier->model();
        NEFES_TRY(judged->evaluation, ml::evaluate(*classifier, job.package, requestFor(job),
                                                   *services.reader, progress, stop));
        judged->metrics = ml::evaluationToJson(judged->evaluation, judged->model);
        return JudgedSetPtr(std::move(judged));
    }

    [[nodiscard]] Result<QImage> picture(const Services& services, const JudgedSet& judged,
                                         std::size_t file, std::stop_token stop)
    {
        NEFES_CHECK(load(services, judged.job.package));
        const ml::JudgedFile& one = judged.evaluation.files.at(file);
        NEFES_TRY(const ImagePtr image, services.reader->read(one.path, 0, stop));
        const auto analysis = classifier->analyse(
            *image, ml::HeatmapRequest{one.prediction.topLabel, std::nullopt}, stop);
        const auto map = analysis ? analysis->heatmap : std::nullopt;
        SnapshotHeatmap heatmap;
        if (map) {
            heatmap.grid = std::make_shared<const FloatGrid>(map->grid);
        }
        return snapshot(*image, {.voi = defaultVoi(*image)}, kPicture, heatmap);
    }
};

EvaluationService::EvaluationService(const Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_engine(std::make_shared<Engine>())
    , m_task(m_pool, this)
    , m_pictureTask(m_pool, this)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

EvaluationService::~EvaluationService()
{
    m_task.cancel();
    m_pictureTask.cancel();
    // The classifier is destroyed where it lived; the pool's destructor waits for it.
    m_pool.start([engine = std::move(m_engine)] { engine->classifier.reset(); });
}

void EvaluationService::start(EvaluationJob job)
{
    m_pictureTask.cancel();
    m_task.start(
        [engine = m_engine, services = m_services, job = std::move(job),
         guard = QPointer<QObject>(this), this](std::stop_token stop) {
            const Progress progress = [&](std::size_t done, std::size_t total) {
                postToContext(guard, [this, stop, done, total] {
                    if (!stop.stop_requested()) {
                        Q_EMIT progressed(done, total);
                    }
                });
            };
            return engine->judge(services, job, progress, stop);
        },
        [this](Result<JudgedSetPtr> judged) {
            Q_EMIT busyChanged();
            if (judged) {
                m_pictureTask.cancel();
                m_wanted.clear();
                m_result = *std::move(judged);
                Q_EMIT finished();
            } else {
                Q_EMIT failed(judged.error());
                nextPicture();
            }
        });
    Q_EMIT busyChanged();
}

void EvaluationService::cancel()
{
    m_task.cancel();
    Q_EMIT busyChanged();
    nextPicture();
}

void EvaluationService::requestPicture(std::size_t file)
{
    m_wanted.push_back(file);
    nextPicture();
}

void EvaluationService::nextPicture()
{
    if (m_wanted.empty() || !m_result || m_task.isRunning() || m_pictureTask.isRunning()) {
        return;
    }
    const std::size_t file = m_wanted.front(); // stays until it is made: an evaluation stops it
    m_pictureTask.start(
        [engine = m_engine, services = m_services, judged = m_result,
         file](std::stop_token stop) -> Result<QImage> {
            if (stop.stop_requested()) {
                return fail(ErrorCode::Cancelled, "replaced");
            }
            return engine->picture(services, *judged, file, stop);
        },
        [this, file](Result<QImage> picture) {
            m_wanted.pop_front();
            if (picture) {
                Q_EMIT pictureMade(file, *picture);
            }
            nextPicture();
        });
}

} // namespace nefes::ui
