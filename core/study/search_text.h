// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nefes::study {

/// UTF-8 text for search and sorting: small letters without accents, all four Turkish and Latin i's
/// alike ("IŞIK İrem" → "isik irem"), Greek and Cyrillic in small letters, the separators of DICOM
/// names (^ =) as blanks.
[[nodiscard]] std::string foldedText(std::string_view utf8);

/// The folded words of what people type.
[[nodiscard]] std::vector<std::string> searchWords(std::string_view utf8);

} // namespace nefes::study
