// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/dicom_reader.h"
#include "core/imaging/frame_codec.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <map>
#include <string>
#include <vector>

using namespace nefes;

namespace {

using Row = std::map<std::string, std::string>;

/// One record of a CSV file, quoted fields included (RFC 4180).
std::vector<std::string> readRecord(QFile& file)
{
    std::vector<std::string> fields(1);
    bool isQuoted = false;
    char c = 0;
    while (file.getChar(&c)) {
        if (c == '"') {
            isQuoted = !isQuoted;
        } else if (c == ',' && !isQuoted) {
            fields.emplace_back();
        } else if (c == '\n' && !isQuoted) {
            break;
        } else if (c != '\r') {
            fields.back() += c;
        }
    }
    return fields;
}

std::vector<Row> readManifest(const QString& path)
{
    QFile file(path);
    std::vector<Row> rows;
    if (!file.open(QIODevice::ReadOnly)) {
        return rows;
    }
    const std::vector<std::string> names = readRecord(file);
    while (!file.atEnd()) {
        const std::vector<std::string> fields = readRecord(file);
        Row row;
        for (std::size_t i = 0; i < std::min(names.size(), fields.size()); ++i) {
            row[names[i]] = fields[i];
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

double number(const std::string& text, double fallback)
{
    bool isNumber = false;
    const double value = QString::fromStdString(text).toDouble(&isNumber);
    return isNumber ? value : fallback;
}

} // namespace

Q_DECLARE_METATYPE(Row)

/// Every file of NEFES_TEST_DATA/dicom against the values that other decoders found.
class DicomCorpusTest final : public QObject
{
    Q_OBJECT

private:
    void compareFrame(const Row& row, const std::string& prefix, int frame);

    dicom::DicomReader m_reader{imaging::makeFrameCodec()};
    std::filesystem::path m_folder;

private Q_SLOTS:
    void initTestCase();
    void fileIsReadAsExpected_data();
    void fileIsReadAsExpected();
};

void DicomCorpusTest::initTestCase()
{
    const QString data = qEnvironmentVariable("NEFES_TEST_DATA");
    m_folder = pathFromUtf8(data.toStdString()) / "dicom";
    if (data.isEmpty() || !std::filesystem::exists(m_folder / "manifest.csv")) {
        QSKIP("NEFES_TEST_DATA names no folder with dicom/manifest.csv");
    }
}

void DicomCorpusTest::fileIsReadAsExpected_data()
{
    QTest::addColumn<Row>("row");
    for (const Row& row : readManifest(QString::fromStdString(toUtf8(m_folder / "manifest.csv")))) {
        QTest::newRow(row.at("file").c_str()) << row;
    }
}

void DicomCorpusTest::compareFrame(const Row& row, const std::string& prefix, int frame)
{
    const FileInspection found = m_reader.inspect(m_folder / pathFromUtf8(row.at("file")), frame);
    QVERIFY2(found.kind == FileInspection::Kind::Image, found.error.detail.c_str());
    if (row.at("disputed") == "1") {
        return;
    }
    QVERIFY(found.stored.has_value());
    if (const std::string& digest = row.at(prefix + "sha256"); !digest.empty()) {
        QCOMPARE(found.stored->sha256, digest);
    } else if (!row.at(prefix + "mean").empty() && row.at(prefix + "rgb_mean").empty()) {
        const double difference = found.stored->mean - number(row.at(prefix + "mean"), 0.0);
        QVERIFY(std::abs(difference) <= number(row.at("mean_tolerance"), 1.0));
    }
    if (!row.at(prefix + "mod_min").empty() && row.at("lossy") != "1") {
        QVERIFY(found.modalityValues.has_value());
        const double low = number(row.at(prefix + "mod_min"), 0.0);
        const double high = number(row.at(prefix + "mod_max"), 0.0);
        QVERIFY(std::abs(found.modalityValues->min - low) <= 1e-3 * std::max(1.0, std::abs(low)));
        QVERIFY(std::abs(found.modalityValues->max - high) <= 1e-3 * std::max(1.0, std::abs(high)));
    }
}

void DicomCorpusTest::fileIsReadAsExpected()
{
    QFETCH(Row, row);
    const std::string& expectation = row.at("expectation");
    if (expectation == "image") {
        compareFrame(row, "f0_", 0);
        const int frames = static_cast<int>(number(row.at("frames"), 1.0));
        if (frames > 1 && !row.at("last_sha256").empty()) {
            compareFrame(row, "last_", frames - 1);
        }
        return;
    }
    const FileInspection found = m_reader.inspect(m_folder / pathFromUtf8(row.at("file")), 0);
    if (expectation == "non_image") {
        QCOMPARE(found.kind, FileInspection::Kind::NonImage);
        QVERIFY(!found.sopClassName.empty());
    } else if (expectation == "error") {
        QVERIFY(found.kind != FileInspection::Kind::Image);
        QVERIFY(found.kind != FileInspection::Kind::Failed || !found.error.detail.empty());
    }
}

QTEST_GUILESS_MAIN(DicomCorpusTest)
#include "dicom_corpus_test.moc"
