// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace nefes::ui {

/// Offers the reports of crashes that the last runs have left; hidden while there is none.
class CrashBar final : public QFrame
{
    Q_OBJECT

public:
    explicit CrashBar(QWidget* parent = nullptr);
    /// 0 hides the bar.
    void setCount(int reports);

Q_SIGNALS:
    void showClicked();
    void saveClicked();
    void deleteClicked();
    /// The reports stay on the disk and are not offered again.
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    int m_count = 0;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_show;
    QPushButton* m_save;
    QPushButton* m_delete;
    QToolButton* m_dismiss;
};

} // namespace nefes::ui
