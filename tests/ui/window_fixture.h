// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/assert.h"

#include "tests/ui/synthetic.h"
#include "ui/main_window.h"
#include "ui/viewer/canvas.h"

#include <QAction>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

namespace nefes::test {

constexpr int kIdleTimeoutMs = 10'000;

/// A real window on synthetic files with settings of its own. Destroyed with its folder.
class WindowFixture
{
public:
    explicit WindowFixture(ui::Language language = ui::Language::English)
        : model(std::make_shared<FakeModel>())
        , services(syntheticServices(folder(), model))
    {
        services.language = language;
    }

    [[nodiscard]] std::filesystem::path folder() const
    {
        return std::filesystem::path(m_folder.path().toStdString());
    }

    /// Made by the first call, after the services have been adjusted.
    ui::MainWindow& window()
    {
        if (!m_window) {
            m_window = std::make_unique<ui::MainWindow>(services);
            m_window->resize(1100, 700);
            m_window->show();
        }
        return *m_window;
    }
    void closeWindow()
    {
        m_window->close();
        m_window.reset();
    }

    /// Opens the files and waits until nothing is under way.
    [[nodiscard]] bool open(const std::vector<std::filesystem::path>& paths)
    {
        window().openPaths(paths);
        return waitUntilIdle();
    }
    [[nodiscard]] bool waitUntilIdle()
    {
        return QTest::qWaitFor([this] { return window().isIdle(); }, kIdleTimeoutMs);
    }
    [[nodiscard]] bool openOne() { return open({writeSynthetic(folder(), {})}); }

    void trigger(const char* action)
    {
        auto* found = window().findChild<QAction*>(QLatin1String(action));
        NEFES_ASSERT(found != nullptr);
        found->trigger();
    }

    ui::Canvas& canvas() { return *child<ui::Canvas>("canvas"); }

    template <class T>
    T* child(const char* name)
    {
        T* found = window().findChild<T*>(QLatin1String(name));
        NEFES_ASSERT(found != nullptr);
        return found;
    }

private:
    QTemporaryDir m_folder;

public:
    std::shared_ptr<FakeModel> model;
    ui::Services services;

private:
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace nefes::test
