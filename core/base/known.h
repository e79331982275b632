// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/assert.h"

#include <optional>

namespace nefes {

/// A value that is there by an invariant of the program; aborts where it is not (NEFES_ASSERT).
template <class T>
[[nodiscard]] const T& known(const std::optional<T>& value)
{
    NEFES_ASSERT(value.has_value());
    return *value;
}
template <class T>
const T& known(const std::optional<T>&& value) = delete;

} // namespace nefes
