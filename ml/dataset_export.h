// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include "ml/dataset.h"
#include "ml/sample_store.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace nefes::ml {

/// The manifest of a data set: file, label, split, patient, source, age_group, view and the further
/// columns of its own manifests. REQUIRES: no derived class; see checkHasFiles.
[[nodiscard]] std::string manifestCsv(const Dataset& dataset);

/// DatasetInvalid where images are changed for a derived class: there is no file of them.
[[nodiscard]] Result<void> checkHasFiles(const Dataset& dataset);

/// Copies the files to LABEL/name below a new folder and writes its manifest; names that collide
/// get -2, -3 …. The folder appears whole or not at all. WriteFailed (it exists already), DiskFull,
/// FileNotFound, Cancelled, DatasetInvalid (checkHasFiles).
[[nodiscard]] Result<void> mergeDataset(const Dataset& dataset, const std::filesystem::path& folder,
                                        const Progress& progress, std::stop_token stop);

/// The store as NumPy arrays in an uncompressed archive: x_train, x_val, x_test (uint8 [n, height,
/// width, channels]), y_train, y_val, y_test (int64 [n]), labels (text). DatasetInvalid above 4 GB.
[[nodiscard]] Result<void> writeNpz(const SampleStore& store, const std::filesystem::path& file);

} // namespace nefes::ml
