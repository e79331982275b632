// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/package_files.h"

#include "core/base/files.h"

#include "ml/csv.h"
#include "ml/json_object.h"
#include "ml/model_registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

namespace nefes::ml {
namespace {

namespace fs = std::filesystem;

Error writeError(const std::string& name, const std::error_code& error)
{
    return {writeErrorCode(error.value()), fmt::format("{}: {}", name, error.message())};
}

/// A package in a folder of another; what has inner packages itself goes no deeper.
Result<void> copyInner(const fs::path& from, const fs::path& to, const std::string& name,
                       std::string (*whyNot)(const ModelDescription&))
{
    NEFES_TRY(const ModelDescription model, readModelDescription(from / name));
    if (const std::string reason = whyNot(model); !reason.empty()) {
        return fail(ErrorCode::ModelDamaged, fmt::format("{}: {}", name, reason));
    }
    std::error_code error;
    fs::create_directory(to / name, error);
    if (error) {
        return tl::unexpected(writeError(name, error));
    }
    return copyPackageFiles(from / name, to / name);
}

} // namespace

Result<void> writeModelPackage(const fs::path& folder, const PackageContent& content)
{
    if (std::max(content.card.en.size(), content.card.tr.size()) > kMaxCardBytes) {
        return fail(ErrorCode::FileTooLarge, "the model card could not be read again");
    }
    return writeFolderAtomically(folder, [&content](const fs::path& target) -> Result<void> {
        std::error_code error;
        fs::copy_file(content.weights, target / kWeightsFile, error);
        if (const std::string& finder = content.description.lungFinder; !error && !finder.empty()) {
            fs::copy_file(content.lungFinder, target / finder, error);
        }
        if (error) {
            return fail(writeErrorCode(error.value()), error.message());
        }
        if (content.description.inputCheck) {
            NEFES_CHECK(writeTensorFile(target / content.description.inputCheck->statistics,
                                        content.inputCheckStatistics, {}));
            if (const std::string& gate = content.description.inputCheck->gate; !gate.empty()) {
                fs::create_directory(target / gate, error);
                NEFES_CHECK(copyPackageFiles(content.gate, target / gate));
            }
        }
        if (const auto& second = content.description.secondNetwork) {
            fs::create_directory(target / second->folder, error);
            NEFES_CHECK(copyPackageFiles(content.second, target / second->folder));
        }
        if (!content.description.cases.empty()) {
            NEFES_CHECK(writeTensorFile(target / content.description.cases, content.cases,
                                        content.caseNames));
        }
        std::string splits = "sha256,split\n";
        for (const auto& [digest, split] : content.splits) {
            splits += fmt::format("{},{}\n", csvField(digest), csvField(split));
        }
        NEFES_CHECK(writeFileAtomically(target / kSplitsFile, splits));
        NEFES_CHECK(writeFileAtomically(target / kCardEnglish, content.card.en));
        NEFES_CHECK(writeFileAtomically(target / kCardTurkish, content.card.tr));
        return writeFileAtomically(target / kModelFile,
                                   jsonText(modelToJson(content.description), 2) + "\n");
    });
}

Result<void> copyPackageFiles(const fs::path& from, const fs::path& to)
{
    NEFES_TRY(const ModelDescription model, readModelDescription(from));
    std::vector<std::string> known = {kModelFile, kWeightsFile, kSplitsFile, kCardEnglish,
                                      kCardTurkish};
    if (model.inputCheck) {
        known.push_back(model.inputCheck->statistics);
    }
    if (!model.cases.empty()) {
        known.push_back(model.cases);
    }
    if (!model.lungFinder.empty()) {
        known.push_back(model.lungFinder);
    }
    std::error_code error;
    for (const std::string& name : known) {
        if (!fs::exists(from / name, error)) {
            continue;
        }
        fs::copy_file(from / name, to / name, error);
        if (error) {
            return tl::unexpected(writeError(name, error));
        }
    }
    if (model.inputCheck && !model.inputCheck->gate.empty()) {
        NEFES_CHECK(copyInner(from, to, model.inputCheck->gate, whyNoGate));
    }
    if (model.secondNetwork) {
        NEFES_CHECK(copyInner(from, to, model.secondNetwork->folder, whyNoSecond));
    }
    return {};
}

Result<fs::path> packageTarget(const fs::path& folder, const fs::path& part)
{
    std::error_code error;
    if (!fs::exists(folder, error)) {
        return folder;
    }
    if (!fs::exists(folder / kModelFile, error)) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} exists and is no model package", toUtf8(folder)));
    }
    if (fs::equivalent(folder, part, error)) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} would be replaced by the package that it is to be a part of",
                                toUtf8(part)));
    }
    const fs::path resolved = fs::canonical(folder, error);
    return error ? folder : resolved;
}

Result<void> writeWithGate(const fs::path& package, const fs::path& gate, double limit,
                           const fs::path& folder)
{
    NEFES_TRY(const auto opened, openModelPackage(package));
    NEFES_TRY(const auto openedGate, openModelPackage(gate));
    if (const std::string reason = whyNoGate(openedGate->description); !reason.empty()) {
        return fail(ErrorCode::InvalidArgument, fmt::format("{}: {}", toUtf8(gate), reason));
    }
    ModelDescription model = opened->description;
    if (!model.inputCheck) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{}: the model has no input check", toUtf8(package)));
    }
    const std::string before = std::exchange(model.inputCheck->gate, kGateFolder);
    model.inputCheck->gateLimit = limit;
    NEFES_TRY(const fs::path place, packageTarget(folder, gate));
    return writeFolderAtomically(place, [&](const fs::path& target) -> Result<void> {
        NEFES_CHECK(copyPackageFiles(package, target));
        std::error_code error;
        if (!before.empty()) {
            fs::remove_all(target / before, error);
        }
        fs::create_directory(target / kGateFolder, error);
        if (error) {
            return tl::unexpected(writeError(kGateFolder, error));
        }
        NEFES_CHECK(copyPackageFiles(gate, target / kGateFolder));
        return writeFileAtomically(target / kModelFile, jsonText(modelToJson(model), 2) + "\n");
    });
}

Result<void> writeWithSecond(const fs::path& package, const fs::path& second,
                             ModelDescription model, const LocalisedText& card,
                             const fs::path& folder)
{
    NEFES_TRY(const auto opened, openModelPackage(second));
    ModelDescription network = opened->description;
    if (const std::string reason = whyNoSecond(network); !reason.empty()) {
        return fail(ErrorCode::InvalidArgument, fmt::format("{}: {}", toUtf8(second), reason));
    }
    if (std::max(card.en.size(), card.tr.size()) > kMaxCardBytes) {
        return fail(ErrorCode::FileTooLarge, "the model card could not be read again");
    }
    NEFES_TRY(const fs::path place, packageTarget(folder, second));
    network.inputCheck.reset();
    network.cases.clear();
    const auto before = std::exchange(model.secondNetwork,
                                      SecondNetworkSettings{kSecondFolder, network.weightsSha256});
    return writeFolderAtomically(place, [&](const fs::path& target) -> Result<void> {
        NEFES_CHECK(copyPackageFiles(package, target));
        std::error_code error;
        if (before) {
            fs::remove_all(target / before->folder, error);
        }
        fs::create_directory(target / kSecondFolder, error);
        if (!error) {
            fs::copy_file(second / kWeightsFile, target / kSecondFolder / kWeightsFile, error);
        }
        if (error) {
            return tl::unexpected(writeError(kSecondFolder, error));
        }
        NEFES_CHECK(writeFileAtomically(target / kSecondFolder / kModelFile,
                                        jsonText(modelToJson(network), 2) + "\n"));
        NEFES_CHECK(writeFileAtomically(target / kCardEnglish, card.en));
        NEFES_CHECK(writeFileAtomically(target / kCardTurkish, card.tr));
        return writeFileAtomically(target / kModelFile, jsonText(modelToJson(model), 2) + "\n");
    });
}

std::string whyNoGate(const ModelDescription& model)
{
    if (model.negativeLabel.empty()) {
        return "a gate needs a negative label: what may be judged";
    }
    if (model.input.area != InputArea::Image) {
        return "a gate looks at the whole image";
    }
    if (model.secondNetwork) {
        return "a gate has no second network";
    }
    return model.inputCheck && !model.inputCheck->gate.empty() ? "a gate has no gate of its own"
                                                               : "";
}

std::string whyNoSecond(const ModelDescription& model)
{
    if (model.input.area != InputArea::Image) {
        return "a second network looks at the whole image";
    }
    return model.secondNetwork ? "a second network has none of its own" : "";
}

bool hasSameLabels(const ModelDescription& a, const ModelDescription& b)
{
    return std::ranges::equal(a.labels, b.labels, {}, &ModelLabel::id, &ModelLabel::id);
}

bool isModelId(const std::string& id)
{
    return !id.empty() && id.size() <= 64 && id.front() != '.' && id.front() != '-' &&
           std::all_of(id.begin(), id.end(), [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                      letter == '-' || letter == '_' || letter == '.';
           });
}

} // namespace nefes::ml
