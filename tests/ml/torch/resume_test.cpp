// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ml/torch/trainer_fixture.h"

#include <QTest>

#include <functional>
#include <numeric>
#include <stop_token>

using namespace nefes;

namespace {

/// The checkpoint with its identity's recipe changed.
void changeRecipe(const std::filesystem::path& file,
                  const std::function<void(nlohmann::json&)>& change)
{
    const auto stored = ml::TensorFile::open(file);
    QVERIFY(stored.has_value());
    auto metadata = (*stored)->metadata();
    for (auto& [key, text] : metadata) {
        nlohmann::json run = nlohmann::json::parse(text, nullptr, false);
        if (run.is_object() && run.contains("identity")) {
            change(run["identity"]["recipe"]);
            text = run.dump();
        }
    }
    QVERIFY(ml::writeTensorFile(file, (*stored)->tensors(), metadata));
}

} // namespace

class ResumeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunOfAnEarlierProgramGoesOn_data();
    void aRunOfAnEarlierProgramGoesOn();
    void aRunThatNeedsTheSourcesGoesOnWithThemAlone_data();
    void aRunThatNeedsTheSourcesGoesOnWithThemAlone();
    void aDamagedCheckpointIsNamed_data();
    void aDamagedCheckpointIsNamed();
    void aRunGoesOnWithItsLungFinderAlone_data();
    void aRunGoesOnWithItsLungFinderAlone();
};

void ResumeTest::aRunOfAnEarlierProgramGoesOn_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("it did not know the field") << QString() << true;
    QTest::newRow("it had another value there") << QStringLiteral("0.5") << false;
}

void ResumeTest::aRunOfAnEarlierProgramGoesOn()
{
    QFETCH(QString, value);
    QFETCH(bool, goesOn);
    const QTemporaryDir folder;
    const ml::TrainingRecipe recipe = test::smallRecipe();
    const auto store = test::smallStore(test::pathIn(folder, "store"), 3, recipe.input);
    QVERIFY(store);
    ml::TrainerOptions options;
    options.runFolder = test::pathIn(folder, "run");
    std::filesystem::create_directories(options.runFolder);
    const auto trainer = ml::loadBackend().value()->createTrainer(ml::DeviceChoice::Cpu);
    std::stop_source stop;
    const auto stopAfterOne = [&stop](const ml::TrainingEvent& event) {
        if (std::holds_alternative<ml::CheckpointWritten>(event)) {
            stop.request_stop();
        }
    };
    QVERIFY(trainer->run(recipe, *store, options, stopAfterOne, stop.get_token()));
    changeRecipe(options.runFolder / "checkpoint.safetensors", [&value](nlohmann::json& before) {
        if (value.isEmpty()) {
            before["augmentation"].erase("mixup");
        } else {
            before["augmentation"]["mixup"] = value.toDouble();
        }
    });
    options.resume = true;
    const auto report = trainer->run(recipe, *store, options, {}, {});
    QCOMPARE(report.has_value(), goesOn);
    if (goesOn) {
        QCOMPARE(report->epochs, recipe.epochs);
    } else {
        QCOMPARE(report.error().code, ErrorCode::CheckpointMismatch);
        QVERIFY(report.error().detail.find("augmentation.mixup") != std::string::npos);
    }
}

void ResumeTest::aRunThatNeedsTheSourcesGoesOnWithThemAlone_data()
{
    QTest::addColumn<double>("adjustment");
    QTest::addColumn<QString>("balance");
    QTest::addColumn<bool>("isAnother");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("adjusted, the same") << 0.5 << "none" << false << true;
    QTest::newRow("adjusted, another for one image") << 0.5 << "none" << true << false;
    QTest::newRow("balanced, another for one image") << 0.0 << "source_class" << true << false;
    QTest::newRow("not needed, another for one image") << 0.0 << "class" << true << true;
}

void ResumeTest::aRunThatNeedsTheSourcesGoesOnWithThemAlone()
{
    QFETCH(double, adjustment);
    QFETCH(QString, balance);
    QFETCH(bool, isAnother);
    QFETCH(bool, goesOn);
    const QTemporaryDir folder;
    ml::TrainingRecipe recipe = test::smallRecipe();
    recipe.loss.sourceAdjustment = adjustment;
    recipe.data.balance = balance.toStdString();
    const auto store = test::smallStore(test::pathIn(folder, "store"), 2, recipe.input);
    QVERIFY(store);
    ml::TrainerOptions options;
    options.runFolder = test::pathIn(folder, "run");
    options.threads = 1;
    std::filesystem::create_directories(options.runFolder);
    const auto trainer = ml::loadBackend().value()->createTrainer(ml::DeviceChoice::Cpu);
    test::StopAfter stop{1, 0, {}};
    QVERIFY(trainer->run(recipe, *store, options, std::ref(stop), stop.source.get_token()));

    std::vector<ml::SampleInfo> samples = store->samples();
    samples.front().source += isAnother ? "-moved" : "";
    std::vector<std::size_t> planes(samples.size());
    std::iota(planes.begin(), planes.end(), std::size_t{0});
    const auto now = store->rearranged(planes, std::move(samples), store->classes());
    options.resume = true;
    const auto report = trainer->run(recipe, *now, options, {}, {});
    QCOMPARE(report.has_value(), goesOn);
    if (!goesOn) {
        QCOMPARE(report.error().code, ErrorCode::CheckpointMismatch);
        QVERIFY2(report.error().detail.find("sources") != std::string::npos,
                 report.error().detail.c_str());
    }
}

void ResumeTest::aDamagedCheckpointIsNamed_data()
{
    QTest::addColumn<int>("bytes");
    QTest::newRow("nothing is left of it") << 0;
    QTest::newRow("it ends in its header") << 100;
    QTest::newRow("it ends in its tensors") << 10'000;
}

void ResumeTest::aDamagedCheckpointIsNamed()
{
    QFETCH(int, bytes);
    const QTemporaryDir folder;
    const ml::TrainingRecipe recipe = test::smallRecipe();
    const auto store = test::smallStore(test::pathIn(folder, "store"), 3, recipe.input);
    QVERIFY(store);
    ml::TrainerOptions options;
    options.runFolder = test::pathIn(folder, "run");
    options.threads = 1;
    std::filesystem::create_directories(options.runFolder);
    const auto trainer = ml::loadBackend().value()->createTrainer(ml::DeviceChoice::Cpu);
    test::StopAfter stop{1, 0, {}};
    QVERIFY(trainer->run(recipe, *store, options, std::ref(stop), stop.source.get_token()));
    const auto checkpoint = options.runFolder / "checkpoint.safetensors";
    QVERIFY(std::filesystem::file_size(checkpoint) > static_cast<std::uintmax_t>(bytes));
    std::filesystem::resize_file(checkpoint, static_cast<std::uintmax_t>(bytes));
    options.resume = true;
    const auto report = trainer->run(recipe, *store, options, {}, {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::CheckpointMismatch);
    QVERIFY2(report.error().detail.find(checkpoint.string()) != std::string::npos,
             report.error().detail.c_str());
}

void ResumeTest::aRunGoesOnWithItsLungFinderAlone_data()
{
    QTest::addColumn<QString>("finder");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("the same") << QStringLiteral("a") << true;
    QTest::newRow("another") << QStringLiteral("b") << false;
}

void ResumeTest::aRunGoesOnWithItsLungFinderAlone()
{
    QFETCH(QString, finder);
    QFETCH(bool, goesOn);
    const QTemporaryDir folder;
    const auto backend = ml::loadBackend().value();
    ml::LungSamples films;
    for (std::size_t i = 0; i < 16U * ml::kLungSide * ml::kLungSide; ++i) {
        films.planes.push_back(static_cast<std::uint8_t>(i * 7 % 251));
        films.masks.push_back(i % ml::kLungSide < ml::kLungSide / 2 ? 255 : 0);
    }
    const auto file = [&folder](const QString& name) {
        return test::pathIn(folder, name.toStdString() + ".safetensors");
    };
    for (const char* name : {"a", "b"}) {
        ml::LungTrainingOptions options;
        options.epochs = 1;
        options.threads = 1;
        const auto trained =
            backend->trainLungFinder(films, options, file(name), {{"name", name}}, {}, {});
        QVERIFY2(trained, trained ? "" : trained.error().detail.c_str());
    }
    ml::TrainingRecipe recipe = test::smallRecipe();
    recipe.augmentation.outsideLungs = 0.5;
    const auto store = test::smallStore(test::pathIn(folder, "store"), 3, recipe.input);
    QVERIFY(store);
    ml::TrainerOptions options;
    options.runFolder = test::pathIn(folder, "run");
    options.threads = 1;
    options.lungWeights = file("a");
    std::filesystem::create_directories(options.runFolder);
    const auto trainer = backend->createTrainer(ml::DeviceChoice::Cpu);
    std::stop_source stop;
    const auto stopAfterOne = [&stop](const ml::TrainingEvent& event) {
        if (std::holds_alternative<ml::CheckpointWritten>(event)) {
            stop.request_stop();
        }
    };
    QVERIFY(trainer->run(recipe, *store, options, stopAfterOne, stop.get_token()));
    options.resume = true;
    options.lungWeights = file(finder);
    const auto report = trainer->run(recipe, *store, options, {}, {});
    QCOMPARE(report.has_value(), goesOn);
    if (!goesOn) {
        QCOMPARE(report.error().code, ErrorCode::CheckpointMismatch);
        QVERIFY(report.error().detail.find("lung_finder") != std::string::npos);
    }
}

QTEST_GUILESS_MAIN(ResumeTest)
#include "resume_test.moc"
