// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/background.h"
#include "ui/main_window_p.h"
#include "ui/text/format.h"
#include "ui/viewer/canvas.h"
#include "ui/wizard/training_runner.h"

#include <QAction>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr int kOfferMs = 20'000;

} // namespace

bool MainWindow::Parts::isTrainingShown() const
{
    return wizard != nullptr && center->currentWidget() == wizard;
}

void MainWindow::Parts::showTraining(bool isShown)
{
    actions->action(ActionId::ShowTraining)->setChecked(isShown);
    if (isShown == isTrainingShown()) {
        return;
    }
    if (isShown) {
        // First, or the window would grow to hold the wizard between the panels.
        arrangeParts(true);
    }
    if (wizard == nullptr) {
        wizard = new TrainingWizard(services, pool, center);
        center->addWidget(wizard);
        connect(wizard, &TrainingWizard::viewerWanted, &context, [this] { showTraining(false); });
        WizardState& state = wizard->state();
        connect(&state, &WizardState::openRequested, &context,
                [this](const std::filesystem::path& file) { showFromTraining(file); });
        connect(&state, &WizardState::modelsChanged, &context, [this](const std::string& useId) {
            if (!useId.empty()) {
                settings.model = fromUtf8(useId);
                saveSettings();
            }
            analysis.reloadModels(settings.model.toStdString());
        });
    }
    actions->action(ActionId::ShowStudies)->setEnabled(!isShown);
    actions->action(ActionId::ShowAnalysis)->setEnabled(!isShown);
    if (isShown) {
        m_beforeTraining = center->currentWidget();
    }
    // A page that is not seen must not ask for room: the panels are there then.
    const auto policy = isShown ? QSizePolicy::Preferred : QSizePolicy::Ignored;
    wizard->setSizePolicy(policy, policy);
    center->setCurrentWidget(isShown ? wizard : m_beforeTraining);
    if (isShown) {
        wizard->setFocus();
    } else {
        arrangeParts(false);
        area->canvas().setFocus();
    }
}

void MainWindow::Parts::showFromTraining(const std::filesystem::path& file)
{
    const auto holds = [this, &file](const SeriesAddress& address) {
        const auto inSeries = imagesOf(*session.series(address));
        return std::ranges::find(inSeries, file, &ImageAddress::path) != inSeries.end();
    };
    if (std::ranges::any_of(session.allSeries(), holds)) {
        showTraining(false);
        showFile(file);
    } else {
        window.openPaths({file});
    }
}

void MainWindow::Parts::offerInterruptedRun()
{
    if (services.training.runsFolder.empty()) {
        return;
    }
    runInBackground(
        pool, &context,
        [folder = services.training.runsFolder] {
            const std::vector<StoredRun> runs = listRuns(folder);
            return std::ranges::any_of(runs, &canBeResumed);
        },
        [this](bool isThere) {
            if (isThere) {
                status->showMessage(
                    MainWindow::tr("A training run is not finished; it can be resumed (F8)."),
                    kOfferMs);
            }
        });
}

bool MainWindow::Parts::mustAskBeforeClosing() const
{
    return wizard != nullptr && wizard->runner().isBusy() && !m_isClosing;
}

void MainWindow::Parts::askBeforeClosing()
{
    if (window.findChild<QMessageBox*>(QStringLiteral("closeQuestion")) != nullptr) {
        return;
    }
    QString question = MainWindow::tr(
        "Stop it? Its last complete epoch is kept, and it can be resumed at the next "
        "start. Or let it go on: the window is hidden and closes when the run has "
        "finished.");
    if (const auto waiting = static_cast<int>(wizard->runner().waiting().size()); waiting > 0) {
        question += QStringLiteral("\n\n") +
                    MainWindow::tr("%n run(s) waiting are forgotten if you stop; hidden, they are "
                                   "trained as well.",
                                   nullptr, waiting);
    }
    auto* box =
        new QMessageBox(QMessageBox::Question, MainWindow::tr("A training run is under way"),
                        question, QMessageBox::NoButton, &window);
    box->setObjectName(QStringLiteral("closeQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* stop = box->addButton(MainWindow::tr("Stop and close"), QMessageBox::AcceptRole);
    QPushButton* hide = box->addButton(MainWindow::tr("Go on hidden"), QMessageBox::YesRole);
    box->addButton(MainWindow::tr("Cancel"), QMessageBox::RejectRole);
    stop->setObjectName(QStringLiteral("closeStop"));
    hide->setObjectName(QStringLiteral("closeHide"));
    connect(stop, &QPushButton::clicked, &context, [this] {
        m_isClosing = true;
        if (!wizard->runner().isBusy()) {
            window.close(); // it has ended while the question stood there
            return;
        }
        connect(&wizard->runner(), &TrainingRunner::runEnded, &context, [this] { window.close(); });
        wizard->runner().shutDown();
    });
    connect(hide, &QPushButton::clicked, &context, [this] { goOnHidden(); });
    box->open();
}

void MainWindow::Parts::goOnHidden()
{
    m_isClosing = true;
    if (!wizard->runner().isBusy()) {
        window.close(); // nothing would end a hidden window any more
        return;
    }
    QGuiApplication::setQuitOnLastWindowClosed(false);
    connect(
        &wizard->runner(), &TrainingRunner::runEnded, &context,
        [this] {
            // The next run of the queue has begun by now, if there is one.
            if (!wizard->runner().isBusy()) {
                window.close();
                QCoreApplication::quit();
            }
        },
        Qt::QueuedConnection);
    window.hide();
}

} // namespace nefes::ui
