// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "tests/ui/window_fixture.h"
#include "ui/panels/crash_bar.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QStatusBar>
#include <QToolButton>

#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>

using namespace nefes;
using test::WindowFixture;

namespace {

/// The real program, killed while its window is open with a patient's file.
class CrashOfferTest final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_profile;
    [[nodiscard]] std::filesystem::path state() const
    {
        return std::filesystem::path(m_profile.path().toStdString()) / ".local" / "state" / "nefes";
    }
    [[nodiscard]] QStringList files(const char* pattern) const
    {
        return QDir(QString::fromStdString(state().string()))
            .entryList({QLatin1String(pattern)}, QDir::Files);
    }
    [[nodiscard]] QString text(const char* name) const
    {
        return QString::fromStdString(readTextFile(state() / name, 1 << 20).value_or(""));
    }
    void crashOnce() const;

private Q_SLOTS:
    void initTestCase();
    void init();
    void theReportIsOfferedAndShown();
    void theReportCanBeSaved();
    void theReportCanBeDeleted();
    void dismissingAsksOnlyOnce();
    void theLogNamesNoFile();
};

void CrashOfferTest::initTestCase()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("the sanitizer has handlers of its own");
#endif
}

void CrashOfferTest::crashOnce() const
{
    const QString patientFile = m_profile.filePath(QStringLiteral("YILMAZ AYSE.dcm"));
    QFile::copy(QStringLiteral(NEFES_SOURCE_DIR "/resources/samples/chest-phantom.dcm"),
                patientFile);
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("HOME"), m_profile.path());
    for (const char* name :
         {"XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) {
        environment.remove(QLatin1String(name));
    }
    child.setProcessEnvironment(environment);
    child.start(QStringLiteral(NEFES_BINARY_DIR "/bin/nefes"),
                {patientFile, m_profile.filePath(QStringLiteral("ABSENT PATIENT.dcm"))});
    QVERIFY(QTest::qWaitFor(
        [this] { return text("nefes.log").contains(QStringLiteral("opened: ")); }, 30'000));
    // To the first thread: one for the process may be taken by any other, whose stack is another.
    const auto process = static_cast<pid_t>(child.processId());
    QVERIFY(::syscall(SYS_tgkill, process, process, SIGSEGV) == 0);
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
}

void CrashOfferTest::init()
{
    QDir(QString::fromStdString(state().string())).removeRecursively();
    crashOnce();
    QCOMPARE(files("crash-*.txt").size(), 1);
}

/// A window at the next start.
struct NextStart : WindowFixture {
    explicit NextStart(const std::filesystem::path& state,
                       ui::Language language = ui::Language::English)
        : WindowFixture(language)
    {
        services.diagnostics.stateFolder = state;
    }
    ui::CrashBar* bar() { return window().findChild<ui::CrashBar*>(); }
    /// Within the time that a directory takes to be read.
    bool offers()
    {
        window();
        return QTest::qWaitFor([this] { return bar() != nullptr && bar()->isVisible(); }, 3000);
    }
    void click(const char* name) { child<QPushButton>(name)->click(); }
};

void CrashOfferTest::theReportIsOfferedAndShown()
{
    NextStart next(state());
    QVERIFY(next.offers());
    QVERIFY(next.child<QLabel>("crashText")->text().contains(QStringLiteral("ended unexpectedly")));
    next.click("crashShow");
    const QString report = next.child<QPlainTextEdit>("crashReport")->toPlainText();
    QVERIFY2(report.startsWith(QStringLiteral("Nefes 0.")), qPrintable(report));
    QVERIFY(report.contains(QStringLiteral("signal: SIGSEGV")));
    // Our own functions have their names, in a stripped program too.
    QVERIFY2(report.contains(QStringLiteral("  nefes nefes::app::runCommandLine(int, char**)+0x")),
             qPrintable(report));
    QVERIFY2(!report.contains(QStringLiteral("YILMAZ")) && !report.contains(QLatin1Char('/')),
             qPrintable(report));
    next.window().setLanguage(ui::Language::Turkish);
    QTRY_VERIFY(next.child<QLabel>("crashText")
                    ->text()
                    .contains(QStringLiteral("beklenmedik biçimde kapandı")));
    QCOMPARE(files("crash-*.txt").size(), 1); // looking at it changes nothing
}

void CrashOfferTest::theReportCanBeSaved()
{
    NextStart next(state());
    QVERIFY(next.offers());
    next.click("crashSave");
    const QString target = m_profile.filePath(QStringLiteral("report.txt"));
    auto* dialog = next.child<QFileDialog>("saveCrashReport");
    Q_EMIT dialog->fileSelected(target);
    QTRY_VERIFY(QFile::exists(target));
    QTRY_VERIFY(next.bar() == nullptr);
    QTRY_COMPARE(files("crash-*.seen.txt").size(), 1);
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("signal: SIGSEGV"));
}

void CrashOfferTest::theReportCanBeDeleted()
{
    NextStart next(state());
    QVERIFY(next.offers());
    next.click("crashDelete");
    QTRY_VERIFY(files("crash-*").isEmpty());
    QTRY_VERIFY(next.bar() == nullptr);
}

void CrashOfferTest::dismissingAsksOnlyOnce()
{
    {
        NextStart next(state());
        QVERIFY(next.offers());
        next.child<QToolButton>("crashDismiss")->click();
        QTRY_COMPARE(files("crash-*.seen.txt").size(), 1);
    }
    NextStart again(state());
    QVERIFY(!again.offers());
}

void CrashOfferTest::theLogNamesNoFile()
{
    const QString log = text("nefes.log");
    QVERIFY2(log.contains(QStringLiteral("info: window: shown on offscreen")), qPrintable(log));
    QVERIFY2(log.contains(QStringLiteral("1 x dcm file_not_found")), qPrintable(log));
    for (const char* name : {"YILMAZ", "AYSE", "PATIENT", "PHANTOM"}) {
        QVERIFY2(!log.contains(QLatin1String(name)), qPrintable(log));
    }
    QVERIFY2(!log.contains(m_profile.path()), qPrintable(log));
}

} // namespace

QTEST_MAIN(CrashOfferTest)
#include "crash_offer_test.moc"
