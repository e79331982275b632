// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "tests/ui/window_fixture.h"
#include "ui/panels/score_row.h"
#include "ui/viewer/view_state.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTextBrowser>

#include <algorithm>
#include <array>
#include <cmath>

using namespace nefes;
using test::SyntheticFile;
using test::WindowFixture;
using test::writeSynthetic;

namespace {

/// All texts that the panel shows now.
QString panelText(WindowFixture& fixture)
{
    QStringList texts;
    for (const QLabel* label : fixture.child<QWidget>("analysisPanel")->findChildren<QLabel*>()) {
        if (label->isVisible()) {
            texts.append(label->text());
        }
    }
    return texts.join(QLatin1Char('\n'));
}

QStringList scoreTexts(WindowFixture& fixture)
{
    QStringList texts;
    for (const char* label : {"score_covid", "score_normal", "score_pneumonia"}) {
        if (const auto* row = fixture.window().findChild<ui::ScoreRow*>(QLatin1String(label))) {
            texts.append(row->text());
        }
    }
    return texts;
}

/// Quarters of the image (in image coordinates) where the picture changes with the heatmap.
std::array<bool, 4> hotQuarters(ui::Canvas& canvas)
{
    canvas.setHeatmapVisible(false);
    const QImage plain = canvas.picture().copy();
    canvas.setHeatmapVisible(true);
    const QImage hot = canvas.picture().copy();
    const Affine map = ui::imageToScreen(canvas.view(), *canvas.image(), canvas.deviceSize());
    std::array<bool, 4> result{};
    for (std::size_t quarter = 0; quarter < 4; ++quarter) {
        const PointPx middle{canvas.image()->width() * (quarter % 2 == 0 ? 0.2 : 0.8),
                             canvas.image()->height() * (quarter < 2 ? 0.2 : 0.8)};
        const PointPx screen = map.map(middle);
        const QPoint pixel(static_cast<int>(screen.x), static_cast<int>(screen.y));
        result[quarter] = plain.pixel(pixel) != hot.pixel(pixel);
    }
    return result;
}

constexpr std::array kOnlyTopLeft{true, false, false, false};

} // namespace

class AnalysisTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scoresAppearByThemselves();
    void roundingContradictsNoDecision();
    void nothingFoundIsSaidInWords();
    void rejectedImagesWithholdTheirScores();
    void statesAreExplained_data();
    void statesAreExplained();
    void aFailedModelCanBeTriedAgain();
    void turnedOffImagesWaitForTheButton();
    void lateAnswersAreIgnored();
    void heatmapFollowsTheImage();
    void heatmapIsOffAtFirstAndToggledByItsKey();
    void heldKeyPeeks();
    void bracketsChangeTheOpacity();
    void nextFindingWithoutFindingsGoesThroughAllLabels();
    void chosenFindingBringsItsOwnMap();
    void colourMapChangesThePicture();
    void theCardOpensInTheLanguageOfTheWindow();
    void theDisclaimerIsAlwaysThere();
};

void AnalysisTest::scoresAppearByThemselves()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QCOMPARE(scoreTexts(fixture),
             (QStringList{QStringLiteral("COVID-19: 91%, above threshold (threshold 42%); under "
                                         "small changes 86% to 96%"),
                          QStringLiteral("Normal: < 1%; under small changes < 1% to 6%"),
                          QStringLiteral("Pneumonia: 9%, below threshold (threshold 45%); under "
                                         "small changes 4% to 14%")}));
    const QString text = panelText(fixture);
    QVERIFY(text.contains(QStringLiteral("Above threshold: COVID-19")));
    QVERIFY(text.contains(QStringLiteral("The input check found nothing against it.")));
    QVERIFY(text.contains(QStringLiteral("Chest radiograph, version 1.2.0, 20 Nov 2026")));
    QCOMPARE(fixture.child<QLabel>("deviceText")->text(), QStringLiteral("CPU"));
    QVERIFY(!fixture.child<QLabel>("heatmapSnapshot")->pixmap(Qt::ReturnByValue).isNull());
}

void AnalysisTest::roundingContradictsNoDecision()
{
    ml::Score score;
    score.probability = 0.2496;
    score.threshold = 0.2512;
    score.decision = ml::Decision::Below;
    const ui::ScoreRow close(QStringLiteral("Pneumonia"), score);
    QCOMPARE(close.text(), QStringLiteral("Pneumonia: 25.0%, below threshold (threshold 25.1%)"));
    score.threshold = 0.25;
    const ui::ScoreRow closer(QStringLiteral("Pneumonia"), score);
    QCOMPARE(closer.text(),
             QStringLiteral("Pneumonia: 24.96%, below threshold (threshold 25.00%)"));
    score.probability = 0.2442;
    const ui::ScoreRow apart(QStringLiteral("Pneumonia"), score);
    QCOMPARE(apart.text(), QStringLiteral("Pneumonia: 24%, below threshold (threshold 25%)"));
}

void AnalysisTest::nothingFoundIsSaidInWords()
{
    WindowFixture fixture;
    fixture.model->findsNothing = true;
    QVERIFY(fixture.openOne());
    QVERIFY(panelText(fixture).contains(QStringLiteral("No finding above threshold")));
    QVERIFY(scoreTexts(fixture)
                .filter(QStringLiteral("Normal: 95%; under small changes 90% to > 99%"))
                .size() == 1);
}

void AnalysisTest::rejectedImagesWithholdTheirScores()
{
    WindowFixture fixture;
    fixture.model->rejects = true;
    QVERIFY(fixture.openOne());
    QVERIFY(
        panelText(fixture).contains(QStringLiteral("This does not look like a chest radiograph.")));
    QVERIFY(!fixture.child<QWidget>("headline")->isVisible());
    fixture.window().setHeatmapVisible(true);
    QVERIFY(!fixture.canvas().showsHeatmap());
    QTest::mouseClick(fixture.child<QPushButton>("showAnyway"), Qt::LeftButton);
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.child<QWidget>("headline")->isVisible());
    QVERIFY(fixture.canvas().showsHeatmap());
    QVERIFY(
        panelText(fixture).contains(QStringLiteral("This does not look like a chest radiograph.")));
}

void AnalysisTest::statesAreExplained_data()
{
    QTest::addColumn<bool>("isInstalled");
    QTest::addColumn<bool>("failsToLoad");
    QTest::addColumn<QString>("text");
    QTest::newRow("no model says how to install one")
        << false << false << QStringLiteral("nefes models import");
    QTest::newRow("a missing module says what to install")
        << true << true << QStringLiteral("Install the package nefes-torch");
}

void AnalysisTest::statesAreExplained()
{
    QFETCH(const bool, isInstalled);
    QFETCH(const bool, failsToLoad);
    QFETCH(const QString, text);
    WindowFixture fixture;
    fixture.model->isInstalled = isInstalled;
    fixture.model->failsToLoad = failsToLoad;
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.canvas().image() != nullptr);
    QVERIFY2(panelText(fixture).contains(text), qPrintable(panelText(fixture)));
}

void AnalysisTest::aFailedModelCanBeTriedAgain()
{
    WindowFixture fixture;
    fixture.model->failsToLoad = true;
    QVERIFY(fixture.openOne());
    fixture.model->failsToLoad = false;
    QTest::keyClick(&fixture.window(), Qt::Key_F9);
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(scoreTexts(fixture).size(), 3);
    QCOMPARE(fixture.model->loads.load(), 2);
}

void AnalysisTest::turnedOffImagesWaitForTheButton()
{
    WindowFixture fixture;
    fixture.trigger("analyseByItself");
    QVERIFY(fixture.openOne());
    QVERIFY(panelText(fixture).contains(QStringLiteral("Not analysed")));
    QCOMPARE(fixture.model->analyses.load(), 0);
    auto* panel = fixture.child<QWidget>("analysisPanel");
    QTest::mouseClick(panel->findChild<QPushButton*>(QStringLiteral("noticePrimary")),
                      Qt::LeftButton);
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(scoreTexts(fixture).size(), 3);
}

void AnalysisTest::lateAnswersAreIgnored()
{
    WindowFixture fixture;
    SyntheticFile file;
    file.frames = 2;
    fixture.model->waits = true;
    fixture.window().openPaths({writeSynthetic(fixture.folder(), file)});
    QTRY_VERIFY(panelText(fixture).contains(QStringLiteral("Loading the model")));
    QTRY_COMPARE(fixture.model->loads.load(), 1);
    // The first analysis hangs; the reader goes on to an image that the model must not judge.
    fixture.trigger("nextImage");
    QTRY_COMPARE(fixture.canvas().image()->data().frame, 1);
    fixture.model->go.release();
    QTRY_COMPARE(fixture.model->analyses.load(), 1);
    QVERIFY(!fixture.window().isIdle());
    QVERIFY(scoreTexts(fixture).isEmpty());
    fixture.model->rejects = true;
    fixture.model->waits = false;
    fixture.model->go.release();
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(
        panelText(fixture).contains(QStringLiteral("This does not look like a chest radiograph.")));
}

void AnalysisTest::heatmapFollowsTheImage()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QCOMPARE(hotQuarters(fixture.canvas()), kOnlyTopLeft);
    for (const char* action : {"rotateRight", "flipHorizontal", "flipVertical", "rotateLeft",
                               "rotateLeft", "zoomOneToOne", "zoomIn"}) {
        fixture.trigger(action);
        QVERIFY2(hotQuarters(fixture.canvas()) == kOnlyTopLeft, action);
    }
}

void AnalysisTest::heatmapIsOffAtFirstAndToggledByItsKey()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QVERIFY(!fixture.canvas().showsHeatmap());
    QTest::keyClick(&fixture.window(), Qt::Key_G);
    QVERIFY(fixture.canvas().showsHeatmap());
    QVERIFY(fixture.child<QCheckBox>("heatmapShown")->isChecked());
    fixture.child<QCheckBox>("heatmapShown")->click();
    QVERIFY(!fixture.canvas().showsHeatmap());
    QVERIFY(!fixture.child<QAction>("heatmapToggle")->isChecked());
}

void AnalysisTest::heldKeyPeeks()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QTest::keyPress(&fixture.canvas(), Qt::Key_X);
    QVERIFY(fixture.canvas().showsHeatmap());
    QTest::keyRelease(&fixture.canvas(), Qt::Key_X);
    QVERIFY(!fixture.canvas().showsHeatmap());
}

void AnalysisTest::bracketsChangeTheOpacity()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    const auto* slider = fixture.child<QSlider>("heatmapOpacity");
    QCOMPARE(slider->value(), 40);
    QTest::keyClick(&fixture.window(), Qt::Key_BracketRight);
    QCOMPARE(slider->value(), 50);
    QTest::keyClick(&fixture.window(), Qt::Key_BracketLeft);
    QTest::keyClick(&fixture.window(), Qt::Key_BracketLeft);
    QCOMPARE(slider->value(), 30);
}

void AnalysisTest::nextFindingWithoutFindingsGoesThroughAllLabels()
{
    WindowFixture fixture;
    fixture.model->findsNothing = true;
    QVERIFY(fixture.openOne());
    const auto* finding = fixture.child<QComboBox>("heatmapFinding");
    QCOMPARE(finding->currentText(), QStringLiteral("Normal"));
    for (const auto& expected :
         {QStringLiteral("Pneumonia"), QStringLiteral("COVID-19"), QStringLiteral("Normal")}) {
        QTest::keyClick(&fixture.window(), Qt::Key_N);
        QVERIFY(fixture.waitUntilIdle());
        QCOMPARE(finding->currentText(), expected);
        QVERIFY(fixture.canvas().showsHeatmap());
    }
}

void AnalysisTest::chosenFindingBringsItsOwnMap()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    auto* finding = fixture.child<QComboBox>("heatmapFinding");
    finding->setCurrentIndex(finding->findText(QStringLiteral("Pneumonia")));
    Q_EMIT finding->activated(finding->currentIndex());
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(hotQuarters(fixture.canvas()), (std::array{false, false, false, true}));
}

void AnalysisTest::colourMapChangesThePicture()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    fixture.window().setHeatmapVisible(true);
    const QImage cividis = fixture.canvas().picture().copy();
    auto* map = fixture.child<QComboBox>("heatmapMap");
    map->setCurrentIndex(1);
    Q_EMIT map->activated(1);
    QVERIFY(fixture.canvas().picture() != cividis);
    QVERIFY(fixture.waitUntilIdle());
}

void AnalysisTest::theCardOpensInTheLanguageOfTheWindow()
{
    WindowFixture fixture(ui::Language::Turkish);
    std::filesystem::create_directories(fixture.folder() / "model");
    QVERIFY(writeFileAtomically(fixture.folder() / "model" / "card.tr.md", "# Kart").has_value());
    QVERIFY(fixture.openOne());
    QTest::mouseClick(fixture.child<QPushButton>("modelCardLink"), Qt::LeftButton);
    QTRY_VERIFY(fixture.window().findChild<QTextBrowser*>() != nullptr);
    QCOMPARE(fixture.window().findChild<QTextBrowser*>()->toPlainText(), QStringLiteral("Kart"));
}

void AnalysisTest::theDisclaimerIsAlwaysThere()
{
    WindowFixture fixture;
    const auto* disclaimer = fixture.child<QLabel>("disclaimer");
    QVERIFY(disclaimer->isVisible());
    QCOMPARE(disclaimer->text(), QStringLiteral("AI estimate, not a diagnosis"));
    QVERIFY(fixture.openOne());
    QVERIFY(disclaimer->isVisible());
}

QTEST_MAIN(AnalysisTest)
#include "analysis_test.moc"
