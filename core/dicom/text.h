// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nefes::dicom {

/// Turns text of a data set into UTF-8 by its Specific Character Set (0008,0005): PS3.3 C.12.1.1.2
/// and, for switches within a value, PS3.5 6.1. What cannot be decoded becomes U+FFFD. Bytes above
/// 127 without a declared character set are UTF-8 where they are valid as such, else Latin-1.
class TextDecoder
{
public:
    /// The attribute's value as stored, values separated by backslashes.
    explicit TextDecoder(std::string_view specificCharacterSet = {});

    /// Text without the padding at its ends.
    [[nodiscard]] std::string decode(std::string_view bytes) const;

private:
    std::vector<int> m_registrations; ///< ISO-IR numbers, or those of text.cpp; first: initial
};

/// Without spaces and zero bytes at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// DA "20200311" or "2020.03.11" → "2020-03-11"; anything else as it is.
[[nodiscard]] std::string readableDate(std::string_view date);
/// TM "134501.25" → "13:45:01"; anything else as it is.
[[nodiscard]] std::string readableTime(std::string_view time);
/// AS "045Y" → "45Y".
[[nodiscard]] std::string readableAge(std::string_view age);

/// A keyword of the data dictionary in words: "DigitalXRayImageForPresentation" → "Digital X-Ray
/// Image For Presentation".
[[nodiscard]] std::string splitWords(std::string_view keyword);

} // namespace nefes::dicom
