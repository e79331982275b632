// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include "ml/evaluation.h"

#include "ui/bridge/background.h"
#include "ui/services.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace nefes::ui {

/// Which model is to judge which images.
struct EvaluationJob {
    std::filesystem::path package;
    std::vector<std::filesystem::path> folders;
    std::optional<ml::Split> split; ///< none: all images
};

/// What an evaluation found. Immutable; shared with the views.
struct JudgedSet {
    EvaluationJob job;
    ml::Evaluation evaluation;
    ml::ModelDescription model;
    nlohmann::json metrics; ///< evaluationToJson()

    /// Index of a label of the model, −1 for none.
    [[nodiscard]] int labelIndex(const std::string& label) const;
    /// Probability of the predicted label.
    [[nodiscard]] double topProbability(std::size_t file) const;
};
using JudgedSetPtr = std::shared_ptr<const JudgedSet>;

/// Judges images with a model on a thread of its own, where the model is loaded and destroyed as
/// well, and makes pictures with heatmaps of them. UI thread.
class EvaluationService final : public QObject
{
    Q_OBJECT

public:
    EvaluationService(const Services& services, QObject* parent);
    ~EvaluationService() override;

    /// Replaces what is under way. Pictures that were asked for wait, and are forgotten with the
    /// result that they are of.
    void start(EvaluationJob job);
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_task.isRunning(); }
    /// Null before the first.
    [[nodiscard]] const JudgedSetPtr& result() const { return m_result; }
    /// The image with the heatmap of the predicted label, as pictureMade().
    void requestPicture(std::size_t file);

Q_SIGNALS:
    void busyChanged();
    void progressed(std::size_t done, std::size_t total);
    void finished();
    void failed(const nefes::Error& error);
    void pictureMade(std::size_t file, const QImage& picture);

private:
    struct Engine;
    void nextPicture();

    const Services& m_services;
    std::shared_ptr<Engine> m_engine; ///< touched on the pool's one thread only
    QThreadPool m_pool;
    LatestTask m_task, m_pictureTask;
    std::deque<std::size_t> m_wanted;
    JudgedSetPtr m_result;
};

} // namespace nefes::ui
