// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/classifier.h"

#include "core/base/files.h"

#include "ml/backend.h"
#include "ml/input_check.h"
#include "ml/probabilities.h"

#include "tests/ml/fakes.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace nefes;
using namespace nefes::ml;

class ClassifierTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void probabilitiesAreThoseOfTheTextbook();
    void decisionsFollowTheThreshold_data();
    void decisionsFollowTheThreshold();
    void anImageIsJudged();
    void mapsAreMadeForAnyLabel();
    void strangeImagesAreTurnedAway_data();
    void strangeImagesAreTurnedAway();
    void anImageWithMissingPixelsIsTurnedAway();
    void outlierScoreGrowsWithDistance();
    void featuresUnlikeTrainingAreTurnedAway();
    void aStopRequestCancels();
    void aModuleThatFailedIsLookedForAgain();

private:
    QTemporaryDir m_folder;
    fake::FakeBackend m_backend;

    [[nodiscard]] std::unique_ptr<Classifier>
    classifier(const ModelDescription& model,
               const std::map<std::string, TensorView>& statistics = {})
    {
        const auto folder = std::filesystem::path(m_folder.path().toStdString()) / "model";
        if (!fake::writePackage(folder, model, statistics)) {
            return nullptr;
        }
        return createClassifier(m_backend, openModelPackage(folder).value(),
                                std::make_shared<fake::Operations>(), DeviceChoice::Cpu)
            .value();
    }
};

void ClassifierTest::probabilitiesAreThoseOfTheTextbook()
{
    const std::vector<float> one{std::log(3.0F)};
    QVERIFY(std::abs(probabilities(one, 1.0)[1] - 0.75) < 1e-6);
    QVERIFY(std::abs(probabilities(one, 1.0)[0] - 0.25) < 1e-6);
    const std::vector<float> three{std::log(1.0F), std::log(2.0F), std::log(5.0F)};
    QVERIFY(std::abs(probabilities(three, 1.0)[2] - 0.625) < 1e-6);
    // Temperature 2 takes the root of the odds: 1 : √2 : √5.
    const double sum = 1.0 + std::sqrt(2.0) + std::sqrt(5.0);
    QVERIFY(std::abs(probabilities(three, 2.0)[1] - std::sqrt(2.0) / sum) < 1e-6);
    const std::vector<float> huge{1e4F, -1e4F};
    QCOMPARE(probabilities(huge, 1.0)[0], 1.0);
    const std::vector<double> even{0.25, 0.25, 0.25, 0.25};
    QCOMPARE(relativeEntropy(even), 1.0);
    const std::vector<double> sure{0.0, 1.0};
    QCOMPARE(relativeEntropy(sure), 0.0);
}

void ClassifierTest::decisionsFollowTheThreshold_data()
{
    QTest::addColumn<double>("probability");
    QTest::addColumn<QString>("decision");
    QTest::newRow("far below") << 0.1 << "below";
    QTest::newRow("lower end of the zone") << 0.5 << "indeterminate";
    QTest::newRow("at the threshold, inside the zone") << 0.6 << "indeterminate";
    QTest::newRow("upper end of the zone") << 0.7 << "indeterminate";
    QTest::newRow("just above the zone") << 0.71 << "above";
}

void ClassifierTest::decisionsFollowTheThreshold()
{
    QFETCH(double, probability);
    QFETCH(QString, decision);
    ModelDescription model = fake::yesNoModel();
    const std::vector<double> values{1.0 - probability, probability};
    const Prediction prediction = predictionOf(model, values);
    QVERIFY(!prediction.scores[0].decision);
    QCOMPARE(QString::fromStdString(std::string(decisionName(*prediction.scores[1].decision))),
             decision);
    model.labels[1].threshold.reset();
    model.labels[1].indeterminate.reset();
    QCOMPARE(*predictionOf(model, values).scores[1].decision, Decision::NotAssessed);
}

void ClassifierTest::anImageIsJudged()
{
    ModelDescription model = fake::yesNoModel();
    model.calibration.temperature = 2.0;
    const auto subject = classifier(model);
    // Mean gray 200 ÷ 255 − 0.5 = 0.2843, × 8 ÷ 2 = 1.1373: sigmoid 0.7572.
    const auto image = fake::halvesImage(64, 64, 190, 210);
    const auto analysis = subject->analyse(*image, std::nullopt, {});
    QVERIFY2(analysis.has_value(), analysis ? "" : analysis.error().detail.c_str());
    const Prediction& prediction = analysis->prediction;
    QVERIFY(std::abs(prediction.scores[1].probability - 0.7572) < 1e-3);
    QVERIFY(std::abs(prediction.scores[0].probability + prediction.scores[1].probability - 1.0) <
            1e-12);
    QCOMPARE(prediction.topLabel, std::string("yes"));
    QVERIFY(prediction.inputCheck.isSupported);
    QVERIFY(!analysis->heatmap);
    QCOMPARE(analysis->device, std::string("cpu"));
}

void ClassifierTest::mapsAreMadeForAnyLabel()
{
    const auto subject = classifier(fake::yesNoModel());
    const auto image = fake::halvesImage(128, 64, 10, 20);
    const auto top = subject->analyse(*image, HeatmapRequest{}, {});
    QVERIFY(top.has_value());
    QCOMPARE(top->heatmap->label, std::string("no"));
    QCOMPARE(top->heatmap->method, std::string("gradcam"));
    QCOMPARE(top->heatmap->grid.width, 8);
    QCOMPARE(top->heatmap->grid.height, 4);
    QCOMPARE(*std::max_element(top->heatmap->grid.values.begin(), top->heatmap->grid.values.end()),
             1.0F);
    const auto other = subject->analyse(*image, HeatmapRequest{"yes", HeatmapMethod::LayerCam}, {});
    QCOMPARE(other->heatmap->label, std::string("yes"));
    QCOMPARE(other->heatmap->method, std::string("layercam"));
    const auto unknown = subject->analyse(*image, HeatmapRequest{"maybe", std::nullopt}, {});
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::InvalidArgument);
}

void ClassifierTest::strangeImagesAreTurnedAway_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("dark");
    QTest::addColumn<int>("bright");
    QTest::addColumn<bool>("isRed");
    QTest::addColumn<QString>("reason");
    QTest::newRow("an ordinary picture") << 64 << 20 << 200 << false << "";
    QTest::newRow("a thumbnail") << 40 << 20 << 200 << false << "too_small";
    QTest::newRow("an empty picture") << 64 << 0 << 0 << false << "blank";
    QTest::newRow("next to no contrast") << 64 << 100 << 103 << false << "blank";
    QTest::newRow("a red picture") << 64 << 20 << 200 << true << "color";
}

void ClassifierTest::strangeImagesAreTurnedAway()
{
    QFETCH(int, width);
    QFETCH(int, dark);
    QFETCH(int, bright);
    QFETCH(bool, isRed);
    QFETCH(QString, reason);
    ImagePtr image = fake::halvesImage(width, width, static_cast<std::uint8_t>(dark),
                                       static_cast<std::uint8_t>(bright));
    if (isRed) {
        std::vector<std::uint8_t> samples;
        for (int i = 0; i < width * width; ++i) {
            const int value = i % width < width / 2 ? dark : bright;
            samples.insert(samples.end(), {static_cast<std::uint8_t>(value), 0, 0});
        }
        ImageData data;
        data.stored = {width, width, 3, samples};
        data.photometric = Photometric::Rgb;
        image = DecodedImage::create(std::move(data)).value();
    }
    const auto analysis = classifier(fake::yesNoModel())->analyse(*image, std::nullopt, {});
    QVERIFY(analysis.has_value());
    QCOMPARE(QString::fromStdString(analysis->prediction.inputCheck.reason), reason);
    QCOMPARE(analysis->prediction.inputCheck.isSupported, reason.isEmpty());
    QCOMPARE(analysis->prediction.scores.size(), std::size_t{2});
}

void ClassifierTest::anImageWithMissingPixelsIsTurnedAway()
{
    ImageData data = fake::halvesImage(64, 64, 20, 200)->data();
    data.warnings = {ImageWarning::EndsEarlyBlack};
    const auto image = DecodedImage::create(std::move(data)).value();
    const auto analysis = classifier(fake::yesNoModel())->analyse(*image, std::nullopt, {});
    QVERIFY(analysis.has_value());
    QCOMPARE(analysis->prediction.inputCheck.reason, std::string("incomplete"));
    QVERIFY(!analysis->prediction.inputCheck.isSupported);
}

void ClassifierTest::outlierScoreGrowsWithDistance()
{
    // Two classes around (0, 0) and (10, 0), each ±1 in both directions.
    const std::vector<float> features{-1, -1, 1, 1, -1, 1, 1, -1, 9, -1, 11, 1, 9, 1, 11, -1};
    const std::vector<int> labels{0, 0, 0, 0, 1, 1, 1, 1};
    const auto statistics = FeatureStatistics::fit(features, 2, labels, 3);
    const auto score = [&statistics](float x, float y) {
        return statistics.outlierScore(std::vector<float>{x, y});
    };
    // The covariance is the unit matrix, so the score is distance ÷ √2.
    QVERIFY(std::abs(score(0, 0)) < 1e-6);
    QVERIFY(std::abs(score(10, 0)) < 1e-6);
    QVERIFY(std::abs(score(0, 2) - std::sqrt(2.0)) < 1e-5);
    QVERIFY(std::abs(score(5, 0) - 5.0 / std::sqrt(2.0)) < 1e-5);
    QCOMPARE(quantile({4.0, 1.0, 3.0, 2.0, 5.0}, 0.5), 3.0);
    QCOMPARE(quantile({1.0, 2.0}, 0.25), 1.25);
}

void ClassifierTest::featuresUnlikeTrainingAreTurnedAway()
{
    // Mean about 0, spread about 0.5.
    const std::vector<float> features{-0.1F, 0.4F, 0.1F, 0.6F, 0.0F, 0.5F, 0.05F, 0.45F};
    const auto statistics = FeatureStatistics::fit(features, 2, std::vector<int>{0, 0, 1, 1}, 2);
    ModelDescription model = fake::yesNoModel();
    model.inputCheck.emplace();
    model.inputCheck->method = "features";
    model.inputCheck->statistics = kStatisticsFile;
    model.inputCheck->limit95 = 2.0;
    model.inputCheck->limit99 = 3.0;
    const auto subject = classifier(model, statistics.tensors());
    const auto like = subject->analyse(*fake::halvesImage(64, 64, 64, 191), std::nullopt, {});
    QVERIFY(like.has_value());
    QVERIFY(like->prediction.inputCheck.isSupported);
    QVERIFY(like->prediction.inputCheck.outlierScore < 2.0 / 3.0);
    const auto unlike = subject->analyse(*fake::halvesImage(64, 64, 230, 250), std::nullopt, {});
    QCOMPARE(unlike->prediction.inputCheck.reason, std::string("unlike_training"));
    QVERIFY(unlike->prediction.inputCheck.outlierScore > 1.0); // of the limit at 99 %
}

void ClassifierTest::aStopRequestCancels()
{
    std::stop_source stop;
    stop.request_stop();
    const auto result =
        classifier(fake::yesNoModel())
            ->analyse(*fake::halvesImage(64, 64, 0, 255), std::nullopt, stop.get_token());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

void ClassifierTest::aModuleThatFailedIsLookedForAgain()
{
    const QString module = m_folder.filePath(QStringLiteral("module.so"));
    qputenv("NEFES_TORCH_MODULE", module.toUtf8());
    QCOMPARE(loadBackend().error().code, ErrorCode::ModuleMissing);
    QVERIFY(writeFileAtomically(module.toStdString(), "no library"));
    QCOMPARE(loadBackend().error().code, ErrorCode::ModuleIncompatible);
    qunsetenv("NEFES_TORCH_MODULE");
}

QTEST_APPLESS_MAIN(ClassifierTest)
#include "classifier_test.moc"
