// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include "core/image/decoded_image.h"

#include "ml/classifier.h"

#include "ui/bridge/background.h"
#include "ui/services.h"

#include <QObject>
#include <QThreadPool>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nefes::ui {

enum class AnalysisPhase {
    NoImage,
    Disabled, ///< the reader has turned off that images are analysed by themselves
    NoModel,  ///< none is installed
    Loading,  ///< the module and the model
    Running,
    Done,
    Failed,
};

/// What is known of the image that is shown. A value.
struct AnalysisState {
    AnalysisPhase phase = AnalysisPhase::NoImage;
    std::vector<InstalledModel> models;                      ///< those that can be chosen
    std::optional<InstalledModel> model;                     ///< the one that judges
    std::shared_ptr<const ml::ModelDescription> description; ///< once the model is loaded
    std::shared_ptr<const ml::Analysis> analysis;            ///< when Done
    std::map<std::string, std::shared_ptr<const ml::Heatmap>> heatmaps; ///< by label
    std::string pendingHeatmap; ///< the label whose map is being made
    /// Lowest and highest probability over small changes of the image, by label; they come after
    /// the scores.
    std::map<std::string, std::pair<double, double>> bands;
    std::optional<Error> error; ///< when Failed
};

/// Runs the classifier on its own thread, where it is loaded and destroyed as well. The newest
/// request wins. UI thread only.
class AnalysisService final : public QObject
{
    Q_OBJECT

public:
    AnalysisService(const Services& services, QObject* parent);
    ~AnalysisService() override;

    [[nodiscard]] const AnalysisState& state() const { return m_state; }
    /// What the state is about; null: nothing is shown.
    [[nodiscard]] const ImagePtr& image() const { return m_image; }
    /// Null: nothing is shown.
    void setImage(ImagePtr image);
    /// Whether setImage() starts an analysis.
    void setRunsByItself(bool runs);
    /// Analyses the image once more, loading the model again when that had failed.
    void analyseAgain();
    /// The model that judges from now on, and where it computes; an empty id, or one that is not
    /// installed, means the first. What is shown is analysed anew when either has changed.
    void choose(const std::string& model, ml::DeviceChoice device);
    /// Models were installed or removed: they are listed and loaded anew, and `model` judges.
    void reloadModels(const std::string& model);
    /// Makes the map of a label, unless it is there already.
    void requestHeatmap(const std::string& label);
    /// How maps are made from now on; none: as the model wants it. Those of another method go.
    void setHeatmapMethod(std::optional<ml::HeatmapMethod> method);
    [[nodiscard]] bool isBusy() const { return m_task.isRunning(); }

Q_SIGNALS:
    void stateChanged();

private:
    struct Engine;
    struct Answer;
    void start();
    void judgeAnew();
    void take(Answer answer);
    /// Once nothing else is asked for.
    void measureBands();
    void clearResults();
    void setPhase(AnalysisPhase phase);

    const Services& m_services;
    AnalysisState m_state;
    ImagePtr m_image;
    std::string m_wantedModel;
    int m_generation = 0; ///< grows when the models on disk have changed
    bool m_runsByItself = true;
    std::optional<ml::HeatmapMethod> m_heatmapMethod;
    bool m_hasBands = false; ///< measured, or found not to be measurable
    ml::DeviceChoice m_device;
    std::shared_ptr<Engine> m_engine; ///< its contents are touched on the inference thread only
    QThreadPool* m_pool;              ///< one thread that is never given up; outlives the service
    LatestTask m_task;
};

} // namespace nefes::ui
