// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/dataset.h"
#include "ml/dataset_export.h"
#include "ml/image_changes.h"
#include "ml/pack.h"
#include "ml/splits.h"

#include "tests/ml/fakes.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace nefes;
using namespace nefes::ml;
namespace fs = std::filesystem;

/// Classes whose images are made from those of another class.
class DerivedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grayValuesAreTurnedRound();
    void planesAreTurned_data();
    void planesAreTurned();
    void rotatedPlanesAreNeverUpright();
    void windowsHaveTheStatedSize();
    void oneOfFourImagesIsChanged();
    void derivedEntriesComeBesidesTheirOriginals();
    void wrongDerivationsAreRefused_data();
    void wrongDerivationsAreRefused();
    void derivedImagesStayInTheSplitOfTheirOriginal_data();
    void derivedImagesStayInTheSplitOfTheirOriginal();
    void changedPlanesAreStoredAndCached();
    void noFilesAreWrittenForDerivedClasses();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] fs::path folder(const char* name) const
    {
        return fs::path(m_folder.path().toStdString()) / name;
    }
};

namespace {

/// 0 1 2
/// 3 4 5
GrayPlane sixPixels()
{
    return {3, 2, {0, 1, 2, 3, 4, 5}};
}

DataSettings derivedFromYes(const std::string& change)
{
    DataSettings settings;
    settings.derive = {{change, "yes"}};
    return settings;
}

} // namespace

void DerivedTest::grayValuesAreTurnedRound()
{
    const GrayPlane plane = changedPlane({2, 1, {0, 200}}, "inverted", "a.png");
    QCOMPARE(plane.values, (std::vector<std::uint8_t>{255, 55}));
}

void DerivedTest::planesAreTurned_data()
{
    QTest::addColumn<int>("quarters");
    QTest::addColumn<int>("width");
    QTest::addColumn<QList<int>>("values");
    QTest::newRow("not at all") << 0 << 3 << QList<int>{0, 1, 2, 3, 4, 5};
    QTest::newRow("clockwise") << 1 << 2 << QList<int>{3, 0, 4, 1, 5, 2};
    QTest::newRow("upside down") << 2 << 3 << QList<int>{5, 4, 3, 2, 1, 0};
    QTest::newRow("the other way") << 3 << 2 << QList<int>{2, 5, 1, 4, 0, 3};
}

void DerivedTest::planesAreTurned()
{
    QFETCH(int, quarters);
    QFETCH(int, width);
    QFETCH(QList<int>, values);
    const GrayPlane plane = turned(sixPixels(), quarters);
    QCOMPARE(plane.width, width);
    QCOMPARE(plane.height, 6 / width);
    QCOMPARE(QList<int>(plane.values.begin(), plane.values.end()), values);
}

void DerivedTest::rotatedPlanesAreNeverUpright()
{
    std::set<std::vector<std::uint8_t>> seen;
    for (int i = 0; i < 60; ++i) {
        seen.insert(changedPlane(sixPixels(), "rotated", fmt::format("{}.png", i)).values);
    }
    QCOMPARE(seen.size(), std::size_t{3});
    QVERIFY(!seen.contains(sixPixels().values));
}

void DerivedTest::windowsHaveTheStatedSize()
{
    GrayPlane plane{200, 100, {}};
    for (int i = 0; i < 200 * 100; ++i) {
        plane.values.push_back(static_cast<std::uint8_t>(i / 200)); // its row
    }
    std::set<int> widths;
    std::set<int> tops;
    for (int i = 0; i < 60; ++i) {
        const GrayPlane part = changedPlane(plane, "cropped", fmt::format("{}.png", i));
        QVERIFY(part.width >= 70 && part.width <= 120);
        QVERIFY(part.height >= 35 && part.height <= 60);
        QCOMPARE(part.values.size(), static_cast<std::size_t>(part.width * part.height));
        QCOMPARE(int{part.values.back()} - part.values.front(), part.height - 1);
        widths.insert(part.width);
        tops.insert(part.values.front());
    }
    QVERIFY(widths.size() > 20 && tops.size() > 20);
    const GrayPlane again = changedPlane(plane, "cropped", "7.png");
    QCOMPARE(changedPlane(plane, "cropped", "7.png").values, again.values);
}

void DerivedTest::oneOfFourImagesIsChanged()
{
    std::map<std::string, int> counts;
    int both = 0;
    for (int i = 0; i < 4000; ++i) {
        const std::string file = fmt::format("normal/{}.png", i);
        for (const std::string& change : imageChanges()) {
            counts[change] += isDerivedFrom(change, file) ? 1 : 0;
        }
        both += isDerivedFrom("cropped", file) && isDerivedFrom("rotated", file) ? 1 : 0;
    }
    // 1000 ± 27 (one standard deviation); both by chance: 250 ± 15.
    for (const auto& [change, count] : counts) {
        QVERIFY2(std::abs(count - 1000) < 110, change.c_str());
    }
    QVERIFY(std::abs(both - 250) < 60);
}

void DerivedTest::derivedEntriesComeBesidesTheirOriginals()
{
    QVERIFY(fake::writeDataset(folder("data"), 80));
    const auto plain = gatherDataset({folder("data")}, {});
    const auto dataset = gatherDataset({folder("data")}, derivedFromYes("inverted"));
    QVERIFY2(dataset.has_value(), dataset ? "" : dataset.error().detail.c_str());
    QCOMPARE(dataset->classes, (std::vector<std::string>{"inverted", "no", "yes"}));
    std::size_t derived = 0;
    for (const DatasetEntry& entry : dataset->entries) {
        QCOMPARE(entry.change.empty(), entry.label != "inverted");
        if (!entry.change.empty()) {
            ++derived;
            QVERIFY(isDerivedFrom("inverted", entry.file));
            const auto original =
                std::ranges::find(dataset->entries, entry.path, &DatasetEntry::path);
            QCOMPARE(original->label, std::string("yes"));
            QCOMPARE(original->patient, entry.patient);
        }
    }
    QVERIFY(derived >= 8 && derived <= 36); // 80 images of "yes"
    QCOMPARE(dataset->entries.size(), plain->entries.size() + derived);
}

void DerivedTest::wrongDerivationsAreRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("source");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("named");
    QTest::newRow("an unknown change")
        << "melted"
        << "yes" << ErrorCode::RecipeInvalid << "cropped, inverted, rotated";
    QTest::newRow("of a class that is not there")
        << "rotated"
        << "maybe" << ErrorCode::DatasetInvalid << "maybe";
}

void DerivedTest::wrongDerivationsAreRefused()
{
    QFETCH(QString, change);
    QFETCH(QString, source);
    QFETCH(ErrorCode, code);
    QFETCH(QString, named);
    QVERIFY(fake::writeDataset(folder("data"), 4));
    DataSettings settings;
    settings.derive = {{change.toStdString(), source.toStdString()}};
    const auto dataset = gatherDataset({folder("data")}, settings);
    QVERIFY(!dataset.has_value());
    QCOMPARE(dataset.error().code, code);
    QVERIFY(QString::fromStdString(dataset.error().detail).contains(named));
}

void DerivedTest::derivedImagesStayInTheSplitOfTheirOriginal_data()
{
    QTest::addColumn<bool>("hasPatients");
    QTest::newRow("grouped by patient") << true;
    QTest::newRow("where no patient is known") << false;
}

void DerivedTest::derivedImagesStayInTheSplitOfTheirOriginal()
{
    QFETCH(bool, hasPatients);
    QVERIFY(fake::writeDataset(folder("data"), 80));
    DataSettings settings = derivedFromYes("rotated");
    settings.groupBy = "patient";
    settings.stratify = {"label", "source"};
    auto dataset = gatherDataset({folder("data")}, settings).value();
    if (!hasPatients) {
        for (DatasetEntry& entry : dataset.entries) {
            entry.patient.clear();
        }
    }
    assignSplits(dataset.entries, settings, 1);
    std::map<std::string, std::set<Split>> splits;
    std::set<Split> used;
    for (const DatasetEntry& entry : dataset.entries) {
        splits[entry.file].insert(entry.split.value());
        used.insert(*entry.split);
    }
    QCOMPARE(used.size(), std::size_t{3});
    for (const auto& [file, of] : splits) {
        QVERIFY2(of.size() == 1, file.c_str());
    }
}

void DerivedTest::changedPlanesAreStoredAndCached()
{
    QVERIFY(fake::writeDataset(folder("data"), 80));
    InputSpecification input;
    input.width = 8;
    input.height = 8;
    const auto dataset = gatherDataset({folder("data")}, derivedFromYes("inverted")).value();
    const fake::Reader reader;
    const fake::Operations operations;
    const DecodingTools tools{reader, operations, 2};
    const auto direct = packDataset(dataset, input, folder("store"), tools, {}, {});
    QVERIFY2(direct.has_value(), direct ? "" : direct.error().detail.c_str());
    std::size_t derived = 0;
    for (std::size_t i = 0; i < dataset.entries.size(); ++i) {
        const DatasetEntry& entry = dataset.entries[i];
        const auto original = static_cast<std::size_t>(
            std::ranges::find(dataset.entries, entry.path, &DatasetEntry::path) -
            dataset.entries.begin());
        if (original != i) {
            ++derived;
            QCOMPARE(int{direct->store->plane(i)[0]}, 255 - direct->store->plane(original)[0]);
        }
    }
    QVERIFY(derived > 0);
    // Filled, then used again: the planes of both are those of before, entry by entry.
    for (int pass = 0; pass < 2; ++pass) {
        const int before = reader.reads;
        const auto cached = packThroughCache(dataset, input, folder("cache"), tools, {}, {});
        QVERIFY2(cached.has_value(), cached ? "" : cached.error().detail.c_str());
        QCOMPARE(reader.reads == before, pass == 1);
        QCOMPARE(cached->store->samples().size(), dataset.entries.size());
        for (std::size_t i = 0; i < dataset.entries.size(); ++i) {
            QVERIFY(std::ranges::equal(cached->store->plane(i), direct->store->plane(i)));
            QCOMPARE(cached->store->samples()[i].label, direct->store->samples()[i].label);
        }
    }
    // The same files without what is derived from them are another cache file.
    const auto plain = gatherDataset({folder("data")}, {}).value();
    const auto other = packThroughCache(plain, input, folder("cache"), tools, {}, {});
    QCOMPARE(other->store->samples().size(), plain.entries.size());
    QCOMPARE(int{other->store->plane(0)[0]}, int{direct->store->plane(0)[0]});
}

void DerivedTest::noFilesAreWrittenForDerivedClasses()
{
    QVERIFY(fake::writeDataset(folder("data"), 80));
    const auto dataset = gatherDataset({folder("data")}, derivedFromYes("cropped")).value();
    const auto merged = mergeDataset(dataset, folder("merged"), {}, {});
    QVERIFY(!merged.has_value());
    QCOMPARE(merged.error().code, ErrorCode::DatasetInvalid);
    QVERIFY(!fs::exists(folder("merged")));
}

QTEST_APPLESS_MAIN(DerivedTest)
#include "derived_test.moc"
