// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewer.h"

#include "core/base/crash_report.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/log.h"

#include "core/study/archive.h"

#include "app/composition.h"
#include "app/environment.h"
#include "app/output.h"
#include "app/version.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QBuffer>
#include <QByteArray>
#include <QIcon>
#include <QPixmap>
#include <QThreadPool>
#include <QTimer>

#include <fmt/format.h>

#include <chrono>
#include <clocale>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <stop_token>
#include <string_view>
#include <utility>

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

/// What could not be read of that which a picture of the window should show. Any thread.
class Failures
{
public:
    void noteFound(const std::filesystem::path& file)
    {
        const std::scoped_lock lock(m_mutex);
        m_found.insert(file);
    }
    /// Of a file that was found; the library's own are of no concern here.
    void addReading(const study::ScanFailure& failure)
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_found.contains(failure.path)) {
                return;
            }
        }
        add(failure);
    }
    void add(const study::ScanFailure& failure)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_paths.insert(failure.path).second) {
            printError(toUtf8(failure.path), failure.error);
        }
    }
    [[nodiscard]] bool isEmpty() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_paths.empty();
    }

private:
    mutable std::mutex m_mutex;
    std::set<std::filesystem::path> m_found, m_paths;
};

/// A reader that tells which images cannot be decoded.
class WatchedReader final : public ImageReader
{
public:
    WatchedReader(std::shared_ptr<const ImageReader> reader, std::shared_ptr<Failures> failures)
        : m_reader(std::move(reader))
        , m_failures(std::move(failures))
    {
    }
    [[nodiscard]] bool recognises(std::span<const std::byte> start) const override
    {
        return m_reader->recognises(start);
    }
    [[nodiscard]] Result<FileSummary> summarise(const std::filesystem::path& file) const override
    {
        return m_reader->summarise(file);
    }
    [[nodiscard]] Result<ImagePtr> read(const std::filesystem::path& file, int frame,
                                        std::stop_token stop) const override
    {
        auto image = m_reader->read(file, frame, std::move(stop));
        if (!image && image.error().code != ErrorCode::Cancelled) {
            m_failures->addReading({file, image.error()});
        }
        return image;
    }

private:
    std::shared_ptr<const ImageReader> m_reader;
    std::shared_ptr<Failures> m_failures;
};

/// The services whose scanning and reading tell what failed.
ui::Services watched(ui::Services services, const std::shared_ptr<Failures>& failures)
{
    services.reader = std::make_shared<WatchedReader>(services.reader, failures);
    services.scan = [scan = services.scan,
                     failures](const std::vector<std::filesystem::path>& paths,
                               const study::ScanSink& sink, std::stop_token stop) {
        study::ScanSink telling = sink;
        telling.found = [&sink, &failures](const FileSummary& file) {
            failures->noteFound(file.path);
            sink.found(file);
        };
        telling.failed = [&sink, &failures](const study::ScanFailure& failure) {
            failures->add(failure);
            if (sink.failed) {
                sink.failed(failure);
            }
        };
        return scan(paths, telling, std::move(stop));
    };
    return services;
}

Result<void> savePicture(const QPixmap& picture, const std::filesystem::path& file)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!picture.save(&buffer, "PNG")) {
        return fail(ErrorCode::WriteFailed, "the picture cannot be encoded");
    }
    return writeFileAtomically(
        file, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// Saves the window as soon as it is idle and painted, then ends the program.
void saveWhenIdle(ui::MainWindow& window, const ViewerOptions& options,
                  const std::shared_ptr<Failures>& failures)
{
    const std::filesystem::path file = options.screenshot;
    const QSize wanted(options.width, options.height);
    const auto save = [&window, file, wanted, failures] {
        if (!wanted.isEmpty() && window.size() != wanted) {
            printMessage("nefes: {}: the display made the window {}x{}\n", toUtf8(file),
                         window.width(), window.height());
        }
        const auto saved = savePicture(window.grab(), file);
        if (!saved) {
            printError(toUtf8(file), saved.error());
        }
        QCoreApplication::exit(saved && failures->isEmpty() ? kExitDone : kExitSomeFailed);
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
        printMessage("nefes: {}: the window was not ready after {} s\n", toUtf8(file),
                     kScreenshotLimit.count());
        QCoreApplication::exit(kExitSomeFailed);
    });
}

} // namespace

int runViewer(const CommandContext& context, const ViewerOptions& options)
{
    if (!hasDisplay()) {
        if (options.screenshot.empty()) {
            printMessage("nefes: there is no display; `nefes classify` and the other commands work "
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

    const auto failures = std::make_shared<Failures>();
    ui::Services services = makeServices(context);
    if (!options.screenshot.empty()) {
        services = watched(std::move(services), failures);
    }
    if (options.isLanguageGiven) {
        services.language =
            context.language == "tr" ? ui::Language::Turkish : ui::Language::English;
    }
    // Patients' images that a window has left which did not come to its end.
    QThreadPool::globalInstance()->start(
        [folder = services.temporaryFolder] { study::removeAbandonedArchives(folder); });
    ui::MainWindow window(std::move(services));
    if (options.width > 0 && options.height > 0) {
        if (!options.screenshot.empty()) {
            window.setMinimumSize(1, 1); // a picture has the size that was asked for
        }
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
        printMessage("nefes: there is no panel \"{}\"\n", options.panel);
        return kExitUsage;
    }
    if (!options.screenshot.empty()) {
        saveWhenIdle(window, options, failures);
    }
    const int status = QApplication::exec();
    log(LogLevel::Info, fmt::format("window: closed with status {}", status));
    return status;
}

} // namespace nefes::app
