// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "tests/ui/window_fixture.h"
#include "ui/blind/impression_log.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/measure/drawing_book.h"
#include "ui/settings/window_settings.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QStatusBar>
#include <QTabWidget>
#include <QTreeWidget>

#include <sys/resource.h>

#include <csignal>

using namespace nefes;
using test::WindowFixture;

namespace {

struct SettingsWindow : WindowFixture {
    ui::SettingsDialog& dialog()
    {
        trigger("showSettings");
        return *window().findChild<ui::SettingsDialog*>();
    }
    void choose(const char* box, int index)
    {
        auto* combo = dialog().findChild<QComboBox*>(QLatin1String(box));
        combo->setCurrentIndex(index);
        Q_EMIT combo->activated(index);
    }
    void check(const char* box, bool isOn)
    {
        dialog().findChild<QCheckBox*>(QLatin1String(box))->setChecked(isOn);
    }
    /// Chooses the action's line on the page of keys.
    void chooseAction(const char* action)
    {
        dialog().findChild<QTabWidget*>(QStringLiteral("settingsTabs"))->setCurrentIndex(2);
        auto* list = dialog().findChild<QTreeWidget*>(QStringLiteral("keyList"));
        for (int group = 0; group < list->topLevelItemCount(); ++group) {
            QTreeWidgetItem* title = list->topLevelItem(group);
            for (int row = 0; row < title->childCount(); ++row) {
                if (title->child(row)->data(0, Qt::UserRole).toString() == QLatin1String(action)) {
                    list->setCurrentItem(title->child(row));
                    return;
                }
            }
        }
        NEFES_ASSERT(false);
    }
    void setKey(const char* action, const QKeySequence& key)
    {
        chooseAction(action);
        dialog().findChild<QKeySequenceEdit*>(QStringLiteral("keyEdit"))->setKeySequence(key);
    }
    void click(const char* button)
    {
        QTest::mouseClick(window().findChild<QPushButton*>(QLatin1String(button)), Qt::LeftButton);
    }
    [[nodiscard]] QStringList log() const
    {
        const auto text = readTextFile(folder() / "data" / "impressions.csv", 1U << 20U);
        return QString::fromStdString(text.value_or(""))
            .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
    [[nodiscard]] bool showsScores() const
    {
        return const_cast<SettingsWindow*>(this)->child<QLabel>("headline")->isVisible();
    }
};

} // namespace

class SettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choicesApplyAtOnceAndComeBack();
    void languageFollowsTheDialog();
    void everyActionCanHaveAnotherKey();
    void aKeyThatIsTakenIsRefused();
    void keysCanBeReset();
    void thePeekKeyCanBeChanged();
    void damagedSettingsDoNoHarm();
    void settingsThatCannotBeKeptAreTold();
    void modelAndDeviceReachTheLoader();
    void blindReadingHidesTheScores();
    void impressionsAreLogged();
    void anImpressionIsLoggedWholeOrNotAtAll();
    void oldDrawingsAreFound();
};

void SettingsTest::choicesApplyAtOnceAndComeBack()
{
    SettingsWindow fixture;
    fixture.choose("themeBox", 1);
    QVERIFY(fixture.child<QAction>("themeLight")->isChecked());
    fixture.dialog().findChild<QSlider*>(QStringLiteral("scaleSlider"))->setValue(125);
    fixture.check("byItselfBox", false);
    fixture.check("heatmapAtStartBox", true);
    fixture.choose("heatmapMapBox", 1);
    fixture.dialog().findChild<QSlider*>(QStringLiteral("heatmapOpacitySlider"))->setValue(70);
    QVERIFY(!fixture.child<QAction>("analyseByItself")->isChecked());
    QVERIFY(fixture.child<QAction>("heatmapToggle")->isChecked());
    fixture.closeWindow();
    const ui::WindowSettings stored = ui::loadWindowSettings(fixture.services.settingsFile);
    QVERIFY(stored.theme == ui::ThemeId::Light);
    QCOMPARE(stored.scale, 1.25);
    QVERIFY(!stored.analysesByItself);
    QVERIFY(stored.heatmap.colorMap == ColorMap::Inferno);
    QCOMPARE(stored.heatmap.opacity, 0.7);
    // At the next start the same, and the dialog says so.
    QVERIFY(fixture.child<QAction>("heatmapToggle")->isChecked());
    QCOMPARE(fixture.dialog().findChild<QComboBox*>(QStringLiteral("themeBox"))->currentIndex(), 1);
    QCOMPARE(fixture.dialog().findChild<QSlider*>(QStringLiteral("heatmapOpacitySlider"))->value(),
             70);
}

void SettingsTest::languageFollowsTheDialog()
{
    SettingsWindow fixture;
    ui::SettingsDialog& dialog = fixture.dialog();
    fixture.choose("languageBox", 1);
    QTRY_COMPARE(dialog.windowTitle(), QStringLiteral("Ayarlar"));
    QVERIFY(fixture.child<QAction>("languageTurkish")->isChecked());
}

void SettingsTest::everyActionCanHaveAnotherKey()
{
    SettingsWindow fixture;
    QVERIFY(fixture.openOne());
    fixture.setKey("invert", QKeySequence(Qt::Key_J));
    const bool before = fixture.canvas().view().display.inverted;
    QTest::keyClick(&fixture.window(), Qt::Key_I);
    QCOMPARE(fixture.canvas().view().display.inverted, before);
    QTest::keyClick(&fixture.window(), Qt::Key_J);
    QCOMPARE(fixture.canvas().view().display.inverted, !before);
    QVERIFY(fixture.child<QAction>("invert")->toolTip().contains(QStringLiteral("(J)")));
    fixture.closeWindow();
    QCOMPARE(fixture.child<QAction>("invert")->shortcut(), QKeySequence(Qt::Key_J));
}

void SettingsTest::aKeyThatIsTakenIsRefused()
{
    SettingsWindow fixture;
    fixture.setKey("invert", QKeySequence(Qt::Key_H));
    QVERIFY(
        fixture.child<QLabel>("keyMessage")->text().contains(QStringLiteral("Flip horizontally")));
    QCOMPARE(fixture.child<QAction>("invert")->shortcut(), QKeySequence(Qt::Key_I));
    QCOMPARE(fixture.child<QKeySequenceEdit>("keyEdit")->keySequence(), QKeySequence(Qt::Key_I));
    // Once the other gave it up, it is free.
    fixture.chooseAction("flipHorizontal");
    fixture.click("clearKey");
    fixture.setKey("invert", QKeySequence(Qt::Key_H));
    QCOMPARE(fixture.child<QAction>("invert")->shortcut(), QKeySequence(Qt::Key_H));
    QVERIFY(fixture.child<QAction>("flipHorizontal")->shortcut().isEmpty());
}

void SettingsTest::keysCanBeReset()
{
    SettingsWindow fixture;
    fixture.setKey("invert", QKeySequence(Qt::Key_J));
    fixture.setKey("zoomFit", QKeySequence(Qt::Key_U));
    fixture.chooseAction("invert");
    fixture.click("resetKey");
    QCOMPARE(fixture.child<QAction>("invert")->shortcut(), QKeySequence(Qt::Key_I));
    QCOMPARE(fixture.child<QAction>("zoomFit")->shortcut(), QKeySequence(Qt::Key_U));
    fixture.click("resetAllKeys");
    QCOMPARE(fixture.child<QAction>("zoomFit")->shortcut(), QKeySequence(Qt::Key_F));
}

void SettingsTest::thePeekKeyCanBeChanged()
{
    SettingsWindow fixture;
    QVERIFY(fixture.openOne());
    fixture.setKey("heatmapPeek", QKeySequence(Qt::Key_J));
    QTest::keyPress(&fixture.canvas(), Qt::Key_X);
    QVERIFY(!fixture.canvas().showsHeatmap());
    QTest::keyRelease(&fixture.canvas(), Qt::Key_X);
    QTest::keyPress(&fixture.canvas(), Qt::Key_J);
    QVERIFY(fixture.canvas().showsHeatmap());
    QTest::keyRelease(&fixture.canvas(), Qt::Key_J);
    QVERIFY(!fixture.canvas().showsHeatmap());
}

void SettingsTest::damagedSettingsDoNoHarm()
{
    SettingsWindow fixture;
    std::filesystem::create_directories(fixture.services.settingsFile.parent_path());
    QVERIFY(writeFileAtomically(fixture.services.settingsFile,
                                "[window]\nscale=nan\ntheme=7\n[analysis]\ndevice=toaster\n"
                                "model=gone\n[keys]\ninvert=@Invalid()\nnobody=Q\n")
                .has_value());
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.child<QLabel>("headline")->isVisible()); // the first model was taken
    QCOMPARE(fixture.dialog().findChild<QSlider*>(QStringLiteral("scaleSlider"))->value(), 100);
}

void SettingsTest::settingsThatCannotBeKeptAreTold()
{
    SettingsWindow fixture;
    const std::filesystem::path& file = fixture.services.settingsFile;
    QVERIFY(writeFileAtomically(file.parent_path(), "not a folder").has_value());
    const Result<void> saved = ui::saveWindowSettings({}, file);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::WriteFailed);
    fixture.choose("themeBox", 1);
    const QString told = fixture.window().statusBar()->currentMessage();
    QVERIFY2(told.startsWith(QStringLiteral("The settings could not be kept on disk: ")),
             qPrintable(told));
    std::filesystem::remove(file.parent_path());
    QVERIFY(ui::saveWindowSettings({}, file).has_value());
}

void SettingsTest::modelAndDeviceReachTheLoader()
{
    SettingsWindow fixture;
    std::vector<std::string> loaded;
    fixture.services.loadClassifier =
        [&](const std::string& id,
            ml::DeviceChoice device) -> Result<std::unique_ptr<ml::Classifier>> {
        loaded.push_back(id + (device == ml::DeviceChoice::Cpu ? " cpu" : ""));
        return test::makeFakeClassifier(fixture.model);
    };
    QVERIFY(fixture.openOne());
    auto* box = fixture.dialog().findChild<QComboBox*>(QStringLiteral("modelBox"));
    QTRY_COMPARE(box->count(), 2);
    fixture.choose("deviceBox", 1);
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(loaded == (std::vector<std::string>{"fake", "fake cpu"}));
}

void SettingsTest::blindReadingHidesTheScores()
{
    SettingsWindow fixture;
    fixture.check("blindFirstBox", true);
    QVERIFY(fixture.openOne());
    QVERIFY(!fixture.showsScores());
    QVERIFY(fixture.child<QWidget>("impressionCard")->isVisible());
    fixture.trigger("heatmapToggle"); // neither does the map tell
    QVERIFY(!fixture.canvas().showsHeatmap());
    fixture.child<QComboBox>("impressionChoice")->setCurrentIndex(2);
    fixture.click("recordImpression");
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.showsScores());
    QTRY_VERIFY(fixture.canvas().showsHeatmap());
    // Turned off, nothing is asked.
    fixture.check("blindFirstBox", false);
    QVERIFY(!fixture.child<QWidget>("impressionCard")->isVisible());
    QVERIFY(fixture.showsScores());
}

void SettingsTest::impressionsAreLogged()
{
    SettingsWindow fixture;
    fixture.check("blindFirstBox", true);
    QVERIFY(fixture.openOne());
    auto* choice = fixture.child<QComboBox>("impressionChoice");
    choice->setCurrentIndex(choice->findData(QStringLiteral("pneumonia")));
    fixture.click("recordImpression");
    QVERIFY(fixture.log().isEmpty());
    fixture.click("impressionDisagree");
    QTRY_COMPARE(fixture.log().size(), 2);
    const QStringList fields = fixture.log().back().split(QLatin1Char(','));
    QCOMPARE(fields.size(), 10);
    QCOMPARE(fields[2], QStringLiteral("fake"));
    QCOMPARE(fields[4], QStringLiteral("pneumonia"));
    QCOMPARE(fields[5], QStringLiteral("covid"));
    QCOMPARE(fields[6], QStringLiteral("0.9100"));
    QCOMPARE(fields[7], QStringLiteral("disagree"));
    QVERIFY(!fixture.log().join(QLatin1Char(' ')).contains(QStringLiteral("Yılmaz")));
    QVERIFY(!fixture.log().join(QLatin1Char(' ')).contains(QStringLiteral("1.1.1")));
    fixture.click("impressionEdit");
    choice->setCurrentIndex(choice->findData(QStringLiteral("covid")));
    fixture.click("recordImpression");
    QTRY_COMPARE(fixture.log().size(), 3);
    QVERIFY(fixture.log().back().contains(QStringLiteral("pneumonia,covid,0.9100,edited,covid")));
}

void SettingsTest::anImpressionIsLoggedWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "table.csv";
    QVERIFY(writeFileAtomically(file, "").has_value());
    QVERIFY(ui::appendImpression(file, {}).has_value());
    const std::string before = readTextFile(file, 1U << 20U).value();
    QVERIFY(before.starts_with("time,image,model,"));
    // Room for a part of the next line, as on a disk that is nearly full.
    struct rlimit all = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &all), 0);
    auto* const ignored = std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit little = all;
    little.rlim_cur = before.size() + 5;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &little), 0);
    const Result<void> written = ui::appendImpression(file, {});
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &all), 0);
    std::signal(SIGXFSZ, ignored);
    QVERIFY(!written);
    QCOMPARE(readTextFile(file, 1U << 20U).value(), before);
}

void SettingsTest::oldDrawingsAreFound()
{
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    const Measurement length{.kind = MeasurementKind::Length, .points = {{1, 2}, {3, 4}}};
    QVERIFY(
        ui::writeDrawings(root / "old" / "key.json", {.measurements = {length}, .calibration = {}})
            .has_value());
    {
        ui::DrawingBook book(root / "new", root / "old");
        book.setImage("key");
        QTRY_COMPARE(book.drawings().measurements.size(), std::size_t{1});
        book.add(length);
    }
    // From the first change on they lie in the new place.
    QCOMPARE(
        ui::readDrawings(root / "new" / "key.json").value_or(ui::Drawings()).measurements.size(),
        std::size_t{2});
    ui::DrawingBook book(root / "new", root / "old");
    book.setImage("key");
    QTRY_COMPARE(book.drawings().measurements.size(), std::size_t{2});
}

QTEST_MAIN(SettingsTest)
#include "settings_test.moc"
