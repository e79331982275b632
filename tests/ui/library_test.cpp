// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/library.h"

#include "core/base/files.h"

#include "tests/ui/window_fixture.h"
#include "ui/library/library_model.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScopeGuard>
#include <QStatusBar>
#include <QTabWidget>
#include <QTreeView>

#include <sqlite3.h>

#include <atomic>

using namespace nefes;
using test::SyntheticFile;
using test::WindowFixture;
using test::writeSynthetic;

namespace {

enum Column { Read, Patient, Date, View, Score };

/// Waits with the files of the library until it is released.
class HeldReader final : public ImageReader
{
public:
    [[nodiscard]] bool recognises(std::span<const std::byte> start) const override
    {
        return m_reader.recognises(start);
    }
    [[nodiscard]] Result<FileSummary> summarise(const std::filesystem::path& file) const override
    {
        isHeld.wait(true);
        return m_reader.summarise(file);
    }
    [[nodiscard]] Result<ImagePtr> read(const std::filesystem::path& file, int frame,
                                        std::stop_token stop) const override
    {
        return m_reader.read(file, frame, stop);
    }
    void release()
    {
        isHeld = false;
        isHeld.notify_all();
    }

    std::atomic<bool> isHeld{false};

private:
    test::SyntheticReader m_reader;
};

bool executeSql(const std::filesystem::path& file, const char* sql)
{
    sqlite3* handle = nullptr;
    const bool isDone = sqlite3_open(file.c_str(), &handle) == SQLITE_OK &&
                        sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(handle);
    return isDone;
}

/// A window with a library of three studies, put there through the menu.
struct LibraryWindow : WindowFixture {
    /// Opened, or failed to be.
    [[nodiscard]] bool waitForLibrary()
    {
        return QTest::qWaitFor([this] { return child<QAction>("importFolder")->isEnabled(); },
                               test::kIdleTimeoutMs) &&
               waitUntilIdle();
    }
    [[nodiscard]] bool fill(const char* action = "addToLibrary")
    {
        SyntheticFile first;
        SyntheticFile second{.name = "b.test",
                             .patientName = "Çelik^İlker",
                             .patientId = "P2",
                             .studyUid = "2.1",
                             .seriesUid = "2.1.1",
                             .studyDate = "2026-05-01"};
        SyntheticFile third{.name = "c.test",
                            .patientName = "Doe^John",
                            .patientId = "P3",
                            .studyUid = "3.1",
                            .seriesUid = "3.1.1",
                            .studyDate = "2025-12-31",
                            .modality = "CT"};
        if (!waitForLibrary()) {
            return false;
        }
        for (const SyntheticFile& file : {first, second, third}) {
            model->findsNothing = file.name != "c.test";
            if (!open({writeSynthetic(folder(), file)})) {
                return false;
            }
            trigger(action);
            if (!waitUntilIdle()) {
                return false;
            }
        }
        trigger("showLibrary");
        return waitUntilIdle() && rows().rowCount() == 3;
    }
    [[nodiscard]] QAbstractItemModel& rows() { return *child<QTreeView>("libraryView")->model(); }
    /// The cells of a column from top to bottom, once they are read.
    [[nodiscard]] QStringList column(int column)
    {
        QStringList texts;
        for (int pass = 0; pass < 2; ++pass) {
            texts.clear();
            for (int row = 0; row < rows().rowCount(); ++row) {
                texts << rows().index(row, column).data().toString();
            }
            QTest::qWait(10);
            static_cast<void>(waitUntilIdle());
        }
        return texts;
    }
    void clickHeader(int section)
    {
        QHeaderView* header = child<QTreeView>("libraryView")->header();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier,
                          QPoint(header->sectionViewportPosition(section) + 6, 6));
        static_cast<void>(waitUntilIdle());
    }
    void select(int row)
    {
        child<QTreeView>("libraryView")->setCurrentIndex(rows().index(row, Patient));
    }
    [[nodiscard]] std::filesystem::path database() const
    {
        return folder() / "data" / "library" / "library.sqlite";
    }
};

} // namespace

class LibraryUiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyLibrarySaysHowToBegin();
    void openStudiesAreAdded();
    void theWorkListSortsByEveryColumn();
    void searchFindsNamesInAnySpelling();
    void everyStudyHasASmallPicture();
    void aStudyOpensFromTheLibrary();
    void studiesAreMarkedAsRead();
    void removingAsksFirst();
    void foldersAreImported();
    void copiesSurviveTheirOriginals();
    void theLibraryComesBackAtTheNextStart();
    void aNewerLibraryIsExplained();
    void aDamagedLibraryIsMadeAgain();
    void openingAFileNeedsNoLibrary();
    void whatCannotBeReadIsToldAndTriedAgain();
    void aScoreThatCameBeforeTheLibraryIsKept();
    void filesThatCannotBeReadAreCounted();
    void aToolTipShowsTheTextOfTheFile();
    void textsFollowTheLanguage();
    void aScoreSaysWhatItMeans_data();
    void aScoreSaysWhatItMeans();
    void whatIsHiddenUntilReadShowsInNoColour();
    void theLeadingFindingIsTheOneAboveItsThreshold();
    void aRejectedImageIsToldFromOneThatNobodyJudged();
};

void LibraryUiTest::anEmptyLibrarySaysHowToBegin()
{
    LibraryWindow fixture;
    QVERIFY(fixture.waitForLibrary());
    fixture.trigger("showLibrary");
    QVERIFY(fixture.waitUntilIdle());
    auto* notice = fixture.child<QLabel>("libraryNotice");
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().startsWith(QStringLiteral("The library is empty.")));
    QVERIFY(!fixture.child<QAction>("addToLibrary")->isEnabled());
    QVERIFY(fixture.child<QAction>("importFolder")->isEnabled());
}

void LibraryUiTest::openStudiesAreAdded()
{
    LibraryWindow fixture;
    QVERIFY(fixture.fill());
    QCOMPARE(fixture.column(Patient),
             (QStringList{QStringLiteral("Çelik İlker"), QStringLiteral("Yılmaz Ayşe"),
                          QStringLiteral("Doe John")}));
    QCOMPARE(fixture.column(View), (QStringList{QStringLiteral("DX PA"), QStringLiteral("DX PA"),
                                                QStringLiteral("CT PA")}));
    // The leading finding, never the label "normal".
    QCOMPARE(fixture.column(Score), (QStringList{QStringLiteral("no finding\n9% · Pneumonia"),
                                                 QStringLiteral("no finding\n9% · Pneumonia"),
                                                 QStringLiteral("COVID-19\n91%")}));
    QCOMPARE(fixture.child<QLabel>("libraryCount")->text(), QStringLiteral("3 studies"));
}

void LibraryUiTest::theWorkListSortsByEveryColumn()
{
    LibraryWindow fixture;
    QVERIFY(fixture.fill());
    fixture.clickHeader(Score);
    QCOMPARE(fixture.column(Patient).front(), QStringLiteral("Doe John")); // the suspicious one
    fixture.clickHeader(Score);
    QCOMPARE(fixture.column(Patient).back(), QStringLiteral("Doe John"));
    fixture.clickHeader(Patient);
    QCOMPARE(fixture.column(Patient),
             (QStringList{QStringLiteral("Çelik İlker"), QStringLiteral("Doe John"),
                          QStringLiteral("Yılmaz Ayşe")}));
    fixture.clickHeader(View);
    QCOMPARE(fixture.column(View).front(), QStringLiteral("CT PA"));
    fixture.clickHeader(Date);
    QCOMPARE(fixture.column(Patient).front(), QStringLiteral("Çelik İlker"));
}

void LibraryUiTest::searchFindsNamesInAnySpelling()
{
    LibraryWindow fixture;
    QVERIFY(fixture.fill());
    auto* search = fixture.child<QLineEdit>("librarySearch");
    for (const auto& text : {QStringLiteral("celik"), QStringLiteral("ÇELİK"),
                             QStringLiteral("ilker"), QStringLiteral("p2")}) {
        search->setText(text);
        QVERIFY(fixture.waitUntilIdle());
        QCOMPARE(fixture.column(Patient), QStringList{QStringLiteral("Çelik İlker")});
    }
    search->setText(QStringLiteral("nobody"));
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.child<QLabel>("libraryNotice")->isVisible());
    search->clear();
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.rows().rowCount(), 3);
}

void LibraryUiTest::everyStudyHasASmallPicture()
{
    LibraryWindow window;
    QVERIFY(window.fill());
    const auto pictureOf = [&window](int row) {
        return window.rows().index(row, Patient).data(Qt::DecorationRole).value<QImage>();
    };
    const auto isMade = [&pictureOf](int row) {
        const QImage picture = pictureOf(row);
        QImage black(picture.size(), QImage::Format_RGB32);
        black.setDevicePixelRatio(picture.devicePixelRatio());
        black.fill(Qt::black);
        return !picture.isNull() && picture != black;
    };
    for (int row = 0; row < 3; ++row) {
        QTRY_VERIFY(isMade(row));
    }
    QVERIFY(window.waitUntilIdle());
    const auto* view = window.child<QTreeView>("libraryView");
    QVERIFY(view->visualRect(window.rows().index(0, Patient)).height() >=
            pictureOf(0).height() / pictureOf(0).devicePixelRatio());
    // A study whose files are gone keeps its row.
    std::filesystem::remove(window.folder() / "b.test");
    window.closeWindow();
    window.trigger("showLibrary");
    QVERIFY(window.waitForLibrary());
    QTRY_COMPARE(window.rows().rowCount(), 3);
    const QStringList names = window.column(Patient);
    const auto gone = names.indexOf(names.filter(QStringLiteral("Çelik")).value(0));
    QVERIFY(gone >= 0);
    for (int row = 0; row < 3; ++row) {
        QTRY_COMPARE(isMade(row), row != gone);
    }
}

void LibraryUiTest::aStudyOpensFromTheLibrary()
{
    LibraryWindow fixture;
    QVERIFY(fixture.fill());
    fixture.trigger("closeAll");
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.canvas().image() == nullptr);
    fixture.select(2);
    QTest::keyClick(fixture.child<QTreeView>("libraryView"), Qt::Key_Return);
    QTRY_VERIFY(fixture.canvas().image() != nullptr);
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.canvas().image()->data().text.patientName, std::string("Doe^John"));
    // The list stays, for the next study.
    QVERIFY(fixture.child<QTreeView>("libraryView")->isVisible());
}

void LibraryUiTest::studiesAreMarkedAsRead()
{
    LibraryWindow fixture;
    QVERIFY(fixture.fill());
    const QString unread = fixture.column(Read).front();
    fixture.select(1);
    auto* button = fixture.child<QPushButton>("markAsRead");
    QCOMPARE(button->text(), QStringLiteral("Mark as read"));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.column(Read)[1] != unread);
    QCOMPARE(fixture.column(Read)[0], unread);
    QTRY_COMPARE(button->text(), QStringLiteral("Mark as unread"));
    fixture.clickHeader(Read);
    QCOMPARE(fixture.column(Patient).back(), QStringLiteral("Yılmaz Ayşe"));
}

void LibraryUiTest::removingAsksFirst()
{
    LibraryWindow fixture;
    QVERIFY(fixture.fill("copyToLibrary"));
    for (const bool isRemoved : {false, true}) {
        fixture.select(0);
        QTest::keyClick(fixture.child<QTreeView>("libraryView"), Qt::Key_Delete);
        auto* box = fixture.child<QMessageBox>("removeStudiesBox");
        for (QAbstractButton* button : box->buttons()) {
            const bool isRemove = box->buttonRole(button) == QMessageBox::DestructiveRole;
            if (isRemove == isRemoved) {
                QTest::mouseClick(button, Qt::LeftButton);
                break;
            }
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(fixture.waitUntilIdle());
        QCOMPARE(fixture.rows().rowCount(), isRemoved ? 2 : 3);
    }
    QVERIFY(std::filesystem::exists(fixture.folder() / "b.test")); // the original stays
}

void LibraryUiTest::foldersAreImported()
{
    LibraryWindow fixture;
    QVERIFY(fixture.waitForLibrary());
    std::filesystem::create_directories(fixture.folder() / "films");
    for (int i = 0; i < 5; ++i) {
        SyntheticFile file;
        file.name = std::to_string(i) + ".test";
        file.studyUid = "7." + std::to_string(i);
        file.seriesUid = file.studyUid + ".1";
        QVERIFY(writeSynthetic(fixture.folder() / "films", file).has_filename());
    }
    fixture.trigger("showLibrary");
    fixture.trigger("importFolder");
    Q_EMIT fixture.child<QFileDialog>("importDialog")
        ->fileSelected(QString::fromStdString(toUtf8(fixture.folder() / "films")));
    QTRY_COMPARE(fixture.rows().rowCount(), 5);
    QVERIFY(fixture.canvas().image() == nullptr); // nothing was opened
}

void LibraryUiTest::copiesSurviveTheirOriginals()
{
    LibraryWindow fixture;
    QVERIFY(fixture.fill("copyToLibrary"));
    fixture.trigger("closeAll");
    QVERIFY(fixture.waitUntilIdle());
    std::filesystem::remove(fixture.folder() / "b.test");
    fixture.select(0);
    QTest::mouseClick(fixture.child<QPushButton>("openFromLibrary"), Qt::LeftButton);
    QTRY_VERIFY(fixture.canvas().image() != nullptr);
    QVERIFY(fixture.waitUntilIdle());
}

void LibraryUiTest::theLibraryComesBackAtTheNextStart()
{
    LibraryWindow fixture;
    QVERIFY(fixture.fill());
    fixture.closeWindow();
    QVERIFY(fixture.waitForLibrary());
    fixture.trigger("showLibrary");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.rows().rowCount(), 3);
}

void LibraryUiTest::aNewerLibraryIsExplained()
{
    LibraryWindow fixture;
    QVERIFY(study::Library::open(fixture.database().parent_path(), {}).has_value());
    std::string page = readTextFile(fixture.database(), 1U << 20U).value_or("");
    page.replace(60, 4, std::string_view("\0\0\3\xe7", 4)); // the form of the database: 999
    QVERIFY(writeFileAtomically(fixture.database(), page).has_value());
    fixture.trigger("showLibrary");
    QTRY_VERIFY(fixture.child<QLabel>("libraryNotice")
                    ->text()
                    .startsWith(QStringLiteral("A newer version of Nefes")));
    QCOMPARE(readTextFile(fixture.database(), 1U << 20U).value_or(""), page);
    QVERIFY(fixture.openOne()); // the viewer does not need it
}

void LibraryUiTest::aDamagedLibraryIsMadeAgain()
{
    LibraryWindow fixture;
    QVERIFY(fixture.fill("copyToLibrary"));
    fixture.closeWindow();
    QVERIFY(writeFileAtomically(fixture.database(), std::string(20000, 'x')).has_value());
    QVERIFY(fixture.waitForLibrary());
    fixture.trigger("showLibrary");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.rows().rowCount(), 3);
    QVERIFY(fixture.child<QLabel>("libraryRepaired")->isVisible());
}

void LibraryUiTest::openingAFileNeedsNoLibrary()
{
    LibraryWindow fixture;
    fixture.services.dataFolder.clear();
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.canvas().image() != nullptr);
    QVERIFY(!fixture.child<QAction>("addToLibrary")->isEnabled());
}

void LibraryUiTest::whatCannotBeReadIsToldAndTriedAgain()
{
    LibraryWindow fixture;
    QVERIFY(fixture.fill());
    const QStringList views = fixture.column(View); // all rows were read
    QVERIFY(executeSql(fixture.database(), "ALTER TABLE study RENAME TO gone"));
    auto* search = fixture.child<QLineEdit>("librarySearch");
    search->setText(QStringLiteral("1")); // part of every date
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.column(View), views);
    const QString told = fixture.window().statusBar()->currentMessage();
    QVERIFY2(told.startsWith(QStringLiteral("The library could not be read: ")), qPrintable(told));
    QVERIFY(executeSql(fixture.database(), "ALTER TABLE gone RENAME TO study;"
                                           "UPDATE study SET views='AP'"));
    QVERIFY(fixture.column(View).contains(QStringLiteral("CT AP")));
}

void LibraryUiTest::aScoreThatCameBeforeTheLibraryIsKept()
{
    LibraryWindow fixture;
    const auto reader = std::make_shared<HeldReader>();
    fixture.services.reader = reader;
    QVERIFY(fixture.fill("copyToLibrary"));
    fixture.closeWindow();
    // Without its index the library is made again, for which its files are read.
    QVERIFY(writeFileAtomically(fixture.database(), std::string(20000, 'x')).has_value());
    reader->isHeld = true;
    const auto release = qScopeGuard([&reader] { reader->release(); });
    fixture.model->findsNothing = false;
    QVERIFY(fixture.open({fixture.folder() / "c.test"}));
    QVERIFY(fixture.child<QLabel>("headline")->isVisible()); // analysed
    QVERIFY(!fixture.child<QAction>("importFolder")->isEnabled());
    reader->release();
    QVERIFY(fixture.waitForLibrary());
    fixture.trigger("showLibrary");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.column(Score),
             (QStringList{QString(), QString(), QStringLiteral("COVID-19\n91%")}));
}

void LibraryUiTest::filesThatCannotBeReadAreCounted()
{
    LibraryWindow fixture;
    QVERIFY(fixture.waitForLibrary());
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), {})}));
    std::filesystem::remove(fixture.folder() / "a.test");
    fixture.trigger("copyToLibrary");
    QVERIFY(fixture.waitUntilIdle());
    const QString told = fixture.window().statusBar()->currentMessage();
    QVERIFY2(told.contains(QStringLiteral("could not be read")), qPrintable(told));
}

void LibraryUiTest::aToolTipShowsTheTextOfTheFile()
{
    LibraryWindow fixture;
    QVERIFY(fixture.waitForLibrary());
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), {.patientName = "<b>Doe^Jane"})}));
    fixture.trigger("addToLibrary");
    fixture.trigger("showLibrary");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.column(Patient), QStringList{QStringLiteral("<b>Doe Jane")});
    const QString tip = fixture.rows().index(0, Patient).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QStringLiteral("&lt;b&gt;")), qPrintable(tip));
}

void LibraryUiTest::textsFollowTheLanguage()
{
    LibraryWindow fixture;
    QVERIFY(fixture.fill());
    fixture.trigger("languageTurkish");
    QTRY_COMPARE(fixture.child<QLabel>("libraryCount")->text(), QStringLiteral("3 tetkik"));
    QCOMPARE(fixture.rows().headerData(Score, Qt::Horizontal).toString(), QStringLiteral("YZ"));
    QCOMPARE(fixture.column(Score).back(), QStringLiteral("COVID-19\n%91"));
    QVERIFY(fixture.column(Score).front().contains(QStringLiteral("Pnömoni")));
}

void LibraryUiTest::aScoreSaysWhatItMeans_data()
{
    QTest::addColumn<study::LibraryDecision>("decision");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("told");
    QTest::addColumn<bool>("isBold");
    QTest::addColumn<bool>("isQuiet");
    using enum study::LibraryDecision;
    QTest::newRow("above") << Above << "Lung opacity\n23%"
                           << "Lung opacity: 23% · above threshold (model m)" << true << false;
    QTest::newRow("indeterminate")
        << Indeterminate << "Lung opacity\n23% · indeterminate"
        << "Lung opacity: 23% · indeterminate (model m)" << false << false;
    QTest::newRow("below") << Below << "no finding\n23% · Lung opacity"
                           << "Lung opacity: 23% · below threshold (model m)" << false << true;
    QTest::newRow("of an older version")
        << Unknown << "Lung opacity\n23% · threshold unknown"
        << "Lung opacity: 23% · threshold unknown (model m)" << false << false;
    QTest::newRow("rejected") << Rejected << "not assessed"
                              << "not assessed · This looks like a lateral view; the model knows "
                                 "frontal views only."
                              << false << true;
}

void LibraryUiTest::aScoreSaysWhatItMeans()
{
    QFETCH(const study::LibraryDecision, decision);
    QFETCH(const QString, shown);
    QFETCH(const QString, told);
    QFETCH(const bool, isBold);
    QFETCH(const bool, isQuiet);
    LibraryWindow fixture;
    fixture.model->isInstalled = false;
    QVERIFY(fixture.waitForLibrary());
    QVERIFY(fixture.openOne());
    fixture.trigger("addToLibrary");
    QVERIFY(fixture.waitUntilIdle());
    fixture.closeWindow();
    {
        const auto library = study::Library::open(fixture.database().parent_path(), {});
        QVERIFY(library);
        const bool isRejected = decision == study::LibraryDecision::Rejected;
        QVERIFY(*(*library)->setScore("1.1.1.1", {.label = isRejected ? "lateral" : "opacity",
                                                  .probability = 0.23,
                                                  .model = "m",
                                                  .decision = decision,
                                                  .margin = 0.1,
                                                  .nameEn = "Lung opacity",
                                                  .nameTr = "Akciğer opasitesi"}));
    }
    QVERIFY(fixture.waitForLibrary());
    fixture.trigger("showLibrary");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.column(Score), QStringList{shown});
    const QModelIndex cell = fixture.rows().index(0, Score);
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), told);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().endsWith(told));
    QCOMPARE(cell.data(Qt::FontRole).value<QFont>().bold(), isBold);
    QCOMPARE(cell.data(Qt::ForegroundRole).isValid(), isQuiet);
    // Both lines are seen, whatever the first row says.
    const auto* view = fixture.child<QTreeView>("libraryView");
    QVERIFY(view->visualRect(cell).height() >= 2 * view->fontMetrics().lineSpacing());
}

void LibraryUiTest::whatIsHiddenUntilReadShowsInNoColour()
{
    LibraryWindow fixture;
    QVERIFY(fixture.fill());
    auto* model = qobject_cast<ui::LibraryModel*>(&fixture.rows());
    QVERIFY(model != nullptr);
    model->setBlind(true);
    QCOMPARE(fixture.column(Score), QStringList(3, QStringLiteral("…")));
    for (int row = 0; row < 3; ++row) {
        const QModelIndex cell = fixture.rows().index(row, Score);
        QVERIFY(!cell.data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!cell.data(Qt::ForegroundRole).isValid());
        QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), QStringLiteral("…"));
    }
}

void LibraryUiTest::theLeadingFindingIsTheOneAboveItsThreshold()
{
    LibraryWindow fixture;
    fixture.model->hasOddThresholds = true;
    QVERIFY(fixture.waitForLibrary());
    QVERIFY(fixture.openOne());
    fixture.trigger("addToLibrary");
    fixture.trigger("showLibrary");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.column(Score), QStringList{QStringLiteral("Pneumonia\n9%")});
}

void LibraryUiTest::aRejectedImageIsToldFromOneThatNobodyJudged()
{
    LibraryWindow fixture;
    fixture.model->rejects = true;
    QVERIFY(fixture.waitForLibrary());
    QVERIFY(fixture.openOne());
    fixture.trigger("addToLibrary");
    fixture.trigger("showLibrary");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.column(Score), QStringList{QStringLiteral("not assessed")});
    QVERIFY(fixture.rows()
                .index(0, Score)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("This does not look like a chest radiograph.")));
}

QTEST_MAIN(LibraryUiTest)
#include "library_test.moc"
