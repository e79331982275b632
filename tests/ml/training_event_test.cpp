// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/training_event.h"

#include "ml/fitting_batch.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace nefes;
using namespace nefes::ml;

Q_DECLARE_METATYPE(nefes::ml::TrainingEvent)

class TrainingEventTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEventIsReadAsItWasWritten_data();
    void everyEventIsReadAsItWasWritten();
    void undefinedMetricsStayUndefined();
    void whatIsNoEventIsRefused_data();
    void whatIsNoEventIsRefused();
    void theBatchThatFitsIsReadFromADetail_data();
    void theBatchThatFitsIsReadFromADetail();
};

void TrainingEventTest::everyEventIsReadAsItWasWritten_data()
{
    QTest::addColumn<TrainingEvent>("event");
    TrainingStarted started;
    started.recipe = {{"epochs", 3}};
    started.classes = {"no", "yes"};
    started.images = {{"train", {{"no", 4}, {"yes", 5}}}};
    started.device = "cpu";
    started.threads = 2;
    started.precision = "float32";
    started.parameters = 1234567890123;
    QTest::newRow("started") << TrainingEvent(started);
    QTest::newRow("batch") << TrainingEvent(BatchDone{2, 3, 4, 0.5, 0.75, 100.0});
    EpochDone epoch;
    epoch.epoch = 2;
    epoch.train = {0.5, 0.6, std::numeric_limits<double>::quiet_NaN()};
    epoch.validation = {0.4, 0.7, 0.8};
    epoch.learningRate = 1e-3;
    epoch.seconds = 2.5;
    epoch.imagesPerSecond = 30.0;
    epoch.isBest = true;
    QTest::newRow("epoch") << TrainingEvent(epoch);
    QTest::newRow("learning rate") << TrainingEvent(LearningRateReduced{3, 1e-4});
    QTest::newRow("stopped early") << TrainingEvent(StoppedEarly{7, 4});
    QTest::newRow("checkpoint") << TrainingEvent(CheckpointWritten{4, "checkpoint.safetensors"});
    QTest::newRow("a rate is tried") << TrainingEvent(LearningRateTried{3, 100, 1e-5, 0.75, 0.71});
    QTest::newRow("a rate is suggested") << TrainingEvent(LearningRateFound{1e-3, 1e-2, true});
    QTest::newRow("no rate is suggested")
        << TrainingEvent(LearningRateFound{std::nullopt, 1e-2, false});
    QTest::newRow("finished") << TrainingEvent(TrainingFinished{4, "/run/model", {}, 12.5});
    QTest::newRow("cancelled") << TrainingEvent(TrainingCancelled{4});
    QTest::newRow("failed") << TrainingEvent(TrainingFailed{ErrorCode::OutOfMemory, "16 may"});
}

void TrainingEventTest::everyEventIsReadAsItWasWritten()
{
    QFETCH(const TrainingEvent, event);
    auto json = eventToJson(event);
    const auto read = eventFromJson(json);
    QVERIFY(read);
    QCOMPARE(read->index(), event.index());
    auto again = eventToJson(*read);
    json.erase("time");
    again.erase("time");
    QCOMPARE(QString::fromStdString(again.dump()), QString::fromStdString(json.dump()));
}

void TrainingEventTest::undefinedMetricsStayUndefined()
{
    const auto read = eventFromJson({{"event", "epoch"}, {"validation", {{"auc", nullptr}}}});
    QVERIFY(read);
    QVERIFY(std::isnan(std::get<EpochDone>(*read).validation.auc));
    QVERIFY(std::isnan(std::get<EpochDone>(*read).train.loss));
}

void TrainingEventTest::whatIsNoEventIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("an object without a name") << "{}";
    QTest::newRow("another name") << R"({"event": "lunch"})";
    QTest::newRow("a list") << "[]";
    QTest::newRow("a number") << "3";
    QTest::newRow("a field of the wrong kind") << R"({"event": "batch", "step": "x"})";
}

void TrainingEventTest::whatIsNoEventIsRefused()
{
    QFETCH(const QString, text);
    const auto read = eventFromJson(nlohmann::json::parse(text.toStdString()));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
}

void TrainingEventTest::theBatchThatFitsIsReadFromADetail_data()
{
    QTest::addColumn<QString>("detail");
    QTest::addColumn<int>("fitting");
    QTest::newRow("as it is written")
        << QString::fromStdString("CUDA; " + fittingBatchText(32, 8)) << 8;
    QTest::newRow("in other words") << "batch size 32 did not fit, 8 may" << 0;
    QTest::newRow("without a number") << "batch size 32 did not fit, " << 0;
    QTest::newRow("none fits") << QString::fromStdString("CUDA; " + noFittingBatchText()) << 0;
}

void TrainingEventTest::theBatchThatFitsIsReadFromADetail()
{
    QFETCH(const QString, detail);
    QFETCH(const int, fitting);
    QCOMPARE(fittingBatchIn(detail.toStdString()).value_or(0), fitting);
    QCOMPARE(saysThatNoBatchFits(detail.toStdString()),
             QByteArray(QTest::currentDataTag()) == "none fits");
}

QTEST_APPLESS_MAIN(TrainingEventTest)
#include "training_event_test.moc"
