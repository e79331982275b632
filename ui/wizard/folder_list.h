// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/data_survey.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace nefes::ui {

/// The data folders: what lies in each, or what is wrong with it, and a button to take it out.
class FolderList final : public QWidget
{
    Q_OBJECT

public:
    explicit FolderList(QWidget* parent = nullptr);
    /// Folders that are not scanned yet have neither entries nor an error.
    void setFolders(std::vector<ScannedFolder> folders);

Q_SIGNALS:
    void removeClicked(const std::filesystem::path& folder);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();

    std::vector<ScannedFolder> m_folders;
    QVBoxLayout* m_layout;
};

} // namespace nefes::ui
