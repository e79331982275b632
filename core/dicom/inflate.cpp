// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/inflate_p.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace nefes::dicom {
namespace {

/// Ends the decompression at the end of its scope.
struct Stream {
    z_stream zlib = {};
    Stream() = default;
    ~Stream() { inflateEnd(&zlib); }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
};

} // namespace

Result<Inflated> inflate(std::span<const std::byte> stream, std::size_t limit)
{
    Stream state;
    constexpr int rawDeflate = -15; // negative window bits: no zlib header
    if (inflateInit2(&state.zlib, rawDeflate) != Z_OK) {
        return fail(ErrorCode::OutOfMemory, "no memory to inflate a data set");
    }
    Inflated result;
    std::array<std::byte, 65536> chunk = {};
    int status = Z_OK;
    while (status == Z_OK) {
        if (state.zlib.avail_in == 0) {
            const std::size_t size =
                std::min<std::size_t>(stream.size(), std::numeric_limits<uInt>::max());
            state.zlib.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(stream.data()));
            state.zlib.avail_in = static_cast<uInt>(size);
            stream = stream.subspan(size);
        }
        state.zlib.next_out = reinterpret_cast<Bytef*>(chunk.data());
        state.zlib.avail_out = static_cast<uInt>(chunk.size());
        status = ::inflate(&state.zlib, Z_NO_FLUSH);
        const std::size_t count = chunk.size() - state.zlib.avail_out;
        if (result.bytes.size() + count > limit) {
            return fail(ErrorCode::ImageTooLarge, fmt::format("inflates to above {} bytes", limit));
        }
        result.bytes.insert(result.bytes.end(), chunk.begin(),
                            chunk.begin() + static_cast<std::ptrdiff_t>(count));
    }
    if (result.bytes.empty()) {
        return fail(ErrorCode::DecodeFailed, "deflated data that cannot be inflated");
    }
    result.endsEarly = status != Z_STREAM_END;
    return result;
}

} // namespace nefes::dicom
