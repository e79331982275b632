// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"

#include "core/dicom/structure.h"
#include "core/image/pixel_buffer.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace nefes::test {

inline Bytes bytesOf(std::string_view text)
{
    const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
    return {bytes.begin(), bytes.end()};
}

/// The memory of a vector of numbers (little endian on the machines we test on).
template <class T>
Bytes bytesOf(const std::vector<T>& values)
{
    const auto bytes = std::as_bytes(std::span(values));
    return {bytes.begin(), bytes.end()};
}

/// Writes a data set element by element, right or wrong as the test wants it.
class DicomBytes
{
public:
    explicit DicomBytes(dicom::Encoding encoding = {})
        : m_encoding(encoding)
    {
    }

    DicomBytes& element(dicom::Tag tag, std::string_view vr, const Bytes& value)
    {
        header(tag, vr, static_cast<std::uint32_t>(value.size() + value.size() % 2));
        m_bytes.insert(m_bytes.end(), value.begin(), value.end());
        if (value.size() % 2 != 0) {
            m_bytes.push_back(vr == "UI" || vr == "OB" ? std::byte{0} : std::byte{' '});
        }
        return *this;
    }
    DicomBytes& text(dicom::Tag tag, std::string_view vr, std::string_view value)
    {
        return element(tag, vr, bytesOf(value));
    }
    DicomBytes& u16(dicom::Tag tag, std::vector<int> values, std::string_view vr = "US")
    {
        Bytes bytes;
        for (const int value : values) {
            append(bytes, static_cast<std::uint32_t>(value), 2);
        }
        return element(tag, vr, bytes);
    }
    /// A sequence of items, each the content of another builder.
    DicomBytes& sequence(dicom::Tag tag, const std::vector<DicomBytes>& items)
    {
        Bytes content;
        for (const DicomBytes& item : items) {
            appendTag(content, 0xfffee000);
            append(content, static_cast<std::uint32_t>(item.m_bytes.size()), 4);
            content.insert(content.end(), item.m_bytes.begin(), item.m_bytes.end());
        }
        return element(tag, "SQ", content);
    }
    /// The header of an element alone.
    DicomBytes& header(dicom::Tag tag, std::string_view vr, std::uint32_t length)
    {
        appendTag(m_bytes, tag);
        if (m_encoding.isExplicit && tag >> 16U != 0xfffe) {
            const Bytes letters = bytesOf(vr);
            m_bytes.insert(m_bytes.end(), letters.begin(), letters.end());
            constexpr std::string_view longForms = "OB OD OF OL OV OW SQ SV UC UN UR UT UV";
            if (longForms.find(vr) == std::string_view::npos) {
                append(m_bytes, length, 2);
                return *this;
            }
            append(m_bytes, 0, 2);
        }
        append(m_bytes, length, 4);
        return *this;
    }
    /// Encapsulated pixel data with an empty or given offset table.
    DicomBytes& fragments(const std::vector<Bytes>& values,
                          const std::vector<std::uint32_t>& offsets = {}, bool isClosed = true)
    {
        header(dicom::kPixelData, "OB", 0xffffffffU);
        element(0xfffee000, "", bytesOf(offsets));
        for (const Bytes& value : values) {
            element(0xfffee000, "", value);
        }
        if (isClosed) {
            header(0xfffee0dd, "", 0);
        }
        return *this;
    }
    DicomBytes& raw(std::string_view bytes)
    {
        const Bytes more = bytesOf(bytes);
        m_bytes.insert(m_bytes.end(), more.begin(), more.end());
        return *this;
    }

    [[nodiscard]] const Bytes& dataset() const { return m_bytes; }

    /// Preamble, prefix, meta header and the data set.
    [[nodiscard]] Bytes file(std::string_view transferSyntaxUid) const
    {
        DicomBytes meta;
        meta.text(0x00020010, "UI", transferSyntaxUid);
        Bytes bytes(128);
        const Bytes prefix = bytesOf("DICM");
        bytes.insert(bytes.end(), prefix.begin(), prefix.end());
        bytes.insert(bytes.end(), meta.m_bytes.begin(), meta.m_bytes.end());
        bytes.insert(bytes.end(), m_bytes.begin(), m_bytes.end());
        return bytes;
    }

private:
    void append(Bytes& target, std::uint32_t value, int count) const
    {
        for (int i = 0; i < count; ++i) {
            const int shift = 8 * (m_encoding.isBigEndian ? count - 1 - i : i);
            target.push_back(static_cast<std::byte>(value >> shift & 0xffU));
        }
    }
    void appendTag(Bytes& target, dicom::Tag tag) const
    {
        append(target, tag >> 16U, 2);
        append(target, tag & 0xffffU, 2);
    }

    dicom::Encoding m_encoding;
    Bytes m_bytes;
};

/// What the pixel module of a test image says.
struct ImageModule {
    int rows = 2;
    int columns = 3;
    int samples = 1;
    int bitsAllocated = 16;
    int bitsStored = 16;
    int highBit = -1; ///< −1: Bits Stored − 1
    int representation = 0;
    int planar = -1; ///< −1: not written
    std::string photometric = "MONOCHROME2";
    std::string frames = {}; ///< empty: not written
};

/// Attributes from SOP class to the pixel module, ready for more elements in ascending order.
inline DicomBytes imageHeader(const ImageModule& module, dicom::Encoding encoding = {})
{
    DicomBytes bytes(encoding);
    bytes.text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.7").text(0x00080018, "UI", "2.25.9");
    bytes.u16(0x00280002, {module.samples}).text(0x00280004, "CS", module.photometric);
    if (module.planar >= 0) {
        bytes.u16(0x00280006, {module.planar});
    }
    if (!module.frames.empty()) {
        bytes.text(0x00280008, "IS", module.frames);
    }
    bytes.u16(0x00280010, {module.rows}).u16(0x00280011, {module.columns});
    bytes.u16(0x00280100, {module.bitsAllocated}).u16(0x00280101, {module.bitsStored});
    bytes.u16(0x00280102, {module.highBit < 0 ? module.bitsStored - 1 : module.highBit});
    bytes.u16(0x00280103, {module.representation});
    return bytes;
}

inline constexpr const char* kImplicitLittle = "1.2.840.10008.1.2";
inline constexpr const char* kExplicitLittle = "1.2.840.10008.1.2.1";
inline constexpr const char* kExplicitBig = "1.2.840.10008.1.2.2";
inline constexpr const char* kDeflated = "1.2.840.10008.1.2.1.99";
inline constexpr const char* kRle = "1.2.840.10008.1.2.5";
inline constexpr const char* kJpeg2000 = "1.2.840.10008.1.2.4.90";

/// Values of any storage, for comparisons.
inline std::vector<double> toDoubles(const Samples& samples)
{
    return std::visit(
        [](const auto& values) { return std::vector<double>(values.begin(), values.end()); },
        samples);
}

} // namespace nefes::test
