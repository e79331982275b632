// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/model_package.h"

#include "core/base/files.h"
#include "core/base/log.h"

#include "ml/case_library.h"
#include "ml/json_object.h"
#include "ml/model_registry.h"

#include "tests/ml/fakes.h"

#include <QDir>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace nefes;
using namespace nefes::ml;
using nlohmann::json;

class ModelPackageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void descriptionGoesBothWays();
    void theContractsExampleIsRead();
    void wrongDescriptionsAreRefused_data();
    void wrongDescriptionsAreRefused();
    void aWrongTypeGivesTheFallback();
    void aPackageIsWrittenAndOpened();
    void aPackageWithoutItsSplitsSaysSo_data();
    void aPackageWithoutItsSplitsSaysSo();
    void otherWeightsAreReplacedOnlyWhenAllowed();
    void anInstalledNameGoesBeforeAFolderAndSaysSo();
    void trainingCasesGoIntoTheirOwnFile();
    void damagedPackagesAreRefused_data();
    void damagedPackagesAreRefused();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] std::filesystem::path folder() const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / "model";
    }
};

namespace {

/// The example of the contracts.
json exampleModel()
{
    return json::parse(R"({
      "format": 1, "id": "chest-xray", "version": "1.0.0", "date": "2026-11-20",
      "title": {"en": "Chest radiograph", "tr": "Göğüs röntgeni"},
      "labels": [
        {"id": "covid", "name": {"en": "COVID-19", "tr": "COVID-19"}, "threshold": 0.42,
         "indeterminate": [0.35, 0.5]},
        {"id": "normal", "name": {"en": "Normal", "tr": "Normal"}, "threshold": null,
         "indeterminate": null},
        {"id": "pneumonia", "name": {"en": "Pneumonia", "tr": "Pnömoni"}, "threshold": 0.45,
         "indeterminate": [0.38, 0.52]}],
      "negative_label": "normal",
      "input": {"width": 224, "height": 224, "channels": 1, "resize": "pad", "clahe": null,
                "scale": 1, "mean": [0.5], "std": [0.25]},
      "network": {"backbone": "resnet18", "width": 64, "outputs": 3},
      "heatmap": {"method": "gradcam", "layer": "layer4"},
      "calibration": {"type": "temperature", "temperature": 1.3},
      "input_check": {"method": "features", "statistics": "input_check.safetensors",
                      "limit_95": 0.6, "limit_99": 0.9},
      "training": {"recipe": {}, "seed": 1, "dataset_sha256": "…", "program": "nefes 0.1.0",
                   "libtorch": "1.13.1"},
      "metrics": {}, "intended_use": {"en": "…", "tr": "…"}, "licence": "…", "weights_sha256": "ab"
    })");
}

} // namespace

void ModelPackageTest::descriptionGoesBothWays()
{
    const ModelDescription model = fake::yesNoModel();
    const auto read = modelFromJson(modelToJson(model));
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QVERIFY(modelToJson(*read) == modelToJson(model));
    QCOMPARE(read->labels[1].indeterminate->second, 0.7);
}

void ModelPackageTest::theContractsExampleIsRead()
{
    const auto model = modelFromJson(exampleModel());
    QVERIFY2(model.has_value(), model ? "" : model.error().detail.c_str());
    QCOMPARE(model->labels.size(), std::size_t{3});
    QVERIFY(!model->labels[1].threshold);
    QCOMPARE(model->calibration.temperature, 1.3);
    QCOMPARE(model->network.backbone, Backbone::ResNet18);
    json written = modelToJson(*model);
    written["network"].erase("dropout");
    QVERIFY2(written == exampleModel(), jsonText(written).c_str());
}

void ModelPackageTest::wrongDescriptionsAreRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char* name, const char* path, const char* value,
                        ErrorCode code = ErrorCode::ModelDamaged) {
        QTest::newRow(name) << path << value << code;
    };
    row("a format of the future", "/format", "2", ErrorCode::ModelFormatUnsupported);
    row("a format that is a text", "/format", "\"1\"", ErrorCode::ModelFormatUnsupported);
    row("an unknown key", "/script", "\"rm\"");
    row("an id that leaves the folder", "/id", "\"../x\"");
    row("an empty id", "/id", "\"\"");
    row("labels out of order", "/labels/0/id", "\"zebra\"");
    row("a label twice", "/labels/0/id", "\"normal\"");
    row("one label", "/labels", "[{\"id\": \"a\"}]");
    row("a threshold above one", "/labels/0/threshold", "1.5");
    row("a zone without its threshold", "/labels/0/threshold", "0.6");
    row("a negative label that is none", "/negative_label", "\"healthy\"");
    row("outputs that do not fit the labels", "/network/outputs", "1");
    row("an unknown backbone", "/network/backbone", "\"resnet19\"");
    row("a temperature of zero", "/calibration/temperature", "0");
    row("statistics outside the package", "/input_check/statistics", "\"../x.safetensors\"");
    row("training cases outside the package", "/cases", "{\"file\": \"../x.safetensors\"}");
    row("training cases with a path of their own", "/cases",
        "{\"file\": \"a\", \"images\": \"b\"}");
    row("an unknown heatmap method", "/heatmap/method", "\"magic\"");
    row("two channels", "/input/channels", "2");
    row("a training that is a list", "/training", "[]");
    row("metrics that are a number", "/metrics", "7");
}

void ModelPackageTest::wrongDescriptionsAreRefused()
{
    QFETCH(QString, path);
    QFETCH(QString, value);
    QFETCH(ErrorCode, code);
    json model = exampleModel();
    model[json::json_pointer(path.toStdString())] = json::parse(value.toStdString());
    const auto read = modelFromJson(model);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, code);
}

void ModelPackageTest::aWrongTypeGivesTheFallback()
{
    const json values = json::parse(
        R"({"text": "a", "whole": 3, "real": 2.5, "large": 1e300, "yes": true, "list": [1]})");
    QCOMPARE(valueOr(values, "whole", 7), 3);
    QCOMPARE(valueOr(values, "real", 7), 7);
    QCOMPARE(valueOr(values, "large", 7), 7);
    QCOMPARE(valueOr(values, "text", 7), 7);
    QCOMPARE(valueOr(values, "absent", std::int64_t{-1}), std::int64_t{-1});
    QCOMPARE(valueOr(values, "whole", 0.5), 3.0);
    QCOMPARE(valueOr(values, "yes", 0.5), 0.5);
    QCOMPARE(valueOr(values, "yes", false), true);
    QCOMPARE(valueOr(values, "whole", false), false);
    QCOMPARE(valueOr(values, "text", "b"), std::string("a"));
    QCOMPARE(valueOr(values, "whole", "b"), std::string("b"));
    QVERIFY(valueOr(values, "list", json::object()).is_object());
    QCOMPARE(valueOr(values.at("list"), "whole", 7), 7);
}

void ModelPackageTest::aPackageIsWrittenAndOpened()
{
    QVERIFY(fake::writePackage(folder(), fake::yesNoModel()));
    const auto package = openModelPackage(folder());
    QVERIFY2(package.has_value(), package ? "" : package.error().detail.c_str());
    QCOMPARE((*package)->description.id, std::string("yes-no"));
    QCOMPARE((*package)->weights->tensors().size(), std::size_t{1});
    QVERIFY((*package)->inputCheckStatistics == nullptr);
    QCOMPARE(readSplits(folder()).value().at("abc"), std::string("test"));
    QCOMPARE(readTextFile(folder() / "card.tr.md", 100).value(), std::string("kart"));
}

void ModelPackageTest::aPackageWithoutItsSplitsSaysSo_data()
{
    QTest::addColumn<QString>("content");
    QTest::newRow("the file is missing") << QString();
    QTest::newRow("a column is missing") << "sha256\nabc\n";
    QTest::newRow("a quote is not closed") << "sha256,split\n\"abc,test\n";
}

void ModelPackageTest::aPackageWithoutItsSplitsSaysSo()
{
    QFETCH(QString, content);
    QVERIFY(fake::writePackage(folder(), fake::yesNoModel()));
    std::filesystem::remove(folder() / "splits.csv");
    if (!content.isEmpty()) {
        QVERIFY(writeFileAtomically(folder() / "splits.csv", content.toStdString()));
    }
    const auto splits = readSplits(folder());
    QVERIFY(!splits);
    QCOMPARE(splits.error().code, ErrorCode::ModelDamaged);
    QVERIFY2(splits.error().detail.find("splits.csv") != std::string::npos,
             splits.error().detail.c_str());
}

void ModelPackageTest::otherWeightsAreReplacedOnlyWhenAllowed()
{
    const auto root = folder().parent_path();
    QVERIFY(fake::writePackage(folder(), fake::yesNoModel()));
    const ModelRegistry registry(root / "bundled", root / "user");
    QVERIFY(registry.import(folder()));
    QVERIFY(registry.import(folder())); // the same weights again
    const std::vector<std::uint8_t> one{1};
    QVERIFY(writeTensorFile(folder() / kWeightsFile,
                            {{"a", {TensorType::UInt8, {1}, std::as_bytes(std::span(one))}}}, {}));
    ModelDescription other = fake::yesNoModel();
    other.weightsSha256 = TensorFile::open(folder() / kWeightsFile).value()->sha256();
    QVERIFY(writeFileAtomically(folder() / kModelFile, jsonText(modelToJson(other))));
    const auto installed = [&root] {
        return readModelDescription(root / "user" / "yes-no").value().weightsSha256;
    };
    const auto refused = registry.import(folder());
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QVERIFY(installed() != other.weightsSha256);
    QVERIFY(registry.import(folder(), Replacing::Allowed));
    QCOMPARE(installed(), other.weightsSha256);
}

void ModelPackageTest::anInstalledNameGoesBeforeAFolderAndSaysSo()
{
    const QTemporaryDir scratch;
    const std::filesystem::path root = scratch.path().toStdString();
    QVERIFY(fake::writePackage(root / "made", fake::yesNoModel()));
    const ModelRegistry registry(root / "bundled", root / "user");
    QVERIFY(registry.import(root / "made"));
    const auto logFile = logToFolder(root / "log").value();
    const QString before = QDir::currentPath();
    const auto remembered = qScopeGuard([&before] { QDir::setCurrent(before); });
    QVERIFY(QDir::setCurrent(QString::fromStdString(root.string())));
    const auto told = [&logFile] {
        return readTextFile(logFile, 1U << 20U).value_or("").find("./NAME") != std::string::npos;
    };
    QCOMPARE(registry.find("yes-no").value(), root / "user" / "yes-no");
    QVERIFY(!told());
    std::filesystem::rename(root / "made", root / "yes-no");
    QCOMPARE(registry.find("yes-no").value(), root / "user" / "yes-no");
    QVERIFY(told());
    QCOMPARE(registry.find("./yes-no").value(), std::filesystem::path("./yes-no"));
}

void ModelPackageTest::trainingCasesGoIntoTheirOwnFile()
{
    const auto cases =
        CaseLibrary::fit(std::vector<float>{1, 2, 4, 3}, 2, {{"no", "a"}, {"yes", "b"}});
    ModelDescription model = fake::yesNoModel();
    model.cases = kCasesFile;
    QVERIFY(modelFromJson(modelToJson(model)).value().cases == kCasesFile);
    QVERIFY(!modelToJson(fake::yesNoModel()).contains("cases"));
    QVERIFY(fake::writePackage(folder(), model, {}, cases));
    const auto package = openModelPackage(folder());
    QVERIFY2(package.has_value(), package ? "" : package.error().detail.c_str());
    QCOMPARE(CaseLibrary::read(*(*package)->cases).value().caseCount(), 2);
    // Cases that do not fit together, and none at all.
    auto tensors = cases.tensors();
    tensors.erase("label");
    QVERIFY(writeTensorFile(folder() / kCasesFile, tensors, cases.metadata()));
    const auto damaged = openModelPackage(folder());
    QVERIFY(!damaged.has_value());
    QCOMPARE(damaged.error().code, ErrorCode::ModelDamaged);
    std::filesystem::remove(folder() / kCasesFile);
    const auto lost = openModelPackage(folder());
    QVERIFY(!lost.has_value());
    QVERIFY(lost.error().detail.find(kCasesFile) != std::string::npos);
}

void ModelPackageTest::damagedPackagesAreRefused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no description") << "model.json"
                                    << "" << ErrorCode::ModelNotFound;
    QTest::newRow("a description that is no JSON") << "model.json"
                                                   << "{" << ErrorCode::ModelDamaged;
    QTest::newRow("no weights") << "weights.safetensors"
                                << "" << ErrorCode::ModelDamaged;
    QTest::newRow("weights that are a text") << "weights.safetensors"
                                             << "hello world" << ErrorCode::ModelDamaged;
    QTest::newRow("other weights") << "weights.safetensors"
                                   << "other" << ErrorCode::ModelDigestMismatch;
}

void ModelPackageTest::damagedPackagesAreRefused()
{
    QFETCH(QString, file);
    QFETCH(QString, content);
    QFETCH(ErrorCode, code);
    QVERIFY(fake::writePackage(folder(), fake::yesNoModel()));
    const auto path = folder() / file.toStdString();
    std::filesystem::remove(path);
    if (content == "other") {
        const std::vector<std::uint8_t> one{1};
        QVERIFY(writeTensorFile(
            path, {{"a", {TensorType::UInt8, {1}, std::as_bytes(std::span(one))}}}, {}));
    } else if (!content.isEmpty()) {
        QVERIFY(writeFileAtomically(path, content.toStdString()));
    }
    const auto package = openModelPackage(folder());
    QVERIFY(!package.has_value());
    QCOMPARE(package.error().code, code);
}

QTEST_APPLESS_MAIN(ModelPackageTest)
#include "model_package_test.moc"
