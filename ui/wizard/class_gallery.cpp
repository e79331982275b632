// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/class_gallery.h"

#include "core/base/files.h"
#include "core/base/rng.h"

#include "ml/preprocess.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr int kAClass = 6;
constexpr int kSide = 72;
constexpr int kLongestName = 104;

QImage thumbnailOf(const std::filesystem::path& file, const TrainingServices& services, int side,
                   const std::stop_token& stop)
{
    const auto image = services.reader->read(file, 0, stop);
    if (!image) {
        return {};
    }
    ml::InputSpecification input;
    input.width = side;
    input.height = side;
    const GrayPlane plane = ml::inputPlane(**image, input, *services.operations);
    return QImage(plane.values.data(), plane.width, plane.height, plane.width,
                  QImage::Format_Grayscale8)
        .copy();
}

} // namespace

class ClassGallery::Thumbnail final : public QAbstractButton
{
public:
    explicit Thumbnail(QWidget* parent)
        : QAbstractButton(parent)
    {
        setFixedSize(kSide, kSide);
        setFocusPolicy(Qt::TabFocus);
    }
    void setImage(QImage image)
    {
        m_image = std::move(image);
        update();
    }
    std::filesystem::path file;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), viewportColor(palette()));
        if (!m_image.isNull()) {
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(rect(), m_image);
        }
        if (hasFocus() || underMouse()) {
            painter.setPen(QPen(accentColor(palette()), 2.0));
            painter.drawRect(QRect(1, 1, width() - 2, height() - 2));
        }
    }

private:
    QImage m_image;
};

ClassGallery::ClassGallery(const TrainingServices& services, QThreadPool& pool, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_grid(new QGridLayout(this))
    , m_task(pool, this)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(6);
    m_grid->setColumnStretch(kAClass + 1, 1);
}

void ClassGallery::setDataset(const ml::Dataset& dataset)
{
    decltype(m_files) files;
    for (const ml::DatasetEntry& entry : dataset.entries) {
        files[entry.label].push_back(entry.path);
    }
    if (files == m_files) {
        return;
    }
    m_files = std::move(files);
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_thumbnails.clear();
    int row = 0;
    for (const auto& [name, paths] : m_files) {
        auto* label = new QLabel(this);
        label->setText(
            label->fontMetrics().elidedText(fromUtf8(name), Qt::ElideMiddle, kLongestName));
        label->setToolTip(fromUtf8(name));
        m_grid->addWidget(label, row, 0);
        for (int i = 0; i < std::min<int>(kAClass, static_cast<int>(paths.size())); ++i) {
            auto* thumbnail = new Thumbnail(this);
            thumbnail->setObjectName(QStringLiteral("thumbnail"));
            connect(thumbnail, &QAbstractButton::clicked, this, &ClassGallery::drawAgain);
            m_grid->addWidget(thumbnail, row, i + 1);
            m_thumbnails.push_back(thumbnail);
        }
        ++row;
    }
    load();
}

void ClassGallery::drawAgain()
{
    ++m_draw;
    load();
}

void ClassGallery::load()
{
    Rng random(m_draw);
    std::vector<std::filesystem::path> drawn;
    for (const auto& [name, paths] : m_files) {
        std::vector<std::filesystem::path> files = paths;
        random.shuffle(std::span<std::filesystem::path>(files));
        files.resize(std::min<std::size_t>(kAClass, files.size()));
        drawn.insert(drawn.end(), files.begin(), files.end());
    }
    for (std::size_t i = 0; i < m_thumbnails.size(); ++i) {
        m_thumbnails[i]->file = drawn[i];
    }
    retranslate();
    if (!m_services.reader || !m_services.operations) {
        return;
    }
    const int side = static_cast<int>(kSide * devicePixelRatioF());
    m_task.start(
        [drawn, side, services = &m_services](const std::stop_token& stop) {
            std::vector<QImage> images;
            images.reserve(drawn.size());
            for (const std::filesystem::path& file : drawn) {
                images.push_back(stop.stop_requested() ? QImage()
                                                       : thumbnailOf(file, *services, side, stop));
            }
            return images;
        },
        [this](std::vector<QImage> images) {
            for (std::size_t i = 0; i < images.size() && i < m_thumbnails.size(); ++i) {
                m_thumbnails[i]->setImage(std::move(images[i]));
            }
        });
}

void ClassGallery::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void ClassGallery::retranslate()
{
    for (Thumbnail* thumbnail : m_thumbnails) {
        const QString name = fromUtf8(toUtf8(thumbnail->file.filename()));
        thumbnail->setToolTip(tr("%1 – click for other images", "file name").arg(name));
        thumbnail->setAccessibleName(tr("Example %1", "file name").arg(name));
    }
}

} // namespace nefes::ui
