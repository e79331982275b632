// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/run_chooser.h"

#include "core/base/files.h"

#include "ml/model_registry.h"

#include "ui/text/format.h"
#include "ui/wizard/run_folder.h"

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace nefes::ui {

namespace {

namespace fs = std::filesystem;

struct Choice {
    QString name;
    std::optional<double> accuracy; ///< of the validation images
    fs::path package;
};

std::optional<Choice> choiceOf(const QString& name, const fs::path& package)
{
    const auto model = ml::readModelDescription(package);
    if (!model) {
        return std::nullopt;
    }
    Choice choice{.name = name, .accuracy = std::nullopt, .package = package};
    if (model->metrics.is_object()) {
        const auto validation = model->metrics.value("validation", nlohmann::json());
        if (validation.is_object() && validation.contains("accuracy") &&
            validation["accuracy"].is_number()) {
            choice.accuracy = validation["accuracy"].get<double>();
        }
    }
    return choice;
}

std::vector<Choice> choicesOf(const fs::path& runsFolder, const fs::path& current)
{
    std::vector<Choice> choices;
    bool hasCurrent = current.empty();
    for (const StoredRun& run : listRuns(runsFolder)) {
        const auto package =
            (run.plan.kind == RunKind::Sweep ? run.folder / "best" : run.folder) / "model";
        if (auto choice = choiceOf(fromUtf8(run.plan.name), package)) {
            hasCurrent = hasCurrent || package == current;
            choices.push_back(*std::move(choice));
        }
    }
    if (!hasCurrent) {
        const QString name = fromUtf8(toUtf8(current.parent_path().filename()));
        if (auto choice = choiceOf(name, current)) {
            choices.insert(choices.begin(), *std::move(choice));
        }
    }
    return choices;
}

} // namespace

RunChooser::RunChooser(fs::path runsFolder, QThreadPool& pool, QWidget* parent)
    : QComboBox(parent)
    , m_runsFolder(std::move(runsFolder))
    , m_task(pool, this)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    connect(this, &QComboBox::activated, this, [this](int index) {
        Q_EMIT packageChosen(pathFromUtf8(itemData(index).toString().toStdString()));
    });
}

void RunChooser::reload(const fs::path& package)
{
    m_task.start(
        [folder = m_runsFolder, package](std::stop_token) { return choicesOf(folder, package); },
        [this, package](const std::vector<Choice>& choices) {
            clear();
            for (const Choice& choice : choices) {
                addItem(choice.accuracy ? tr("%1, validation accuracy %2", "run, accuracy")
                                              .arg(choice.name, numberText(*choice.accuracy, 3))
                                        : choice.name,
                        fromUtf8(toUtf8(choice.package)));
            }
            setCurrentIndex(findData(fromUtf8(toUtf8(package))));
        });
}

} // namespace nefes::ui
