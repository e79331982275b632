// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/publishing.h"

#include "ui/bridge/background.h"
#include "ui/services.h"
#include "ui/wizard/wizard_page.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <string>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;
class QTabWidget;
class QTextBrowser;
class QThreadPool;

namespace nefes::ui {

class ModelShelf;
class RunChooser;
class WizardState;

/// Step 6: name, labels, operating point and card of the trained model; one click installs it for
/// the viewer. UI thread.
class PublishPage final : public WizardPage
{
    Q_OBJECT

public:
    PublishPage(WizardState& state, const Services& services, QThreadPool& pool,
                QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString introduction() const override;
    [[nodiscard]] bool isSound() const override { return !m_publishedId.empty(); }
    [[nodiscard]] QString problem() const override;
    void enter() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* buildForm();
    [[nodiscard]] QWidget* buildCard();
    void load();
    void showPublication(const ml::Publication& publication);
    [[nodiscard]] ml::Publication written() const;
    /// What is wrong with the form, in words; empty: nothing.
    [[nodiscard]] QString formProblem() const;
    void refreshCard();
    void publish();
    [[nodiscard]] QString doubtText() const;
    void showPreview();
    void showState();
    void retranslate();

    WizardState& m_state;
    const Services& m_services;
    QThreadPool& m_pool;
    LatestTask m_loadTask, m_cardTask, m_publishTask;
    std::filesystem::path m_package; ///< whose values the form shows
    struct Loaded {
        ml::Publication publication;
        ml::ModelDoubts doubts;
    };
    std::optional<ml::Publication> m_loaded;
    ml::ModelDoubts m_doubts; ///< about the model that is loaded
    std::string m_publishedId;
    std::optional<Error> m_error;
    QTabWidget* m_tabs;
    QLabel* m_runLabel;
    RunChooser* m_run;
    QLabel* m_nameEnglishLabel;
    QLineEdit* m_nameEnglish;
    QLabel* m_nameTurkishLabel;
    QLineEdit* m_nameTurkish;
    QLabel* m_idLabel;
    QLineEdit* m_id;
    QLabel* m_versionLabel;
    QLineEdit* m_version;
    QLabel* m_labelsTitle;
    QTableWidget* m_labels;
    QLabel* m_cardTitle;
    QPushButton* m_regenerate;
    QTabWidget* m_cardTabs;
    QPlainTextEdit* m_cardEnglish;
    QPlainTextEdit* m_cardTurkish;
    QTextBrowser* m_preview;
    QLabel* m_message;
    QPushButton* m_publish;
    ModelShelf* m_shelf;
};

} // namespace nefes::ui
