// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace nefes::ml {

enum class TensorType { Float32, Float16, BFloat16, Float64, Int64, Int32, UInt8 };

/// A tensor inside a TensorFile; valid as long as the file object lives. Little-endian, row-major.
struct TensorView {
    TensorType type = TensorType::Float32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;

    [[nodiscard]] std::int64_t elementCount() const;
};

/// A safetensors file (github.com/huggingface/safetensors, format 0.3): 8 bytes of header length, a
/// JSON header, then the tensors. Reading checks every offset; nothing in it is executed.
/// Immutable.
class TensorFile
{
public:
    /// ModelDamaged when the header, a shape or an offset is wrong; readFile's codes.
    [[nodiscard]] static Result<std::shared_ptr<const TensorFile>>
    open(const std::filesystem::path& file);

    [[nodiscard]] const std::map<std::string, TensorView>& tensors() const { return m_tensors; }
    [[nodiscard]] const std::map<std::string, std::string>& metadata() const { return m_metadata; }
    /// Digest of the whole file, lower-case hexadecimal.
    [[nodiscard]] std::string sha256() const;

private:
    TensorFile() = default;
    std::shared_ptr<const MappedFile> m_file;
    std::map<std::string, TensorView> m_tensors;
    std::map<std::string, std::string> m_metadata;
};

/// Writes tensors in the order of their names, atomically. WriteFailed, DiskFull.
[[nodiscard]] Result<void> writeTensorFile(const std::filesystem::path& file,
                                           const std::map<std::string, TensorView>& tensors,
                                           const std::map<std::string, std::string>& metadata);

} // namespace nefes::ml
