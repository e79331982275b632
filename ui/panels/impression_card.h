// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/model_package.h"

#include <QFrame>

#include <memory>
#include <optional>
#include <string>

class QComboBox;
class QLabel;
class QPushButton;

namespace nefes::ui {

/// What the reader says before and after seeing the scores.
enum class Verdict { Agree, Disagree, Edited };

/// Blind-first reading: asks for an impression, then for what became of it.
class ImpressionCard final : public QFrame
{
    Q_OBJECT

public:
    enum class Stage {
        Off,      ///< nothing to ask
        Ask,      ///< the scores are hidden
        Compare,  ///< the scores are shown; agree, disagree or edit
        Answered, ///< told once, may be edited
    };

    explicit ImpressionCard(QWidget* parent = nullptr);

    /// Labels to choose from. Null: none known yet.
    void setModel(std::shared_ptr<const ml::ModelDescription> model);
    void setStage(Stage stage);
    [[nodiscard]] Stage stage() const { return m_stage; }
    /// The chosen label; empty for "something else".
    [[nodiscard]] std::string impression() const;
    void setImpression(const std::string& label);

Q_SIGNALS:
    void recorded(const std::string& impression);
    void answered(nefes::ui::Verdict verdict, const std::string& impression);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fillChoices();

    Stage m_stage = Stage::Off;
    std::shared_ptr<const ml::ModelDescription> m_model;
    bool m_isEditing = false;
    QLabel* m_title;
    QComboBox* m_choice;
    QPushButton* m_record;
    QPushButton* m_agree;
    QPushButton* m_disagree;
    QPushButton* m_edit;
};

} // namespace nefes::ui
