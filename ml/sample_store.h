// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/base/result.h"

#include "ml/input_specification.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace nefes::ml {

enum class Split : std::uint8_t { Train, Validation, Test };

/// "train", "validation", "test".
[[nodiscard]] std::string_view splitName(Split split);

/// What is known of a sample besides its pixels.
struct SampleInfo {
    std::string file; ///< relative to its data set
    std::string sha256;
    int label = 0; ///< index into SampleStore::classes()
    Split split = Split::Train;
    std::string patient, source, ageGroup, view, licence; ///< empty: not known
};

/// Samples decoded and preprocessed once (up to the 8-bit plane of the input), memory-mapped: a
/// data set larger than memory trains. One file: magic, JSON header, planes. Immutable.
class SampleStore
{
public:
    [[nodiscard]] static Result<std::shared_ptr<const SampleStore>>
    open(const std::filesystem::path& file);

    [[nodiscard]] const InputSpecification& input() const { return m_input; }
    [[nodiscard]] const std::vector<std::string>& classes() const { return m_classes; }
    [[nodiscard]] const std::vector<SampleInfo>& samples() const { return m_samples; }
    /// height × width bytes, row-major gray.
    [[nodiscard]] std::span<const std::uint8_t> plane(std::size_t index) const;
    /// Indices of a split, in order.
    [[nodiscard]] std::vector<std::size_t> indices(Split split) const;
    /// Digest over the files' digests, labels and splits: the identity of the data.
    [[nodiscard]] const std::string& digest() const { return m_digest; }
    /// The same planes under other names, labels and splits: sample i has plane planes[i] of this
    /// store. REQUIRES: as many samples as planes, indices and labels in range.
    [[nodiscard]] std::shared_ptr<const SampleStore>
    rearranged(const std::vector<std::size_t>& planes, std::vector<SampleInfo> samples,
               std::vector<std::string> classes) const;

private:
    SampleStore() = default;
    std::shared_ptr<const MappedFile> m_file;
    std::size_t m_planesOffset = 0;
    std::vector<std::size_t> m_planes; ///< which plane each sample has; empty: its own index
    InputSpecification m_input;
    std::vector<std::string> m_classes;
    std::vector<SampleInfo> m_samples;
    std::string m_digest;
};

/// Writes a store plane by plane, then renames it into place.
class SampleStoreWriter
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SampleStoreWriter>>
    create(const std::filesystem::path& file, InputSpecification input,
           std::vector<std::string> classes);
    virtual ~SampleStoreWriter() = default;
    SampleStoreWriter(const SampleStoreWriter&) = delete;
    SampleStoreWriter& operator=(const SampleStoreWriter&) = delete;

    /// REQUIRES: the plane has the input's size.
    [[nodiscard]] virtual Result<void> add(SampleInfo info,
                                           std::span<const std::uint8_t> plane) = 0;
    [[nodiscard]] virtual Result<void> finish() = 0;

protected:
    SampleStoreWriter() = default;
};

} // namespace nefes::ml
