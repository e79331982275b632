// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nefes {

/// A library and its version, as `nefes doctor` and the About page name them.
struct LibraryVersion {
    std::string name, version;
};

/// What the computer computes with.
struct Machine {
    std::string processor;             ///< model name; empty where the system does not say
    std::vector<std::string> features; ///< those that networks compute with: "avx2", "avx512_bf16"
    int threads = 1;                   ///< that the processor runs at once
    std::uint64_t memoryBytes = 0;
    std::vector<std::string> graphicsCards; ///< of NVIDIA, by the driver
};

/// Reads /proc; blocks for a millisecond or so. Any thread.
[[nodiscard]] Machine describeMachine();

} // namespace nefes
