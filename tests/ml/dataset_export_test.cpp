// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/dataset_export.h"

#include "ml/csv.h"

#include "tests/ml/fakes.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace nefes;
using namespace nefes::ml;
namespace fs = std::filesystem;

class DatasetExportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aManifestIsReadBack();
    void foldersAreMergedByCopying();
    void anExistingFolderIsLeftAlone();
    void aMissingFileLeavesNoFolder();
    void numpyReadsTheArrays();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] fs::path root() const { return m_folder->path().toStdString(); }
    [[nodiscard]] Dataset twoFolders() const
    {
        return gatherDataset({root() / "one", root() / "two"}, {}).value();
    }
};

void DatasetExportTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(fake::writeDataset(root() / "one", 2));
    QVERIFY(fake::writeDataset(root() / "two", 2));
}

void DatasetExportTest::aManifestIsReadBack()
{
    Dataset dataset = twoFolders();
    dataset.entries[0].split = Split::Test;
    dataset.entries[0].others["note"] = "a, \"b\"";
    const auto table = parseCsv(manifestCsv(dataset));
    QVERIFY(table.has_value());
    QCOMPARE(table->rows.size(), std::size_t{8});
    QCOMPARE(table->rows[0][table->column("split").value()], std::string("test"));
    QCOMPARE(table->rows[0][table->column("note").value()], std::string("a, \"b\""));
    QCOMPARE(table->rows[1][table->column("split").value()], std::string());
    QCOMPARE(table->rows[0][table->column("patient").value()], std::string("p0"));
}

void DatasetExportTest::foldersAreMergedByCopying()
{
    QVERIFY(mergeDataset(twoFolders(), root() / "merged", {}, {}).has_value());
    const auto merged = scanDataFolder(root() / "merged");
    QVERIFY(merged.has_value());
    QCOMPARE(merged->size(), std::size_t{8});
    // The same names come from both folders.
    QVERIFY(fs::exists(root() / "merged" / "no" / "p0_0"));
    QVERIFY(fs::exists(root() / "merged" / "no" / "p0_0-2"));
    QCOMPARE(readTextFile(root() / "merged" / "yes" / "p1_1", 100).value(),
             readTextFile(root() / "one" / "p1_1", 100).value());
    QCOMPARE(merged->front().value("licence"), std::string("CC BY 4.0 (somebody)"));
}

void DatasetExportTest::anExistingFolderIsLeftAlone()
{
    const auto result = mergeDataset(twoFolders(), root() / "one", {}, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::WriteFailed);
    QCOMPARE(scanDataFolder(root() / "one").value().size(), std::size_t{4});
}

void DatasetExportTest::aMissingFileLeavesNoFolder()
{
    const Dataset dataset = twoFolders();
    fs::remove(root() / "two" / "p1_0");
    const auto result = mergeDataset(dataset, root() / "merged", {}, {});
    QCOMPARE(result.error().code, ErrorCode::FileNotFound);
    QVERIFY(!fs::exists(root() / "merged"));
}

void DatasetExportTest::numpyReadsTheArrays()
{
    InputSpecification input;
    input.width = 10;
    input.height = 8;
    input.channels = 3;
    auto writer = SampleStoreWriter::create(root() / "s", input, {"no", "yes"}).value();
    for (int i = 0; i < 5; ++i) {
        SampleInfo info;
        info.label = i % 2;
        info.split = i < 3 ? Split::Train : Split::Validation;
        std::vector<std::uint8_t> plane(80, static_cast<std::uint8_t>(i));
        plane[1] = 200;
        QVERIFY(writer->add(info, plane));
    }
    QVERIFY(writer->finish());
    const fs::path file = root() / "arrays.npz";
    QVERIFY(writeNpz(*SampleStore::open(root() / "s").value(), file).has_value());
    const auto bytes = readFile(file, 1U << 20U).value();
    QCOMPARE(bytes[0], std::byte{'P'});

    // The distribution's own Python comes first: that is the one with packaged NumPy.
    const QStringList places{QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/bin")};
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"), places);
    QProcess process;
    process.start(python, {QStringLiteral("-c"), QStringLiteral("import numpy")});
    if (python.isEmpty() || !process.waitForFinished() || process.exitCode() != 0) {
        QSKIP("python3 with NumPy is not installed");
    }
    const QString script = QStringLiteral(
        "import numpy, sys, zipfile\n"
        "assert zipfile.ZipFile(sys.argv[1]).testzip() is None\n"
        "a = numpy.load(sys.argv[1])\n"
        "assert a['x_train'].shape == (3, 8, 10, 3) and a['x_train'].dtype == numpy.uint8\n"
        "assert a['x_val'].shape == (2, 8, 10, 3) and a['x_test'].shape == (0, 8, 10, 3)\n"
        "assert a['x_val'][1, 0, 0].tolist() == [4, 4, 4]\n"
        "assert a['x_train'][2, 0, 1].tolist() == [200, 200, 200]\n"
        "assert a['y_train'].tolist() == [0, 1, 0] and a['y_val'].dtype == numpy.int64\n"
        "assert [x.decode() for x in a['labels']] == ['no', 'yes']\n");
    process.start(python, {QStringLiteral("-c"), script, QString::fromStdString(file.string())});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

QTEST_APPLESS_MAIN(DatasetExportTest)
#include "dataset_export_test.moc"
