// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/action_registry.h"
#include "ui/bridge/analysis_service.h"
#include "ui/bridge/image_loader.h"
#include "ui/bridge/presentation_store.h"
#include "ui/bridge/session.h"
#include "ui/bridge/thumbnail_maker.h"
#include "ui/library/library_service.h"
#include "ui/main_window.h"
#include "ui/measure/drawing_book.h"
#include "ui/measure/key_images.h"
#include "ui/objects/object_view.h"
#include "ui/panels/analysis_panel.h"
#include "ui/panels/impression_card.h"
#include "ui/panels/library_panel.h"
#include "ui/panels/measurement_panel.h"
#include "ui/panels/status_line.h"
#include "ui/panels/study_browser.h"
#include "ui/panels/tag_panel.h"
#include "ui/panels/window_panel.h"
#include "ui/settings/window_settings.h"
#include "ui/text/language_switch.h"
#include "ui/viewer/drawing_presenter.h"
#include "ui/viewer/heatmap_presenter.h"
#include "ui/viewer/presentation_presenter.h"
#include "ui/viewer/scene_export.h"
#include "ui/viewer/viewer_area.h"
#include "ui/viewer/viewer_presenter.h"
#include "ui/viewer/window_presenter.h"
#include "ui/window_menus.h"
#include "ui/wizard/training_wizard.h"

#include <QDockWidget>
#include <QElapsedTimer>
#include <QStackedWidget>
#include <QTabWidget>
#include <QThreadPool>

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace nefes::ui {

constexpr int kMessageMs = 8000; ///< how long a note stands in the status line
constexpr double kMmPerInch = 25.4;

/// What the window is made of and how the parts are connected. In the order of dependence: those
/// below go first.
class MainWindow::Parts
{
public:
    Parts(MainWindow& ownWindow, Services ownServices);

    void retranslate();
    void applyLanguage(Language chosen);
    void applyTheme();
    void restoreLayout();
    /// The docks are as wide as their tabs need in this language and at this scale.
    void fitTabs();
    /// Shows the panels, bars and tools that belong to what stands in the middle: all of them
    /// beside images, menus alone beside the wizard, nothing on a full screen.
    void arrangeParts();
    void arrangeParts(bool isTraining);
    void rememberLayout();
    void saveSettings();
    void reopenStudies();
    /// Remembers for the next start where open studies come from.
    void noteOpened(const std::vector<std::filesystem::path>& paths);
    /// The training wizard in place of the viewer with its panels, or the viewer again.
    void showTraining(bool isShown);
    [[nodiscard]] bool isTrainingShown() const;
    /// A run is under way and nobody has said what is to become of it.
    [[nodiscard]] bool mustAskBeforeClosing() const;
    /// Asks, and closes or hides the window accordingly. Returns at once.
    void askBeforeClosing();
    [[nodiscard]] bool isIdle() const;
    /// Emits idle() once nothing is under way any more.
    void checkIdle();

    MainWindow& window;
    Services services;
    WindowSettings settings;
    LanguageSwitch language;
    QThreadPool pool;
    LibraryService library;
    QStackedWidget* center; ///< images, an object without pixels, or the training wizard
    ViewerArea* area;
    ObjectView* object;
    TrainingWizard* wizard = nullptr; ///< made when first shown
    StudyBrowser* browser;
    LibraryPanel* libraryPanel;
    QTabWidget* studyTabs; ///< what is open, and the library
    AnalysisPanel* panel;
    MeasurementPanel* measurements;
    WindowPanel* windowPanel;
    TagPanel* tags;
    QTabWidget* tabs;
    QDockWidget* studyDock;
    QDockWidget* analysisDock;
    StatusLine* status;
    ActionRegistry* actions;
    std::unique_ptr<WindowMenus> menus;
    Session session;
    ImageStore images;
    ThumbnailMaker thumbnails;
    PresentationStore presentationStore;
    AnalysisService analysis;
    DrawingBook book;
    KeyImages keyImages;
    ViewerPresenter viewer;
    DrawingPresenter drawings;
    HeatmapPresenter heatmap;
    PresentationPresenter presentations;
    WindowPresenter windowing;
    /// Receiver of every connection to a function of this class: the first part to go.
    QObject context;

private:
    void buildDocks();
    void connectParts();
    void connectObjects();
    void connectLibrary();
    void connectSettings();
    void openSettings();
    void applySettings(const WindowSettings& changed);
    /// Hides or shows the result of the analysis, as blind-first reading wants it.
    void updateBlind();
    void logImpression(Verdict verdict, const std::string& conclusion);
    void updateLibraryActions();
    void addShownStudy(study::StorageMode mode);
    void askForImport();
    /// Writes the leading score of a new analysis to the library.
    void keepScore();
    void showFile(const std::filesystem::path& file);
    void showObject(const SeriesAddress& address);
    /// Shows an open image that the presentation state in this file is for, as the state says;
    /// false when there is none.
    bool showPresented(const std::filesystem::path& file);
    void connectPresentations();
    void fillPresentationMenu();
    void showImages();
    /// Images or an object; behind the training wizard while that is shown.
    void showInCenter(QWidget* page);
    /// The series whose image or object is shown.
    [[nodiscard]] std::optional<SeriesAddress> currentSeries() const;
    void connectFileActions();
    void connectToolActions();
    void connectViewActions();
    void connectMeasureActions();
    // main_window_viewports.cpp
    void connectViewports();
    void connectLayoutActions();
    void setGridLayout(const GridLayout& layout);
    void followGridLayout();
    void updateViewActions();
    void showTrueSize();
    /// Moves the window to the next monitor, also when it fills one.
    void showOnNextScreen();
    /// Arranges a patient with a prior when the reader wants that, else does what is asked.
    void hangByItself(const std::function<bool()>& hang, const std::function<void()>& otherwise);
    void connectAnalysisActions();
    // main_window_diagnostics.cpp
    void connectDiagnostics();
    void openLogFolder();
    /// Reports of crashes of earlier runs; `text` is that of all of them.
    void offerReports(std::vector<std::filesystem::path> files, const std::string& text);
    void on(ActionId id, std::function<void()> act);
    /// Changes the view of the image that is shown, if any.
    void changeView(const std::function<void(ViewState&, const DecodedImage&)>& change);
    void applyPreset(int number);
    void updateImageActions();
    void updatePresetTexts();
    void updateWork();
    void updateRecent();
    void updateTitle();
    void openDialog(bool isFolder);
    /// Opens an image that a step of the wizard names, or goes to it where it is open.
    void showFromTraining(const std::filesystem::path& file);
    void offerInterruptedRun();
    void goOnHidden();
    void showCard();
    void useModel(const std::string& id);
    /// Model and device of the settings.
    void applyModel();
    void cycleOverlays();
    void updateDrawingActions();
    void connectCalibration();
    void askForLength(const Measurement& line);
    void exportMeasurements();
    /// Asks for a file and passes it on; does not block.
    void askForName(const QString& objectName, const QString& title, const QString& filter,
                    const QString& suffix,
                    const std::function<void(const std::filesystem::path&)>& write);
    // main_window_export.cpp
    void connectExportActions();
    void makePicture(const ExportChoice& choice, const std::function<void(const QImage&)>& done);
    void exportPicture(const ExportChoice& choice);
    void printPicture(const ExportChoice& choice);
    // Presets of the window
    void connectWindowPanel();
    [[nodiscard]] std::vector<std::size_t> ownPresets() const;
    void saveWindowAs(const QString& name);

    /// What the reader said of an image before the scores were shown.
    struct Impression {
        std::string impression;
        std::optional<std::string> conclusion; ///< after them
        bool isAnswered = false;
        double seconds = 0.0;
    };
    std::map<std::string, Impression> m_impressions; ///< by the digest of the image
    std::string m_blindKey;                          ///< of the image that is analysed
    QElapsedTimer m_blindTimer;
    std::array<std::size_t, 2> m_scanProgress{0, 0}; ///< done, total
    std::array<std::size_t, 2> m_libraryProgress{0, 0};
    std::shared_ptr<const ml::Analysis> m_keptAnalysis; ///< whose score the library has
    bool m_wasIdle = true;
    bool m_isHungByItself = false;
    bool m_isLeaving = false; ///< the layout is being remembered: it is that of a plain window
    std::vector<std::filesystem::path> m_openPaths; ///< what the open studies come from
    bool m_isClosing = false;            ///< it is decided; closing waits for the run to stop
    QWidget* m_beforeTraining = nullptr; ///< page of the centre that the wizard covers
};

} // namespace nefes::ui
