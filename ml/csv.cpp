// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/csv.h"

#include <fmt/format.h>

#include <algorithm>

namespace nefes::ml {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Cuts a text into rows, field by field.
class CsvReader
{
public:
    explicit CsvReader(std::string_view text)
        : m_text(text)
    {
        if (m_text.starts_with(kByteOrderMark)) {
            m_at = kByteOrderMark.size();
        }
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    /// Line where the last row began, from 1.
    [[nodiscard]] int rowLine() const { return m_rowLine; }

    [[nodiscard]] Result<std::vector<std::string>> row()
    {
        std::vector<std::string> fields;
        m_rowLine = m_line;
        while (true) {
            NEFES_TRY(auto text, field());
            fields.push_back(std::move(text));
            if (atEnd() || m_text[m_at] != ',') {
                break;
            }
            ++m_at;
        }
        endLine();
        return fields;
    }

private:
    [[nodiscard]] Result<std::string> field()
    {
        std::string text;
        if (!atEnd() && m_text[m_at] == '"') {
            NEFES_TRY(text, quoted());
        }
        // What follows a closing quote is taken as it stands, as most readers do.
        while (!atEnd() && m_text[m_at] != ',' && m_text[m_at] != '\n' && m_text[m_at] != '\r') {
            text += m_text[m_at++];
        }
        return text;
    }

    [[nodiscard]] Result<std::string> quoted()
    {
        std::string text;
        const int start = m_line;
        for (++m_at; !atEnd(); ++m_at) {
            const char letter = m_text[m_at];
            if (letter == '"') {
                if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '"') {
                    ++m_at;
                    return text;
                }
                ++m_at;
            } else if (letter == '\n') {
                ++m_line;
            }
            text += letter;
        }
        return fail(ErrorCode::DatasetInvalid,
                    fmt::format("line {}: a quote is not closed", start));
    }

    void endLine()
    {
        if (!atEnd() && m_text[m_at] == '\r') {
            ++m_at;
        }
        if (!atEnd() && m_text[m_at] == '\n') {
            ++m_at;
        }
        ++m_line;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
    int m_rowLine = 1;
};

} // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const
{
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (found == columns.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - columns.begin());
}

Result<CsvTable> parseCsv(std::string_view text)
{
    CsvTable table;
    CsvReader reader(text);
    while (!reader.atEnd()) {
        NEFES_TRY(auto row, reader.row());
        if (row.size() == 1 && row.front().empty()) {
            continue;
        }
        if (table.columns.empty()) {
            table.columns = std::move(row);
            continue;
        }
        if (row.size() > table.columns.size()) {
            return fail(ErrorCode::DatasetInvalid,
                        fmt::format("line {}: {} fields, but the header has {}", reader.rowLine(),
                                    row.size(), table.columns.size()));
        }
        row.resize(table.columns.size());
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string csvField(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"') {
            quoted += '"';
        }
        quoted += letter;
    }
    return quoted + '"';
}

} // namespace nefes::ml
