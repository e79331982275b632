// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QMainWindow>
#include <QString>

#include <filesystem>
#include <memory>
#include <vector>

namespace nefes::ui {

/// The window of the program. Needs a QApplication; the constructor does no work that waits for
/// disk, network or a model. UI thread only.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Services services, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Adds the images below the paths to what is open and shows the first new one. Returns at
    /// once; failures are listed inside the window.
    void openPaths(const std::vector<std::filesystem::path>& paths);
    /// Opens what was open when the window was closed last, as far as it is still there; the reader
    /// may have turned that off. Returns at once.
    void reopenStudies();
    /// Nothing is under way: the image is shown and analysed, or both have failed.
    [[nodiscard]] bool isIdle() const;
    void setHeatmapVisible(bool visible);
    /// "analysis", "measurements", "window", "tags", "studies", "library" or "training"; false for
    /// a name that is not known.
    bool showPanel(const QString& name);
    /// Changes every text of the window at once and is remembered.
    void setLanguage(Language language);

Q_SIGNALS:
    /// isIdle() has become true.
    void idle();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    /// Watches the key that is held to peek at the heatmap.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace nefes::ui
