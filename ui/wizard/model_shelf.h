// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/model_package.h"

#include "ui/bridge/background.h"
#include "ui/services.h"

#include <QString>
#include <QWidget>

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace nefes::ui {

/// The installed models side by side; they can be imported, exported, removed and read about. UI
/// thread.
class ModelShelf final : public QWidget
{
    Q_OBJECT

public:
    ModelShelf(const Services& services, QThreadPool& pool, QWidget* parent = nullptr);
    void reload();
    /// What the buttons do, without asking for a folder first. An installed model with other
    /// weights is replaced only when people say so.
    void importFrom(const std::filesystem::path& package);
    void exportTo(const std::filesystem::path& folder);

Q_SIGNALS:
    /// One was imported or removed.
    void modelsChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        InstalledModel model;
        std::optional<ml::ModelDescription> description;
    };
    void showRows();
    void askImport();
    void askReplace(const std::filesystem::path& package, const InstalledModel& installed);
    void installFrom(const std::filesystem::path& package);
    void askExport();
    void askRemove();
    void removeChosen(const std::string& id);
    void showCard();
    void run(std::function<Result<void>()> work, const QString& done);
    void updateButtons();
    void retranslate();
    [[nodiscard]] const Row* chosen() const;

    const Services& m_services;
    QThreadPool& m_pool;
    LatestTask m_listTask;
    std::vector<Row> m_rows;
    QTableWidget* m_table;
    QPushButton* m_import;
    QPushButton* m_export;
    QPushButton* m_remove;
    QPushButton* m_card;
    QLabel* m_message;
};

} // namespace nefes::ui
