// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/cell_presenter.h"

#include "core/base/files.h"

#include "ui/text/format.h"
#include "ui/viewer/canvas.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace nefes::ui {

namespace {

/// So many images are decoded ahead, one in four of them behind the current one.
constexpr int kMostAhead = 48;

} // namespace

bool isSingleImage(const DecodedImage& image)
{
    constexpr std::array<std::string_view, 8> kStacks{"CT", "MR", "PT", "NM",
                                                      "US", "XA", "RF", "IVUS"};
    return image.data().frameCount <= 1 &&
           std::ranges::find(kStacks, image.data().text.modality) == kStacks.end();
}

void ViewMemory::remember(const ImageAddress& address, const DecodedImage& image,
                          const std::filesystem::path& series, const ViewState& view)
{
    m_views[isSingleImage(image) ? address.path : series] = view;
}

std::optional<ViewState> ViewMemory::recall(const ImageAddress& address, const DecodedImage& image,
                                            const std::filesystem::path& series) const
{
    const auto found = m_views.find(isSingleImage(image) ? address.path : series);
    return found == m_views.end() ? std::nullopt : std::optional(found->second);
}

CellPresenter::CellPresenter(Session& session, ImageStore& store, ViewportCell& cell,
                             ViewMemory& memory)
    : m_session(session)
    , m_loader(store)
    , m_cell(cell)
    , m_memory(memory)
{
    connect(&m_loader, &ImageLoader::loaded, this, &CellPresenter::show);
    connect(&m_loader, &ImageLoader::failed, this, &CellPresenter::showFailure);
    connect(&cell, &ViewportCell::seriesDropped, this, &CellPresenter::showFile);
}

void CellPresenter::followSession()
{
    const std::optional<ImageAddress> wanted =
        m_images.empty() ? std::nullopt : std::optional(m_images[m_index]);
    m_current.reset();
    m_images.clear();
    m_index = 0;
    if (!wanted) {
        return;
    }
    for (const SeriesAddress& address : m_session.allSeries()) {
        std::vector<ImageAddress> images = imagesOf(*m_session.series(address));
        const auto found = std::ranges::find(images, *wanted);
        if (found != images.end()) {
            m_current = address;
            m_index = static_cast<std::size_t>(found - images.begin());
            m_images = std::move(images);
            Q_EMIT seriesChanged();
            return;
        }
    }
    clear();
}

void CellPresenter::showNothing()
{
    rememberView();
    m_current.reset();
    m_images.clear();
    m_index = 0;
    clear();
}

void CellPresenter::clear()
{
    m_loader.cancel();
    m_shown.reset();
    m_cell.canvas().setImage(nullptr, {}, std::nullopt);
    m_cell.showEmpty();
    Q_EMIT seriesChanged();
    Q_EMIT imageChanged(nullptr);
}

void CellPresenter::showSeries(const SeriesAddress& address, std::size_t image)
{
    const study::Series* series = m_session.series(address);
    if (series == nullptr) {
        return;
    }
    if (m_current == address) {
        showImageAt(image);
        return;
    }
    rememberView();
    m_isSearching = false;
    m_current = address;
    m_images = imagesOf(*series);
    m_index = std::min(image, m_images.size() - 1);
    Q_EMIT seriesChanged();
    load();
}

void CellPresenter::showFile(const std::filesystem::path& file)
{
    for (const SeriesAddress& address : m_session.allSeries()) {
        const std::vector<ImageAddress> images = imagesOf(*m_session.series(address));
        const auto found = std::ranges::find(images, file, &ImageAddress::path);
        if (found != images.end()) {
            showSeries(address, static_cast<std::size_t>(found - images.begin()));
            m_isSearching = true;
            return;
        }
    }
}

void CellPresenter::stepImage(int steps)
{
    if (m_images.empty() || steps == 0) {
        return;
    }
    const int last = static_cast<int>(m_images.size()) - 1;
    m_goesBack = steps < 0;
    showImageAt(static_cast<std::size_t>(std::clamp(static_cast<int>(m_index) + steps, 0, last)));
}

void CellPresenter::playNext()
{
    if (m_images.size() > 1) {
        m_goesBack = false;
        showImageAt((m_index + 1) % m_images.size());
    }
}

void CellPresenter::showImageAt(std::size_t index)
{
    if (index != m_index && index < m_images.size()) {
        rememberView();
        m_index = index;
        m_loader.loadNext(m_images[m_index]);
    }
}

template <class IsSame>
void CellPresenter::stepGroup(int steps, IsSame isSame)
{
    const std::vector<SeriesAddress> all = m_session.allSeries();
    std::vector<SeriesAddress> first; // the first series of each group
    for (const SeriesAddress& address : all) {
        if (first.empty() || !isSame(first.back(), address)) {
            first.push_back(address);
        }
    }
    if (first.empty()) {
        return;
    }
    if (!m_current) {
        showSeries(first.front());
        return;
    }
    const auto here = std::ranges::find_if(
        first, [&](const SeriesAddress& address) { return isSame(address, *m_current); });
    const auto index = std::clamp<std::ptrdiff_t>((here - first.begin()) + steps, 0,
                                                  static_cast<std::ptrdiff_t>(first.size()) - 1);
    if (index != here - first.begin()) {
        showSeries(first[static_cast<std::size_t>(index)]);
    }
}

void CellPresenter::stepSeries(int steps)
{
    stepGroup(steps, [](const SeriesAddress& a, const SeriesAddress& b) { return a == b; });
}

void CellPresenter::stepStudy(int steps)
{
    stepGroup(steps, [](const SeriesAddress& a, const SeriesAddress& b) {
        return a.patient == b.patient && a.study == b.study;
    });
}

void CellPresenter::stepPatient(int steps)
{
    stepGroup(steps, [](const SeriesAddress& a, const SeriesAddress& b) {
        return a.patient == b.patient;
    });
}

void CellPresenter::rememberView()
{
    const ImagePtr& image = m_cell.canvas().image();
    if (image && m_shown) {
        m_memory.remember(*m_shown, *image, m_shownSeries, m_cell.canvas().view());
    }
}

void CellPresenter::load()
{
    m_loader.load(m_images[m_index]);
}

void CellPresenter::show(const ImageAddress& address, const ImagePtr& image)
{
    const auto place = std::ranges::find(m_images, address);
    if (place == m_images.end()) {
        return; // of a series that is not wanted any more
    }
    const std::filesystem::path& series = m_images.front().path;
    const bool isStack = !isSingleImage(*image) && m_shown && m_shownSeries == series;
    // A stack keeps its view while it is scrolled, as long as its images have one size.
    std::optional<ViewState> view;
    if (!isStack) {
        view = m_memory.recall(address, *image, series).value_or(initialView(*image));
    }
    m_shown = address;
    m_shownSeries = series;
    m_isSearching = false;
    const SeriesPosition position{.number = static_cast<int>(place - m_images.begin()) + 1,
                                  .count = static_cast<int>(m_images.size()),
                                  .fileName = fromUtf8(toUtf8(address.path.filename()))};
    m_cell.canvas().setImage(image, position, view);
    m_cell.showImage();
    Q_EMIT imageChanged(image);
    if (!m_loader.isLoading()) {
        decodeAhead(*image);
    }
}

void CellPresenter::decodeAhead(const DecodedImage& image)
{
    const std::size_t bytes = std::max<std::size_t>(image.byteCount(), 1);
    const int room =
        static_cast<int>(std::min<std::size_t>(ImageStore::kCacheBytes / 2 / bytes, kMostAhead));
    std::vector<ImageAddress> ahead;
    const auto add = [&](int offset) {
        const int place = static_cast<int>(m_index) + (m_goesBack ? -offset : offset);
        if (place >= 0 && place < static_cast<int>(m_images.size())) {
            ahead.push_back(m_images[static_cast<std::size_t>(place)]);
        }
    };
    for (int step = 1; step <= std::max(room, 1); ++step) {
        add(step);
        if (step % 4 == 0) {
            add(-step / 4);
        }
    }
    m_loader.decodeAhead(std::move(ahead));
}

void CellPresenter::showFailure(const ImageAddress& address, const Error& error)
{
    m_session.addFailure({.path = address.path, .error = error});
    if (m_isSearching && m_current && !m_shown) {
        const SeriesAddress failed = *m_current;
        stepSeries(1);
        if (m_current != failed) {
            m_isSearching = true;
            return;
        }
    }
    rememberView();
    m_shown.reset();
    m_cell.canvas().setImage(nullptr, {}, std::nullopt);
    m_cell.showFailure(address.path, error);
    Q_EMIT imageChanged(nullptr);
}

} // namespace nefes::ui
