// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_fixture.h"
#include "tests/ui/wizard_fixture.h"
#include "ui/plots/line_plot.h"
#include "ui/wizard/data_page.h"
#include "ui/wizard/run_folder.h"
#include "ui/wizard/training_runner.h"

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QPushButton>

#include <fstream>
#include <map>
#include <set>

using namespace nefes;
using test::WizardFixture;

namespace {

constexpr int kPatients = 25; ///< a class in each of the training and test folders
const std::vector<std::string> kClasses{"akciger-apsesi", "bronsektazi", "plevral-sivi"};

const std::string kTrains = "started; batch 1 1; batch 1 2; epoch 1\n"
                            "i=0; while [ ! -e \"$run/../go-on\" ] && [ $i -lt 400 ]; do sleep "
                            "0.05; i=$((i+1)); done\n"
                            "epoch 2; finished\n";

/// Everything at once that is wrong with data sets of the field: patients in two splits, copies, a
/// validation split of 15 images, files that are empty, cut off or no pictures.
std::filesystem::path writeBadDataset(const std::filesystem::path& folder)
{
    std::uint64_t seed = 1;
    for (std::size_t label = 0; label < kClasses.size(); ++label) {
        for (const auto& [split, count] :
             {std::pair{"train", kPatients}, std::pair{"test", kPatients}, std::pair{"val", 5}}) {
            for (int i = 1; i <= count; ++i) {
                // The same persons in training and test, with other images.
                const int person = static_cast<int>(label) * 100 + i;
                test::writeBlobs(folder / split / kClasses[label] /
                                     ("person" + std::to_string(person) + "_" + split + "_" +
                                      std::to_string(i) + ".png"),
                                 seed++);
            }
        }
    }
    const auto first = folder / "train" / kClasses[0];
    std::filesystem::copy_file(folder / "test" / kClasses[1] / "person101_test_1.png",
                               folder / "train" / kClasses[1] / "person901_copy_1.png");
    std::ofstream(first / "person902_empty_1.png").flush();
    std::ofstream(first / "person903_text_1.jpg") << "this is no picture";
    std::ofstream(first / "person904_half_1.png") << "\x89PNG\r\n\x1a\nnot much more";
    return folder;
}

/// The wizard on such a data set, with a script in place of the engine.
class BadFixture : public WizardFixture
{
public:
    BadFixture()
    {
        services.training.program = folder() / "engine.sh";
        test::writeEngine(folder(), kTrains);
    }
    void add(const std::filesystem::path& data)
    {
        wizard().findChild<ui::DataPage*>()->addFolders({data});
    }
    [[nodiscard]] QFrame* card(const char* code)
    {
        // A card that was replaced is hidden until it is deleted.
        for (QFrame* found :
             wizard().findChildren<QFrame*>(QStringLiteral("warning_") + QLatin1String(code))) {
            if (found->isVisible()) {
                return found;
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool hasCard(const char* code)
    {
        return QTest::qWaitFor([&] { return card(code) != nullptr; }, 2000);
    }
    /// Clicks what the card offers and waits until the warning is gone.
    [[nodiscard]] bool fix(const char* code)
    {
        auto* button = hasCard(code) ? card(code)->findChild<QPushButton*>() : nullptr;
        if (button == nullptr) {
            return false;
        }
        QTest::mouseClick(button, Qt::LeftButton);
        const auto isGone = [&] {
            return card(code) == nullptr;
        };
        // New cards are shown by the next turn of the event loop.
        while (QTest::qWaitFor(isGone, test::kIdleTimeoutMs) && waitUntilSound()) {
            QTest::qWait(50);
            if (isGone()) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] ui::TrainingRunner& runner() { return wizard().runner(); }
    void letGoOn() const
    {
        std::filesystem::create_directories(services.training.runsFolder);
        std::ofstream(services.training.runsFolder / "go-on").flush();
    }
    [[nodiscard]] bool goToTraining()
    {
        wizard().goToStep(3);
        return wizard().currentStep() == 3;
    }
};

} // namespace

/// A student with a data set that has every fault at once, and folders that come and go.
class WizardBadDataTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultIsToldAndMendedByItsButton();
    void aFolderThatVanishesInMidRunIsToldAndTheRunGoesOn();
    void aRunOnAFolderThatIsGoneSaysWhatToDo();
    void anotherRunWaitsAndIsStartedByItself();
    void classesOfAnyNameReachTheEngine();
};

void WizardBadDataTest::everyFaultIsToldAndMendedByItsButton()
{
    BadFixture fixture;
    fixture.add(writeBadDataset(fixture.folder() / "data"));
    QVERIFY(fixture.waitUntilSound());
    fixture.picture("bad-before");
    for (const char* code : {"unreadable_files", "patient_in_two_splits",
                             "near_duplicates_across_splits", "tiny_split"}) {
        QVERIFY2(fixture.hasCard(code), code);
    }
    QVERIFY(fixture.card("unreadable_files")
                ->accessibleName()
                .startsWith(QStringLiteral("3 files cannot be read")));
    // All files of the folders but those that are no images.
    const std::size_t images = 3 * (2 * kPatients + 5) + 1;
    QCOMPARE(fixture.wizard().state().dataset()->entries.size(), images);

    QVERIFY(fixture.fix("near_duplicates_across_splits"));
    QCOMPARE(fixture.wizard().state().dataset()->entries.size(), images - 1);
    QVERIFY(fixture.fix("patient_in_two_splits"));
    std::map<std::string, std::set<ml::Split>> splits;
    for (const ml::DatasetEntry& entry : fixture.wizard().state().dataset()->entries) {
        splits[entry.patient].insert(*entry.split);
    }
    for (const auto& [patient, used] : splits) {
        QVERIFY2(used.size() == 1, patient.c_str());
    }
    // 55 images a class can have a larger validation split, though not one of 20.
    const auto shares = [&fixture] {
        const ml::DataSettings& settings = fixture.wizard().state().recipe().data;
        return settings.validation + settings.test;
    };
    const double before = shares();
    QVERIFY(fixture.hasCard("tiny_split"));
    QTest::mouseClick(fixture.card("tiny_split")->findChild<QPushButton*>(), Qt::LeftButton);
    QTRY_VERIFY(shares() > before);
    QVERIFY(fixture.waitUntilSound());
    QVERIFY(fixture.hasCard("unreadable_files")); // nothing can mend these
    fixture.picture("bad-after");
    fixture.trigger("languageTurkish");
    QTRY_COMPARE(fixture.child<QLabel>("wizardTitle")->text(), QStringLiteral("Veri"));
    fixture.picture("bad-after-tr");
    // The command line takes the same images from the same recipe.
    const auto again = ml::gatherDataset(fixture.wizard().state().folders(),
                                         fixture.wizard().state().recipe().data);
    QVERIFY(again.has_value());
    QCOMPARE(again->entries.size(), images - 1 + 3);
    QVERIFY(fixture.goToTraining());
}

void WizardBadDataTest::aFolderThatVanishesInMidRunIsToldAndTheRunGoesOn()
{
    BadFixture fixture;
    const auto data = test::writeDataset(fixture.folder() / "data", kClasses, 20);
    fixture.add(data);
    QVERIFY(fixture.waitUntilSound());
    QVERIFY(fixture.goToTraining());
    fixture.child<QPushButton>("trainStart")->click();
    QTRY_COMPARE(fixture.runner().phase(), ui::RunPhase::Training);
    const auto elsewhere = fixture.folder() / "elsewhere";
    std::filesystem::rename(data, elsewhere);
    fixture.wizard().goToStep(0);
    QTRY_COMPARE(fixture.child<QLabel>("folderState")->text(),
                 QStringLiteral("This folder is gone. Put it back, or take it out of the list."));
    QVERIFY(fixture.runner().isBusy());
    QVERIFY(fixture.goToTraining());
    fixture.letGoOn();
    QTRY_VERIFY(!fixture.runner().isBusy());
    // There is a model, and the way on is told to be barred by the first step.
    QTRY_COMPARE(fixture.problem(),
                 QStringLiteral("Step 1, Data: A folder cannot be used: mend it or take it out of "
                                "the list."));
    QVERIFY(!fixture.named<QAbstractButton>(QStringLiteral("Next"))->isEnabled());
    fixture.wizard().goToStep(0);
    QVERIFY(!fixture.wizard().state().trainedModel().empty());
    std::filesystem::rename(elsewhere, data);
    fixture.click(QStringLiteral("Read again"));
    QVERIFY(fixture.waitUntilSound());
}

void WizardBadDataTest::aRunOnAFolderThatIsGoneSaysWhatToDo()
{
    BadFixture fixture;
    test::writeEngine(fixture.folder(),
                      "echo 'nefes: x: file_not_found: /data/gone' >&2; exit 1\n");
    fixture.add(test::writeDataset(fixture.folder() / "data", kClasses, 20));
    QVERIFY(fixture.waitUntilSound());
    QVERIFY(fixture.goToTraining());
    fixture.child<QPushButton>("trainStart")->click();
    QTRY_VERIFY(fixture.child<QFrame>("trainFailure")->isVisible());
    const QString text = fixture.child<QLabel>("trainFailureText")->text();
    QVERIFY2(text.contains(QStringLiteral("choose it again in step 1")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("/data/gone")));
    fixture.picture("bad-run");
}

void WizardBadDataTest::anotherRunWaitsAndIsStartedByItself()
{
    BadFixture fixture;
    fixture.add(test::writeDataset(fixture.folder() / "data", kClasses, 20));
    QVERIFY(fixture.waitUntilSound());
    QVERIFY(fixture.goToTraining());
    auto* start = fixture.child<QPushButton>("trainStart");
    start->click();
    QTRY_COMPARE(fixture.runner().phase(), ui::RunPhase::Training);
    QCOMPARE(start->text(), QStringLiteral("Queue another run"));
    start->click();
    QVERIFY(fixture.child<QLabel>("trainWaiting")->isVisible());
    const std::string first = fixture.runner().current().plan.name;
    fixture.letGoOn();
    QTRY_VERIFY(fixture.runner().current().plan.name != first);
    QTRY_VERIFY(!fixture.runner().isBusy());
    QVERIFY(!fixture.child<QLabel>("trainWaiting")->isVisible());
    const auto runs = ui::listRuns(fixture.services.training.runsFolder);
    QCOMPARE(runs.size(), std::size_t{2});
}

void WizardBadDataTest::classesOfAnyNameReachTheEngine()
{
    BadFixture fixture;
    fixture.add(test::writeDataset(fixture.folder() / "data", kClasses, 20));
    QVERIFY(fixture.waitUntilSound());
    QCOMPARE(fixture.wizard().state().dataset()->classes, kClasses);
    for (int step = 1; step <= 3; ++step) {
        fixture.click(QStringLiteral("Next"));
        QCOMPARE(fixture.wizard().currentStep(), step);
    }
    fixture.letGoOn();
    fixture.child<QPushButton>("trainStart")->click();
    QTRY_VERIFY(!fixture.wizard().state().trainedModel().empty());
    const auto run = ui::readRun(fixture.runner().current().folder);
    QVERIFY(run.has_value());
    const auto dataset = ml::gatherDataset(run->plan.folders, run->plan.recipe.data);
    QVERIFY(dataset.has_value());
    QCOMPARE(dataset->classes, kClasses);
    // And each name is shown as it is.
    QVERIFY(fixture.wizard().state().recipe().data.negativeLabel.empty());
}

QTEST_MAIN(WizardBadDataTest)
#include "wizard_bad_data_test.moc"
