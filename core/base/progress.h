// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace nefes {

/// Called on the worker's thread with what is done and the total (0: not known yet). May be empty.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

inline void report(const Progress& progress, std::size_t done, std::size_t total)
{
    if (progress) {
        progress(done, total);
    }
}

} // namespace nefes
