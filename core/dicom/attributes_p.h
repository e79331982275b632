// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dicom/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcitem.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace nefes::dicom {

/// Values of a data set or sequence item, read whatever Value Representation they were written
/// with. Absent and unreadable are the same. The item must outlive the view.
class Attributes
{
public:
    explicit Attributes(DcmItem& item);
    /// With the character set of the data set around an item.
    Attributes(DcmItem& item, TextDecoder decoder);

    [[nodiscard]] bool has(const DcmTagKey& tag) const; ///< with a value
    [[nodiscard]] std::optional<std::int64_t> integer(const DcmTagKey& tag,
                                                      std::size_t index = 0) const;
    /// An integer that fits int, else `fallback`.
    [[nodiscard]] int integerOr(const DcmTagKey& tag, int fallback) const;
    [[nodiscard]] std::optional<double> number(const DcmTagKey& tag, std::size_t index = 0) const;
    [[nodiscard]] std::vector<double> numbers(const DcmTagKey& tag) const;
    /// UTF-8, trimmed; values separated by backslashes.
    [[nodiscard]] std::string text(const DcmTagKey& tag) const;
    /// One of several values.
    [[nodiscard]] std::string textAt(const DcmTagKey& tag, std::size_t index) const;
    /// OW, US or SS values in the machine's byte order; bytes of OB data pairwise. Empty if absent.
    [[nodiscard]] std::span<const std::uint16_t> words(const DcmTagKey& tag) const;
    [[nodiscard]] std::span<const std::byte> bytes(const DcmTagKey& tag) const;
    [[nodiscard]] std::optional<Attributes> item(const DcmTagKey& sequence,
                                                 std::size_t index = 0) const;
    [[nodiscard]] std::size_t itemCount(const DcmTagKey& sequence) const;
    [[nodiscard]] const TextDecoder& decoder() const { return m_decoder; }

private:
    /// Elements by tag: DCMTK's own search goes through a list.
    using Index = std::vector<std::pair<std::uint32_t, DcmElement*>>;

    void buildIndex();
    [[nodiscard]] DcmElement* find(const DcmTagKey& tag) const;
    [[nodiscard]] std::string rawText(const DcmTagKey& tag) const;

    DcmItem* m_item; ///< never null
    std::shared_ptr<const Index> m_index;
    TextDecoder m_decoder;
};

} // namespace nefes::dicom
