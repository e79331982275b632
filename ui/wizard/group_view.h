// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/evaluation_service.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace nefes::ui {

/// Metrics by source, age group and view: where the model does worse. UI thread.
class GroupView final : public QWidget
{
    Q_OBJECT

public:
    explicit GroupView(QWidget* parent = nullptr);
    void setJudged(JudgedSetPtr judged);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    JudgedSetPtr m_judged;
    QLabel* m_text;
    QTableWidget* m_table;
};

} // namespace nefes::ui
