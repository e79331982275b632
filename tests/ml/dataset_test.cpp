// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/dataset.h"

#include "core/base/files.h"

#include "ml/splits.h"

#include <QTemporaryDir>
#include <QTest>

#include <fmt/format.h>
#include <unistd.h>

#include <map>
#include <set>

using namespace nefes;
using namespace nefes::ml;
namespace fs = std::filesystem;

class DatasetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void foldersOfLabelsAreRead();
    void foldersOfSplitsAreRead();
    void aManifestComesFirst();
    void wrongManifestsAreRefused_data();
    void wrongManifestsAreRefused();
    void foldersWithoutImagesAreRefused();
    void readingAFolderStopsWhenAsked();
    void classesWhoseNameIsNoTextAreRefused_data();
    void classesWhoseNameIsNoTextAreRefused();
    void aFolderThatCannotBeReadIsNamed_data();
    void aFolderThatCannotBeReadIsNamed();
    void patientsAreReadFromFileNames_data();
    void patientsAreReadFromFileNames();
    void selectionFiltersThenMaps();
    void labelsAreSpelledAsTheRecipeDoes();
    void anEmptySelectionSaysWhatTheDataHave();
    void labelsThatNoImageHasAreTold_data();
    void labelsThatNoImageHasAreTold();
    void theIdentityOfDataFollowsTheFiles();
    void oneClassIsNotEnough();
    void splitsKeepPatientsAndMix();
    void splitsDependOnTheSeedAlone();
    void fixedSplitsAreKeptAndFilled();
    void fixedSplitsThatAreTooSmallAreFilled_data();
    void fixedSplitsThatAreTooSmallAreFilled();
    void foldsCoverEverythingOnce();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] fs::path root() const { return m_folder->path().toStdString(); }
    void touch(const std::string& file) const
    {
        const fs::path path = root() / file;
        fs::create_directories(path.parent_path());
        QVERIFY(writeFileAtomically(path, "x"));
    }
    void manifest(const std::string& text) const
    {
        QVERIFY(writeFileAtomically(root() / "manifest.csv", text));
    }
};

namespace {

/// 60 patients of 4 images each, two classes, two sources.
std::vector<DatasetEntry> manyEntries()
{
    std::vector<DatasetEntry> entries;
    for (int patient = 0; patient < 60; ++patient) {
        for (int image = 0; image < 4; ++image) {
            DatasetEntry entry;
            entry.file = fmt::format("p{}_{}", patient, image);
            entry.label = std::string(patient % 3 == 0 ? "no" : "yes");
            entry.patient = fmt::format("p{}", patient);
            entry.source = std::string(patient % 2 == 0 ? "a" : "b");
            entries.push_back(entry);
        }
    }
    return entries;
}

DataSettings grouped()
{
    DataSettings settings;
    settings.groupBy = "patient";
    settings.stratify = {"label", "source"};
    return settings;
}

std::map<std::string, Split> splitsByFile(const std::vector<DatasetEntry>& entries)
{
    std::map<std::string, Split> result;
    for (const DatasetEntry& entry : entries) {
        result[entry.file] = entry.split.value();
    }
    return result;
}

} // namespace

void DatasetTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void DatasetTest::foldersOfLabelsAreRead()
{
    touch("yes/b.PNG");
    touch("yes/a.jpg");
    touch("no/deep/c.dcm");
    touch("no/notes.txt");
    touch("no/.hidden.png");
    touch("yes/c/1.2.840.10008.55");
    const auto entries = scanDataFolder(root());
    QVERIFY(entries.has_value());
    QCOMPARE(entries->size(), std::size_t{4});
    QCOMPARE((*entries)[0].file, std::string("no/deep/c.dcm"));
    QCOMPARE((*entries)[0].label, std::string("no"));
    QCOMPARE((*entries)[1].file, std::string("yes/a.jpg"));
    QVERIFY(!(*entries)[1].split);
}

void DatasetTest::foldersOfSplitsAreRead()
{
    touch("train/yes/a.jpg");
    touch("val/no/b.jpg");
    touch("Test/no/person7_virus_1.jpeg");
    touch("other/no/c.jpg");
    const auto entries = scanDataFolder(root());
    QVERIFY(entries.has_value());
    QCOMPARE(entries->size(), std::size_t{3});
    QCOMPARE((*entries)[0].split, std::optional(Split::Test));
    QCOMPARE((*entries)[0].patient, std::string("person7"));
    QCOMPARE((*entries)[1].split, std::optional(Split::Train));
    QCOMPARE((*entries)[2].split, std::optional(Split::Validation));
    QCOMPARE((*entries)[2].label, std::string("no"));
}

void DatasetTest::aManifestComesFirst()
{
    touch("yes/a.jpg");
    manifest("label,file,patient,split,age_group,extra\n"
             "covid,\"x/ä, b.png\",P1,val,adult,7\ncovid,y.png,,,,\n");
    const auto entries = scanDataFolder(root());
    QVERIFY2(entries.has_value(), entries ? "" : entries.error().detail.c_str());
    QCOMPARE(entries->size(), std::size_t{2});
    const DatasetEntry& entry = entries->front();
    QCOMPARE(entry.file, std::string("x/ä, b.png"));
    QCOMPARE(entry.path, root() / "x" / "ä, b.png");
    QCOMPARE(entry.split, std::optional(Split::Validation));
    QCOMPARE(entry.value("extra"), std::string("7"));
    QCOMPARE(entry.value("age_group"), std::string("adult"));
    QCOMPARE(entry.value("nothing"), std::string());
}

void DatasetTest::wrongManifestsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no column of labels") << "file,patient\na.png,1\n";
    QTest::newRow("a path out of the folder") << "file,label\n../../etc/passwd,yes\n";
    QTest::newRow("an absolute path") << "file,label\n/etc/passwd,yes\n";
    QTest::newRow("no label") << "file,label\na.png,\n";
    QTest::newRow("no file") << "file,label\n,yes\n";
    QTest::newRow("an unknown split") << "file,label,split\na.png,yes,holdout\n";
    QTest::newRow("a quote that is not closed") << "file,label\n\"a.png,yes\n";
}

void DatasetTest::wrongManifestsAreRefused()
{
    QFETCH(QString, text);
    manifest(text.toStdString());
    const auto entries = scanDataFolder(root());
    QVERIFY(!entries.has_value());
    QCOMPARE(entries.error().code, ErrorCode::DatasetInvalid);
    QVERIFY(entries.error().detail.starts_with((root() / "manifest.csv: ").string()));
}

void DatasetTest::foldersWithoutImagesAreRefused()
{
    QCOMPARE(scanDataFolder(root()).error().code, ErrorCode::DatasetEmpty);
    QCOMPARE(scanDataFolder(root() / "missing").error().code, ErrorCode::FileNotFound);
    manifest("file,label\n");
    QCOMPARE(scanDataFolder(root()).error().code, ErrorCode::DatasetEmpty);
}

void DatasetTest::readingAFolderStopsWhenAsked()
{
    touch("no/1.png");
    touch("yes/2.png");
    std::stop_source stop;
    QVERIFY(scanDataFolder(root(), stop.get_token()));
    stop.request_stop();
    QCOMPARE(scanDataFolder(root(), stop.get_token()).error().code, ErrorCode::Cancelled);
    QCOMPARE(gatherDataset({root()}, {}, stop.get_token()).error().code, ErrorCode::Cancelled);
    QCOMPARE(dataIdentity({root()}, stop.get_token()).error().code, ErrorCode::Cancelled);
    manifest("file,label\nno/1.png,no\nyes/2.png,yes\n");
    QVERIFY(scanDataFolder(root()));
    QCOMPARE(scanDataFolder(root(), stop.get_token()).error().code, ErrorCode::Cancelled);
}

void DatasetTest::classesWhoseNameIsNoTextAreRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    // "sağlıklı" in the encoding of old Turkish archives.
    QTest::newRow("a class") << QByteArray("sa\xf0l\xfdkl\xfd/a.jpg");
    QTest::newRow("a class of a split") << QByteArray("train/sa\xf0l\xfdkl\xfd/a.jpg");
}

void DatasetTest::classesWhoseNameIsNoTextAreRefused()
{
    QFETCH(QByteArray, file);
    touch(file.toStdString());
    const auto entries = scanDataFolder(root());
    QVERIFY(!entries.has_value());
    QCOMPARE(entries.error().code, ErrorCode::DatasetInvalid);
    QVERIFY2(entries.error().detail.find("\"sa\uFFFDl\uFFFDkl\uFFFD\"") != std::string::npos,
             entries.error().detail.c_str());
}

void DatasetTest::aFolderThatCannotBeReadIsNamed_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("a class") << "no";
    QTest::newRow("a folder in a class") << "no/deep";
}

void DatasetTest::aFolderThatCannotBeReadIsNamed()
{
    QFETCH(QString, folder);
    touch("yes/a.jpg");
    touch("no/b.jpg");
    touch("no/deep/c.jpg");
    const fs::path closed = root() / folder.toStdString();
    fs::permissions(closed, fs::perms::none);
    // The administrator may read everything: then as nobody, for this call.
    constexpr uid_t nobody = 65534;
    fs::permissions(root(), fs::perms(0755));
    const uid_t user = geteuid();
    QVERIFY(user != 0 || seteuid(nobody) == 0);
    const auto entries = scanDataFolder(root());
    QVERIFY(user != 0 || seteuid(user) == 0);
    fs::permissions(closed, fs::perms::owner_all);
    QVERIFY(!entries.has_value());
    QCOMPARE(entries.error().code, ErrorCode::FileUnreadable);
    QVERIFY2(entries.error().detail.starts_with(closed.string() + ": "),
             entries.error().detail.c_str());
}

void DatasetTest::patientsAreReadFromFileNames_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("patient");
    QTest::newRow("a sick child") << "train/PNEUMONIA/person12_bacteria_34.jpeg"
                                  << "person12";
    QTest::newRow("a virus") << "person1_virus_6.jpeg"
                             << "person1";
    QTest::newRow("a normal child") << "IM-0115-0001.jpeg"
                                    << "im-0115";
    QTest::newRow("another series of normals") << "NORMAL2-IM-0199-0001.jpeg"
                                               << "normal2-im-0199";
    QTest::newRow("a prefix before the person") << "kermany_person9_bacteria_1.jpg"
                                                << "person9";
    QTest::newRow("any other name") << "covid_1043.png"
                                    << "";
    QTest::newRow("a person without a number") << "person_1.png"
                                               << "";
    QTest::newRow("a word that holds the pattern") << "trim-12-3.png"
                                                   << "";
}

void DatasetTest::patientsAreReadFromFileNames()
{
    QFETCH(QString, file);
    QFETCH(QString, patient);
    QCOMPARE(QString::fromStdString(patientFromFileName(file.toStdString())), patient);
}

void DatasetTest::selectionFiltersThenMaps()
{
    DataSelection selection;
    selection.include["label"] = {"viral", "bacterial", "normal"};
    selection.exclude["source"] = {"x"};
    selection.map = {{"viral", "pneumonia"}, {"bacterial", "pneumonia"}};
    std::vector<DatasetEntry> entries(4);
    entries[0].label = "viral";
    entries[1].label = "normal";
    entries[2].label = "normal";
    entries[2].source = "x";
    entries[3].label = "covid";
    const auto kept = selectEntries(entries, selection);
    QCOMPARE(kept.size(), std::size_t{2});
    QCOMPARE(kept[0].label, std::string("pneumonia"));
    QCOMPARE(kept[1].label, std::string("normal"));
}

void DatasetTest::labelsAreSpelledAsTheRecipeDoes()
{
    DataSelection selection;
    selection.include["label"] = {"normal", "pneumonia"};
    selection.map = {{"Viral", "pneumonia"}};
    std::vector<DatasetEntry> entries(3);
    entries[0].label = "NORMAL";
    entries[1].label = "Pneumonia";
    entries[2].label = "VIRAL";
    const auto kept = selectEntries(entries, selection);
    QCOMPARE(kept.size(), std::size_t{2}); // VIRAL is known, but not included
    QCOMPARE(kept[0].label, std::string("normal"));
    QCOMPARE(kept[1].label, std::string("pneumonia"));
}

void DatasetTest::anEmptySelectionSaysWhatTheDataHave()
{
    touch("sick/a.jpg");
    touch("healthy/b.jpg");
    DataSettings settings;
    settings.selections.front().include["label"] = {"yes", "no"};
    const auto dataset = gatherDataset({root()}, settings);
    QCOMPARE(dataset.error().code, ErrorCode::DatasetEmpty);
    QCOMPARE(QString::fromStdString(dataset.error().detail),
             QStringLiteral("the selection leaves no image; data.include.label: yes, no wanted, "
                            "the data have healthy, sick"));
}

void DatasetTest::labelsThatNoImageHasAreTold_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QStringList>("missing");
    QTest::newRow("all there") << QStringList{"no", "yes"} << QStringList{};
    QTest::newRow("none wanted") << QStringList{} << QStringList{};
    QTest::newRow("mapped to one that is there") << QStringList{"no", "viral"} << QStringList{};
    QTest::newRow("mapped to one that is not") << QStringList{"no", "old"} << QStringList{"past"};
    QTest::newRow("two, one twice")
        << QStringList{"never", "no", "often", "never"} << QStringList{"never", "often"};
    QTest::newRow("taken out again") << QStringList{"no", "unwanted"} << QStringList{};
}

void DatasetTest::labelsThatNoImageHasAreTold()
{
    QFETCH(QStringList, wanted);
    QFETCH(QStringList, missing);
    DataSettings settings;
    settings.selections.front().map = {{"viral", "yes"}, {"old", "past"}};
    settings.selections.front().exclude["label"] = {"unwanted"};
    for (const QString& label : wanted) {
        settings.selections.front().include["label"].push_back(label.toStdString());
    }
    QStringList told;
    for (const std::string& label : missingLabels(settings, {"no", "yes"})) {
        told.append(QString::fromStdString(label));
    }
    QCOMPARE(told, missing);
}

void DatasetTest::theIdentityOfDataFollowsTheFiles()
{
    touch("yes/a.jpg");
    touch("no/b.jpg");
    const std::string before = dataIdentity({root()}).value();
    QCOMPARE(dataIdentity({root()}).value(), before);
    fs::resize_file(root() / "yes/a.jpg", 100);
    QVERIFY(dataIdentity({root()}).value() != before);
}

void DatasetTest::oneClassIsNotEnough()
{
    touch("yes/a.jpg");
    const auto dataset = gatherDataset({root()}, {});
    QVERIFY(!dataset);
    QCOMPARE(dataset.error().code, ErrorCode::DatasetInvalid);
    touch("no/b.jpg");
    QCOMPARE(gatherDataset({root()}, {}).value().classes, (std::vector<std::string>{"no", "yes"}));
    DataSettings settings;
    settings.selections.resize(2);
    QCOMPARE(gatherDataset({root()}, settings).error().code, ErrorCode::DatasetInvalid);
}

void DatasetTest::splitsKeepPatientsAndMix()
{
    auto entries = manyEntries();
    assignSplits(entries, grouped(), 1);
    std::map<std::string, std::set<Split>> splitsOfPatient;
    std::map<std::string, std::map<Split, int>> counts;
    for (const DatasetEntry& entry : entries) {
        splitsOfPatient[entry.patient].insert(entry.split.value());
        ++counts[entry.label][*entry.split];
    }
    for (const auto& [patient, splits] : splitsOfPatient) {
        QCOMPARE(splits.size(), std::size_t{1});
    }
    // 80 images of "no", 160 of "yes": 70, 15 and 15 % of each to within two patients.
    QVERIFY(std::abs(counts["no"][Split::Train] - 56) <= 8);
    QVERIFY(std::abs(counts["no"][Split::Test] - 12) <= 8);
    QVERIFY(std::abs(counts["yes"][Split::Train] - 112) <= 8);
    QVERIFY(std::abs(counts["yes"][Split::Validation] - 24) <= 8);
    QVERIFY(counts["no"][Split::Validation] > 0 && counts["yes"][Split::Test] > 0);
}

void DatasetTest::splitsDependOnTheSeedAlone()
{
    auto entries = manyEntries();
    assignSplits(entries, grouped(), 1);
    auto backwards = manyEntries();
    std::reverse(backwards.begin(), backwards.end());
    assignSplits(backwards, grouped(), 1);
    QVERIFY(splitsByFile(entries) == splitsByFile(backwards));
    auto other = manyEntries();
    assignSplits(other, grouped(), 2);
    QVERIFY(splitsByFile(entries) != splitsByFile(other));
}

void DatasetTest::fixedSplitsAreKeptAndFilled()
{
    auto entries = manyEntries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        entries[i].split = i < 40 ? Split::Test : Split::Train;
    }
    auto kept = entries;
    assignSplits(kept, grouped(), 1);
    int validation = 0;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        QCOMPARE(kept[i].split == Split::Test, i < 40);
        validation += kept[i].split == Split::Validation ? 1 : 0;
    }
    // 0.15 ÷ 0.85 of 200 training images.
    QVERIFY(std::abs(validation - 35) <= 4);
    DataSettings free = grouped();
    free.useFixedSplits = false;
    assignSplits(entries, free, 1);
    auto fresh = manyEntries();
    assignSplits(fresh, grouped(), 1);
    QVERIFY(splitsByFile(entries) == splitsByFile(fresh));
}

void DatasetTest::fixedSplitsThatAreTooSmallAreFilled_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    // 0.15 ÷ 0.85 of 240 images that are not for the test.
    QTest::newRow("none") << 0 << 42;
    QTest::newRow("a tenth of its share") << 4 << 42;
    QTest::newRow("more than half of its share") << 24 << 24;
    QTest::newRow("more than its share") << 100 << 100;
}

void DatasetTest::fixedSplitsThatAreTooSmallAreFilled()
{
    QFETCH(int, before);
    QFETCH(int, after);
    auto entries = manyEntries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        entries[i].split = i < static_cast<std::size_t>(before) ? Split::Validation : Split::Train;
    }
    DataSettings settings = grouped();
    settings.groupBy.clear();
    settings.test = 0.0;
    assignSplits(entries, settings, 1);
    const auto validation =
        std::count_if(entries.begin(), entries.end(),
                      [](const DatasetEntry& entry) { return entry.split == Split::Validation; });
    QVERIFY2(std::abs(static_cast<int>(validation) - after) <= 2,
             qPrintable(QString::number(validation)));
    for (std::size_t i = 0; i < static_cast<std::size_t>(before); ++i) {
        QVERIFY(entries[i].split == Split::Validation);
    }
}

void DatasetTest::foldsCoverEverythingOnce()
{
    std::map<std::string, int> validated;
    for (int fold = 0; fold < 5; ++fold) {
        auto entries = manyEntries();
        entries[0].split = Split::Test;
        assignFold(entries, grouped(), 1, 5, fold);
        int count = 0;
        for (const DatasetEntry& entry : entries) {
            if (entry.split == Split::Validation) {
                ++validated[entry.file];
                ++count;
            }
        }
        QVERIFY(std::abs(count - 48) <= 8);
        QCOMPARE(entries[0].split, std::optional(Split::Test));
    }
    QCOMPARE(validated.size(), std::size_t{239});
    for (const auto& [file, times] : validated) {
        QCOMPARE(times, 1);
    }
}

QTEST_APPLESS_MAIN(DatasetTest)
#include "dataset_test.moc"
