// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace nefes::study {

/// One prepared statement. Parameters and columns count as in SQLite: from 1 and from 0.
class Statement
{
public:
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, double value);
    /// True while there is a row.
    [[nodiscard]] Result<bool> step();
    /// For a statement without rows; ready to be bound again.
    [[nodiscard]] Result<void> run();
    void reset();

    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::optional<double> number(int column) const;

private:
    friend class Database;
    explicit Statement(sqlite3_stmt* statement)
        : m_statement(statement, &sqlite3_finalize)
    {
    }
    std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> m_statement;
};

/// A connection to a database file. One thread at a time. DamagedFile, DiskFull, WriteFailed,
/// OutOfMemory, Internal (a wrong statement).
class Database
{
public:
    [[nodiscard]] static Result<Database> open(const std::filesystem::path& file, bool isReadOnly);
    [[nodiscard]] Result<void> execute(const char* sql);
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    [[nodiscard]] std::int64_t lastId() const { return sqlite3_last_insert_rowid(m_handle.get()); }
    [[nodiscard]] int changes() const { return sqlite3_changes(m_handle.get()); }

private:
    explicit Database(sqlite3* handle)
        : m_handle(handle, &sqlite3_close_v2)
    {
    }
    std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)> m_handle;
};

/// All or nothing: rolls back unless it was committed.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database& database)
        : m_database(&database)
    {
    }
    Database* m_database; ///< null once it is over
};

} // namespace nefes::study
