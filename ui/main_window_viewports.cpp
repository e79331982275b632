// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/length_dialogs.h"
#include "ui/main_window_p.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/viewer/canvas.h"
#include "ui/viewer/display_filter.h"

#include <QAction>
#include <QApplication>
#include <QScreen>

#include <algorithm>
#include <array>
#include <utility>

namespace nefes::ui {

namespace {

using enum ActionId;

struct LayoutChoice {
    ActionId id;
    GridLayout layout;
    const char* icon;
};
constexpr std::array<LayoutChoice, 5> kLayouts{{
    {Layout1x1, {1, 1}, "layout_1x1"},
    {Layout1x2, {1, 2}, "layout_1x2"},
    {Layout2x1, {2, 1}, "layout_2x1"},
    {Layout2x2, {2, 2}, "layout_2x2"},
    {Layout3x3, {3, 3}, "layout_3x3"},
}};

constexpr std::array<std::pair<ActionId, ColorMap>, 4> kColors{{
    {ColorGray, ColorMap::Gray},
    {ColorCividis, ColorMap::Cividis},
    {ColorInferno, ColorMap::Inferno},
    {ColorJet, ColorMap::Jet},
}};

double pixelsPerMm(const QWidget& window, const WindowSettings& settings)
{
    const QScreen* screen = window.screen();
    const auto known = settings.screenPixelsPerMm.find(screen->name());
    return known != settings.screenPixelsPerMm.end()
               ? known->second
               : screen->physicalDotsPerInchX() / kMmPerInch * window.devicePixelRatioF();
}

} // namespace

void MainWindow::Parts::connectViewports()
{
    viewer.onCanvas([this](Canvas& canvas) {
        drawings.addCanvas(canvas);
        heatmap.addCanvas(canvas);
        canvas.setTool(area->canvas().tool());
        canvas.setOverlayLevel(settings.overlays);
        canvas.setMagnifier(actions->action(Magnifier)->isChecked());
        auto* filter = new DisplayFilterRunner(canvas, services.operations, pool);
        connect(filter, &DisplayFilterRunner::finished, &context, [this] { checkIdle(); });
        connect(&canvas, &Canvas::pointerMoved, &context, [this, &canvas](const auto& point) {
            status->setPointer(canvas.image().get(), point);
        });
        connect(&canvas, &Canvas::viewChanged, &context, [this, &canvas] {
            if (&canvas == &area->canvas()) {
                updateViewActions();
            }
        });
        connect(&canvas, &Canvas::drawingSelected, &context, [this] { updateDrawingActions(); });
        connect(&canvas, &Canvas::menuRequested, &context,
                [this](QPoint position) { menus->context().popup(position); });
    });
    connect(&viewer, &ViewerPresenter::seriesChanged, &context,
            [this] { browser->setCurrent(currentSeries()); });
    connect(&viewer, &ViewerPresenter::canvasImageChanged, &context,
            [this](Canvas* canvas, const ImagePtr& image, const std::filesystem::path& path) {
                drawings.setImage(*canvas, image, path);
                presentations.setImage(*canvas, image);
                canvas->setKeyImage(image && keyImages.contains(drawingKey(*image, path)));
                updateWork();
            });
    connect(&viewer, &ViewerPresenter::imageChanged, &context, [this](const ImagePtr& image) {
        drawings.setCurrent(area->canvas());
        heatmap.setCurrent(area->canvas());
        windowing.setCanvas(area->canvas());
        heatmap.setImage(image);
        if (image) {
            showImages();
        }
        tags->setFile(image ? viewer.shownPath() : object->file());
        updateImageActions();
        updateLibraryActions();
        updateViewActions();
        updateLibraryActions();
        updateTitle();
        updateWork();
        if (image && !browser->isAncestorOf(QApplication::focusWidget())) {
            area->canvas().setFocus();
        }
    });
    connectLayoutActions();
}

void MainWindow::Parts::connectLayoutActions()
{
    for (const LayoutChoice& choice : kLayouts) {
        on(choice.id, [this, layout = choice.layout] { setGridLayout(layout); });
    }
    on(Maximise, [this] {
        ViewportGrid& grid = area->grid();
        grid.setMaximised(!grid.isMaximised());
        followGridLayout();
    });
    connect(&area->grid(), &ViewportGrid::maximisedChanged, &context,
            [this] { followGridLayout(); });
    const auto link = [this](ActionId id, bool WindowSettings::*setting, bool Links::*member) {
        actions->action(id)->setChecked(settings.*setting);
        on(id, [this, id, setting, member] {
            settings.*setting = actions->action(id)->isChecked();
            Links links = viewer.links();
            links.*member = settings.*setting;
            viewer.setLinks(links);
            saveSettings();
        });
    };
    link(LinkScroll, &WindowSettings::linksScroll, &Links::scroll);
    link(LinkZoom, &WindowSettings::linksZoom, &Links::zoom);
    link(LinkWindow, &WindowSettings::linksWindow, &Links::window);
    viewer.setLinks({.scroll = settings.linksScroll,
                     .zoom = settings.linksZoom,
                     .window = settings.linksWindow});
    on(HangRadiographs, [this] {
        if (!viewer.hang()) {
            status->showMessage(
                MainWindow::tr("Only radiographs (CR, DX) can be arranged by their views."),
                kMessageMs);
        }
        followGridLayout();
    });
    actions->action(HangByItself)->setChecked(settings.hangsByItself);
    on(HangByItself, [this] {
        settings.hangsByItself = actions->action(HangByItself)->isChecked();
        saveSettings();
    });
    on(Cine, [this] { viewer.setPlaying(actions->action(Cine)->isChecked()); });
    connect(&viewer, &ViewerPresenter::playingChanged, actions->action(Cine), &QAction::setChecked);
    on(Magnifier, [this] {
        const bool isOn = actions->action(Magnifier)->isChecked();
        viewer.applyToCanvases([isOn](Canvas& canvas) { canvas.setMagnifier(isOn); });
    });
    on(Sharpen, [this] {
        changeView([](ViewState& view, const DecodedImage&) {
            view.filters.sharpens = !view.filters.sharpens;
        });
    });
    on(Equalise, [this] {
        changeView([](ViewState& view, const DecodedImage&) {
            view.filters.equalises = !view.filters.equalises;
        });
    });
    for (const auto& [id, map] : kColors) {
        on(id, [this, chosen = map] {
            changeView(
                [chosen](ViewState& view, const DecodedImage&) { view.display.colorMap = chosen; });
        });
    }
    on(KeyImage, [this] {
        if (const ImagePtr& image = area->canvas().image()) {
            keyImages.toggle(drawingKey(*image, viewer.shownPath()));
        }
    });
    on(NextKeyImage, [this] {
        const bool isFound =
            viewer.showNext([this](const std::string& key) { return keyImages.contains(key); });
        if (!isFound) {
            status->showMessage(MainWindow::tr("No other key image is open."), kMessageMs);
        }
    });
    connect(&keyImages, &KeyImages::changed, &context, [this] {
        viewer.forEachShown([this](Canvas& canvas, const std::filesystem::path& path) {
            canvas.setKeyImage(canvas.image() &&
                               keyImages.contains(drawingKey(*canvas.image(), path)));
        });
        updateViewActions();
    });
    connect(&keyImages, &KeyImages::saveFailed, &book, &DrawingBook::saveFailed);
    on(TrueSize, [this] { showTrueSize(); });
    on(CalibrateMonitor, [this] {
        askScreenSize(&window, pixelsPerMm(window, settings), [this](double pixels) {
            settings.screenPixelsPerMm[window.screen()->name()] = pixels;
            saveSettings();
            showTrueSize();
        });
    });
    setGridLayout({.rows = settings.gridRows, .columns = settings.gridColumns});
}

void MainWindow::Parts::connectWindowPanel()
{
    windowing.setCanvas(area->canvas());
    connect(&windowing, &WindowPresenter::finished, &context, [this] { checkIdle(); });
    on(ShowWindowPanel, [this] { window.showPanel(QStringLiteral("window")); });
    connect(windowPanel, &WindowPanel::presetChosen, &context, [this](int number) {
        if (number < 0) {
            actions->action(PresetDefault)->trigger();
        } else {
            applyPreset(number);
        }
    });
    connect(windowPanel, &WindowPanel::presetSaved, &context,
            [this](const QString& name) { saveWindowAs(name); });
    connect(windowPanel, &WindowPanel::presetRemoved, &context, [this](int number) {
        const ImagePtr& image = area->canvas().image();
        const std::size_t before = 1 + windowPresets(image->data().text.modality).size();
        const std::size_t own = static_cast<std::size_t>(number) - before;
        const std::vector<std::size_t> known = ownPresets();
        if (own < known.size()) {
            settings.userPresets.erase(settings.userPresets.begin() +
                                       static_cast<std::ptrdiff_t>(known[own]));
            saveSettings();
            updatePresetTexts();
        }
    });
}

std::vector<std::size_t> MainWindow::Parts::ownPresets() const
{
    const ImagePtr& image = area->canvas().image();
    std::vector<std::size_t> known;
    for (std::size_t index = 0; image && index < settings.userPresets.size(); ++index) {
        if (settings.userPresets[index].isForCt == (image->data().text.modality == "CT")) {
            known.push_back(index);
        }
    }
    return known;
}

void MainWindow::Parts::saveWindowAs(const QString& name)
{
    const ImagePtr& image = area->canvas().image();
    if (!image) {
        return;
    }
    const VoiWindow shown = currentWindow(area->canvas().view().display, *image);
    UserPreset preset{.name = name,
                      .center = shown.center,
                      .width = shown.width,
                      .isRelative = false,
                      .isForCt = image->data().text.modality == "CT"};
    if (!preset.isForCt) {
        // As resolvePreset() reads it.
        const VoiWindow range = autoWindow(*image);
        const double part =
            (shown.center - (range.center - range.width / 2.0)) / std::max(range.width, 1e-9);
        preset.center = image->data().inverted ? 1.0 - part : part;
        preset.width = shown.width / std::max(range.width, 1e-9);
        preset.isRelative = true;
    }
    std::erase_if(settings.userPresets, [&preset](const UserPreset& other) {
        return other.name == preset.name && other.isForCt == preset.isForCt;
    });
    if (settings.userPresets.size() >= kUserPresetCount) {
        status->showMessage(
            MainWindow::tr("Remove a preset first: there is room for %1.").arg(kUserPresetCount),
            kMessageMs);
        return;
    }
    settings.userPresets.push_back(preset);
    saveSettings();
    updatePresetTexts();
}

void MainWindow::Parts::showTrueSize()
{
    changeView([this](ViewState& state, const DecodedImage& image) {
        const Canvas& canvas = area->canvas();
        const auto& spacing = canvas.calibration() ? canvas.calibration() : image.data().spacing;
        if (!spacing) {
            status->showMessage(MainWindow::tr("True size needs a pixel spacing: calibrate the "
                                               "image by a known length."),
                                kMessageMs);
            return;
        }
        const QSize size = canvas.deviceSize();
        const double zoom = pixelsPerMm(window, settings) * spacing->columnMm;
        zoomAt(state, image, size, {size.width() / 2.0, size.height() / 2.0}, zoom / state.zoom);
        const bool isMeasured = settings.screenPixelsPerMm.contains(window.screen()->name());
        status->showMessage(
            isMeasured ? MainWindow::tr("True size")
                       : MainWindow::tr("True size as the monitor states its own; measure the "
                                        "monitor to be sure (menu Image)."),
            kMessageMs);
    });
}

void MainWindow::Parts::showOnNextScreen()
{
    const QList<QScreen*> screens = QGuiApplication::screens();
    if (screens.size() < 2) {
        status->showMessage(MainWindow::tr("There is one monitor only."), kMessageMs);
        return;
    }
    const QScreen* now = window.screen();
    const QScreen* next = screens[(screens.indexOf(now) + 1) % screens.size()];
    const Qt::WindowStates states = window.windowState();
    // The same place and share of the other monitor.
    const QRect from = now->availableGeometry();
    const QRect to = next->availableGeometry();
    window.setWindowState(states & ~(Qt::WindowFullScreen | Qt::WindowMaximized));
    const QSize size = window.size().boundedTo(to.size());
    const QPoint place = to.topLeft() + window.pos() - from.topLeft();
    window.resize(size);
    window.move(std::clamp(place.x(), to.left(), to.right() - size.width() + 1),
                std::clamp(place.y(), to.top(), to.bottom() - size.height() + 1));
    window.setWindowState(states);
}

void MainWindow::Parts::hangByItself(const std::function<bool()>& hang,
                                     const std::function<void()>& otherwise)
{
    if (settings.hangsByItself && hang()) {
        m_isHungByItself = true;
        followGridLayout();
        return;
    }
    if (std::exchange(m_isHungByItself, false)) {
        // Back from the comparison that nobody asked for.
        setGridLayout({.rows = settings.gridRows, .columns = settings.gridColumns});
    }
    otherwise();
}

void MainWindow::Parts::setGridLayout(const GridLayout& layout)
{
    viewer.setGridLayout(layout);
    settings.gridRows = layout.rows;
    settings.gridColumns = layout.columns;
    m_isHungByItself = false;
    followGridLayout();
}

void MainWindow::Parts::followGridLayout()
{
    const ViewportGrid& grid = area->grid();
    for (const LayoutChoice& choice : kLayouts) {
        if (choice.layout == grid.gridLayout()) {
            actions->action(choice.id)->setChecked(true);
            menus->setLayoutIcon(themedIcon(QLatin1String(choice.icon)));
        }
    }
    actions->action(Maximise)->setChecked(grid.isMaximised());
    actions->action(Maximise)->setEnabled(grid.visibleCount() > 1);
    viewer.retranslate();
    updateViewActions();
}

void MainWindow::Parts::updateViewActions()
{
    const Canvas& canvas = area->canvas();
    const ViewState& view = canvas.view();
    const bool isGray = canvas.image() && !canvas.image()->isColor();
    actions->action(Invert)->setChecked(view.display.inverted);
    actions->action(Sharpen)->setChecked(view.filters.sharpens);
    actions->action(Equalise)->setChecked(view.filters.equalises);
    actions->action(Sharpen)->setEnabled(isGray && services.operations);
    actions->action(Equalise)->setEnabled(isGray && services.operations);
    for (const auto& [id, map] : kColors) {
        actions->action(id)->setEnabled(isGray);
        if (map == view.display.colorMap) {
            actions->action(id)->setChecked(true);
        }
    }
    actions->action(KeyImage)->setChecked(canvas.isKeyImage());
    actions->action(Cine)->setEnabled(viewer.imageCount() > 1);
}

} // namespace nefes::ui
