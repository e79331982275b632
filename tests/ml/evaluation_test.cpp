// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/evaluation.h"

#include "core/base/digest.h"

#include "ml/card_sections.h"
#include "ml/dataset_summary.h"

#include "tests/ml/fakes.h"

#include <QTemporaryDir>
#include <QTest>

#include <fmt/format.h>
#include <sys/resource.h>

#include <bit>
#include <csignal>

using namespace nefes;
using namespace nefes::ml;
namespace fs = std::filesystem;

class EvaluationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void labelledImagesAreCounted();
    void aSplitOfThePackageIsJudgedAlone();
    void unseenImagesAreThoseThatThePackageDoesNotRemember();
    void findingsAreMeasuredAgainstTheNegativeLabel();
    void laterMeasurementsStandOnTheCardOnce();
    void wrongTypesInAMeasurementArePassedOver();
    void aMeasurementThatCannotBeWrittenLeavesThePackage();
    void whatIsNoMeasurementIsRefused();
    void nothingToJudgeIsAnError();
    void hashesTellPicturesApart();
    void summaryWarnsInPlainWords();
    void aCleanDataSetHasNoWarnings();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fake::FakeBackend m_backend;
    fake::Reader m_reader;
    [[nodiscard]] fs::path root() const { return m_folder->path().toStdString(); }
    [[nodiscard]] std::unique_ptr<Classifier> classifier()
    {
        if (!fake::writePackage(root() / "model", fake::yesNoModel())) {
            return nullptr;
        }
        return createClassifier(m_backend, openModelPackage(root() / "model").value(),
                                std::make_shared<fake::Operations>(), DeviceChoice::Cpu)
            .value();
    }
};

namespace {

InputSpecification tinyInput()
{
    InputSpecification input;
    input.width = 32;
    input.height = 32;
    return input;
}

/// A plane with its own texture.
std::vector<std::uint8_t> texture(unsigned seed)
{
    std::vector<std::uint8_t> plane(32 * 32);
    std::uint64_t state = seed * 7919U + 17U;
    for (std::size_t i = 0; i < plane.size(); ++i) {
        if (i % 4 == 0) {
            state = state * 6364136223846793005U + 1442695040888963407U;
        }
        // Bright on the left, so that all images have something in common.
        const std::size_t base = 31 - i % 32;
        plane[i] = static_cast<std::uint8_t>(base * 3 + (state >> 33U) % 120);
    }
    return plane;
}

} // namespace

void EvaluationTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(fake::writeDataset(root() / "data", 20));
}

void EvaluationTest::labelledImagesAreCounted()
{
    // One file that cannot be read, one with a label that the model does not know, one that is
    // wrong.
    QVERIFY(writeFileAtomically(root() / "data" / "p0_0", "broken"));
    const fs::path list = root() / "data" / "manifest.csv";
    std::string manifest = readTextFile(list, 1U << 20U).value();
    QVERIFY(writeFileAtomically(root() / "data" / "extra", "20 40"));
    QVERIFY(writeFileAtomically(root() / "data" / "wrong", "20 40"));
    manifest += "extra,maybe,,a,\nwrong,yes,,b,\n";
    QVERIFY(writeFileAtomically(list, manifest));

    const auto subject = classifier();
    EvaluationRequest request;
    request.folders = {root() / "data"};
    request.columns = {"source", "nothing"};
    const auto evaluation = evaluate(*subject, root() / "model", request, m_reader, {}, {});
    QVERIFY2(evaluation.has_value(), evaluation ? "" : evaluation.error().detail.c_str());
    QCOMPARE(evaluation->files.size(), std::size_t{40});
    QCOMPARE(evaluation->unreadable.size(), std::size_t{1});
    QCOMPARE(evaluation->otherLabels, 1);
    QCOMPARE(evaluation->refused, 0);

    const auto json = evaluationToJson(*evaluation, subject->model());
    QCOMPARE(json["images"].get<int>(), 40);
    QCOMPARE(json["accuracy"].get<double>(), 39.0 / 40.0);
    QCOMPARE(json["confusion"]["matrix"][1][0].get<int>(), 1);
    QCOMPARE(json["model"]["id"].get<std::string>(), std::string("yes-no"));
    QCOMPARE(json["classes"][1]["threshold"].get<double>(), 0.6);
    QCOMPARE(json["groups"]["source"]["a"]["accuracy"].get<double>(), 1.0);
    QCOMPARE(json["groups"]["source"]["b"]["images"].get<int>(), 21);
    QVERIFY(!json["groups"].contains("nothing"));
    const std::string text = evaluationToText(json);
    QVERIFY(text.find("0.975") != std::string::npos);
    QVERIFY(text.find("== source: b ==") != std::string::npos);
    const std::string csv = predictionsToCsv(*evaluation, subject->model());
    QVERIFY(csv.starts_with("file,truth,prediction,p_no,p_yes,uncertainty,"));
    QCOMPARE(std::ranges::count(csv, '\n'), std::ptrdiff_t{41});
}

void EvaluationTest::aSplitOfThePackageIsJudgedAlone()
{
    const auto subject = classifier();
    const std::string digest = sha256OfFile(root() / "data" / "p1_0").value();
    const std::string other = sha256OfFile(root() / "data" / "p2_0").value();
    QVERIFY(
        writeFileAtomically(root() / "model" / "splits.csv",
                            fmt::format("sha256,split\n{},validation\n{},train\n", digest, other)));
    EvaluationRequest request;
    request.folders = {root() / "data"};
    request.split = Split::Validation;
    const auto evaluation = evaluate(*subject, root() / "model", request, m_reader, {}, {});
    QVERIFY(evaluation.has_value());
    QCOMPARE(evaluation->files.size(), std::size_t{1});
    QCOMPARE(evaluation->files[0].file, std::string("p1_0"));
}

void EvaluationTest::unseenImagesAreThoseThatThePackageDoesNotRemember()
{
    // The model was trained on source a alone and remembers two of its images.
    const auto training = [](ModelDescription model) {
        model.training = {{"recipe",
                           {{"id", "yes-no"},
                            {"network", {{"backbone", "resnet18"}, {"width", 8}}},
                            {"data", {{"include", {{"source", {"a"}}}}}}}}};
        return model;
    };
    QVERIFY(fake::writePackage(root() / "model", training(fake::yesNoModel())));
    std::string splits = "sha256,split\n";
    for (const char* file : {"p0_0", "p1_0"}) { // source a
        splits += sha256OfFile(root() / "data" / file).value() + ",train\n";
    }
    QVERIFY(writeFileAtomically(root() / "model" / "splits.csv", splits));
    const ModelDescription model = openModelPackage(root() / "model").value()->description;
    EvaluationRequest request;
    request.folders = {root() / "data"};
    const auto own = labelledEntries(request, model, root() / "model", {});
    QVERIFY(own.has_value());
    QCOMPARE(own->entries.size(), std::size_t{20});
    request.onlyUnseen = true;
    const auto unseen = labelledEntries(request, model, root() / "model", {});
    QVERIFY(unseen.has_value());
    QCOMPARE(unseen->entries.size(), std::size_t{38});
    QVERIFY(std::ranges::any_of(unseen->entries,
                                [](const auto& entry) { return entry.source == "b"; }));
    std::stop_source stopped;
    stopped.request_stop();
    const auto cancelled = labelledEntries(request, model, root() / "model", stopped.get_token());
    QVERIFY(!cancelled.has_value());
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
}

void EvaluationTest::findingsAreMeasuredAgainstTheNegativeLabel()
{
    ModelDescription model = fake::yesNoModel();
    model.labels = {{"a", {}, 0.5, {}}, {"b", {}, 0.5, {}}, {"none", {}, {}, {}}};
    model.negativeLabel = "none";
    JudgedImages images;
    images.judgements.classes = {"a", "b", "none"};
    // a is told from none always, b never, and both are told from each other.
    images.judgements.probabilities = {0.8, 0.1, 0.1, 0.1, 0.2, 0.7, 0.1, 0.3, 0.6, 0.7, 0.1, 0.2};
    images.judgements.truth = {0, 1, 2, 0};
    images.judgements.patients = {"1", "2", "3", "4"};
    const auto json = judgedImagesToJson(images, model);
    const auto& against = json.at("against_negative");
    QCOMPARE(against.at("a").at("auc").get<double>(), 1.0);
    QCOMPARE(against.at("a").at("images").get<int>(), 3);
    QCOMPARE(against.at("b").at("auc").get<double>(), 0.0);
    // The image of b has a higher probability of none than that of none itself.
    QVERIFY(std::abs(against.at("any").at("auc").get<double>() - 2.0 / 3.0) < 1e-12);
    QVERIFY(!judgedImagesToJson(images, fake::yesNoModel()).contains("against_negative"));
}

void EvaluationTest::laterMeasurementsStandOnTheCardOnce()
{
    QVERIFY(fake::writePackage(root() / "model", fake::yesNoModel()));
    const fs::path card = root() / "model" / "card.en.md";
    QVERIFY(writeFileAtomically(card, "# Card\n\n## Data\n\ntable\n\n## Limits\n\n- many\n"));
    for (const double auc : {0.9, 0.55}) {
        const nlohmann::json values = {{"lungs_black", {{"images", 7}, {"macro_auc", auc}}},
                                       {"warnings", nlohmann::json::array()}};
        QVERIFY(recordMeasurement(root() / "model", LaterMeasurement::Shortcuts, values));
    }
    const std::string text = readTextFile(card, 1U << 20U).value();
    QCOMPARE(text.find("## Shortcut tests"), text.rfind("## Shortcut tests"));
    QVERIFY(text.find("## Shortcut tests") < text.find("## Limits"));
    QVERIFY(text.find("0.550") != std::string::npos);
    QVERIFY(text.find("0.900") == std::string::npos);
    QVERIFY(text.find("- many") != std::string::npos);
    const auto model = openModelPackage(root() / "model").value()->description;
    QCOMPARE(model.metrics.at("shortcuts").at("lungs_black").at("macro_auc").get<double>(), 0.55);
}

void EvaluationTest::wrongTypesInAMeasurementArePassedOver()
{
    QVERIFY(fake::writePackage(root() / "model", fake::yesNoModel()));
    const auto values = nlohmann::json::parse(
        R"({"macro_auc": "high", "images": "many", "settings": [1, "epochs=2"], "classes": [7],
            "groups": {"age_group": {"adult": {"images": 5}, "pediatric": 3, "unknown": {}}}})");
    QVERIFY(recordMeasurement(root() / "model", LaterMeasurement::Unseen, values));
    const std::string english = readTextFile(root() / "model" / "card.en.md", 1U << 20U).value();
    QVERIFY(english.find("| adult | 5 |") != std::string::npos);
    const std::string turkish = readTextFile(root() / "model" / "card.tr.md", 1U << 20U).value();
    for (const char* text : {"| yetişkin | 5 |", "| çocuk | 0 |", "| bilinmiyor | 0 |"}) {
        QVERIFY2(turkish.find(text) != std::string::npos, text);
    }
}

void EvaluationTest::aMeasurementThatCannotBeWrittenLeavesThePackage()
{
    QVERIFY(fake::writePackage(root() / "model", fake::yesNoModel()));
    // The cards fit, model.json does not.
    const nlohmann::json values = {{"macro_auc", 0.5}, {"remark", std::string(100'000, 'x')}};
    rlimit before = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit little = before;
    little.rlim_cur = 50'000;
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &little), 0);
    const auto result = recordMeasurement(root() / "model", LaterMeasurement::Unseen, values);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::WriteFailed);
    const std::string card = readTextFile(root() / "model" / "card.en.md", 1U << 20U).value();
    QCOMPARE(card, std::string("card"));
}

void EvaluationTest::whatIsNoMeasurementIsRefused()
{
    QVERIFY(fake::writePackage(root() / "model", fake::yesNoModel()));
    const auto result =
        recordMeasurement(root() / "model", LaterMeasurement::Unseen, {{"lungs_black", 1}});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
}

void EvaluationTest::nothingToJudgeIsAnError()
{
    const auto subject = classifier();
    EvaluationRequest request;
    request.folders = {root() / "data"};
    request.split = Split::Test;
    const auto none = evaluate(*subject, root() / "model", request, m_reader, {}, {});
    QCOMPARE(none.error().code, ErrorCode::DatasetEmpty);
    std::stop_source stop;
    stop.request_stop();
    request.split.reset();
    const auto cancelled =
        evaluate(*subject, root() / "model", request, m_reader, {}, stop.get_token());
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
}

void EvaluationTest::hashesTellPicturesApart()
{
    const auto first = texture(1);
    auto brighter = first;
    for (std::uint8_t& value : brighter) {
        value = static_cast<std::uint8_t>(value + 20);
    }
    QCOMPARE(differenceHash(first, 32, 32), differenceHash(brighter, 32, 32));
    QVERIFY(std::popcount(differenceHash(first, 32, 32) ^ differenceHash(texture(2), 32, 32)) > 8);
    // Brighter to the right everywhere: every bit is set.
    std::vector<std::uint8_t> ramp(72);
    for (std::size_t i = 0; i < ramp.size(); ++i) {
        ramp[i] = static_cast<std::uint8_t>(i % 9 * 10);
    }
    QCOMPARE(differenceHash(ramp, 9, 8), ~std::uint64_t{0});
}

void EvaluationTest::summaryWarnsInPlainWords()
{
    auto writer = SampleStoreWriter::create(root() / "s", tinyInput(), {"no", "yes"}).value();
    for (unsigned i = 0; i < 60; ++i) {
        SampleInfo info;
        info.sha256 = std::to_string(i);
        info.label = i % 2 == 0 ? 0 : 1;
        info.split = i < 50 ? Split::Train : Split::Test;
        info.patient = i == 0 || i == 59 ? std::string("same") : fmt::format("p{}", i);
        info.source = std::string(i % 2 == 0 || i < 20 ? "a" : "b");
        auto plane = texture(i == 58 ? 4 : i); // 58 repeats an image of the training split
        if (i == 7) {
            for (std::uint8_t& value : plane) {
                value = static_cast<std::uint8_t>(255 - value);
            }
        }
        QVERIFY(writer->add(info, plane));
    }
    QVERIFY(writer->finish());
    const auto summary = summarise(*SampleStore::open(root() / "s").value(), 3);
    std::vector<std::string> codes;
    for (const DatasetWarning& warning : summary.warnings) {
        codes.push_back(warning.code);
    }
    QCOMPARE(codes,
             (std::vector<std::string>{"unreadable_files", "patient_in_two_splits",
                                       "near_duplicates_across_splits", "class_from_one_source",
                                       "tiny_split", "tiny_split", "mixed_polarity"}));
    QCOMPARE(summary.counts["split"]["no"]["train"].get<int>(), 25);
    QCOMPARE(summary.counts["source"]["yes"]["b"].get<int>(), 20);
    QVERIFY(summaryToText(summary).find("warning: 1 patients have images") != std::string::npos);
    QCOMPARE(summaryToJson(summary)["warnings"].size(), std::size_t{7});
}

void EvaluationTest::aCleanDataSetHasNoWarnings()
{
    auto writer = SampleStoreWriter::create(root() / "s", tinyInput(), {"no", "yes"}).value();
    for (unsigned i = 0; i < 160; ++i) {
        SampleInfo info;
        info.sha256 = std::to_string(i);
        info.label = i % 2 == 0 ? 0 : 1;
        info.split = i < 80 ? Split::Train : i < 120 ? Split::Validation : Split::Test;
        info.patient = std::to_string(i);
        info.source = std::string(i % 4 < 2 ? "a" : "b");
        QVERIFY(writer->add(info, texture(i)));
    }
    QVERIFY(writer->finish());
    const auto summary = summarise(*SampleStore::open(root() / "s").value(), 0);
    for (const DatasetWarning& warning : summary.warnings) {
        QFAIL(warning.text.c_str());
    }
}

QTEST_APPLESS_MAIN(EvaluationTest)
#include "evaluation_test.moc"
