// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "core/base/files.h"

#include "ui/main_window_p.h"
#include "ui/text/format.h"
#include "ui/viewer/canvas.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace nefes::ui {

MainWindow::MainWindow(Services services, QWidget* parent)
    : QMainWindow(parent)
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    m_parts = std::make_unique<Parts>(*this, std::move(services));
    m_parts->actions->action(ActionId::FullScreen)->setChecked(isFullScreen());
    m_parts->arrangeParts(); // the window may come back on a full screen
    QCoreApplication::instance()->installEventFilter(this);
}

MainWindow::~MainWindow()
{
    QCoreApplication::instance()->removeEventFilter(this);
    // Its pages work on the pool of the parts.
    delete m_parts->wizard;
    m_parts->wizard = nullptr;
    // Going, the parts still change the language back, which must not reach them any more.
    const std::unique_ptr<Parts> parts = std::move(m_parts);
}

void MainWindow::openPaths(const std::vector<std::filesystem::path>& paths)
{
    if (paths.empty()) {
        return;
    }
    for (const std::filesystem::path& path : paths) {
        if (path != m_parts->services.samplePath) {
            std::error_code ignored;
            m_parts->settings.addRecentPath(
                fromUtf8(toUtf8(std::filesystem::absolute(path, ignored))));
        }
    }
    m_parts->showTraining(false);
    m_parts->noteOpened(paths);
    m_parts->session.open(paths);
    m_parts->retranslate();
}

void MainWindow::reopenStudies()
{
    m_parts->reopenStudies();
}

bool MainWindow::isIdle() const
{
    return m_parts->isIdle();
}

void MainWindow::setHeatmapVisible(bool visible)
{
    m_parts->heatmap.setVisible(visible);
}

bool MainWindow::showPanel(const QString& name)
{
    if (name == QLatin1String("training")) {
        m_parts->showTraining(true);
        return true;
    }
    m_parts->showTraining(false);
    QWidget* tab = nullptr;
    if (name == QLatin1String("analysis")) {
        tab = m_parts->panel;
    } else if (name == QLatin1String("measurements")) {
        tab = m_parts->measurements;
    } else if (name == QLatin1String("tags")) {
        tab = m_parts->tags;
    }
    if (tab != nullptr) {
        m_parts->analysisDock->show();
        m_parts->tabs->setCurrentWidget(tab);
        m_parts->actions->action(ActionId::ShowAnalysis)->setChecked(true);
        return true;
    }
    if (name == QLatin1String("window")) {
        m_parts->analysisDock->show();
        m_parts->tabs->setCurrentWidget(m_parts->windowPanel);
        m_parts->actions->action(ActionId::ShowAnalysis)->setChecked(true);
        return true;
    }
    if (name == QLatin1String("studies") || name == QLatin1String("library")) {
        const bool isLibrary = name == QLatin1String("library");
        m_parts->studyTabs->setCurrentWidget(
            isLibrary ? static_cast<QWidget*>(m_parts->libraryPanel) : m_parts->browser);
        m_parts->studyDock->show();
        m_parts->actions->action(ActionId::ShowStudies)->setChecked(true);
        return true;
    }
    return false;
}

void MainWindow::setLanguage(Language language)
{
    m_parts->applyLanguage(language);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_parts) {
        m_parts->retranslate();
        const bool isTurkish = m_parts->language.language() == Language::Turkish;
        m_parts->actions->action(ActionId::LanguageTurkish)->setChecked(isTurkish);
        m_parts->actions->action(ActionId::LanguageEnglish)->setChecked(!isTurkish);
    } else if (event->type() == QEvent::WindowStateChange && m_parts) {
        m_parts->actions->action(ActionId::FullScreen)->setChecked(isFullScreen());
        m_parts->arrangeParts();
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_parts->mustAskBeforeClosing()) {
        event->ignore();
        m_parts->askBeforeClosing();
        return;
    }
    m_parts->rememberLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    std::vector<std::filesystem::path> paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths.push_back(pathFromUtf8(url.toLocalFile().toStdString()));
        }
    }
    event->acceptProposedAction();
    openPaths(paths);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && m_parts && m_parts->isTrainingShown()) {
        // Plain keys are the viewer's (R rotates, Del deletes a measurement): while the wizard is
        // shown they belong to its lists and fields alone.
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (isPlain && widget != nullptr && m_parts->wizard->isAncestorOf(widget) &&
            (key->key() < Qt::Key_F1 || key->key() > Qt::Key_F35)) {
            event->accept();
            return true;
        }
    }
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease) {
        return false;
    }
    auto* widget = qobject_cast<QWidget*>(watched);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (widget == nullptr || widget->window() != this || !m_parts || m_parts->isTrainingShown() ||
        QKeySequence(key->keyCombination()) != m_parts->actions->peekKey() ||
        qobject_cast<QLineEdit*>(widget) != nullptr) {
        return false;
    }
    if (!key->isAutoRepeat()) {
        m_parts->heatmap.setPeeking(event->type() == QEvent::KeyPress);
    }
    return true;
}

} // namespace nefes::ui
