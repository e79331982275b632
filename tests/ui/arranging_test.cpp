// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/viewport_actions.h"
#include "ui/viewer/viewport_cell.h"

#include <QLabel>
#include <QTreeView>

using namespace nefes;
using namespace test;

namespace {

SyntheticFile lateral(SyntheticFile file)
{
    file.viewPosition = "LL";
    return file;
}

} // namespace

class ArrangingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void studiesSideBySideHaveAColourAndAName();
    void twoPatientsInOneFolderAreKeptApart_data();
    void twoPatientsInOneFolderAreKeptApart();
    void differentPatientsGiveAWarning();
    void radiographsAreArranged_data();
    void radiographsAreArranged();
    void aPatientWithAPriorIsArrangedByItself();
    void theNextPatientDoesNotStayBesideTheOldOne();
};

void ArrangingTest::studiesSideBySideHaveAColourAndAName()
{
    WindowFixture fixture;
    fixture.window();
    fixture.trigger("hangByItself"); // off
    QVERIFY(fixture.open({written(fixture, radiograph("a.test", "1.1", "1.1.1", "2026-03-11")),
                          written(fixture, radiograph("b.test", "1.2", "1.2.1", "2025-01-02"))}));
    QVERIFY(!fixture.child<QLabel>("studyStrip")->isVisible());
    fixture.trigger("layout1x2");
    QVERIFY(fixture.waitUntilIdle());
    const auto* left = fixture.child<QLabel>("studyStrip");
    const auto* right = fixture.child<QLabel>("studyStrip2");
    QVERIFY(left->isVisible() && right->isVisible());
    QVERIFY2(left->text().startsWith(QStringLiteral("current · ")), qPrintable(left->text()));
    QVERIFY2(right->text().startsWith(QStringLiteral("prior · ")), qPrintable(right->text()));
    QVERIFY(fixture.child<ui::ViewportCell>("viewport")->studyMark()->color !=
            fixture.child<ui::ViewportCell>("viewport2")->studyMark()->color);
    QVERIFY(!fixture.child<QWidget>("patientWarning")->isVisible());
}

void ArrangingTest::twoPatientsInOneFolderAreKeptApart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("study");
    QTest::newRow("another name and number") << "Doe^John"
                                             << "P2"
                                             << "2.1";
    QTest::newRow("another name with the same number") << "Doe^John"
                                                       << "P1"
                                                       << "2.1";
    QTest::newRow("the same name with another number") << "Yılmaz^Ayşe"
                                                       << "P2"
                                                       << "2.1";
    QTest::newRow("in one study") << "Doe^John"
                                  << "P2"
                                  << "1.1";
}

void ArrangingTest::twoPatientsInOneFolderAreKeptApart()
{
    QFETCH(const QString, name);
    QFETCH(const QString, id);
    QFETCH(const QString, study);
    WindowFixture fixture;
    const auto folder = fixture.folder() / "mixed";
    std::filesystem::create_directories(folder);
    SyntheticFile other = radiograph("b.test", study.toStdString(), "2.1.1", "2025-03-11");
    other.patientName = name.toStdString();
    other.patientId = id.toStdString();
    writeSynthetic(folder, radiograph("a.test", "1.1", "1.1.1"));
    const auto path = writeSynthetic(folder, other);
    QVERIFY(fixture.open({folder}));
    // Not a prior: nothing is put beside the image by itself.
    const auto* list = fixture.child<QTreeView>("studyTree")->model();
    QCOMPARE(list->rowCount(), 2);
    fixture.trigger("layout1x2");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(shownIn(fixture, 2), std::string());
    QVERIFY(dropInto(fixture, "viewport2", path));
    QVERIFY(fixture.child<QWidget>("patientWarning")->isVisible());
}

void ArrangingTest::differentPatientsGiveAWarning()
{
    WindowFixture fixture;
    SyntheticFile other = radiograph("b.test", "2.1", "2.1.1");
    other.patientName = "Doe^John";
    other.patientId = "P2";
    const auto path = written(fixture, other);
    QVERIFY(fixture.open({written(fixture, radiograph("a.test", "1.1", "1.1.1")), path}));
    fixture.trigger("layout1x2");
    QVERIFY(fixture.waitUntilIdle());
    // Another patient comes only when asked for.
    QCOMPARE(shownIn(fixture, 2), std::string());
    QVERIFY(!fixture.child<QWidget>("patientWarning")->isVisible());
    QVERIFY(dropInto(fixture, "viewport2", path));
    QVERIFY(fixture.child<QWidget>("patientWarning")->isVisible());
    const QString text = fixture.child<QLabel>("patientWarningText")->text();
    QVERIFY2(text.contains(QStringLiteral("Yılmaz Ayşe")) && text.contains(QStringLiteral("Doe")),
             qPrintable(text));
    QVERIFY(fixture.child<QLabel>("studyStrip2")->text().startsWith(QStringLiteral("John Doe")) ||
            fixture.child<QLabel>("studyStrip2")->text().startsWith(QStringLiteral("Doe John")));
    // Alone on the screen, nobody can be mixed up.
    QTest::mouseDClick(&canvasAt(fixture, 2), Qt::LeftButton);
    QVERIFY(!fixture.child<QWidget>("patientWarning")->isVisible());
}

void ArrangingTest::radiographsAreArranged_data()
{
    QTest::addColumn<QStringList>("files"); // study, series, view
    QTest::addColumn<QStringList>("cells");
    QTest::newRow("PA left, lateral right")
        << QStringList{QStringLiteral("1 a LL"), QStringLiteral("1 b PA")}
        << QStringList{QStringLiteral("b"), QStringLiteral("a")};
    QTest::newRow("current left, prior right")
        << QStringList{QStringLiteral("2 a PA"), QStringLiteral("1 b PA")}
        << QStringList{QStringLiteral("b"), QStringLiteral("a")};
    QTest::newRow("frontal views above lateral ones")
        << QStringList{QStringLiteral("1 a PA"), QStringLiteral("1 b LL"), QStringLiteral("2 c PA"),
                       QStringLiteral("2 d LL")}
        << QStringList{QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("b"),
                       QStringLiteral("d")};
    QTest::newRow("a lateral view that the prior lacks")
        << QStringList{QStringLiteral("1 a PA"), QStringLiteral("1 b LL"), QStringLiteral("2 c PA")}
        << QStringList{QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("b"), QString()};
    QTest::newRow("one image alone")
        << QStringList{QStringLiteral("1 a PA")} << QStringList{QStringLiteral("a")};
}

void ArrangingTest::radiographsAreArranged()
{
    QFETCH(const QStringList, files);
    QFETCH(const QStringList, cells);
    WindowFixture fixture;
    fixture.window();
    fixture.trigger("hangByItself"); // off
    std::vector<std::filesystem::path> paths;
    for (const QString& line : files) {
        const QStringList parts = line.split(QLatin1Char(' '));
        SyntheticFile file = radiograph(
            parts[1].toStdString() + ".test", "1." + parts[0].toStdString(), parts[1].toStdString(),
            parts[0] == QLatin1String("1") ? "2026-03-11" : "2025-01-02");
        paths.push_back(written(fixture, parts[2] == QLatin1String("LL") ? lateral(file) : file));
    }
    QVERIFY(fixture.open(paths));
    fixture.trigger("hangRadiographs");
    QVERIFY(fixture.waitUntilIdle());
    for (int cell = 0; cell < cells.size(); ++cell) {
        QCOMPARE(shownIn(fixture, cell + 1), cells[cell].toStdString());
    }
}

void ArrangingTest::aPatientWithAPriorIsArrangedByItself()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({written(fixture, radiograph("a.test", "1.2", "prior", "2025-01-02")),
                          written(fixture, radiograph("b.test", "1.1", "now", "2026-03-11"))}));
    QCOMPARE(shownIn(fixture, 1), std::string("now"));
    QCOMPARE(shownIn(fixture, 2), std::string("prior"));
    // A patient without one is shown alone again.
    SyntheticFile other = radiograph("c.test", "2.1", "alone");
    other.patientId = "P2";
    QVERIFY(fixture.open({written(fixture, other)}));
    QCOMPARE(shownIn(fixture, 1), std::string("alone"));
    QVERIFY(!canvasAt(fixture, 2).isVisible());
}

void ArrangingTest::theNextPatientDoesNotStayBesideTheOldOne()
{
    WindowFixture fixture;
    SyntheticFile other = radiograph("c.test", "2.1", "2.1.1");
    other.patientId = "P2";
    QVERIFY(fixture.open({written(fixture, radiograph("a.test", "1.1", "1.1.1")),
                          written(fixture, radiograph("b.test", "1.1", "1.1.2")),
                          written(fixture, other)}));
    fixture.trigger("layout1x2");
    QVERIFY(fixture.waitUntilIdle());
    fixture.trigger("nextPatient");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(shownIn(fixture, 1), std::string("2.1.1"));
    QCOMPARE(shownIn(fixture, 2), std::string());
    QVERIFY(!fixture.child<QWidget>("patientWarning")->isVisible());
}

QTEST_MAIN(ArrangingTest)
#include "arranging_test.moc"
