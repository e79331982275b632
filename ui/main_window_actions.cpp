// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "core/image/display.h"

#include "ml/package_files.h"

#include "ui/dialogs/dialogs.h"
#include "ui/help/help_window.h"
#include "ui/main_window_p.h"
#include "ui/text/format.h"
#include "ui/text/preset_text.h"
#include "ui/viewer/canvas.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>

#include <algorithm>

namespace nefes::ui {

namespace {

using enum ActionId;

constexpr double kOpacityStep = 0.1;
constexpr double kZoomStep = 1.25;
constexpr std::size_t kMostOpenPaths = 2000;

/// 1 is the window from the image's own values, the named presets follow.
std::optional<VoiSelection> presetWindow(int number, const DecodedImage& image)
{
    if (number == 0) {
        return autoWindow(image);
    }
    const auto& presets = windowPresets(image.data().text.modality);
    const auto index = static_cast<std::size_t>(number) - 1;
    return index < presets.size()
               ? std::optional<VoiSelection>(resolvePreset(presets[index], image))
               : std::nullopt;
}

} // namespace

void MainWindow::Parts::connectFileActions()
{
    const auto openFiles = [this] {
        openDialog(false);
    };
    const auto openSample = [this] {
        window.openPaths({services.samplePath});
    };
    on(OpenFiles, openFiles);
    on(OpenFolder, [this] { openDialog(true); });
    on(OpenSample, openSample);
    connect(area, &ViewerArea::openClicked, &context, openFiles);
    connect(area, &ViewerArea::sampleClicked, &context, openSample);
    connect(area, &ViewerArea::trainClicked, &context, [this] { showTraining(true); });
    actions->action(OpenSample)->setVisible(!services.samplePath.empty());
    on(CloseAll, [this] {
        thumbnails.cancel();
        session.closeAll();
        m_openPaths.clear();
        updateWork();
    });
    on(Quit, [this] { window.close(); });
}

void MainWindow::Parts::openDialog(bool isFolder)
{
    auto* dialog = new QFileDialog(&window, isFolder ? MainWindow::tr("Open folder")
                                                     : MainWindow::tr("Open files"));
    dialog->setObjectName(QStringLiteral("openDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    if (!settings.recentPaths.isEmpty()) {
        dialog->setDirectory(QFileInfo(settings.recentPaths.front()).absolutePath());
    }
    connect(dialog, &QFileDialog::filesSelected, &context, [this](const QStringList& files) {
        std::vector<std::filesystem::path> paths;
        for (const QString& file : files) {
            paths.push_back(pathFromUtf8(file.toStdString()));
        }
        window.openPaths(paths);
    });
    dialog->open();
}

void MainWindow::Parts::noteOpened(const std::vector<std::filesystem::path>& paths)
{
    for (const std::filesystem::path& path : paths) {
        std::error_code ignored;
        const std::filesystem::path place = std::filesystem::absolute(path, ignored);
        std::erase(m_openPaths, place);
        m_openPaths.push_back(place);
    }
    // A long day: what was opened last comes back.
    if (m_openPaths.size() > kMostOpenPaths) {
        m_openPaths.erase(m_openPaths.begin(),
                          m_openPaths.end() - static_cast<std::ptrdiff_t>(kMostOpenPaths));
    }
}

void MainWindow::Parts::reopenStudies()
{
    if (!settings.reopensStudies || settings.openPaths.isEmpty()) {
        return;
    }
    std::vector<std::filesystem::path> paths;
    for (const QString& path : settings.openPaths) {
        paths.push_back(pathFromUtf8(path.toStdString()));
    }
    // A folder on a network that is gone must not hold up the start.
    runInBackground(
        pool, &context,
        [paths = std::move(paths)]() mutable {
            std::erase_if(paths, [](const std::filesystem::path& path) {
                std::error_code ignored;
                return !std::filesystem::exists(path, ignored);
            });
            return paths;
        },
        [this](const std::vector<std::filesystem::path>& present) {
            if (!present.empty() && session.patients().empty() && !session.isScanning()) {
                noteOpened(present);
                session.open(present);
            }
        });
}

void MainWindow::Parts::changeView(
    const std::function<void(ViewState&, const DecodedImage&)>& change)
{
    Canvas& canvas = area->canvas();
    if (canvas.image()) {
        ViewState view = canvas.view();
        change(view, *canvas.image());
        canvas.editView(view);
    }
}

void MainWindow::Parts::connectToolActions()
{
    const auto tool = [this](ActionId id, Tool kind) {
        on(id, [this, kind] {
            viewer.applyToCanvases([kind](Canvas& canvas) { canvas.setTool(kind); });
        });
    };
    tool(ToolWindow, Tool::Window);
    tool(ToolPan, Tool::Pan);
    tool(ToolZoom, Tool::Zoom);
    tool(ToolScroll, Tool::Scroll);
    tool(ToolLength, Tool::Length);
    tool(ToolAngle, Tool::Angle);
    tool(ToolCobb, Tool::CobbAngle);
    tool(ToolRectangle, Tool::Rectangle);
    tool(ToolEllipse, Tool::Ellipse);
    tool(ToolRatio, Tool::CardiothoracicRatio);
    tool(ToolFreehand, Tool::Freehand);
    tool(ToolProbe, Tool::Probe);
    tool(ToolText, Tool::Text);
    tool(ToolArrow, Tool::Arrow);
    actions->action(ToolWindow)->setChecked(true);
    on(LeaveTool, [this] {
        if (area->canvas().cancelDrawing()) {
            return;
        }
        if (area->grid().isMaximised()) {
            area->grid().setMaximised(false);
            return;
        }
        if (window.isFullScreen()) {
            actions->action(FullScreen)->trigger();
        }
        actions->action(ToolWindow)->trigger();
    });
    const auto view = [this](ActionId id, auto change) {
        on(id, [this, change] {
            changeView([change](ViewState& state, const DecodedImage&) { change(state); });
        });
    };
    view(RotateRight, [](ViewState& state) { rotateRight(state); });
    view(RotateLeft, [](ViewState& state) { rotateLeft(state); });
    view(FlipHorizontal, [](ViewState& state) { flipHorizontally(state); });
    view(FlipVertical, [](ViewState& state) { flipVertically(state); });
    view(ZoomFit, [](ViewState& state) { state.isFitted = true; });
    view(Invert, [](ViewState& state) { state.display.inverted = !state.display.inverted; });
    const auto zoom = [this](ActionId id, auto factorOf) {
        on(id, [this, factorOf] {
            changeView([this, factorOf](ViewState& state, const DecodedImage& image) {
                const QSize size = area->canvas().deviceSize();
                zoomAt(state, image, size, {size.width() / 2.0, size.height() / 2.0},
                       factorOf(state));
            });
        });
    };
    zoom(ZoomOneToOne, [](const ViewState& state) { return 1.0 / state.zoom; });
    zoom(ZoomIn, [](const ViewState&) { return kZoomStep; });
    zoom(ZoomOut, [](const ViewState&) { return 1.0 / kZoomStep; });
    on(ResetView, [this] {
        changeView([this](ViewState& state, const DecodedImage& image) {
            const auto shown = presentationStore.stateIn(presentations.shownOn(area->canvas()));
            state = shown ? presentedView(*shown, image, area->canvas().deviceSize())
                          : initialView(image);
        });
    });
    on(PresetDefault, [this] {
        changeView([](ViewState& state, const DecodedImage& image) {
            state.display.voi = defaultVoi(image);
        });
    });
    for (const ActionEntry& entry : ActionRegistry::entries()) {
        if (const int number = ActionRegistry::presetNumber(entry.id); number >= 0) {
            on(entry.id, [this, number] { applyPreset(number); });
        }
    }
}

void MainWindow::Parts::applyPreset(int number)
{
    changeView([this, number](ViewState& state, const DecodedImage& image) {
        if (const auto preset = presetWindow(number, image)) {
            state.display.voi = *preset;
            return;
        }
        const std::size_t own =
            static_cast<std::size_t>(number) - 1 - windowPresets(image.data().text.modality).size();
        if (const auto known = ownPresets(); own < known.size()) {
            const UserPreset& preset = settings.userPresets[known[own]];
            state.display.voi = resolvePreset({.id = {},
                                               .center = preset.center,
                                               .width = preset.width,
                                               .isRelative = preset.isRelative},
                                              image);
        }
    });
}

void MainWindow::Parts::connectViewActions()
{
    on(CycleOverlays, [this] { cycleOverlays(); });
    on(PreviousImage, [this] { viewer.stepImage(-1); });
    on(NextImage, [this] { viewer.stepImage(1); });
    on(PreviousSeries, [this] { viewer.stepSeries(-1); });
    on(NextSeries, [this] { viewer.stepSeries(1); });
    on(PreviousStudy, [this] { viewer.stepStudy(-1); });
    on(NextStudy, [this] { viewer.stepStudy(1); });
    const auto stepPatient = [this](int steps) {
        viewer.stepPatient(steps);
        if (viewer.current()) {
            hangByItself([this] { return viewer.hangWithPrior(*viewer.current()); }, [] {});
        }
    };
    on(PreviousPatient, [stepPatient] { stepPatient(-1); });
    on(NextPatient, [stepPatient] { stepPatient(1); });
    const auto dock = [this](ActionId id, QDockWidget* target) {
        on(id, [this, id, target] { target->setVisible(actions->action(id)->isChecked()); });
    };
    dock(ShowStudies, studyDock);
    dock(ShowAnalysis, analysisDock);
    on(ShowTraining, [this] { showTraining(actions->action(ShowTraining)->isChecked()); });
    on(ShowTags, [this] { window.showPanel(QStringLiteral("tags")); });
    on(FullScreen, [this] { window.setWindowState(window.windowState() ^ Qt::WindowFullScreen); });
    on(NextScreen, [this] { showOnNextScreen(); });
    const auto theme = [this](ActionId id, ThemeId wanted) {
        actions->action(id)->setChecked(settings.theme == wanted);
        on(id, [this, wanted] {
            settings.theme = wanted;
            applyTheme();
            saveSettings();
        });
    };
    theme(ThemeDark, ThemeId::Dark);
    theme(ThemeLight, ThemeId::Light);
    const auto speak = [this](ActionId id, Language wanted) {
        actions->action(id)->setChecked(language.language() == wanted);
        on(id, [this, wanted] { window.setLanguage(wanted); });
    };
    speak(LanguageEnglish, Language::English);
    speak(LanguageTurkish, Language::Turkish);
    on(ShortcutSheet, [this] {
        auto* open = window.findChild<HelpWindow*>();
        if (open == nullptr) {
            open = new HelpWindow(
                *actions, [this] { return languageCode(language.language()); }, &window);
        }
        open->show();
        open->raise();
        open->activateWindow();
    });
}

void MainWindow::Parts::cycleOverlays()
{
    switch (settings.overlays) {
    case OverlayLevel::All:
        settings.overlays = OverlayLevel::Minimal;
        break;
    case OverlayLevel::Minimal:
        settings.overlays = OverlayLevel::None;
        break;
    case OverlayLevel::None:
        settings.overlays = OverlayLevel::All;
        break;
    }
    viewer.applyToCanvases([this](Canvas& canvas) { canvas.setOverlayLevel(settings.overlays); });
}

void MainWindow::Parts::connectAnalysisActions()
{
    QAction* toggle = actions->action(HeatmapToggle);
    on(HeatmapToggle, [this, toggle] { heatmap.setVisible(toggle->isChecked()); });
    connect(&heatmap, &HeatmapPresenter::visibleChanged, toggle, &QAction::setChecked);
    on(HeatmapMoreOpaque, [this] { heatmap.changeOpacity(kOpacityStep); });
    on(HeatmapLessOpaque, [this] { heatmap.changeOpacity(-kOpacityStep); });
    on(NextFinding, [this] { heatmap.nextFinding(); });
    on(AnalyseAgain, [this] { analysis.analyseAgain(); });
    connect(panel, &AnalysisPanel::analyseClicked, &analysis, &AnalysisService::analyseAgain);
    QAction* byItself = actions->action(AnalyseByItself);
    byItself->setChecked(settings.analysesByItself);
    on(AnalyseByItself, [this, byItself] {
        settings.analysesByItself = byItself->isChecked();
        analysis.setRunsByItself(settings.analysesByItself);
        saveSettings();
    });
    on(ModelCard, [this] { showCard(); });
    connect(panel, &AnalysisPanel::modelChosen, &context,
            [this](const std::string& id) { useModel(id); });
    connect(panel, &AnalysisPanel::cardClicked, &context, [this] { showCard(); });
    connect(&analysis, &AnalysisService::stateChanged, &context,
            [this] { actions->action(ModelCard)->setEnabled(analysis.state().model.has_value()); });
    actions->action(ModelCard)->setEnabled(false);
}

void MainWindow::Parts::useModel(const std::string& id)
{
    settings.model = fromUtf8(id);
    saveSettings();
    applyModel();
}

void MainWindow::Parts::applyModel()
{
    analysis.choose(settings.model.toStdString(), settings.device.value_or(services.device));
}

void MainWindow::Parts::showCard()
{
    const AnalysisState& state = analysis.state();
    if (!state.model) {
        return;
    }
    const QString title = localised(state.model->title);
    runInBackground(
        pool, &context,
        [file = modelCardFile(state.model->folder)] {
            return readTextFile(file, ml::kMaxCardBytes);
        },
        [this, title](const Result<std::string>& text) {
            showModelCard(&window, title,
                          text ? fromUtf8(*text) : MainWindow::tr("This model has no card."));
        });
}

void MainWindow::Parts::updateImageActions()
{
    const bool hasImage = area->canvas().image() != nullptr;
    for (const ActionId id : {ZoomFit,           ZoomOneToOne,      ZoomIn,
                              ZoomOut,           RotateRight,       RotateLeft,
                              FlipHorizontal,    FlipVertical,      Invert,
                              ResetView,         PresetDefault,     HeatmapToggle,
                              HeatmapMoreOpaque, HeatmapLessOpaque, NextFinding,
                              AnalyseAgain,      ExportView,        CopyView,
                              PrintView,         TrueSize,          Sharpen,
                              Equalise,          ColorGray,         ColorCividis,
                              ColorInferno,      ColorJet,          KeyImage,
                              HangRadiographs}) {
        actions->action(id)->setEnabled(hasImage);
    }
    updatePresetTexts();
    updateDrawingActions();
}

void MainWindow::Parts::updatePresetTexts()
{
    const ImagePtr& image = area->canvas().image();
    QStringList names{MainWindow::tr("Automatic (1–99 %)")};
    for (const WindowPreset& preset :
         windowPresets(image ? image->data().text.modality : std::string())) {
        names.append(presetText(preset.id));
    }
    const auto firstOwn = static_cast<int>(names.size());
    for (const std::size_t own : ownPresets()) {
        names.append(settings.userPresets[own].name);
    }
    windowPanel->setPresets(names, firstOwn);
    for (const ActionEntry& entry : ActionRegistry::entries()) {
        const int number = ActionRegistry::presetNumber(entry.id);
        if (number < 0) {
            continue;
        }
        QAction* action = actions->action(entry.id);
        const bool isKnown = number < names.size();
        action->setVisible(isKnown);
        action->setEnabled(isKnown && image != nullptr);
        if (isKnown) {
            action->setText(names[number]);
        }
    }
}

} // namespace nefes::ui
