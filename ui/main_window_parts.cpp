// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/base/log.h"

#include "ui/main_window_p.h"
#include "ui/panels/failure_bar.h"
#include "ui/panels/heatmap_controls.h"
#include "ui/panels/study_delegate.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/viewer/canvas.h"

#include <QAction>
#include <QApplication>
#include <QLayout>
#include <QScreen>
#include <QTabBar>
#include <QTimer>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nefes::ui {

namespace {

constexpr int kStudyWidth = 248;
constexpr int kLeastStudyWidth = 180;
constexpr int kAnalysisWidth = 316;

} // namespace

MainWindow::Parts::Parts(MainWindow& ownWindow, Services ownServices)
    : window(ownWindow)
    , services(std::move(ownServices))
    , settings(loadWindowSettings(services.settingsFile))
    , library(services, nullptr)
    , center(new QStackedWidget(&window))
    , area(new ViewerArea(!services.samplePath.empty(), center))
    , object(new ObjectView(services.objects, pool, center))
    , browser(new StudyBrowser)
    , libraryPanel(new LibraryPanel(library))
    , studyTabs(new QTabWidget)
    , panel(new AnalysisPanel)
    , measurements(new MeasurementPanel)
    , windowPanel(new WindowPanel)
    , tags(new TagPanel(services.objects, pool))
    , tabs(new QTabWidget)
    , studyDock(new QDockWidget(&window))
    , analysisDock(new QDockWidget(&window))
    , status(new StatusLine(&window))
    , actions(new ActionRegistry(&window, area))
    , session(services, pool, nullptr)
    , images(services.reader, pool)
    , thumbnails(services.reader, pool,
                 static_cast<int>(kThumbnailSize * window.devicePixelRatioF()), nullptr)
    , presentationStore(services.objects, pool)
    , analysis(services, nullptr)
    , book(services.dataFolder.empty() ? std::filesystem::path() : services.dataFolder / "drawings",
           services.settingsFile.empty() ? std::filesystem::path()
                                         : services.settingsFile.parent_path() / "drawings")
    , keyImages(services.dataFolder.empty() ? std::filesystem::path()
                                            : services.dataFolder / "key-images.json",
                services.settingsFile.empty()
                    ? std::filesystem::path()
                    : services.settingsFile.parent_path() / "key-images.json")
    , viewer(session, images, *area)
    , drawings(book, area->canvas(), *measurements)
    , heatmap(analysis, *panel, area->canvas(), pool)
    , presentations(presentationStore)
    , windowing(*windowPanel, pool)
{
    // The window's own thread stays free: one worker at least, one for each core at most.
    pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    applyTheme();
    language.apply(services.language.value_or(settings.language.value_or(services.systemLanguage)));
    center->addWidget(area);
    center->addWidget(object);
    window.setCentralWidget(center);
    window.setStatusBar(status);
    menus = std::make_unique<WindowMenus>(window, *actions);
    buildDocks();
    connectParts();
    connectViewports();
    connectWindowPanel();
    connectObjects();
    connectPresentations();
    connectFileActions();
    connectToolActions();
    connectViewActions();
    connectMeasureActions();
    connectAnalysisActions();
    connectLibrary();
    connectSettings();
    connectDiagnostics();
    heatmap.setStyle(settings.heatmap);
    analysis.setRunsByItself(settings.analysesByItself);
    updateImageActions();
    retranslate();
    restoreLayout();
    offerInterruptedRun();
}

void MainWindow::Parts::buildDocks()
{
    tabs->setObjectName(QStringLiteral("rightTabs"));
    tabs->setDocumentMode(true);
    tabs->tabBar()->setDrawBase(false);
    tabs->addTab(panel, QString());
    tabs->addTab(measurements, QString());
    tabs->addTab(windowPanel, QString());
    tabs->addTab(tags, QString());
    const auto fill = [this](QDockWidget* dock, const char* name, QWidget* content, int width,
                             Qt::DockWidgetArea side) {
        dock->setObjectName(QLatin1String(name));
        dock->setFeatures(QDockWidget::DockWidgetClosable);
        dock->setTitleBarWidget(new QWidget(dock)); // the contents have headings of their own
        dock->setWidget(content);
        window.addDockWidget(side, dock);
        window.resizeDocks({dock}, {width}, Qt::Horizontal);
    };
    studyTabs->setObjectName(QStringLiteral("studyTabs"));
    studyTabs->setDocumentMode(true);
    studyTabs->tabBar()->setDrawBase(false);
    studyTabs->addTab(browser, QString());
    studyTabs->addTab(libraryPanel, QString());
    for (QTabWidget* dockTabs : {tabs, studyTabs}) {
        // A page gets its style when it is first shown, and buttons become wider by it, of which
        // the layouts do not hear.
        connect(dockTabs, &QTabWidget::currentChanged, &context,
                [dockTabs] { dockTabs->currentWidget()->layout()->invalidate(); });
    }
    fill(studyDock, "studyDock", studyTabs, kStudyWidth, Qt::LeftDockWidgetArea);
    fill(analysisDock, "analysisDock", tabs, kAnalysisWidth, Qt::RightDockWidgetArea);
}

void MainWindow::Parts::connectParts()
{
    connect(&session, &Session::patientsChanged, &context, [this] {
        browser->setPatients(session.patients());
        presentationStore.follow(session.patients());
        if (!object->file().empty() && !session.findObject(object->file())) {
            showImages();
        }
        browser->setCurrent(currentSeries());
    });
    connect(&session, &Session::failuresChanged, &context,
            [this] { area->failureBar().setFailures(session.failures()); });
    connect(&area->failureBar(), &FailureBar::dismissed, &session, &Session::clearFailures);
    connect(&session, &Session::scanStarted, &context, [this] {
        m_scanProgress = {0, 0};
        updateWork();
    });
    connect(&session, &Session::progressed, &context, [this](std::size_t done, std::size_t total) {
        m_scanProgress = {done, total};
        updateWork();
    });
    connect(&session, &Session::scanFinished, &context, [this](const auto& firstNew) {
        if (!firstNew.empty()) {
            hangByItself([&] { return viewer.hangWithPrior(firstNew); },
                         [&] { showFile(firstNew); });
        }
        updateWork();
    });
    connect(browser, &StudyBrowser::seriesChosen, &context, [this](const SeriesAddress& address) {
        if (const study::Series* series = session.series(address); series->isObject()) {
            showObject(address);
            return;
        }
        showImages();
        viewer.showSeries(address);
        updateWork();
        area->canvas().setFocus();
    });
    connect(browser, &StudyBrowser::thumbnailWanted, &thumbnails, &ThumbnailMaker::request);
    connect(&thumbnails, &ThumbnailMaker::made, &context,
            [this](const auto& file, const auto& image) {
                browser->setThumbnail(file, image);
                checkIdle();
            });
    connect(&viewer, &ViewerPresenter::seriesChanged, &context,
            [this] { browser->setCurrent(currentSeries()); });
    connect(&analysis, &AnalysisService::stateChanged, &context, [this] {
        const AnalysisState& state = analysis.state();
        status->setDevice(state.analysis ? deviceText(state.analysis->device) : QString());
        updateWork();
    });
    connect(&heatmap, &HeatmapPresenter::snapshotMade, &context, [this] { checkIdle(); });
    connect(tags, &TagPanel::idle, &context, [this] { checkIdle(); });
    connect(status, &StatusLine::cancelClicked, &context, [this] {
        session.cancel();
        viewer.cancelLoading();
        library.cancel();
        updateWork();
    });
}

void MainWindow::Parts::connectObjects()
{
    connect(object, &ObjectView::idle, &context, [this] { checkIdle(); });
    connect(object, &ObjectView::tagsWanted, &context,
            [this] { window.showPanel(QStringLiteral("tags")); });
}

std::optional<SeriesAddress> MainWindow::Parts::currentSeries() const
{
    return object->file().empty() ? viewer.current() : session.findObject(object->file());
}

void MainWindow::Parts::showFile(const std::filesystem::path& file)
{
    if (const auto address = session.findObject(file)) {
        showObject(*address);
    } else {
        showImages();
        viewer.showFile(file);
    }
}

void MainWindow::Parts::showInCenter(QWidget* page)
{
    if (isTrainingShown()) {
        m_beforeTraining = page; // seen when the wizard goes: images that arrive do not close it
    } else {
        center->setCurrentWidget(page);
    }
}

void MainWindow::Parts::showObject(const SeriesAddress& address)
{
    const FileSummary& file = session.series(address)->files.front();
    if (showPresented(file.path)) {
        return;
    }
    object->show(file);
    viewer.clear();
    tags->setFile(file.path);
    showInCenter(object);
    browser->setCurrent(address);
    updateLibraryActions();
    updateTitle();
    updateWork();
}

void MainWindow::Parts::showImages()
{
    object->clear();
    showInCenter(area);
}

void MainWindow::Parts::on(ActionId id, std::function<void()> act)
{
    connect(actions->action(id), &QAction::triggered, &context, [act = std::move(act)] { act(); });
}

void MainWindow::Parts::updateWork()
{
    if (session.isScanning()) {
        const auto [done, total] = m_scanProgress;
        status->setWork(total > 0 ? MainWindow::tr("Reading files: %1 of %2").arg(done).arg(total)
                                  : MainWindow::tr("Reading files…"),
                        done, total);
    } else if (viewer.isLoading()) {
        status->setWork(MainWindow::tr("Loading the image…"), 0, 0);
    } else if (library.isWorking()) {
        const auto [done, total] = m_libraryProgress;
        status->setWork(total > 0 ? MainWindow::tr("Library: %1 of %2").arg(done).arg(total)
                                  : MainWindow::tr("Library…"),
                        done, total);
    } else {
        status->setWork({}, 0, 0);
    }
    checkIdle();
}

bool MainWindow::Parts::isIdle() const
{
    return !session.isScanning() && !viewer.isLoading() && !analysis.isBusy() &&
           !heatmap.isBusy() && !thumbnails.isBusy() && !tags->isBusy() && !object->isBusy() &&
           !library.isBusy() && !presentationStore.isBusy();
}

void MainWindow::Parts::checkIdle()
{
    // One thing ends and starts the next: look once all of them have heard of it.
    m_wasIdle = m_wasIdle && isIdle();
    QTimer::singleShot(0, &context, [this] {
        if (!m_wasIdle && isIdle()) {
            m_wasIdle = true;
            Q_EMIT window.idle();
        }
    });
}

void MainWindow::Parts::retranslate()
{
    actions->retranslate();
    menus->retranslate();
    viewer.retranslate();
    updatePresetTexts();
    updateRecent();
    updateTitle();
    updateWork();
    tabs->setTabText(tabs->indexOf(panel), MainWindow::tr("Analysis"));
    tabs->setTabText(tabs->indexOf(measurements), MainWindow::tr("Measurements"));
    tabs->setTabText(tabs->indexOf(windowPanel), MainWindow::tr("Window"));
    tabs->setTabText(tabs->indexOf(tags), QStringLiteral("DICOM")); // all four tabs have room
    tabs->setTabToolTip(tabs->indexOf(tags), MainWindow::tr("DICOM tags"));
    studyTabs->setTabText(studyTabs->indexOf(browser), MainWindow::tr("Open", "studies"));
    studyTabs->setTabText(studyTabs->indexOf(libraryPanel), MainWindow::tr("Library"));
    fitTabs();
    studyDock->setWindowTitle(MainWindow::tr("Study list"));
    analysisDock->setWindowTitle(MainWindow::tr("Analysis"));
    const AnalysisState& state = analysis.state();
    status->setDevice(state.analysis ? deviceText(state.analysis->device) : QString());
}

void MainWindow::Parts::fitTabs()
{
    // By a page each: a least width of the tab widgets themselves would overrule their contents.
    panel->setMinimumWidth(std::max(kAnalysisWidth - 16, tabs->tabBar()->sizeHint().width()));
    browser->setMinimumWidth(std::max(kLeastStudyWidth, studyTabs->tabBar()->sizeHint().width()));
}

void MainWindow::Parts::updateTitle()
{
    const ImagePtr& image = area->canvas().image();
    QString name = image ? patientNameText(image->data().text.patientName) : QString();
    if (image && !namesPatient(image->data().text)) {
        name = fromUtf8(toUtf8(viewer.shownPath().filename())); // all that tells whose it is
    }
    window.setWindowTitle(name.isEmpty() ? QStringLiteral("Nefes")
                                         : MainWindow::tr("%1 – Nefes", "patient").arg(name));
}

void MainWindow::Parts::updateRecent()
{
    QMenu& recent = menus->recent();
    recent.clear();
    for (const QString& path : settings.recentPaths) {
        recent.addAction(path, &context,
                         [this, path] { window.openPaths({pathFromUtf8(path.toStdString())}); });
    }
    recent.setEnabled(!settings.recentPaths.isEmpty());
}

void MainWindow::Parts::applyTheme()
{
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance())) {
        ui::applyTheme(*application, loadTheme(settings.theme), settings.scale);
        fitTabs();
    }
}

void MainWindow::Parts::applyLanguage(Language chosen)
{
    language.apply(chosen);
    settings.language = chosen;
    saveSettings();
}

void MainWindow::Parts::restoreLayout()
{
    window.resize(QSize(1280, 800).boundedTo(window.screen()->availableSize()));
    if (!settings.geometry.isEmpty()) {
        // Brings a window that would lie on a screen that is gone back to one that is there.
        window.restoreGeometry(settings.geometry);
    }
    if (!settings.layout.isEmpty()) {
        window.restoreState(settings.layout);
    }
    actions->action(ActionId::ShowStudies)->setChecked(!studyDock->isHidden());
    actions->action(ActionId::ShowAnalysis)->setChecked(!analysisDock->isHidden());
}

void MainWindow::Parts::arrangeParts()
{
    arrangeParts(isTrainingShown());
}

void MainWindow::Parts::arrangeParts(bool isTraining)
{
    const bool isBare = window.isFullScreen() && !isTraining && !m_isLeaving;
    // The panels beside the image belong to the viewer; they come back as they were.
    const bool hasPanels = !isTraining && !isBare;
    menus->setVisible(!isBare, hasPanels);
    studyDock->setVisible(hasPanels && actions->action(ActionId::ShowStudies)->isChecked());
    analysisDock->setVisible(hasPanels && actions->action(ActionId::ShowAnalysis)->isChecked());
    status->setVisible(!isBare);
    area->setImagesOnly(isBare);
}

void MainWindow::Parts::rememberLayout()
{
    m_isLeaving = true;
    arrangeParts();
    const bool wasTraining = isTrainingShown();
    showTraining(false); // the layout that is remembered is the viewer's
    settings.geometry = window.saveGeometry();
    settings.layout = window.saveState();
    settings.heatmap = heatmap.style();
    m_isLeaving = false;
    showTraining(wasTraining);
    arrangeParts();
    settings.openPaths.clear();
    for (const std::filesystem::path& path : m_openPaths) {
        settings.openPaths.append(fromUtf8(toUtf8(path)));
    }
    saveSettings();
}

void MainWindow::Parts::saveSettings()
{
    const Result<void> saved = saveWindowSettings(settings, services.settingsFile);
    if (!saved) {
        log(LogLevel::Warning, fmt::format("settings: {}", errorCodeName(saved.error().code)));
        status->showMessage(MainWindow::tr("The settings could not be kept on disk: %1")
                                .arg(errorText(saved.error().code)));
    }
}

} // namespace nefes::ui
