// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nefes {

/// Tag of an item of a sequence (PS3.5 7.5.1).
inline constexpr std::uint32_t kItemTag = 0xfffee000;

/// One line of what a DICOM file says: an element, or an item of a sequence. Patient data: never
/// logged.
struct TagNode {
    std::uint32_t tag = 0; ///< group, then element; kItemTag for an item
    std::string vr;        ///< Value Representation, two letters; empty for an item
    std::string name;      ///< English, from the data dictionary: "Patient Name"; may be empty
    std::string value; ///< UTF-8, values separated by \; bytes without a text: the first ones in
                       ///< hexadecimal digits; empty for sequences and items
    std::uint64_t byteCount = 0;   ///< of the value as it is stored; 0 for sequences and items
    bool isCut = false;            ///< the value goes on in the file
    std::vector<TagNode> children; ///< of a sequence: its items; of an item: its elements
};

/// All elements of a file in the order in which they are stored.
struct TagTree {
    std::vector<TagNode> elements;
    bool isCut = false; ///< the file has more elements than are listed
};

} // namespace nefes
