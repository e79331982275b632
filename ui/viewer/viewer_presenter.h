// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/image_loader.h"
#include "ui/bridge/session.h"
#include "ui/viewer/canvas.h"
#include "ui/viewer/cell_presenter.h"
#include "ui/viewer/linking.h"
#include "ui/viewer/scroll_link.h"
#include "ui/viewer/viewer_area.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace nefes::ui {

/// Leads the viewports: what the reader does goes to the selected one, and from there, where they
/// are linked, to the others. Tells which studies are compared and when patients differ.
class ViewerPresenter final : public QObject
{
    Q_OBJECT

public:
    ViewerPresenter(Session& session, ImageStore& store, ViewerArea& area);
    ~ViewerPresenter() override;

    /// Calls `prepare` for every canvas that there is and for each that comes.
    void onCanvas(std::function<void(Canvas&)> prepare);
    /// Calls it for every canvas that there is.
    void applyToCanvases(const std::function<void(Canvas&)>& act);

    // To the selected viewport
    /// Shows no image: something else stands in the middle of the window.
    void clear() { selected().showNothing(); }
    void showSeries(const SeriesAddress& address) { selected().showSeries(address); }
    /// As CellPresenter::showFile().
    void showFile(const std::filesystem::path& file);
    void stepImage(int steps);
    void stepSeries(int steps) { selected().stepSeries(steps); }
    void stepStudy(int steps) { selected().stepStudy(steps); }
    void stepPatient(int steps);
    [[nodiscard]] const std::optional<SeriesAddress>& current() const;
    [[nodiscard]] std::filesystem::path shownPath() const;
    /// Of the series in the selected viewport.
    [[nodiscard]] int imageCount() const { return static_cast<int>(selected().images().size()); }
    /// Every visible canvas with the file that it shows.
    void forEachShown(const std::function<void(Canvas&, const std::filesystem::path&)>& act);
    /// Goes on to the next open image whose drawingKey() is wanted, from the last to the first;
    /// false when there is none but the one that is shown.
    bool showNext(const std::function<bool(const std::string& key)>& isWanted);

    /// New cells take the series that follow.
    void setGridLayout(const GridLayout& layout);
    void setLinks(const Links& links);
    [[nodiscard]] const Links& links() const { return m_links; }
    /// Arranges the radiographs of the patient, see hangRadiographs(); false when there is nothing
    /// to arrange.
    bool hang();
    /// The same when the study has a prior, or is one; false otherwise.
    bool hangWithPrior(const SeriesAddress& address);
    bool hangWithPrior(const std::filesystem::path& file);
    void setPlaying(bool playing);
    [[nodiscard]] bool isPlaying() const { return m_cine.isActive(); }

    [[nodiscard]] bool isLoading() const;
    void cancelLoading();
    /// After a change of the language.
    void retranslate();

Q_SIGNALS:
    /// Of the selected viewport; also when another one is selected. Null: none is shown.
    void seriesChanged();
    void imageChanged(const nefes::ImagePtr& image);
    /// Of any viewport.
    void canvasImageChanged(nefes::ui::Canvas* canvas, const nefes::ImagePtr& image,
                            const std::filesystem::path& path);
    void playingChanged(bool playing);

private:
    [[nodiscard]] CellPresenter& selected() const;
    [[nodiscard]] CellPresenter& presenter(int cell) const
    {
        return *m_cells[static_cast<std::size_t>(cell)];
    }
    void addCell(int index);
    void followSession();
    void followImage(int cell, const ImagePtr& image);
    void followView(int cell, const ViewState& before);
    void scroll(int cell, int steps);
    /// Leads the linked viewports after this one went on from the image `before`.
    void followScroll(int cell, std::size_t before);
    /// Says in the other viewports how they are led.
    void updateLinkNotes();
    void fillEmptyCells();
    /// Other patients must not stay beside the one that was chosen.
    void leaveOtherPatients();
    void updateComparison();
    void updateCine();
    void playNext();
    [[nodiscard]] const VoiWindow& rangeOf(const ImagePtr& image);
    void forEachOther(int cell, const std::function<void(CellPresenter&)>& act);

    Session& m_session;
    ImageStore& m_store;
    ViewerArea& m_area;
    ViewMemory m_memory;
    std::vector<std::unique_ptr<CellPresenter>> m_cells;
    std::vector<std::function<void(Canvas&)>> m_hooks;
    Links m_links;
    std::map<int, ScrollFollower> m_followers; ///< by their cell
    std::map<std::weak_ptr<const DecodedImage>, VoiWindow, std::owner_less<>> m_ranges;
    QTimer m_cine;
};

} // namespace nefes::ui
