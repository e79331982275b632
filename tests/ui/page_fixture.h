// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/assert.h"

#include "tests/ui/synthetic.h"
#include "ui/services.h"
#include "ui/text/language_switch.h"
#include "ui/theme/theme.h"
#include "ui/wizard/wizard_state.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <filesystem>
#include <memory>
#include <string>

namespace nefes::test {

constexpr int kPageTimeoutMs = 10'000;

/// Writes FOLDER/engine.sh, a script in place of the engine that sees the arguments of `nefes
/// train`: $run, $resume, $finish, $find, $folds. `batch EPOCH STEP`, `epoch EPOCH`, `started` and
/// `finished` print events.
inline void writeEngine(const std::filesystem::path& folder, const std::string& body)
{
    const std::string head =
        "#!/bin/sh\n"
        "while [ $# -gt 0 ]; do case \"$1\" in\n"
        "--output) run=\"$2\"; shift;; --resume) resume=1;; --finish) finish=1;;\n"
        "--find-rate) find=1;; --folds) folds=\"$2\"; shift;;\n"
        "esac; shift; done\n"
        "started() { echo '{\"event\":\"started\",\"recipe\":{\"epochs\":3},\"classes\":"
        "[\"no\",\"yes\"],\"images\":{\"train\":{\"no\":40,\"yes\":60}},\"device\":\"cpu\","
        "\"threads\":2,\"precision\":\"float32\",\"parameter_count\":12345}'; }\n"
        "batch() { echo '{\"event\":\"batch\",\"epoch\":'$1',\"step\":'$2',\"steps\":4,"
        "\"loss\":0.'$((9 - $1))$2',\"accuracy\":0.'$((5 + $1))',\"images_per_second\":50}'; "
        "}\n"
        "epoch() { echo '{\"event\":\"epoch\",\"epoch\":'$1',\"train\":{\"loss\":0.'$((9 - $1))"
        "',\"accuracy\":0.'$((5 + $1))'},\"validation\":{\"loss\":0.'$((9 - $1))'5,"
        "\"accuracy\":0.'$((5 + $1))',\"auc\":0.'$((6 + $1))'},\"learning_rate\":0.001,"
        "\"seconds\":2,\"images_per_second\":50,\"is_best\":true}'; }\n"
        "finished() { echo '{\"event\":\"finished\",\"best_epoch\":3,\"model_directory\":\"'"
        "\"$run\"'/model\",\"test_metrics\":null,\"total_seconds\":6}'; }\n";
    QFile file(QString::fromStdString((folder / "engine.sh").string()));
    const bool isOpen = file.open(QIODevice::WriteOnly);
    NEFES_ASSERT(isOpen);
    file.write(QByteArray::fromStdString(head + body));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

/// What a page of the wizard needs, with a script in place of the engine.
class PageFixture
{
public:
    PageFixture()
        : model(std::make_shared<FakeModel>())
        , services(syntheticServices(folder(), model))
    {
        language.apply(ui::Language::English);
        ui::applyTheme(*qApp, ui::loadTheme(ui::ThemeId::Dark), 1.0);
        services.training.runsFolder = folder() / "runs";
        services.training.program = folder() / "engine.sh";
        services.training.reader = services.reader;
        std::filesystem::create_directories(folder() / "data");
        ml::TrainingRecipe recipe;
        recipe.id = "tiny";
        recipe.epochs = 3;
        recipe.batchSize = 32;
        state.setRecipe(recipe);
        state.setFolders({folder() / "data"});
    }
    ~PageFixture() { pool.waitForDone(); }

    [[nodiscard]] std::filesystem::path folder() const
    {
        return std::filesystem::path(m_folder.path().toStdString());
    }

    void writeEngine(const std::string& body) const { test::writeEngine(folder(), body); }

    template <class T>
    static T* child(QWidget& page, const char* name)
    {
        T* found = page.findChild<T*>(QLatin1String(name));
        NEFES_ASSERT(found != nullptr);
        return found;
    }

private:
    QTemporaryDir m_folder;

public:
    std::shared_ptr<FakeModel> model;
    ui::Services services;
    ui::LanguageSwitch language;
    ui::WizardState state;
    QThreadPool pool;
};

} // namespace nefes::test
