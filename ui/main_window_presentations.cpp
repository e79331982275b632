// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/presentation_state.h"

#include "ui/main_window_p.h"
#include "ui/text/object_text.h"
#include "ui/viewer/canvas.h"

#include <QAction>
#include <QActionGroup>

#include <algorithm>

namespace nefes::ui {

void MainWindow::Parts::connectPresentations()
{
    QAction* graphics = actions->action(ActionId::ShowGraphics);
    graphics->setChecked(true);
    viewer.onCanvas([this, graphics](Canvas& canvas) {
        presentations.addCanvas(canvas);
        canvas.setGraphicsVisible(graphics->isChecked());
    });
    on(ActionId::ShowGraphics, [this, graphics] {
        viewer.applyToCanvases(
            [graphics](Canvas& canvas) { canvas.setGraphicsVisible(graphics->isChecked()); });
    });
    connect(&menus->presentations(), &QMenu::aboutToShow, &context,
            [this] { fillPresentationMenu(); });
    connect(&presentationStore, &PresentationStore::changed, &context, [this] {
        // A state that was chosen before it had been read.
        if (!object->file().empty()) {
            showPresented(object->file());
        }
        checkIdle();
    });
}

bool MainWindow::Parts::showPresented(const std::filesystem::path& file)
{
    const auto state = presentationStore.stateIn(file);
    if (!state) {
        return false;
    }
    for (const SeriesAddress& address : session.allSeries()) {
        const study::Series& series = *session.series(address);
        const auto found = std::ranges::find_if(series.files, [&](const FileSummary& image) {
            return std::ranges::any_of(state->images, [&](const ImageReference& reference) {
                return reference.sopInstanceUid == image.text.sopInstanceUid;
            });
        });
        if (found != series.files.end()) {
            presentations.choose(found->text.seriesUid, file);
            const std::filesystem::path image = found->path;
            showImages();
            viewer.showFile(image);
            browser->setCurrent(viewer.current());
            updateWork();
            return true;
        }
    }
    return false;
}

void MainWindow::Parts::fillPresentationMenu()
{
    QMenu& menu = menus->presentations();
    menu.clear();
    const ImagePtr& image = area->canvas().image();
    const std::vector<StoredPresentation> states =
        image ? presentationStore.statesOf(*image) : std::vector<StoredPresentation>();
    if (states.empty()) {
        menu.addAction(MainWindow::tr("None for this image"))->setEnabled(false);
        return;
    }
    const std::filesystem::path shown = presentations.shownOn(area->canvas());
    auto* group = new QActionGroup(&menu);
    const auto add = [&](const QString& text, const std::filesystem::path& file) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(file == shown);
        group->addAction(action);
        connect(action, &QAction::triggered, &context,
                [this, series = image->data().text.seriesUid, file] {
                    presentations.choose(series, file);
                });
    };
    add(MainWindow::tr("The image as its file says"), {});
    for (const StoredPresentation& stored : states) {
        add(presentationText(*stored.state), stored.file);
    }
}

} // namespace nefes::ui
