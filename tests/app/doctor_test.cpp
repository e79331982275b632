// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using nefes::test::Run;
using nefes::test::runNefes;

namespace {

using Variables = QMap<QString, QString>;

/// The line of a check; of several (models), the first that is not ok.
QJsonObject lineOf(const Run& run, const QString& check)
{
    QJsonObject found;
    for (const QJsonObject& line : run.lines()) {
        if (line["check"].toString() == check &&
            (found.isEmpty() || line["status"].toString() != QLatin1String("ok"))) {
            found = line;
        }
    }
    return found;
}

} // namespace

class DoctorTest final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString at(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] Run examine(const Variables& variables, QStringList arguments = {}) const
    {
        if (arguments.isEmpty()) {
            arguments = {"doctor", "--format", "json"};
        }
        return runNefes(arguments, m_folder.path(), variables);
    }
    static bool write(const QString& name, const QByteArray& bytes)
    {
        QFile file(name);
        return QDir().mkpath(QFileInfo(name).path()) && file.open(QIODevice::WriteOnly) &&
               file.write(bytes) == bytes.size();
    }

private Q_SLOTS:
    void everythingIsLookedAt();
    void aPartThatIsWrongIsNamedWithItsRemedy_data();
    void aPartThatIsWrongIsNamedWithItsRemedy();
    void aDamagedModelIsAFault();
    void aDamagedLibraryIsNotTouched();
    void theTextFollowsTheLanguage();
};

void DoctorTest::everythingIsLookedAt()
{
    const Run run = examine({{"QT_QPA_PLATFORM", "offscreen"}});
    QVERIFY(!run.hasCrashed);
    for (const char* check : {"program", "display", "dictionary", "torch", "cuda", "model",
                              "library", "resources", "settings", "data", "cache", "log"}) {
        const QJsonObject line = lineOf(run, check);
        QVERIFY2(!line.isEmpty(), check);
        QVERIFY2(line["status"].toString() != QLatin1String("fault"),
                 qPrintable(line["message"].toString()));
        QVERIFY(!line["message"].toString().isEmpty());
    }
    QCOMPARE(run.status, 0);
    QVERIFY(lineOf(run, "display")["message"].toString().contains("offscreen"));
}

void DoctorTest::aPartThatIsWrongIsNamedWithItsRemedy_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("remedy");
    QTest::newRow("no display") << Variables{} << "display"
                                << "warning"
                                << "ssh -X";
    QTest::newRow("a platform plugin that does not start")
        << Variables{{"QT_QPA_PLATFORM", "nonsense"}} << "display"
        << "fault"
        << "apt install";
    QTest::newRow("no DICOM dictionary")
        << Variables{{"DCMDICTPATH", "/nowhere/dicom.dic"}} << "dictionary"
        << "fault"
        << "unset DCMDICTPATH";
    QTest::newRow("no torch module")
        << Variables{{"NEFES_TORCH_MODULE", "/nowhere/module.so"}} << "torch"
        << "warning"
        << "apt install nefes-torch";
    QTest::newRow("a torch module that is none")
        << Variables{{"NEFES_TORCH_MODULE", NEFES_SOURCE_DIR "/README.md"}} << "torch"
        << "fault"
        << "unset NEFES_TORCH_MODULE";
    QTest::newRow("no resources") << Variables{{"NEFES_RESOURCES", "/nowhere"}} << "resources"
                                  << "fault"
                                  << "unset NEFES_RESOURCES";
    QTest::newRow("a state folder that cannot be made")
        << Variables{{"XDG_STATE_HOME", NEFES_SOURCE_DIR "/README.md"}} << "log"
        << "fault"
        << "ls -ld";
}

void DoctorTest::aPartThatIsWrongIsNamedWithItsRemedy()
{
    QFETCH(Variables, variables);
    QFETCH(QString, check);
    QFETCH(QString, status);
    QFETCH(QString, remedy);
    const Run run = examine(variables);
    QVERIFY(!run.hasCrashed);
    const QJsonObject line = lineOf(run, check);
    QCOMPARE(line["status"].toString(), status);
    QVERIFY2(line["remedy"].toString().contains(remedy), qPrintable(line["remedy"].toString()));
    QCOMPARE(run.status, status == QLatin1String("fault") ? 1 : 0);
}

void DoctorTest::aDamagedModelIsAFault()
{
    const QDir bundled(NEFES_SOURCE_DIR "/resources/models/chest-xray");
    const QString copy = at("nefes/models/mine");
    for (const QString& name : bundled.entryList(QDir::Files)) {
        QFile file(bundled.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        if (name == QLatin1String("model.json")) {
            bytes.replace("\"chest-xray\"", "\"mine\"");
        } else if (name == QLatin1String("weights.safetensors")) {
            bytes.back() = static_cast<char>(bytes.back() + 1);
        }
        QVERIFY(write(copy + QLatin1Char('/') + name, bytes));
    }
    const Run run = examine({});
    const QJsonObject line = lineOf(run, "model");
    QVERIFY(QDir(copy).removeRecursively());
    QCOMPARE(run.status, 1);
    QCOMPARE(line["status"].toString(), QString("fault"));
    QVERIFY2(line["message"].toString().contains("model_digest_mismatch"),
             qPrintable(line["message"].toString()));
    QVERIFY(line["remedy"].toString().contains("nefes models remove mine"));
}

void DoctorTest::aDamagedLibraryIsNotTouched()
{
    const QString file = at("nefes/library/library.sqlite");
    const QByteArray bytes(8192, 'x');
    QVERIFY(write(file, bytes));
    const Run run = examine({});
    QCOMPARE(lineOf(run, "library")["status"].toString(), QString("fault"));
    QCOMPARE(run.status, 1);
    QFile after(file);
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), bytes);
    QCOMPARE(QDir(QFileInfo(file).path()).entryList(QDir::Files).size(), 1);
    after.close();
    QVERIFY(QFile::remove(file));
}

void DoctorTest::theTextFollowsTheLanguage()
{
    const Run english = examine({}, {"doctor", "--language", "en"});
    QVERIFY(english.output.contains("DICOM dictionary"));
    QVERIFY(english.output.contains("0 faults"));
    const Run turkish = examine({}, {"doctor", "--language", "tr"});
    QVERIFY(turkish.output.contains("DICOM sözlüğü"));
    QVERIFY(turkish.output.contains("0 arıza"));
    QVERIFY(turkish.output.contains("→ bir masaüstü oturumu açın"));
}

QTEST_GUILESS_MAIN(DoctorTest)
#include "doctor_test.moc"
