// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/background.h"
#include "ui/services.h"
#include "ui/wizard/data_survey.h"

#include <QObject>
#include <QString>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace nefes::ui {

class WizardState;

/// Turns the folders of the wizard into a data set: reads names and manifests, looks at each image,
/// selects and splits as the recipe says, and starts again where something has changed. The work is
/// done on the pool; UI thread.
class DataLoader final : public QObject
{
    Q_OBJECT

public:
    /// All references must outlive the object.
    DataLoader(WizardState& state, const Services& services, QThreadPool& pool, QObject* parent);

    /// Reads the folders anew.
    void scan();
    /// The same, where one of them is no longer there.
    void scanIfGone();
    /// Selects and splits anew.
    void select();
    /// Leaves the images that have not been looked at as they are.
    void cancelDecoding();

    /// Null: no folder, or not scanned yet.
    [[nodiscard]] const std::shared_ptr<const DataSurvey>& survey() const { return m_survey; }
    [[nodiscard]] const std::optional<SelectedData>& selected() const { return m_selected; }
    /// Of looking at the images; Cancelled too.
    [[nodiscard]] const std::optional<Error>& decodeError() const { return m_decodeError; }
    [[nodiscard]] bool isDecoding() const { return m_decodeTask.isRunning(); }
    /// A folder that cannot be used is among them.
    [[nodiscard]] bool hasBadFolder() const;
    /// A folder with images is among them.
    [[nodiscard]] bool hasImages() const;
    /// Why the data cannot be trained with, in a sentence; empty: they can.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    /// The folders, before they are read and after it.
    void foldersListed(const std::vector<nefes::ui::ScannedFolder>& folders);
    /// Reading has begun, or come to an end.
    void changed();
    /// There is a new selection, or none any more.
    void selectionChanged();
    /// Images looked at; a total of 0 is not known yet.
    void progressed(std::size_t done, std::size_t total);

private:
    void takeFolders(std::vector<ScannedFolder> folders);
    void decode();
    void takeSelection(Result<SelectedData> selected);
    [[nodiscard]] QString emptySplit() const;

    WizardState& m_state;
    const Services& m_services;
    QThreadPool& m_pool;
    std::shared_ptr<const DataSurvey> m_survey;
    std::optional<SelectedData> m_selected;
    std::optional<Error> m_selectionError;
    std::optional<Error> m_decodeError;
    bool m_isSelectionNew = false; ///< of the settings as they are now
    LatestTask m_scanTask, m_decodeTask, m_selectTask;
};

} // namespace nefes::ui
