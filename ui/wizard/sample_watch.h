// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ui/bridge/background.h"
#include "ui/wizard/run_folder.h"
#include "ui/wizard/training_services.h"

#include <QImage>
#include <QString>
#include <QWidget>

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace nefes::ui {

/// One image with the heatmap of the network as it is after each epoch: how it learns to look.
/// The engine's checkpoint is judged on the pool; where epochs follow each other faster than that,
/// some are left out. UI thread.
class SampleWatch final : public QWidget
{
    Q_OBJECT

public:
    /// An image and its true label.
    struct Sample {
        std::filesystem::path path;
        std::string label;
    };

    SampleWatch(const TrainingServices& services, QThreadPool& pool, QWidget* parent = nullptr);

    /// Images to choose from, those of the validation split; the first is shown.
    void setSamples(std::vector<Sample> samples);
    void beginRun(const StoredRun& run);
    void take(const ml::TrainingEvent& event);
    [[nodiscard]] int pictureCount() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Look;
    [[nodiscard]] static Result<Look> look(const TrainingServices& services,
                                           const std::filesystem::path& checkpoint,
                                           const ml::ModelDescription& model, const Sample& sample,
                                           std::stop_token stop);
    void judge(int epoch, const std::string& file);
    void add(int epoch, const Look& look);
    void nextSample();
    void retranslate();

    const TrainingServices& m_services;
    LatestTask m_task;
    QLabel* m_text;
    QPushButton* m_another;
    QLabel* m_empty;
    QListWidget* m_list;
    std::vector<Sample> m_samples;
    std::size_t m_sample = 0;
    std::filesystem::path m_folder;
    ml::ModelDescription m_model;
    std::optional<std::pair<int, std::string>> m_pending; ///< epoch and file of the newest one
    QString m_problem;
};

} // namespace nefes::ui
