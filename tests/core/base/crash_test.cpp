// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/assert.h"
#include "core/base/crash_report.h"
#include "core/base/files.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <thread>

using namespace nefes;

namespace {

/// Deeper until the stack ends; the compiler must not make a loop of it.
[[gnu::noinline]] int overflow(int depth)
{
    volatile char room[4096] = {};
    room[0] = static_cast<char>(depth);
    return depth < 0 ? 0 : overflow(depth + 1) + room[0];
}

/// A program that crashes in the given way, after it has installed the handler.
int crash(const std::string& way, const char* folder)
{
    installCrashHandler(folder, "Nefes 9.9.9, Qt 0");
    const std::string patient = "YILMAZ^AYSE";
    if (way == "null") {
        volatile int* volatile nowhere = nullptr; // of which the compiler must not know
        *nowhere = 1;
    } else if (way == "abort") {
        std::abort();
    } else if (way == "exception") {
        throw std::runtime_error("cannot open /home/a/" + patient);
    } else if (way == "assertion") {
        NEFES_ASSERT(patient.empty());
    } else if (way == "thread") {
        std::thread([] { ::raise(SIGFPE); }).join();
    } else if (way == "overflow") {
        return overflow(0);
    }
    return 0;
}

} // namespace

class CrashTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aCrashLeavesAReportAndItsSignal_data();
    void aCrashLeavesAReportAndItsSignal();
    void framesAreMadeReadable();
    void onlyTheNewestReportsAreKept();
    void aSeenReportIsNotFoundAgain();
};

void CrashTest::initTestCase()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("the sanitizer has handlers of its own");
#endif
}

void CrashTest::aCrashLeavesAReportAndItsSignal_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("line");
    QTest::newRow("memory that is not there") << "null" << SIGSEGV << "signal: SIGSEGV";
    QTest::newRow("abort") << "abort" << SIGABRT << "signal: SIGABRT";
    QTest::newRow("an exception that nobody catches")
        << "exception" << SIGABRT << "uncaught exception: std::runtime_error";
    QTest::newRow("an assertion") << "assertion" << SIGABRT << "assertion: patient.empty() (";
    QTest::newRow("another thread") << "thread" << SIGFPE << "signal: SIGFPE";
    QTest::newRow("the end of the stack") << "overflow" << SIGSEGV << "signal: SIGSEGV";
}

void CrashTest::aCrashLeavesAReportAndItsSignal()
{
    QFETCH(QString, way);
    QFETCH(int, signal);
    QFETCH(QString, line);
    const QTemporaryDir folder;
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--crash"), way, folder.path()});
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    QCOMPARE(child.exitCode(), signal); // as without a handler
    const auto reports = findCrashReports(folder.path().toStdString());
    QCOMPARE(reports.size(), std::size_t{1});
    const auto raw = readTextFile(reports.front(), 1'000'000);
    QVERIFY(raw.has_value());
    const QString text = QString::fromStdString(readableCrashReport(*raw));
    QVERIFY2(text.startsWith(QStringLiteral("Nefes 9.9.9, Qt 0\nbuild: ")), qPrintable(text));
    QVERIFY2(text.contains(line), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("  test_base_crash ")), qPrintable(text));
    QVERIFY2(text.endsWith(QStringLiteral("end of report\n")), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("YILMAZ")));
    QVERIFY2(!text.contains(QLatin1Char('/')) || way == QLatin1String("assertion"),
             qPrintable(text)); // no folders
}

void CrashTest::framesAreMadeReadable()
{
    const QString text = QString::fromStdString(readableCrashReport(
        "Nefes 1\nuncaught exception: St13runtime_error\n\nstack:\n"
        "/home/a/YILMAZ/bin/nefes-program(+0x12ab)[0x55d0]\n"
        "/lib/libQt6Core.so.6(_ZN7QObject5eventEP6QEvent+0x1f)[0x7f00]\nend of report\n"));
    QCOMPARE(text, QStringLiteral("Nefes 1\nuncaught exception: std::runtime_error\n\nstack:\n"
                                  "  nefes-program +0x12ab\n"
                                  "  libQt6Core.so.6 QObject::event(QEvent*)+0x1f\n"
                                  "end of report\n"));
}

void CrashTest::onlyTheNewestReportsAreKept()
{
    const QTemporaryDir folder;
    const std::filesystem::path place(folder.path().toStdString());
    for (int i = 0; i < 9; ++i) {
        const std::string name = "crash-176000000" + std::to_string(i) + "-1.txt";
        QVERIFY(writeFileAtomically(place / name, "report").has_value());
    }
    QVERIFY(writeFileAtomically(place / "nefes.log", "log").has_value());
    const auto reports = findCrashReports(place);
    QCOMPARE(reports.size(), std::size_t{5});
    QCOMPARE(reports.front().filename(), std::filesystem::path("crash-1760000008-1.txt"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 6);
}

void CrashTest::aSeenReportIsNotFoundAgain()
{
    const QTemporaryDir folder;
    const std::filesystem::path place(folder.path().toStdString());
    const std::filesystem::path report = place / "crash-1760000000-7.txt";
    QVERIFY(writeFileAtomically(report, "report").has_value());
    setCrashReportSeen(report);
    QVERIFY(findCrashReports(place).empty());
    QVERIFY(std::filesystem::exists(place / "crash-1760000000-7.seen.txt"));
    QVERIFY(findCrashReports(place / "absent").empty());
}

int main(int argc, char** argv)
{
    if (argc == 4 && std::string(argv[1]) == "--crash") {
        return crash(argv[2], argv[3]);
    }
    QCoreApplication application(argc, argv);
    CrashTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "crash_test.moc"
