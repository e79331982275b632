// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/letters.h"
#include "core/base/log.h"
#include "core/base/machine.h"
#include "core/base/numeric.h"
#include "core/base/result.h"
#include "core/base/rng.h"

#include <QFile>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

using namespace nefes;

namespace {

Result<int> half(int value)
{
    if (value % 2 != 0) {
        return fail(ErrorCode::InvalidArgument, "odd");
    }
    return value / 2;
}

Result<int> quarter(int value)
{
    NEFES_TRY(const int once, half(value));
    return half(once);
}

} // namespace

class ValuesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saturateRoundsAndClamps_data();
    void saturateRoundsAndClamps();
    void lettersBecomeSmallOnes();
    void tryPassesTheErrorOn();
    void everyErrorCodeHasANameOfItsOwn();
    void theSameSeedGivesTheSameNumbers();
    void aRestoredGeneratorGoesOn();
    void shufflingKeepsEveryItem();
    void logLevelsAreReadByName();
    void theMachineIsDescribedAsTheSystemKnowsIt();
};

void ValuesTest::theMachineIsDescribedAsTheSystemKnowsIt()
{
    const Machine machine = describeMachine();
    QVERIFY(machine.memoryBytes > std::uint64_t{64} << 20U);
    QFile information(QStringLiteral("/proc/cpuinfo"));
    QVERIFY(information.open(QIODevice::ReadOnly));
    const QByteArray text = information.readAll();
    QCOMPARE(machine.threads, std::max(1, static_cast<int>(text.count("processor\t:"))));
    QVERIFY(text.contains(QByteArray::fromStdString(machine.processor)));
    QCOMPARE(machine.processor.empty(), !text.contains("model name"));
    for (const std::string& feature : machine.features) {
        QVERIFY(text.contains(QByteArray::fromStdString(feature)));
    }
}

void ValuesTest::saturateRoundsAndClamps_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("expected");
    QTest::newRow("a half rounds up") << 1.5 << 2;
    QTest::newRow("below a half rounds down") << 1.49 << 1;
    QTest::newRow("negative becomes the smallest") << -3.0 << 0;
    QTest::newRow("large becomes the largest") << 1e9 << 255;
    QTest::newRow("infinite becomes the largest") << HUGE_VAL << 255;
    QTest::newRow("not a number becomes zero") << std::nan("") << 0;
}

void ValuesTest::saturateRoundsAndClamps()
{
    QFETCH(double, value);
    QFETCH(int, expected);
    QCOMPARE(static_cast<int>(saturate<std::uint8_t>(value)), expected);
}

/// Also where the language has an I without a dot; other letters stay.
void ValuesTest::lettersBecomeSmallOnes()
{
    QCOMPARE(lowerAscii("VALIDATION.TIFF"), std::string("validation.tiff"));
    QCOMPARE(lowerAscii("İğne 1"), std::string("İğne 1"));
    QCOMPARE(lowerAscii({}), std::string());
}

void ValuesTest::tryPassesTheErrorOn()
{
    QCOMPARE(quarter(12).value(), 3);
    QCOMPARE(quarter(6).error().detail, std::string("odd"));
}

void ValuesTest::everyErrorCodeHasANameOfItsOwn()
{
    std::set<std::string_view> names;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        names.insert(errorCodeName(static_cast<ErrorCode>(code)));
    }
    QCOMPARE(names.size(), static_cast<std::size_t>(ErrorCode::Internal) + 1);
}

void ValuesTest::theSameSeedGivesTheSameNumbers()
{
    // First outputs of xoshiro256** after splitmix64(1), computed apart from this program.
    Rng rng(1);
    QCOMPARE(rng.next(), std::uint64_t{0xb3f2af6d0fc710c5});
    QCOMPARE(rng.next(), std::uint64_t{0x853b559647364cea});
    for (int i = 0; i < 1000; ++i) {
        const double value = rng.uniform();
        QVERIFY(value >= 0.0 && value < 1.0);
    }
}

void ValuesTest::aRestoredGeneratorGoesOn()
{
    Rng rng(7);
    static_cast<void>(rng.next());
    const Rng::State state = rng.state();
    const std::uint64_t expected = rng.next();
    Rng other(99);
    other.restore(state);
    QCOMPARE(other.next(), expected);
}

void ValuesTest::shufflingKeepsEveryItem()
{
    std::vector<int> items = {1, 2, 3, 4, 5, 6, 7, 8};
    Rng rng(3);
    rng.shuffle(std::span<int>(items));
    QVERIFY((items != std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8}));
    std::ranges::sort(items);
    QCOMPARE(items, (std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8}));
}

void ValuesTest::logLevelsAreReadByName()
{
    QCOMPARE(logLevelFromName("debug"), std::optional(LogLevel::Debug));
    QVERIFY(!logLevelFromName("loud"));
}

QTEST_APPLESS_MAIN(ValuesTest)
#include "values_test.moc"
