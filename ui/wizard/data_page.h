// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/wizard/wizard_page.h"
#include "ui/wizard/wizard_state.h"

#include <filesystem>
#include <vector>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QThreadPool;

namespace nefes::ui {

class ClassGallery;
class ClassTable;
class CountChart;
class DataLoader;
class DataWarnings;
class FolderList;
class Notice;
class Section;
class SplitSettings;

/// Step 1: folders of images, which label is which class, how they are split, and what is wrong
/// with them.
class DataPage final : public WizardPage
{
    Q_OBJECT

public:
    /// All references must outlive the page.
    DataPage(WizardState& state, const Services& services, QThreadPool& pool,
             QWidget* parent = nullptr);
    ~DataPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString introduction() const override;
    [[nodiscard]] bool isSound() const override;
    [[nodiscard]] QString problem() const override;
    void enter() override;

    /// Adds folders to those that are there; returns at once.
    void addFolders(const std::vector<std::filesystem::path>& folders);

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class ChartKind { Split, Source, Patient, AgeGroup };

    void buildLayout();
    void chooseFolder();
    void setFolders(std::vector<std::filesystem::path> folders);
    void editSettings(const ml::DataSettings& settings);
    void showSettings();
    void showReading();
    void showSelection();
    void showChart();
    void showProgress(std::size_t done, std::size_t total);
    void takeBackFiles();
    void retranslate();

    WizardState& m_state;
    DataLoader* m_loader;
    ml::DataSettings m_shownSettings;
    std::uint64_t m_shownSeed = 0;

    QStackedWidget* m_stack;
    Notice* m_empty;
    Section* m_folderSection;
    FolderList* m_folders;
    QPushButton* m_add;
    QPushButton* m_again;
    QWidget* m_progressRow;
    QLabel* m_progressText;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QLabel* m_decodeProblem;
    Section* m_classSection;
    ClassTable* m_classes;
    Section* m_splitSection;
    SplitSettings* m_splits;
    DataWarnings* m_warnings;
    QLabel* m_leftOut;
    QPushButton* m_takeBack;
    QWidget* m_leftOutRow;
    Section* m_chartSection;
    QComboBox* m_chartKind;
    CountChart* m_chart;
    QLabel* m_chartRemark;
    Section* m_gallerySection;
    ClassGallery* m_gallery;
    QPushButton* m_draw;
};

} // namespace nefes::ui
