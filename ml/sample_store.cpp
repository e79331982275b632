// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/sample_store.h"

#include "core/base/assert.h"
#include "core/base/digest.h"
#include "core/base/files.h"

#include "ml/json_forms.h"
#include "ml/json_object.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <system_error>

namespace nefes::ml {
namespace {

// The file: 8 bytes magic, offset and length of the JSON header as 8 little-endian bytes each, 8
// bytes of zeros, the planes one after the other, the header. The header comes last because the
// samples are known only then.
constexpr std::string_view kMagic = "NEFESST1";
constexpr std::size_t kPlanesOffset = 32;
constexpr std::uint64_t kMaxHeaderBytes = 1'000'000'000;

std::uint64_t readNumber(std::span<const std::byte> bytes, std::size_t offset)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        value |= std::to_integer<std::uint64_t>(bytes[offset + i]) << (8 * i);
    }
    return value;
}

void writeNumber(std::span<std::byte> bytes, std::size_t offset, std::uint64_t value)
{
    for (std::size_t i = 0; i < 8; ++i) {
        bytes[offset + i] = static_cast<std::byte>((value >> (8 * i)) & 0xffU);
    }
}

std::size_t planeBytes(const InputSpecification& input)
{
    return static_cast<std::size_t>(input.width) * static_cast<std::size_t>(input.height);
}

std::optional<Split> splitFromName(std::string_view name)
{
    for (const Split split : {Split::Train, Split::Validation, Split::Test}) {
        if (splitName(split) == name) {
            return split;
        }
    }
    return std::nullopt;
}

nlohmann::json sampleToJson(const SampleInfo& sample)
{
    return {{"file", sample.file},          {"sha256", sample.sha256},
            {"label", sample.label},        {"split", std::string(splitName(sample.split))},
            {"patient", sample.patient},    {"source", sample.source},
            {"age_group", sample.ageGroup}, {"view", sample.view},
            {"licence", sample.licence}};
}

Result<SampleInfo> sampleFromJson(const nlohmann::json& json, int classCount)
{
    JsonObject object(json, "samples", ErrorCode::DatasetInvalid);
    SampleInfo sample;
    sample.file = object.text("file", {});
    sample.sha256 = object.text("sha256", {});
    sample.label = object.integer("label", 0, 0, classCount - 1);
    const std::string split = object.oneOf("split", "train", {"train", "validation", "test"});
    sample.split = splitFromName(split).value_or(Split::Train);
    sample.patient = object.text("patient", {});
    sample.source = object.text("source", {});
    sample.ageGroup = object.text("age_group", {});
    sample.view = object.text("view", {});
    sample.licence = object.text("licence", {});
    NEFES_CHECK(object.finish());
    return sample;
}

std::string digestOf(const std::vector<std::string>& classes,
                     const std::vector<SampleInfo>& samples)
{
    std::vector<std::string> lines;
    lines.reserve(samples.size());
    for (const SampleInfo& sample : samples) {
        lines.push_back(fmt::format("{} {} {}\n", sample.sha256,
                                    classes[static_cast<std::size_t>(sample.label)],
                                    splitName(sample.split)));
    }
    std::sort(lines.begin(), lines.end());
    Sha256 digest;
    for (const std::string& line : lines) {
        digest.add(std::as_bytes(std::span(line)));
    }
    return digest.finish();
}

class StoreWriter final : public SampleStoreWriter
{
public:
    StoreWriter(std::filesystem::path file, InputSpecification input,
                std::vector<std::string> classes)
        : m_file(throughLinks(std::move(file)))
        , m_temporary(m_file)
        , m_input(std::move(input))
        , m_classes(std::move(classes))
    {
        m_temporary += fmt::format(".{}.part", ::getpid());
    }
    ~StoreWriter() override
    {
        if (m_fd >= 0) {
            ::close(m_fd);
            ::unlink(m_temporary.c_str());
        }
    }
    StoreWriter(const StoreWriter&) = delete;
    StoreWriter& operator=(const StoreWriter&) = delete;

    Result<void> start()
    {
        struct stat before = {};
        const bool replaces = ::stat(m_file.c_str(), &before) == 0;
        if (replaces && !S_ISREG(before.st_mode)) {
            return fail(ErrorCode::WriteFailed, "is not a plain file");
        }
        m_fd = ::open(m_temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        if (m_fd < 0) {
            return fail(writeErrorCode(errno), std::generic_category().message(errno));
        }
        if (replaces) {
            static_cast<void>(::fchmod(m_fd, before.st_mode & 07777) == 0);
        }
        return writeAll(m_fd, std::array<std::byte, kPlanesOffset>{});
    }

    [[nodiscard]] Result<void> add(SampleInfo info, std::span<const std::uint8_t> plane) override
    {
        NEFES_ASSERT(plane.size() == planeBytes(m_input));
        NEFES_ASSERT(info.label >= 0 && static_cast<std::size_t>(info.label) < m_classes.size());
        NEFES_CHECK(writeAll(m_fd, std::as_bytes(plane)));
        m_samples.push_back(std::move(info));
        return {};
    }

    [[nodiscard]] Result<void> finish() override
    {
        nlohmann::json samples = nlohmann::json::array();
        for (const SampleInfo& sample : m_samples) {
            samples.push_back(sampleToJson(sample));
        }
        const std::string header = jsonText({{"input", inputToJson(m_input)},
                                             {"classes", m_classes},
                                             {"samples", std::move(samples)}});
        NEFES_CHECK(writeAll(m_fd, std::as_bytes(std::span(header))));
        std::array<std::byte, kPlanesOffset> start{};
        std::transform(kMagic.begin(), kMagic.end(), start.begin(),
                       [](char letter) { return static_cast<std::byte>(letter); });
        writeNumber(start, 8, kPlanesOffset + m_samples.size() * planeBytes(m_input));
        writeNumber(start, 16, header.size());
        if (::lseek(m_fd, 0, SEEK_SET) != 0) {
            return fail(ErrorCode::WriteFailed, std::generic_category().message(errno));
        }
        NEFES_CHECK(writeAll(m_fd, start));
        if (::fsync(m_fd) != 0 || ::rename(m_temporary.c_str(), m_file.c_str()) != 0) {
            return fail(writeErrorCode(errno), std::generic_category().message(errno));
        }
        ::close(m_fd);
        m_fd = -1;
        return {};
    }

private:
    std::filesystem::path m_file;
    std::filesystem::path m_temporary;
    InputSpecification m_input;
    std::vector<std::string> m_classes;
    std::vector<SampleInfo> m_samples;
    int m_fd = -1;
};

} // namespace

std::string_view splitName(Split split)
{
    switch (split) {
    case Split::Train:
        return "train";
    case Split::Validation:
        return "validation";
    case Split::Test:
        return "test";
    }
    return "train";
}

Result<std::shared_ptr<const SampleStore>> SampleStore::open(const std::filesystem::path& file)
{
    NEFES_TRY(auto mapped, MappedFile::open(file));
    const std::span<const std::byte> bytes = mapped->bytes();
    const auto damaged = [](const char* what) {
        return fail(ErrorCode::DatasetInvalid, what);
    };
    if (bytes.size() < kPlanesOffset ||
        !std::equal(kMagic.begin(), kMagic.end(), bytes.begin(), [](char letter, std::byte byte) {
            return static_cast<std::byte>(letter) == byte;
        })) {
        return damaged("not a sample store");
    }
    const std::uint64_t offset = readNumber(bytes, 8);
    const std::uint64_t length = readNumber(bytes, 16);
    if (offset < kPlanesOffset || offset > bytes.size() || length > kMaxHeaderBytes ||
        length != bytes.size() - offset) {
        return damaged("the sample store is not complete");
    }
    std::string text(static_cast<std::size_t>(length), '\0');
    const auto header = bytes.subspan(static_cast<std::size_t>(offset));
    std::transform(header.begin(), header.end(), text.begin(),
                   [](std::byte byte) { return static_cast<char>(byte); });
    NEFES_TRY(const auto json, parseJson(text, ErrorCode::DatasetInvalid));
    JsonObject object(json, "", ErrorCode::DatasetInvalid);
    std::shared_ptr<SampleStore> store(new SampleStore());
    object.require("input");
    if (const nlohmann::json* input = object.member("input")) {
        store->m_input =
            object.take(inputFromJson(*input, object.pathOf("input"), ErrorCode::DatasetInvalid));
    }
    store->m_classes = object.texts("classes");
    const nlohmann::json* samples = object.member("samples");
    NEFES_CHECK(object.finish());
    if (samples == nullptr || !samples->is_array() || store->m_classes.empty()) {
        return damaged("the sample store lacks its classes or samples");
    }
    if (samples->size() * planeBytes(store->m_input) != offset - kPlanesOffset) {
        return damaged("the sample store's planes do not fit its samples");
    }
    store->m_samples.reserve(samples->size());
    for (const nlohmann::json& sample : *samples) {
        NEFES_TRY(auto info, sampleFromJson(sample, static_cast<int>(store->m_classes.size())));
        store->m_samples.push_back(std::move(info));
    }
    store->m_digest = digestOf(store->m_classes, store->m_samples);
    store->m_planesOffset = kPlanesOffset;
    store->m_file = std::move(mapped);
    return store;
}

std::span<const std::uint8_t> SampleStore::plane(std::size_t index) const
{
    NEFES_ASSERT(index < m_samples.size());
    const std::size_t size = planeBytes(m_input);
    const std::size_t place = m_planes.empty() ? index : m_planes[index];
    const std::byte* start = m_file->bytes().data() + m_planesOffset + place * size;
    return {reinterpret_cast<const std::uint8_t*>(start), size};
}

std::vector<std::size_t> SampleStore::indices(Split split) const
{
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < m_samples.size(); ++i) {
        if (m_samples[i].split == split) {
            result.push_back(i);
        }
    }
    return result;
}

std::shared_ptr<const SampleStore> SampleStore::rearranged(const std::vector<std::size_t>& planes,
                                                           std::vector<SampleInfo> samples,
                                                           std::vector<std::string> classes) const
{
    NEFES_ASSERT(planes.size() == samples.size());
    std::shared_ptr<SampleStore> store(new SampleStore(*this));
    store->m_planes.clear();
    for (const std::size_t plane : planes) {
        NEFES_ASSERT(plane < m_samples.size());
        store->m_planes.push_back(m_planes.empty() ? plane : m_planes[plane]);
    }
    store->m_samples = std::move(samples);
    store->m_classes = std::move(classes);
    store->m_digest = digestOf(store->m_classes, store->m_samples);
    return store;
}

Result<std::unique_ptr<SampleStoreWriter>>
SampleStoreWriter::create(const std::filesystem::path& file, InputSpecification input,
                          std::vector<std::string> classes)
{
    auto writer = std::make_unique<StoreWriter>(file, std::move(input), std::move(classes));
    NEFES_CHECK(writer->start());
    return writer;
}

} // namespace nefes::ml
