// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/model_package.h"

#include "ui/bridge/background.h"
#include "ui/services.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace nefes::ui {

class WizardState;

/// What the network starts from: random values, an installed model, or what the recipe names; and
/// how much of it stays as it is. It all lies in the recipe (`start`). UI thread.
class StartChooser final : public QWidget
{
    Q_OBJECT

public:
    /// All references must outlive the widget.
    StartChooser(WizardState& state, const Services& services, QThreadPool& pool,
                 QWidget* parent = nullptr);

    /// Lists the installed models again.
    void reload();
    /// Why the recipe cannot start from its model, in a sentence; empty: it can.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    /// The problem may be another.
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    /// The installed models, and what a model says of itself.
    struct Answer {
        std::vector<InstalledModel> models;
        std::optional<ml::ModelDescription> description;
        std::optional<Error> error;
    };
    [[nodiscard]] static Answer look(const Services& services, const std::string& model);
    void takeRecipe();
    void choose(int index);
    void adopt(const std::string& model);
    void useItsNetwork();
    void listChoices();
    void showState();
    void retranslate();
    [[nodiscard]] bool fits() const;

    WizardState& m_state;
    const Services& m_services;
    LatestTask m_listTask, m_chooseTask;
    std::vector<InstalledModel> m_models;
    std::string m_model; ///< that `m_description` or `m_error` is of
    std::optional<ml::ModelDescription> m_description;
    std::optional<Error> m_error;
    std::optional<Error> m_refused; ///< a model that was chosen and cannot be read
    QLabel* m_title;
    QComboBox* m_box;
    QLabel* m_frozenTitle;
    QSpinBox* m_frozen; ///< first layers of the model that do not learn
    QLabel* m_remark;
    QPushButton* m_again;
    QLabel* m_note; ///< what of a model with two networks is taken
};

} // namespace nefes::ui
