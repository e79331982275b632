// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include "core/image/image_reader.h"

#include "ui/bridge/background.h"
#include "ui/object_services.h"
#include "ui/objects/report_model.h"

#include <QWidget>

#include <filesystem>
#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTemporaryDir;
class QTreeView;

namespace nefes::ui {

class Notice;

/// The middle of the window for an object without pixels: a report as a tree, a document to open or
/// save, a presentation state to apply, anything else named in words. Reads on a worker thread.
class ObjectView final : public QWidget
{
    Q_OBJECT

public:
    ObjectView(ObjectServices services, QThreadPool& pool, QWidget* parent = nullptr);
    ~ObjectView() override;

    void show(const FileSummary& object);
    void clear();
    [[nodiscard]] const std::filesystem::path& file() const { return m_object.path; }
    [[nodiscard]] bool isBusy() const { return m_task.isRunning() || m_writeTask.isRunning(); }

Q_SIGNALS:
    /// isBusy() has become false.
    void idle();
    void tagsWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void read();
    void readReport();
    void readDocument();
    void readPresentation();
    void retranslate();
    void fitColumns();
    void setMessage(const QString& text);
    void act(bool isPrimary);
    void openDocument();
    void saveDocument();
    void write(const std::filesystem::path& file, bool isOpenedThen);
    [[nodiscard]] bool isPdf() const;
    [[nodiscard]] QString sentence() const;

    ObjectServices m_services;
    FileSummary m_object;
    std::shared_ptr<const StructuredReport> m_report;
    std::shared_ptr<const EncapsulatedDocument> m_document;
    std::shared_ptr<const PresentationState> m_presentation;
    std::optional<Error> m_error;
    std::unique_ptr<QTemporaryDir> m_temporary; ///< documents that another program shows
    LatestTask m_task, m_writeTask;
    QLabel* m_title;
    QLabel* m_subtitle;
    QPushButton* m_copy;
    QPushButton* m_tags;
    QStackedWidget* m_stack;
    QTreeView* m_tree;
    Notice* m_notice;
    QLabel* m_message; ///< what became of the last click
    ReportModel* m_model;
};

} // namespace nefes::ui
