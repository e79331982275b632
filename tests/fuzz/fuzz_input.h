// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace nefes::fuzz {

/// What libFuzzer hands over, as the project's functions take bytes.
inline std::span<const std::byte> input(const std::uint8_t* data, std::size_t size)
{
    return std::as_bytes(std::span(data, size));
}

} // namespace nefes::fuzz
