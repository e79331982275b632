// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/case_library.h"

#include "core/base/rng.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <filesystem>

using namespace nefes;
using namespace nefes::ml;

namespace {

/// Four directions around the origin.
CaseLibrary compass()
{
    return CaseLibrary::fit(std::vector<float>{1, 0, 0, 1, -1, 0, 0, -1}, 2,
                            {{"east", "a"}, {"north", "b"}, {"west", "a"}, {"south", ""}});
}

double cosineDistance(std::span<const float> a, std::span<const float> b)
{
    double product = 0.0;
    double squareA = 0.0;
    double squareB = 0.0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        const auto x = static_cast<double>(a[k]);
        const auto y = static_cast<double>(b[k]);
        product += x * y;
        squareA += x * x;
        squareB += y * y;
    }
    return 1.0 - product / std::sqrt(squareA * squareB);
}

} // namespace

class CaseLibraryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNearestComeFirst();
    void onlyTheDirectionCounts();
    void eightBitsAreEnough();
    void aFileBringsTheSameCases();
    void manyCasesFitIntoTwoMegabytes();
    void damagedFilesAreRefused_data();
    void damagedFilesAreRefused();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] std::filesystem::path file() const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / "cases.safetensors";
    }
};

void CaseLibraryTest::theNearestComeFirst()
{
    const auto cases = compass().nearest(std::vector<float>{3.0F, 0.3F}, 3);
    QCOMPARE(cases.size(), std::size_t{3});
    QCOMPARE(cases[0].label, std::string("east"));
    QCOMPARE(cases[0].source, std::string("a"));
    // The angle is atan(0.1): cosine 0.99504, sine 0.09950.
    QVERIFY(std::abs(cases[0].distance - 0.00496) < 1e-4);
    QCOMPARE(cases[1].label, std::string("north"));
    QVERIFY(std::abs(cases[1].distance - 0.9005) < 1e-4);
    QCOMPARE(cases[2].label, std::string("south"));
    QVERIFY(cases[2].source.empty());
    QCOMPARE(compass().nearest(std::vector<float>{3.0F, 0.3F}, 9).size(), std::size_t{4});
}

void CaseLibraryTest::onlyTheDirectionCounts()
{
    const auto library = CaseLibrary::fit(std::vector<float>{0.01F, 0, -700, 0, 0, 0}, 2,
                                          {{"right", ""}, {"left", ""}, {"nowhere", ""}});
    const auto cases = library.nearest(std::vector<float>{30, 0}, 3);
    QCOMPARE(cases[0].label, std::string("right"));
    QVERIFY(std::abs(cases[0].distance) < 1e-6);
    QCOMPARE(cases[1].label, std::string("nowhere")); // without a direction there is no angle
    QVERIFY(std::abs(cases[1].distance - 1.0) < 1e-6);
    QVERIFY(std::abs(cases[2].distance - 2.0) < 1e-6);
    QVERIFY(std::abs(library.nearest(std::vector<float>{0, 0}, 1)[0].distance - 1.0) < 1e-6);
}

void CaseLibraryTest::eightBitsAreEnough()
{
    constexpr std::size_t size = 256;
    constexpr std::size_t count = 300;
    Rng random(3);
    std::vector<float> features;
    for (std::size_t i = 0; i < count * size; ++i) {
        features.push_back(static_cast<float>(std::max(0.0, random.uniform(-1.0, 2.0))));
    }
    std::vector<CaseOrigin> origins;
    for (std::size_t i = 0; i < count; ++i) {
        origins.push_back({std::to_string(i), ""});
    }
    const auto query = std::span(features).first(size);
    const auto cases = CaseLibrary::fit(features, size, origins).nearest(query, count);
    QCOMPARE(cases.size(), count);
    QCOMPARE(cases[0].label, std::string("0"));
    for (const SimilarCase& one : cases) {
        const auto index = static_cast<std::size_t>(std::stoi(one.label));
        const double exact = cosineDistance(query, std::span(features).subspan(index * size, size));
        QVERIFY2(std::abs(one.distance - exact) < 2e-3, one.label.c_str());
    }
}

void CaseLibraryTest::aFileBringsTheSameCases()
{
    const auto library = compass();
    QVERIFY(writeTensorFile(file(), library.tensors(), library.metadata()));
    const auto read = CaseLibrary::read(*TensorFile::open(file()).value());
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QCOMPARE(read->caseCount(), 4);
    QCOMPARE(read->featureCount(), 2);
    const auto before = library.nearest(std::vector<float>{-1, 2}, 4);
    const auto after = read->nearest(std::vector<float>{-1, 2}, 4);
    for (std::size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(after[i].label, before[i].label);
        QCOMPARE(after[i].source, before[i].source);
        QCOMPARE(after[i].distance, before[i].distance);
    }
}

void CaseLibraryTest::manyCasesFitIntoTwoMegabytes()
{
    constexpr int size = 512;
    constexpr std::size_t count = 6000;
    std::vector<float> features(count * size);
    std::vector<CaseOrigin> origins;
    for (std::size_t i = 0; i < count; ++i) {
        const bool isLate = i + 20 >= count;
        features[i * size + (isLate ? 0 : 1 + i % (size - 1))] = isLate ? -1.0F : 1.0F;
        origins.push_back({isLate ? "few" : "many", "somewhere"});
    }
    const auto library = CaseLibrary::fit(features, size, origins);
    QVERIFY(library.caseCount() > 3000);
    QVERIFY(writeTensorFile(file(), library.tensors(), library.metadata()));
    QVERIFY(std::filesystem::file_size(file()) <= 2'100'000);
    // Those kept lie all over the list: its last cases are among them.
    QCOMPARE(library.nearest(std::span(features).last(size), 1)[0].label, std::string("few"));
}

void CaseLibraryTest::damagedFilesAreRefused_data()
{
    QTest::addColumn<QString>("damage");
    for (const char* damage :
         {"no directions", "no names", "names that are no list", "a label without a name",
          "one source too few", "a mean of nothing", "another type"}) {
        QTest::newRow(damage) << damage;
    }
}

void CaseLibraryTest::damagedFilesAreRefused()
{
    QFETCH(QString, damage);
    const auto library = compass();
    auto tensors = library.tensors();
    auto metadata = library.metadata();
    const std::vector<std::int32_t> beyond{0, 1, 2, 9};
    const std::span<const std::byte> few = std::as_bytes(std::span(beyond).first(3));
    if (damage == "no directions") {
        tensors.erase("directions");
    } else if (damage == "no names") {
        metadata.erase("labels");
    } else if (damage == "names that are no list") {
        metadata["sources"] = "{\"a\": 1}";
    } else if (damage == "a label without a name") {
        tensors["label"].bytes = std::as_bytes(std::span(beyond));
    } else if (damage == "one source too few") {
        tensors["source"] = {TensorType::Int32, {3}, few};
    } else if (damage == "no features") {
        tensors["directions"] = {TensorType::UInt8, {4, 0}, {}};
    } else {
        tensors["label"] = {TensorType::Int64, {2}, std::as_bytes(std::span(beyond))};
    }
    QVERIFY(writeTensorFile(file(), tensors, metadata));
    const auto read = CaseLibrary::read(*TensorFile::open(file()).value());
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::ModelDamaged);
}

QTEST_APPLESS_MAIN(CaseLibraryTest)
#include "case_library_test.moc"
