// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/help_window.h"

#include "ui/help/key_page.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace nefes::ui {

namespace {

constexpr int kListWidth = 220;
constexpr QSize kSize{940, 680}; ///< as wide as its pictures and a scroll bar
constexpr int kMargin = 16;

QStringList wordsOf(const QString& query)
{
    return foldedForSearch(query).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString readPage(const QString& file)
{
    QFile page(file);
    return page.open(QIODevice::ReadOnly) ? QString::fromUtf8(page.readAll()) : QString();
}

} // namespace

HelpWindow::HelpWindow(const ActionRegistry& actions, std::function<QString()> language,
                       QWidget* parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_language(std::move(language))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_nothing(new QLabel(this))
    , m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("helpWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_search->setObjectName(QStringLiteral("helpSearch"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("helpPages"));
    m_nothing->setObjectName(QStringLiteral("helpNothing"));
    m_nothing->setWordWrap(true);
    m_nothing->setProperty("role", QStringLiteral("secondary"));
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setOpenExternalLinks(true);
    m_text->document()->setDocumentMargin(kMargin);

    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    left->addWidget(m_nothing);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(12);
    layout->addLayout(left);
    layout->addWidget(m_text, 1);
    m_search->setFixedWidth(kListWidth);
    m_list->setFixedWidth(kListWidth);
    m_nothing->setFixedWidth(kListWidth);
    resize(kSize);

    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &HelpWindow::findNext);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) {
            showPage();
        }
    });
    load();
}

void HelpWindow::load()
{
    setWindowTitle(tr("Help"));
    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setAccessibleName(tr("Search the help"));
    m_list->setAccessibleName(tr("Pages"));
    m_text->setAccessibleName(tr("Page"));
    m_nothing->setText(tr("No page has all these words."));

    m_pages.clear();
    const QString keys = keyPage(m_actions);
    QTextDocument plain;
    plain.setHtml(keys);
    m_pages.push_back({.title = tr("Keys and mouse"),
                       .markdown = {},
                       .html = keys,
                       .searched = foldedForSearch(plain.toPlainText())});
    const QDir folder(QStringLiteral(":/help/") + m_language());
    m_text->setSearchPaths({folder.path()});
    for (const QString& name :
         folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        const QString markdown = readPage(folder.filePath(name));
        plain.setMarkdown(markdown);
        m_pages.push_back({.title = plain.firstBlock().text(),
                           .markdown = markdown,
                           .html = {},
                           .searched = foldedForSearch(plain.toPlainText())});
    }
    const int row = std::max(m_list->currentRow(), 0);
    m_list->clear();
    for (const Page& page : m_pages) {
        m_list->addItem(page.title);
    }
    m_list->setCurrentRow(row);
    filter();
}

void HelpWindow::filter()
{
    const QStringList words = wordsOf(m_search->text());
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const QString& text = m_pages[static_cast<std::size_t>(row)].searched;
        const bool fits =
            std::ranges::all_of(words, [&](const QString& word) { return text.contains(word); });
        m_list->item(row)->setHidden(!fits);
        if (fits && first < 0) {
            first = row;
        }
    }
    m_nothing->setVisible(first < 0);
    const QListWidgetItem* current = m_list->currentItem();
    if (first >= 0 && (current == nullptr || current->isHidden())) {
        m_list->setCurrentRow(first);
    }
    markFound();
    if (!words.isEmpty()) {
        m_text->moveCursor(QTextCursor::Start);
        findNext();
    }
}

void HelpWindow::showPage()
{
    const Page& page = m_pages[static_cast<std::size_t>(m_list->currentRow())];
    if (page.markdown.isEmpty()) {
        m_text->setHtml(page.html);
    } else {
        m_text->setMarkdown(page.markdown);
    }
    m_text->moveCursor(QTextCursor::Start);
    markFound();
}

void HelpWindow::markFound()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QString text = foldedForSearch(m_text->document()->toPlainText());
    QColor ground = accentColor(palette());
    ground.setAlpha(90);
    for (const QString& word : wordsOf(m_search->text())) {
        for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(m_text->document());
            mark.cursor.setPosition(static_cast<int>(at));
            mark.cursor.setPosition(static_cast<int>(at + word.size()), QTextCursor::KeepAnchor);
            mark.format.setBackground(ground);
            marks.append(mark);
        }
    }
    std::ranges::sort(marks, {}, [](const QTextEdit::ExtraSelection& mark) {
        return mark.cursor.selectionStart();
    });
    m_text->setExtraSelections(marks);
}

void HelpWindow::findNext()
{
    const QList<QTextEdit::ExtraSelection> marks = m_text->extraSelections();
    if (marks.isEmpty()) {
        return;
    }
    const int here = m_text->textCursor().position();
    const auto next = std::ranges::find_if(marks, [here](const QTextEdit::ExtraSelection& mark) {
        return mark.cursor.selectionStart() >= here && mark.cursor.selectionEnd() != here;
    });
    QTextCursor cursor = next == marks.end() ? marks.front().cursor : next->cursor;
    cursor.setPosition(cursor.selectionEnd());
    m_text->setTextCursor(cursor);
    m_text->ensureCursorVisible();
}

void HelpWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        load();
    } else if (event->type() == QEvent::PaletteChange) {
        markFound();
    }
    QDialog::changeEvent(event);
}

} // namespace nefes::ui
