// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewer_presenter.h"

#include "ui/viewer/canvas.h"

#include <algorithm>

namespace nefes::ui {

ViewerPresenter::ViewerPresenter(Session& session, ImageLoader& loader, ViewerArea& area)
    : m_session(session)
    , m_loader(loader)
    , m_area(area)
{
    connect(&m_session, &Session::patientsChanged, this, &ViewerPresenter::followSession);
    connect(&m_loader, &ImageLoader::loaded, this, &ViewerPresenter::show);
    connect(&m_loader, &ImageLoader::failed, this, &ViewerPresenter::showFailure);
    connect(&m_area.canvas(), &Canvas::scrollRequested, this, &ViewerPresenter::stepImage);
}

void ViewerPresenter::followSession()
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
    m_loader.clear();
    m_shown.reset();
    m_area.canvas().setImage(nullptr, {}, std::nullopt);
    m_area.showEmpty();
    Q_EMIT seriesChanged();
    Q_EMIT imageChanged(nullptr);
}

void ViewerPresenter::clear()
{
    rememberView();
    m_loader.cancel();
    m_isSearching = false;
    m_current.reset();
    m_images.clear();
    m_index = 0;
    m_shown.reset();
    m_area.canvas().setImage(nullptr, {}, std::nullopt);
    Q_EMIT imageChanged(nullptr);
}

void ViewerPresenter::showSeries(const SeriesAddress& address)
{
    const study::Series* series = m_session.series(address);
    if (series == nullptr || m_current == address) {
        return;
    }
    rememberView();
    m_isSearching = false;
    m_current = address;
    m_images = imagesOf(*series);
    m_index = 0;
    Q_EMIT seriesChanged();
    load();
}

void ViewerPresenter::showFile(const std::filesystem::path& file)
{
    for (const SeriesAddress& address : m_session.allSeries()) {
        const std::vector<ImageAddress> images = imagesOf(*m_session.series(address));
        const auto found = std::ranges::find(images, file, &ImageAddress::path);
        if (found != images.end()) {
            showSeries(address);
            stepImage(static_cast<int>(found - images.begin()) - static_cast<int>(m_index));
            m_isSearching = true;
            return;
        }
    }
}

void ViewerPresenter::stepImage(int steps)
{
    if (m_images.empty()) {
        return;
    }
    const int last = static_cast<int>(m_images.size()) - 1;
    const int index = std::clamp(static_cast<int>(m_index) + steps, 0, last);
    if (index != static_cast<int>(m_index)) {
        m_index = static_cast<std::size_t>(index);
        load();
    }
}

template <class IsSame>
void ViewerPresenter::stepGroup(int steps, IsSame isSame)
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

void ViewerPresenter::stepSeries(int steps)
{
    stepGroup(steps, [](const SeriesAddress& a, const SeriesAddress& b) { return a == b; });
}

void ViewerPresenter::stepStudy(int steps)
{
    stepGroup(steps, [](const SeriesAddress& a, const SeriesAddress& b) {
        return a.patient == b.patient && a.study == b.study;
    });
}

void ViewerPresenter::stepPatient(int steps)
{
    stepGroup(steps, [](const SeriesAddress& a, const SeriesAddress& b) {
        return a.patient == b.patient;
    });
}

void ViewerPresenter::rememberView()
{
    Canvas& canvas = m_area.canvas();
    if (canvas.image() && !m_images.empty()) {
        m_views[m_images.front().path] = canvas.view();
    }
}

void ViewerPresenter::load()
{
    m_loader.load(m_images[m_index]);
}

void ViewerPresenter::show(const ImageAddress& address, const ImagePtr& image)
{
    if (m_images.empty() || address != m_images[m_index]) {
        return;
    }
    const auto isInSeries = [this](const ImageAddress& other) {
        return std::ranges::find(m_images, other) != m_images.end();
    };
    std::optional<ViewState> view;
    if (!m_shown || !isInSeries(*m_shown)) {
        const auto known = m_views.find(m_images.front().path);
        view = known == m_views.end() ? initialView(*image) : known->second;
    }
    m_shown = address;
    m_isSearching = false;
    const SeriesPosition position{.number = static_cast<int>(m_index) + 1,
                                  .count = static_cast<int>(m_images.size())};
    m_area.canvas().setImage(image, position, view);
    m_area.showImage();
    Q_EMIT imageChanged(image);
    if (m_index + 1 < m_images.size()) {
        m_loader.decodeAhead(m_images[m_index + 1]);
    }
}

void ViewerPresenter::showFailure(const ImageAddress& address, const Error& error)
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
    m_shown.reset();
    m_area.canvas().setImage(nullptr, {}, std::nullopt);
    m_area.showFailure(address.path, error);
    Q_EMIT imageChanged(nullptr);
}

} // namespace nefes::ui
