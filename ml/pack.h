// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include "core/image/image_reader.h"
#include "core/image/plane_operations.h"

#include "ml/dataset.h"
#include "ml/lungs.h"
#include "ml/sample_store.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace nefes::ml {

/// What decoding needs from outside this library.
struct DecodingTools {
    const ImageReader& reader;
    const PlaneOperations& operations;
    int threads = 2;
    std::shared_ptr<LungFinder> lungs = {}; ///< for inputs whose area is the lungs
    std::string lungsSha256 = {};           ///< of its weights: tells cached planes apart
};

/// A file that is not in the store, and why.
struct UnreadableFile {
    std::filesystem::path path;
    Error error;
};

struct PackedDataset {
    std::shared_ptr<const SampleStore> store;
    std::vector<UnreadableFile> unreadable;
};

/// Decodes and preprocesses every entry once and writes the store, in the order of the entries.
/// Files that cannot be read are listed and left out. Entries without a split count as training.
/// Cancelled, DatasetEmpty (not one file could be read), WriteFailed, DiskFull.
[[nodiscard]] Result<PackedDataset> packDataset(const Dataset& dataset,
                                                const InputSpecification& input,
                                                const std::filesystem::path& file,
                                                const DecodingTools& tools,
                                                const Progress& progress, std::stop_token stop);

/// The same through a cache folder: planes that an earlier call decoded from the same files (by
/// path, size and time of change) for the same input are used again, whatever the labels and splits
/// are now.
/// The cache is kept below kCacheBytes, the new planes not counted.
[[nodiscard]] Result<PackedDataset>
packThroughCache(const Dataset& dataset, const InputSpecification& input,
                 const std::filesystem::path& cacheFolder, const DecodingTools& tools,
                 const Progress& progress, std::stop_token stop);

constexpr std::uint64_t kCacheBytes = 20'000'000'000;

/// Removes from a cache folder what processes that are gone left half written, then the planes that
/// were used longest ago until the rest has no more than `bytes`. Those used last stay; a store
/// that is open can be read on.
void cleanCache(const std::filesystem::path& cacheFolder, std::uint64_t bytes);

} // namespace nefes::ml
