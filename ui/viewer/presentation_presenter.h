// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/presentation_state.h"

#include "ui/bridge/presentation_store.h"
#include "ui/viewer/canvas.h"
#include "ui/viewer/view_state.h"

#include <QObject>
#include <QSize>

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace nefes::ui {

/// The view that a state asks for (PS3.4 N.2): its window or VOI LUT, inversion, rotation, flip and
/// displayed area.
[[nodiscard]] ViewState presentedView(const PresentationState& state, const DecodedImage& image,
                                      QSize canvas);

/// Shows every image as the latest presentation state for it says, unless the reader chose another
/// one or none for its series. What the reader then changes stays as it is for any image.
class PresentationPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit PresentationPresenter(PresentationStore& store);

    void addCanvas(Canvas& canvas);
    /// After the canvas has got the image; null: none.
    void setImage(Canvas& canvas, const ImagePtr& image);
    /// For every image of the series that the state names; an empty path: no state at all.
    void choose(const std::string& seriesUid, const std::filesystem::path& file);
    /// File of the state that the canvas shows; empty: none.
    [[nodiscard]] std::filesystem::path shownOn(const Canvas& canvas) const;
    [[nodiscard]] const PresentationStore& store() const { return m_store; }

private:
    struct Shown {
        std::filesystem::path file; ///< of the state; empty: without
        std::string seriesUid;      ///< of the image
        /// What the canvas showed before a state changed it; for the images of a stack that the
        /// state does not name.
        std::optional<ViewState> before;
    };
    /// `asksAgain` also changes a view that the reader may have changed since.
    void present(Canvas& canvas, bool asksAgain);
    [[nodiscard]] std::optional<StoredPresentation> wantedOn(const DecodedImage& image) const;

    PresentationStore& m_store;
    std::map<Canvas*, Shown> m_shown;                      ///< every canvas
    std::map<std::string, std::filesystem::path> m_chosen; ///< by series
    /// Frames whose view was set by a state, so that coming back keeps what the reader made of it.
    std::set<std::pair<std::string, std::filesystem::path>> m_applied;
};

} // namespace nefes::ui
