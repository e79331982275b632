// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace nefes::ui {

/// An icon, a heading, a sentence and up to three buttons in the middle of free space: what an
/// empty or failed view says instead of its contents. Its owner sets the texts, again on
/// LanguageChange.
class Notice final : public QWidget
{
    Q_OBJECT

public:
    explicit Notice(QWidget* parent = nullptr);
    void setIconName(const QString& name);
    void setTexts(const QString& heading, const QString& sentence);
    /// An empty text hides the button.
    void setButtons(const QString& primary, const QString& secondary = {},
                    const QString& tertiary = {});

Q_SIGNALS:
    void primaryClicked();
    void secondaryClicked();
    void tertiaryClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateIcon();

    QString m_iconName;
    QLabel* m_icon;
    QLabel* m_heading;
    QLabel* m_sentence;
    QPushButton* m_primary;
    QPushButton* m_secondary;
    QPushButton* m_tertiary;
};

} // namespace nefes::ui
