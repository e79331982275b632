// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/input_gate.h"

#include "core/base/digest.h"

#include "ml/classifier.h"
#include "ml/gate_fitting.h"
#include "ml/input_check.h"
#include "ml/json_object.h"
#include "ml/model_registry.h"
#include "ml/publishing.h"

#include "tests/ml/fakes.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace nefes;
using namespace nefes::ml;
namespace fs = std::filesystem;

/// The gate of a package: a second model that tells what an image shows.
class InputGateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void attributesClaim_data();
    void attributesClaim();
    void attributesAloneRefuseNothing_data();
    void attributesAloneRefuseNothing();
    void theGateIsAskedBeforeTheFeatures_data();
    void theGateIsAskedBeforeTheFeatures();
    void colourPicturesAreNamedByTheGate_data();
    void colourPicturesAreNamedByTheGate();
    void theScoreGrowsWithTheGatesProbability();
    void theGateTravelsWithItsPackage();
    void aSecondGateReplacesTheFirst();
    void damagedGatesAreRefused_data();
    void damagedGatesAreRefused();
    void whatIsNoGateIsRefused_data();
    void whatIsNoGateIsRefused();
    void theLimitIsFittedOnFilmsThatNeitherLearnedFrom();
    void tooFewFilmsAreRefused();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    FeatureStatistics m_statistics = statisticsOfGray();
    fake::FakeBackend m_backend;

    /// The model's features are mean gray − 0.5 and spread: about 0 and 0.5.
    static FeatureStatistics statisticsOfGray()
    {
        const std::vector<float> features{-0.1F, 0.4F, 0.1F, 0.6F, 0.0F, 0.5F, 0.05F, 0.45F};
        return FeatureStatistics::fit(features, 2, std::vector<int>{0, 0, 1, 1}, 2);
    }
    [[nodiscard]] fs::path folder(const char* name) const
    {
        return fs::path(m_folder->path().toStdString()) / name;
    }
    [[nodiscard]] Result<void> writeModel(std::map<std::string, std::string> splits = {})
    {
        ModelDescription model = fake::yesNoModel();
        model.inputCheck.emplace();
        model.inputCheck->method = "features";
        model.inputCheck->statistics = kStatisticsFile;
        model.inputCheck->limit95 = 2.0;
        model.inputCheck->limit99 = 3.0;
        return fake::writePackage(folder("model"), model, m_statistics.tensors(), std::nullopt,
                                  std::move(splits));
    }
    /// Says its label ("inverted") the brighter an image is: even odds at gray 127.5.
    [[nodiscard]] Result<void> writeGate(std::map<std::string, std::string> splits = {},
                                         const std::string& label = "inverted")
    {
        return fake::writePackage(folder("plain_gate"), gateModel(label), {}, std::nullopt,
                                  std::move(splits));
    }
    static ModelDescription gateModel(const std::string& label = "inverted")
    {
        ModelDescription gate = fake::yesNoModel();
        gate.id = "gate";
        gate.labels[0].id = "frontal";
        gate.labels[1].id = label;
        gate.negativeLabel = "frontal";
        return gate;
    }
    /// Adds the gate; returns a classifier for the package.
    [[nodiscard]] std::unique_ptr<Classifier> gated(double limit,
                                                    const std::string& label = "inverted")
    {
        if (!writeModel() || !writeGate({}, label) ||
            !writeWithGate(folder("model"), folder("plain_gate"), limit, folder("model"))) {
            return nullptr;
        }
        return createClassifier(m_backend, openModelPackage(folder("model")).value(),
                                std::make_shared<fake::Operations>(), DeviceChoice::Cpu)
            .value();
    }
};

void InputGateTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void InputGateTest::attributesClaim_data()
{
    QTest::addColumn<QString>("modality");
    QTest::addColumn<QString>("bodyPart");
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("claim");
    const auto row = [](const char* name, const char* modality, const char* part, const char* view,
                        const char* claim) {
        QTest::newRow(name) << modality << part << view << claim;
    };
    row("nothing is said", "", "", "", "");
    row("a frontal chest film", "DX", "CHEST", "PA", "");
    row("a chest in other words", "CR", "Thorax", "AP", "");
    row("a scanned film", "OT", "", "", "");
    row("a decubitus film is frontal", "DX", "CHEST", "LLD", "");
    row("a lateral view", "DX", "CHEST", "LL", "lateral");
    row("a lateral view in small letters", "CR", "", "lat", "lateral");
    row("computed tomography of the chest", "CT", "CHEST", "", "ct_slice");
    row("magnetic resonance", "MR", "CHEST", "", "not_chest");
    row("a knee", "DX", "KNEE", "LL", "not_chest");
    row("a photograph", "XC", "", "", "photo");
}

void InputGateTest::attributesClaim()
{
    QFETCH(QString, modality);
    QFETCH(QString, bodyPart);
    QFETCH(QString, view);
    QFETCH(QString, claim);
    ImageText text;
    text.modality = modality.toStdString();
    text.bodyPart = bodyPart.toStdString();
    text.viewPosition = view.toStdString();
    QCOMPARE(QString::fromStdString(claimOfAttributes(text)), claim);
}

void InputGateTest::attributesAloneRefuseNothing_data()
{
    QTest::addColumn<double>("probability");
    QTest::addColumn<QString>("claim");
    QTest::addColumn<QString>("reason");
    QTest::newRow("pixels that are sure") << 0.1 << "lateral"
                                          << "";
    QTest::newRow("doubt, and no attribute") << 0.5 << ""
                                             << "";
    QTest::newRow("doubt, and an attribute") << 0.5 << "lateral"
                                             << "lateral";
    QTest::newRow("an attribute that the gate has no word for") << 0.5 << "photo"
                                                                << "cropped";
    QTest::newRow("above the limit the gate has the word") << 0.7 << "lateral"
                                                           << "cropped";
}

void InputGateTest::attributesAloneRefuseNothing()
{
    QFETCH(double, probability);
    QFETCH(QString, claim);
    QFETCH(QString, reason);
    ModelDescription gate;
    gate.labels.resize(3);
    gate.labels[0].id = "cropped";
    gate.labels[1].id = "frontal";
    gate.labels[2].id = "lateral";
    QCOMPARE(QString::fromStdString(refusalReason({.notAccepted = probability, .label = "cropped"},
                                                  gate, 0.6, claim.toStdString())),
             reason);
}

void InputGateTest::theGateIsAskedBeforeTheFeatures_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("dark");
    QTest::addColumn<int>("bright");
    QTest::addColumn<QString>("reason");
    QTest::newRow("like training") << 64 << 60 << 190 << "";
    QTest::newRow("bright: the gate names it, the features would refuse it too")
        << 64 << 230 << 250 << "inverted";
    QTest::newRow("dark: the gate lets it through, the features do not")
        << 64 << 5 << 25 << "unlike_training";
    QTest::newRow("bright and too small") << 40 << 230 << 250 << "too_small";
    QTest::newRow("bright and empty") << 64 << 250 << 250 << "blank";
}

void InputGateTest::theGateIsAskedBeforeTheFeatures()
{
    QFETCH(int, width);
    QFETCH(int, dark);
    QFETCH(int, bright);
    QFETCH(QString, reason);
    const auto subject = gated(0.6);
    QVERIFY(subject != nullptr);
    const auto analysis =
        subject->analyse(*fake::halvesImage(width, width, static_cast<std::uint8_t>(dark),
                                            static_cast<std::uint8_t>(bright)),
                         std::nullopt, {});
    QVERIFY2(analysis.has_value(), analysis ? "" : analysis.error().detail.c_str());
    const InputCheck& check = analysis->prediction.inputCheck;
    QCOMPARE(QString::fromStdString(check.reason), reason);
    QCOMPARE(check.isSupported, reason.isEmpty());
    QCOMPARE(analysis->prediction.scores.size(), std::size_t{2}); // withheld by who shows them
    if (width >= 64 && dark != bright) {
        QCOMPARE(check.outlierScore > 1.0, !reason.isEmpty());
    }
}

void InputGateTest::colourPicturesAreNamedByTheGate_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<double>("limit");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a photograph") << "photo" << 0.6 << "photo";
    QTest::newRow("an inverted film has no colours") << "inverted" << 0.6 << "color";
    QTest::newRow("the gate is not sure") << "photo" << 1.0 << "color";
}

void InputGateTest::colourPicturesAreNamedByTheGate()
{
    QFETCH(QString, label);
    QFETCH(double, limit);
    QFETCH(QString, reason);
    std::vector<std::uint8_t> samples;
    for (int i = 0; i < 64 * 64; ++i) {
        const auto value = static_cast<std::uint8_t>(i % 64 < 32 ? 200 : 255);
        samples.insert(samples.end(), {value, value, 40});
    }
    ImageData data;
    data.stored = {64, 64, 3, samples};
    data.photometric = Photometric::Rgb;
    const auto image = DecodedImage::create(std::move(data)).value();
    const auto subject = gated(limit, label.toStdString());
    QVERIFY(subject != nullptr);
    const auto analysis = subject->analyse(*image, std::nullopt, {});
    QVERIFY(analysis.has_value());
    QCOMPARE(QString::fromStdString(analysis->prediction.inputCheck.reason), reason);
}

void InputGateTest::theScoreGrowsWithTheGatesProbability()
{
    const auto subject = gated(0.3);
    double before = -1.0;
    for (int mean = 60; mean <= 180; mean += 30) {
        const auto gray = static_cast<std::uint8_t>(mean);
        const auto image = fake::halvesImage(64, 64, gray, static_cast<std::uint8_t>(gray + 20));
        const double score =
            subject->analyse(*image, std::nullopt, {})->prediction.inputCheck.outlierScore;
        QVERIFY(score >= before);
        before = score;
    }
    QVERIFY(before > 2.0);
}

void InputGateTest::theGateTravelsWithItsPackage()
{
    QVERIFY(gated(0.25) != nullptr);
    const auto check = [](const fs::path& where) {
        const auto package = openModelPackage(where);
        QVERIFY2(package.has_value(), package ? "" : package.error().detail.c_str());
        QVERIFY((*package)->gate != nullptr);
        QCOMPARE((*package)->gate->description.negativeLabel, std::string("frontal"));
        QCOMPARE((*package)->description.inputCheck->gateLimit, 0.25);
        QCOMPARE((*package)->description.inputCheck->gate, std::string(kGateFolder));
        QVERIFY(readSplits(where / kGateFolder).has_value());
    };
    check(folder("model"));
    const ModelRegistry registry(folder("bundled"), folder("user"));
    QVERIFY(registry.import(folder("model")).has_value());
    check(folder("user") / "yes-no");
    QVERIFY(registry.exportTo("yes-no", folder("exported")));
    check(folder("exported"));
    Publication publication = publicationOf(folder("model")).value();
    publication.id = "published";
    QVERIFY(writePublication(folder("model"), publication, folder("published")));
    check(folder("published"));
}

void InputGateTest::aSecondGateReplacesTheFirst()
{
    QVERIFY(gated(0.25) != nullptr);
    ModelDescription other = gateModel();
    other.version = "2.0.0";
    QVERIFY(fake::writePackage(folder("other"), other));
    QVERIFY(writeWithGate(folder("model"), folder("other"), 0.5, folder("model")));
    const auto package = openModelPackage(folder("model")).value();
    QCOMPARE(package->gate->description.version, std::string("2.0.0"));
    QCOMPARE(package->description.inputCheck->gateLimit, 0.5);
    QCOMPARE(package->description.inputCheck->limit99, 3.0);
}

void InputGateTest::damagedGatesAreRefused_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no folder") << "absent" << ErrorCode::ModelDamaged;
    QTest::newRow("no weights") << "weights" << ErrorCode::ModelDamaged;
    QTest::newRow("other weights") << "other weights" << ErrorCode::ModelDigestMismatch;
    QTest::newRow("no negative label") << "negative" << ErrorCode::ModelDamaged;
    QTest::newRow("a gate with a gate") << "gate" << ErrorCode::ModelDamaged;
    QTest::newRow("a gate outside the package") << "outside" << ErrorCode::ModelDamaged;
}

void InputGateTest::damagedGatesAreRefused()
{
    QFETCH(QString, damage);
    QFETCH(ErrorCode, code);
    QVERIFY(gated(0.25) != nullptr);
    const fs::path gate = folder("model") / kGateFolder;
    const auto change = [](const fs::path& file, const std::function<void(nlohmann::json&)>& edit) {
        auto json = parseJson(readTextFile(file, 1U << 20U).value(), ErrorCode::Internal).value();
        edit(json);
        QVERIFY(writeFileAtomically(file, jsonText(json)));
    };
    if (damage == "absent") {
        fs::remove_all(gate);
    } else if (damage == "weights") {
        fs::remove(gate / kWeightsFile);
    } else if (damage == "other weights") {
        const std::vector<std::uint8_t> one{1};
        QVERIFY(writeTensorFile(gate / kWeightsFile,
                                {{"a", {TensorType::UInt8, {1}, std::as_bytes(std::span(one))}}},
                                {}));
    } else if (damage == "negative") {
        change(gate / kModelFile, [](auto& json) { json["negative_label"] = ""; });
    } else if (damage == "gate") {
        fs::remove_all(gate);
        fs::copy(folder("model"), folder("copy"));
        fs::create_directory_symlink("..", gate); // for ever, if it were followed
    } else {
        change(folder("model") / kModelFile,
               [](auto& json) { json["input_check"]["gate"] = "../plain_gate"; });
    }
    const auto package = openModelPackage(folder("model"));
    QVERIFY(!package.has_value());
    QCOMPARE(package.error().code, code);
}

void InputGateTest::whatIsNoGateIsRefused_data()
{
    QTest::addColumn<QString>("gate");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a model that has a gate itself") << "model" << ErrorCode::InvalidArgument;
    QTest::newRow("a model without a negative label") << "all" << ErrorCode::InvalidArgument;
    QTest::newRow("no model at all") << "nothing" << ErrorCode::ModelNotFound;
}

void InputGateTest::whatIsNoGateIsRefused()
{
    QFETCH(QString, gate);
    QFETCH(ErrorCode, code);
    QVERIFY(gated(0.25) != nullptr);
    ModelDescription all = gateModel();
    all.negativeLabel.clear();
    QVERIFY(fake::writePackage(folder("all"), all));
    const auto before = readTextFile(folder("model") / kModelFile, 1U << 20U).value();
    const auto result =
        writeWithGate(folder("model"), folder(gate.toUtf8().constData()), 0.5, folder("model"));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, code);
    QCOMPARE(readTextFile(folder("model") / kModelFile, 1U << 20U).value(), before);
}

void InputGateTest::theLimitIsFittedOnFilmsThatNeitherLearnedFrom()
{
    // 240 films, "no" dark (10–50), "yes" bright (150–190): the gate finds the bright ones
    // inverted.
    QVERIFY(fake::writeDataset(folder("data"), 120));
    std::map<std::string, std::string> ofModel;
    std::map<std::string, std::string> ofGate;
    std::size_t expected = 0;
    const auto entries = scanDataFolder(folder("data")).value();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::string digest = sha256OfFile(entries[i].path).value();
        // The bright ones are no validation films, but for some that the gate has learned from.
        const bool isBright = entries[i].label == "yes";
        ofModel[digest] = !isBright || i % 3 == 0 ? "validation" : "train";
        ofGate[digest] = isBright || i % 4 == 0 ? "train" : "test";
        expected += !isBright && i % 4 != 0 ? 1 : 0;
    }
    QVERIFY(writeModel(ofModel));
    QVERIFY(writeGate(ofGate));
    const fake::Reader reader;
    const fake::Operations operations;
    const auto fit = fitGate(m_backend, folder("model"), folder("plain_gate"), {folder("data")},
                             {reader, operations, 1}, {}, {});
    QVERIFY2(fit.has_value(), fit ? "" : fit.error().detail.c_str());
    QVERIFY(expected >= 50);
    QVERIFY(fit->films > 0 && static_cast<std::size_t>(fit->films) <= expected);
    // The brightest dark film has gray 49 and 100: mean 75 ÷ 255 − 0.5 = −0.206, × 8 = −1.65,
    // sigmoid 0.161.
    QVERIFY(fit->highest > 0.1 && fit->highest < 0.2);
    QVERIFY(fit->limit <= fit->highest && fit->limit > 0.9 * fit->highest);
    QVERIFY(fit->refused <= 0.02);
}

void InputGateTest::tooFewFilmsAreRefused()
{
    QVERIFY(fake::writeDataset(folder("data"), 10));
    std::map<std::string, std::string> splits;
    const auto entries = scanDataFolder(folder("data")).value();
    for (const DatasetEntry& entry : entries) {
        splits[sha256OfFile(entry.path).value()] = "validation";
    }
    QVERIFY(writeModel(splits));
    QVERIFY(writeGate());
    const fake::Reader reader;
    const fake::Operations operations;
    const auto fit = fitGate(m_backend, folder("model"), folder("plain_gate"), {folder("data")},
                             {reader, operations, 1}, {}, {});
    QVERIFY(!fit.has_value());
    QCOMPARE(fit.error().code, ErrorCode::DatasetEmpty);
}

QTEST_APPLESS_MAIN(InputGateTest)
#include "input_gate_test.moc"
