// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crash_report.h"
#include "core/base/files.h"

#include "ui/bridge/background.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/report_dialog.h"
#include "ui/main_window_p.h"
#include "ui/panels/crash_bar.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"

#include <QAction>
#include <QPointer>

#include <utility>

namespace nefes::ui {

namespace {

using enum ActionId;

constexpr std::uint64_t kLargestReport = std::uint64_t{1024} * 1024;

/// Reports as found, and their text for people.
struct FoundReports {
    std::vector<std::filesystem::path> files;
    std::string text;
};

FoundReports findReports(const std::filesystem::path& folder)
{
    FoundReports found{.files = findCrashReports(folder), .text = {}};
    for (const std::filesystem::path& file : found.files) {
        if (const auto raw = readTextFile(file, kLargestReport)) {
            found.text += (found.text.empty() ? "" : "\n") + readableCrashReport(*raw);
        }
    }
    return found;
}

} // namespace

void MainWindow::Parts::connectDiagnostics()
{
    const std::filesystem::path& folder = services.diagnostics.stateFolder;
    actions->action(OpenLogFolder)->setVisible(!folder.empty());
    on(OpenLogFolder, [this] { openLogFolder(); });
    on(About, [this] {
        auto* dialog = window.findChild<AboutDialog*>();
        if (dialog == nullptr) {
            dialog = new AboutDialog(services, pool, &window);
            connect(dialog, &AboutDialog::logFolderWanted, &context, [this] { openLogFolder(); });
        }
        dialog->show();
        dialog->raise();
        dialog->activateWindow();
    });
    if (!folder.empty()) {
        // The start does not wait for it.
        runInBackground(
            pool, &context, [folder] { return findReports(folder); },
            [this](FoundReports found) {
                if (!found.files.empty()) {
                    offerReports(std::move(found.files), found.text);
                }
            },
            -1);
    }
}

void MainWindow::Parts::openLogFolder()
{
    const std::filesystem::path& folder = services.diagnostics.stateFolder;
    if (!services.objects.openFile || !services.objects.openFile(folder)) {
        status->showMessage(MainWindow::tr("No program shows folders here. The log lies in %1.")
                                .arg(fromUtf8(toUtf8(folder))));
    }
}

void MainWindow::Parts::offerReports(std::vector<std::filesystem::path> files,
                                     const std::string& text)
{
    auto* bar = new CrashBar(area);
    area->addBar(bar);
    bar->setCount(static_cast<int>(files.size()));
    // While a report is being written the bar may be dismissed: then it is settled already.
    const auto settle = [this, bar = QPointer(bar), files = std::move(files)](bool isDeleted) {
        if (!bar) {
            return;
        }
        bar->setCount(0);
        bar->deleteLater();
        runInBackground(
            pool, &context,
            [files, isDeleted] {
                for (const std::filesystem::path& file : files) {
                    std::error_code ignored;
                    isDeleted ? static_cast<void>(std::filesystem::remove(file, ignored))
                              : setCrashReportSeen(file);
                }
                return true;
            },
            [](bool) {});
    };
    connect(bar, &CrashBar::showClicked, &context, [this, text] {
        auto* dialog = window.findChild<ReportDialog*>();
        if (dialog == nullptr) {
            dialog = new ReportDialog(fromUtf8(text), &window);
        }
        dialog->show();
        dialog->raise();
    });
    connect(bar, &CrashBar::saveClicked, &context, [this, text, settle] {
        askForName(QStringLiteral("saveCrashReport"), MainWindow::tr("Save the crash report"),
                   MainWindow::tr("Text (*.txt)"), QStringLiteral("txt"),
                   [this, text, settle](const std::filesystem::path& file) {
                       runInBackground(
                           pool, &context, [file, text] { return writeFileAtomically(file, text); },
                           [this, settle](const Result<void>& written) {
                               status->showMessage(written ? MainWindow::tr("The report was saved.")
                                                           : errorText(written.error().code));
                               if (written) {
                                   settle(false);
                               }
                           });
                   });
    });
    connect(bar, &CrashBar::deleteClicked, &context, [settle] { settle(true); });
    connect(bar, &CrashBar::dismissed, &context, [settle] { settle(false); });
}

} // namespace nefes::ui
