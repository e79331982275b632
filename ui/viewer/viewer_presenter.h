// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/image_loader.h"
#include "ui/bridge/session.h"
#include "ui/viewer/view_state.h"
#include "ui/viewer/viewer_area.h"

#include <QObject>

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace nefes::ui {

/// Decides which image is shown: moves through images, series, studies and patients, asks the
/// loader and hands the answer to the viewer area.
class ViewerPresenter final : public QObject
{
    Q_OBJECT

public:
    ViewerPresenter(Session& session, ImageLoader& loader, ViewerArea& area);

    /// Finds the address anew after the session was regrouped; shows nothing when it is gone.
    void followSession();
    /// Shows no image: something else stands in the middle of the window.
    void clear();
    void showSeries(const SeriesAddress& address);
    /// Shows this file, if the session has it; when it cannot be read, the first series after it
    /// that can.
    void showFile(const std::filesystem::path& file);
    void stepImage(int steps);
    void stepSeries(int steps);
    void stepStudy(int steps);
    void stepPatient(int steps);

    [[nodiscard]] const std::optional<SeriesAddress>& current() const { return m_current; }

    /// The file of the image that is shown; empty when there is none.
    [[nodiscard]] std::filesystem::path shownPath() const
    {
        return m_shown ? m_shown->path : std::filesystem::path();
    }

Q_SIGNALS:
    void seriesChanged();
    /// Null: none is shown.
    void imageChanged(const nefes::ImagePtr& image);

private:
    void load();
    void show(const ImageAddress& address, const ImagePtr& image);
    void showFailure(const ImageAddress& address, const Error& error);
    void rememberView();
    /// Moves to the first series of the next group, groups being told apart by `isSame`.
    template <class IsSame>
    void stepGroup(int steps, IsSame isSame);

    Session& m_session;
    ImageLoader& m_loader;
    ViewerArea& m_area;
    std::optional<SeriesAddress> m_current;
    std::vector<ImageAddress> m_images; ///< of the current series
    std::size_t m_index = 0;
    std::optional<ImageAddress> m_shown;
    bool m_isSearching = false; ///< after showFile(), until an image was shown
    std::map<std::filesystem::path, ViewState> m_views; ///< by the first file of the series
};

} // namespace nefes::ui
