// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/phantom.h"

#include "core/image/measurement.h"

#include <QtTest>

#include <set>

using namespace nefes;

class PhantomTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyDrawingIsTheSame();
    void itIsAFilmInMillimetres();
    void lungsAreDarkerThanBoneAndHeart_data();
    void lungsAreDarkerThanBoneAndHeart();
    void itsTextsSayThatItIsNoPatient();
    void everyWarningHasALineOfItsOwn();

private:
    ImagePtr m_phantom;
};

void PhantomTest::initTestCase()
{
    auto image = DecodedImage::create(drawChestPhantom());
    QVERIFY(image.has_value());
    m_phantom = *image;
}

void PhantomTest::everyDrawingIsTheSame()
{
    QVERIFY(drawChestPhantom().stored.samples == m_phantom->data().stored.samples);
}

void PhantomTest::itIsAFilmInMillimetres()
{
    QVERIFY(m_phantom->data().spacing.has_value());
    QCOMPARE(m_phantom->data().spacing->rowMm, 0.5);
    QCOMPARE(m_phantom->data().bitsStored, 12);
    QVERIFY(m_phantom->storedRange().min >= 0.0 && m_phantom->storedRange().max <= 4095.0);
    QVERIFY(m_phantom->data().text.viewPosition == "PA");
}

void PhantomTest::lungsAreDarkerThanBoneAndHeart_data()
{
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("y");
    QTest::newRow("spine") << 270 << 430;
    QTest::newRow("heart, on the left side of the patient") << 318 << 410;
    QTest::newRow("below the diaphragm") << 150 << 560;
}

void PhantomTest::lungsAreDarkerThanBoneAndHeart()
{
    QFETCH(const int, x);
    QFETCH(const int, y);
    const auto mean = [this](int left, int top) {
        const double x0 = left - 12;
        const double y0 = top - 12;
        return regionStatistics(*m_phantom,
                                {MeasurementKind::Rectangle, {{x0, y0}, {x0 + 24, y0 + 24}}})
            .mean;
    };
    // The picture shows much absorption as bright.
    QVERIFY(!m_phantom->data().inverted);
    for (const int lung : {142, 400}) {
        const double air = mean(lung, 250);
        QVERIFY2(air + 300.0 < mean(x, y), qPrintable(QString::number(air)));
    }
}

void PhantomTest::itsTextsSayThatItIsNoPatient()
{
    const ImageText& text = m_phantom->data().text;
    QVERIFY(text.patientName.find("PHANTOM") != std::string::npos);
    QVERIFY(text.studyDescription.find("not a patient") != std::string::npos);
}

void PhantomTest::everyWarningHasALineOfItsOwn()
{
    std::set<std::string_view> lines;
    for (int i = 0; i <= static_cast<int>(ImageWarning::SpacingUnusable); ++i) {
        lines.insert(warningLine(static_cast<ImageWarning>(i)));
    }
    QVERIFY(!lines.contains({}));
    QCOMPARE(static_cast<int>(lines.size()), static_cast<int>(ImageWarning::SpacingUnusable) + 1);
}

QTEST_APPLESS_MAIN(PhantomTest)
#include "phantom_test.moc"
