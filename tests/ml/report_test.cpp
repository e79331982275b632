// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/report.h"

#include "ml/layer_diagram.h"
#include "ml/svg.h"

#include "tests/ml/fakes.h"

#include <QTest>
#include <QXmlStreamReader>

#include <fmt/format.h>

#include <cmath>

using namespace nefes;
using namespace nefes::ml;

class ReportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plotsAreValidXml();
    void pointsLieWhereTheAxesSay();
    void diagramsShowEveryLayer();
    void worstErrorsComeFirst();
    void theReportHoldsEverything();
    void aHistoryOfWrongTypesIsPassedOver();
};

namespace {

/// Empty when the text is well-formed XML.
QString xmlError(const std::string& text)
{
    QXmlStreamReader reader(QByteArray::fromStdString(text));
    while (!reader.atEnd()) {
        reader.readNext();
    }
    return reader.hasError() ? reader.errorString() : QString();
}

/// Six images, two of them wrong: one barely, one badly.
Evaluation smallEvaluation()
{
    Evaluation evaluation;
    evaluation.images.judgements.classes = {"no", "yes"};
    int number = 0;
    for (const auto& [p, truth] :
         {std::pair{0.1, 0}, {0.3, 0}, {0.55, 0}, {0.95, 0}, {0.8, 1}, {0.9, 1}}) {
        JudgedFile file;
        file.file = fmt::format("image<{}>", number++);
        file.truth = truth == 0 ? "no" : "yes";
        file.prediction.topLabel = p > 0.5 ? "yes" : "no";
        file.prediction.scores = {{"no", 1.0 - p, std::nullopt, std::nullopt, std::nullopt},
                                  {"yes", p, 0.6, Decision::Above, std::nullopt}};
        evaluation.files.push_back(file);
        evaluation.images.judgements.probabilities.insert(
            evaluation.images.judgements.probabilities.end(), {1.0 - p, p});
        evaluation.images.judgements.truth.push_back(truth);
        evaluation.images.columns["source"].push_back("a & b");
    }
    return evaluation;
}

} // namespace

void ReportTest::plotsAreValidXml()
{
    const PlotFrame frame{"a < b & c", "x \"quoted\"", "y"};
    const std::string plot =
        linePlot(frame, {{"one", {{0.0, 0.0}, {0.5, std::nan("")}, {1.0, 1.0}}}, {"two", {}}});
    QCOMPARE(xmlError(plot), QString());
    QVERIFY(plot.find("nan") == std::string::npos);
    QCOMPARE(xmlError(scatterPlot("empty", {})), QString());
    QCOMPARE(xmlError(scatterPlot("one point", {{"a", {{3.0, 4.0}}}})), QString());
}

void ReportTest::pointsLieWhereTheAxesSay()
{
    // The axes run from 58 to 440 and from 268 up to 30.
    const std::string plot = linePlot({"t", "x", "y"}, {{"a", {{0.0, 0.0}, {1.0, 1.0}}}});
    QVERIFY(plot.find("points=\"58.0,268.0 440.0,30.0 \"") != std::string::npos);
}

void ReportTest::diagramsShowEveryLayer()
{
    const auto network = networkFromJson(
        nlohmann::json::parse(R"({"layers":[{"type":"conv2d","filters":32},{"type":"max_pool"},
                                  {"type":"flatten"},{"type":"dense","units":128}]})"),
        "network");
    InputSpecification input;
    input.width = 64;
    input.height = 64;
    input.channels = 3;
    const auto diagram = layerDiagram(*network, input, 1);
    QVERIFY(diagram.has_value());
    QCOMPARE(xmlError(*diagram), QString());
    for (const char* text : {"64 × 64 × 3", "62 × 62 × 32", "31 × 31 × 32", ">30752<", ">128<",
                             "sigmoid", "896 parameters"}) {
        QVERIFY2(diagram->find(text) != std::string::npos, text);
    }
    input.width = 2;
    QCOMPARE(layerDiagram(*network, input, 1).error().code, ErrorCode::NetworkInvalid);
    NetworkSpecification backbone;
    backbone.backbone = Backbone::ResNet18;
    QCOMPARE(xmlError(layerDiagram(backbone, input, 4).value()), QString());
}

void ReportTest::worstErrorsComeFirst()
{
    const Evaluation evaluation = smallEvaluation();
    const auto worst = worstErrors(evaluation, 12);
    QCOMPARE(worst.size(), std::size_t{2});
    QCOMPARE(worst[0]->file, std::string("image<3>"));
    QCOMPARE(worst[1]->file, std::string("image<2>"));
    QCOMPARE(worstErrors(evaluation, 1).size(), std::size_t{1});
}

void ReportTest::theReportHoldsEverything()
{
    ModelDescription model = fake::yesNoModel();
    model.training["history"] = nlohmann::json::parse(
        R"([{"epoch":1,"train_loss":0.7,"validation_loss":0.8,"train_accuracy":0.5,
             "validation_accuracy":null},
            {"epoch":2,"train_loss":0.5,"validation_loss":0.6,"train_accuracy":0.7,
             "validation_accuracy":0.6}])");
    const std::string html =
        reportHtml(smallEvaluation(), model, [](const JudgedFile&) { return "UE5H"; });
    for (const char* text :
         {"AI estimate, not a diagnosis", "ROC, one against the rest", "Precision and recall",
          "Calibration of the top label", "<title>Loss</title>", "image&lt;3&gt;", "base64,UE5H",
          "a &amp; b", "truth \\ predicted", ">flatten<"}) {
        QVERIFY2(html.find(text) != std::string::npos, text);
    }
    // Nothing is fetched and nothing runs.
    QVERIFY(html.find("<script") == std::string::npos);
    QVERIFY(html.find("href=") == std::string::npos);
    QVERIFY(html.find("src=\"http") == std::string::npos);
}

void ReportTest::aHistoryOfWrongTypesIsPassedOver()
{
    ModelDescription model = fake::yesNoModel();
    model.training["history"] = nlohmann::json::parse(
        R"([7, {"epoch": "two", "train_loss": 0.5}, {"epoch": 3, "train_loss": "low"}])");
    const std::string html = reportHtml(smallEvaluation(), model, {});
    QVERIFY(html.find("<title>Loss</title>") != std::string::npos);
}

QTEST_APPLESS_MAIN(ReportTest)
#include "report_test.moc"
