// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/model_package.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace nefes::ml {

/// A package that is installed: its description, or why it cannot be read.
struct InstalledPackage {
    std::filesystem::path folder;
    bool isBundled = false; ///< came with the program and cannot be removed
    Result<ModelDescription> description;
};

/// Whether a model may be lost to another one of the same id: one whose weights are others.
enum class Replacing { Refused, Allowed };

/// The model that is used when nobody names one.
inline constexpr const char* kDefaultModel = "chest-xray";

/// The installed packages: folders below a read-only bundled folder and below the user's own, where
/// the folder's name is the model's id. Reads the disk at each call; any thread.
class ModelRegistry
{
public:
    ModelRegistry(std::filesystem::path bundled, std::filesystem::path user);

    /// The default model first, then by id. A user's package with the id of a bundled one comes
    /// after it.
    [[nodiscard]] std::vector<InstalledPackage> list() const;

    /// The folder of a model: an id, or the path of a package folder; empty means the default
    /// model. ModelNotFound.
    [[nodiscard]] Result<std::filesystem::path> find(const std::string& idOrFolder) const;

    /// find() and openModelPackage().
    [[nodiscard]] Result<std::shared_ptr<const ModelPackage>>
    open(const std::string& idOrFolder) const;

    /// Checks a package and copies its known files into the user's folder, replacing an older one
    /// of the same id. InvalidArgument when the id is that of a bundled model, or of one with other
    /// weights that must not be replaced; openModelPackage's codes; WriteFailed, DiskFull.
    [[nodiscard]] Result<ModelDescription> import(const std::filesystem::path& folder,
                                                  Replacing replacing = Replacing::Refused) const;

    /// Copies an installed package to a folder that does not exist yet.
    [[nodiscard]] Result<void> exportTo(const std::string& id,
                                        const std::filesystem::path& folder) const;

    /// ModelNotFound; InvalidArgument for a bundled model.
    [[nodiscard]] Result<void> remove(const std::string& id) const;

private:
    std::filesystem::path m_bundled, m_user;
};

/// model.json of a package folder, without opening the weights. ModelNotFound, ModelDamaged.
[[nodiscard]] Result<ModelDescription>
readModelDescription(const std::filesystem::path& packageFolder);

} // namespace nefes::ml
