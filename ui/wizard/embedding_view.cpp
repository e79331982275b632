// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/embedding_view.h"

#include "core/base/files.h"

#include "ui/plots/plot_export.h"
#include "ui/plots/scatter_plot.h"
#include "ui/text/format.h"
#include "ui/wizard/glossary.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QShowEvent>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace nefes::ui {

namespace {

constexpr std::size_t kFewestTsneImages = 8;
enum Method { Pca, Tsne };
enum Color { Truth, Predicted, Cluster };

QPointF pointOf(const ml::FeatureTable& table, std::size_t row)
{
    const auto values = table.row(row);
    return {values[0], values.size() > 1 ? values[1] : 0.0};
}

} // namespace

struct EmbeddingView::Embedding {
    ml::FeatureTable components, neighbours; ///< the latter empty where there are too many images
    std::vector<int> clusters;
    double purity = 0.0;
    [[nodiscard]] bool hasNeighbours() const { return neighbours.rows() > 0; }
};

EmbeddingView::EmbeddingView(QThreadPool& pool, std::function<void(const QString&)> told,
                             QWidget* parent)
    : QWidget(parent)
    , m_task(pool, this)
    , m_methodLabel(new QLabel(this))
    , m_method(new QComboBox(this))
    , m_colorLabel(new QLabel(this))
    , m_color(new QComboBox(this))
    , m_text(new QLabel(this))
    , m_plot(new ScatterPlot(this))
{
    m_method->setObjectName(QStringLiteral("embeddingMethod"));
    m_method->addItems({QStringLiteral("PCA"), QStringLiteral("t-SNE")});
    m_method->setCurrentIndex(Tsne);
    m_color->setObjectName(QStringLiteral("embeddingColor"));
    m_color->addItems({QString(), QString(), QString()});
    m_text->setObjectName(QStringLiteral("embeddingText"));
    m_text->setWordWrap(true);
    m_text->setProperty("role", QStringLiteral("secondary"));
    m_plot->setObjectName(QStringLiteral("embeddingPlot"));
    enablePlotExport(*m_plot, QStringLiteral("embedding"), pool, std::move(told));
    connect(m_method, &QComboBox::currentIndexChanged, this, [this] { showPoints(); });
    connect(m_color, &QComboBox::currentIndexChanged, this, [this] { showPoints(); });
    connect(m_plot, &ScatterPlot::pointClicked, this, [this](int index) {
        Q_EMIT openRequested(m_judged->evaluation.files.at(static_cast<std::size_t>(index)).path);
    });
    auto* controls = new QHBoxLayout;
    controls->setSpacing(8);
    controls->addWidget(m_methodLabel);
    controls->addWidget(m_method);
    controls->addSpacing(12);
    controls->addWidget(m_colorLabel);
    controls->addWidget(m_color);
    controls->addStretch(1);
    m_methodLabel->setBuddy(m_method);
    m_colorLabel->setBuddy(m_color);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(controls);
    layout->addWidget(m_text);
    layout->addWidget(m_plot, 1);
    retranslate();
}

void EmbeddingView::setJudged(JudgedSetPtr judged)
{
    m_task.cancel(); // what it computes is of the images before
    m_judged = std::move(judged);
    m_embedding.reset();
    m_plot->setPoints({}, {});
    if (isVisible()) {
        compute();
    }
    retranslate();
}

void EmbeddingView::compute()
{
    if (!m_judged || m_embedding || m_task.isRunning()) {
        return;
    }
    m_task.start(
        [judged = m_judged](std::stop_token stop) {
            auto embedding = std::make_shared<Embedding>();
            const ml::FeatureTable table = ml::featuresOf(judged->evaluation);
            if (table.rows() < 2) {
                return std::shared_ptr<const Embedding>(std::move(embedding));
            }
            const ml::FeatureTable reduced = ml::principalComponents(table, ml::kReducedColumns);
            embedding->components = ml::principalComponents(table, 2);
            if (table.rows() <= kMostTsneImages && table.rows() >= kFewestTsneImages) {
                const double perplexity =
                    std::min(ml::kTsnePerplexity, (static_cast<double>(table.rows()) - 1.0) / 3.0);
                embedding->neighbours =
                    ml::tsne(reduced, perplexity, ml::kTsneIterations, ml::kEmbeddingSeed, stop);
            }
            if (stop.stop_requested()) {
                return std::shared_ptr<const Embedding>(std::move(embedding));
            }
            const auto wanted = std::min(judged->model.labels.size(), table.rows());
            embedding->clusters = ml::kMeans(reduced, static_cast<int>(wanted), ml::kEmbeddingSeed);
            embedding->purity =
                ml::clusterPurity(embedding->clusters, judged->evaluation.images.judgements.truth);
            return std::shared_ptr<const Embedding>(std::move(embedding));
        },
        [this](std::shared_ptr<const Embedding> embedding) {
            m_embedding = std::move(embedding);
            // The box tells what is drawn, and offers only what can be.
            const bool hasNeighbours = m_embedding->hasNeighbours();
            if (auto* items = qobject_cast<QStandardItemModel*>(m_method->model())) {
                items->item(Tsne)->setEnabled(hasNeighbours);
            }
            if (!hasNeighbours) {
                m_method->setCurrentIndex(Pca);
            }
            retranslate();
        });
    retranslate();
}

void EmbeddingView::showPoints()
{
    if (!m_embedding || m_embedding->components.rows() == 0) {
        return;
    }
    const bool isTsne = m_method->currentIndex() == Tsne && m_embedding->hasNeighbours();
    const ml::FeatureTable& table = isTsne ? m_embedding->neighbours : m_embedding->components;
    QStringList groups;
    const int clusters = 1 + *std::ranges::max_element(m_embedding->clusters);
    if (m_color->currentIndex() == Cluster) {
        for (int cluster = 0; cluster < clusters; ++cluster) {
            groups.append(tr("cluster %1").arg(cluster + 1));
        }
    } else {
        for (const ml::ModelLabel& label : m_judged->model.labels) {
            groups.append(labelText(m_judged->model, label.id));
        }
    }
    std::vector<ScatterPoint> points;
    for (std::size_t i = 0; i < table.rows(); ++i) {
        const ml::JudgedFile& file = m_judged->evaluation.files[i];
        ScatterPoint point{pointOf(table, i), 0,
                           tr("%1, truth: %2, model: %3")
                               .arg(fromUtf8(toUtf8(file.path.filename())),
                                    labelText(m_judged->model, file.truth),
                                    labelText(m_judged->model, file.prediction.topLabel))};
        point.group =
            m_color->currentIndex() == Cluster
                ? m_embedding->clusters[i]
                : m_judged->labelIndex(m_color->currentIndex() == Truth ? file.truth
                                                                        : file.prediction.topLabel);
        points.push_back(std::move(point));
    }
    m_plot->setPoints(std::move(points), groups);
}

void EmbeddingView::retranslate()
{
    m_methodLabel->setText(tr("Projection"));
    m_method->setAccessibleName(tr("Projection"));
    m_colorLabel->setText(tr("Colour by"));
    m_color->setAccessibleName(tr("Colour by"));
    m_color->setItemText(Truth, tr("true class"));
    m_color->setItemText(Predicted, tr("class that the model says"));
    m_color->setItemText(Cluster, tr("cluster (k-means)"));
    m_plot->setTexts(tr("Map of the features"), {}, {});
    m_plot->setExplanation(explainTerm(Term::Embedding));
    m_method->setItemData(Pca, explainTerm(Term::PrincipalComponents), Qt::ToolTipRole);
    m_method->setItemData(Tsne, explainTerm(Term::TSne), Qt::ToolTipRole);
    m_color->setItemData(Cluster, explainTerm(Term::Cluster), Qt::ToolTipRole);
    if (m_task.isRunning()) {
        m_text->setText(tr("Computing the map…"));
    } else if (m_embedding && m_embedding->components.rows() > 0) {
        QString text = tr("Images that lie close together look alike to the network. %1% of them "
                          "have the most "
                          "frequent class of their cluster. Click a point to open its image.")
                           .arg(numberText(100.0 * m_embedding->purity, 0));
        if (!m_embedding->hasNeighbours()) {
            const int images = static_cast<int>(m_embedding->components.rows());
            text += QLatin1Char(' ') +
                    tr("t-SNE compares every image with every other: it is drawn for %1 to %L2 "
                       "images. These are %L3, so PCA is shown; a smaller split, such as the test "
                       "images, can have both.")
                        .arg(kFewestTsneImages)
                        .arg(kMostTsneImages)
                        .arg(images);
        }
        m_text->setText(text);
    } else {
        m_text->setText(m_embedding ? tr("There are too few images for a map.") : QString());
    }
    showPoints();
}

void EmbeddingView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    compute();
}

void EmbeddingView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
