// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/evaluate_page.h"

#include "core/base/digest.h"
#include "core/base/files.h"

#include "tests/ui/page_fixture.h"
#include "ui/plots/line_plot.h"
#include "ui/plots/scatter_plot.h"
#include "ui/wizard/confusion_view.h"
#include "ui/wizard/embedding_view.h"
#include "ui/wizard/image_gallery.h"
#include "ui/wizard/run_folder.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QSlider>
#include <QTableWidget>
#include <QTabWidget>

#include <future>

using namespace nefes;
using test::PageFixture;

namespace {

const std::vector<std::string> kLabels{"covid", "normal", "pneumonia"};

/// Reads its answer from the size of the image: the width names the class that it says, the height
/// is the probability in percent.
class SizeClassifier final : public ml::Classifier
{
public:
    /// Heatmaps wait for `gate`, if there is one.
    explicit SizeClassifier(std::shared_future<void> gate = {})
        : m_gate(std::move(gate))
    {
    }

    [[nodiscard]] const ml::ModelDescription& model() const override { return m_description; }

    [[nodiscard]] Result<ml::Analysis> analyse(const DecodedImage& image,
                                               const std::optional<ml::HeatmapRequest>& heatmap,
                                               std::stop_token) override
    {
        const auto said = static_cast<std::size_t>(image.width() - 40);
        const double top = image.height() / 100.0;
        ml::Analysis analysis;
        for (std::size_t label = 0; label < kLabels.size(); ++label) {
            analysis.prediction.scores.push_back({kLabels[label],
                                                  label == said ? top : (1.0 - top) / 2.0,
                                                  std::nullopt, std::nullopt, std::nullopt});
        }
        analysis.prediction.topLabel = kLabels[said];
        analysis.prediction.features = {static_cast<float>(said), static_cast<float>(top),
                                        static_cast<float>(image.height() % 7)};
        if (heatmap) {
            if (m_gate.valid()) {
                m_gate.wait();
            }
            ml::Heatmap map;
            map.label = analysis.prediction.topLabel;
            map.grid = {.width = 2, .height = 2, .values = {1.0F, 0.0F, 0.0F, 0.0F}};
            analysis.heatmap = map;
        }
        return analysis;
    }

    [[nodiscard]] Result<void> measureBands(const DecodedImage&, ml::Prediction&,
                                            std::stop_token) override
    {
        return fail(ErrorCode::Internal, "an evaluation does not pay for bands");
    }

private:
    std::shared_future<void> m_gate;
    ml::ModelDescription m_description = test::fakeDescription();
};

/// Images of all classes in turn, as an evaluation leaves them.
ui::JudgedSetPtr judgedImages(std::size_t images)
{
    auto judged = std::make_shared<ui::JudgedSet>();
    judged->model = test::fakeDescription();
    for (std::size_t i = 0; i < images; ++i) {
        ml::JudgedFile file;
        file.path = std::to_string(i) + ".dcm";
        file.truth = file.prediction.topLabel = kLabels[i % 3];
        file.prediction.features = {static_cast<float>(i % 3), static_cast<float>(i)};
        judged->evaluation.files.push_back(std::move(file));
        judged->evaluation.images.judgements.truth.push_back(static_cast<int>(i % 3));
    }
    return judged;
}

/// Thirty images: eight right and two wrong of each class, two sources.
struct EvaluationStage {
    PageFixture fixture;
    std::unique_ptr<ui::EvaluatePage> page;

    EvaluationStage()
    {
        const auto data = fixture.folder() / "data";
        std::string manifest = "file,label,source\n";
        std::string splits = "sha256,split\n";
        for (int label = 0; label < 3; ++label) {
            for (int i = 0; i < 10; ++i) {
                test::SyntheticFile file;
                file.name = kLabels[static_cast<std::size_t>(label)] + std::to_string(i) + ".dcm";
                file.width = 40 + (i < 8 ? label : (label + 1) % 3);
                file.height = 60 + 3 * i;
                file.instance = 100 * label + i; // every file is another one
                const auto path = test::writeSynthetic(data, file);
                manifest += file.name + "," + kLabels[static_cast<std::size_t>(label)] + "," +
                            (i % 2 == 0 ? "Ankara" : "Izmir") + "\n";
                splits += *sha256OfFile(path) + "," + (i % 2 == 0 ? "validation" : "test") + "\n";
            }
        }
        NEFES_ASSERT(writeFileAtomically(data / "manifest.csv", manifest).has_value());
        const auto package = fixture.folder() / "package";
        std::filesystem::create_directories(package);
        NEFES_ASSERT(writeFileAtomically(package / "model.json", "{}").has_value());
        NEFES_ASSERT(writeFileAtomically(package / "splits.csv", splits).has_value());
        fixture.services.loadClassifier = [](const std::string&, ml::DeviceChoice) {
            return Result<std::unique_ptr<ml::Classifier>>(std::make_unique<SizeClassifier>());
        };
        fixture.state.setTrainedModel(package);
    }
    ui::EvaluatePage& open()
    {
        page = std::make_unique<ui::EvaluatePage>(fixture.state, fixture.services, fixture.pool);
        page->resize(1000, 760);
        page->show();
        page->enter();
        return *page;
    }
    template <class T>
    T* child(const char* name)
    {
        return PageFixture::child<T>(*page, name);
    }
    /// Judges all images, or those of a split by its place in the box.
    [[nodiscard]] bool evaluate(int split = 3)
    {
        child<QComboBox>("evaluationSplit")->setCurrentIndex(split);
        auto* button = child<QPushButton>("evaluate");
        if (!QTest::qWaitFor([button] { return button->isEnabled(); }, test::kPageTimeoutMs)) {
            return false;
        }
        button->click();
        return QTest::qWaitFor(
            [this] {
                return child<QTableWidget>("confusionMatrix")->rowCount() == 3 &&
                       child<QPushButton>("evaluate")->isEnabled();
            },
            test::kPageTimeoutMs);
    }
    void showTab(int index) { child<QTabWidget>("evaluationTabs")->setCurrentIndex(index); }
};

} // namespace

class EvaluatePageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMatrixCountsAndAClickShowsTheImages();
    void onlyTheImagesOfTheSplitAreJudged();
    void theReportNamesEachClass();
    void noIntervalClaimsCertainty_data();
    void noIntervalClaimsCertainty();
    void theThresholdMovesTheFigures();
    void predictiveValuesFollowThePrevalence();
    void aThresholdBecomesTheOperatingPoint();
    void galleriesHoldErrorsAndRightOnesWithHeatmaps();
    void picturesGoOnAfterACancelledEvaluation();
    void aDoubleClickOpensTheImageInTheViewer();
    void theMapIsColouredByClassAndByCluster();
    void theMapIsOfTheNewestImages();
    void groupsAreToldApart();
    void finishedRunsAreCompared();
    void anUnloadableModelIsExplained();
    void aFolderThatHasGoneIsExplained();
    void textsFollowTheLanguage();
};

void EvaluatePageTest::theMatrixCountsAndAClickShowsTheImages()
{
    EvaluationStage stage;
    stage.open();
    QVERIFY(stage.evaluate());
    auto* matrix = stage.child<QTableWidget>("confusionMatrix");
    QCOMPARE(matrix->item(0, 0)->text(), QStringLiteral("8\n80%"));
    QCOMPARE(matrix->item(0, 1)->text(), QStringLiteral("2\n20%"));
    QCOMPARE(matrix->item(0, 2)->text(), QStringLiteral("0\n0%"));
    QVERIFY(stage.child<QLabel>("evaluationSummary")
                ->text()
                .startsWith(QStringLiteral("30 images: accuracy 0.800")));
    auto* gallery = stage.child<ui::ImageGallery>("cellGallery");
    QTest::mouseClick(matrix->viewport(), Qt::LeftButton, {},
                      matrix->visualItemRect(matrix->item(0, 1)).center());
    QCOMPARE(gallery->count(), 2);
    QVERIFY(gallery->isVisible());
    // Surest first: the height is the probability.
    QVERIFY(gallery->item(0)->text().contains(QStringLiteral("87%")));
    QTest::keyClick(matrix, Qt::Key_Left);
    QCOMPARE(gallery->count(), 8);
}

void EvaluatePageTest::onlyTheImagesOfTheSplitAreJudged()
{
    EvaluationStage stage;
    stage.open();
    QVERIFY(stage.evaluate(0));
    QVERIFY(stage.child<QLabel>("evaluationSummary")->text().startsWith(QStringLiteral("15 ")));
}

void EvaluatePageTest::theReportNamesEachClass()
{
    EvaluationStage stage;
    stage.open();
    QVERIFY(stage.evaluate());
    const auto* report = stage.child<QTableWidget>("classReport");
    QCOMPARE(report->rowCount(), 3);
    QCOMPARE(report->item(2, 0)->text(), QStringLiteral("Pneumonia"));
    QCOMPARE(report->item(2, 1)->text(), QStringLiteral("10"));
    QVERIFY(report->item(2, 3)->text().startsWith(QStringLiteral("0.800 (")));
}

void EvaluatePageTest::noIntervalClaimsCertainty_data()
{
    QTest::addColumn<QString>("metrics");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::newRow("as the bootstrap has it")
        << R"({"recall":0.6,"recall_ci":[0.2,0.9],"support":5})"
        << "recall"
        << "0.600 (0.20–0.90)";
    // Wilson's interval of 0 of 5 and of 576 of 576.
    QTest::newRow("none of five") << R"({"recall":0,"recall_ci":[0,0],"support":5})"
                                  << "recall"
                                  << "0.000 (0.00–0.43)";
    QTest::newRow("all of many") << R"({"accuracy":1,"accuracy_ci":[1,1],"images":576})"
                                 << "accuracy"
                                 << "1.000 (0.99–1.00)";
    QTest::newRow("of an unknown number")
        << R"({"balanced_accuracy":0.333,"balanced_accuracy_ci":[0.333,0.333]})"
        << "balanced_accuracy"
        << "0.333";
    QTest::newRow("without an interval") << R"({"ece":0.02})"
                                         << "ece"
                                         << "0.020";
    QTest::newRow("not defined") << R"({"macro_auc":null})"
                                 << "macro_auc"
                                 << "–";
}

void EvaluatePageTest::noIntervalClaimsCertainty()
{
    QFETCH(QString, metrics);
    QFETCH(QString, name);
    QFETCH(QString, text);
    QCOMPARE(ui::metricText(nlohmann::json::parse(metrics.toStdString()), name.toUtf8()), text);
}

void EvaluatePageTest::theThresholdMovesTheFigures()
{
    EvaluationStage stage;
    stage.open();
    QVERIFY(stage.evaluate());
    stage.showTab(1);
    auto* slider = stage.child<QSlider>("thresholdSlider");
    const auto figures = [&stage] {
        return stage.child<QLabel>("thresholdFigures")->text();
    };
    slider->setValue(500);
    QVERIFY2(figures().contains(QStringLiteral("Sensitivity 0.800")), qPrintable(figures()));
    QVERIFY(figures().contains(QStringLiteral("8 of 10 found")));
    slider->setValue(0);
    QVERIFY(figures().contains(QStringLiteral("Sensitivity 1.000")));
    QVERIFY(figures().contains(QStringLiteral("Specificity 0.000")));
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(slider->value(), 1);
}

void EvaluatePageTest::predictiveValuesFollowThePrevalence()
{
    EvaluationStage stage;
    stage.open();
    QVERIFY(stage.evaluate());
    stage.showTab(1);
    stage.child<QSlider>("thresholdSlider")->setValue(500);
    auto* prevalence = stage.child<QDoubleSpinBox>("prevalence");
    const auto figures = [&stage] {
        return stage.child<QLabel>("thresholdFigures")->text();
    };
    // Sensitivity 0.8, specificity 0.9: Bayes by hand.
    prevalence->setValue(50.0);
    QVERIFY2(figures().contains(QStringLiteral("PPV 0.889")), qPrintable(figures()));
    QVERIFY(figures().contains(QStringLiteral("NPV 0.818")));
    prevalence->setValue(1.0);
    QVERIFY(figures().contains(QStringLiteral("PPV 0.075")));
}

void EvaluatePageTest::aThresholdBecomesTheOperatingPoint()
{
    EvaluationStage stage;
    stage.open();
    QVERIFY(stage.evaluate());
    stage.showTab(1);
    stage.child<QSlider>("thresholdSlider")->setValue(250);
    QTest::mouseClick(stage.child<QPushButton>("useThreshold"), Qt::LeftButton);
    QCOMPARE(stage.fixture.state.thresholds().at("covid"), 0.25);
}

void EvaluatePageTest::galleriesHoldErrorsAndRightOnesWithHeatmaps()
{
    EvaluationStage stage;
    stage.open();
    QVERIFY(stage.evaluate());
    stage.showTab(2);
    auto* wrong = stage.child<ui::ImageGallery>("errorGallery");
    QCOMPARE(wrong->count(), 6);
    QVERIFY(wrong->item(0)->text().contains(QStringLiteral("truth: ")));
    const QImage empty = wrong->item(5)->icon().pixmap(64).toImage();
    QTRY_VERIFY(wrong->item(5)->icon().pixmap(64).toImage() != empty);
    stage.showTab(3);
    auto* right = stage.child<ui::ImageGallery>("rightGallery");
    QCOMPARE(right->count(), 24);
    // Classes take turns.
    QVERIFY(right->item(0)->text().startsWith(QStringLiteral("COVID-19")));
    QVERIFY(right->item(1)->text().startsWith(QStringLiteral("Normal")));
}

void EvaluatePageTest::picturesGoOnAfterACancelledEvaluation()
{
    std::promise<void> gate;
    EvaluationStage stage;
    stage.fixture.services.loadClassifier = [opened = gate.get_future().share()](const std::string&,
                                                                                 ml::DeviceChoice) {
        return Result<std::unique_ptr<ml::Classifier>>(std::make_unique<SizeClassifier>(opened));
    };
    stage.open();
    QVERIFY(stage.evaluate());
    auto* wrong = stage.child<ui::ImageGallery>("errorGallery");
    const QImage empty = wrong->item(5)->icon().pixmap(64).toImage();
    stage.showTab(2);
    stage.child<QPushButton>("evaluate")->click();
    stage.child<QPushButton>("evaluateCancel")->click();
    gate.set_value();
    QTRY_VERIFY(wrong->item(5)->icon().pixmap(64).toImage() != empty);
    QVERIFY(wrong->item(0)->icon().pixmap(64).toImage() != empty);
}

void EvaluatePageTest::aDoubleClickOpensTheImageInTheViewer()
{
    EvaluationStage stage;
    stage.open();
    QVERIFY(stage.evaluate());
    stage.showTab(2);
    auto* wrong = stage.child<ui::ImageGallery>("errorGallery");
    QSignalSpy opened(&stage.fixture.state, &ui::WizardState::openRequested);
    wrong->setCurrentRow(0);
    QTest::keyClick(wrong, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
}

void EvaluatePageTest::theMapIsColouredByClassAndByCluster()
{
    EvaluationStage stage;
    stage.open();
    QVERIFY(stage.evaluate());
    stage.showTab(4);
    const auto* plot = stage.child<ui::ScatterPlot>("embeddingPlot");
    QTRY_COMPARE(plot->points().size(), std::size_t{30});
    QCOMPARE(plot->points().front().group, 0);
    QVERIFY(plot->points().front().text.contains(QStringLiteral("truth: COVID-19")));
    const QPointF before = plot->points().front().place;
    stage.child<QComboBox>("embeddingMethod")->setCurrentIndex(0);
    QVERIFY(plot->points().front().place != before);
    stage.child<QComboBox>("embeddingColor")->setCurrentIndex(2);
    QVERIFY(stage.child<QLabel>("embeddingText")->text().contains(QLatin1Char('%')));
}

void EvaluatePageTest::theMapIsOfTheNewestImages()
{
    PageFixture fixture;
    ui::EmbeddingView view(fixture.pool, [](const QString&) {});
    view.show();
    // The only thread is taken until the second images are there.
    fixture.pool.setMaxThreadCount(1);
    QSemaphore ready;
    fixture.pool.start([&ready] { ready.acquire(); });
    view.setJudged(judgedImages(30));
    view.setJudged(judgedImages(10));
    ready.release();
    const auto* plot = PageFixture::child<ui::ScatterPlot>(view, "embeddingPlot");
    QTRY_COMPARE(plot->points().size(), std::size_t{10});
}

void EvaluatePageTest::groupsAreToldApart()
{
    EvaluationStage stage;
    stage.open();
    QVERIFY(stage.evaluate());
    const auto* table = stage.child<QTableWidget>("groupTable");
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 1)->text(), QStringLiteral("Ankara"));
    QCOMPARE(table->item(0, 2)->text(), QStringLiteral("15"));
}

void EvaluatePageTest::finishedRunsAreCompared()
{
    EvaluationStage stage;
    for (const std::string name : {"tiny-001", "tiny-002"}) {
        ui::StoredRun run;
        run.plan.recipe = stage.fixture.state.recipe();
        run.folder = stage.fixture.services.training.runsFolder / name;
        run.state = ui::RunState::Finished;
        QVERIFY(ui::writeRun(run, 0).has_value());
        std::filesystem::create_directories(run.folder / "model");
        ml::ModelDescription model = test::fakeDescription();
        model.outputs = 3;
        model.network.backbone = ml::Backbone::ResNet18;
        model.weightsSha256 = std::string(64, 'a');
        model.training = {{"best_epoch", "of another kind"}};
        model.metrics = {{"validation", {{"accuracy", 0.9}, {"macro_auc", 0.95}}},
                         {"test", nullptr}};
        QVERIFY(
            writeFileAtomically(run.folder / "model" / "model.json", ml::modelToJson(model).dump())
                .has_value());
        QVERIFY(writeFileAtomically(run.folder / "history.csv",
                                    "epoch,validation_loss\n1,0.9\n2,0.5\n3,0.6\n")
                    .has_value());
    }
    stage.open();
    stage.showTab(6);
    const auto* table = stage.child<QTableWidget>("runTable");
    QTRY_COMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 4)->text(), QStringLiteral("0.900"));
    QCOMPARE(table->item(0, 6)->text(), QStringLiteral("–"));
    QTRY_COMPARE(stage.child<ui::LinePlot>("comparisonPlot")->shownPoints(1), 3);
}

void EvaluatePageTest::anUnloadableModelIsExplained()
{
    EvaluationStage stage;
    stage.fixture.services.loadClassifier =
        [](const std::string&, ml::DeviceChoice) -> Result<std::unique_ptr<ml::Classifier>> {
        return fail(ErrorCode::ModuleMissing, "nefes_torch was not found");
    };
    stage.open();
    QTRY_VERIFY(stage.child<QPushButton>("evaluate")->isEnabled());
    stage.child<QPushButton>("evaluate")->click();
    QTRY_VERIFY(stage.child<QLabel>("evaluationMessage")
                    ->text()
                    .contains(QStringLiteral("Install the package nefes-torch")));
}

void EvaluatePageTest::aFolderThatHasGoneIsExplained()
{
    EvaluationStage stage;
    stage.fixture.state.setFolders({stage.fixture.folder() / "gone"});
    stage.open();
    QTRY_VERIFY(stage.child<QPushButton>("evaluate")->isEnabled());
    stage.child<QPushButton>("evaluate")->click();
    QTRY_VERIFY(stage.child<QLabel>("evaluationMessage")
                    ->text()
                    .contains(QStringLiteral("does not exist")));
}

void EvaluatePageTest::textsFollowTheLanguage()
{
    EvaluationStage stage;
    stage.open();
    QVERIFY(stage.evaluate());
    stage.fixture.language.apply(ui::Language::Turkish);
    QTRY_VERIFY(stage.child<QLabel>("evaluationSummary")
                    ->text()
                    .contains(QStringLiteral("doğruluk 0,800")));
    QCOMPARE(stage.child<QTableWidget>("confusionMatrix")->horizontalHeaderItem(2)->text(),
             QStringLiteral("Pnömoni"));
}

QTEST_MAIN(EvaluatePageTest)
#include "evaluate_page_test.moc"
