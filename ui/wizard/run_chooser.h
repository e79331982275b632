// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/background.h"

#include <QComboBox>

#include <filesystem>

namespace nefes::ui {

/// The runs that have made a model, newest first, with their validation accuracy. UI thread.
class RunChooser final : public QComboBox
{
    Q_OBJECT

public:
    RunChooser(std::filesystem::path runsFolder, QThreadPool& pool, QWidget* parent = nullptr);
    /// Reads the runs again; `package` is the model that is chosen.
    void reload(const std::filesystem::path& package);

Q_SIGNALS:
    /// The user has chosen the model of another run.
    void packageChosen(const std::filesystem::path& package);

private:
    std::filesystem::path m_runsFolder;
    LatestTask m_task;
};

} // namespace nefes::ui
