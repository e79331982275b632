// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/sample_store.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace nefes::ml {

/// A warning in plain English words, and its code for scripts: "patient_in_two_splits",
/// "near_duplicates_across_splits", "class_from_one_source", "tiny_split", "unreadable_files",
/// "mixed_polarity".
struct DatasetWarning {
    std::string code, text;
    // The same in parts, for sentences in other languages; what does not apply is empty.
    int count = 0;              ///< patients, pairs, images or files
    int total = 0;              ///< images of the class
    std::string label{};        ///< class
    std::string source{};       ///< the one that most of the class comes from
    std::string example{};      ///< name of a file
    std::string otherExample{}; ///< the file that looks like it
    std::optional<Split> split{};
    /// Samples to leave out: of a pair the one nearer to training, images of the other polarity.
    std::vector<std::size_t> samples{};
};

struct DatasetSummary {
    /// images, classes, and counts by class × split, class × source, class × age group.
    nlohmann::json counts;
    std::vector<DatasetWarning> warnings;
};

/// The input whose planes a summary needs: small ones are enough to compare images.
[[nodiscard]] InputSpecification summaryInput();

/// Counts and warnings of a store. Near-duplicates are images of different splits whose difference
/// hashes (64 bits) differ in at most 4 bits and that correlate; polarity is told by comparing each
/// image with the mean of all.
[[nodiscard]] DatasetSummary summarise(const SampleStore& store, std::size_t unreadableFiles);

[[nodiscard]] nlohmann::json summaryToJson(const DatasetSummary& summary);
[[nodiscard]] std::string summaryToText(const DatasetSummary& summary);

/// 64 bits: whether each cell of a 9 × 8 grid of means is darker than its right neighbour. Planes
/// of at least 9 × 8.
[[nodiscard]] std::uint64_t differenceHash(std::span<const std::uint8_t> plane, int width,
                                           int height);

} // namespace nefes::ml
