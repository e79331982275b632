// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/tensor_file.h"

#include "core/base/assert.h"
#include "core/base/digest.h"

#include "ml/json_object.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace nefes::ml {
namespace {

constexpr std::size_t kLengthBytes = 8;
/// The format's own limit.
constexpr std::uint64_t kMaxHeaderBytes = 100'000'000;

struct TypeRow {
    TensorType type;
    std::string_view name;
    std::int64_t bytes;
};

constexpr std::array<TypeRow, 7> kTypes{{
    {TensorType::Float32, "F32", 4},
    {TensorType::Float16, "F16", 2},
    {TensorType::BFloat16, "BF16", 2},
    {TensorType::Float64, "F64", 8},
    {TensorType::Int64, "I64", 8},
    {TensorType::Int32, "I32", 4},
    {TensorType::UInt8, "U8", 1},
}};

const TypeRow& row(TensorType type)
{
    const auto* found = std::find_if(kTypes.begin(), kTypes.end(),
                                     [type](const TypeRow& entry) { return entry.type == type; });
    NEFES_ASSERT(found != kTypes.end());
    return *found;
}

tl::unexpected<Error> damaged(const std::string& name, const std::string& what)
{
    return fail(ErrorCode::ModelDamaged, fmt::format("tensor \"{}\": {}", name, what));
}

/// Product of the sides times the bytes of an element; nothing on overflow or a negative side.
std::optional<std::int64_t> byteCount(const std::vector<std::int64_t>& shape, std::int64_t bytes)
{
    std::int64_t product = bytes;
    for (const std::int64_t side : shape) {
        if (side < 0 || (side > 0 && product > std::numeric_limits<std::int64_t>::max() / side)) {
            return std::nullopt;
        }
        product *= side;
    }
    return product;
}

Result<std::vector<std::int64_t>> wholeNumbers(const std::string& name, const nlohmann::json& json)
{
    std::vector<std::int64_t> result;
    if (!json.is_array()) {
        return damaged(name, "shape and offsets are lists");
    }
    for (const nlohmann::json& item : json) {
        if (!item.is_number_integer() || item.get<std::int64_t>() < 0) {
            return damaged(name, "shape and offsets are whole numbers from 0");
        }
        result.push_back(item.get<std::int64_t>());
    }
    return result;
}

Result<TensorView> readTensor(const std::string& name, const nlohmann::json& json,
                              std::span<const std::byte> data)
{
    if (!json.is_object() || !json.contains("dtype") || !json.contains("shape") ||
        !json.contains("data_offsets") || json.size() != 3 || !json["dtype"].is_string()) {
        return damaged(name, "dtype, shape and data_offsets are needed");
    }
    const auto& type = json["dtype"].get_ref<const std::string&>();
    const auto* found = std::find_if(kTypes.begin(), kTypes.end(),
                                     [&type](const TypeRow& entry) { return entry.name == type; });
    if (found == kTypes.end()) {
        return damaged(name, "type \"" + type + "\" is not supported");
    }
    NEFES_TRY(auto shape, wholeNumbers(name, json["shape"]));
    NEFES_TRY(const auto offsets, wholeNumbers(name, json["data_offsets"]));
    const auto size = byteCount(shape, found->bytes);
    if (offsets.size() != 2 || offsets[0] > offsets[1] ||
        !std::in_range<std::int64_t>(data.size()) ||
        offsets[1] > static_cast<std::int64_t>(data.size())) {
        return damaged(name, "its data lie outside the file");
    }
    if (!size || *size != offsets[1] - offsets[0]) {
        return damaged(name, "its shape does not fit its data");
    }
    return TensorView{
        found->type, std::move(shape),
        data.subspan(static_cast<std::size_t>(offsets[0]), static_cast<std::size_t>(*size))};
}

Result<std::map<std::string, std::string>> readMetadata(const nlohmann::json& json)
{
    std::map<std::string, std::string> metadata;
    if (!json.is_object()) {
        return fail(ErrorCode::ModelDamaged, "__metadata__ is not an object");
    }
    for (const auto& [key, value] : json.items()) {
        if (!value.is_string()) {
            return fail(ErrorCode::ModelDamaged, "__metadata__ holds something else than text");
        }
        metadata[key] = value.get<std::string>();
    }
    return metadata;
}

/// The format wants the tensors to cover the data without gaps and without overlapping.
Result<void> checkCover(const std::map<std::string, TensorView>& tensors,
                        std::span<const std::byte> data)
{
    std::vector<std::pair<std::size_t, std::size_t>> parts;
    for (const auto& [name, tensor] : tensors) {
        parts.emplace_back(static_cast<std::size_t>(tensor.bytes.data() - data.data()),
                           tensor.bytes.size());
    }
    std::sort(parts.begin(), parts.end());
    std::size_t end = 0;
    for (const auto& [begin, size] : parts) {
        if (begin != end) {
            return fail(ErrorCode::ModelDamaged, "tensors overlap or leave a gap");
        }
        end += size;
    }
    if (end != data.size()) {
        return fail(ErrorCode::ModelDamaged, "the file is longer than its tensors");
    }
    return {};
}

std::uint64_t littleEndian(std::span<const std::byte> bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i) {
        value |= std::to_integer<std::uint64_t>(bytes[i]) << (8 * i);
    }
    return value;
}

} // namespace

std::int64_t TensorView::elementCount() const
{
    return static_cast<std::int64_t>(bytes.size()) / row(type).bytes;
}

Result<std::shared_ptr<const TensorFile>> TensorFile::open(const std::filesystem::path& file)
{
    NEFES_TRY(auto mapped, MappedFile::open(file));
    const std::span<const std::byte> bytes = mapped->bytes();
    if (bytes.size() < kLengthBytes) {
        return fail(ErrorCode::ModelDamaged, "the file is shorter than its header");
    }
    const std::uint64_t headerBytes = littleEndian(bytes);
    if (headerBytes > kMaxHeaderBytes || headerBytes > bytes.size() - kLengthBytes) {
        return fail(ErrorCode::ModelDamaged, "the header is longer than the file");
    }
    const auto header = bytes.subspan(kLengthBytes, static_cast<std::size_t>(headerBytes));
    std::string text(header.size(), '\0');
    std::transform(header.begin(), header.end(), text.begin(),
                   [](std::byte byte) { return static_cast<char>(byte); });
    NEFES_TRY(const auto json, parseJson(text, ErrorCode::ModelDamaged));
    if (!json.is_object()) {
        return fail(ErrorCode::ModelDamaged, "the header is not an object");
    }
    const auto data = bytes.subspan(kLengthBytes + header.size());
    std::shared_ptr<TensorFile> result(new TensorFile());
    for (const auto& [name, value] : json.items()) {
        if (name == "__metadata__") {
            NEFES_TRY(result->m_metadata, readMetadata(value));
            continue;
        }
        NEFES_TRY(auto tensor, readTensor(name, value, data));
        result->m_tensors.emplace(name, std::move(tensor));
    }
    NEFES_CHECK(checkCover(result->m_tensors, data));
    result->m_file = std::move(mapped);
    return result;
}

std::string TensorFile::sha256() const
{
    return nefes::sha256(m_file->bytes());
}

Result<void> writeTensorFile(const std::filesystem::path& file,
                             const std::map<std::string, TensorView>& tensors,
                             const std::map<std::string, std::string>& metadata)
{
    nlohmann::json header = nlohmann::json::object();
    if (!metadata.empty()) {
        header["__metadata__"] = metadata;
    }
    std::size_t offset = 0;
    for (const auto& [name, tensor] : tensors) {
        NEFES_ASSERT(byteCount(tensor.shape, row(tensor.type).bytes) ==
                     static_cast<std::int64_t>(tensor.bytes.size()));
        header[name] = {{"dtype", std::string(row(tensor.type).name)},
                        {"shape", tensor.shape},
                        {"data_offsets", {offset, offset + tensor.bytes.size()}}};
        offset += tensor.bytes.size();
    }
    std::string text = jsonText(header);
    text.append((kLengthBytes - text.size() % kLengthBytes) % kLengthBytes, ' ');
    std::array<std::byte, kLengthBytes> length{};
    for (std::size_t i = 0; i < kLengthBytes; ++i) {
        length.at(i) = static_cast<std::byte>((std::uint64_t{text.size()} >> (8 * i)) & 0xffU);
    }
    std::vector<std::span<const std::byte>> parts{length, std::as_bytes(std::span(text))};
    for (const auto& [name, tensor] : tensors) {
        parts.push_back(tensor.bytes);
    }
    return writeFileAtomically(file, parts);
}

} // namespace nefes::ml
