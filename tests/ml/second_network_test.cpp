// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "ml/classifier.h"
#include "ml/json_object.h"
#include "ml/model_registry.h"
#include "ml/second_fitting.h"

#include "tests/ml/second_fixture.h"

#include <QTest>

#include <cmath>

using namespace nefes;
using namespace nefes::ml;
namespace fs = std::filesystem;

namespace {

double sigmoid(double logit)
{
    return 1.0 / (1.0 + std::exp(-logit));
}

} // namespace

/// A package whose two networks judge together.
class SecondNetworkTest final : public QObject, private SecondFixture
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

private:
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

QTEST_APPLESS_MAIN(SecondNetworkTest)
#include "second_network_test.moc"
