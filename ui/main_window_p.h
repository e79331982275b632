// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/action_registry.h"
#include "ui/bridge/analysis_service.h"
#include "ui/bridge/image_loader.h"
#include "ui/bridge/session.h"
#include "ui/bridge/thumbnail_maker.h"
#include "ui/library/library_service.h"
#include "ui/main_window.h"
#include "ui/measure/drawing_book.h"
#include "ui/objects/object_view.h"
#include "ui/panels/analysis_panel.h"
#include "ui/panels/library_panel.h"
#include "ui/panels/measurement_panel.h"
#include "ui/panels/status_line.h"
#include "ui/panels/study_browser.h"
#include "ui/panels/tag_panel.h"
#include "ui/settings/window_settings.h"
#include "ui/text/language_switch.h"
#include "ui/viewer/drawing_presenter.h"
#include "ui/viewer/heatmap_presenter.h"
#include "ui/viewer/viewer_area.h"
#include "ui/viewer/viewer_presenter.h"
#include "ui/window_menus.h"

#include <QDockWidget>
#include <QStackedWidget>
#include <QTabWidget>
#include <QThreadPool>

#include <array>
#include <optional>

namespace nefes::ui {

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
    void rememberLayout();
    void saveSettings();
    [[nodiscard]] bool isIdle() const;
    /// Emits idle() once nothing is under way any more.
    void checkIdle();

    MainWindow& window;
    Services services;
    WindowSettings settings;
    LanguageSwitch language;
    QThreadPool pool;
    LibraryService library;
    QStackedWidget* center; ///< images, or an object without pixels
    ViewerArea* area;
    ObjectView* object;
    StudyBrowser* browser;
    LibraryPanel* libraryPanel;
    QTabWidget* studyTabs; ///< what is open, and the library
    AnalysisPanel* panel;
    MeasurementPanel* measurements;
    TagPanel* tags;
    QTabWidget* tabs;
    QDockWidget* studyDock;
    QDockWidget* analysisDock;
    StatusLine* status;
    ActionRegistry* actions;
    std::optional<WindowMenus> menus;
    Session session;
    ImageLoader loader;
    ThumbnailMaker thumbnails;
    AnalysisService analysis;
    DrawingBook book;
    ViewerPresenter viewer;
    DrawingPresenter drawings;
    HeatmapPresenter heatmap;
    /// Receiver of every connection to a function of this class: the first part to go.
    QObject context;

private:
    void buildDocks();
    void connectParts();
    void connectObjects();
    void connectLibrary();
    void updateLibraryActions();
    void addShownStudy(study::StorageMode mode);
    void askForImport();
    /// Writes the leading score of a new analysis to the library.
    void keepScore();
    void showFile(const std::filesystem::path& file);
    void showObject(const SeriesAddress& address);
    void showImages();
    /// The series whose image or object is shown.
    [[nodiscard]] std::optional<SeriesAddress> currentSeries() const;
    void connectFileActions();
    void connectToolActions();
    void connectViewActions();
    void connectMeasureActions();
    void connectAnalysisActions();
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
    void showCard();
    void cycleOverlays();
    void updateDrawingActions();
    /// Both ask where to write.
    void exportView();
    void exportMeasurements();

    std::array<std::size_t, 2> m_scanProgress{0, 0}; ///< done, total
    std::array<std::size_t, 2> m_libraryProgress{0, 0};
    std::shared_ptr<const ml::Analysis> m_keptAnalysis; ///< whose score the library has
    bool m_wasIdle = true;
};

} // namespace nefes::ui
