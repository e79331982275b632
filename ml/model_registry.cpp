// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/model_registry.h"

#include "core/base/files.h"
#include "core/base/log.h"

#include "ml/json_object.h"
#include "ml/package_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace nefes::ml {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxModelJsonBytes = 64U << 20U;

std::vector<fs::path> packageFolders(const fs::path& parent)
{
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator it(parent, error), end; !error && it != end; it.increment(error)) {
        // A name that is no id belongs to an unfinished write.
        if (it->is_directory(error) && isModelId(toUtf8(it->path().filename())) &&
            fs::exists(it->path() / kModelFile, error)) {
            folders.push_back(it->path());
        }
    }
    std::ranges::sort(folders);
    return folders;
}

/// A copy of a package, whole or not at all.
Result<void> copyPackage(const fs::path& from, const fs::path& to)
{
    return writeFolderAtomically(
        to, [&from](const fs::path& target) { return copyPackageFiles(from, target); });
}

} // namespace

ModelRegistry::ModelRegistry(fs::path bundled, fs::path user)
    : m_bundled(std::move(bundled))
    , m_user(std::move(user))
{
}

std::vector<InstalledPackage> ModelRegistry::list() const
{
    std::vector<InstalledPackage> packages;
    for (const fs::path& folder : packageFolders(m_bundled)) {
        packages.push_back({folder, true, readModelDescription(folder)});
    }
    for (const fs::path& folder : packageFolders(m_user)) {
        packages.push_back({folder, false, readModelDescription(folder)});
    }
    std::ranges::stable_sort(packages, [](const InstalledPackage& a, const InstalledPackage& b) {
        const auto key = [](const InstalledPackage& package) {
            const std::string id = toUtf8(package.folder.filename());
            return std::pair(id != kDefaultModel, id);
        };
        return key(a) < key(b);
    });
    return packages;
}

Result<fs::path> ModelRegistry::find(const std::string& idOrFolder) const
{
    const std::string id = idOrFolder.empty() ? kDefaultModel : idOrFolder;
    std::error_code error;
    if (isModelId(id)) {
        for (const fs::path& parent : {m_bundled, m_user}) {
            if (fs::exists(parent / id / kModelFile, error)) {
                if (fs::exists(pathFromUtf8(id) / kModelFile, error)) {
                    log(LogLevel::Warning,
                        "an installed model and a folder here have the name that "
                        "was given; the installed one is meant, ./NAME is the "
                        "folder");
                }
                return parent / id;
            }
        }
    }
    if (fs::path folder = pathFromUtf8(id); fs::is_directory(folder, error)) {
        return folder;
    }
    // Whoever has the viewer alone asks for the default model first of all.
    const bool isDefaultMissing = id == kDefaultModel;
    return fail(ErrorCode::ModelNotFound,
                fmt::format("{}: no installed model and no model folder of that name{}", id,
                            isDefaultMissing ? "; Debian's package nefes-torch brings it" : ""));
}

Result<std::shared_ptr<const ModelPackage>> ModelRegistry::open(const std::string& idOrFolder) const
{
    NEFES_TRY(const fs::path folder, find(idOrFolder));
    return openModelPackage(folder);
}

Result<ModelDescription> ModelRegistry::import(const fs::path& folder, Replacing replacing) const
{
    NEFES_TRY(const auto package, openModelPackage(folder));
    const ModelDescription& model = package->description;
    if (!isModelId(model.id)) {
        return fail(ErrorCode::ModelDamaged, "the id is no name for a folder");
    }
    std::error_code error;
    if (fs::exists(m_bundled / model.id, error)) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} is the id of a bundled model", model.id));
    }
    const auto installed = readModelDescription(m_user / model.id);
    if (replacing == Replacing::Refused && installed && !hasSameWeights(*installed, model)) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} is installed with other weights: --replace, or train with "
                                "another --set id=NAME",
                                model.id));
    }
    NEFES_CHECK(copyPackage(folder, m_user / model.id));
    return model;
}

Result<void> ModelRegistry::exportTo(const std::string& id, const fs::path& folder) const
{
    NEFES_TRY(const fs::path from, find(id));
    std::error_code error;
    if (fs::exists(folder, error)) {
        return fail(ErrorCode::InvalidArgument, fmt::format("{} exists", toUtf8(folder)));
    }
    return copyPackage(from, folder);
}

Result<void> ModelRegistry::remove(const std::string& id) const
{
    std::error_code error;
    if (!isModelId(id) || !fs::exists(m_user / id / kModelFile, error)) {
        const bool isBundled = isModelId(id) && fs::exists(m_bundled / id, error);
        return isBundled
                   ? fail(ErrorCode::InvalidArgument, fmt::format("{} came with the program", id))
                   : fail(ErrorCode::ModelNotFound,
                          fmt::format("{}: no installed model of that name", id));
    }
    fs::remove_all(m_user / id, error);
    if (error) {
        return fail(ErrorCode::WriteFailed, error.message());
    }
    return {};
}

Result<ModelDescription> readModelDescription(const fs::path& packageFolder)
{
    const auto text = readTextFile(packageFolder / kModelFile, kMaxModelJsonBytes);
    if (!text) {
        return fail(text.error().code == ErrorCode::FileNotFound ? ErrorCode::ModelNotFound
                                                                 : ErrorCode::ModelDamaged,
                    fmt::format("{}: {}", kModelFile, text.error().detail));
    }
    NEFES_TRY(const auto json, parseJson(*text, ErrorCode::ModelDamaged));
    return modelFromJson(json);
}

} // namespace nefes::ml
