// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace nefes::test {

/// What a run of the built program left.
struct Run {
    int status = -1;
    bool hasCrashed = false;
    QByteArray output, messages;

    /// Standard output as one JSON object a line; anything else fails to parse and gives an empty
    /// object.
    [[nodiscard]] QList<QJsonObject> lines() const
    {
        QList<QJsonObject> result;
        for (const QByteArray& line : output.split('\n')) {
            if (!line.isEmpty()) {
                result << QJsonDocument::fromJson(line).object();
            }
        }
        return result;
    }
};

/// Runs a program without a display and with the profile folder as home.
inline Run runProgram(const QString& program, const QStringList& arguments, const QString& profile,
                      const QMap<QString, QString>& variables)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        environment.remove(QString::fromLatin1(display));
    }
    for (const char* folder :
         {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"}) {
        environment.insert(QString::fromLatin1(folder), profile);
    }
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        environment.insert(it.key(), it.value());
    }
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.waitForFinished(110'000);
    return {.status = process.exitCode(),
            .hasCrashed = process.exitStatus() != QProcess::NormalExit,
            .output = process.readAllStandardOutput(),
            .messages = process.readAllStandardError()};
}

const QString kProgram = QStringLiteral(NEFES_BINARY_DIR "/bin/nefes");

inline Run runNefes(const QStringList& arguments, const QString& profile,
                    const QMap<QString, QString>& variables = {})
{
    return runProgram(kProgram, arguments, profile, variables);
}

/// Runs a line of the shell in the profile folder, where `"$NEFES"` is the program.
inline Run runShell(const QString& line, const QString& profile)
{
    return runProgram(QStringLiteral("sh"),
                      {QStringLiteral("-c"), QStringLiteral("cd \"$HOME\" && ") + line}, profile,
                      {{QStringLiteral("NEFES"), kProgram}});
}

} // namespace nefes::test
