// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nefes::ml {

/// A table with a header row (RFC 4180: fields may be quoted and then hold commas, line ends and
/// doubled quotes). Every row has as many fields as the header.
struct CsvTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;

    /// Where a column is; the first of two equal ones.
    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
};

/// DatasetInvalid with the line number: a quote that is not closed, a row that is longer than the
/// header. Rows that are shorter are filled with empty fields, empty lines left out.
[[nodiscard]] Result<CsvTable> parseCsv(std::string_view text);

/// A field as it stands in a file: quoted only where it must be.
[[nodiscard]] std::string csvField(std::string_view text);

} // namespace nefes::ml
