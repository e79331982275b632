// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/run_folder.h"

#include "core/base/files.h"

#include "ml/csv.h"
#include "ml/json_object.h"

#include "ui/text/format.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <system_error>
#include <variant>

namespace nefes::ui {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::uint64_t kMaxFileBytes = 4U << 20U;
constexpr int kMaxRuns = 100'000;

QString text(const fs::path& path)
{
    return fromUtf8(toUtf8(path));
}

const char* stateName(RunState state)
{
    switch (state) {
    case RunState::Running:
        return "running";
    case RunState::Interrupted:
        return "interrupted";
    case RunState::Finished:
        return "finished";
    case RunState::Failed:
        return "failed";
    }
    return "failed";
}

const char* kindName(RunKind kind)
{
    switch (kind) {
    case RunKind::Training:
        return "training";
    case RunKind::Sweep:
        return "sweep";
    case RunKind::RateSearch:
        return "learning_rate";
    case RunKind::Folds:
        return "cross_validation";
    }
    return "training";
}

RunKind kindFromName(const std::string& name)
{
    for (const RunKind kind : {RunKind::Sweep, RunKind::RateSearch, RunKind::Folds}) {
        if (name == kindName(kind)) {
            return kind;
        }
    }
    return RunKind::Training;
}

RunState stateFromName(const std::string& name)
{
    for (const RunState state : {RunState::Running, RunState::Interrupted, RunState::Finished}) {
        if (name == stateName(state)) {
            return state;
        }
    }
    return RunState::Failed;
}

/// When a process was started, in ticks since the system was; 0 where there is none.
std::int64_t processStart(std::int64_t processId)
{
    std::ifstream file(fmt::format("/proc/{}/stat", processId));
    std::string line;
    std::getline(file, line);
    // The second field is the program's name, in brackets and with any letters in it.
    const std::size_t name = line.rfind(')');
    if (name == std::string::npos) {
        return 0;
    }
    std::istringstream fields(line.substr(name + 1));
    std::string skipped;
    for (int field = 3; field < 22; ++field) {
        fields >> skipped;
    }
    std::int64_t start = 0;
    fields >> start;
    return start;
}

/// Whether it is the process of then: a number is given again, after a restart of the system soon.
/// Files of older versions do not know when theirs was started.
bool isAlive(std::int64_t processId, std::int64_t startedAt)
{
    const std::int64_t start = processId > 1 ? processStart(processId) : 0;
    return start > 0 && (startedAt == 0 || startedAt == start);
}

std::vector<std::string> pathTexts(const std::vector<fs::path>& paths)
{
    std::vector<std::string> texts;
    texts.reserve(paths.size());
    for (const fs::path& path : paths) {
        texts.push_back(toUtf8(path));
    }
    return texts;
}

StoredRun runFromJson(const json& file)
{
    StoredRun run;
    RunPlan& plan = run.plan;
    plan.kind = kindFromName(file.value("kind", ""));
    for (const std::string& folder : file.at("data").get<std::vector<std::string>>()) {
        plan.folders.push_back(pathFromUtf8(folder));
    }
    plan.device = file.value("device", plan.device);
    plan.threads = file.value("threads", plan.threads);
    plan.grid = file.value("grid", plan.grid);
    plan.metric = file.value("metric", plan.metric);
    plan.searchEpochs = file.value("search_epochs", 0);
    plan.searchImages = file.value("search_images", 0);
    plan.folds = file.value("folds", 0);
    run.startedAt = file.value("started_at", std::int64_t{0});
    run.state = stateFromName(file.value("state", ""));
    if (run.state == RunState::Running && !isAlive(file.value("process", std::int64_t{0}),
                                                   file.value("process_start", std::int64_t{0}))) {
        run.state = RunState::Interrupted;
    }
    return run;
}

} // namespace

bool canBeResumed(const StoredRun& run)
{
    return run.state == RunState::Interrupted && run.plan.kind != RunKind::RateSearch;
}

fs::path foldFolder(const fs::path& folder, int fold)
{
    return folder / fmt::format("fold-{}", fold);
}

QStringList runArguments(const RunPlan& plan, const fs::path& folder, RunOrder order)
{
    QStringList arguments{plan.kind == RunKind::Sweep ? QStringLiteral("sweep")
                                                      : QStringLiteral("train"),
                          QStringLiteral("--recipe"), text(folder / kRecipeFile)};
    arguments.append(QStringLiteral("--data"));
    for (const fs::path& data : plan.folders) {
        arguments.append(text(data));
    }
    arguments << QStringLiteral("--output") << text(folder) << QStringLiteral("--device")
              << fromUtf8(plan.device) << QStringLiteral("--threads")
              << QString::number(plan.threads);
    if (plan.kind == RunKind::Sweep) {
        arguments.append(QStringLiteral("--grid"));
        for (const std::string& axis : plan.grid) {
            arguments.append(fromUtf8(axis));
        }
        arguments << QStringLiteral("--metric") << fromUtf8(plan.metric);
        if (plan.searchEpochs > 0) {
            arguments << QStringLiteral("--search-epochs") << QString::number(plan.searchEpochs);
        }
        if (plan.searchImages > 0) {
            arguments << QStringLiteral("--search-images") << QString::number(plan.searchImages);
        }
        return arguments; // goes on by itself where it was
    }
    if (plan.kind == RunKind::Folds) {
        arguments << QStringLiteral("--folds") << QString::number(plan.folds);
    }
    arguments.append(QStringLiteral("--events"));
    if (plan.kind == RunKind::RateSearch) {
        arguments.append(QStringLiteral("--find-rate"));
        return arguments;
    }
    if (order != RunOrder::Start) {
        arguments.append(QStringLiteral("--resume"));
    }
    if (order == RunOrder::Finish) {
        arguments.append(QStringLiteral("--finish"));
    }
    return arguments;
}

Result<void> writeRun(const StoredRun& run, std::int64_t processId)
{
    std::error_code error;
    fs::create_directories(run.folder, error);
    if (error) {
        return fail(error == std::errc::no_space_on_device ? ErrorCode::DiskFull
                                                           : ErrorCode::WriteFailed,
                    fmt::format("{}: {}", toUtf8(run.folder), error.message()));
    }
    const RunPlan& plan = run.plan;
    const json file{{"kind", kindName(plan.kind)},
                    {"state", stateName(run.state)},
                    {"process", processId},
                    {"process_start", processId > 1 ? processStart(processId) : 0},
                    {"started_at", run.startedAt},
                    {"data", pathTexts(plan.folders)},
                    {"device", plan.device},
                    {"threads", plan.threads},
                    {"grid", plan.grid},
                    {"metric", plan.metric},
                    {"search_epochs", plan.searchEpochs},
                    {"search_images", plan.searchImages},
                    {"folds", plan.folds}};
    NEFES_CHECK(writeFileAtomically(run.folder / kRecipeFile,
                                    ml::jsonText(ml::recipeToJson(plan.recipe), 2) + "\n"));
    return writeFileAtomically(run.folder / kRunFile, ml::jsonText(file, 2) + "\n");
}

Result<StoredRun> readRun(const fs::path& folder)
{
    NEFES_TRY(const std::string runText, readTextFile(folder / kRunFile, kMaxFileBytes));
    NEFES_TRY(const std::string recipeText, readTextFile(folder / kRecipeFile, kMaxFileBytes));
    NEFES_TRY(const json runJson, ml::parseJson(runText, ErrorCode::RecipeInvalid));
    NEFES_TRY(const json recipeJson, ml::parseJson(recipeText, ErrorCode::RecipeInvalid));
    StoredRun run;
    try {
        run = runFromJson(runJson);
    } catch (const json::exception& error) {
        return fail(ErrorCode::RecipeInvalid, fmt::format("{}: {}", kRunFile, error.what()));
    }
    NEFES_TRY(run.plan.recipe, ml::recipeFromJson(recipeJson));
    // Runs of older versions kept the model to start from beside the recipe.
    if (run.plan.recipe.start.model.empty()) {
        run.plan.recipe.start.model = ml::valueOr(runJson, "start_model", "");
    }
    run.plan.name = toUtf8(folder.filename());
    run.folder = folder;
    return run;
}

std::vector<StoredRun> listRuns(const fs::path& runsFolder)
{
    std::vector<StoredRun> runs;
    std::error_code error;
    for (fs::directory_iterator it(runsFolder, error), end; !error && it != end;
         it.increment(error)) {
        if (auto run = readRun(it->path())) {
            runs.push_back(*std::move(run));
        }
    }
    std::ranges::sort(runs, [](const StoredRun& a, const StoredRun& b) {
        return std::pair(a.startedAt, a.plan.name) > std::pair(b.startedAt, b.plan.name);
    });
    return runs;
}

std::string freeRunName(const fs::path& runsFolder, const RunPlan& plan)
{
    if (plan.kind == RunKind::RateSearch) {
        return "learning-rate";
    }
    std::string start = plan.recipe.id.empty() ? "run" : plan.recipe.id;
    start += plan.kind == RunKind::Folds ? "-folds" : "";
    for (int number = 1; number < kMaxRuns; ++number) {
        std::string name = fmt::format("{}-{:03}", start, number);
        std::error_code error;
        if (!fs::exists(runsFolder / name, error)) {
            return name;
        }
    }
    return start;
}

std::vector<ml::EpochDone> readHistory(const fs::path& folder)
{
    std::vector<ml::EpochDone> history;
    const auto file = readTextFile(folder / "history.csv", kMaxFileBytes);
    if (const auto table = file ? ml::parseCsv(*file) : Result<ml::CsvTable>(ml::CsvTable())) {
        for (const auto& row : table->rows) {
            const auto value = [&](const char* name) {
                const auto column = table->column(name);
                return column ? std::strtod(row[*column].c_str(), nullptr) : 0.0;
            };
            ml::EpochDone epoch;
            epoch.epoch = static_cast<int>(value("epoch"));
            epoch.train = {value("train_loss"), value("train_accuracy"), 0.0};
            epoch.validation = {value("validation_loss"), value("validation_accuracy"),
                                value("validation_auc")};
            epoch.learningRate = value("learning_rate");
            epoch.seconds = value("seconds");
            epoch.imagesPerSecond = value("images_per_second");
            epoch.isBest = value("is_best") > 0.0;
            history.push_back(epoch);
        }
    }
    if (history.empty()) {
        for (const ml::TrainingEvent& event : readEvents(folder)) {
            if (const auto* epoch = std::get_if<ml::EpochDone>(&event)) {
                history.push_back(*epoch);
            }
        }
    }
    return history;
}

std::vector<ml::TrainingEvent> readEvents(const fs::path& folder)
{
    std::vector<ml::TrainingEvent> events;
    std::size_t complete = 0; // events up to the last epoch that is complete
    std::ifstream file(folder / kEventsFile);
    for (std::string line; std::getline(file, line);) {
        auto event = ml::eventFromJson(json::parse(line, nullptr, false));
        if (!event) {
            continue;
        }
        if (std::holds_alternative<ml::TrainingStarted>(*event)) {
            events.resize(complete);
        }
        const bool endsEpoch = std::holds_alternative<ml::EpochDone>(*event);
        events.push_back(*std::move(event));
        complete = endsEpoch ? events.size() : complete;
    }
    events.resize(complete);
    return events;
}

} // namespace nefes::ui
