// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/input_views.h"

#include <QTest>

#include <algorithm>

using namespace nefes;
using namespace nefes::ml;

using Values = std::vector<std::uint8_t>;
Q_DECLARE_METATYPE(Values)
Q_DECLARE_METATYPE(nefes::ml::InputChange)
Q_DECLARE_METATYPE(nefes::ml::OutsideFill)

class InputViewsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowOfPixelsIsChangedAsComputedByHand_data();
    void aRowOfPixelsIsChangedAsComputedByHand();
    void rowsMoveDown();
    void theChangesAreSmallAndAlwaysTheSame();
    void everyOtherChangeIsMirroredWhereThatWasTrained();
};

void InputViewsTest::aRowOfPixelsIsChangedAsComputedByHand_data()
{
    QTest::addColumn<InputChange>("change");
    QTest::addColumn<OutsideFill>("fill");
    QTest::addColumn<Values>("expected");
    const auto row = [](const char* name, const InputChange& change, const Values& expected,
                        OutsideFill fill = OutsideFill::Edge) {
        QTest::newRow(name) << change << fill << expected;
    };
    // Of 10, 20, 40, 80; their mean is 37.5.
    row("no change", {}, {10, 20, 40, 80});
    row("a shift to the right repeats the edge", {.shiftX = 0.25}, {10, 10, 20, 40});
    row("a shift to the right is black outside", {.shiftX = 0.25}, {0, 10, 20, 40},
        OutsideFill::Black);
    row("a shift to the left", {.shiftX = -0.25}, {20, 40, 80, 80});
    row("half a pixel lies between two", {.shiftX = 0.125}, {10, 15, 30, 60});
    row("mirrored", {.isMirrored = true}, {80, 40, 20, 10});
    row("twice as large about the centre", {.zoom = 2.0}, {18, 25, 35, 50});
    row("brighter", {.brightness = 1.1}, {11, 22, 44, 88});
    row("brighter than white is white", {.brightness = 4.0}, {40, 80, 160, 255});
    row("steeper about the mean", {.contrast = 1.2}, {5, 17, 41, 89});
}

void InputViewsTest::aRowOfPixelsIsChangedAsComputedByHand()
{
    QFETCH(InputChange, change);
    QFETCH(OutsideFill, fill);
    QFETCH(Values, expected);
    const GrayPlane changed = changedPlane({4, 1, {10, 20, 40, 80}}, change, fill);
    QCOMPARE(changed.width, 4);
    QCOMPARE(changed.height, 1);
    QCOMPARE(changed.values, expected);
}

void InputViewsTest::rowsMoveDown()
{
    const GrayPlane changed =
        changedPlane({1, 4, {10, 20, 40, 80}}, {.shiftY = 0.25}, OutsideFill::Black);
    QCOMPARE(changed.values, (Values{0, 10, 20, 40}));
}

void InputViewsTest::theChangesAreSmallAndAlwaysTheSame()
{
    const auto changes = inputChanges(false);
    const auto again = inputChanges(false);
    QCOMPARE(changes.size(), std::size_t{8});
    QCOMPARE(again.size(), changes.size());
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const InputChange& change = changes[i];
        QVERIFY(std::abs(change.shiftX) <= 0.03 && std::abs(change.shiftY) <= 0.03);
        QVERIFY(std::abs(change.zoom - 1.0) <= 0.05 + 1e-12);
        QVERIFY(std::abs(change.brightness - 1.0) <= 0.08 + 1e-12);
        QVERIFY(std::abs(change.contrast - 1.0) <= 0.08 + 1e-12);
        QVERIFY(!change.isMirrored);
        const GrayPlane plane{2, 2, {10, 20, 200, 100}};
        QCOMPARE(changedPlane(plane, change, OutsideFill::Edge).values,
                 changedPlane(plane, again[i], OutsideFill::Edge).values);
    }
}

void InputViewsTest::everyOtherChangeIsMirroredWhereThatWasTrained()
{
    const auto changes = inputChanges(true);
    QCOMPARE(changes.size(), std::size_t{8});
    QCOMPARE(std::ranges::count(changes, true, &InputChange::isMirrored), 4);
    QVERIFY(!changes[0].isMirrored);
    QVERIFY(changes[1].isMirrored);
}

QTEST_APPLESS_MAIN(InputViewsTest)
#include "input_views_test.moc"
