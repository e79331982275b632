// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace {

/// What bash-completion would do: the words typed so far, the last one under the cursor.
constexpr auto kShell = R"(
_init_completion() { words=("${line[@]}"); cword=$((${#line[@]} - 1)); cur=${line[-1]}; prev=${line[-2]}; }
_filedir() { :; }
source "$1"; shift
line=(nefes "$@")
_nefes
printf '%s\n' "${COMPREPLY[@]}"
)";

} // namespace

class CompletionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShellOffersWhatFits_data();
    void theShellOffersWhatFits();
};

void CompletionTest::theShellOffersWhatFits_data()
{
    QTest::addColumn<QStringList>("typed");
    QTest::addColumn<QStringList>("offered");
    QTest::addRow("a command") << QStringList{"eva"} << QStringList{"evaluate"};
    QTest::addRow("a command after an option")
        << QStringList{"--language", "tr", "eva"} << QStringList{"evaluate"};
    QTest::addRow("the second word") << QStringList{"dataset", "me"} << QStringList{"merge"};
    QTest::addRow("an option") << QStringList{"train", "--res"} << QStringList{"--resume"};
    QTest::addRow("an option of the second word")
        << QStringList{"dataset", "merge", "--np"} << QStringList{"--npz"};
    QTest::addRow("an option with a short form")
        << QStringList{"render", "--out"} << QStringList{"--output"};
    QTest::addRow("an option that a text only mentions")
        << QStringList{"models", "record", "--"}
        << QStringList{"--help", "--shortcuts", "--unseen"};
    QTest::addRow("formats of a summary")
        << QStringList{"dataset", "summary", "--format", ""} << QStringList{"text", "json"};
    QTest::addRow("formats of an evaluation")
        << QStringList{"evaluate", "--format", ""} << QStringList{"json", "text", "html"};
    QTest::addRow("a method") << QStringList{"classify", "--method", "hi"}
                              << QStringList{"hirescam"};
    QTest::addRow("a recipe") << QStringList{"train", "--recipe", "compact"}
                              << QStringList{"compact-binary"};
    QTest::addRow("nothing") << QStringList{"dataset", "zzz"} << QStringList{};
}

void CompletionTest::theShellOffersWhatFits()
{
    QFETCH(const QStringList, typed);
    QFETCH(QStringList, offered);
    const QTemporaryDir home;
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("PATH"), QStringLiteral(NEFES_BINARY_DIR "/bin:") +
                                                   environment.value(QStringLiteral("PATH")));
    shell.setProcessEnvironment(environment);
    shell.start(QStringLiteral("bash"),
                QStringList{"--norc", "-c", QString::fromLatin1(kShell), "bash",
                            QStringLiteral(NEFES_SOURCE_DIR "/packaging/completion/nefes")} +
                    typed);
    QVERIFY(shell.waitForFinished(60'000));
    QCOMPARE(shell.exitCode(), 0);
    QStringList found = QString::fromUtf8(shell.readAllStandardOutput())
                            .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    found.sort();
    offered.sort();
    QVERIFY2(found == offered, qPrintable(found.join(QLatin1Char(' ')) + QLatin1String("; ") +
                                          QString::fromUtf8(shell.readAllStandardError())));
}

QTEST_GUILESS_MAIN(CompletionTest)
#include "completion_test.moc"
