// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/recipe.h"

#include <QWidget>

#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace nefes::ui {

/// How the images are dealt out to training, validation and test. Edits the split part of the
/// data settings.
class SplitSettings final : public QWidget
{
    Q_OBJECT

public:
    explicit SplitSettings(QWidget* parent = nullptr);
    /// What the data themselves bring decides which choices there are.
    void setData(bool hasSplits, bool hasPatients, const std::vector<std::string>& classes);
    void setSettings(const ml::DataSettings& settings);

Q_SIGNALS:
    /// The whole settings with the part that was edited changed.
    void edited(const nefes::ml::DataSettings& settings);

protected:
    void changeEvent(QEvent* event) override;

private:
    void edit();
    void showSettings();
    void retranslate();

    ml::DataSettings m_settings;
    bool m_hasSplits = false;
    bool m_hasPatients = false;
    std::vector<std::string> m_classes;
    QLabel* m_trainTitle;
    QLabel* m_train;
    QLabel* m_validationTitle;
    QSpinBox* m_validation;
    QLabel* m_testTitle;
    QSpinBox* m_test;
    QCheckBox* m_useFixed;
    QCheckBox* m_byPatient;
    QLabel* m_negativeTitle;
    QComboBox* m_negative;
};

} // namespace nefes::ui
