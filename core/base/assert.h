// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nefes {

/// Prints the broken invariant and aborts. For mistakes of the program, never for bad input.
[[noreturn]] void assertionFailed(const char* expression, const char* file, int line);

/// The assertion that ends the program, for its crash report. Null expression: none has failed.
struct FailedAssertion {
    const char* expression = nullptr;
    const char* file = nullptr;
    int line = 0;
};
/// Safe in a signal handler.
[[nodiscard]] FailedAssertion failedAssertion();

} // namespace nefes

#define NEFES_ASSERT(expression)                                                                   \
    ((expression) ? static_cast<void>(0)                                                           \
                  : ::nefes::assertionFailed(#expression, __FILE__, __LINE__))
