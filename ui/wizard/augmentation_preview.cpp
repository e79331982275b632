// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/augmentation_preview.h"

#include "ml/lung_frame.h"
#include "ml/preprocess.h"

#include "ui/text/error_text.h"
#include "ui/theme/theme.h"
#include "ui/wizard/glossary.h"
#include "ui/wizard/section.h"

#include <QAbstractButton>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace nefes::ui {

namespace {

constexpr int kDraws = 8;
constexpr int kOriginalSide = 320;
constexpr int kSmallestTile = 52;

QImage imageOf(const GrayPlane& plane)
{
    return QImage(plane.values.data(), plane.width, plane.height, plane.width,
                  QImage::Format_Grayscale8)
        .copy();
}

/// The plane as a network of this input sees it.
Result<GrayPlane> preprocessed(const DecodedImage& image, const ml::InputSpecification& input,
                               const TrainingServices& services)
{
    const GrayPlane rendered = ml::renderedPlane(image);
    std::unique_ptr<ml::LungFinder> finder;
    if (input.area == ml::InputArea::Lungs) {
        if (!services.loadBackend) {
            return fail(ErrorCode::ModuleMissing, "no module");
        }
        NEFES_TRY(const auto backend, services.loadBackend());
        NEFES_TRY(finder, backend->loadLungFinder(services.lungWeights));
    }
    NEFES_TRY(const auto frame,
              ml::inputFrame(rendered, input, finder.get(), *services.operations));
    return ml::inputPlane(rendered, input, *services.operations, frame);
}

} // namespace

/// A picture, fitted. Its place is square.
class AugmentationPreview::Tile final : public QAbstractButton
{
public:
    explicit Tile(QWidget* parent)
        : QAbstractButton(parent)
    {
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        setFocusPolicy(Qt::TabFocus);
    }
    void setImage(QImage image)
    {
        m_image = std::move(image);
        update();
    }
    [[nodiscard]] const QImage& image() const { return m_image; }
    [[nodiscard]] QSize sizeHint() const override { return {kSmallestTile, kSmallestTile}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return width; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), viewportColor(palette()));
        if (!m_image.isNull()) {
            const QSize size = m_image.size().scaled(this->size(), Qt::KeepAspectRatio);
            const QRect place(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2),
                              size);
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(place, m_image);
        }
        if (hasFocus() || underMouse()) {
            painter.setPen(QPen(accentColor(palette()), 2.0));
            painter.drawRect(QRect(1, 1, width() - 2, height() - 2));
        }
    }

private:
    QImage m_image;
};

/// The image that is previewed, decoded once; worker threads take turns.
struct AugmentationPreview::Source {
    std::filesystem::path file;
    std::mutex mutex;
    std::optional<Result<ImagePtr>> image;
    QImage original;
    std::optional<ml::InputSpecification> input; ///< that `plane` was made for
    GrayPlane plane;
};

AugmentationPreview::AugmentationPreview(const TrainingServices& services, QThreadPool& pool,
                                         QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_originalTitle(roleLabel("caption", this))
    , m_preprocessedTitle(roleLabel("caption", this))
    , m_drawsTitle(roleLabel("caption", this))
    , m_drawAgain(new QPushButton(this))
    , m_problem(roleLabel("error", this))
    , m_task(pool, this)
{
    m_problem->setObjectName(QStringLiteral("previewProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    for (QLabel* title : {m_originalTitle, m_preprocessedTitle, m_drawsTitle}) {
        title->setWordWrap(true);
        title->setAlignment(Qt::AlignLeft | Qt::AlignBottom);
    }
    connect(m_drawAgain, &QPushButton::clicked, this, &AugmentationPreview::drawAgain);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_originalTitle, 0, 0, 1, 2);
    layout->addWidget(m_preprocessedTitle, 0, 2, 1, 2);
    auto* draws = new QHBoxLayout;
    draws->setContentsMargins(0, 6, 0, 0);
    draws->addWidget(m_drawsTitle, 1);
    draws->addWidget(m_drawAgain);
    layout->addLayout(draws, 2, 0, 1, 4);
    for (int i = 0; i < kDraws + 2; ++i) {
        auto* tile = new Tile(this);
        m_tiles.push_back(tile);
        if (i < 2) {
            layout->addWidget(tile, 1, 2 * i, 1, 2);
        } else {
            layout->addWidget(tile, 3 + (i - 2) / 4, (i - 2) % 4);
        }
        connect(tile, &QAbstractButton::clicked, this, &AugmentationPreview::drawAgain);
    }
    layout->addWidget(m_problem, 5, 0, 1, 4);
    for (int column = 0; column < 4; ++column) {
        layout->setColumnStretch(column, 1);
    }
    retranslate();
}

void AugmentationPreview::setFile(const std::filesystem::path& file)
{
    if (m_source && m_source->file == file) {
        return;
    }
    m_source.reset();
    if (!file.empty()) {
        m_source = std::make_shared<Source>();
        m_source->file = file;
    }
    refresh();
}

void AugmentationPreview::setRecipe(const ml::TrainingRecipe& recipe)
{
    const bool isSame =
        m_recipe.input == recipe.input && m_recipe.augmentation == recipe.augmentation;
    m_recipe = recipe;
    if (!isSame) {
        refresh();
    }
}

void AugmentationPreview::drawAgain()
{
    ++m_seed;
    refresh();
}

std::vector<QImage> AugmentationPreview::draws() const
{
    std::vector<QImage> images;
    for (std::size_t i = 2; i < m_tiles.size(); ++i) {
        images.push_back(m_tiles[i]->image());
    }
    return images;
}

AugmentationPreview::Pictures AugmentationPreview::make(Source& source,
                                                        const TrainingServices& services,
                                                        const ml::TrainingRecipe& recipe,
                                                        std::uint64_t seed,
                                                        const std::stop_token& stop)
{
    const std::scoped_lock lock(source.mutex);
    Pictures pictures;
    // A slider that moves asks many times: only the newest is worth the work.
    if (stop.stop_requested()) {
        return pictures;
    }
    if (!source.image) {
        source.image = services.reader->read(source.file, 0, {});
        if (*source.image) {
            ml::InputSpecification whole;
            whole.width = kOriginalSide;
            whole.height = kOriginalSide;
            source.original = imageOf(ml::inputPlane(***source.image, whole, *services.operations));
        }
    }
    if (!*source.image) {
        pictures.error = source.image->error();
        return pictures;
    }
    if (source.input != recipe.input) {
        auto plane = preprocessed(***source.image, recipe.input, services);
        if (!plane) {
            pictures.error = plane.error();
            return pictures;
        }
        source.plane = *std::move(plane);
        source.input = recipe.input;
    }
    pictures.original = source.original;
    pictures.preprocessed = imageOf(source.plane);
    if (!services.loadBackend) {
        pictures.error = Error{ErrorCode::ModuleMissing, "no module"};
        return pictures;
    }
    const auto backend = services.loadBackend();
    if (!backend) {
        pictures.error = backend.error();
        return pictures;
    }
    const auto draws = (*backend)->augment(source.plane, recipe.augmentation, kDraws, seed);
    if (!draws) {
        pictures.error = draws.error();
        return pictures;
    }
    for (const GrayPlane& draw : *draws) {
        pictures.draws.push_back(imageOf(draw));
    }
    return pictures;
}

void AugmentationPreview::refresh()
{
    if (!m_source || !m_services.reader || !m_services.operations) {
        take({});
        return;
    }
    m_task.start(
        [source = m_source, services = &m_services, recipe = m_recipe, seed = m_seed](
            const std::stop_token& stop) { return make(*source, *services, recipe, seed, stop); },
        [this](Pictures pictures) { take(std::move(pictures)); });
}

void AugmentationPreview::take(Pictures pictures)
{
    m_error = pictures.error;
    m_tiles[0]->setImage(std::move(pictures.original));
    m_tiles[1]->setImage(std::move(pictures.preprocessed));
    for (std::size_t i = 2; i < m_tiles.size(); ++i) {
        m_tiles[i]->setImage(i - 2 < pictures.draws.size() ? std::move(pictures.draws[i - 2])
                                                           : QImage());
    }
    m_problem->setVisible(m_error.has_value());
    retranslate();
    Q_EMIT shown();
}

void AugmentationPreview::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void AugmentationPreview::retranslate()
{
    m_originalTitle->setText(tr("Original"));
    m_preprocessedTitle->setText(
        tr("What the network gets: %1 × %2").arg(m_recipe.input.width).arg(m_recipe.input.height));
    m_drawsTitle->setText(tr("Eight looks of training at it"));
    m_drawsTitle->setToolTip(explainTerm(Term::Augmentation));
    m_drawAgain->setText(tr("Draw again"));
    m_drawAgain->setToolTip(tr("Other random changes of the same image."));
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->setToolTip(tr("Click for other random changes"));
        m_tiles[i]->setAccessibleName(i == 0   ? m_originalTitle->text()
                                      : i == 1 ? m_preprocessedTitle->text()
                                               : tr("Draw %1").arg(i - 1));
    }
    m_problem->setText(m_error ? errorText(m_error->code) : QString());
}

} // namespace nefes::ui
