// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/model_package.h"
#include "ml/prediction.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace nefes::ui {

/// The training cases that look most alike to the model: label, source and distance of each.
/// Hidden while there are none.
class SimilarCases final : public QWidget
{
    Q_OBJECT

public:
    explicit SimilarCases(QWidget* parent = nullptr);

    /// Labels are named by the model, where it knows them.
    void setCases(const std::vector<ml::SimilarCase>& cases, const ml::ModelDescription* model);

private:
    void addRow(int row, const QStringList& texts, const char* role);

    QLabel* m_title;
    QWidget* m_table = nullptr;
};

} // namespace nefes::ui
