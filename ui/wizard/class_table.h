// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/recipe.h"

#include "ui/wizard/data_survey.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace nefes::ui {

/// The labels found in each folder: which are used, and as which class. Edits a list of
/// selections, one a folder.
class ClassTable final : public QWidget
{
    Q_OBJECT

public:
    explicit ClassTable(QWidget* parent = nullptr);
    /// Builds the rows anew where the labels are others than before.
    void setFolders(const std::vector<ScannedFolder>& folders);
    /// Shows the selections; a selection without a folder of its own counts for all.
    void setSelections(const std::vector<ml::DataSelection>& selections);

Q_SIGNALS:
    /// A label of a folder was renamed, left out or taken in again.
    void selectionsEdited(const std::vector<nefes::ml::DataSelection>& selections);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        std::size_t folder = 0;
        std::size_t label = 0;
        QCheckBox* use = nullptr;
        QLineEdit* name = nullptr;
        QLabel* images = nullptr;
    };
    void build();
    void retranslate();
    void edit(std::size_t row);

    struct Label {
        std::string name;
        int images = 0;
    };
    struct Folder {
        std::filesystem::path path;
        std::vector<Label> labels;
    };
    std::vector<Folder> m_folders;
    std::vector<ml::DataSelection> m_selections;
    std::vector<Row> m_rows;
    std::vector<QLabel*> m_heads;
    QGridLayout* m_grid;
};

} // namespace nefes::ui
