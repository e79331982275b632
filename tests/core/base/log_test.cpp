// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include "core/base/files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <string>

using namespace nefes;

class LogTest final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] std::filesystem::path folder() const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / "state" / "nefes";
    }
    [[nodiscard]] QString read(const char* name) const
    {
        const auto text = readTextFile(folder() / name, 10'000'000);
        return text ? QString::fromStdString(*text) : QString();
    }

private Q_SLOTS:
    void messagesAreWrittenWithTimeAndLevel();
    void aMessageIsOneLine();
    void wordsOfLibrariesStayOutOfTheFile_data();
    void wordsOfLibrariesStayOutOfTheFile();
    void theFilesStaySmallAndFew();
    void aSecondProgramTakesAFileOfItsOwn();
    void aFolderThatCannotBeMadeIsAnError();
};

void LogTest::messagesAreWrittenWithTimeAndLevel()
{
    const auto file = logToFolder(folder());
    QVERIFY(file.has_value());
    QCOMPARE(file->filename(), std::filesystem::path("nefes.log"));
    QCOMPARE(std::filesystem::status(folder()).permissions(), std::filesystem::perms::owner_all);
    log(LogLevel::Info, "window: shown");
    log(LogLevel::Debug, "a detail");
    const QString text = read("nefes.log");
    QVERIFY2(
        QRegularExpression(
            QStringLiteral(R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z \d+ info: window: shown\n$)"))
            .match(text)
            .hasMatch(),
        qPrintable(text));
}

void LogTest::aMessageIsOneLine()
{
    log(LogLevel::Info, "first\nsecond\x1b[31m");
    QVERIFY(read("nefes.log").endsWith(QStringLiteral("info: first second [31m\n")));
}

void LogTest::wordsOfLibrariesStayOutOfTheFile_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("written");
    const QString plain = QStringLiteral("Qt: a message (standard error has its words)");
    QTest::newRow("a path behind a function")
        << std::string("QFile::open: /home/a/YILMAZ AYSE/film.dcm: no such file")
        << QStringLiteral("Qt: QFile::open");
    QTest::newRow("a name without a path") << std::string("Cannot open YILMAZ.png") << plain;
    QTest::newRow("a name in front") << std::string("YILMAZ^AYSE: not an image") << plain;
    QTest::newRow("nothing") << std::string() << plain;
}

void LogTest::wordsOfLibrariesStayOutOfTheFile()
{
    QFETCH(std::string, text);
    QFETCH(QString, written);
    logForeign(LogLevel::Warning, "Qt", text);
    QVERIFY(!read("nefes.log").contains(QStringLiteral("YILMAZ")));
    QVERIFY(read("nefes.log").endsWith(QStringLiteral("warning: ") + written + QLatin1Char('\n')));
}

void LogTest::theFilesStaySmallAndFew()
{
    const std::string line(1000, 'x');
    for (int i = 0; i < 5000; ++i) {
        log(LogLevel::Info, line);
    }
    QStringList names;
    for (const QFileInfo& file : QDir(QString::fromStdString(folder().string()))
                                     .entryInfoList({QStringLiteral("*.log")}, QDir::Files)) {
        names << file.fileName();
        QVERIFY(file.size() <= 1024 * 1024);
    }
    QCOMPARE(names, (QStringList{QStringLiteral("nefes.1.log"), QStringLiteral("nefes.2.log"),
                                 QStringLiteral("nefes.log")}));
}

void LogTest::aSecondProgramTakesAFileOfItsOwn()
{
    // The lock of the first call is held as long as the process lives.
    const auto second = logToFolder(folder());
    QVERIFY(second.has_value());
    QCOMPARE(second->filename(), std::filesystem::path("nefes-2.log"));
    log(LogLevel::Info, "the second");
    QVERIFY(read("nefes-2.log").contains(QStringLiteral("the second")));
    QVERIFY(!read("nefes.log").contains(QStringLiteral("the second")));
}

void LogTest::aFolderThatCannotBeMadeIsAnError()
{
    const auto file = logToFolder("/dev/null/nefes");
    QVERIFY(!file.has_value());
    QCOMPARE(file.error().code, ErrorCode::WriteFailed);
}

QTEST_APPLESS_MAIN(LogTest)
#include "log_test.moc"
