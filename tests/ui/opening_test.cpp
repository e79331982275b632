// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "tests/ui/window_fixture.h"
#include "ui/viewer/overlay.h"
#include "ui/viewer/scene.h"

#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QTreeView>
#include <QUrl>

#include <latch>

using namespace nefes;
using test::SyntheticFile;
using test::WindowFixture;
using test::writeSynthetic;

class OpeningTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyWindowSaysHowToBegin();
    void aFileIsShownAndListed();
    void imagesWithoutAPatientAreNamedByTheirFile();
    void onlyAnImageWithoutAPatientShowsItsFile_data();
    void onlyAnImageWithoutAPatientShowsItsFile();
    void loosePicturesHaveNoCineBarUntilTheyArePlayed();
    void brokenFilesAreNamedWhileTheRestOpens();
    void aBrokenFileAloneIsExplainedInTheViewport();
    void dismissedFailuresDoNotComeBack();
    void droppedFilesOpen();
    void searchFindsTurkishNamesWithAnyI();
    void aLateImageDoesNotReplaceTheOneThatIsWantedNow();
    void closingAllEmptiesTheWindow();
    void closedStudiesStayClosedWhenTheirScanEnds();
    void textOfFilesIsNeverTakenForMarkup();
    void openedFilesAreRemembered();
};

void OpeningTest::anEmptyWindowSaysHowToBegin()
{
    WindowFixture fixture;
    fixture.services.samplePath = fixture.folder();
    auto* notice = fixture.window().findChild<QWidget*>(QStringLiteral("emptyNotice"));
    QVERIFY(notice->isVisible());
    QVERIFY(fixture.window().isIdle());
}

void OpeningTest::aFileIsShownAndListed()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.canvas().isVisible());
    QCOMPARE(fixture.canvas().image()->width(), 40);
    const auto* tree = fixture.child<QTreeView>("studyTree");
    const QModelIndex patient = tree->model()->index(0, 0);
    QCOMPARE(patient.data().toString(), QStringLiteral("Yılmaz Ayşe"));
    QCOMPARE(fixture.window().windowTitle(), QStringLiteral("Yılmaz Ayşe – Nefes"));
}

namespace {

/// A picture that says nothing of itself, as a JPEG or PNG.
SyntheticFile loosePicture(const std::string& name)
{
    return {.name = name,
            .patientName = {},
            .patientId = {},
            .studyUid = {},
            .seriesUid = {},
            .studyDate = {},
            .modality = {},
            .studyDescription = {},
            .seriesDescription = {},
            .viewPosition = {}};
}

QStringList topLeft(const ui::Scene& scene)
{
    return ui::cornerTexts(*scene.image, scene.view, scene.position, scene.overlays).topLeft;
}

} // namespace

void OpeningTest::imagesWithoutAPatientAreNamedByTheirFile()
{
    WindowFixture fixture;
    for (const char* name : {"yılmaz.test", "b.test", "c.test"}) {
        writeSynthetic(fixture.folder(), loosePicture(name));
    }
    QVERIFY(fixture.open({fixture.folder() / "b.test", fixture.folder() / "c.test",
                          fixture.folder() / "yılmaz.test"}));
    for (const char* name : {"b.test", "c.test", "yılmaz.test"}) { // one folder, so one series
        const QString shown = QString::fromUtf8(name);
        const ui::Scene scene = fixture.canvas().scene();
        QCOMPARE(topLeft(scene).value(0), shown);
        QCOMPARE(fixture.window().windowTitle(), shown + QStringLiteral(" – Nefes"));
        // A name of a file may be that of a patient: it goes where the patient's goes.
        const auto minimal =
            ui::cornerTexts(*scene.image, scene.view, scene.position, ui::OverlayLevel::Minimal);
        QVERIFY(minimal.topLeft.isEmpty());
        fixture.trigger("nextImage");
        QVERIFY(fixture.waitUntilIdle());
    }
    fixture.trigger("closeAll");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.window().windowTitle(), QStringLiteral("Nefes"));
}

void OpeningTest::onlyAnImageWithoutAPatientShowsItsFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("title");
    QTest::newRow("name and ID") << QStringLiteral("Doe^Jane") << QStringLiteral("P1")
                                 << QStringLiteral("Doe Jane – Nefes");
    QTest::newRow("a name alone") << QStringLiteral("Doe^Jane") << QString()
                                  << QStringLiteral("Doe Jane – Nefes");
    QTest::newRow("an ID alone") << QString() << QStringLiteral("P1") << QStringLiteral("Nefes");
    QTest::newRow("an empty name and a blank ID")
        << QStringLiteral("^^") << QStringLiteral(" ") << QStringLiteral("a.test – Nefes");
}

void OpeningTest::onlyAnImageWithoutAPatientShowsItsFile()
{
    QFETCH(const QString, name);
    QFETCH(const QString, id);
    QFETCH(const QString, title);
    WindowFixture fixture;
    QVERIFY(fixture.open({writeSynthetic(
        fixture.folder(), {.patientName = name.toStdString(), .patientId = id.toStdString()})}));
    QCOMPARE(fixture.window().windowTitle(), title);
    QCOMPARE(topLeft(fixture.canvas().scene()).contains(QStringLiteral("a.test")),
             title.startsWith(QStringLiteral("a.test")));
}

void OpeningTest::loosePicturesHaveNoCineBarUntilTheyArePlayed()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), loosePicture("a.test")),
                          writeSynthetic(fixture.folder(), loosePicture("b.test"))}));
    const auto* bar = fixture.child<QWidget>("cineBar");
    QVERIFY(!bar->isVisible());
    fixture.trigger("cine"); // slices that somebody saved as pictures
    QVERIFY(bar->isVisible());
    fixture.trigger("cine");
    QVERIFY(!bar->isVisible());
    // Images of one series can be played.
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), {.name = "c.test", .instance = 1}),
                          writeSynthetic(fixture.folder(), {.name = "d.test", .instance = 2})}));
    QVERIFY(bar->isVisible());
}

void OpeningTest::brokenFilesAreNamedWhileTheRestOpens()
{
    WindowFixture fixture;
    SyntheticFile broken;
    broken.name = "broken.test";
    broken.seriesUid = "1.1.9";
    broken.isBroken = true;
    SyntheticFile good;
    good.name = "good.test";
    QVERIFY(writeFileAtomically(fixture.folder() / "text.dcm", "no image").has_value());
    QVERIFY(
        fixture.open({writeSynthetic(fixture.folder(), broken), fixture.folder() / "text.dcm",
                      fixture.folder() / "absent.dcm", writeSynthetic(fixture.folder(), good)}));
    QVERIFY(fixture.canvas().isVisible());
    QVERIFY(fixture.canvas().image() != nullptr);
    QVERIFY(fixture.child<QWidget>("failureBar")->isVisible());
    const auto* list = fixture.child<QListWidget>("failureList");
    QStringList lines;
    for (int row = 0; row < list->count(); ++row) {
        lines.append(list->item(row)->text());
    }
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.filter(QStringLiteral("broken.test: The file ends before")).size() == 1);
    QVERIFY(lines.filter(QStringLiteral("text.dcm: This is not an image")).size() == 1);
    QVERIFY(lines.filter(QStringLiteral("absent.dcm: The file does not exist")).size() == 1);
}

void OpeningTest::aBrokenFileAloneIsExplainedInTheViewport()
{
    WindowFixture fixture;
    SyntheticFile broken;
    broken.isBroken = true;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), broken)}));
    QVERIFY(fixture.child<QWidget>("failedNotice")->isVisible());
    QVERIFY(!fixture.canvas().isVisible());
}

void OpeningTest::dismissedFailuresDoNotComeBack()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({fixture.folder() / "absent.dcm"}));
    auto* bar = fixture.child<QWidget>("failureBar");
    QVERIFY(bar->isVisible());
    QTest::mouseClick(fixture.child<QWidget>("dismissFailures"), Qt::LeftButton);
    QVERIFY(!bar->isVisible());
    QVERIFY(fixture.openOne());
    QVERIFY(!bar->isVisible());
}

void OpeningTest::droppedFilesOpen()
{
    WindowFixture fixture;
    const auto path = writeSynthetic(fixture.folder(), {});
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QString::fromStdString(toUtf8(path)))});
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&fixture.window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&fixture.window(), &drop);
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.canvas().image() != nullptr);
}

void OpeningTest::searchFindsTurkishNamesWithAnyI()
{
    WindowFixture fixture;
    SyntheticFile other;
    other.name = "b.test";
    other.patientId = "P2";
    other.patientName = "Doe^John";
    other.studyUid = "2.1";
    other.seriesUid = "2.1.1";
    QVERIFY(fixture.open(
        {writeSynthetic(fixture.folder(), {}), writeSynthetic(fixture.folder(), other)}));
    const auto* tree = fixture.child<QTreeView>("studyTree");
    auto* search = fixture.child<QLineEdit>("studySearch");
    QCOMPARE(tree->model()->rowCount(), 2);
    for (const auto& text : {QStringLiteral("yilmaz"), QStringLiteral("YILMAZ"),
                             QStringLiteral("ayşe yılmaz"), QStringLiteral("P1")}) {
        search->setText(text);
        QCOMPARE(tree->model()->rowCount(), 1);
        QCOMPARE(tree->model()->index(0, 0).data().toString(), QStringLiteral("Yılmaz Ayşe"));
    }
    search->setText(QStringLiteral("nobody"));
    QCOMPARE(tree->model()->rowCount(), 0);
    search->clear();
    QCOMPARE(tree->model()->rowCount(), 2);
}

void OpeningTest::aLateImageDoesNotReplaceTheOneThatIsWantedNow()
{
    WindowFixture fixture;
    SyntheticFile many;
    many.frames = 6;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), many)}));
    for (int step = 0; step < 5; ++step) {
        fixture.trigger("nextImage");
    }
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.canvas().image()->data().frame, 5);
    fixture.trigger("nextImage");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.canvas().image()->data().frame, 5);
}

void OpeningTest::closingAllEmptiesTheWindow()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    fixture.trigger("closeAll");
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.canvas().image() == nullptr);
    QVERIFY(fixture.child<QWidget>("emptyNotice")->isVisible());
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.canvas().image() != nullptr);
}

void OpeningTest::closedStudiesStayClosedWhenTheirScanEnds()
{
    std::latch go(1);
    WindowFixture fixture;
    fixture.services.scan = [&go, scan = fixture.services.scan](const auto& paths, const auto& sink,
                                                                std::stop_token) {
        const Result<void> outcome = scan(paths, sink, {}); // all is found before it hears of it
        go.wait();
        return outcome;
    };
    fixture.window().openPaths({writeSynthetic(fixture.folder(), {})});
    fixture.trigger("closeAll");
    go.count_down();
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.child<QTreeView>("studyTree")->model()->rowCount(), 0);
    QVERIFY(fixture.canvas().image() == nullptr);
}

void OpeningTest::textOfFilesIsNeverTakenForMarkup()
{
    WindowFixture fixture;
    const QString mark = QStringLiteral("<b>");
    const SyntheticFile image{.patientName = "<b>Doe^Jane", .seriesDescription = "<b>Thorax"};
    const SyntheticFile broken{.name = "<b>broken.test", .seriesUid = "1.1.8", .isBroken = true};
    const SyntheticFile object{.name = "ecg.test",
                               .patientName = "<b>Doe^Jane",
                               .seriesUid = "1.1.9",
                               .sopClass = "1.2.840.10008.5.1.4.1.1.9.1.1"};
    for (const SyntheticFile& file : {image, broken, object}) {
        QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    }
    for (const char* name : {"headline", "modelText"}) { // names of a model package
        QCOMPARE(fixture.child<QLabel>(name)->textFormat(), Qt::PlainText);
    }
    int labels = 0;
    for (const QLabel* label : fixture.window().findChildren<QLabel*>()) {
        if (label->text().contains(mark)) {
            ++labels;
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
        }
    }
    QVERIFY(labels >= 2); // the file that cannot be shown, the patient of the object
    const QModelIndex patient = fixture.child<QTreeView>("studyTree")->model()->index(0, 0);
    const QListWidget* failures = fixture.child<QListWidget>("failureList");
    for (const QString& tip :
         {patient.data(Qt::ToolTipRole).toString(), failures->item(0)->toolTip()}) {
        QVERIFY2(tip.contains(QStringLiteral("&lt;b&gt;")), qPrintable(tip));
    }
}

void OpeningTest::openedFilesAreRemembered()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    fixture.closeWindow();
    const auto* recent = fixture.child<QMenu>("recentMenu");
    QCOMPARE(recent->actions().size(), 1);
    recent->actions().front()->trigger();
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.canvas().image() != nullptr);
}

QTEST_MAIN(OpeningTest)
#include "opening_test.moc"
