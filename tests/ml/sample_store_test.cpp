// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/sample_store.h"

#include "core/base/files.h"

#include "ml/pack.h"

#include <QTemporaryDir>
#include <QTest>

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <set>

using namespace nefes;
using namespace nefes::ml;

class SampleStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplesAreReadBack();
    void digestDependsOnDataAndSplit();
    void damagedStoresAreRefused_data();
    void damagedStoresAreRefused();
    void anAbandonedStoreLeavesNothing();
    void aStoreIsWrittenThroughALink();
    void whatIsNoFileIsNotReplaced();
    void aCacheIsKeptSmall();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] std::filesystem::path file(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
};

namespace {

InputSpecification smallInput()
{
    InputSpecification input;
    input.width = 8;
    input.height = 9;
    return input;
}

SampleInfo sample(const std::string& name, int label, Split split)
{
    SampleInfo info;
    info.file = name;
    info.sha256 = name;
    info.label = label;
    info.split = split;
    info.patient = "p1";
    return info;
}

Result<void> write(const std::filesystem::path& file, const std::vector<SampleInfo>& samples)
{
    NEFES_TRY(auto writer, SampleStoreWriter::create(file, smallInput(), {"no", "yes"}));
    std::uint8_t value = 10;
    for (const SampleInfo& info : samples) {
        NEFES_CHECK(writer->add(info, std::vector<std::uint8_t>(72, value++)));
    }
    return writer->finish();
}

} // namespace

void SampleStoreTest::samplesAreReadBack()
{
    QVERIFY(write(file("s"), {sample("ä.png", 1, Split::Train), sample("b", 0, Split::Test),
                              sample("c", 1, Split::Train)}));
    const auto opened = SampleStore::open(file("s"));
    QVERIFY2(opened.has_value(), opened ? "" : opened.error().detail.c_str());
    const SampleStore& store = **opened;
    QVERIFY(store.input() == smallInput());
    QCOMPARE(store.classes(), (std::vector<std::string>{"no", "yes"}));
    QCOMPARE(store.samples().size(), std::size_t{3});
    QCOMPARE(store.samples()[0].file, std::string("ä.png"));
    QCOMPARE(store.samples()[0].patient, std::string("p1"));
    QCOMPARE(store.plane(2).size(), std::size_t{72});
    QCOMPARE(int{store.plane(2)[71]}, 12);
    QCOMPARE(int{store.plane(0)[0]}, 10);
    QCOMPARE(store.indices(Split::Train), (std::vector<std::size_t>{0, 2}));
    QVERIFY(store.indices(Split::Validation).empty());
}

void SampleStoreTest::digestDependsOnDataAndSplit()
{
    const auto digest = [this](const std::vector<SampleInfo>& samples) {
        return write(file("d"), samples) ? SampleStore::open(file("d")).value()->digest() : "";
    };
    const auto a = sample("a", 0, Split::Train);
    const auto b = sample("b", 1, Split::Train);
    const std::string one = digest({a, b});
    QCOMPARE(one.size(), std::size_t{64});
    QCOMPARE(digest({b, a}), one);
    QVERIFY(digest({a, sample("b", 1, Split::Test)}) != one);
    QVERIFY(digest({a, sample("b", 0, Split::Train)}) != one);
    QVERIFY(digest({a, sample("c", 1, Split::Train)}) != one);
}

void SampleStoreTest::damagedStoresAreRefused_data()
{
    QTest::addColumn<int>("cutTo");
    QTest::addColumn<int>("changedByte");
    QTest::newRow("half a file") << 80 << -1;
    QTest::newRow("a file of ten bytes") << 10 << -1;
    QTest::newRow("another magic number") << -1 << 0;
    QTest::newRow("another header offset") << -1 << 8;
    QTest::newRow("a header offset far outside") << -1 << 15;
    QTest::newRow("another header length") << -1 << 16;
    QTest::newRow("a header length far outside") << -1 << 23;
}

void SampleStoreTest::damagedStoresAreRefused()
{
    QFETCH(int, cutTo);
    QFETCH(int, changedByte);
    QVERIFY(write(file("x"), {sample("a", 0, Split::Train)}));
    auto bytes = readFile(file("x"), 1U << 20U).value();
    if (cutTo >= 0) {
        bytes.resize(static_cast<std::size_t>(cutTo));
    }
    if (changedByte >= 0) {
        bytes[static_cast<std::size_t>(changedByte)] ^= std::byte{0x41};
    }
    QVERIFY(writeFileAtomically(file("x"), bytes));
    const auto opened = SampleStore::open(file("x"));
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, ErrorCode::DatasetInvalid);
}

void SampleStoreTest::aStoreIsWrittenThroughALink()
{
    std::filesystem::create_symlink("behind", file("link"));
    auto writer = SampleStoreWriter::create(file("link"), smallInput(), {"no"}).value();
    QVERIFY(writer->add(sample("a", 0, Split::Train), std::vector<std::uint8_t>(72)));
    QVERIFY(writer->finish());
    QVERIFY(std::filesystem::is_symlink(file("link")));
    QVERIFY(std::filesystem::is_regular_file(file("behind")));
}

void SampleStoreTest::whatIsNoFileIsNotReplaced()
{
    std::filesystem::create_directory(file("folder"));
    const auto writer = SampleStoreWriter::create(file("folder"), smallInput(), {"no"});
    QVERIFY(!writer);
    QCOMPARE(writer.error().code, ErrorCode::WriteFailed);
}

void SampleStoreTest::anAbandonedStoreLeavesNothing()
{
    {
        const auto writer = SampleStoreWriter::create(file("gone"), smallInput(), {"a", "b"});
        QVERIFY(writer.has_value());
    }
    for (const auto& entry : std::filesystem::directory_iterator(m_folder.path().toStdString())) {
        QVERIFY(!entry.path().filename().string().starts_with("gone"));
    }
}

void SampleStoreTest::aCacheIsKeptSmall()
{
    namespace fs = std::filesystem;
    const fs::path cache = file("cache");
    fs::create_directories(cache);
    const std::string own = fmt::format("b.planes.{}.part", ::getpid());
    const std::pair<std::string, int> files[] = {{"new.planes", 1},
                                                 {"old.planes", 2},
                                                 {"older.planes", 3},
                                                 {"notes.txt", 9},
                                                 {"a.planes.999999999.part", 1},
                                                 {own, 9}};
    for (const auto& [name, hours] : files) {
        QVERIFY(writeFileAtomically(cache / name, std::string(100, 'x')));
        fs::last_write_time(cache / name,
                            fs::file_time_type::clock::now() - std::chrono::hours(hours));
    }
    const auto left = [&cache] {
        std::set<std::string> names;
        for (const auto& entry : fs::directory_iterator(cache)) {
            names.insert(entry.path().filename().string());
        }
        return names;
    };
    cleanCache(cache, 250);
    QVERIFY((left() == std::set<std::string>{"new.planes", "notes.txt", "old.planes", own}));
    // What was used last stays, however large it is.
    cleanCache(cache, 50);
    QVERIFY((left() == std::set<std::string>{"new.planes", "notes.txt", own}));
}

QTEST_APPLESS_MAIN(SampleStoreTest)
#include "sample_store_test.moc"
