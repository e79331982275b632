// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/models_command.h"

#include "core/base/files.h"

#include "ml/backend.h"
#include "ml/card_sections.h"
#include "ml/gate_fitting.h"
#include "ml/json_object.h"
#include "ml/package_files.h"
#include "ml/second_fitting.h"

#include "app/arguments.h"
#include "app/decoding.h"
#include "app/output.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

namespace nefes::app {
namespace {

nlohmann::ordered_json summary(const ml::ModelDescription& model)
{
    nlohmann::ordered_json labels = nlohmann::ordered_json::array();
    for (const ml::ModelLabel& label : model.labels) {
        labels.push_back(label.id);
    }
    return {{"id", model.id},
            {"version", model.version},
            {"date", model.date},
            {"title", {{"en", model.title.en}, {"tr", model.title.tr}}},
            {"labels", labels}};
}

int listModels(const ml::ModelRegistry& models)
{
    bool isAllReadable = true;
    for (const ml::InstalledPackage& package : models.list()) {
        nlohmann::ordered_json line =
            package.description
                ? summary(*package.description)
                : nlohmann::ordered_json{{"id", toUtf8(package.folder.filename())},
                                         {"error", errorToJson(package.description.error())}};
        isAllReadable = isAllReadable && package.description.has_value();
        line["bundled"] = package.isBundled;
        line["folder"] = toUtf8(package.folder);
        printLine(line);
    }
    return isAllReadable ? kExitDone : kExitSomeFailed;
}

Result<void> showModel(const ml::ModelRegistry& models, const std::string& id)
{
    NEFES_TRY(const auto folder, models.find(id));
    NEFES_TRY(const auto model, ml::readModelDescription(folder));
    printOutput("{}\n", ml::jsonText(ml::modelToJson(model), 2));
    return {};
}

/// A JSON file that `evaluate` wrote becomes part of a package and its cards.
Result<void> record(const std::string& package, ml::LaterMeasurement kind, const std::string& file)
{
    if (file.empty()) {
        return {};
    }
    constexpr std::uint64_t maxBytes = 100'000'000;
    NEFES_TRY(const std::string text, readTextFile(pathFromUtf8(file), maxBytes));
    const auto values = nlohmann::json::parse(text, nullptr, false);
    if (values.is_discarded()) {
        return fail(ErrorCode::InvalidArgument, file + ": no JSON");
    }
    return ml::recordMeasurement(pathFromUtf8(package), kind, values);
}

struct RecordArguments {
    std::string package, shortcuts, unseen;
};

Result<void> recordAll(const RecordArguments& arguments)
{
    NEFES_CHECK(record(arguments.package, ml::LaterMeasurement::Shortcuts, arguments.shortcuts));
    return record(arguments.package, ml::LaterMeasurement::Unseen, arguments.unseen);
}

Result<void> importModel(const ml::ModelRegistry& models, const std::string& folder,
                         ml::Replacing replacing)
{
    NEFES_TRY(const auto model, models.import(pathFromUtf8(folder), replacing));
    printLine(summary(model));
    return {};
}

/// A package that gets a part, and what the part is fitted on.
struct PartArguments {
    std::string model, part, output;
    std::vector<std::string> data;
    int threads = 0;
};

/// The same with paths, and the module loaded.
struct Attachment {
    std::filesystem::path model, part, target;
    std::shared_ptr<ml::Backend> backend;
};

/// A target that must not be replaced is refused now, not after minutes.
Result<Attachment> prepare(const PartArguments& arguments)
{
    Attachment paths{pathFromUtf8(arguments.model), pathFromUtf8(arguments.part), {}, {}};
    paths.target = arguments.output.empty() ? paths.model : pathFromUtf8(arguments.output);
    NEFES_CHECK(ml::packageTarget(paths.target, paths.part));
    NEFES_TRY(paths.backend, ml::loadBackend());
    paths.backend->setThreads(arguments.threads);
    return paths;
}

/// Fits the gate's limit and writes the package with it, in place or to another folder.
Result<int> attachGate(const PartArguments& arguments, const CommandContext& context)
{
    NEFES_TRY(const auto paths, prepare(arguments));
    NEFES_TRY(const auto fit,
              ml::fitGate(*paths.backend, paths.model, paths.part, toPaths(arguments.data),
                          decodingTools(context, arguments.threads), {}, context.stop));
    printUnreadable(fit.unreadable);
    NEFES_CHECK(ml::writeWithGate(paths.model, paths.part, fit.limit, paths.target));
    printLine({{"model", toUtf8(paths.target)},
               {"gate_limit", fit.limit},
               {"films", fit.films},
               {"refused", fit.refused},
               {"highest", fit.highest}});
    return fit.unreadable.empty() ? kExitDone : kExitSomeFailed;
}

/// Fits calibration and thresholds of both networks together and writes the package with them.
Result<int> attachSecond(const PartArguments& arguments, const CommandContext& context)
{
    NEFES_TRY(const auto paths, prepare(arguments));
    NEFES_TRY(const auto fit,
              ml::fitSecond(*paths.backend, paths.model, paths.part, toPaths(arguments.data),
                            *context.reader, context.operations, {}, context.stop));
    printUnreadable(fit.unreadable);
    NEFES_CHECK(ml::writeWithSecond(paths.model, paths.part, fit.model, fit.card, paths.target));
    const auto figures = [&fit](const char* split) {
        const nlohmann::json& all = fit.model.metrics.at(split);
        nlohmann::ordered_json some;
        for (const char* name : {"images", "accuracy", "macro_auc", "ece"}) {
            some[name] = all.value(name, nlohmann::json());
        }
        return some;
    };
    printLine({{"model", toUtf8(paths.target)},
               {"temperature", fit.model.calibration.temperature},
               {"validation", figures("validation")},
               {"test", figures("test")}});
    return fit.unreadable.empty() ? kExitDone : kExitSomeFailed;
}

/// To a folder, or as ONNX where the name ends in .onnx.
Result<void> exportModel(const ml::ModelRegistry& models, const std::string& id,
                         const std::string& target)
{
    const std::filesystem::path path = pathFromUtf8(target);
    if (path.extension() != ".onnx") {
        return models.exportTo(id, path);
    }
    NEFES_TRY(const auto package, models.open(id));
    NEFES_TRY(const auto backend, ml::loadBackend());
    return backend->exportOnnx(*package, path);
}

int finish(const std::string& subject, const Result<int>& status)
{
    if (!status) {
        printError(subject, status.error());
        return exitStatusOf(status.error());
    }
    return *status;
}

int finish(const std::string& subject, const Result<void>& result)
{
    return finish(subject, result.map([] { return kExitDone; }));
}

/// A command that gives a package a part: what its words are, and what does it.
struct PartCommand {
    const char *name, *help, *option, *partHelp, *dataHelp;
    Result<int> (*attach)(const PartArguments&, const CommandContext&);
};

constexpr PartCommand kGateCommand{
    "gate",
    "give a package a second model that tells what an image shows",
    "--gate",
    "package folder of the gate",
    "folders with the model's validation films, which its limit is fitted on",
    attachGate};

constexpr PartCommand kSecondCommand{
    "second",
    "give a package a second network, whose logits are averaged with its own",
    "--second",
    "package folder of the second network",
    "folders with the images of the model's training: calibration and thresholds are fitted on its "
    "validation images",
    attachSecond};

void addPartCommand(CLI::App& models, const PartCommand& part, const CommandContext& context,
                    int& exitStatus)
{
    auto arguments = std::make_shared<PartArguments>();
    CLI::App* command = models.add_subcommand(part.name, part.help);
    command->add_option("DIR", arguments->model, "package folder; changed in place")->required();
    command->add_option(part.option, arguments->part, part.partHelp)->required();
    command->add_option("--data", arguments->data, part.dataHelp)->required()->take_all();
    command->add_option("--output", arguments->output, "write to this folder instead");
    command->add_option("--threads", arguments->threads, "threads; 0: all cores")
        ->check(CLI::Range(0, 1024));
    command->callback([arguments, attach = part.attach, &context, &exitStatus] {
        exitStatus = finish(arguments->model, attach(*arguments, context));
    });
}

} // namespace

void addModelsCommand(CLI::App& app, const CommandContext& context, int& exitStatus)
{
    struct Arguments {
        std::string id, folder;
        bool isReplacing = false;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("models", "The installed models");
    command->require_subcommand(1);

    command->add_subcommand("list", "a line for each (JSON)")->callback([&context, &exitStatus] {
        exitStatus = listModels(*context.models);
    });

    CLI::App* show = command->add_subcommand("show", "everything that a package says (JSON)");
    show->add_option("ID", arguments->id, "model or package folder")->required();
    show->callback([arguments, &context, &exitStatus] {
        exitStatus = finish(arguments->id, showModel(*context.models, arguments->id));
    });

    auto recording = std::make_shared<RecordArguments>();
    CLI::App* recorded = command->add_subcommand(
        "record", "put later measurements of a package into its model.json and cards");
    recorded->add_option("DIR", recording->package, "package folder")->required();
    recorded->add_option("--shortcuts", recording->shortcuts, "JSON file of evaluate --shortcuts");
    recorded->add_option("--unseen", recording->unseen,
                         "JSON file of evaluate --split unseen, by a model of the same recipe that "
                         "was trained without some sources");
    recorded->callback([recording, &exitStatus] {
        exitStatus = finish(recording->package, recordAll(*recording));
    });
    CLI::App* imported = command->add_subcommand("import", "check a package and install it");
    imported->add_option("DIR", arguments->folder, "package folder")->required();
    imported->add_flag("--replace", arguments->isReplacing,
                       "also where a model of that id is installed with other weights");
    imported->callback([arguments, &context, &exitStatus] {
        const auto replacing =
            arguments->isReplacing ? ml::Replacing::Allowed : ml::Replacing::Refused;
        exitStatus =
            finish(arguments->folder, importModel(*context.models, arguments->folder, replacing));
    });

    CLI::App* exported = command->add_subcommand(
        "export", "copy a package to a new folder, or write its network as NAME.onnx");
    exported->add_option("ID", arguments->id, "model")->required();
    exported->add_option("DIR", arguments->folder, "new folder, or a file that ends in .onnx")
        ->required();
    exported->callback([arguments, &context, &exitStatus] {
        exitStatus =
            finish(arguments->id, exportModel(*context.models, arguments->id, arguments->folder));
    });

    CLI::App* removed = command->add_subcommand("remove", "delete an imported model");
    removed->add_option("ID", arguments->id, "model")->required();
    removed->callback([arguments, &context, &exitStatus] {
        exitStatus = finish(arguments->id, context.models->remove(arguments->id));
    });

    for (const PartCommand& part : {kGateCommand, kSecondCommand}) {
        addPartCommand(*command, part, context, exitStatus);
    }
}

} // namespace nefes::app
