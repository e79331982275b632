// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "tests/ui/window_fixture.h"
#include "ui/objects/report_model.h"
#include "ui/text/format.h"
#include "ui/text/language_switch.h"
#include "ui/text/object_text.h"
#include "ui/text/warning_text.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

#include <set>

using namespace nefes;
using test::SyntheticFile;
using test::WindowFixture;
using test::writeSynthetic;

namespace {

constexpr const char* kReport = "1.2.840.10008.5.1.4.1.1.88.11";
constexpr const char* kPdf = "1.2.840.10008.5.1.4.1.1.104.1";
constexpr const char* kEcg = "1.2.840.10008.5.1.4.1.1.9.1.1";

SyntheticFile object(const char* name, const char* sopClass)
{
    SyntheticFile file;
    file.name = name;
    file.seriesUid = std::string("1.7.") + name;
    file.modality = "SR";
    file.sopClass = sopClass;
    return file;
}

/// A window that reads every report and document as the same one.
struct ObjectWindow : WindowFixture {
    ObjectWindow()
    {
        services.objects.readReport =
            [this](const std::filesystem::path&) -> Result<StructuredReport> {
            if (isDamaged) {
                return fail(ErrorCode::NestingTooDeep, "deep");
            }
            StructuredReport report;
            report.isComplete = true;
            report.contentDate = "2024-01-02";
            report.contentTime = "10:30:15";
            report.root = {.relationship = {},
                           .valueType = "CONTAINER",
                           .name = "Chest Report",
                           .value = {},
                           .children = {{.relationship = "CONTAINS",
                                         .valueType = "TEXT",
                                         .name = "Finding",
                                         .value = "Şüpheli nodül",
                                         .children = {}}}};
            return report;
        };
        services.objects.readDocument =
            [](const std::filesystem::path&) -> Result<EncapsulatedDocument> {
            const std::string text = "%PDF-1.4 synthetic";
            const auto bytes = std::as_bytes(std::span(text));
            return EncapsulatedDocument{.title = "Letter",
                                        .mimeType = "application/pdf",
                                        .bytes = {bytes.begin(), bytes.end()}};
        };
        services.objects.openFile = [this](const std::filesystem::path& file) {
            opened = readTextFile(file, 1000).value_or("");
            return hasProgram;
        };
    }
    [[nodiscard]] bool openObject(const char* sopClass)
    {
        return open({writeSynthetic(folder(), object("object.test", sopClass))});
    }
    [[nodiscard]] bool showsObject() { return child<QWidget>("objectView")->isVisible(); }
    QPushButton& button(const char* text)
    {
        for (auto* found : child<QWidget>("objectView")->findChildren<QPushButton*>()) {
            if (found->isVisible() && found->text() == QString::fromUtf8(text)) {
                return *found;
            }
        }
        NEFES_ASSERT(false);
        std::abort();
    }

    std::string opened;
    bool hasProgram = true;
    bool isDamaged = false;
};

} // namespace

class ObjectsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsStandInTheStudyList();
    void aReportIsShownAsATree();
    void choosingAnImageBringsItBack();
    void imagesComeBeforeReports();
    void aPdfIsOpenedByTheSystem();
    void aMissingProgramIsSaid();
    void aPdfIsSaved();
    void otherObjectsAreNamed();
    void damagedObjectsAreExplained();
    void closingAllClosesTheReport();
    void everyKindHasItsName();
    void everyWarningHasASentenceInBothLanguages();
};

void ObjectsTest::reportsStandInTheStudyList()
{
    ObjectWindow fixture;
    // A folder, so that the report is not asked for by name; of its own, because the window keeps
    // its library in the fixture's.
    const std::filesystem::path disc = fixture.folder() / "disc";
    std::filesystem::create_directory(disc);
    QVERIFY(writeSynthetic(disc, object("report.test", kReport)).has_filename());
    QVERIFY(writeSynthetic(disc, {}).has_filename());
    QVERIFY(fixture.open({disc}));
    const auto* model = fixture.child<QTreeView>("studyTree")->model();
    const QModelIndex study = model->index(0, 0, model->index(0, 0));
    QCOMPARE(model->rowCount(study), 2);
    QCOMPARE(model->index(1, 0, study).data().toString(), QStringLiteral("Structured report"));
    QVERIFY(!fixture.child<QWidget>("failureBar")->isVisible());
    QVERIFY(!fixture.showsObject());
    fixture.child<QTreeView>("studyTree")->clicked(model->index(1, 0, study));
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.showsObject());
    QVERIFY(fixture.canvas().image() == nullptr);
}

void ObjectsTest::aReportIsShownAsATree()
{
    ObjectWindow fixture;
    QVERIFY(fixture.openObject(kReport));
    QVERIFY(fixture.showsObject());
    QCOMPARE(fixture.child<QLabel>("objectTitle")->text(), QStringLiteral("Structured report"));
    const QString about = fixture.child<QLabel>("objectSubtitle")->text();
    QVERIFY(about.contains(QStringLiteral("complete")));
    QVERIFY(about.contains(ui::dateText("2024-01-02") + QStringLiteral(" 10:30")));
    QVERIFY(!about.contains(QStringLiteral("10:30:15")));
    const auto* tree = fixture.child<QTreeView>("reportTree");
    QVERIFY(tree->isVisible());
    const QModelIndex root = tree->model()->index(0, 0);
    QCOMPARE(root.data().toString(), QStringLiteral("Chest Report"));
    QCOMPARE(tree->model()->index(0, 1, root).data().toString(), QStringLiteral("Şüpheli nodül"));
    QTest::mouseClick(fixture.child<QPushButton>("copyReport"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("Chest Report\n  Finding: Şüpheli nodül\n"));
    fixture.trigger("languageTurkish");
    QTRY_COMPARE(fixture.child<QLabel>("objectTitle")->text(),
                 QStringLiteral("Yapılandırılmış rapor"));
}

void ObjectsTest::choosingAnImageBringsItBack()
{
    ObjectWindow fixture;
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.openObject(kReport));
    QVERIFY(fixture.showsObject());
    fixture.trigger("nextSeries");
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(!fixture.showsObject());
    QVERIFY(fixture.canvas().isVisible());
    QVERIFY(fixture.canvas().image() != nullptr);
}

void ObjectsTest::imagesComeBeforeReports()
{
    ObjectWindow fixture;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), object("a.test", kReport)),
                          writeSynthetic(fixture.folder(), SyntheticFile{.name = "b.test"})}));
    QVERIFY(!fixture.showsObject());
    QVERIFY(fixture.canvas().image() != nullptr);
}

void ObjectsTest::aPdfIsOpenedByTheSystem()
{
    ObjectWindow fixture;
    QVERIFY(fixture.openObject(kPdf));
    QTest::mouseClick(&fixture.button("Open the PDF"), Qt::LeftButton);
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.opened, std::string("%PDF-1.4 synthetic"));
}

void ObjectsTest::aMissingProgramIsSaid()
{
    ObjectWindow fixture;
    fixture.hasProgram = false;
    QVERIFY(fixture.openObject(kPdf));
    QTest::mouseClick(&fixture.button("Open the PDF"), Qt::LeftButton);
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.child<QLabel>("objectMessage")->text().contains(QStringLiteral("Save")));
}

void ObjectsTest::aPdfIsSaved()
{
    ObjectWindow fixture;
    QVERIFY(fixture.openObject(kPdf));
    QTest::mouseClick(&fixture.button("Save…"), Qt::LeftButton);
    auto* dialog = fixture.child<QFileDialog>("saveDocumentDialog");
    const std::filesystem::path target = fixture.folder() / "letter.pdf";
    Q_EMIT dialog->fileSelected(QString::fromStdString(toUtf8(target)));
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(readTextFile(target, 1000).value_or(""), std::string("%PDF-1.4 synthetic"));
    Q_EMIT dialog->fileSelected(QStringLiteral("/nowhere/letter.pdf"));
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.child<QLabel>("objectMessage")->text().contains(QStringLiteral("written")));
}

void ObjectsTest::otherObjectsAreNamed()
{
    ObjectWindow fixture;
    QVERIFY(fixture.openObject(kEcg));
    QVERIFY(fixture.showsObject());
    QCOMPARE(fixture.child<QLabel>("objectTitle")->text(), QStringLiteral("ECG"));
    QVERIFY(!fixture.child<QWidget>("failureBar")->isVisible());
    QStringList texts;
    for (const auto* label : fixture.child<QWidget>("objectNotice")->findChildren<QLabel*>()) {
        texts << label->text();
    }
    QVERIFY(texts.join(QLatin1Char('\n')).contains(QLatin1String(kEcg)));
}

void ObjectsTest::damagedObjectsAreExplained()
{
    ObjectWindow fixture;
    fixture.isDamaged = true;
    QVERIFY(fixture.openObject(kReport));
    QVERIFY(fixture.child<QWidget>("objectNotice")->isVisible());
}

void ObjectsTest::closingAllClosesTheReport()
{
    ObjectWindow fixture;
    QVERIFY(fixture.openObject(kReport));
    fixture.trigger("closeAll");
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(!fixture.showsObject());
    QVERIFY(fixture.child<QWidget>("emptyNotice")->isVisible());
}

void ObjectsTest::everyKindHasItsName()
{
    using ui::objectText;
    const std::string start = "1.2.840.10008.5.1.4.1.1.";
    QCOMPARE(objectText(start + "88.59"), QStringLiteral("Key image note"));
    QCOMPARE(objectText(start + "88.33"), QStringLiteral("Structured report"));
    QCOMPARE(objectText(start + "11.1"), QStringLiteral("Presentation state"));
    QCOMPARE(objectText(start + "481.3"), QStringLiteral("Radiotherapy structure set"));
    QCOMPARE(objectText(start + "9.2.1"), QStringLiteral("Waveform"));
    QCOMPARE(objectText("1.2.3"), QStringLiteral("DICOM object"));
    QVERIFY(ui::objectKind(start + "104.2") == ui::ObjectKind::Document);
    QVERIFY(ui::objectKind("1.2.3") == ui::ObjectKind::Other);
}

void ObjectsTest::everyWarningHasASentenceInBothLanguages()
{
    constexpr int kLast = static_cast<int>(ImageWarning::SpacingUnusable);
    std::set<QString> sentences;
    for (const auto chosen : {ui::Language::English, ui::Language::Turkish}) {
        ui::LanguageSwitch language;
        language.apply(chosen);
        for (int warning = 0; warning <= kLast; ++warning) {
            sentences.insert(ui::warningText(static_cast<ImageWarning>(warning)));
        }
    }
    QCOMPARE(sentences.size(), std::size_t{2 * (kLast + 1)});
}

QTEST_MAIN(ObjectsTest)
#include "objects_test.moc"
