// SPDX-License-Identifier: GPL-3.0-or-later
// What linked viewports do when the selected one is scrolled, zoomed or windowed.
#include "ui/viewer/viewer_presenter.h"

#include <algorithm>

namespace nefes::ui {

namespace {

bool isSameStudy(const SeriesAddress& a, const SeriesAddress& b)
{
    return a.patient == b.patient && a.study == b.study;
}

} // namespace

void ViewerPresenter::forEachOther(int cell, const std::function<void(CellPresenter&)>& act)
{
    for (int other = 0; other < m_area.grid().visibleCount(); ++other) {
        if (other != cell) {
            act(presenter(other));
        }
    }
}

void ViewerPresenter::setLinks(const Links& links)
{
    m_links = links;
    m_followers.clear();
    updateLinkNotes();
}

void ViewerPresenter::scroll(int cell, int steps)
{
    if (cell == m_area.grid().selected()) {
        setPlaying(false);
    }
    const std::size_t before = presenter(cell).index();
    presenter(cell).stepImage(steps);
    followScroll(cell, before);
}

void ViewerPresenter::followScroll(int cell, std::size_t before)
{
    const CellPresenter& leader = presenter(cell);
    const auto& address = leader.current();
    if (!m_links.scroll || !address || leader.index() == before) {
        return;
    }
    const study::Series* led = m_session.series(*address);
    for (int index = 0; index < m_area.grid().visibleCount(); ++index) {
        CellPresenter& other = presenter(index);
        const auto& otherAddress = other.current();
        if (index == cell || !otherAddress) {
            continue;
        }
        const study::Series* series = m_session.series(*otherAddress);
        if (led == nullptr || series == nullptr) {
            continue;
        }
        const auto slice =
            m_followers[index].follow(*led, before, leader.index(), *series, other.index(),
                                      isSameStudy(*address, *otherAddress));
        other.stepImage(slice ? static_cast<int>(*slice) - static_cast<int>(other.index())
                              : static_cast<int>(leader.index()) - static_cast<int>(before));
    }
}

void ViewerPresenter::updateLinkNotes()
{
    const auto& leader = current();
    const bool canLead = m_links.scroll && selected().images().size() > 1;
    const study::Series* led = canLead && leader ? m_session.series(*leader) : nullptr;
    for (int index = 0; index < static_cast<int>(m_cells.size()); ++index) {
        CellPresenter& other = presenter(index);
        QString note;
        const auto& address = other.current();
        const study::Series* series = address ? m_session.series(*address) : nullptr;
        if (leader && address && led != nullptr && series != nullptr &&
            index != m_area.grid().selected() && other.images().size() > 1) {
            switch (scrollLink(*led, *series, isSameStudy(*leader, *address))) {
            case ScrollLink::Position:
                note = tr("Scrolls along: same position");
                break;
            case ScrollLink::Distance:
                note = tr("Scrolls along: same distance");
                break;
            case ScrollLink::Steps:
                note = tr("Scrolls along: image by image");
                break;
            }
        }
        other.cell().canvas().setLinkNote(note);
    }
}

const VoiWindow& ViewerPresenter::rangeOf(const ImagePtr& image)
{
    std::erase_if(m_ranges, [](const auto& entry) { return entry.first.expired(); });
    auto found = m_ranges.find(image);
    if (found == m_ranges.end()) {
        found = m_ranges.emplace(image, autoWindow(*image)).first;
    }
    return found->second;
}

void ViewerPresenter::followView(int cell, const ViewState& before)
{
    const Canvas& leader = presenter(cell).cell().canvas();
    if (!leader.image()) {
        return;
    }
    const ViewState& after = leader.view();
    const bool isZoomed = after.zoom != before.zoom || after.center.x != before.center.x ||
                          after.center.y != before.center.y || after.isFitted != before.isFitted;
    const bool isToned = !isSameDisplay(after.display, before.display);
    forEachOther(cell, [&](CellPresenter& other) {
        Canvas& canvas = other.cell().canvas();
        if (!canvas.image()) {
            return;
        }
        ViewState view = canvas.view();
        if (m_links.zoom && isZoomed) {
            view = followZoom({canvas.view(), *canvas.image()}, {before, *leader.image()}, after);
        }
        if (m_links.window && isToned) {
            const ValueRanges ranges{.own = rangeOf(canvas.image()),
                                     .leader = rangeOf(leader.image())};
            view.display =
                followWindow({canvas.view(), *canvas.image()}, {after, *leader.image()}, ranges);
        }
        if ((m_links.zoom && isZoomed) || (m_links.window && isToned)) {
            canvas.setView(view);
        }
    });
}

} // namespace nefes::ui
