// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/geometry.h"

#include <QtTest>

using namespace nefes;

class GeometryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersFollowTheView_data();
    void lettersFollowTheView();
    void cosinesBecomeLetters_data();
    void cosinesBecomeLetters();
    void anInvertedMapTakesPointsBack();
};

void GeometryTest::lettersFollowTheView_data()
{
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("bottom");
    QTest::addColumn<QList<double>>("map"); // a b d e
    QTest::addColumn<QString>("letters");   // left right top bottom
    QTest::newRow("an upright film") << "L"
                                     << "F" << QList<double>{1, 0, 0, 1} << "R L H F";
    QTest::newRow("zoom changes nothing") << "L"
                                          << "F" << QList<double>{3, 0, 0, 3} << "R L H F";
    QTest::newRow("flipped left to right") << "L"
                                           << "F" << QList<double>{-1, 0, 0, 1} << "L R H F";
    QTest::newRow("flipped top to bottom") << "L"
                                           << "F" << QList<double>{1, 0, 0, -1} << "R L F H";
    // Quarter turn clockwise: the image's right edge is now below.
    QTest::newRow("turned by 90 degrees clockwise")
        << "L"
        << "F" << QList<double>{0, -1, 1, 0} << "F H R L";
    QTest::newRow("turned by 180 degrees") << "L"
                                           << "F" << QList<double>{-1, 0, 0, -1} << "L R F H";
    QTest::newRow("combined letters keep their order")
        << "LF"
        << "FR" << QList<double>{1, 0, 0, 1} << "RH LF HL FR";
    QTest::newRow("left out when the file does not say")
        << ""
        << "F" << QList<double>{1, 0, 0, 1} << "   ";
    QTest::newRow("left out at other angles") << "L"
                                              << "F" << QList<double>{0.7, -0.7, 0.7, 0.7} << "   ";
}

void GeometryTest::lettersFollowTheView()
{
    QFETCH(QString, right);
    QFETCH(QString, bottom);
    QFETCH(QList<double>, map);
    QFETCH(QString, letters);
    const Orientation orientation{right.toStdString(), bottom.toStdString()};
    const EdgeLetters edges = edgeLetters(
        orientation, {.a = map[0], .b = map[1], .c = 5, .d = map[2], .e = map[3], .f = -2});
    QCOMPARE(QString::fromStdString(edges.left + " " + edges.right + " " + edges.top + " " +
                                    edges.bottom),
             letters);
}

void GeometryTest::cosinesBecomeLetters_data()
{
    QTest::addColumn<QList<double>>("cosines");
    QTest::addColumn<QString>("letters");
    QTest::newRow("to the left") << QList<double>{1, 0, 0} << "L";
    QTest::newRow("to the feet") << QList<double>{0, 0, -1} << "F";
    QTest::newRow("oblique, the larger part first") << QList<double>{0.3, -0.9, 0.05} << "AL";
    QTest::newRow("no direction at all") << QList<double>{0, 0, 0} << "";
}

void GeometryTest::cosinesBecomeLetters()
{
    QFETCH(QList<double>, cosines);
    QFETCH(QString, letters);
    QCOMPARE(QString::fromStdString(directionLetters({cosines[0], cosines[1], cosines[2]})),
             letters);
}

void GeometryTest::anInvertedMapTakesPointsBack()
{
    const Affine map{.a = 2, .b = 0.5, .c = 7, .d = -1, .e = 3, .f = -4};
    const PointPx there = map.map({11.0, 13.0});
    const PointPx back = map.inverted().map(there);
    QVERIFY(qFuzzyCompare(back.x, 11.0));
    QVERIFY(qFuzzyCompare(back.y, 13.0));
}

QTEST_APPLESS_MAIN(GeometryTest)
#include "geometry_test.moc"
