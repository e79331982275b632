// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/second_fitting.h"

#include "core/base/digest.h"
#include "core/base/files.h"

#include "ml/card_sections.h"
#include "ml/classifier.h"
#include "ml/dataset.h"
#include "ml/json_object.h"

#include "tests/ml/second_fixture.h"

#include <QTest>

using namespace nefes;
using namespace nefes::ml;
namespace fs = std::filesystem;

namespace {

using Splits = std::map<std::string, std::string>;

} // namespace

/// What `nefes models second` makes of two models.
class SecondFittingTest final : public QObject, private SecondFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void calibrationAndThresholdsAreThoseOfTheMean();
    void theCardSaysThatThereAreTwo();
    void threeFindingsAreFittedTogether();
    void otherDataAreRefused_data();
    void otherDataAreRefused();
    void theSameNetworkTwiceIsRefused();
    void nothingElseIsReplaced_data();
    void nothingElseIsReplaced();
    void measurementsOfOtherWeightsAreNotRecorded_data();
    void measurementsOfOtherWeightsAreNotRecorded();
    void tooFewImagesAreRefused();

private:
    /// 240 images, "no" dark and "yes" bright, one in four kept for the test, one for validation.
    [[nodiscard]] Splits writeData(int patients = 120)
    {
        Splits splits;
        if (fake::writeDataset(folder("data"), patients)) {
            const auto entries = scanDataFolder(folder("data")).value();
            for (std::size_t i = 0; i < entries.size(); ++i) {
                const char* const all[] = {"train", "train", "validation", "test"};
                splits[sha256OfFile(entries[i].path).value()] = all[(i / 2) % 4];
            }
        }
        return splits;
    }
    static ModelDescription trainedOn(const std::string& digest, ModelDescription model)
    {
        model.training["dataset_sha256"] = digest;
        return model;
    }
    /// Of networks that were trained on the same data, unless they say otherwise.
    [[nodiscard]] Result<SecondFit>
    fit(const Splits& splits, const ModelDescription& first = trainedOn("abc", fake::yesNoModel()),
        const ModelDescription& second = trainedOn("abc", secondModel()))
    {
        NEFES_CHECK(fake::writePackage(folder("first"), first, {}, std::nullopt, splits));
        NEFES_CHECK(fake::writePackage(folder("plain_second"), second, {}, std::nullopt, splits));
        const fake::Reader reader;
        return fitSecond(m_backend, folder("first"), folder("plain_second"), {folder("data")},
                         reader, std::make_shared<fake::Operations>(), {}, {});
    }
};

void SecondFittingTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void SecondFittingTest::calibrationAndThresholdsAreThoseOfTheMean()
{
    const Splits splits = writeData();
    const auto result = fit(splits);
    QVERIFY2(result.has_value(), result ? "" : result.error().detail.c_str());
    QVERIFY(result->unreadable.empty());
    for (const char* split : {"validation", "test"}) {
        const auto images = std::ranges::count_if(
            scanDataFolder(folder("data")).value(), [&](const DatasetEntry& entry) {
                return splits.at(sha256OfFile(entry.path).value()) == split;
            });
        QCOMPARE(result->model.metrics[split]["images"], nlohmann::json(images));
    }
    // "no" is at most 75 bright in the mean of a film, "yes" at least 175: the mean's logits are
    // below −0.6 and above 2.5, and sharper is better.
    QVERIFY(result->model.calibration.temperature < 0.5);
    QVERIFY(!result->model.labels[0].threshold);
    QVERIFY(result->model.labels[1].threshold);
    QCOMPARE(result->model.metrics["test"]["accuracy"], nlohmann::json(1.0));

    QVERIFY(writeWithSecond(folder("first"), folder("plain_second"), result->model, result->card,
                            folder("joint")));
    const auto package = openModelPackage(folder("joint"));
    QVERIFY(package.has_value());
    QCOMPARE((*package)->description.calibration.temperature,
             result->model.calibration.temperature);
    // What is judged with it is what was measured.
    const auto classifier = createClassifier(
        m_backend, *package, std::make_shared<fake::Operations>(), DeviceChoice::Cpu);
    const auto yes = (*classifier)->analyse(*even(200), std::nullopt, {});
    QCOMPARE(yes.value().prediction.topLabel, std::string("yes"));
    QCOMPARE(yes.value().prediction.scores[1].decision, Decision::Above);
}

void SecondFittingTest::theCardSaysThatThereAreTwo()
{
    const Splits splits = writeData();
    QVERIFY(fake::writePackage(folder("first"), trainedOn("abc", fake::yesNoModel()), {},
                               std::nullopt, splits));
    const std::string en = "# Old head\n\n## Data\n\nthe films\n\n## Results on the test images\n\n"
                           "old figures\n\n## Shortcut tests\n\nof one network\n\n## Limits\n\n"
                           "- the limits\n";
    QVERIFY(writeFileAtomically(folder("first") / kCardEnglish, en));
    QVERIFY(fake::writePackage(folder("plain_second"), trainedOn("abc", secondModel()), {},
                               std::nullopt, splits));
    const fake::Reader reader;
    const auto result =
        fitSecond(m_backend, folder("first"), folder("plain_second"), {folder("data")}, reader,
                  std::make_shared<fake::Operations>(), {}, {});
    QVERIFY2(result.has_value(), result ? "" : result.error().detail.c_str());
    const QString card = QString::fromStdString(result->card.en);
    for (const char* kept : {"the films", "- the limits"}) {
        QVERIFY2(card.contains(kept), kept);
    }
    for (const char* gone : {"Old head", "old figures", "of one network", "## Shortcut tests"}) {
        QVERIFY2(!card.contains(gone), gone);
    }
    QCOMPARE(card.count("\n## Two networks\n"), 1);
    QCOMPARE(card.count("\n## Results on the test images\n"), 1);
    QVERIFY(card.indexOf("## Two networks") < card.indexOf("## Limits"));
    QVERIFY(card.contains("AI estimate, not a diagnosis."));
    QVERIFY(result->card.tr.find("## İki ağ\n") != std::string::npos);
}

void SecondFittingTest::otherDataAreRefused_data()
{
    QTest::addColumn<QString>("ofFirst");
    QTest::addColumn<QString>("ofSecond");
    QTest::newRow("other images or splits") << "abc"
                                            << "def";
    QTest::newRow("the second does not say") << "abc"
                                             << "";
    QTest::newRow("neither says") << ""
                                  << "";
}

void SecondFittingTest::otherDataAreRefused()
{
    QFETCH(QString, ofFirst);
    QFETCH(QString, ofSecond);
    const Splits splits = writeData();
    const auto result = fit(splits, trainedOn(ofFirst.toStdString(), fake::yesNoModel()),
                            trainedOn(ofSecond.toStdString(), secondModel()));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    QVERIFY(result.error().detail.find("other images") != std::string::npos);
}

void SecondFittingTest::theSameNetworkTwiceIsRefused()
{
    const Splits splits = writeData();
    const auto result = fit(splits, fake::yesNoModel(), fake::yesNoModel());
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
}

void SecondFittingTest::nothingElseIsReplaced_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("a folder of something else") << "films";
    QTest::newRow("the second network's own package") << "plain_second";
}

void SecondFittingTest::nothingElseIsReplaced()
{
    QFETCH(QString, target);
    QVERIFY(writeBoth());
    fs::create_directories(folder("films"));
    QVERIFY(writeFileAtomically(folder("films") / "film.dcm", "a film"));
    const auto result = attach(folder(target.toStdString()));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    QVERIFY(fs::exists(folder("films") / "film.dcm"));
    QVERIFY(openModelPackage(folder("plain_second")));
}

void SecondFittingTest::threeFindingsAreFittedTogether()
{
    ModelDescription first = fake::yesNoModel();
    first.labels.push_back({"zebra", {"Zebra", "Zebra"}, std::nullopt, std::nullopt});
    first.outputs = 3;
    ModelDescription second = first;
    second.input.mean = {0.25F};
    first.training["thresholds_by_hand"] = true;
    const auto result = fit(writeData(), trainedOn("abc", first), trainedOn("abc", second));
    QVERIFY2(result.has_value(), result ? "" : result.error().detail.c_str());
    // Neither network tells "yes" from "no" now: the last output alone grows with the gray, so that
    // the mean of both calls the bright half zebras.
    QVERIFY(result->model.labels[1].threshold && result->model.labels[2].threshold);
    QVERIFY(!result->model.training.contains("thresholds_by_hand"));
    const auto& test = result->model.metrics["test"];
    QCOMPARE(test["confusion"]["matrix"][1][2], test["classes"][1]["support"]);
}

void SecondFittingTest::measurementsOfOtherWeightsAreNotRecorded_data()
{
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("of the two networks") << "own" << true;
    QTest::newRow("of the first alone") << "" << false;
    QTest::newRow("of another second network") << "abc" << false;
}

void SecondFittingTest::measurementsOfOtherWeightsAreNotRecorded()
{
    QFETCH(QString, second);
    QFETCH(bool, isTaken);
    QVERIFY(writeBoth());
    QVERIFY(attach(folder("joint")));
    const auto package = openModelPackage(folder("joint")).value();
    nlohmann::json model = modelIdentity(package->description);
    QVERIFY(model.contains("second_sha256"));
    if (second.isEmpty()) {
        model.erase("second_sha256");
    } else if (second != "own") {
        model["second_sha256"] = second.toStdString();
    }
    const nlohmann::json values = {{"lungs_black", {{"macro_auc", 0.5}}}, {"model", model}};
    const auto result = recordMeasurement(folder("joint"), LaterMeasurement::Shortcuts, values);
    QCOMPARE(result.has_value(), isTaken);
}

void SecondFittingTest::tooFewImagesAreRefused()
{
    const Splits splits = writeData(40);
    const auto result = fit(splits);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::DatasetEmpty);
}

QTEST_APPLESS_MAIN(SecondFittingTest)
#include "second_fitting_test.moc"
