// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/model_package.h"
#include "ml/tensor_file.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace nefes::ml {

/// A card is text that people read; what is larger is none.
constexpr std::uint64_t kMaxCardBytes = 1U << 20U;

// The files of a model package.
constexpr const char* kModelFile = "model.json";
constexpr const char* kWeightsFile = "weights.safetensors";
constexpr const char* kSplitsFile = "splits.csv";
constexpr const char* kCardEnglish = "card.en.md";
constexpr const char* kCardTurkish = "card.tr.md";
constexpr const char* kStatisticsFile = "input_check.safetensors";
constexpr const char* kCasesFile = "cases.safetensors";
constexpr const char* kLungsFile = "lungs.safetensors";
constexpr const char* kGateFolder = "gate";
constexpr const char* kSecondFolder = "second";

/// Everything that goes into a package.
struct PackageContent {
    ModelDescription description;  ///< weightsSha256 is the digest of `weights`
    std::filesystem::path weights; ///< copied
    std::map<std::string, TensorView> inputCheckStatistics; ///< written where inputCheck is set
    std::map<std::string, std::string> splits;              ///< SHA-256 of a file → split
    LocalisedText card;                                     ///< Markdown
    std::map<std::string, TensorView> cases = {};           ///< written where cases is set
    std::map<std::string, std::string> caseNames = {};      ///< metadata of their file
    std::filesystem::path gate;            ///< package that is copied where inputCheck names a gate
    std::filesystem::path lungFinder = {}; ///< copied where lungFinder is set
    std::filesystem::path second = {};     ///< package that is copied where secondNetwork is set
};

/// Writes the folder under a temporary name and renames it: an existing package is replaced whole
/// or stays whole. FileTooLarge (a card above kMaxCardBytes), WriteFailed, DiskFull.
[[nodiscard]] Result<void> writeModelPackage(const std::filesystem::path& folder,
                                             const PackageContent& content);

/// Copies the files that a package may have, its gate's and its second network's too, and no
/// others, into an existing folder. ModelNotFound, ModelDamaged (model.json cannot be read),
/// WriteFailed, DiskFull.
[[nodiscard]] Result<void> copyPackageFiles(const std::filesystem::path& from,
                                            const std::filesystem::path& to);

/// A copy of `package` in `folder` (which may be the same: it is replaced whole or stays whole)
/// that has `gate` as its gate. InvalidArgument (whyNoGate; the package has no input check;
/// packageTarget), codes
/// of openModelPackage, WriteFailed, DiskFull.
[[nodiscard]] Result<void> writeWithGate(const std::filesystem::path& package,
                                         const std::filesystem::path& gate, double limit,
                                         const std::filesystem::path& folder);

/// A copy of `package` in `folder` (which may be the same: it is replaced whole or stays whole)
/// that judges with `second` too. `model` and `card`: the package's own, with calibration,
/// thresholds and figures of the mean. Of the second package its network goes along, not its
/// statistics, cases and splits, which nothing reads. InvalidArgument (whyNoSecond, packageTarget),
/// codes of openModelPackage, FileTooLarge (a card above kMaxCardBytes), WriteFailed, DiskFull.
[[nodiscard]] Result<void> writeWithSecond(const std::filesystem::path& package,
                                           const std::filesystem::path& second,
                                           ModelDescription model, const LocalisedText& card,
                                           const std::filesystem::path& folder);

/// Where a package with another part is to be written: links and "." resolved, since they cannot be
/// renamed. InvalidArgument: a folder that holds something else than a package, or the part itself.
[[nodiscard]] Result<std::filesystem::path> packageTarget(const std::filesystem::path& folder,
                                                          const std::filesystem::path& part);

/// Why a model cannot be the gate of another; empty where it can.
[[nodiscard]] std::string whyNoGate(const ModelDescription& model);

/// Why a model cannot be the second network of another; empty where it can.
[[nodiscard]] std::string whyNoSecond(const ModelDescription& model);

/// The same labels, in the same order.
[[nodiscard]] bool hasSameLabels(const ModelDescription& a, const ModelDescription& b);

/// Small letters, digits, '-', '_' and '.', at most 64, no '.' or '-' in front: an id is also the
/// name of a folder.
[[nodiscard]] bool isModelId(const std::string& id);

} // namespace nefes::ml
