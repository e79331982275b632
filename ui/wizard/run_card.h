// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class QLabel;
class QPushButton;

namespace nefes::ui {

/// A sentence about a run and two answers to it. UI thread.
class RunCard final : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Warning, Error };

    /// The parts are named after it: NAMEText, NAMEPrimary, NAMESecondary. Hidden at first.
    RunCard(const char* name, Tone tone, QWidget* parent = nullptr);
    /// An empty answer is not offered.
    void setTexts(const QString& text, const QString& primary, const QString& secondary);

Q_SIGNALS:
    void primaryClicked();
    void secondaryClicked();

private:
    QLabel* m_text;
    QPushButton* m_primary;
    QPushButton* m_secondary;
};

} // namespace nefes::ui
