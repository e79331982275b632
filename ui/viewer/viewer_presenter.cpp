// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewer_presenter.h"

#include "ui/measure/drawing_file.h"
#include "ui/text/format.h"
#include "ui/viewer/cine_bar.h"
#include "ui/viewer/hanging.h"

#include <algorithm>
#include <set>

namespace nefes::ui {

namespace {

QString patientText(const study::Patient& patient)
{
    const QString name = patientNameText(patient.name);
    return joined({name, fromUtf8(patient.id)});
}

} // namespace

ViewerPresenter::ViewerPresenter(Session& session, ImageStore& store, ViewerArea& area)
    : m_session(session)
    , m_store(store)
    , m_area(area)
{
    ViewportGrid& grid = m_area.grid();
    connect(&grid, &ViewportGrid::cellAdded, this, &ViewerPresenter::addCell);
    connect(&grid, &ViewportGrid::selectedChanged, this, [this] {
        setPlaying(false);
        Q_EMIT seriesChanged();
        Q_EMIT imageChanged(m_area.canvas().image());
        updateCine();
        updateLinkNotes();
    });
    for (int index = 0; index < grid.visibleCount(); ++index) {
        addCell(index);
    }
    connect(&m_session, &Session::patientsChanged, this, &ViewerPresenter::followSession);
    CineBar& bar = m_area.cineBar();
    connect(&bar, &CineBar::playClicked, this, [this] { setPlaying(!isPlaying()); });
    connect(&bar, &CineBar::imageChosen, this,
            [this](int index) { stepImage(index - static_cast<int>(selected().index())); });
    connect(&bar, &CineBar::rateChanged, this,
            [this](double rate) { m_cine.setInterval(static_cast<int>(1000.0 / rate)); });
    connect(&m_cine, &QTimer::timeout, this, &ViewerPresenter::playNext);
    m_cine.setTimerType(Qt::PreciseTimer);
    m_area.showEmpty();
}

ViewerPresenter::~ViewerPresenter() = default;

void ViewerPresenter::addCell(int index)
{
    ViewportCell& cell = m_area.grid().cell(index);
    m_cells.push_back(std::make_unique<CellPresenter>(m_session, m_store, cell, m_memory));
    CellPresenter& added = *m_cells.back();
    cell.showEmpty();
    connect(&added, &CellPresenter::imageChanged, this,
            [this, index](const ImagePtr& image) { followImage(index, image); });
    connect(&added, &CellPresenter::seriesChanged, this, [this, index] {
        if (index == m_area.grid().selected()) {
            Q_EMIT seriesChanged();
        }
    });
    Canvas& canvas = cell.canvas();
    connect(&canvas, &Canvas::scrollRequested, this,
            [this, index](int steps) { scroll(index, steps); });
    connect(&canvas, &Canvas::viewEdited, this,
            [this, index](const ViewState& before) { followView(index, before); });
    for (const auto& prepare : m_hooks) {
        prepare(canvas);
    }
}

void ViewerPresenter::onCanvas(std::function<void(Canvas&)> prepare)
{
    applyToCanvases(prepare);
    m_hooks.push_back(std::move(prepare));
}

void ViewerPresenter::applyToCanvases(const std::function<void(Canvas&)>& act)
{
    for (const auto& cell : m_cells) {
        act(cell->cell().canvas());
    }
}

CellPresenter& ViewerPresenter::selected() const
{
    return presenter(m_area.grid().selected());
}

const std::optional<SeriesAddress>& ViewerPresenter::current() const
{
    return selected().current();
}

std::filesystem::path ViewerPresenter::shownPath() const
{
    return selected().shownPath();
}

void ViewerPresenter::followSession()
{
    for (const auto& cell : m_cells) {
        cell->followSession();
    }
    if (m_session.patients().empty()) {
        m_store.cache().clear();
        m_memory.clear();
        m_ranges.clear();
    }
    updateComparison();
}

void ViewerPresenter::followImage(int cell, const ImagePtr& image)
{
    const bool isAnyShown = std::ranges::any_of(
        m_cells, [](const auto& presenter) { return !presenter->cell().isEmpty(); });
    if (isAnyShown) {
        m_area.showGrid();
    } else {
        m_area.showEmpty();
    }
    Q_EMIT canvasImageChanged(&presenter(cell).cell().canvas(), image, presenter(cell).shownPath());
    updateComparison();
    if (cell == m_area.grid().selected()) {
        Q_EMIT imageChanged(image);
        updateCine();
    }
}

void ViewerPresenter::stepImage(int steps)
{
    scroll(m_area.grid().selected(), steps);
}

void ViewerPresenter::setGridLayout(const GridLayout& layout)
{
    const int before = m_area.grid().visibleCount();
    m_area.grid().setGridLayout(layout);
    for (int cell = layout.count(); cell < before; ++cell) {
        presenter(cell).showNothing();
    }
    fillEmptyCells();
    updateComparison();
}

void ViewerPresenter::fillEmptyCells()
{
    const auto& selected = current();
    if (!selected) {
        return;
    }
    std::vector<SeriesAddress> shown;
    for (int cell = 0; cell < m_area.grid().visibleCount(); ++cell) {
        if (const auto& address = presenter(cell).current()) {
            shown.push_back(*address);
        }
    }
    // The series of the same patient that come after the selected one, in the order of the list.
    std::vector<SeriesAddress> next;
    const std::vector<SeriesAddress> all = m_session.allSeries();
    for (auto place = std::ranges::find(all, *selected); place != all.end(); ++place) {
        if (place->patient == selected->patient &&
            std::ranges::find(shown, *place) == shown.end()) {
            next.push_back(*place);
        }
    }
    auto take = next.begin();
    for (int cell = 0; cell < m_area.grid().visibleCount() && take != next.end(); ++cell) {
        if (!presenter(cell).current()) {
            presenter(cell).showSeries(*take++);
        }
    }
}

bool ViewerPresenter::hang()
{
    const auto& address = current();
    const auto plan = address ? hangRadiographs(m_session.patients(), *address) : std::nullopt;
    if (!plan) {
        return false;
    }
    m_area.grid().setGridLayout(plan->layout);
    for (std::size_t cell = 0; cell < m_cells.size(); ++cell) {
        const auto place = cell < plan->cells.size() ? plan->cells[cell] : std::nullopt;
        if (place) {
            m_cells[cell]->showSeries(place->series, place->image);
        } else {
            m_cells[cell]->showNothing();
        }
    }
    m_area.grid().select(0);
    updateComparison();
    return true;
}

bool ViewerPresenter::hangWithPrior(const SeriesAddress& address)
{
    const auto plan = hangRadiographs(m_session.patients(), address);
    if (!plan || !plan->hasPrior) {
        return false;
    }
    m_area.grid().select(0);
    selected().showSeries(address);
    return hang();
}

bool ViewerPresenter::hangWithPrior(const std::filesystem::path& file)
{
    for (const SeriesAddress& address : m_session.allSeries()) {
        const auto& files = m_session.series(address)->files;
        if (std::ranges::find(files, file, &FileSummary::path) != files.end()) {
            return hangWithPrior(address);
        }
    }
    return false;
}

void ViewerPresenter::showFile(const std::filesystem::path& file)
{
    selected().showFile(file);
    leaveOtherPatients();
}

void ViewerPresenter::stepPatient(int steps)
{
    selected().stepPatient(steps);
    leaveOtherPatients();
}

void ViewerPresenter::leaveOtherPatients()
{
    const auto& address = current();
    if (!address) {
        return;
    }
    const std::size_t patient = address->patient;
    forEachOther(m_area.grid().selected(), [patient](CellPresenter& other) {
        if (const auto& shown = other.current(); shown && shown->patient != patient) {
            other.showNothing();
        }
    });
    fillEmptyCells();
}

void ViewerPresenter::forEachShown(
    const std::function<void(Canvas&, const std::filesystem::path&)>& act)
{
    for (int cell = 0; cell < m_area.grid().visibleCount(); ++cell) {
        act(presenter(cell).cell().canvas(), presenter(cell).shownPath());
    }
}

bool ViewerPresenter::showNext(const std::function<bool(const std::string& key)>& isWanted)
{
    struct Place {
        SeriesAddress series;
        std::size_t image = 0;
    };
    std::vector<Place> wanted;
    std::size_t next = 0; // of wanted, the first after what is shown
    for (const SeriesAddress& address : m_session.allSeries()) {
        std::size_t image = 0;
        for (const FileSummary& file : m_session.series(address)->files) {
            for (int frame = 0; frame < std::max(file.frameCount, 1); ++frame, ++image) {
                const bool isShown = current() == address && selected().index() == image;
                if (isShown) {
                    next = wanted.size();
                } else if (isWanted(drawingKey(file.text.sopInstanceUid, file.path, frame))) {
                    wanted.push_back({.series = address, .image = image});
                }
            }
        }
    }
    if (wanted.empty()) {
        return false;
    }
    const Place& place = wanted[next % wanted.size()];
    selected().showSeries(place.series, place.image);
    return true;
}

void ViewerPresenter::updateComparison()
{
    const std::vector<study::Patient>& patients = m_session.patients();
    std::vector<SeriesAddress> studies; // the first shown series of each study
    std::set<std::size_t> shownPatients;
    const auto isSameStudy = [](const SeriesAddress& a) {
        return [a](const SeriesAddress& b) {
            return a.patient == b.patient && a.study == b.study;
        };
    };
    const auto isSeen = [this](int cell) {
        const ViewportGrid& grid = m_area.grid();
        return cell < grid.visibleCount() && (!grid.isMaximised() || cell == grid.selected());
    };
    for (int cell = 0; cell < m_area.grid().visibleCount(); ++cell) {
        const auto& address = presenter(cell).current();
        if (!address || !isSeen(cell)) {
            continue;
        }
        shownPatients.insert(address->patient);
        if (std::ranges::none_of(studies, isSameStudy(*address))) {
            studies.push_back(*address);
        }
    }
    const bool hasMixedPatients = shownPatients.size() > 1;
    for (int cell = 0; cell < static_cast<int>(m_cells.size()); ++cell) {
        const auto& address = presenter(cell).current();
        if (studies.size() < 2 || !address || !isSeen(cell)) {
            presenter(cell).cell().setStudyMark(std::nullopt);
            continue;
        }
        const study::Patient& patient = patients[address->patient];
        const study::Study& study = patient.studies[address->study];
        QString role;
        const auto isNewerShown = [&](const SeriesAddress& other) {
            return other.patient == address->patient && other.study < address->study &&
                   patient.studies[other.study].date > study.date;
        };
        const auto isOlderShown = [&](const SeriesAddress& other) {
            return other.patient == address->patient && other.study > address->study &&
                   patient.studies[other.study].date < study.date;
        };
        if (std::ranges::any_of(studies, isNewerShown)) {
            role = tr("prior");
        } else if (std::ranges::any_of(studies, isOlderShown)) {
            role = tr("current");
        }
        const auto place = std::ranges::find_if(studies, isSameStudy(*address)) - studies.begin();
        presenter(cell).cell().setStudyMark(
            StudyMark{.color = static_cast<int>(place) % kStudyColorCount,
                      .text = joined({hasMixedPatients ? patientText(patient) : QString(), role,
                                      dateText(study.date), fromUtf8(study.description)})});
    }
    QString warning;
    if (hasMixedPatients) {
        QStringList names;
        for (const std::size_t patient : shownPatients) {
            const QString name = patientText(patients[patient]);
            names.append(name.isEmpty() ? tr("pictures without a patient") : name);
        }
        warning =
            tr("Different patients side by side: %1").arg(names.join(QStringLiteral("  |  ")));
    }
    m_area.setPatientWarning(warning);
    updateLinkNotes();
}

void ViewerPresenter::updateCine()
{
    const CellPresenter& shown = selected();
    const auto count = static_cast<int>(shown.images().size());
    const ImagePtr& image = m_area.canvas().image();
    CineBar& bar = m_area.cineBar();
    // Pictures that only lie in one folder are no film, unless the reader plays them.
    const auto& address = shown.current();
    const study::Series* series = address ? m_session.series(*address) : nullptr;
    const bool isFilm = series == nullptr || !series->isLoose() || isPlaying();
    bar.setVisible(count > 1 && image != nullptr && isFilm);
    if (count <= 1) {
        setPlaying(false);
        return;
    }
    bar.setPosition(static_cast<int>(shown.index()), count);
    const auto rate = image ? image->data().framesPerSecond : std::nullopt;
    if (rate && !isPlaying()) {
        bar.setRate(std::clamp(*rate, kSlowestRate, kFastestRate));
    }
}

void ViewerPresenter::setPlaying(bool playing)
{
    const bool plays = playing && selected().images().size() > 1;
    if (plays == isPlaying()) {
        if (playing != plays) {
            Q_EMIT playingChanged(plays);
        }
        return;
    }
    if (plays) {
        m_cine.start(static_cast<int>(1000.0 / m_area.cineBar().rate()));
    } else {
        m_cine.stop();
    }
    m_area.cineBar().setPlaying(plays);
    updateCine();
    Q_EMIT playingChanged(plays);
}

void ViewerPresenter::playNext()
{
    // A frame that is not there yet is waited for, not skipped.
    if (selected().isLoading()) {
        return;
    }
    const std::size_t before = selected().index();
    selected().playNext();
    followScroll(m_area.grid().selected(), before);
}

bool ViewerPresenter::isLoading() const
{
    return std::ranges::any_of(m_cells, [](const auto& cell) { return cell->isLoading(); });
}

void ViewerPresenter::cancelLoading()
{
    for (const auto& cell : m_cells) {
        cell->cancelLoading();
    }
}

void ViewerPresenter::retranslate()
{
    updateComparison();
}

} // namespace nefes::ui
