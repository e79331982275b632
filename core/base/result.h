// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace nefes {

template <class T>
using Result = tl::expected<T, Error>;

/// For `return fail(ErrorCode::FileEmpty, "…")` in a function that returns any Result.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string detail)
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

} // namespace nefes

#define NEFES_CONCAT_(a, b) a##b
#define NEFES_CONCAT(a, b) NEFES_CONCAT_(a, b)

/// NEFES_TRY(auto value, expression) declares value, or returns the error of the expression.
#define NEFES_TRY(declaration, expression)                                                         \
    auto&& NEFES_CONCAT(nefes_try_, __LINE__) = (expression);                                      \
    if (!NEFES_CONCAT(nefes_try_, __LINE__)) {                                                     \
        return tl::unexpected(std::move(NEFES_CONCAT(nefes_try_, __LINE__)).error());              \
    }                                                                                              \
    declaration = *std::move(NEFES_CONCAT(nefes_try_, __LINE__))

/// The same for a Result whose value is not wanted.
#define NEFES_CHECK(expression)                                                                    \
    if (auto&& nefes_check = (expression); !nefes_check) {                                         \
        return tl::unexpected(std::move(nefes_check).error());                                     \
    }
