// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"
#include "ui/panels/score_row.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/text/key_text.h"
#include "ui/text/language_switch.h"

#include <QAbstractButton>
#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>

#include <set>

using namespace nefes;
using test::WindowFixture;

namespace {

/// Texts that are the same in both languages: names, numbers, language names.
bool isNeutral(const QString& text)
{
    static const std::set<QString> kSame{QStringLiteral("English"), QStringLiteral("Türkçe"),
                                         QStringLiteral("Model"),   QStringLiteral("COVID-19"),
                                         QStringLiteral("Normal"),  QStringLiteral("Cividis"),
                                         QStringLiteral("Inferno"), QStringLiteral("CPU"),
                                         QStringLiteral("DICOM"),   QStringLiteral("Zoom")};
    const bool hasLetters =
        std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.isLetter(); });
    return !hasLetters || kSame.contains(text);
}

/// Everything that the window can show: actions, menus, labels, buttons, tabs, placeholders.
QStringList textsOf(const QWidget& window)
{
    QStringList texts;
    for (const QAction* action : window.findChildren<QAction*>()) {
        texts << action->text() << action->toolTip();
    }
    for (const QMenu* menu : window.findChildren<QMenu*>()) {
        texts << menu->title();
    }
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        texts << label->text();
    }
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        texts << button->text() << button->toolTip();
    }
    for (const QLineEdit* edit : window.findChildren<QLineEdit*>()) {
        texts << edit->placeholderText();
    }
    for (const QTabBar* bar : window.findChildren<QTabBar*>()) {
        for (int tab = 0; tab < bar->count(); ++tab) {
            texts << bar->tabText(tab);
        }
    }
    for (const auto* row : window.findChildren<ui::ScoreRow*>()) {
        texts << row->text();
    }
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        // Buttons that Qt's docks and tab bars make for themselves are never shown here.
        if (qobject_cast<const QDockWidget*>(widget->parent()) == nullptr &&
            qobject_cast<const QTabBar*>(widget->parent()) == nullptr) {
            texts << widget->accessibleName();
        }
    }
    return texts;
}

std::set<QString> wordsOf(const QWidget& window)
{
    std::set<QString> words;
    for (const QString& text : textsOf(window)) {
        if (!isNeutral(text)) {
            words.insert(text);
        }
    }
    return words;
}

} // namespace

class LanguageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchingChangesEveryText();
    void theChoiceIsRemembered();
    void numbersFollowTheLanguage_data();
    void numbersFollowTheLanguage();
    void everyErrorHasASentenceInBothLanguages();
    void pluralsAreRight();
    void keysAreCalledAsKeyboardsSay();
};

void LanguageTest::switchingChangesEveryText()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    const std::set<QString> english = wordsOf(fixture.window());
    fixture.trigger("languageTurkish");
    QTRY_COMPARE(fixture.child<QLabel>("disclaimer")->text(),
                 QStringLiteral("Yapay zekâ tahminidir, tanı değildir"));
    const std::set<QString> turkish = wordsOf(fixture.window());
    // What both windows show is left untranslated, belongs to the patient, is a colour map or the
    // source of a training case.
    const std::set<QString> data{QStringLiteral("Yılmaz Ayşe"), QStringLiteral("Jet"),
                                 QStringLiteral("hospital_\u200ba")};
    QStringList both;
    for (const QString& text : english) {
        if (turkish.contains(text) && !data.contains(text)) {
            both << text;
        }
    }
    both.removeIf([](const QString& text) {
        return text.contains(QStringLiteral("Thorax")) || text.endsWith(QStringLiteral(".test"));
    });
    QVERIFY2(both.isEmpty(), qPrintable(both.join(QStringLiteral(" | "))));
    QVERIFY(turkish.contains(QStringLiteral("Yapay zekâ tahminidir, tanı değildir")));
    QVERIFY(turkish.contains(QStringLiteral("Pnömoni: %9, eşiğin altında (eşik %45); küçük "
                                            "değişikliklerde %4 ile %14 arası")));
    fixture.trigger("languageEnglish");
    QTRY_COMPARE(wordsOf(fixture.window()), english);
}

void LanguageTest::theChoiceIsRemembered()
{
    WindowFixture fixture;
    fixture.services.language.reset();
    fixture.trigger("languageTurkish");
    fixture.closeWindow();
    QTRY_COMPARE(fixture.child<QLabel>("disclaimer")->text(),
                 QStringLiteral("Yapay zekâ tahminidir, tanı değildir"));
    QVERIFY(fixture.child<QAction>("languageTurkish")->isChecked());
}

void LanguageTest::numbersFollowTheLanguage_data()
{
    QTest::addColumn<bool>("isTurkish");
    QTest::addColumn<QString>("half");
    QTest::addColumn<QString>("percent");
    QTest::addColumn<QString>("smallest");
    QTest::addColumn<QString>("date");
    QTest::newRow("English has a point and the sign behind")
        << false << QStringLiteral("1234.5") << QStringLiteral("42%") << QStringLiteral("< 1%")
        << QStringLiteral("20 Nov 2026");
    QTest::newRow("Turkish has a comma and the sign in front")
        << true << QStringLiteral("1234,5") << QStringLiteral("%42") << QStringLiteral("< %1")
        << QStringLiteral("20 Kas 2026");
}

void LanguageTest::numbersFollowTheLanguage()
{
    QFETCH(const bool, isTurkish);
    QFETCH(const QString, half);
    QFETCH(const QString, percent);
    QFETCH(const QString, smallest);
    QFETCH(const QString, date);
    ui::LanguageSwitch language;
    language.apply(isTurkish ? ui::Language::Turkish : ui::Language::English);
    QCOMPARE(ui::numberText(1234.5, 1), half);
    QCOMPARE(ui::percentText(0.42), percent);
    QCOMPARE(ui::probabilityText(0.0004), smallest);
    QCOMPARE(ui::dateText("2026-11-20"), date);
}

void LanguageTest::everyErrorHasASentenceInBothLanguages()
{
    std::array<std::set<QString>, 2> sentences;
    for (const auto chosen : {ui::Language::English, ui::Language::Turkish}) {
        ui::LanguageSwitch language;
        language.apply(chosen);
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const QString text = ui::errorText(static_cast<ErrorCode>(code));
            QVERIFY(!text.isEmpty());
            sentences[chosen == ui::Language::Turkish ? 1 : 0].insert(text);
        }
    }
    QCOMPARE(sentences[0].size(), static_cast<std::size_t>(ErrorCode::Internal) + 1);
    QCOMPARE(sentences[1].size(), sentences[0].size());
    for (const QString& text : sentences[0]) {
        QVERIFY2(!sentences[1].contains(text), qPrintable(text));
    }
}

void LanguageTest::pluralsAreRight()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({fixture.folder() / "absent.dcm"}));
    const auto* title = fixture.child<QLabel>("failureTitle");
    QCOMPARE(title->text(), QStringLiteral("1 file could not be shown"));
    QVERIFY(fixture.open({fixture.folder() / "other.dcm"}));
    QCOMPARE(title->text(), QStringLiteral("2 files could not be shown"));
    fixture.trigger("languageTurkish");
    QTRY_COMPARE(title->text(), QStringLiteral("2 dosya gösterilemedi"));
}

void LanguageTest::keysAreCalledAsKeyboardsSay()
{
    WindowFixture fixture(ui::Language::Turkish);
    const QString tip = fixture.child<QAction>("leaveTool")->toolTip();
    QVERIFY2(tip.contains(QStringLiteral("Esc")), qPrintable(tip));
    QCOMPARE(ui::keyText(QKeySequence(Qt::CTRL | Qt::Key_S)), QStringLiteral("Ctrl+S"));
}

QTEST_MAIN(LanguageTest)
#include "language_test.moc"
