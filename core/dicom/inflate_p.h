// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/base/result.h"

#include <cstddef>
#include <span>

namespace nefes::dicom {

struct Inflated {
    Bytes bytes;
    bool endsEarly = false;
};

/// Raw deflate data (RFC 1951). A stream that is damaged or ends early gives what came before.
/// ImageTooLarge when more than `limit` bytes come out, DecodeFailed when none do.
[[nodiscard]] Result<Inflated> inflate(std::span<const std::byte> stream, std::size_t limit);

} // namespace nefes::dicom
