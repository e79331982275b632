// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/image_gallery.h"

#include "core/base/files.h"

#include "ui/text/format.h"

#include <QEvent>
#include <QPainter>
#include <QShowEvent>

#include <algorithm>
#include <utility>

namespace nefes::ui {

namespace {

constexpr QSize kIcon(168, 168);
constexpr int kCellWidth = 196, kCellHeight = 236;

/// Surest first.
void sortByProbability(const JudgedSet& judged, std::vector<std::size_t>& files)
{
    std::ranges::stable_sort(files, [&judged](std::size_t a, std::size_t b) {
        return judged.topProbability(a) > judged.topProbability(b);
    });
}

bool isRight(const ml::JudgedFile& file)
{
    return file.prediction.topLabel == file.truth;
}

QIcon placeholder()
{
    QPixmap empty(kIcon);
    empty.fill(Qt::transparent);
    return empty;
}

} // namespace

std::vector<std::size_t> filesOfCell(const JudgedSet& judged, int truth, int predicted)
{
    std::vector<std::size_t> files;
    for (std::size_t i = 0; i < judged.evaluation.files.size(); ++i) {
        const ml::JudgedFile& file = judged.evaluation.files[i];
        if (judged.labelIndex(file.truth) == truth &&
            judged.labelIndex(file.prediction.topLabel) == predicted) {
            files.push_back(i);
        }
    }
    sortByProbability(judged, files);
    return files;
}

std::vector<std::size_t> wrongFiles(const JudgedSet& judged)
{
    std::vector<std::size_t> files;
    for (std::size_t i = 0; i < judged.evaluation.files.size(); ++i) {
        if (!isRight(judged.evaluation.files[i])) {
            files.push_back(i);
        }
    }
    sortByProbability(judged, files);
    return files;
}

std::vector<std::size_t> rightFiles(const JudgedSet& judged)
{
    const std::size_t classes = judged.model.labels.size();
    std::vector<std::vector<std::size_t>> byClass(classes);
    for (std::size_t label = 0; label < classes; ++label) {
        byClass[label] = filesOfCell(judged, static_cast<int>(label), static_cast<int>(label));
    }
    std::vector<std::size_t> files;
    for (std::size_t place = 0; place < judged.evaluation.files.size(); ++place) {
        for (const auto& one : byClass) {
            if (place < one.size()) {
                files.push_back(one[place]);
            }
        }
    }
    return files;
}

ImageGallery::ImageGallery(EvaluationService& service, QWidget* parent)
    : QListWidget(parent)
    , m_service(service)
{
    setViewMode(QListView::IconMode);
    setResizeMode(QListView::Adjust);
    setMovement(QListView::Static);
    setIconSize(kIcon);
    setGridSize({kCellWidth, kCellHeight});
    setWordWrap(true);
    setUniformItemSizes(true);
    setTextElideMode(Qt::ElideMiddle);
    connect(&service, &EvaluationService::pictureMade, this, &ImageGallery::setPicture);
    connect(this, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        const auto file = static_cast<std::size_t>(item->data(Qt::UserRole).toULongLong());
        Q_EMIT openRequested(m_judged->evaluation.files.at(file).path);
    });
}

void ImageGallery::setFiles(JudgedSetPtr judged, std::vector<std::size_t> files)
{
    m_judged = std::move(judged);
    files.resize(std::min(files.size(), kMostImages));
    m_files = std::move(files);
    m_isRequested.clear();
    clear();
    for (const std::size_t file : m_files) {
        auto* item = new QListWidgetItem(placeholder(), QString(), this);
        item->setData(Qt::UserRole, static_cast<qulonglong>(file));
        item->setTextAlignment(Qt::AlignHCenter);
    }
    retranslate();
    requestPictures();
}

void ImageGallery::requestPictures()
{
    if (!isVisible()) {
        return;
    }
    for (const std::size_t file : m_files) {
        if (!std::exchange(m_isRequested[file], true)) {
            m_service.requestPicture(file);
        }
    }
}

void ImageGallery::setPicture(std::size_t file, const QImage& picture)
{
    const auto found = std::ranges::find(m_files, file);
    if (found != m_files.end()) {
        item(static_cast<int>(found - m_files.begin()))
            ->setIcon(QIcon(QPixmap::fromImage(picture)));
        m_isRequested[file] = true;
    }
}

void ImageGallery::retranslate()
{
    for (int row = 0; m_judged && row < count(); ++row) {
        const std::size_t index = m_files[static_cast<std::size_t>(row)];
        const ml::JudgedFile& file = m_judged->evaluation.files.at(index);
        const QString predicted = tr("%1, %2", "label and probability")
                                      .arg(labelText(m_judged->model, file.prediction.topLabel),
                                           probabilityText(m_judged->topProbability(index)));
        item(row)->setText(
            isRight(file)
                ? predicted
                : tr("%1\ntruth: %2").arg(predicted, labelText(m_judged->model, file.truth)));
        item(row)->setToolTip(
            tr("%1\nDouble-click opens it in the viewer.").arg(fromUtf8(toUtf8(file.path))));
    }
}

void ImageGallery::showEvent(QShowEvent* event)
{
    QListWidget::showEvent(event);
    requestPictures();
}

void ImageGallery::changeEvent(QEvent* event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
