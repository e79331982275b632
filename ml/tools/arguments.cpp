// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/tools/arguments.h"

#include <fmt/format.h>

#include <charconv>

namespace nefes::tools {

Result<Arguments> Arguments::parse(std::span<char*> arguments,
                                   const std::set<std::string>& withValue,
                                   const std::set<std::string>& flags)
{
    Arguments result;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string name = arguments[i];
        if (flags.contains(name)) {
            result.m_values[name].emplace_back();
        } else if (!withValue.contains(name)) {
            return fail(ErrorCode::InvalidArgument, fmt::format("unknown argument {}", name));
        } else if (i + 1 == arguments.size()) {
            return fail(ErrorCode::InvalidArgument, fmt::format("{} needs a value", name));
        } else {
            result.m_values[name].emplace_back(arguments[++i]);
        }
    }
    return result;
}

std::string Arguments::value(const std::string& name, const std::string& otherwise) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? otherwise : found->second.back();
}

std::vector<std::string> Arguments::values(const std::string& name) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::vector<std::string>() : found->second;
}

Result<int> Arguments::number(const std::string& name, int otherwise) const
{
    if (!has(name)) {
        return otherwise;
    }
    const std::string text = value(name, {});
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
        return fail(ErrorCode::InvalidArgument, fmt::format("{}: {} is no number", name, text));
    }
    return number;
}

} // namespace nefes::tools
