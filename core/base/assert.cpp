// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace nefes {
namespace {

FailedAssertion lastFailure;

} // namespace

void assertionFailed(const char* expression, const char* file, int line)
{
    std::fprintf(stderr, "nefes: assertion failed: %s (%s:%d)\n", expression, file, line);
    lastFailure = {.expression = expression, .file = file, .line = line};
    std::abort();
}

FailedAssertion failedAssertion()
{
    return lastFailure;
}

} // namespace nefes
