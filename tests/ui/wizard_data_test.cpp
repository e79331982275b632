// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/wizard_fixture.h"
#include "ui/viewer/view_state.h"
#include "ui/wizard/count_chart.h"
#include "ui/wizard/glossary.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>

#include <fstream>
#include <map>
#include <set>

using namespace nefes;
using test::WizardFixture;
using test::writeBlobs;
using test::writeDataset;

namespace {

void drop(QWidget& target, const std::vector<std::filesystem::path>& paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const auto& path : paths) {
        urls << QUrl::fromLocalFile(QString::fromStdString(path.string()));
    }
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &enter);
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &event);
}

/// Folders with splits: a training split of 30 a class, 8 for validation, 24 for the test.
std::filesystem::path writeSplitDataset(const std::filesystem::path& folder)
{
    std::uint64_t seed = 500;
    for (const auto& [split, count] :
         {std::pair{"train", 30}, std::pair{"val", 8}, std::pair{"test", 24}}) {
        writeDataset(folder / split, {"kara", "ak", "boz"}, count, seed += 1000);
    }
    return folder;
}

} // namespace

class WizardDataTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWizardTakesTheViewersPlaceAndGivesItBack();
    void theEmptyWindowOffersTraining();
    void anImageThatArrivesLeavesTheWizardInFront();
    void plainKeysInTheWizardDoNotReachTheViewer();
    void aDroppedFolderIsCountedAndCanBeUsed();
    void labelsAreRenamedMergedAndLeftOut();
    void eachFolderHasItsOwnMapping();
    void splitsFollowTheShares();
    void aTinySplitIsReplacedOnClick();
    void patientsInTwoSplitsAreKeptTogetherOnClick();
    void copiesAcrossSplitsAreLeftOutAndTakenBack();
    void unreadableFilesAreNamedAndDoNotStop();
    void badFoldersSayWhatToDo_data();
    void badFoldersSayWhatToDo();
    void aVanishedFolderIsNoticed();
    void decodingCanBeCancelled();
    void everyTextFollowsTheLanguage();
    void everyTermIsExplained();
};

void WizardDataTest::theEmptyWindowOffersTraining()
{
    WizardFixture fixture;
    auto* button = fixture.child<QWidget>("emptyNotice")
                       ->findChild<QPushButton*>(QStringLiteral("noticeTertiary"));
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(button->text(), QStringLiteral("Train a model"));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(fixture.child<QAction>("showTraining")->isChecked());
    QTRY_VERIFY(!button->isVisible());
}

void WizardDataTest::anImageThatArrivesLeavesTheWizardInFront()
{
    WizardFixture fixture;
    fixture.window().openPaths({test::writeSynthetic(fixture.folder(), {})});
    QVERIFY(fixture.wizard().isVisible()); // brings it to the front while the image is still read
    QVERIFY(fixture.canvas().image() == nullptr);
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.wizard().isVisible());
    QVERIFY(fixture.canvas().image() != nullptr);
    fixture.click(QStringLiteral("Back to the viewer"));
    QVERIFY(fixture.canvas().isVisible());
}

void WizardDataTest::theWizardTakesTheViewersPlaceAndGivesItBack()
{
    WizardFixture fixture;
    QVERIFY(fixture.openOne());
    auto* studies = fixture.child<QWidget>("studyDock");
    QVERIFY(studies->isVisible());
    QVERIFY(fixture.wizard().isVisible());
    QVERIFY(!studies->isVisible());
    QVERIFY(!fixture.canvas().isVisible());
    fixture.click(QStringLiteral("Back to the viewer"));
    QVERIFY(fixture.canvas().isVisible());
    QVERIFY(studies->isVisible());
    QVERIFY(!fixture.child<QAction>("showTraining")->isChecked());
    fixture.trigger("showTraining");
    QVERIFY(fixture.wizard().isVisible());
    // Opening images shows them.
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.canvas().isVisible());
}

void WizardDataTest::plainKeysInTheWizardDoNotReachTheViewer()
{
    WizardFixture fixture;
    QVERIFY(fixture.openOne());
    const int before = ui::rotationDegrees(fixture.canvas().view().turn);
    auto* next = fixture.wizard().findChild<QWidget*>(QStringLiteral("wizardViewer"));
    next->setFocus();
    QTest::keyClick(next, Qt::Key_R);
    QCOMPARE(ui::rotationDegrees(fixture.canvas().view().turn), before);
}

void WizardDataTest::aDroppedFolderIsCountedAndCanBeUsed()
{
    WizardFixture fixture;
    const auto data = writeDataset(fixture.folder() / "data", {"kara", "ak", "boz"}, 40);
    auto* page = fixture.wizard().findChild<QWidget*>(QStringLiteral("dataPage"));
    QCOMPARE(fixture.problem(),
             QStringLiteral("Choose a folder of labelled images to begin with."));
    fixture.picture("data-empty");
    drop(*page, {data});
    QVERIFY(fixture.waitUntilSound());
    fixture.picture("data");
    QCOMPARE(fixture.named<ui::CountChart>(QStringLiteral("Images of each class"))->text(),
             QStringLiteral("ak: Training 28, Validation 6, Test 6; "
                            "boz: Training 28, Validation 6, Test 6; "
                            "kara: Training 28, Validation 6, Test 6"));
    const auto& dataset = fixture.wizard().state().dataset();
    QVERIFY(dataset.has_value());
    QCOMPARE(dataset->entries.size(), std::size_t(120));
    QCOMPARE(dataset->classes, (std::vector<std::string>{"ak", "boz", "kara"}));
    const auto examples =
        fixture.wizard().findChildren<QAbstractButton*>(QStringLiteral("thumbnail"));
    QCOMPARE(examples.size(), 18);
    const QString first = examples.front()->accessibleName();
    QTest::mouseClick(examples.front(), Qt::LeftButton);
    QVERIFY(examples.front()->accessibleName() != first || examples[1]->accessibleName() != first);
}

void WizardDataTest::labelsAreRenamedMergedAndLeftOut()
{
    WizardFixture fixture;
    const auto data =
        writeDataset(fixture.folder() / "data", {"bacterial", "normal", "other", "viral"}, 10);
    drop(*fixture.wizard().findChild<QWidget*>(QStringLiteral("dataPage")), {data});
    QVERIFY(fixture.waitUntilSound());
    for (const char* label : {"bacterial", "viral"}) {
        auto* name =
            fixture.named<QLineEdit>(QStringLiteral("Class of %1").arg(QLatin1String(label)));
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("pneumonia"));
        QTest::keyClick(name, Qt::Key_Return);
    }
    fixture.named<QCheckBox>(QStringLiteral("Use other"))->click();
    QVERIFY(fixture.waitUntilSound());
    const auto& dataset = fixture.wizard().state().dataset();
    QCOMPARE(dataset->classes, (std::vector<std::string>{"normal", "pneumonia"}));
    QCOMPARE(dataset->entries.size(), std::size_t(30));
    // The recipe says the same, so that a training run on the command line takes the same images.
    const auto again = ml::gatherDataset({data}, fixture.wizard().state().recipe().data);
    QVERIFY(again.has_value());
    QCOMPARE(again->entries.size(), std::size_t(30));
    fixture.named<QCheckBox>(QStringLiteral("Use normal"))->click();
    QTRY_COMPARE(fixture.problem(),
                 QStringLiteral("There is only one class, \"pneumonia\". A network learns "
                                "differences: it needs two classes or more."));
    QVERIFY(!fixture.wizard().state().dataset().has_value());
}

void WizardDataTest::eachFolderHasItsOwnMapping()
{
    WizardFixture fixture;
    const auto first = writeDataset(fixture.folder() / "one", {"no", "yes"}, 12, 1);
    const auto second = writeDataset(fixture.folder() / "two", {"no", "yes"}, 12, 100);
    auto* page = fixture.wizard().findChild<QWidget*>(QStringLiteral("dataPage"));
    drop(*page, {first, second});
    QVERIFY(fixture.waitUntilSound());
    fixture.named<QCheckBox>(QStringLiteral("Use no in two"))->click();
    QVERIFY(fixture.waitUntilSound());
    QCOMPARE(fixture.wizard().state().dataset()->entries.size(), std::size_t(36));
    fixture.picture("data-two-folders");
    // Without the first folder the second keeps its own.
    auto* remove = fixture.named<QAbstractButton>(
        QStringLiteral("Take out %1").arg(QString::fromStdString(first.string())));
    QVERIFY(remove != nullptr);
    QTest::mouseClick(remove, Qt::LeftButton);
    QTRY_VERIFY(fixture.problem().startsWith(QStringLiteral("There is only one class, \"yes\"")));
}

void WizardDataTest::splitsFollowTheShares()
{
    WizardFixture fixture;
    const auto data = writeDataset(fixture.folder() / "data", {"no", "yes"}, 40);
    drop(*fixture.wizard().findChild<QWidget*>(QStringLiteral("dataPage")), {data});
    QVERIFY(fixture.waitUntilSound());
    fixture.named<QSpinBox>(QStringLiteral("Share for validation, in percent"))->setValue(25);
    fixture.named<QSpinBox>(QStringLiteral("Share for the test, in percent"))->setValue(0);
    auto* chart = fixture.named<ui::CountChart>(QStringLiteral("Images of each class"));
    QTRY_COMPARE(chart->text(), QStringLiteral("no: Training 30, Validation 10, Test 0; "
                                               "yes: Training 30, Validation 10, Test 0"));
    QCOMPARE(fixture.wizard().state().recipe().data.train, 0.75);
    fixture.named<QSpinBox>(QStringLiteral("Share for validation, in percent"))->setValue(0);
    QTRY_VERIFY(fixture.problem().startsWith(QStringLiteral("No image of \"no\" is in the val")));
}

void WizardDataTest::aTinySplitIsReplacedOnClick()
{
    WizardFixture fixture;
    const auto data = writeSplitDataset(fixture.folder() / "data");
    drop(*fixture.wizard().findChild<QWidget*>(QStringLiteral("dataPage")), {data});
    QVERIFY(fixture.waitUntilSound());
    fixture.picture("data-tiny");
    auto* chart = fixture.named<ui::CountChart>(QStringLiteral("Images of each class"));
    QVERIFY(chart->text().startsWith(QStringLiteral("ak: Training 30, Validation 8, Test 24")));
    fixture.click(QStringLiteral("Draw a new one from the training images"));
    // 20 of 38 would be too many to give away; 30 % of what is left besides the test images.
    QTRY_VERIFY(!chart->text().contains(QStringLiteral("Validation 8")));
    QVERIFY(fixture.waitUntilSound());
    QVERIFY2(chart->text().contains(QStringLiteral("Test 24")), qPrintable(chart->text()));
    const auto counts = chart->text();
    const auto again = ml::gatherDataset({data}, fixture.wizard().state().recipe().data);
    QVERIFY(again.has_value());
    QCOMPARE(again->entries.size(), std::size_t(3 * 54));
}

void WizardDataTest::patientsInTwoSplitsAreKeptTogetherOnClick()
{
    WizardFixture fixture;
    const auto data = fixture.folder() / "data";
    std::uint64_t seed = 1;
    for (const char* label : {"no", "yes"}) {
        for (const char* split : {"train", "val", "test"}) {
            for (int person = 1; person <= 21; ++person) {
                writeBlobs(data / split / label /
                               ("person" + std::to_string(person) + label[0] + "_" + label + "_" +
                                split + ".png"),
                           ++seed);
            }
        }
    }
    // The names must tell the person: digits, then a separator.
    std::ofstream manifest(data / "manifest.csv");
    manifest << "file,label,split,patient\n";
    for (const char* label : {"no", "yes"}) {
        for (const char* split : {"train", "val", "test"}) {
            for (int person = 1; person <= 21; ++person) {
                manifest << split << "/" << label << "/person" << person << label[0] << "_" << label
                         << "_" << split << ".png," << label << "," << split << "," << label
                         << person << "\n";
            }
        }
    }
    manifest.close();
    drop(*fixture.wizard().findChild<QWidget*>(QStringLiteral("dataPage")), {data});
    QVERIFY(fixture.waitUntilSound());
    fixture.picture("data-patients");
    fixture.click(QStringLiteral("Keep patients together"));
    QTRY_VERIFY(fixture.named<QAbstractButton>(QStringLiteral("Keep patients together")) ==
                nullptr);
    QVERIFY(fixture.waitUntilSound());
    std::map<std::string, std::set<ml::Split>> splits;
    for (const auto& entry : fixture.wizard().state().dataset()->entries) {
        splits[entry.patient].insert(*entry.split);
    }
    QCOMPARE(splits.size(), std::size_t(42));
    for (const auto& [patient, used] : splits) {
        QCOMPARE(used.size(), std::size_t(1));
    }
}

void WizardDataTest::copiesAcrossSplitsAreLeftOutAndTakenBack()
{
    WizardFixture fixture;
    const auto data = writeSplitDataset(fixture.folder() / "data");
    std::filesystem::copy_file(data / "test" / "ak" / "1.png", data / "train" / "ak" / "copy.png");
    drop(*fixture.wizard().findChild<QWidget*>(QStringLiteral("dataPage")), {data});
    QVERIFY(fixture.waitUntilSound());
    auto* chart = fixture.named<ui::CountChart>(QStringLiteral("Images of each class"));
    QVERIFY(chart->text().startsWith(QStringLiteral("ak: Training 31,")));
    fixture.click(QStringLiteral("Leave out 1 image"));
    QTRY_VERIFY(chart->text().startsWith(QStringLiteral("ak: Training 30,")));
    QVERIFY(chart->text().contains(QStringLiteral("Test 24")));
    fixture.click(QStringLiteral("Take them back"));
    QTRY_VERIFY(chart->text().startsWith(QStringLiteral("ak: Training 31,")));
}

void WizardDataTest::unreadableFilesAreNamedAndDoNotStop()
{
    WizardFixture fixture;
    const auto data = writeDataset(fixture.folder() / "data", {"no", "yes"}, 30);
    std::ofstream(data / "no" / "broken.png") << "\x89PNG\r\n\x1a\nnot much more";
    std::ofstream(data / "yes" / "text.jpg") << "this is no picture";
    drop(*fixture.wizard().findChild<QWidget*>(QStringLiteral("dataPage")), {data});
    QVERIFY(fixture.waitUntilSound());
    auto* card = fixture.wizard().findChild<QWidget*>(QStringLiteral("warning_unreadable_files"));
    QVERIFY(card != nullptr);
    QCOMPARE(card->accessibleName(),
             QStringLiteral("2 files cannot be read. Training leaves them out."));
    QString details;
    for (const QLabel* label : card->findChildren<QLabel*>()) {
        details += label->text();
    }
    QVERIFY2(details.contains(QStringLiteral("broken.png")), qPrintable(details));
    QVERIFY(details.contains(QStringLiteral("text.jpg")));
    QCOMPARE(fixture.wizard().state().dataset()->entries.size(), std::size_t(60));
    fixture.picture("data-unreadable");
}

void WizardDataTest::badFoldersSayWhatToDo_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("problem");
    const QString unusable =
        QStringLiteral("A folder cannot be used: mend it or take it out of the list.");
    QTest::newRow("an empty folder") << QStringLiteral("empty") << unusable;
    QTest::newRow("images without a class") << QStringLiteral("flat") << unusable;
    QTest::newRow("a manifest without labels") << QStringLiteral("manifest") << unusable;
    QTest::newRow("one class") << QStringLiteral("one")
                               << QStringLiteral("There is only one class, \"yes\". A network "
                                                 "learns differences: it needs two classes or "
                                                 "more.");
    QTest::newRow("nothing but broken files")
        << QStringLiteral("broken")
        << QStringLiteral("Not one of the files can be read as an image.");
}

void WizardDataTest::badFoldersSayWhatToDo()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, problem);
    WizardFixture fixture;
    const auto data = fixture.folder() / "data";
    std::filesystem::create_directories(data);
    if (kind == QStringLiteral("flat")) {
        writeBlobs(data / "a.png", 1);
    } else if (kind == QStringLiteral("manifest")) {
        std::ofstream(data / "manifest.csv") << "file,class\na.png,yes\n";
    } else if (kind == QStringLiteral("one")) {
        writeDataset(data, {"yes"}, 5);
    } else if (kind == QStringLiteral("broken")) {
        for (const char* label : {"no", "yes"}) {
            std::filesystem::create_directories(data / label);
            std::ofstream(data / label / "a.png") << "no picture";
        }
    }
    drop(*fixture.wizard().findChild<QWidget*>(QStringLiteral("dataPage")), {data});
    QTRY_COMPARE(fixture.problem(), problem);
    QVERIFY(!fixture.named<QAbstractButton>(QStringLiteral("Next")) ||
            !fixture.named<QAbstractButton>(QStringLiteral("Next"))->isEnabled());
    fixture.picture(qPrintable(QStringLiteral("data-bad-") + kind));
    // A good folder instead, and all is well.
    const auto good = writeDataset(fixture.folder() / "good", {"no", "yes"}, 20, 900);
    fixture.click(QStringLiteral("Take out %1").arg(QString::fromStdString(data.string())));
    drop(*fixture.wizard().findChild<QWidget*>(QStringLiteral("dataPage")), {good});
    QVERIFY(fixture.waitUntilSound());
}

void WizardDataTest::aVanishedFolderIsNoticed()
{
    WizardFixture fixture;
    const auto data = writeDataset(fixture.folder() / "data", {"no", "yes"}, 12);
    drop(*fixture.wizard().findChild<QWidget*>(QStringLiteral("dataPage")), {data});
    QVERIFY(fixture.waitUntilSound());
    std::filesystem::rename(data, fixture.folder() / "elsewhere");
    fixture.click(QStringLiteral("Back to the viewer"));
    fixture.trigger("showTraining");
    QTRY_COMPARE(fixture.problem(),
                 QStringLiteral("A folder cannot be used: mend it or take it out of the list."));
    QCOMPARE(fixture.child<QLabel>("folderState")->text(),
             QStringLiteral("This folder is gone. Put it back, or take it out of the list."));
    std::filesystem::rename(fixture.folder() / "elsewhere", data);
    fixture.click(QStringLiteral("Read again"));
    QVERIFY(fixture.waitUntilSound());
}

void WizardDataTest::decodingCanBeCancelled()
{
    WizardFixture fixture;
    const auto data = writeDataset(fixture.folder() / "data", {"no", "yes"}, 400);
    drop(*fixture.wizard().findChild<QWidget*>(QStringLiteral("dataPage")), {data});
    QTRY_VERIFY(fixture.named<QAbstractButton>(QStringLiteral("Cancel looking at the images")) !=
                nullptr);
    fixture.click(QStringLiteral("Cancel looking at the images"));
    QVERIFY(fixture.waitUntilSound());
    QCOMPARE(fixture.child<QLabel>("decodeProblem")->text(),
             QStringLiteral("Cancelled: broken files and near-duplicates have not been looked "
                            "for."));
    QTRY_VERIFY(fixture.wizard().state().dataset().has_value());
    fixture.click(QStringLiteral("Read again"));
    QTRY_VERIFY(!fixture.child<QLabel>("decodeProblem")->isVisible());
    QVERIFY(fixture.waitUntilSound());
}

void WizardDataTest::everyTextFollowsTheLanguage()
{
    WizardFixture fixture;
    const auto data = writeSplitDataset(fixture.folder() / "data");
    drop(*fixture.wizard().findChild<QWidget*>(QStringLiteral("dataPage")), {data});
    QVERIFY(fixture.waitUntilSound());
    fixture.trigger("languageTurkish");
    QTRY_COMPARE(fixture.child<QLabel>("wizardTitle")->text(), QStringLiteral("Veri"));
    fixture.picture("data-tr");
    QTRY_VERIFY(fixture.named<QAbstractButton>(
                    QStringLiteral("Eğitim görüntülerinden yenisini seç")) != nullptr);
    QVERIFY(fixture.named<ui::CountChart>(QStringLiteral("Her sınıfın görüntüleri"))
                ->text()
                .startsWith(QStringLiteral("ak: Eğitim 30, Doğrulama 8, Sınama 24")));
    fixture.trigger("themeLight");
    fixture.picture("data-tr-light");
    fixture.trigger("themeDark");
}

void WizardDataTest::everyTermIsExplained()
{
    for (int term = 0; term <= static_cast<int>(ui::Term::ModelPackage); ++term) {
        QVERIFY2(!ui::explainTerm(static_cast<ui::Term>(term)).isEmpty(),
                 qPrintable(QString::number(term)));
    }
}

QTEST_MAIN(WizardDataTest)
#include "wizard_data_test.moc"
