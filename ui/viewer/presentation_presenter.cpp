// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/presentation_presenter.h"

#include <algorithm>
#include <memory>

namespace nefes::ui {

namespace {

std::string frameKey(const DecodedImage& image)
{
    return image.data().text.sopInstanceUid + '#' + std::to_string(image.data().frame);
}

/// Zooms so that the area fills the canvas.
void fitArea(ViewState& view, const DecodedImage& image, QSize canvas, const DisplayedArea& area)
{
    double width = area.bottomRight.x - area.topLeft.x;
    double height = (area.bottomRight.y - area.topLeft.y) * image.data().pixelAspect;
    const bool isWhole = area.topLeft.x <= 0.0 && area.topLeft.y <= 0.0 &&
                         area.bottomRight.x >= image.width() &&
                         area.bottomRight.y >= image.height();
    if (isWhole || !(width > 0.0) || !(height > 0.0)) {
        return;
    }
    if (view.turn.a == 0) {
        std::swap(width, height);
    }
    view.isFitted = false;
    view.zoom = std::clamp(std::min(canvas.width() / width, canvas.height() / height),
                           kSmallestZoom, kLargestZoom);
    view.center = {std::clamp((area.topLeft.x + area.bottomRight.x) / 2.0, 0.0,
                              static_cast<double>(image.width())),
                   std::clamp((area.topLeft.y + area.bottomRight.y) / 2.0, 0.0,
                              static_cast<double>(image.height()))};
}

} // namespace

ViewState presentedView(const PresentationState& state, const DecodedImage& image, QSize canvas)
{
    ViewState view = initialView(image);
    for (int degrees = 0; degrees < state.rotationDegrees; degrees += 90) {
        rotateRight(view);
    }
    if (state.isFlipped) {
        flipHorizontally(view);
    }
    if (state.modality) {
        view.display.modality = std::make_shared<const ModalityTransform>(*state.modality);
    }
    const std::string& uid = image.data().text.sopInstanceUid;
    const int frame = image.data().frame;
    if (const PresentationVoi* voi = voiOf(state, uid, frame)) {
        if (voi->lut) {
            view.display.voi = std::make_shared<const LookupTable>(*voi->lut);
        } else if (voi->window) {
            view.display.voi = *voi->window;
        }
    }
    // The state speaks of the values before any inversion of the image's own.
    view.display.inverted = !image.isColor() && state.isInverted != image.data().inverted;
    fitView(view, image, canvas);
    if (const DisplayedArea* area = areaOf(state, uid, frame)) {
        fitArea(view, image, canvas, *area);
    }
    return view;
}

PresentationPresenter::PresentationPresenter(PresentationStore& store)
    : m_store(store)
{
    connect(&m_store, &PresentationStore::changed, this, [this] {
        std::erase_if(m_applied, [this](const auto& applied) {
            return m_store.stateIn(applied.second) == nullptr;
        });
        for (auto& [canvas, shown] : m_shown) {
            present(*canvas, false);
        }
    });
}

void PresentationPresenter::addCanvas(Canvas& canvas)
{
    m_shown[&canvas] = {};
}

void PresentationPresenter::setImage(Canvas& canvas, const ImagePtr& image)
{
    Shown& shown = m_shown[&canvas];
    const std::string series = image ? image->data().text.seriesUid : std::string();
    if (series != shown.seriesUid) {
        shown = {.file = {}, .seriesUid = series, .before = {}};
    }
    present(canvas, false);
}

void PresentationPresenter::choose(const std::string& seriesUid, const std::filesystem::path& file)
{
    m_chosen[seriesUid] = file;
    for (auto& [canvas, shown] : m_shown) {
        if (shown.seriesUid == seriesUid) {
            present(*canvas, true);
        }
    }
}

std::filesystem::path PresentationPresenter::shownOn(const Canvas& canvas) const
{
    const auto found =
        std::ranges::find_if(m_shown, [&](const auto& entry) { return entry.first == &canvas; });
    return found == m_shown.end() ? std::filesystem::path() : found->second.file;
}

std::optional<StoredPresentation> PresentationPresenter::wantedOn(const DecodedImage& image) const
{
    const std::vector<StoredPresentation> states = m_store.statesOf(image);
    if (states.empty()) {
        return std::nullopt;
    }
    const auto chosen = m_chosen.find(image.data().text.seriesUid);
    if (chosen == m_chosen.end()) {
        return states.front();
    }
    if (chosen->second.empty()) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(states, chosen->second, &StoredPresentation::file);
    return found == states.end() ? states.front() : *found;
}

void PresentationPresenter::present(Canvas& canvas, bool asksAgain)
{
    const ImagePtr& image = canvas.image();
    if (!image) {
        return;
    }
    Shown& shown = m_shown[&canvas];
    const std::optional<StoredPresentation> wanted = wantedOn(*image);
    const std::filesystem::path file = wanted ? wanted->file : std::filesystem::path();
    // Of two images of a stack that share their view, one may have a state and the other none.
    const bool isOther = shown.file != file;
    const bool wasPresented = !shown.file.empty();
    shown.file = file;
    canvas.setPresentation(wanted ? wanted->state : nullptr);
    if (wanted) {
        const bool isFirst = m_applied.emplace(frameKey(*image), file).second;
        if (isFirst || (isOther && (asksAgain || shown.before))) {
            if (!wasPresented) {
                shown.before = canvas.view();
            }
            canvas.setView(presentedView(*wanted->state, *image, canvas.deviceSize()));
        }
    } else if (wasPresented) {
        canvas.setView(asksAgain ? initialView(*image)
                                 : shown.before.value_or(initialView(*image)));
    }
}

} // namespace nefes::ui
