// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/dataset.h"

#include "ui/bridge/background.h"
#include "ui/wizard/training_services.h"

#include <QImage>
#include <QWidget>

#include <filesystem>
#include <map>
#include <memory>
#include <vector>

class QGridLayout;

namespace nefes::ui {

/// A few images of each class, drawn by chance; a click draws others.
class ClassGallery final : public QWidget
{
    Q_OBJECT

public:
    /// `services` must outlive the widget.
    ClassGallery(const TrainingServices& services, QThreadPool& pool, QWidget* parent = nullptr);
    void setDataset(const ml::Dataset& dataset);
    void drawAgain();

protected:
    void changeEvent(QEvent* event) override;

private:
    class Thumbnail;
    void load();
    void retranslate();

    const TrainingServices& m_services;
    std::map<std::string, std::vector<std::filesystem::path>> m_files; ///< by class
    std::vector<Thumbnail*> m_thumbnails;
    QGridLayout* m_grid;
    std::uint64_t m_draw = 1;
    LatestTask m_task;
};

} // namespace nefes::ui
