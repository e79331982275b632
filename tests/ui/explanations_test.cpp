// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"
#include "ui/panels/score_row.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>

using namespace nefes;
using test::WindowFixture;

namespace {

QStringList tableTexts(WindowFixture& fixture)
{
    QStringList texts;
    for (const QLabel* label : fixture.child<QWidget>("similarCases")->findChildren<QLabel*>()) {
        texts.append(label->text());
    }
    return texts;
}

QString covidText(WindowFixture& fixture)
{
    return fixture.child<ui::ScoreRow>("score_covid")->text();
}

void choose(QComboBox& box, const QString& text)
{
    box.setCurrentIndex(box.findText(text));
    Q_EMIT box.activated(box.currentIndex());
}

/// The line below the small picture.
bool panelSays(WindowFixture& fixture, const QString& text)
{
    const auto labels = fixture.child<QWidget>("analysisPanel")->findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&text](const QLabel* label) {
        return label->isVisible() && label->text().contains(text);
    });
}

} // namespace

/// What the panel says beside scores and map: bands, similar cases, method, share in the lungs.
class ExplanationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bandsComeAfterTheScores();
    void anotherImageIsMeasuredAnew();
    void bandsThatCannotBeMeasuredLeaveTheScores();
    void similarCasesAreListed();
    void similarCasesOfARejectedImageAreWithheld();
    void anyMethodMakesItsMap();
    void theMethodStaysForTheNextImage();
    void theShareInTheLungsIsSaid_data();
    void theShareInTheLungsIsSaid();
    void theMapOfTwoNetworksIsSaidToBeTheFirstOnes();
    void everythingIsSaidInTurkish();
};

void ExplanationsTest::bandsComeAfterTheScores()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QCOMPARE(fixture.model->bands.load(), 1);
    QCOMPARE(covidText(fixture),
             QStringLiteral("COVID-19: 91%, above threshold (threshold 42%); under small changes "
                            "86% to 96%"));
    QVERIFY(fixture.child<ui::ScoreRow>("score_normal")
                ->text()
                .endsWith(QStringLiteral("under small changes < 1% to 6%")));
    QVERIFY(!fixture.child<ui::ScoreRow>("score_covid")->toolTip().isEmpty());
    // The band is drawn: the row is another picture than that of the score alone.
    ml::Score alone;
    alone.label = "covid";
    alone.probability = 0.91;
    alone.threshold = 0.42;
    alone.decision = ml::Decision::Above;
    ui::ScoreRow plain(QStringLiteral("COVID-19"), alone);
    alone.band = std::pair(0.6, 0.95);
    ui::ScoreRow banded(QStringLiteral("COVID-19"), alone);
    for (ui::ScoreRow* row : {&plain, &banded}) {
        row->resize(280, row->sizeHint().height());
    }
    QCOMPARE(plain.sizeHint(), banded.sizeHint()); // nothing jumps when it comes
    QVERIFY(plain.grab().toImage() != banded.grab().toImage());
}

void ExplanationsTest::anotherImageIsMeasuredAnew()
{
    WindowFixture fixture;
    test::SyntheticFile file;
    file.frames = 2;
    fixture.window().openPaths({test::writeSynthetic(fixture.folder(), file)});
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.model->bands.load(), 1);
    fixture.trigger("nextImage");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.model->bands.load(), 2);
    // One more map is no reason to measure again.
    QTest::keyClick(&fixture.window(), Qt::Key_N);
    choose(*fixture.child<QComboBox>("heatmapFinding"), QStringLiteral("Pneumonia"));
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.model->bands.load(), 2);
    QVERIFY(covidText(fixture).contains(QStringLiteral("86% to 96%")));
}

void ExplanationsTest::bandsThatCannotBeMeasuredLeaveTheScores()
{
    WindowFixture fixture;
    fixture.model->failsToMeasure = true;
    QVERIFY(fixture.openOne());
    QCOMPARE(fixture.model->bands.load(), 1);
    QCOMPARE(covidText(fixture), QStringLiteral("COVID-19: 91%, above threshold (threshold 42%)"));
}

void ExplanationsTest::similarCasesAreListed()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.child<QWidget>("similarCases")->isVisible());
    QCOMPARE(tableTexts(fixture),
             (QStringList{QStringLiteral("Similar training cases"), QStringLiteral("Label"),
                          QStringLiteral("Source"), QStringLiteral("Distance"),
                          QStringLiteral("COVID-19"), QStringLiteral("hospital_\u200ba"),
                          QStringLiteral("0.021"), QStringLiteral("Pneumonia"),
                          QStringLiteral("unknown"), QStringLiteral("0.340")}));
    QVERIFY(fixture.child<QWidget>("similarCases")
                ->toolTip()
                .contains(QStringLiteral("no image and no patient")));
}

void ExplanationsTest::similarCasesOfARejectedImageAreWithheld()
{
    WindowFixture fixture;
    fixture.model->rejects = true;
    QVERIFY(fixture.openOne());
    QVERIFY(!fixture.child<QWidget>("similarCases")->isVisible());
    QTest::mouseClick(fixture.child<QPushButton>("showAnyway"), Qt::LeftButton);
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.child<QWidget>("similarCases")->isVisible());
}

void ExplanationsTest::anyMethodMakesItsMap()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    auto* method = fixture.child<QComboBox>("heatmapMethod");
    QCOMPARE(method->currentText(), QStringLiteral("Grad-CAM (default)"));
    for (const auto& name : {QStringLiteral("Grad-CAM++"), QStringLiteral("HiResCAM"),
                             QStringLiteral("LayerCAM"), QStringLiteral("Grad-CAM")}) {
        choose(*method,
               name == QStringLiteral("Grad-CAM") ? QStringLiteral("Grad-CAM (default)") : name);
        QVERIFY(fixture.waitUntilIdle());
        QVERIFY2(panelSays(fixture, QStringLiteral("COVID-19, %1. It shows").arg(name)),
                 qPrintable(name));
        fixture.window().setHeatmapVisible(true);
        QVERIFY(fixture.canvas().showsHeatmap());
    }
    // Of any finding as well.
    choose(*method, QStringLiteral("LayerCAM"));
    choose(*fixture.child<QComboBox>("heatmapFinding"), QStringLiteral("Pneumonia"));
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(panelSays(fixture, QStringLiteral("Pneumonia, LayerCAM.")));
}

void ExplanationsTest::theMethodStaysForTheNextImage()
{
    WindowFixture fixture;
    test::SyntheticFile file;
    file.frames = 2;
    fixture.window().openPaths({test::writeSynthetic(fixture.folder(), file)});
    QVERIFY(fixture.waitUntilIdle());
    choose(*fixture.child<QComboBox>("heatmapMethod"), QStringLiteral("HiResCAM"));
    fixture.trigger("nextImage");
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(panelSays(fixture, QStringLiteral("COVID-19, HiResCAM.")));
    QCOMPARE(fixture.child<QComboBox>("heatmapMethod")->currentText(), QStringLiteral("HiResCAM"));
}

void ExplanationsTest::theShareInTheLungsIsSaid_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<QString>("text");
    QTest::newRow("no lung finder") << -1 << QString();
    QTest::newRow("most of it inside")
        << 63 << QStringLiteral("63% of the map lies inside the lungs.");
    QTest::newRow("half of it inside")
        << 50 << QStringLiteral("50% of the map lies inside the lungs.");
    QTest::newRow("little of it inside")
        << 31
        << QStringLiteral("31% of the map lies inside the lungs. Much of it lies outside: the "
                          "estimate may rest on something else.");
}

void ExplanationsTest::theShareInTheLungsIsSaid()
{
    QFETCH(const int, percent);
    QFETCH(const QString, text);
    WindowFixture fixture;
    fixture.model->energyPercent = percent;
    QVERIFY(fixture.openOne());
    const auto* line = fixture.child<QLabel>("heatmapEnergy");
    QCOMPARE(line->isVisible(), !text.isEmpty());
    if (!text.isEmpty()) {
        QCOMPARE(line->text(), text);
    }
}

void ExplanationsTest::theMapOfTwoNetworksIsSaidToBeTheFirstOnes()
{
    const QString sentence =
        QStringLiteral("The model judges with two networks; the map is the first one's.");
    WindowFixture one;
    QVERIFY(one.openOne());
    QVERIFY(!panelSays(one, sentence));
    WindowFixture two;
    two.model->hasSecondNetwork = true;
    QVERIFY(two.openOne());
    QVERIFY(panelSays(two, sentence));
}

void ExplanationsTest::everythingIsSaidInTurkish()
{
    WindowFixture fixture(ui::Language::Turkish);
    fixture.model->energyPercent = 31;
    QVERIFY(fixture.openOne());
    QVERIFY(covidText(fixture).contains(QStringLiteral("%86 ile %96 arası")));
    QVERIFY(fixture.child<QLabel>("heatmapEnergy")
                ->text()
                .startsWith(QStringLiteral("Haritanın %31 kadarı akciğerlerin içinde.")));
    QVERIFY(tableTexts(fixture).contains(QStringLiteral("Benzer eğitim vakaları")));
    QVERIFY(tableTexts(fixture).contains(QStringLiteral("0,021")));
    QCOMPARE(fixture.child<QComboBox>("heatmapMethod")->currentText(),
             QStringLiteral("Grad-CAM (varsayılan)"));
}

QTEST_MAIN(ExplanationsTest)
#include "explanations_test.moc"
