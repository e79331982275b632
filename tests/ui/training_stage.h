// SPDX-License-Identifier: GPL-3.0-or-later
// The page of training with a script in place of the engine.
#pragma once

#include "tests/ui/page_fixture.h"
#include "ui/wizard/train_page.h"

#include <QPushButton>
#include <QSignalSpy>

#include <memory>
#include <string>

namespace nefes::test {

/// Three epochs of four batches.
inline const std::string kThreeEpochs = "started\n"
                                        "for e in 1 2 3; do\n"
                                        "for s in 1 2 3 4; do batch $e $s; done; epoch $e; done\n"
                                        "finished\n";
/// Runs until it is stopped, as the engine is; with --finish it makes the model.
inline const std::string kWaits =
    "if [ -n \"$finish\" ]; then started; finished; exit 0; fi\n"
    "trap 'echo \"{\\\"event\\\":\\\"cancelled\\\",\\\"epoch\\\":1}\"; exit "
    "130' INT\n"
    "started; batch 1 1; epoch 1; batch 2 1\n"
    "i=0; while [ $i -lt 400 ]; do sleep 0.05; i=$((i+1)); done\n";

/// A page on its fixture.
struct TrainingStage {
    PageFixture fixture;
    std::unique_ptr<ui::TrainPage> page;

    ui::TrainPage& open()
    {
        page = std::make_unique<ui::TrainPage>(fixture.state, fixture.services, fixture.pool);
        page->resize(1000, 700);
        page->show();
        page->enter();
        return *page;
    }
    template <class T>
    T* child(const char* name)
    {
        return PageFixture::child<T>(*page, name);
    }
    void click(const char* name) { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    [[nodiscard]] bool waitFor(ui::RunPhase phase)
    {
        return QTest::qWaitFor([this, phase] { return page->runner().phase() == phase; },
                               kPageTimeoutMs);
    }
    /// Started, and back to idle.
    [[nodiscard]] bool train(int timeoutMs = kPageTimeoutMs)
    {
        QSignalSpy ended(&page->runner(), &ui::TrainingRunner::runEnded);
        click("trainStart");
        return ended.wait(timeoutMs);
    }
};

} // namespace nefes::test
