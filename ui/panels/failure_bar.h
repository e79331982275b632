// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/scan.h"

#include <QFrame>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;

namespace nefes::ui {

/// Lists the files that could not be shown, each with its cause; hidden while there is none.
class FailureBar final : public QFrame
{
    Q_OBJECT

public:
    explicit FailureBar(QWidget* parent = nullptr);
    void setFailures(std::vector<study::ScanFailure> failures);

Q_SIGNALS:
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    std::vector<study::ScanFailure> m_failures;
    QLabel* m_icon;
    QLabel* m_title;
    QListWidget* m_list;
    QToolButton* m_dismiss;
};

} // namespace nefes::ui
