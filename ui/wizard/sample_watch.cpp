// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/sample_watch.h"

#include "core/base/files.h"

#include "ml/classifier.h"
#include "ml/label_names.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/viewer/snapshot.h"
#include "ui/wizard/glossary.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>
#include <utility>
#include <variant>

namespace nefes::ui {

namespace {

constexpr QSize kPicture(180, 180);
constexpr int kMostPictures = 120;

} // namespace

struct SampleWatch::Look {
    QImage picture;
    std::string label;
    double probability = 0.0;
};

SampleWatch::SampleWatch(const TrainingServices& services, QThreadPool& pool, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_task(pool, this)
    , m_text(new QLabel(this))
    , m_another(new QPushButton(this))
    , m_empty(new QLabel(this))
    , m_list(new QListWidget(this))
{
    m_text->setWordWrap(true);
    m_another->setObjectName(QStringLiteral("anotherSample"));
    connect(m_another, &QPushButton::clicked, this, &SampleWatch::nextSample);
    m_empty->setProperty("role", QStringLiteral("secondary"));
    m_empty->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("sampleHeatmaps"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setIconSize(kPicture);
    m_list->setSpacing(8);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* head = new QHBoxLayout;
    head->addWidget(m_text, 1);
    head->addWidget(m_another);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);
    retranslate();
}

void SampleWatch::setSamples(std::vector<Sample> samples)
{
    m_samples = std::move(samples);
    m_sample = 0;
    m_list->clear();
    retranslate();
}

void SampleWatch::nextSample()
{
    if (!m_samples.empty()) {
        m_sample = (m_sample + 1) % m_samples.size();
        m_list->clear();
        retranslate();
        if (m_pending) {
            judge(m_pending->first, m_pending->second);
        }
    }
}

void SampleWatch::beginRun(const StoredRun& run)
{
    m_task.cancel();
    m_pending.reset();
    m_problem.clear();
    m_list->clear();
    m_folder = run.folder;
    m_model = {};
    m_model.id = run.plan.recipe.id;
    m_model.input = run.plan.recipe.input;
    m_model.network = run.plan.recipe.network;
    retranslate();
}

void SampleWatch::take(const ml::TrainingEvent& event)
{
    if (const auto* started = std::get_if<ml::TrainingStarted>(&event)) {
        m_model.labels.clear();
        for (const std::string& label : started->classes) {
            m_model.labels.push_back({label, ml::labelName(label), std::nullopt, std::nullopt});
        }
        m_model.outputs = m_model.labels.size() == 2 ? 1 : static_cast<int>(m_model.labels.size());
    } else if (const auto* checkpoint = std::get_if<ml::CheckpointWritten>(&event)) {
        m_pending = std::pair(checkpoint->epoch, checkpoint->file);
        if (!m_task.isRunning()) {
            judge(checkpoint->epoch, checkpoint->file);
        }
    }
}

Result<SampleWatch::Look> SampleWatch::look(const TrainingServices& services,
                                            const std::filesystem::path& checkpoint,
                                            const ml::ModelDescription& model, const Sample& sample,
                                            std::stop_token stop)
{
    // The checkpoint holds the weights under the names of a package, beside other tensors.
    auto package = std::make_shared<ml::ModelPackage>();
    package->description = model;
    NEFES_TRY(package->weights, ml::TensorFile::open(checkpoint));
    NEFES_TRY(const ImagePtr image, services.reader->read(sample.path, 0, stop));
    NEFES_TRY(const auto backend, services.loadBackend());
    NEFES_TRY(const auto classifier,
              ml::createClassifier(*backend, package, services.operations, ml::DeviceChoice::Cpu,
                                   services.lungWeights));
    NEFES_TRY(const ml::Analysis analysis,
              classifier->analyse(*image, ml::HeatmapRequest{sample.label, std::nullopt}, stop));
    Look result;
    for (const ml::Score& score : analysis.prediction.scores) {
        if (score.label == sample.label) {
            result.label = score.label;
            result.probability = score.probability;
        }
    }
    SnapshotHeatmap heatmap;
    if (analysis.heatmap) {
        heatmap.grid = std::make_shared<const FloatGrid>(analysis.heatmap->grid);
    }
    result.picture = snapshot(*image, {.voi = defaultVoi(*image)}, kPicture, heatmap);
    return result;
}

void SampleWatch::judge(int epoch, const std::string& file)
{
    const bool isPossible = !m_samples.empty() && m_services.reader && m_services.loadBackend &&
                            !m_model.labels.empty();
    if (!isPossible) {
        return;
    }
    m_task.start(
        [services = m_services, checkpoint = m_folder / file, model = m_model,
         sample = m_samples[m_sample]](std::stop_token stop) {
            return look(services, checkpoint, model, sample, std::move(stop));
        },
        [this, epoch](Result<Look> result) {
            if (result) {
                m_problem.clear();
                add(epoch, *result);
            } else {
                m_problem = errorText(result.error().code);
            }
            retranslate();
            if (m_pending && m_pending->first > epoch) {
                judge(m_pending->first, m_pending->second);
            }
        },
        -1);
}

void SampleWatch::add(int epoch, const Look& look)
{
    if (m_list->count() >= kMostPictures) {
        // Every other of the older ones goes, so that beginning and end stay.
        for (int row = m_list->count() - 2; row > 0; row -= 2) {
            delete m_list->takeItem(row);
        }
    }
    auto* item = new QListWidgetItem(m_list);
    item->setIcon(QIcon(QPixmap::fromImage(look.picture)));
    item->setText(tr("Epoch %1\n%2", "epoch and probability of the true label")
                      .arg(epoch)
                      .arg(probabilityText(look.probability)));
    item->setTextAlignment(Qt::AlignHCenter);
    m_list->scrollToItem(item);
}

int SampleWatch::pictureCount() const
{
    return m_list->count();
}

void SampleWatch::retranslate()
{
    m_another->setText(tr("Another image"));
    m_another->setEnabled(m_samples.size() > 1);
    m_list->setAccessibleName(tr("Heatmaps of the sample, one an epoch"));
    m_text->setToolTip(explainTerm(Term::Heatmap));
    m_text->setVisible(!m_samples.empty());
    if (!m_samples.empty()) {
        const Sample& sample = m_samples[m_sample];
        m_text->setText(
            tr("%1, true label: %2. After each epoch: where the network looks for this label, and "
               "the probability it gives it.")
                .arg(fromUtf8(toUtf8(sample.path.filename())),
                     localised(ml::labelName(sample.label))));
    }
    m_empty->setVisible(m_list->count() == 0);
    m_empty->setText(!m_problem.isEmpty() ? tr("No heatmap could be made: %1").arg(m_problem)
                     : m_samples.empty()  ? tr("There is no validation image to look at.")
                                          : tr("The first heatmap appears after the first epoch."));
}

void SampleWatch::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
