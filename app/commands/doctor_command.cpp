// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/doctor_command.h"

#include "app/doctor.h"
#include "app/output.h"

#include <QGuiApplication>
#include <QScreen>

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>

namespace nefes::app {
namespace {

const char* statusName(CheckStatus status)
{
    switch (status) {
    case CheckStatus::Ok:
        return "ok";
    case CheckStatus::Warning:
        return "warning";
    case CheckStatus::Fault:
        return "fault";
    }
    return "";
}

const char* turkishStatus(CheckStatus status)
{
    switch (status) {
    case CheckStatus::Ok:
        return "tamam";
    case CheckStatus::Warning:
        return "uyarı";
    case CheckStatus::Fault:
        return "arıza";
    }
    return "";
}

/// Never depends on the language.
void printJson(const Check& check)
{
    nlohmann::ordered_json line{
        {"check", check.id}, {"status", statusName(check.status)}, {"message", check.finding.en}};
    line["remedy"] = nullptr;
    if (!check.remedy.en.empty()) {
        line["remedy"] = check.remedy.en;
    }
    printLine(line);
}

void printText(const Check& check, bool isTurkish)
{
    const auto text = [isTurkish](const ml::LocalisedText& both) -> const std::string& {
        return isTurkish ? both.tr : both.en;
    };
    printOutput("{:<8} {:<17} {}\n",
                isTurkish ? turkishStatus(check.status) : statusName(check.status),
                text(check.title), text(check.finding));
    if (!check.remedy.en.empty()) {
        printOutput("{:<26} → {}\n", "", text(check.remedy));
    }
}

int examine(const CommandContext& context, const std::string& format)
{
    const std::vector<Check> checks = examineInstallation(context);
    const bool isTurkish = context.language == "tr";
    for (const Check& check : checks) {
        if (format == "json") {
            printJson(check);
        } else {
            printText(check, isTurkish);
        }
    }
    const auto count = [&checks](CheckStatus status) {
        return std::ranges::count(checks, status, &Check::status);
    };
    const auto faults = count(CheckStatus::Fault);
    const auto warnings = count(CheckStatus::Warning);
    if (format != "json") {
        const auto word = [](auto number, const char* one) {
            return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
        };
        printOutput("{}\n", isTurkish ? fmt::format("{} arıza, {} uyarı", faults, warnings)
                                      : word(faults, "fault") + ", " + word(warnings, "warning"));
    }
    return faults == 0 ? kExitDone : kExitSomeFailed;
}

/// Says what the platform plugin shows; where it cannot start, Qt ends this process.
int probeDisplay()
{
    int argc = 1;
    std::string name = "nefes";
    char* argv[] = {name.data(), nullptr};
    const QGuiApplication application(argc, argv);
    const QScreen* screen = QGuiApplication::primaryScreen();
    if (screen == nullptr) {
        printMessage("the display has no screen\n");
        return kExitSomeFailed;
    }
    printOutput("{}, {} × {}", QGuiApplication::platformName().toStdString(),
                screen->geometry().width(), screen->geometry().height());
    if (QGuiApplication::screens().size() > 1) {
        printOutput(", +{}", QGuiApplication::screens().size() - 1);
    }
    printOutput("\n");
    return kExitDone;
}

} // namespace

void addDoctorCommand(CLI::App& app, const CommandContext& context, int& exitStatus)
{
    auto format = std::make_shared<std::string>("text");
    CLI::App* command =
        app.add_subcommand("doctor", "Check the installation and say how to mend it");
    command->add_option("--format", *format, "text or json, one object a line")
        ->check(CLI::IsMember({"text", "json"}));
    command->callback([format, &context, &exitStatus] { exitStatus = examine(context, *format); });

    CLI::App* probe = app.add_subcommand("probe-display", "Try the display");
    probe->group(""); // for doctor: left out of --help
    probe->callback([&exitStatus] { exitStatus = probeDisplay(); });
}

} // namespace nefes::app
