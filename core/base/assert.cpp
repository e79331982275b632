// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace nefes {

void assertionFailed(const char* expression, const char* file, int line)
{
    std::fprintf(stderr, "nefes: assertion failed: %s (%s:%d)\n", expression, file, line);
    std::abort();
}

} // namespace nefes
