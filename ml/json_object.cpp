// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/json_object.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

namespace nefes::ml {

JsonObject::JsonObject(const nlohmann::json& json, std::string path, ErrorCode code)
    : m_json(&json)
    , m_path(std::move(path))
    , m_code(code)
{
    if (!json.is_object()) {
        keep({m_code, fmt::format("{}: an object is needed", m_path.empty() ? "file" : m_path)});
    }
}

std::string JsonObject::pathOf(const std::string& key) const
{
    if (m_path.empty() || key.empty()) {
        return m_path + key;
    }
    return m_path + "." + key;
}

void JsonObject::keep(Error error)
{
    if (!m_error) {
        m_error = std::move(error);
    }
}

void JsonObject::reject(const std::string& key, const std::string& message)
{
    keep({m_code, fmt::format("{}: {}", pathOf(key), message)});
}

const nlohmann::json* JsonObject::find(const char* key)
{
    m_known.emplace(key);
    if (!m_json->is_object()) {
        return nullptr;
    }
    const auto found = m_json->find(key);
    return found == m_json->end() ? nullptr : &*found;
}

void JsonObject::require(const char* key)
{
    if (find(key) == nullptr) {
        reject(key, "is missing");
    }
}

const nlohmann::json* JsonObject::member(const char* key)
{
    const nlohmann::json* value = find(key);
    return value == nullptr || value->is_null() ? nullptr : value;
}

double JsonObject::number(const char* key, double fallback, NumberRange range)
{
    const nlohmann::json* value = find(key);
    if (value == nullptr) {
        return fallback;
    }
    if (!value->is_number()) {
        reject(key, "a number is needed");
        return fallback;
    }
    const double result = value->get<double>();
    if (!(result >= range.low && result <= range.high)) {
        reject(key, fmt::format("{} is not between {} and {}", result, range.low, range.high));
        return fallback;
    }
    return result;
}

int JsonObject::integer(const char* key, int fallback, int low, int high)
{
    const nlohmann::json* value = find(key);
    if (value == nullptr) {
        return fallback;
    }
    const double result = value->is_number() ? value->get<double>() : std::nan("");
    if (!(std::floor(result) == result)) {
        reject(key, "a whole number is needed");
        return fallback;
    }
    if (result < low || result > high) {
        reject(key, fmt::format("{} is not between {} and {}", result, low, high));
        return fallback;
    }
    return static_cast<int>(result);
}

std::uint64_t JsonObject::seed(const char* key, std::uint64_t fallback)
{
    const nlohmann::json* value = find(key);
    if (value == nullptr) {
        return fallback;
    }
    if (!value->is_number_unsigned()) {
        reject(key, "a whole number from 0 is needed");
        return fallback;
    }
    return value->get<std::uint64_t>();
}

bool JsonObject::flag(const char* key, bool fallback)
{
    const nlohmann::json* value = find(key);
    if (value == nullptr) {
        return fallback;
    }
    if (!value->is_boolean()) {
        reject(key, "true or false is needed");
        return fallback;
    }
    return value->get<bool>();
}

std::string JsonObject::text(const char* key, std::string fallback)
{
    const nlohmann::json* value = member(key);
    if (value == nullptr) {
        return fallback;
    }
    if (!value->is_string()) {
        reject(key, "a text is needed");
        return fallback;
    }
    return value->get<std::string>();
}

std::string JsonObject::oneOf(const char* key, std::string fallback,
                              std::initializer_list<std::string_view> allowed)
{
    std::string value = text(key, fallback);
    for (const std::string_view candidate : allowed) {
        if (candidate == value) {
            return value;
        }
    }
    reject(key, fmt::format("\"{}\" is not one of {}", value, fmt::join(allowed, ", ")));
    return fallback;
}

std::vector<std::string> JsonObject::texts(const char* key)
{
    std::vector<std::string> result;
    const nlohmann::json* value = member(key);
    if (value == nullptr) {
        return result;
    }
    if (!value->is_array()) {
        reject(key, "a list of texts is needed");
        return result;
    }
    for (const nlohmann::json& item : *value) {
        if (!item.is_string()) {
            reject(key, "a list of texts is needed");
            return {};
        }
        result.push_back(item.get<std::string>());
    }
    return result;
}

std::map<std::string, std::string> JsonObject::textMap(const char* key)
{
    std::map<std::string, std::string> result;
    const nlohmann::json* value = member(key);
    if (value == nullptr) {
        return result;
    }
    if (!value->is_object()) {
        reject(key, "an object of texts is needed");
        return result;
    }
    for (const auto& [name, item] : value->items()) {
        if (!item.is_string()) {
            reject(std::string(key) + "." + name, "a text is needed");
            return {};
        }
        result[name] = item.get<std::string>();
    }
    return result;
}

std::vector<float> JsonObject::floats(const char* key, std::vector<float> fallback,
                                      NumberRange range)
{
    const nlohmann::json* value = find(key);
    if (value == nullptr) {
        return fallback;
    }
    std::vector<float> result;
    if (!value->is_array()) {
        reject(key, "a list of numbers is needed");
        return fallback;
    }
    for (const nlohmann::json& item : *value) {
        const double number = item.is_number() ? item.get<double>() : std::nan("");
        if (!(number >= range.low && number <= range.high)) {
            reject(key, fmt::format("numbers between {} and {} are needed", range.low, range.high));
            return fallback;
        }
        result.push_back(static_cast<float>(number));
    }
    return result;
}

std::optional<std::pair<double, double>> JsonObject::interval(const char* key, NumberRange range)
{
    const nlohmann::json* value = member(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_array() || value->size() != 2 || !(*value)[0].is_number() ||
        !(*value)[1].is_number()) {
        reject(key, "two numbers are needed");
        return std::nullopt;
    }
    const double low = (*value)[0].get<double>();
    const double high = (*value)[1].get<double>();
    if (!(low >= range.low && low <= high && high <= range.high)) {
        reject(key, fmt::format("[{}, {}] is not an interval within {} and {}", low, high,
                                range.low, range.high));
        return std::nullopt;
    }
    return std::pair{low, high};
}

Result<void> JsonObject::finish() const
{
    if (m_error) {
        return tl::unexpected(*m_error);
    }
    for (const auto& [key, value] : m_json->items()) {
        if (!m_known.contains(key)) {
            return fail(m_code, fmt::format("{}: unknown key", pathOf(key)));
        }
    }
    return {};
}

nlohmann::json orNull(double value)
{
    return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json();
}

Result<nlohmann::json> parseJson(std::string_view text, ErrorCode code)
{
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::exception& exception) {
        return fail(code, fmt::format("no valid JSON: {}", exception.what()));
    }
}

std::string jsonText(const nlohmann::json& json, int indent)
{
    return json.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace nefes::ml
