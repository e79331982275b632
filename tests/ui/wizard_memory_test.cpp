// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/wizard_memory.h"

#include "core/base/files.h"

#include "tests/ml/fakes.h"
#include "tests/ui/wizard_fixture.h"
#include "ui/wizard/data_page.h"

#include <QComboBox>
#include <QLabel>

using namespace nefes;
using test::WizardFixture;

namespace {

/// The wizard in a data folder of its own.
class MemoryFixture : public WizardFixture
{
public:
    MemoryFixture() { data = test::writeDataset(folder() / "data", {"ak", "boz", "kara"}, 20); }
    [[nodiscard]] ui::WizardState& state() { return wizard().state(); }
    [[nodiscard]] bool addData()
    {
        wizard().findChild<ui::DataPage*>()->addFolders({data});
        return QTest::qWaitFor([this] { return state().dataset().has_value(); },
                               test::kIdleTimeoutMs) &&
               waitUntilSound();
    }
    [[nodiscard]] std::filesystem::path file() const
    {
        return services.dataFolder / "training.json";
    }

    std::filesystem::path data;
};

} // namespace

class WizardMemoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersRecipeAndStepComeBack();
    void aFolderThatHasVanishedIsToldAndComesBack();
    void otherFoldersBeginAnew();
    void aTrainedModelComesBackWhileItIsThere();
    void damagedMemoriesAreForgotten_data();
    void damagedMemoriesAreForgotten();
};

void WizardMemoryTest::foldersRecipeAndStepComeBack()
{
    MemoryFixture fixture;
    QVERIFY(fixture.addData());
    ml::TrainingRecipe recipe = fixture.state().recipe();
    recipe.epochs = 7;
    recipe.data.validation = 0.3;
    recipe.data.train = 0.55;
    fixture.state().setRecipe(recipe);
    fixture.state().setMachine("cpu", 1);
    QVERIFY(fixture.waitUntilSound());
    fixture.wizard().goToStep(3);
    QCOMPARE(fixture.wizard().currentStep(), 3);
    fixture.restart();

    QTRY_VERIFY(fixture.state().folders() == std::vector<std::filesystem::path>{fixture.data});
    QVERIFY(fixture.state().recipe() == recipe);
    QTRY_COMPARE(fixture.wizard().currentStep(), 3);
    QCOMPARE(fixture.state().dataset()->classes, (std::vector<std::string>{"ak", "boz", "kara"}));
    QCOMPARE(fixture.child<QComboBox>("trainDevice")->currentData().toString(),
             QStringLiteral("cpu"));
}

void WizardMemoryTest::aFolderThatHasVanishedIsToldAndComesBack()
{
    MemoryFixture fixture;
    QVERIFY(fixture.addData());
    fixture.wizard().goToStep(1);
    fixture.restart();
    const auto elsewhere = fixture.folder() / "elsewhere";
    std::filesystem::rename(fixture.data, elsewhere);

    QTRY_COMPARE(fixture.wizard().currentStep(), 0);
    QTRY_COMPARE(fixture.problem(),
                 QStringLiteral("A folder cannot be used: mend it or take it out of the list."));
    QCOMPARE(fixture.child<QLabel>("folderState")->text(),
             QStringLiteral("This folder is gone. Put it back, or take it out of the list."));
    std::filesystem::rename(elsewhere, fixture.data);
    fixture.click(QStringLiteral("Read again"));
    // And on where the student was.
    QTRY_COMPARE(fixture.wizard().currentStep(), 1);
}

void WizardMemoryTest::otherFoldersBeginAnew()
{
    MemoryFixture fixture;
    QVERIFY(fixture.addData());
    fixture.wizard().goToStep(2);
    fixture.restart();
    std::filesystem::remove_all(fixture.data);
    fixture.wizard();
    QTRY_VERIFY(fixture.problem().startsWith(QStringLiteral("A folder cannot be used")));
    const auto other = test::writeDataset(fixture.folder() / "other", {"no", "yes"}, 20, 700);
    fixture.click(QStringLiteral("Take out %1").arg(QString::fromStdString(fixture.data.string())));
    fixture.wizard().findChild<ui::DataPage*>()->addFolders({other});
    QVERIFY(fixture.waitUntilSound());
    QTest::qWait(50);
    QCOMPARE(fixture.wizard().currentStep(), 0);
}

void WizardMemoryTest::aTrainedModelComesBackWhileItIsThere()
{
    MemoryFixture fixture;
    const auto model = fixture.folder() / "run-model";
    QVERIFY(ml::fake::writePackage(model, ml::fake::yesNoModel()).has_value());
    QVERIFY(fixture.addData());
    fixture.state().setTrainedModel(model);
    fixture.state().setThreshold("yes", 0.37);
    fixture.restart();
    QTRY_VERIFY(fixture.state().trainedModel() == model);
    QCOMPARE(fixture.state().thresholds().at("yes"), 0.37);
    QTRY_VERIFY(fixture.state().dataset().has_value());
    fixture.wizard().goToStep(5);
    QCOMPARE(fixture.wizard().currentStep(), 5);
    fixture.restart();
    std::filesystem::remove_all(model);
    QTRY_VERIFY(!fixture.state().folders().empty());
    QVERIFY(fixture.state().trainedModel().empty());
}

void WizardMemoryTest::damagedMemoriesAreForgotten_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing in it") << QByteArray("");
    QTest::newRow("half a file") << QByteArray("{\"folders\": [\"/da");
    QTest::newRow("other types") << QByteArray("{\"folders\": 3, \"recipe\": {}}");
    QTest::newRow("a recipe that is none")
        << QByteArray("{\"folders\": [], \"recipe\": {\"epochs\": -1}}");
    QTest::newRow("a step that does not exist")
        << QByteArray("{\"folders\": [], \"recipe\": {\"id\": \"x\"}, \"step\": 99}");
}

void WizardMemoryTest::damagedMemoriesAreForgotten()
{
    QFETCH(const QByteArray, text);
    MemoryFixture fixture;
    std::filesystem::create_directories(fixture.services.dataFolder);
    QVERIFY(writeFileAtomically(fixture.file(), text.toStdString()).has_value());
    QTRY_VERIFY(!fixture.state().recipe().id.empty());
    QCOMPARE(fixture.wizard().currentStep(), 0);
    QVERIFY(fixture.addData());
}

QTEST_MAIN(WizardMemoryTest)
#include "wizard_memory_test.moc"
