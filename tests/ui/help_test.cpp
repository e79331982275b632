// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/help/help_window.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextDocument>
#include <QUrl>

using namespace nefes;
using test::WindowFixture;

namespace {

struct OpenHelp : WindowFixture {
    explicit OpenHelp(ui::Language language = ui::Language::English)
        : WindowFixture(language)
    {
        trigger("shortcutSheet");
        help = window().findChild<ui::HelpWindow*>();
        NEFES_ASSERT(help != nullptr);
        search = help->findChild<QLineEdit*>(QStringLiteral("helpSearch"));
        pages = help->findChild<QListWidget*>(QStringLiteral("helpPages"));
        text = help->findChild<QTextBrowser*>(QStringLiteral("helpText"));
    }
    [[nodiscard]] QStringList visiblePages() const
    {
        QStringList titles;
        for (int row = 0; row < pages->count(); ++row) {
            if (!pages->item(row)->isHidden()) {
                titles << pages->item(row)->text();
            }
        }
        return titles;
    }

    ui::HelpWindow* help = nullptr;
    QLineEdit* search = nullptr;
    QListWidget* pages = nullptr;
    QTextBrowser* text = nullptr;
};

} // namespace

class HelpTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstPageListsEveryKey();
    void searchLeavesThePagesWithAllWords_data();
    void searchLeavesThePagesWithAllWords();
    void wordsAreMarkedAndEnterGoesOn();
    void whatIsNowhereIsSaid();
    void theGuideFollowsTheLanguage();
    void bothLanguagesHaveTheSamePages();
    void picturesAreThereAndSmall_data();
    void picturesAreThereAndSmall();
    void aPageShowsItsPictures();
    void askingTwiceOpensOneWindow();
};

void HelpTest::theFirstPageListsEveryKey()
{
    const OpenHelp fixture;
    const QString shown = fixture.text->toPlainText();
    QVERIFY(shown.contains(QStringLiteral("Cobb angle")));
    for (const ui::ActionEntry& entry : ui::ActionRegistry::entries()) {
        const QString text = QString::fromUtf8(entry.text);
        QVERIFY2(QLatin1String(entry.keys).isEmpty() || shown.contains(text), entry.text);
    }
    QVERIFY(shown.contains(QStringLiteral("Right drag")));
}

void HelpTest::searchLeavesThePagesWithAllWords_data()
{
    QTest::addColumn<bool>("isTurkish");
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("pages");
    QTest::newRow("one word") << false << "prevalence" << 1;
    QTest::newRow("case does not matter") << false << "PREVALENCE" << 1;
    QTest::newRow("all words") << false << "manifest.csv sensitivity" << 0;
    QTest::newRow("nothing asked") << false << "" << 5;
    QTest::newRow("Turkish, with the dot on the capital") << true << "PREVALANSI GİRİN" << 1;
    QTest::newRow("Turkish, written without its letters i") << true << "isi haritasi" << 3;
}

void HelpTest::searchLeavesThePagesWithAllWords()
{
    QFETCH(bool, isTurkish);
    QFETCH(QString, query);
    QFETCH(int, pages);
    const OpenHelp fixture(isTurkish ? ui::Language::Turkish : ui::Language::English);
    fixture.search->setText(query);
    QVERIFY2(fixture.visiblePages().size() == pages,
             qPrintable(fixture.visiblePages().join(QStringLiteral(", "))));
}

void HelpTest::wordsAreMarkedAndEnterGoesOn()
{
    const OpenHelp fixture;
    fixture.search->setText(QStringLiteral("window"));
    const auto marks = fixture.text->extraSelections();
    QVERIFY(marks.size() > 1);
    QCOMPARE(marks.front().cursor.selectedText().toLower(), QStringLiteral("window"));
    const int first = fixture.text->textCursor().position();
    QTest::keyClick(fixture.search, Qt::Key_Return);
    QVERIFY(fixture.text->textCursor().position() > first);
    QVERIFY(fixture.help->isVisible()); // Enter in the search field closes nothing
}

void HelpTest::whatIsNowhereIsSaid()
{
    const OpenHelp fixture;
    fixture.search->setText(QStringLiteral("xylophone"));
    QVERIFY(fixture.help->findChild<QLabel*>(QStringLiteral("helpNothing"))->isVisible());
    fixture.search->clear();
    QVERIFY(!fixture.help->findChild<QLabel*>(QStringLiteral("helpNothing"))->isVisible());
}

void HelpTest::theGuideFollowsTheLanguage()
{
    OpenHelp fixture;
    fixture.pages->setCurrentRow(2);
    QVERIFY(fixture.text->toPlainText().contains(QStringLiteral("AI estimate, not a diagnosis")));
    fixture.window().setLanguage(ui::Language::Turkish);
    QCoreApplication::processEvents();
    QVERIFY(fixture.text->toPlainText().contains(
        QStringLiteral("Yapay zekâ tahminidir, tanı değildir")));
    QCOMPARE(fixture.pages->currentRow(), 2);
}

void HelpTest::bothLanguagesHaveTheSamePages()
{
    const auto pages = [](const char* folder) {
        return QDir(QLatin1String(folder)).entryList({QStringLiteral("*.md")});
    };
    const QStringList english = pages(":/help/en");
    QVERIFY(english.size() >= 4);
    QCOMPARE(pages(":/help/tr"), english);
    for (const QString& name : english) {
        const auto headings = [&name](const QString& language) {
            QFile page(QStringLiteral(":/help/%1/%2").arg(language, name));
            return page.open(QIODevice::ReadOnly) ? page.readAll().count("\n## ") : -1;
        };
        QVERIFY(headings(QStringLiteral("en")) > 0);
        QCOMPARE(headings(QStringLiteral("tr")), headings(QStringLiteral("en")));
    }
}

void HelpTest::picturesAreThereAndSmall_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("English") << QStringLiteral(":/help/en");
    QTest::newRow("Turkish") << QStringLiteral(":/help/tr");
}

void HelpTest::picturesAreThereAndSmall()
{
    QFETCH(QString, folder);
    static const QRegularExpression kPicture(QStringLiteral("!\\[([^\\]]*)\\]\\(([^)]*)\\)"));
    QStringList used;
    for (const QString& name : QDir(folder).entryList({QStringLiteral("*.md")})) {
        QFile page(folder + QLatin1Char('/') + name);
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(page.readAll());
        for (auto it = kPicture.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            QVERIFY(!match.captured(1).isEmpty()); // said to those who do not see it
            used << match.captured(2);
        }
    }
    used.sort();
    QCOMPARE(used, QDir(folder).entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name));
    QVERIFY(used.size() >= 3);
    for (const QString& name : used) {
        const QFileInfo file(folder + QLatin1Char('/') + name);
        QVERIFY2(file.size() <= 60'000, qPrintable(name));
        QVERIFY2(QImage(file.filePath()).width() <= 640, qPrintable(name));
    }
}

void HelpTest::aPageShowsItsPictures()
{
    OpenHelp fixture;
    fixture.pages->setCurrentRow(1);
    const QVariant picture = fixture.text->document()->resource(QTextDocument::ImageResource,
                                                                QUrl(QStringLiteral("viewer.png")));
    QVERIFY(picture.isValid());
    QVERIFY(fixture.text->document()->size().height() > 300);
    QCOMPARE(fixture.text->horizontalScrollBar()->maximum(), 0);
}

void HelpTest::askingTwiceOpensOneWindow()
{
    OpenHelp fixture;
    fixture.trigger("shortcutSheet");
    QCOMPARE(fixture.window().findChildren<ui::HelpWindow*>().size(), 1);
}

QTEST_MAIN(HelpTest)
#include "help_test.moc"
