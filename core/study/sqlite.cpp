// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "core/study/sqlite_p.h"

#include <utility>

namespace nefes::study {
namespace {

constexpr int kBusyTimeoutMs = 5000; ///< another window may be writing

/// The detail names the kind of failure alone: messages of SQLite may quote values.
tl::unexpected<Error> failure(int code)
{
    const char* reason = sqlite3_errstr(code);
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return fail(ErrorCode::DamagedFile, reason);
    case SQLITE_FULL:
        return fail(ErrorCode::DiskFull, reason);
    case SQLITE_NOMEM:
        return fail(ErrorCode::OutOfMemory, reason);
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_PERM:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(ErrorCode::WriteFailed, reason);
    default:
        return fail(ErrorCode::Internal, reason);
    }
}

} // namespace

Statement& Statement::bind(int index, std::string_view text)
{
    sqlite3_bind_text64(m_statement.get(), index, text.data(), text.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), index, value);
    return *this;
}

Statement& Statement::bind(int index, double value)
{
    sqlite3_bind_double(m_statement.get(), index, value);
    return *this;
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    return failure(code);
}

Result<void> Statement::run()
{
    const Result<bool> stepped = step();
    reset();
    if (!stepped) {
        return tl::unexpected(stepped.error());
    }
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

std::string Statement::text(int column) const
{
    const unsigned char* text = sqlite3_column_text(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return text == nullptr
               ? std::string()
               : std::string(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::optional<double> Statement::number(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL
               ? std::nullopt
               : std::optional(sqlite3_column_double(m_statement.get(), column));
}

Result<Database> Database::open(const std::filesystem::path& file, bool isReadOnly)
{
    const int flags =
        (isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) |
        SQLITE_OPEN_EXRESCODE;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(toUtf8(file).c_str(), &handle, flags, nullptr);
    Database database(handle);
    if (code != SQLITE_OK) {
        return failure(code);
    }
    sqlite3_busy_timeout(handle, kBusyTimeoutMs);
    return database;
}

Result<void> Database::execute(const char* sql)
{
    const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return failure(code);
    }
    return {};
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(m_handle.get(), sql.data(), static_cast<int>(sql.size()),
                                        &statement, nullptr);
    if (code != SQLITE_OK) {
        return failure(code);
    }
    return Statement(statement);
}

Result<Transaction> Transaction::begin(Database& database)
{
    NEFES_CHECK(database.execute("BEGIN IMMEDIATE"));
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_database != nullptr) {
        static_cast<void>(m_database->execute("ROLLBACK"));
    }
}

Result<void> Transaction::commit()
{
    NEFES_CHECK(m_database->execute("COMMIT"));
    m_database = nullptr;
    return {};
}

} // namespace nefes::study
