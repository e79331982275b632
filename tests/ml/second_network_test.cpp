// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"
#include "core/base/files.h"

#include "ml/card_sections.h"
#include "ml/classifier.h"
#include "ml/dataset.h"
#include "ml/json_object.h"
#include "ml/model_registry.h"
#include "ml/publishing.h"
#include "ml/second_fitting.h"

#include "tests/ml/fakes.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace nefes;
using namespace nefes::ml;
namespace fs = std::filesystem;

namespace {

using Splits = std::map<std::string, std::string>;

/// Keeps hold of the networks that it has loaded: the first, then the second.
class WatchedBackend final : public fake::FakeBackend
{
public:
    [[nodiscard]] Result<std::unique_ptr<Network>> loadNetwork(const ModelPackage& package,
                                                               DeviceChoice) override
    {
        auto network = std::make_unique<fake::MeanNetwork>(package.description.outputs);
        loaded.push_back(network.get());
        return network;
    }
    std::vector<fake::MeanNetwork*> loaded;
};

double sigmoid(double logit)
{
    return 1.0 / (1.0 + std::exp(-logit));
}

} // namespace

/// A package whose two networks judge together. The first says (gray − 0.5) × 8 of the mean gray,
/// the second, whose input is centred on 0.25, (gray − 0.25) × 8.
class SecondNetworkTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theLogitsAreAveraged_data();
    void theLogitsAreAveraged();
    void theLabelOfTheMeanIsExplainedByTheFirst_data();
    void theLabelOfTheMeanIsExplainedByTheFirst();
    void theBandIsThatOfTheMean();
    void theSecondSeesWhatTheLungsLeaveOut();
    void itTravelsWithItsPackage();
    void anotherOneTakesItsPlace();
    void anotherSecondIsAnotherModel();
    void damagedOnesAreRefused_data();
    void damagedOnesAreRefused();
    void whatCannotBeOneIsRefused_data();
    void whatCannotBeOneIsRefused();
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
    std::unique_ptr<QTemporaryDir> m_folder;
    WatchedBackend m_backend;

    [[nodiscard]] fs::path folder(const std::string& name) const
    {
        return fs::path(m_folder->path().toStdString()) / name;
    }
    static ModelDescription secondModel()
    {
        ModelDescription model = fake::yesNoModel();
        model.id = "whole";
        model.input.mean = {0.25F};
        return model;
    }
    [[nodiscard]] bool writeBoth(const ModelDescription& first = fake::yesNoModel())
    {
        return fake::writePackage(folder("first"), first) &&
               fake::writePackage(folder("plain_second"), secondModel());
    }
    [[nodiscard]] Result<void> attach(const fs::path& target)
    {
        NEFES_TRY(const auto opened, openModelPackage(folder("first")));
        return writeWithSecond(folder("first"), folder("plain_second"), opened->description,
                               {"card", "kart"}, target);
    }
    /// Both in one package, ready to judge.
    [[nodiscard]] std::unique_ptr<Classifier> joint(const ModelDescription& first)
    {
        if (!writeBoth(first) || !attach(folder("joint"))) {
            return nullptr;
        }
        m_backend.loaded.clear();
        return createClassifier(m_backend, openModelPackage(folder("joint")).value(),
                                std::make_shared<fake::Operations>(), DeviceChoice::Cpu)
            .value();
    }
    static ImagePtr even(int gray)
    {
        return fake::halvesImage(16, 16, static_cast<std::uint8_t>(gray),
                                 static_cast<std::uint8_t>(gray));
    }
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

void SecondNetworkTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void SecondNetworkTest::theLogitsAreAveraged_data()
{
    QTest::addColumn<int>("gray");
    QTest::addColumn<double>("temperature");
    QTest::newRow("black") << 0 << 1.0;
    QTest::newRow("between the two") << 96 << 1.0;
    QTest::newRow("white, calibrated") << 255 << 2.0;
}

void SecondNetworkTest::theLogitsAreAveraged()
{
    QFETCH(int, gray);
    QFETCH(double, temperature);
    ModelDescription first = fake::yesNoModel();
    first.calibration.temperature = temperature;
    const auto classifier = joint(first);
    QVERIFY(classifier != nullptr);
    const auto analysis = classifier->analyse(*even(gray), std::nullopt, {});
    QVERIFY(analysis.has_value());
    const double expected = sigmoid((gray / 255.0 - 0.375) * 8.0 / temperature);
    QVERIFY(std::abs(analysis->prediction.scores[1].probability - expected) < 1e-5);
    // Features are the first one's: mean gray − 0.5.
    QVERIFY(std::abs(analysis->prediction.features[0] - (gray / 255.0 - 0.5)) < 1e-5);
}

void SecondNetworkTest::theLabelOfTheMeanIsExplainedByTheFirst_data()
{
    QTest::addColumn<int>("gray");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("label");
    QTest::addColumn<int>("asked");
    QTest::newRow("both say yes") << 200 << ""
                                  << "yes" << -1;
    QTest::newRow("both say no") << 20 << ""
                                 << "no" << -1;
    QTest::newRow("the first alone would say no") << 110 << ""
                                                  << "yes" << 1;
    QTest::newRow("a label that was asked for") << 110 << "no"
                                                << "no" << 0;
}

void SecondNetworkTest::theLabelOfTheMeanIsExplainedByTheFirst()
{
    QFETCH(int, gray);
    QFETCH(QString, wanted);
    QFETCH(QString, label);
    QFETCH(int, asked);
    const auto classifier = joint(fake::yesNoModel());
    QVERIFY(classifier != nullptr);
    const auto analysis =
        classifier->analyse(*even(gray), HeatmapRequest{wanted.toStdString(), std::nullopt}, {});
    QVERIFY(analysis.has_value() && analysis->heatmap);
    QCOMPARE(QString::fromStdString(analysis->heatmap->label), label);
    QCOMPARE(m_backend.loaded.size(), std::size_t{2});
    QCOMPARE(m_backend.loaded[0]->lastExplained, asked);
    QCOMPARE(m_backend.loaded[1]->lastExplained, -2); // never
}

void SecondNetworkTest::theBandIsThatOfTheMean()
{
    const auto classifier = joint(fake::yesNoModel());
    QVERIFY(classifier != nullptr);
    auto analysis = classifier->analyse(*even(96), std::nullopt, {});
    QVERIFY(analysis.has_value());
    QVERIFY(classifier->measureBands(*even(96), analysis->prediction, {}));
    const Score& yes = analysis->prediction.scores[1];
    QVERIFY(yes.band && yes.band->first < yes.band->second);
    QVERIFY(yes.probability >= yes.band->first && yes.probability <= yes.band->second);
    // Alone the first would say 0.27, the second 0.73.
    QVERIFY(yes.band->first > sigmoid((96.0 / 255.0 - 0.5) * 8.0));
    QVERIFY(yes.band->second < sigmoid((96.0 / 255.0 - 0.25) * 8.0));
}

void SecondNetworkTest::theSecondSeesWhatTheLungsLeaveOut()
{
    ModelDescription first = fake::yesNoModel();
    first.input.area = InputArea::Lungs;
    first.input.resize = ResizeRule::Stretch;
    first.lungFinder = kLungsFile;
    m_backend.lungs = [] {
        return std::make_unique<fake::LeftSquare>();
    };
    const auto classifier = joint(first);
    QVERIFY(classifier != nullptr);
    const auto logit = [&](int right) {
        const auto analysis = classifier->analyse(
            *fake::halvesImage(64, 64, 100, static_cast<std::uint8_t>(right)), std::nullopt, {});
        const double yes = analysis.value().prediction.scores[1].probability;
        return std::log(yes / (1.0 - yes));
    };
    // The right half is no lung. The first network sees two columns of it at the most; all that
    // the second sees brightens by a quarter, which is 2 of its logits and 1 of the mean's.
    QVERIFY(logit(228) - logit(100) > 0.99);
}

void SecondNetworkTest::itTravelsWithItsPackage()
{
    QVERIFY(writeBoth());
    QVERIFY(attach(folder("joint")));
    QVERIFY(writeFileAtomically(folder("joint") / kSecondFolder / "stray.txt", "no part of it"));
    const ModelRegistry registry({}, folder("user"));
    QVERIFY(registry.import(folder("joint"), Replacing::Refused));
    QVERIFY(registry.exportTo("yes-no", folder("exported")));
    auto publication = publicationOf(folder("exported")).value();
    publication.title.en = "Published";
    QVERIFY(writePublication(folder("exported"), publication, folder("published")));
    for (const fs::path& copy :
         {folder("user") / "yes-no", folder("exported"), folder("published")}) {
        const auto package = openModelPackage(copy);
        QVERIFY2(package.has_value(), package ? "" : package.error().detail.c_str());
        QVERIFY((*package)->second != nullptr);
        QCOMPARE((*package)->second->description.input.mean, std::vector<float>{0.25F});
        QVERIFY(!fs::exists(copy / kSecondFolder / "stray.txt"));
    }
}

void SecondNetworkTest::anotherOneTakesItsPlace()
{
    QVERIFY(writeBoth());
    QVERIFY(attach(folder("first")));
    ModelDescription other = secondModel();
    other.input.mean = {0.75F};
    QVERIFY(fake::writePackage(folder("plain_second"), other));
    QVERIFY(attach(folder("first")));
    const auto package = openModelPackage(folder("first"));
    QVERIFY(package.has_value());
    QCOMPARE((*package)->second->description.input.mean, std::vector<float>{0.75F});
}

void SecondNetworkTest::anotherSecondIsAnotherModel()
{
    const ModelDescription first = fake::yesNoModel();
    ModelDescription joint = first;
    joint.secondNetwork = SecondNetworkSettings{kSecondFolder, "abc"};
    QVERIFY(!hasSameWeights(first, joint));
    ModelDescription moved = joint;
    moved.secondNetwork->folder = "elsewhere";
    QVERIFY(hasSameWeights(joint, moved));
    moved.secondNetwork->weightsSha256 = "def";
    QVERIFY(!hasSameWeights(joint, moved));
}

void SecondNetworkTest::damagedOnesAreRefused_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("missing") << "missing" << ErrorCode::ModelDamaged;
    QTest::newRow("without weights") << "weights" << ErrorCode::ModelDamaged;
    QTest::newRow("with other weights") << "changed" << ErrorCode::ModelDigestMismatch;
    QTest::newRow("exchanged whole") << "exchanged" << ErrorCode::ModelDigestMismatch;
    QTest::newRow("with other labels") << "labels" << ErrorCode::ModelDamaged;
    QTest::newRow("the package itself") << "itself" << ErrorCode::ModelDamaged;
    QTest::newRow("outside the package") << "outside" << ErrorCode::ModelDamaged;
    QTest::newRow("without a digest") << "digest" << ErrorCode::ModelDamaged;
}

void SecondNetworkTest::damagedOnesAreRefused()
{
    QFETCH(QString, damage);
    QFETCH(ErrorCode, code);
    QVERIFY(writeBoth());
    QVERIFY(attach(folder("joint")));
    const fs::path second = folder("joint") / kSecondFolder;
    const auto change = [](const fs::path& file, const auto& edit) {
        auto json = nlohmann::json::parse(readTextFile(file, 1U << 20U).value());
        edit(json);
        QVERIFY(writeFileAtomically(file, json.dump()));
    };
    if (damage == "missing") {
        fs::remove_all(second);
    } else if (damage == "weights") {
        fs::remove(second / kWeightsFile);
    } else if (damage == "changed") {
        const std::vector<float> other{3.0F, 4.0F};
        QVERIFY(writeTensorFile(
            second / kWeightsFile,
            {{"network.output.bias", {TensorType::Float32, {2}, std::as_bytes(std::span(other))}}},
            {}));
    } else if (damage == "exchanged") {
        change(folder("joint") / kModelFile,
               [](auto& json) { json["second_network"]["weights_sha256"] = "abc"; });
    } else if (damage == "labels") {
        change(second / kModelFile, [](auto& json) { json["labels"][0]["id"] = "never"; });
    } else if (damage == "itself") {
        fs::remove_all(second);
        fs::create_directory_symlink(".", second); // for ever, if it were followed
    } else if (damage == "outside") {
        change(folder("joint") / kModelFile,
               [](auto& json) { json["second_network"]["folder"] = "../plain_second"; });
    } else {
        change(folder("joint") / kModelFile,
               [](auto& json) { json["second_network"].erase("weights_sha256"); });
    }
    const auto package = openModelPackage(folder("joint"));
    QVERIFY(!package.has_value());
    QCOMPARE(package.error().code, code);
}

void SecondNetworkTest::whatCannotBeOneIsRefused_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("one that looks at the lungs") << "lungs" << ErrorCode::InvalidArgument;
    QTest::newRow("one that has a second itself") << "joint" << ErrorCode::InvalidArgument;
    QTest::newRow("one with other labels") << "labels" << ErrorCode::InvalidArgument;
    QTest::newRow("no model at all") << "nothing" << ErrorCode::ModelNotFound;
}

void SecondNetworkTest::whatCannotBeOneIsRefused()
{
    QFETCH(QString, which);
    QFETCH(ErrorCode, code);
    QVERIFY(writeBoth());
    QVERIFY(attach(folder("joint")));
    ModelDescription lungs = secondModel();
    lungs.input.area = InputArea::Lungs;
    lungs.lungFinder = kLungsFile;
    QVERIFY(fake::writePackage(folder("lungs"), lungs));
    ModelDescription labels = secondModel();
    labels.labels[0].id = "never";
    labels.negativeLabel = "never";
    QVERIFY(fake::writePackage(folder("labels"), labels));
    const fake::Reader reader;
    const auto result =
        fitSecond(m_backend, folder("first"), folder(which.toStdString()), {folder("data")}, reader,
                  std::make_shared<fake::Operations>(), {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, code);
}

void SecondNetworkTest::calibrationAndThresholdsAreThoseOfTheMean()
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

void SecondNetworkTest::theCardSaysThatThereAreTwo()
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

void SecondNetworkTest::otherDataAreRefused_data()
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

void SecondNetworkTest::otherDataAreRefused()
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

void SecondNetworkTest::theSameNetworkTwiceIsRefused()
{
    const Splits splits = writeData();
    const auto result = fit(splits, fake::yesNoModel(), fake::yesNoModel());
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
}

void SecondNetworkTest::nothingElseIsReplaced_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("a folder of something else") << "films";
    QTest::newRow("the second network's own package") << "plain_second";
}

void SecondNetworkTest::nothingElseIsReplaced()
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

void SecondNetworkTest::threeFindingsAreFittedTogether()
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

void SecondNetworkTest::measurementsOfOtherWeightsAreNotRecorded_data()
{
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("of the two networks") << "own" << true;
    QTest::newRow("of the first alone") << "" << false;
    QTest::newRow("of another second network") << "abc" << false;
}

void SecondNetworkTest::measurementsOfOtherWeightsAreNotRecorded()
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

void SecondNetworkTest::tooFewImagesAreRefused()
{
    const Splits splits = writeData(40);
    const auto result = fit(splits);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::DatasetEmpty);
}

QTEST_APPLESS_MAIN(SecondNetworkTest)
#include "second_network_test.moc"
