// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace nefes::ui {

class ActionRegistry;

/// The guide in the current language with every key and what the mouse does. Typing in its search
/// field leaves the pages that have all the words and marks them there.
class HelpWindow final : public QDialog
{
    Q_OBJECT

public:
    /// `language` gives "en" or "tr", anew after each change of the language.
    HelpWindow(const ActionRegistry& actions, std::function<QString()> language,
               QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Page {
        QString title;
        QString markdown; ///< empty: html is given
        QString html;
        QString searched; ///< what is looked into, folded
    };

    void load();
    void filter();
    void showPage();
    void markFound();
    void findNext();

    const ActionRegistry& m_actions;
    std::function<QString()> m_language;
    std::vector<Page> m_pages;
    QLineEdit* m_search;
    QListWidget* m_list;
    QLabel* m_nothing;
    QTextBrowser* m_text;
};

} // namespace nefes::ui
