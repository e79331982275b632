// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <functional>

using nefes::test::Run;
using nefes::test::runNefes;

namespace {

const QString kPhantom = QStringLiteral(NEFES_SOURCE_DIR "/resources/samples/chest-phantom.dcm");
const QString kModel = QStringLiteral(NEFES_SOURCE_DIR "/resources/models/chest-xray");

} // namespace

/// The built program with the bundled model and the torch module.
class ClassifyTest final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString at(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] Run run(const QStringList& arguments,
                          const QMap<QString, QString>& variables = {}) const
    {
        return runNefes(arguments, m_folder.path(), variables);
    }
    /// A copy of the bundled package with one file changed.
    [[nodiscard]] QString changedPackage(const QString& file,
                                         const std::function<QByteArray(QByteArray)>& change);

private Q_SLOTS:
    void everyLabelHasAScore();
    void theHeatmapIsWrittenTwice();
    void theHeatmapOfAnotherLabelDiffers();
    void picturesWithAHeatmapSayThatItIsNoDiagnosis_data();
    void picturesWithAHeatmapSayThatItIsNoDiagnosis();
    void everyMethodMakesAMap_data();
    void everyMethodMakesAMap();
    void bandsAreMeasuredWhenAskedFor();
    void equalStemsGetNumbers();
    void noMapHasTheNameOfAPicture();
    void aBrokenFileDoesNotStopTheRest();
    void aFolderIsReadRecursively();
    void csvHasARowForEachFile();
    void textSpeaksTheLanguage_data();
    void textSpeaksTheLanguage();
    void aModelThatCannotBeUsedIsRefused_data();
    void aModelThatCannotBeUsedIsRefused();
    void aMissingModuleIsNamed();
    void anUnknownLabelIsRefused();
    void modelsAreImportedExportedAndRemoved();
    void aModelIsReplacedByOtherWeightsOnlyWhenAskedFor();
    void theBundledModelCannotBeRemoved();
    void aSecondNetworkThatDoesNotFitIsRefused_data();
    void aSecondNetworkThatDoesNotFitIsRefused();
    void renderDrawsTheHeatmap();
};

QString ClassifyTest::changedPackage(const QString& file,
                                     const std::function<QByteArray(QByteArray)>& change)
{
    const QString folder =
        at(QStringLiteral("package-%1").arg(QRandomGenerator::global()->generate()));
    // With its gate, which lies in a folder of its own.
    std::filesystem::copy(kModel.toStdString(), folder.toStdString(),
                          std::filesystem::copy_options::recursive);
    QFile changed(folder + "/" + file);
    if (changed.open(QIODevice::ReadOnly)) {
        const QByteArray bytes = change(changed.readAll());
        changed.close();
        changed.open(QIODevice::WriteOnly | QIODevice::Truncate);
        changed.write(bytes);
    }
    return folder;
}

void ClassifyTest::everyLabelHasAScore()
{
    const Run result = run({"classify", kPhantom});
    QVERIFY2(result.status == 0, result.messages.constData());
    QCOMPARE(result.lines().size(), 1);
    const QJsonObject line = result.lines().constFirst();
    QVERIFY(line["status"] == "ok" || line["status"] == "rejected");
    QCOMPARE(line["model"]["id"].toString(), QString("chest-xray"));
    QCOMPARE(line["model"]["sha256"].toString().size(), 64);
    const QJsonArray scores = line["scores"].toArray();
    QStringList labels;
    double sum = 0.0;
    for (const QJsonValue score : scores) {
        labels << score["label"].toString();
        sum += score["probability"].toDouble();
        const bool isNormal = score["label"] == "normal";
        QCOMPARE(score["threshold"].isNull(), isNormal);
        QCOMPARE(score["decision"].isNull(), isNormal);
    }
    QCOMPARE(labels, (QStringList{"covid", "lung_opacity", "normal", "pneumonia"}));
    QVERIFY(qAbs(sum - 1.0) < 1e-4);
    QVERIFY(labels.contains(line["prediction"].toString()));
    QVERIFY(line["timing_ms"]["inference"].toDouble() > 0.0);
    QCOMPARE(line["model"]["second_sha256"].toString().size(), 64);
    QVERIFY(!line.contains("heatmap"));
}

void ClassifyTest::theHeatmapIsWrittenTwice()
{
    const Run result = run({"classify", kPhantom, "--heatmap", at("heat")});
    QCOMPARE(result.status, 0);
    const QJsonObject line = result.lines().constFirst();
    const QImage overlay(line["heatmap"].toString());
    const QImage map(line["heatmap_map"].toString());
    QCOMPARE(overlay.size(), QSize(540, 580));
    QCOMPARE(map.size(), QSize(540, 580));
    QCOMPARE(line["heatmap_label"].toString(), line["prediction"].toString());
    QVERIFY(!line["heatmap_method"].toString().isEmpty());
    int largest = 0;
    for (int y = 0; y < map.height(); ++y) {
        for (int x = 0; x < map.width(); ++x) {
            largest = qMax(largest, qGray(map.pixel(x, y)));
        }
    }
    QVERIFY(largest >= 250);
}

void ClassifyTest::theHeatmapOfAnotherLabelDiffers()
{
    const auto mapOf = [this](const QString& label) {
        const Run result =
            run({"classify", kPhantom, "--heatmap", at("by-" + label), "--label", label});
        return QImage(result.lines().value(0)["heatmap_map"].toString());
    };
    const QImage covid = mapOf("covid");
    QVERIFY(!covid.isNull());
    QVERIFY(covid != mapOf("normal"));
}

void ClassifyTest::everyMethodMakesAMap_data()
{
    QTest::addColumn<QString>("method");
    for (const char* method : {"gradcam", "gradcam++", "hirescam", "layercam"}) {
        QTest::newRow(method) << method;
    }
}

void ClassifyTest::everyMethodMakesAMap()
{
    QFETCH(const QString, method);
    // Of a label that is not the leading one as well.
    for (const QString& label : {QStringLiteral("normal"), QStringLiteral("pneumonia")}) {
        const Run result = run({"classify", kPhantom, "--heatmap", at(method + label), "--label",
                                label, "--method", method});
        QVERIFY2(result.status == 0, result.messages.constData());
        const QJsonObject line = result.lines().constFirst();
        QCOMPARE(line["heatmap_method"].toString(), method);
        QCOMPARE(line["heatmap_label"].toString(), label);
        QCOMPARE(QImage(line["heatmap_map"].toString()).size(), QSize(540, 580));
    }
}

void ClassifyTest::bandsAreMeasuredWhenAskedFor()
{
    const QJsonArray plain = run({"classify", kPhantom}).lines().constFirst()["scores"].toArray();
    const QJsonArray banded =
        run({"classify", kPhantom, "--band"}).lines().constFirst()["scores"].toArray();
    QCOMPARE(banded.size(), plain.size());
    double width = 0.0;
    for (qsizetype i = 0; i < banded.size(); ++i) {
        QVERIFY(!plain[i].toObject().contains("band"));
        const double probability = banded[i]["probability"].toDouble();
        QVERIFY(qAbs(probability - plain[i]["probability"].toDouble()) < 1e-5);
        const QJsonArray band = banded[i]["band"].toArray();
        QCOMPARE(band.size(), 2);
        QVERIFY(band[0].toDouble() >= 0.0 && band[0].toDouble() <= probability);
        QVERIFY(band[1].toDouble() <= 1.0 && band[1].toDouble() >= probability);
        width = qMax(width, band[1].toDouble() - band[0].toDouble());
    }
    QVERIFY(width > 0.0);
    const Run text = run({"classify", kPhantom, "--band", "--format", "text"});
    QVERIFY(text.output.contains(" %–"));
}

void ClassifyTest::picturesWithAHeatmapSayThatItIsNoDiagnosis_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Turkish") << "tr";
}

void ClassifyTest::picturesWithAHeatmapSayThatItIsNoDiagnosis()
{
    QFETCH(const QString, language);
    const QImage text(
        QStringLiteral(NEFES_SOURCE_DIR "/resources/captions/estimate.%1.png").arg(language));
    QVERIFY(!text.isNull());
    const Run classified =
        run({"--language", language, "classify", kPhantom, "--heatmap", at("said-" + language)});
    const QString rendered = at("said-" + language + ".png");
    QCOMPARE(run({"--language", language, "render", kPhantom, "--heatmap", "-o", rendered}).status,
             0);
    for (const QString& file : {classified.lines().value(0)["heatmap"].toString(), rendered}) {
        const QImage picture(file);
        constexpr int kHeight = 20;
        const QImage scaled = text.scaledToHeight(kHeight, Qt::SmoothTransformation);
        int strokes = 0;
        for (int y = 0; y < kHeight; ++y) {
            for (int x = 0; x < scaled.width() - 1; ++x) {
                if (qGray(scaled.pixel(x, y)) > 170) {
                    ++strokes;
                    QVERIFY(qGray(picture.pixel(x, picture.height() - kHeight + y)) > 120);
                }
            }
        }
        QVERIFY(strokes > 50);
    }
}

void ClassifyTest::equalStemsGetNumbers()
{
    const Run result = run({"classify", kPhantom, kPhantom, "--heatmap", at("twice")});
    QCOMPARE(result.status, 0);
    QVERIFY(QFile::exists(at("twice/chest-phantom.png")));
    QVERIFY(QFile::exists(at("twice/chest-phantom-2.png")));
    QVERIFY(QFile::exists(at("twice/chest-phantom-2.map.png")));
}

void ClassifyTest::noMapHasTheNameOfAPicture()
{
    for (const QString& name : {QStringLiteral("a.dcm"), QStringLiteral("a.map.dcm")}) {
        QVERIFY(QFile::copy(kPhantom, at(name)));
    }
    const Run result = run({"classify", at("a.dcm"), at("a.map.dcm"), "--heatmap", at("maps")});
    QCOMPARE(result.status, 0);
    QCOMPARE(QDir(at("maps")).entryList(QDir::Files).size(), 4);
}

void ClassifyTest::aBrokenFileDoesNotStopTheRest()
{
    const Run result = run({"classify", at("missing.dcm"), kPhantom});
    QCOMPARE(result.status, 1);
    QCOMPARE(result.lines().size(), 2);
    QCOMPARE(result.lines().at(0)["status"].toString(), QString("error"));
    QCOMPARE(result.lines().at(0)["error"]["code"].toString(), QString("file_not_found"));
    QVERIFY(result.lines().at(1).contains("scores"));
}

void ClassifyTest::aFolderIsReadRecursively()
{
    QDir().mkpath(at("studies/one"));
    QVERIFY(QFile::copy(kPhantom, at("studies/one/b.dcm")));
    QVERIFY(QFile::copy(kPhantom, at("studies/a.dcm")));
    QFile notes(at("studies/notes.txt"));
    QVERIFY(notes.open(QIODevice::WriteOnly));
    notes.write("not an image");
    notes.close();
    const Run result = run({"classify", at("studies")});
    QCOMPARE(result.status, 0);
    QStringList paths;
    for (const QJsonObject& line : result.lines()) {
        paths << QFileInfo(line["path"].toString()).fileName();
    }
    QCOMPARE(paths, (QStringList{"a.dcm", "b.dcm"}));
}

void ClassifyTest::csvHasARowForEachFile()
{
    const Run result = run({"classify", "--format", "csv", kPhantom, at("missing.dcm")});
    QCOMPARE(result.status, 1);
    const QList<QByteArray> rows = result.output.trimmed().split('\n');
    QCOMPARE(rows.size(), 3);
    const qsizetype columns = rows[0].split(',').size();
    QCOMPARE(rows[1].split(',').size(), columns);
    QCOMPARE(rows[2].split(',').size(), columns);
    QVERIFY(rows[2].endsWith("file_not_found"));
}

void ClassifyTest::textSpeaksTheLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("English") << "en"
                             << "AI estimate, not a diagnosis";
    QTest::newRow("Turkish") << "tr"
                             << "Yapay zekâ tahminidir, tanı değildir";
}

void ClassifyTest::textSpeaksTheLanguage()
{
    QFETCH(QString, language);
    QFETCH(QString, sentence);
    const Run result = run({"--language", language, "classify", "--format", "text", kPhantom});
    QCOMPARE(result.status, 0);
    QVERIFY(QString::fromUtf8(result.output).contains(sentence));
}

void ClassifyTest::aModelThatCannotBeUsedIsRefused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>(
        "damage"); // 0 changed last byte, 1 cut in half, 2 narrower network, 3 text
    QTest::addColumn<QString>("code");
    QTest::newRow("weights that are not the ones named")
        << "weights.safetensors" << 0 << "model_digest_mismatch";
    QTest::newRow("weights that end early") << "weights.safetensors" << 1 << "model_damaged";
    QTest::newRow("a network of another width") << "model.json" << 2 << "model_shape_mismatch";
    QTest::newRow("a description that is no JSON") << "model.json" << 3 << "model_damaged";
}

void ClassifyTest::aModelThatCannotBeUsedIsRefused()
{
    QFETCH(QString, file);
    QFETCH(int, damage);
    QFETCH(QString, code);
    const QString package = changedPackage(file, [damage](QByteArray bytes) {
        switch (damage) {
        case 0:
            bytes[bytes.size() - 1] = static_cast<char>(bytes[bytes.size() - 1] ^ 1);
            return bytes;
        case 1:
            return bytes.left(bytes.size() / 2);
        case 2: {
            QJsonObject model = QJsonDocument::fromJson(bytes).object();
            QJsonObject network = model["network"].toObject();
            network["width"] = network["width"].toInt() / 2;
            model["network"] = network;
            return QJsonDocument(model).toJson();
        }
        default:
            return QByteArray("this is no JSON");
        }
    });
    const Run result = run({"classify", kPhantom, "--model", package});
    QVERIFY(!result.hasCrashed);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.messages.contains(code.toUtf8()), result.messages.constData());
    QVERIFY(result.output.isEmpty());
}

void ClassifyTest::aMissingModuleIsNamed()
{
    const Run result =
        run({"classify", kPhantom}, {{"NEFES_TORCH_MODULE", at("no-such-module.so")}});
    QCOMPARE(result.status, 2);
    QVERIFY(result.messages.contains("module_missing"));
}

void ClassifyTest::anUnknownLabelIsRefused()
{
    QCOMPARE(run({"classify", kPhantom, "--label", "fracture"}).status, 2);
    QCOMPARE(run({"classify", kPhantom, "--model", "no-such-model"}).status, 2);
}

void ClassifyTest::aSecondNetworkThatDoesNotFitIsRefused_data()
{
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("output");
    QTest::addColumn<QByteArray>("cause");
    QTest::newRow("one with other labels") << kModel + "/gate"
                                           << "new" << QByteArray("labels");
    QTest::newRow("one that looks at the lungs") << kModel << "new" << QByteArray("whole image");
    QTest::newRow("a folder without a model")
        << m_folder.path() << "new" << QByteArray("model_not_found");
    QTest::newRow("what would be lost") << kModel + "/second"
                                        << "films" << QByteArray("no model package");
}

void ClassifyTest::aSecondNetworkThatDoesNotFitIsRefused()
{
    QFETCH(QString, second);
    QFETCH(QString, output);
    QFETCH(QByteArray, cause);
    QDir(m_folder.path()).mkpath("films");
    QFile film(at("films/film"));
    QVERIFY(film.open(QIODevice::WriteOnly));
    film.write("a film");
    film.close();
    const Run result = run({"models", "second", kModel, "--second", second, "--data", at("films"),
                            "--output", at(output)});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.messages.contains(cause), result.messages.constData());
    QVERIFY(film.exists());
    QVERIFY(!QFile::exists(at("new")));
}

void ClassifyTest::modelsAreImportedExportedAndRemoved()
{
    const QString package = changedPackage("model.json", [](QByteArray bytes) {
        QJsonObject model = QJsonDocument::fromJson(bytes).object();
        model["id"] = "my-model";
        return QJsonDocument(model).toJson();
    });
    QVERIFY(run({"models", "show", "my-model"}).status == 2);
    QCOMPARE(run({"models", "import", package}).status, 0);
    QStringList ids;
    for (const QJsonObject& line : run({"models", "list"}).lines()) {
        ids << line["id"].toString();
    }
    QCOMPARE(ids, (QStringList{"chest-xray", "my-model"}));
    QCOMPARE(run({"classify", kPhantom, "--model", "my-model"}).status, 0);
    QCOMPARE(run({"models", "export", "my-model", at("exported")}).status, 0);
    QVERIFY(QFile::exists(at("exported/weights.safetensors")));
    QCOMPARE(run({"models", "export", "my-model", at("exported")}).status, 2);
    QCOMPARE(run({"models", "remove", "my-model"}).status, 0);
    QCOMPARE(run({"models", "remove", "my-model"}).status, 2);
}

void ClassifyTest::aModelIsReplacedByOtherWeightsOnlyWhenAskedFor()
{
    QByteArray sha256;
    const auto named = [&sha256](QByteArray bytes) {
        QJsonObject model = QJsonDocument::fromJson(bytes).object();
        model["id"] = "my-model";
        if (!sha256.isEmpty()) {
            model["weights_sha256"] = QString::fromLatin1(sha256.toHex());
        }
        return QJsonDocument(model).toJson();
    };
    const QString package = changedPackage("model.json", named);
    const QString other = changedPackage("weights.safetensors", [&sha256](QByteArray bytes) {
        const qsizetype place = bytes.size() - 4; // the lowest bits of the last weight
        bytes[place] = static_cast<char>(bytes[place] ^ 1);
        sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        return bytes;
    });
    QFile description(other + "/model.json");
    QVERIFY(description.open(QIODevice::ReadWrite));
    const QByteArray changed = named(description.readAll());
    QVERIFY(description.resize(0) && description.seek(0));
    description.write(changed);
    description.close();

    const auto installedWeights = [this] {
        return run({"models", "show", "my-model"}).output;
    };
    QCOMPARE(run({"models", "import", package}).status, 0);
    const QByteArray before = installedWeights();
    QCOMPARE(run({"models", "import", package}).status, 0); // the same weights again
    const Run refused = run({"models", "import", other});
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.messages.contains("--replace"), refused.messages.constData());
    QCOMPARE(installedWeights(), before);
    QCOMPARE(run({"models", "import", other, "--replace"}).status, 0);
    QVERIFY(installedWeights().contains(sha256.toHex()));
}

void ClassifyTest::theBundledModelCannotBeRemoved()
{
    QCOMPARE(run({"models", "remove", "chest-xray"}).status, 2);
    QVERIFY(QFile::exists(kModel + "/model.json"));
    QCOMPARE(run({"models", "import", kModel}).status, 2);
}

void ClassifyTest::renderDrawsTheHeatmap()
{
    QCOMPARE(run({"render", kPhantom, "-o", at("plain.png")}).status, 0);
    QCOMPARE(run({"render", kPhantom, "-o", at("hot.png"), "--heatmap", "--opacity", "1"}).status,
             0);
    const QImage hot(at("hot.png"));
    QCOMPARE(hot.size(), QSize(540, 580));
    QVERIFY(hot != QImage(at("plain.png")));
}

QTEST_GUILESS_MAIN(ClassifyTest)
#include "classify_test.moc"
