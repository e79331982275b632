// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nefes::ml {

/// Numbers that a field may have, both ends included.
struct NumberRange {
    double low = 0.0;
    double high = 1.0;
};

/// Reads a JSON object field by field. Absent fields give the fallback; the first thing that is
/// wrong is kept under its dotted path, and finish() tells it, or else a key that nobody asked for.
class JsonObject
{
public:
    /// `path` is the dotted path of the object itself, empty at the root; `code` is what errors
    /// carry. `json` must outlive the reader.
    JsonObject(const nlohmann::json& json, std::string path, ErrorCode code);

    [[nodiscard]] double number(const char* key, double fallback, NumberRange range);
    [[nodiscard]] int integer(const char* key, int fallback, int low, int high);
    [[nodiscard]] std::uint64_t seed(const char* key, std::uint64_t fallback);
    [[nodiscard]] bool flag(const char* key, bool fallback);
    [[nodiscard]] std::string text(const char* key, std::string fallback);
    [[nodiscard]] std::string oneOf(const char* key, std::string fallback,
                                    std::initializer_list<std::string_view> allowed);
    [[nodiscard]] std::vector<std::string> texts(const char* key);
    [[nodiscard]] std::map<std::string, std::string> textMap(const char* key);
    [[nodiscard]] std::vector<float> floats(const char* key, std::vector<float> fallback,
                                            NumberRange range);
    /// Two numbers, the first not above the second; nothing where absent or null.
    [[nodiscard]] std::optional<std::pair<double, double>> interval(const char* key,
                                                                    NumberRange range);
    /// The value itself; null pointer where absent or null.
    [[nodiscard]] const nlohmann::json* member(const char* key);
    /// Complains where the field is absent.
    void require(const char* key);
    /// Complains about a field.
    void reject(const std::string& key, const std::string& message);

    /// The value of a nested result, or a default one after keeping its error.
    template <class T>
    [[nodiscard]] T take(Result<T> result)
    {
        if (!result) {
            keep(std::move(result).error());
            return T{};
        }
        return *std::move(result);
    }

    [[nodiscard]] std::string pathOf(const std::string& key) const;
    [[nodiscard]] ErrorCode code() const { return m_code; }
    [[nodiscard]] Result<void> finish() const;

private:
    void keep(Error error);
    const nlohmann::json* find(const char* key);

    const nlohmann::json* m_json;
    std::string m_path;
    ErrorCode m_code;
    std::set<std::string> m_known;
    std::optional<Error> m_error;
};

/// The value of a key: of `fallback`'s type (bool, a whole number, double, std::string, or a JSON
/// array or object), or else `fallback`, as where the key is absent or `json` is no object. For
/// JSON from files where a wrong type is nothing to complain about; it never throws.
template <class T>
[[nodiscard]] T valueOr(const nlohmann::json& json, const std::string& key, T fallback)
{
    const auto found = json.is_object() ? json.find(key) : json.end();
    if (found == json.end()) {
        return fallback;
    }
    if constexpr (std::same_as<T, nlohmann::json>) {
        return found->type() == fallback.type() ? *found : fallback;
    } else if constexpr (std::same_as<T, bool>) {
        return found->is_boolean() ? found->template get<bool>() : fallback;
    } else if constexpr (std::same_as<T, std::string>) {
        return found->is_string() ? found->template get<std::string>() : fallback;
    } else if constexpr (std::integral<T>) {
        if (found->is_number_unsigned()) {
            const auto number = found->template get<std::uint64_t>();
            return std::in_range<T>(number) ? static_cast<T>(number) : fallback;
        }
        const double number = found->is_number() ? found->template get<double>() : std::nan("");
        constexpr double kExact = 9007199254740992.0; // 2^53
        const bool isWhole = std::floor(number) == number && std::fabs(number) <= kExact;
        return isWhole && std::in_range<T>(static_cast<std::int64_t>(number))
                   ? static_cast<T>(number)
                   : fallback;
    } else {
        static_assert(std::same_as<T, double>);
        return found->is_number() ? found->template get<double>() : fallback;
    }
}

[[nodiscard]] inline std::string valueOr(const nlohmann::json& json, const std::string& key,
                                         const char* fallback)
{
    return valueOr(json, key, std::string(fallback));
}

/// JSON has no NaN: what is not defined is null.
[[nodiscard]] nlohmann::json orNull(double value);

/// Parses text. `code` with a position where it is no JSON.
[[nodiscard]] Result<nlohmann::json> parseJson(std::string_view text, ErrorCode code);

/// Text of a value; bytes that are no UTF-8 are replaced. `indent` −1: one line.
[[nodiscard]] std::string jsonText(const nlohmann::json& json, int indent = -1);

} // namespace nefes::ml
