// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewer.h"

#include "core/base/crash_report.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/log.h"

#include "core/study/archive.h"

#include "app/composition.h"
#include "app/environment.h"
#include "app/version.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QIcon>
#include <QPixmap>
#include <QThreadPool>
#include <QTimer>

#include <fmt/format.h>

#include <chrono>
#include <clocale>
#include <cstdlib>

namespace nefes::app {
namespace {

/// Longer than the slowest analysis on one core, shorter than anybody waits.
constexpr std::chrono::seconds kScreenshotLimit{120};

/// Qt's own remarks ("this plugin does not support …") interest developers alone.
void logQtMessage(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message)
{
    const bool isSerious = type == QtCriticalMsg || type == QtFatalMsg;
    logForeign(isSerious ? LogLevel::Error : LogLevel::Info, "Qt", message.toStdString());
}

/// The log and the report of a crash, from here on. The viewer works without them.
void startDiagnostics(const std::filesystem::path& folder)
{
    const std::string program = fmt::format("Nefes {}, Qt {}", kVersion, qVersion());
    if (const auto file = logToFolder(folder); !file) {
        log(LogLevel::Warning, fmt::format("no log: {}", errorCodeName(file.error().code)));
        return;
    }
    installCrashHandler(folder, program);
    log(LogLevel::Info, fmt::format("window: {}", program));
}

/// Saves the window as soon as it is idle and painted, then ends the program.
void saveWhenIdle(ui::MainWindow& window, const std::filesystem::path& file)
{
    const auto save = [&window, file] {
        const QString name = QString::fromStdString(toUtf8(file));
        // Written beside its name first: a reader never sees half a picture.
        const QString temporary = name + QStringLiteral(".part");
        const bool isSaved = window.grab().save(temporary, "PNG") &&
                             std::rename(temporary.toUtf8().constData(), file.c_str()) == 0;
        if (!isSaved) {
            fmt::print(stderr, "nefes: {}: cannot be written\n", toUtf8(file));
        }
        QCoreApplication::exit(isSaved ? kExitDone : kExitSomeFailed);
    };
    // One turn of the event loop lets the window paint what arrived last.
    const auto saveSoon = [&window, save] {
        QTimer::singleShot(50, &window, save);
    };
    QObject::connect(&window, &ui::MainWindow::idle, &window, saveSoon);
    if (window.isIdle()) {
        saveSoon();
    }
    QTimer::singleShot(kScreenshotLimit, &window, [file] {
        fmt::print(stderr, "nefes: {}: the window was not ready after {} s\n", toUtf8(file),
                   kScreenshotLimit.count());
        QCoreApplication::exit(kExitSomeFailed);
    });
}

} // namespace

int runViewer(const CommandContext& context, const ViewerOptions& options)
{
    if (!hasDisplay()) {
        if (options.screenshot.empty()) {
            fmt::print(stderr,
                       "nefes: there is no display; `nefes classify` and the other commands work "
                       "without one (see nefes --help)\n");
            return kExitSomeFailed;
        }
        ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    }
    startDiagnostics(context.folders.state);
    qInstallMessageHandler(&logQtMessage);
    int argc = 1;
    std::string name = "nefes";
    char* argv[] = {name.data(), nullptr};
    QApplication application(argc, argv);
    // QApplication takes the user's locale for everything; numbers in files keep their point.
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setApplicationName(QStringLiteral("Nefes"));
    QApplication::setApplicationVersion(QString::fromLatin1(kVersion));
    QApplication::setDesktopFileName(QStringLiteral("nefes"));

    ui::Services services = makeServices(context);
    if (options.isLanguageGiven) {
        services.language =
            context.language == "tr" ? ui::Language::Turkish : ui::Language::English;
    }
    // Patients' images that a window has left which did not come to its end.
    QThreadPool::globalInstance()->start(
        [folder = services.temporaryFolder] { study::removeAbandonedArchives(folder); });
    ui::MainWindow window(std::move(services));
    if (options.width > 0 && options.height > 0) {
        window.resize(options.width, options.height);
    }
    window.show();
    log(LogLevel::Info,
        fmt::format("window: shown on {}", QGuiApplication::platformName().toStdString()));
    if (options.showHeatmap) {
        window.setHeatmapVisible(true);
    }
    if (!options.paths.empty()) {
        window.openPaths(options.paths);
    } else if (options.screenshot.empty() && options.panel.empty()) {
        window.reopenStudies();
    }
    if (!options.panel.empty() && !window.showPanel(QString::fromStdString(options.panel))) {
        fmt::print(stderr, "nefes: there is no panel \"{}\"\n", options.panel);
        return kExitUsage;
    }
    if (!options.screenshot.empty()) {
        saveWhenIdle(window, options.screenshot);
    }
    const int status = QApplication::exec();
    log(LogLevel::Info, fmt::format("window: closed with status {}", status));
    return status;
}

} // namespace nefes::app
