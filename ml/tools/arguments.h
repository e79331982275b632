// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace nefes::tools {

/// "--name value" and "--name" arguments of a small tool.
class Arguments
{
public:
    /// InvalidArgument for a name in neither set or a missing value.
    [[nodiscard]] static Result<Arguments> parse(std::span<char*> arguments,
                                                 const std::set<std::string>& withValue,
                                                 const std::set<std::string>& flags);

    [[nodiscard]] bool has(const std::string& name) const { return m_values.contains(name); }
    /// The last value given, or `otherwise`.
    [[nodiscard]] std::string value(const std::string& name, const std::string& otherwise) const;
    /// Every value given, in order.
    [[nodiscard]] std::vector<std::string> values(const std::string& name) const;
    /// InvalidArgument when it is not a whole number.
    [[nodiscard]] Result<int> number(const std::string& name, int otherwise) const;

private:
    std::map<std::string, std::vector<std::string>> m_values;
};

} // namespace nefes::tools
