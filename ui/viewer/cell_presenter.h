// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/image_loader.h"
#include "ui/bridge/session.h"
#include "ui/viewer/view_state.h"
#include "ui/viewer/viewport_cell.h"

#include <QObject>

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <vector>

namespace nefes::ui {

/// How images were shown when they were left. Radiographs and pictures are remembered one by one,
/// the images of a stack together: a rotation is meant for all of them.
class ViewMemory
{
public:
    void remember(const ImageAddress& address, const DecodedImage& image,
                  const std::filesystem::path& series, const ViewState& view);
    [[nodiscard]] std::optional<ViewState> recall(const ImageAddress& address,
                                                  const DecodedImage& image,
                                                  const std::filesystem::path& series) const;
    void clear() { m_views.clear(); }

private:
    std::map<std::filesystem::path, ViewState> m_views;
};

/// Whether each image is looked at by itself, as radiographs are, not as one of a stack.
[[nodiscard]] bool isSingleImage(const DecodedImage& image);

/// Decides which image one viewport shows: moves through images, series, studies and patients, asks
/// the loader and hands the answer to the cell.
class CellPresenter final : public QObject
{
    Q_OBJECT

public:
    CellPresenter(Session& session, ImageStore& store, ViewportCell& cell, ViewMemory& memory);

    /// Finds the address anew after the session was regrouped; shows nothing when it is gone.
    void followSession();
    void showSeries(const SeriesAddress& address, std::size_t image = 0);
    /// Shows this file, if the session has it; when it cannot be read, the first series after it
    /// that can.
    void showFile(const std::filesystem::path& file);
    void showNothing();
    void stepImage(int steps);
    /// As stepImage(); from the last image to the first.
    void playNext();
    void showImageAt(std::size_t index);
    void stepSeries(int steps);
    void stepStudy(int steps);
    void stepPatient(int steps);

    [[nodiscard]] ViewportCell& cell() { return m_cell; }
    [[nodiscard]] const std::optional<SeriesAddress>& current() const { return m_current; }
    [[nodiscard]] const std::vector<ImageAddress>& images() const { return m_images; }
    [[nodiscard]] std::size_t index() const { return m_index; }
    [[nodiscard]] bool isLoading() const { return m_loader.isLoading(); }
    void cancelLoading() { m_loader.cancel(); }
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
    void decodeAhead(const DecodedImage& image);
    void clear();
    /// Moves to the first series of the next group, groups being told apart by `isSame`.
    template <class IsSame>
    void stepGroup(int steps, IsSame isSame);

    Session& m_session;
    ImageLoader m_loader;
    ViewportCell& m_cell;
    ViewMemory& m_memory;
    std::optional<SeriesAddress> m_current;
    std::vector<ImageAddress> m_images; ///< of the current series
    std::size_t m_index = 0;
    bool m_goesBack = false; ///< the last step was towards the first image
    std::optional<ImageAddress> m_shown;
    std::filesystem::path m_shownSeries; ///< first file of the series that m_shown is from
    bool m_isSearching = false;          ///< after showFile(), until an image was shown
};

} // namespace nefes::ui
