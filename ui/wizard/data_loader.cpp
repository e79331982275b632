// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/data_loader.h"

#include "core/base/known.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/wizard/wizard_state.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace nefes::ui {

DataLoader::DataLoader(WizardState& state, const Services& services, QThreadPool& pool,
                       QObject* parent)
    : QObject(parent)
    , m_state(state)
    , m_services(services)
    , m_pool(pool)
    , m_scanTask(pool, this)
    , m_decodeTask(pool, this)
    , m_selectTask(pool, this)
{
    connect(&m_state, &WizardState::foldersChanged, this, &DataLoader::scan);
}

bool DataLoader::hasBadFolder() const
{
    return m_survey && std::ranges::any_of(m_survey->folders, [](const ScannedFolder& folder) {
               return folder.error.has_value();
           });
}

bool DataLoader::hasImages() const
{
    return m_survey && std::ranges::any_of(m_survey->folders, [](const ScannedFolder& folder) {
               return !folder.entries.empty();
           });
}

QString DataLoader::emptySplit() const
{
    const ml::Dataset& dataset = known(m_selected).dataset;
    for (const std::string& name : dataset.classes) {
        for (const ml::Split split : {ml::Split::Train, ml::Split::Validation}) {
            const bool hasSome =
                std::ranges::any_of(dataset.entries, [&](const ml::DatasetEntry& entry) {
                    return entry.label == name && entry.split == split;
                });
            if (!hasSome) {
                return split == ml::Split::Train
                           ? tr("No image of \"%1\" is left for training. Give validation and test "
                                "a smaller share, or add images.")
                                 .arg(fromUtf8(name))
                           : tr("No image of \"%1\" is in the validation split. Give it a larger "
                                "share, or add images.")
                                 .arg(fromUtf8(name));
            }
        }
    }
    return {};
}

QString DataLoader::problem() const
{
    if (m_state.folders().empty()) {
        return tr("Choose a folder of labelled images to begin with.");
    }
    if (!m_survey || m_scanTask.isRunning()) {
        return tr("The folders are being read.");
    }
    if (hasBadFolder()) {
        return tr("A folder cannot be used: mend it or take it out of the list.");
    }
    if (m_selectionError) {
        switch (m_selectionError->code) {
        case ErrorCode::DatasetEmpty:
            return tr("No image is left. Tick at least two classes, or choose another folder.");
        case ErrorCode::DatasetInvalid:
            return tr("There is only one class, \"%1\". A network learns differences: it needs two "
                      "classes or more.")
                .arg(fromUtf8(m_selectionError->detail));
        default:
            return errorText(m_selectionError->code);
        }
    }
    if (m_decodeTask.isRunning()) {
        return tr("The images are being checked.");
    }
    if (m_decodeError && m_decodeError->code == ErrorCode::DatasetEmpty) {
        return tr("Not one of the files can be read as an image.");
    }
    if (m_decodeError && m_decodeError->code != ErrorCode::Cancelled) {
        return errorText(m_decodeError->code);
    }
    if (!m_selected || !m_isSelectionNew) {
        return tr("The images are being checked.");
    }
    return emptySplit();
}

void DataLoader::scanIfGone()
{
    runInBackground(
        m_pool, this,
        [folders = m_state.folders()] {
            return std::ranges::all_of(folders, [](const std::filesystem::path& folder) {
                std::error_code error;
                return std::filesystem::is_directory(folder, error);
            });
        },
        [this](bool areThere) {
            if (!areThere) {
                scan();
            }
        });
}

void DataLoader::scan()
{
    m_decodeTask.cancel();
    m_selectTask.cancel();
    m_survey.reset();
    m_selected.reset();
    m_selectionError.reset();
    m_decodeError.reset();
    std::vector<ScannedFolder> waiting;
    for (const std::filesystem::path& folder : m_state.folders()) {
        waiting.push_back({.path = folder, .entries = {}, .error = {}});
    }
    Q_EMIT foldersListed(waiting);
    if (m_state.folders().empty()) {
        m_scanTask.cancel();
        m_state.setDataset(std::nullopt);
        Q_EMIT selectionChanged();
        return;
    }
    m_scanTask.start(
        [folders = m_state.folders()](const std::stop_token& stop) {
            return scanFolders(folders, stop);
        },
        [this](std::vector<ScannedFolder> folders) { takeFolders(std::move(folders)); });
    Q_EMIT selectionChanged();
}

void DataLoader::takeFolders(std::vector<ScannedFolder> folders)
{
    auto survey = std::make_shared<DataSurvey>();
    survey->folders = std::move(folders);
    m_survey = std::move(survey);
    Q_EMIT foldersListed(m_survey->folders);
    select();
    decode();
}

void DataLoader::decode()
{
    if (!hasImages() || !m_services.training.reader || !m_services.training.operations) {
        return;
    }
    Q_EMIT progressed(0, 0);
    m_decodeTask.start(
        [this, folders = m_survey->folders, services = &m_services.training,
         guard = QPointer<QObject>(this)](const std::stop_token& stop) {
            const Progress progress = [this, guard, stop](std::size_t done, std::size_t total) {
                postToContext(guard, [this, stop, done, total] {
                    if (!stop.stop_requested()) {
                        Q_EMIT progressed(done, total);
                    }
                });
            };
            return decodeFolders(folders, *services, progress, stop);
        },
        [this](Result<std::shared_ptr<const DataSurvey>> survey) {
            if (survey) {
                m_survey = std::move(*survey);
            } else {
                m_decodeError = std::move(survey).error();
            }
            select();
        });
    Q_EMIT changed();
}

void DataLoader::cancelDecoding()
{
    m_decodeTask.cancel();
    m_decodeError = Error{ErrorCode::Cancelled, "cancelled"};
    Q_EMIT changed();
    select();
}

void DataLoader::select()
{
    if (!m_survey) {
        return;
    }
    m_isSelectionNew = false;
    m_selectTask.start(
        [survey = m_survey, settings = m_state.recipe().data, seed = m_state.recipe().seed](
            const std::stop_token&) { return selectData(*survey, settings, seed); },
        [this](Result<SelectedData> selected) { takeSelection(std::move(selected)); });
    Q_EMIT changed();
}

void DataLoader::takeSelection(Result<SelectedData> selected)
{
    m_isSelectionNew = true;
    if (selected) {
        m_selected = std::move(*selected);
        m_selectionError.reset();
    } else {
        m_selected.reset();
        m_selectionError = std::move(selected).error();
    }
    const bool isUsable = m_selected && problem().isEmpty();
    m_state.setDataset(isUsable ? std::optional(m_selected->dataset) : std::nullopt);
    Q_EMIT selectionChanged();
}

} // namespace nefes::ui
