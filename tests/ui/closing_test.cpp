// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"

#include <QElapsedTimer>

using namespace nefes;
using test::WindowFixture;
using test::writeSynthetic;

class ClosingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWindowClosesWhileAnAnalysisRuns();
    void aNewWindowAnalysesAgain();
};

void ClosingTest::theWindowClosesWhileAnAnalysisRuns()
{
    WindowFixture fixture;
    fixture.model->waits = true;
    fixture.window().openPaths({writeSynthetic(fixture.folder(), {})});
    QTRY_VERIFY(fixture.canvas().image() != nullptr);
    // The analysis cannot end before `go`: a window that waited for it would wait for ever.
    QTRY_COMPARE(fixture.model->loads.load(), 1);
    fixture.closeWindow();
    QCOMPARE(fixture.model->analyses.load(), 0);
    fixture.model->go.release();
    QTRY_COMPARE(fixture.model->analyses.load(), 1);
}

void ClosingTest::aNewWindowAnalysesAgain()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    fixture.closeWindow();
    QVERIFY(fixture.openOne());
    QCOMPARE(fixture.model->analyses.load(), 2);
    QCOMPARE(fixture.model->loads.load(), 2);
}

QTEST_MAIN(ClosingTest)
#include "closing_test.moc"
