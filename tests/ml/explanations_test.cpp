// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/case_library.h"
#include "ml/classifier.h"
#include "ml/lungs.h"
#include "ml/trained_recipe.h"

#include "tests/ml/fakes.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace nefes;
using namespace nefes::ml;
namespace fs = std::filesystem;

namespace {

TrainingRecipe recipe(const std::string& id)
{
    TrainingRecipe result;
    result.id = id;
    result.network.layers = {LayerSpecification{}};
    return result;
}

} // namespace

/// What a classifier says beside scores and map: bands, similar cases, the share in the lungs.
class ExplanationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bandsSpanTheSmallChanges();
    void scoresComeWithoutBands();
    void aStopRequestCancelsTheBands();
    void theNearestCasesAreTold();
    void casesOfAnotherNetworkAreRefused();
    void theShareOfTheMapInTheLungsIsTold_data();
    void theShareOfTheMapInTheLungsIsTold();
    void aLungFinderThatCannotBeReadIsAnError();
    void chestModelsAreKnownByTheirRecipe_data();
    void chestModelsAreKnownByTheirRecipe();

private:
    QTemporaryDir m_folder;
    fake::FakeBackend m_backend;
    [[nodiscard]] fs::path root() const { return m_folder.path().toStdString(); }
    [[nodiscard]] Result<std::unique_ptr<Classifier>>
    classifier(const ModelDescription& model, const fs::path& lungs = {},
               const std::optional<CaseLibrary>& cases = std::nullopt)
    {
        auto written = fake::writePackage(root() / "model", model);
        if (!written) {
            return tl::unexpected(written.error());
        }
        auto package = std::make_shared<ModelPackage>(*openModelPackage(root() / "model").value());
        if (cases) {
            NEFES_CHECK(writeTensorFile(root() / "cases", cases->tensors(), cases->metadata()));
            NEFES_TRY(package->cases, TensorFile::open(root() / "cases"));
        }
        return createClassifier(m_backend, std::move(package), std::make_shared<fake::Operations>(),
                                DeviceChoice::Cpu, lungs);
    }
};

void ExplanationsTest::bandsSpanTheSmallChanges()
{
    const auto subject = classifier(fake::yesNoModel());
    QVERIFY(subject.has_value());
    const auto image = fake::halvesImage(64, 64, 190, 210);
    auto analysis = (*subject)->analyse(*image, std::nullopt, {});
    QVERIFY(analysis.has_value());
    const double score = analysis->prediction.scores[1].probability;
    QVERIFY((*subject)->measureBands(*image, analysis->prediction, {}));
    const auto& scores = analysis->prediction.scores;
    QCOMPARE(scores[1].probability, score);
    // The mean gray of 200 goes from 184 to 216 with the brightness: 8 × (184 ÷ 255 − 0.5) =
    // 1.7725, sigmoid 0.8548; 8 × (216 ÷ 255 − 0.5) = 2.7765, sigmoid 0.9414.
    QVERIFY(scores[1].band.has_value());
    QVERIFY(std::abs(scores[1].band->first - 0.8548) < 5e-4);
    QVERIFY(std::abs(scores[1].band->second - 0.9414) < 5e-4);
    QVERIFY(std::abs(scores[0].band->first - (1.0 - scores[1].band->second)) < 1e-9);
    QVERIFY(std::abs(scores[0].band->second - (1.0 - scores[1].band->first)) < 1e-9);
}

void ExplanationsTest::scoresComeWithoutBands()
{
    const auto subject = classifier(fake::yesNoModel());
    const auto analysis =
        (*subject)->analyse(*fake::halvesImage(64, 64, 190, 210), HeatmapRequest{}, {});
    QVERIFY(analysis.has_value());
    QVERIFY(!analysis->prediction.scores[0].band && !analysis->prediction.scores[1].band);
    QVERIFY(analysis->prediction.similar.empty());
    QVERIFY(!analysis->heatmap->energyInLungs);
}

void ExplanationsTest::aStopRequestCancelsTheBands()
{
    const auto subject = classifier(fake::yesNoModel());
    std::stop_source stop;
    stop.request_stop();
    Prediction prediction;
    const auto result =
        (*subject)->measureBands(*fake::halvesImage(64, 64, 0, 255), prediction, stop.get_token());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

void ExplanationsTest::theNearestCasesAreTold()
{
    // The features are mean and spread of the input.
    const auto cases =
        CaseLibrary::fit(std::vector<float>{0.4F, 0.4F, -0.4F, 0.4F, 0.0F, 0.9F, 0.4F, 0.0F}, 2,
                         {{"bright", "a"}, {"dark", "b"}, {"steep", "c"}, {"flat", "d"}});
    const auto subject = classifier(fake::yesNoModel(), {}, cases);
    QVERIFY2(subject.has_value(), subject ? "" : subject.error().detail.c_str());
    // Mean 0.322, spread 0.357: 48°, the cases lie at 45°, 135°, 90° and 0°.
    const auto analysis =
        (*subject)->analyse(*fake::halvesImage(64, 64, 164, 255), std::nullopt, {});
    QVERIFY(analysis.has_value());
    const auto& similar = analysis->prediction.similar;
    QCOMPARE(similar.size(), std::size_t{4});
    QCOMPARE(similar[0].label, std::string("bright"));
    QCOMPARE(similar[0].source, std::string("a"));
    QVERIFY(std::abs(similar[0].distance - 0.0013) < 5e-4);
    QCOMPARE(similar[1].label, std::string("steep"));
    QCOMPARE(similar[3].label, std::string("dark"));
    QVERIFY(std::abs(similar[3].distance - (1.0 - std::cos(87.0 * 3.14159265 / 180.0))) < 0.02);
}

void ExplanationsTest::casesOfAnotherNetworkAreRefused()
{
    const auto cases =
        CaseLibrary::fit(std::vector<float>{1, 2, 3, 4, 5, 6}, 3, {{"a", ""}, {"b", ""}});
    const auto subject = classifier(fake::yesNoModel(), {}, cases);
    QVERIFY(subject.has_value());
    const auto analysis =
        (*subject)->analyse(*fake::halvesImage(64, 64, 20, 200), std::nullopt, {});
    QVERIFY(!analysis);
    QCOMPARE(analysis.error().code, ErrorCode::ModelShapeMismatch);
}

void ExplanationsTest::theShareOfTheMapInTheLungsIsTold_data()
{
    QTest::addColumn<QString>("recipeId");
    QTest::addColumn<bool>("isInstalled");
    QTest::addColumn<bool>("findsNothing");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("a chest model with a lung finder") << "chest-xray" << true << false << true;
    QTest::newRow("no lung finder is installed") << "chest-xray" << false << false << false;
    QTest::newRow("no lungs are found") << "chest-xray" << true << true << false;
    QTest::newRow("a model of brains") << "brain-mri" << true << false << false;
}

void ExplanationsTest::theShareOfTheMapInTheLungsIsTold()
{
    QFETCH(QString, recipeId);
    QFETCH(bool, isInstalled);
    QFETCH(bool, findsNothing);
    QFETCH(bool, isTold);
    const fs::path weights = root() / "lungs.safetensors";
    fs::remove(weights);
    if (isInstalled) {
        QVERIFY(writeFileAtomically(weights, "the fake backend does not look"));
    }
    m_backend.lungs = [findsNothing] {
        return std::make_unique<fake::LeftLungs>(findsNothing);
    };
    ModelDescription model = fake::yesNoModel();
    model.training["recipe"] = recipeToJson(recipe(recipeId.toStdString()));
    const auto subject = classifier(model, weights);
    QVERIFY2(subject.has_value(), subject ? "" : subject.error().detail.c_str());
    const auto image = fake::halvesImage(64, 64, 20, 200);
    const auto analysis = (*subject)->analyse(*image, HeatmapRequest{}, {});
    QVERIFY(analysis.has_value());
    const auto& energy = analysis->heatmap->energyInLungs;
    QCOMPARE(energy.has_value(), isTold);
    // The map's columns 0, 1, 2, 4 over eight pixels: 0, 1/4, 3/4, 5/4 to the left, 7/4, 5/2, 7/2,
    // 4 to the right.
    QVERIFY(!isTold || std::abs(*energy - 2.25 / 14.0) < 1e-6);
}

void ExplanationsTest::aLungFinderThatCannotBeReadIsAnError()
{
    const fs::path weights = root() / "lungs.safetensors";
    QVERIFY(writeFileAtomically(weights, "damaged"));
    m_backend.lungs = {};
    ModelDescription model = fake::yesNoModel();
    model.training["recipe"] = recipeToJson(recipe("chest-xray"));
    const auto subject = classifier(model, weights);
    QVERIFY(!subject);
    QCOMPARE(subject.error().code, ErrorCode::UnsupportedFormat);
}

void ExplanationsTest::chestModelsAreKnownByTheirRecipe_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("outsideLungs");
    QTest::addColumn<double>("withoutLungs");
    QTest::addColumn<bool>("expected");
    QTest::newRow("the built-in recipe") << "chest-xray" << 0.0 << 0.0 << true;
    QTest::newRow("lungs alone shown in training") << "mine" << 0.2 << 0.0 << true;
    QTest::newRow("lungs blackened in training") << "mine" << 0.0 << 0.1 << true;
    QTest::newRow("any other recipe") << "brain-mri" << 0.0 << 0.0 << false;
    QTest::newRow("no recipe") << "" << 0.0 << 0.0 << false;
}

void ExplanationsTest::chestModelsAreKnownByTheirRecipe()
{
    QFETCH(QString, id);
    QFETCH(double, outsideLungs);
    QFETCH(double, withoutLungs);
    QFETCH(bool, expected);
    ModelDescription model = fake::yesNoModel();
    if (!id.isEmpty()) {
        TrainingRecipe trained = recipe(id.toStdString());
        trained.augmentation.outsideLungs = outsideLungs;
        trained.augmentation.withoutLungs = withoutLungs;
        model.training["recipe"] = recipeToJson(trained);
    }
    QCOMPARE(looksAtLungs(model), expected);
    QCOMPARE(trainedRecipe(model).has_value(), !id.isEmpty());
}

QTEST_APPLESS_MAIN(ExplanationsTest)
#include "explanations_test.moc"
