// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/presentation_store.h"

#include "ui/text/object_text.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace nefes::ui {

namespace {

std::set<std::filesystem::path> stateFiles(const std::vector<study::Patient>& patients)
{
    std::set<std::filesystem::path> files;
    for (const study::Patient& patient : patients) {
        for (const study::Study& study : patient.studies) {
            for (const study::Series& series : study.series) {
                for (const FileSummary& file : series.files) {
                    if (!file.hasImage &&
                        objectKind(file.sopClassUid) == ObjectKind::PresentationState) {
                        files.insert(file.path);
                    }
                }
            }
        }
    }
    return files;
}

} // namespace

PresentationStore::PresentationStore(const ObjectServices& services, QThreadPool& pool)
    : m_services(services)
    , m_pool(pool)
{
}

void PresentationStore::follow(const std::vector<study::Patient>& patients)
{
    const std::set<std::filesystem::path> files = stateFiles(patients);
    std::erase_if(m_known, [&](const auto& file) { return !files.contains(file); });
    const bool hasLost = std::erase_if(m_states, [&](const StoredPresentation& stored) {
                             return !files.contains(stored.file);
                         }) > 0;
    std::vector<std::filesystem::path> fresh;
    for (const std::filesystem::path& file : files) {
        if (m_known.insert(file).second) {
            fresh.push_back(file);
        }
    }
    if (!fresh.empty() && m_services.readPresentation) {
        ++m_running;
        runInBackground(
            m_pool, this,
            [read = m_services.readPresentation, fresh = std::move(fresh)] {
                std::vector<StoredPresentation> states;
                for (const std::filesystem::path& file : fresh) {
                    // What is wrong with it is said when it is chosen in the study list.
                    if (auto state = read(file)) {
                        states.push_back({.file = file,
                                          .state = std::make_shared<const PresentationState>(
                                              *std::move(state))});
                    }
                }
                return states;
            },
            [this](std::vector<StoredPresentation> states) {
                for (StoredPresentation& stored : states) {
                    // Not closed in the meantime, nor opened again and read twice.
                    if (m_known.contains(stored.file) && !stateIn(stored.file)) {
                        m_states.push_back(std::move(stored));
                    }
                }
                --m_running;
                Q_EMIT changed();
            });
    }
    if (hasLost) {
        Q_EMIT changed();
    }
}

std::vector<StoredPresentation> PresentationStore::statesOf(const DecodedImage& image) const
{
    std::vector<StoredPresentation> found;
    const std::string& uid = image.data().text.sopInstanceUid;
    if (uid.empty()) {
        return found;
    }
    for (const StoredPresentation& stored : m_states) {
        if (names(stored.state->images, uid, image.data().frame)) {
            found.push_back(stored);
        }
    }
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) {
        return std::tie(a.state->createdDate, a.state->createdTime) >
               std::tie(b.state->createdDate, b.state->createdTime);
    });
    return found;
}

std::shared_ptr<const PresentationState>
PresentationStore::stateIn(const std::filesystem::path& file) const
{
    const auto found = std::ranges::find(m_states, file, &StoredPresentation::file);
    return found == m_states.end() ? nullptr : found->state;
}

} // namespace nefes::ui
