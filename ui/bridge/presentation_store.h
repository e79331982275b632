// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/presentation_state.h"

#include "ui/bridge/background.h"
#include "ui/bridge/session.h"
#include "ui/object_services.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <set>
#include <vector>

namespace nefes::ui {

/// A presentation state and the file that it is from.
struct StoredPresentation {
    std::filesystem::path file;
    std::shared_ptr<const PresentationState> state;
};

/// The presentation states of all open studies, read on a worker thread as they come. UI thread.
class PresentationStore final : public QObject
{
    Q_OBJECT

public:
    PresentationStore(const ObjectServices& services, QThreadPool& pool);

    /// Reads the states that are new, forgets those that are gone.
    void follow(const std::vector<study::Patient>& patients);
    /// Those for this frame, the latest first.
    [[nodiscard]] std::vector<StoredPresentation> statesOf(const DecodedImage& image) const;
    /// Of the state in this file; null while it is not read, or when it cannot be.
    [[nodiscard]] std::shared_ptr<const PresentationState>
    stateIn(const std::filesystem::path& file) const;
    [[nodiscard]] bool isBusy() const { return m_running > 0; }

Q_SIGNALS:
    void changed();

private:
    const ObjectServices& m_services;
    QThreadPool& m_pool;
    std::set<std::filesystem::path> m_known; ///< read, or being read
    std::vector<StoredPresentation> m_states;
    int m_running = 0;
};

} // namespace nefes::ui
