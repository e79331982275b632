// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/jpeg.h"

#include "core/image/image_limits.h"
#include "core/image/jpeg_header.h"

#include <array>
#include <csetjmp>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

// jpeglib.h needs size_t and FILE to be declared before it.
#include <jerror.h>
#include <jpeglib.h>

namespace nefes::imaging {
namespace {

/// More scans than any encoder writes: a small progressive file can ask for minutes of work.
constexpr int kMaxScans = 200;

/// libjpeg's error manager with what the callbacks have to say. The first member must be the
/// manager: libjpeg hands its address back.
struct ErrorManager {
    jpeg_error_mgr manager = {};
    std::jmp_buf escape = {};
    std::array<char, JMSG_LENGTH_MAX> message = {};
    bool endsEarly = false;
};

ErrorManager& managerOf(j_common_ptr common)
{
    return *reinterpret_cast<ErrorManager*>(common->err);
}

void onError(j_common_ptr common)
{
    ErrorManager& error = managerOf(common);
    common->err->format_message(common, error.message.data());
    std::longjmp(error.escape, 1);
}

void onMessage(j_common_ptr common, int level)
{
    if (level < 0) {
        const int code = common->err->msg_code;
        managerOf(common).endsEarly |= code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER;
        ++common->err->num_warnings;
    }
}

void onOutput(j_common_ptr)
{
    // Nothing goes to standard error.
}

void onProgress(j_common_ptr common)
{
    if (common->is_decompressor != 0 &&
        reinterpret_cast<j_decompress_ptr>(common)->input_scan_number > kMaxScans) {
        common->err->msg_code = JERR_BAD_PROGRESSION;
        onError(common);
    }
}

/// What decodeInto needs; outlives the jump out of libjpeg.
struct Session {
    jpeg_decompress_struct jpeg = {};
    ErrorManager error;
    jpeg_progress_mgr progress = {};
    ~Session() { jpeg_destroy_decompress(&jpeg); }
    Session() = default;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
};

/// Only libjpeg's own C frames and trivial locals lie between setjmp and the jump.
bool start(Session& session, std::span<const std::byte> stream, bool isRgbByHint)
{
    if (setjmp(session.error.escape) != 0) {
        return false;
    }
    jpeg_create_decompress(&session.jpeg);
    session.jpeg.progress = &session.progress;
    jpeg_mem_src(&session.jpeg, reinterpret_cast<const unsigned char*>(stream.data()),
                 static_cast<unsigned long>(stream.size()));
    jpeg_read_header(&session.jpeg, TRUE);
    if (isRgbByHint) {
        session.jpeg.jpeg_color_space = JCS_RGB;
    }
    switch (session.jpeg.num_components) {
    case 1:
        session.jpeg.out_color_space = JCS_GRAYSCALE;
        break;
    case 4:
        session.jpeg.out_color_space = JCS_CMYK;
        break;
    default:
        session.jpeg.out_color_space = JCS_RGB;
        break;
    }
    jpeg_start_decompress(&session.jpeg);
    return true;
}

bool readRows(Session& session, std::uint8_t* target)
{
    if (setjmp(session.error.escape) != 0) {
        return false;
    }
    const std::size_t stride = static_cast<std::size_t>(session.jpeg.output_width) *
                               static_cast<std::size_t>(session.jpeg.output_components);
    while (session.jpeg.output_scanline < session.jpeg.output_height) {
        JSAMPROW row = target + stride * session.jpeg.output_scanline;
        jpeg_read_scanlines(&session.jpeg, &row, 1);
    }
    return true;
}

/// Adobe writes CMYK inverted, so that the products below are red, green and blue.
std::vector<std::uint8_t> cmykToRgb(const std::vector<std::uint8_t>& cmyk)
{
    std::vector<std::uint8_t> rgb;
    rgb.reserve(cmyk.size() / 4 * 3);
    for (std::size_t i = 0; i + 3 < cmyk.size(); i += 4) {
        for (std::size_t channel = 0; channel < 3; ++channel) {
            rgb.push_back(static_cast<std::uint8_t>(cmyk[i + channel] * cmyk[i + 3] / 255));
        }
    }
    return rgb;
}

bool isRgbByHint(const JpegHeader& header, FrameColors colors)
{
    return header.components == 3 && colors == FrameColors::Rgb && !header.hasJfif &&
           !header.adobeTransform;
}

} // namespace

Result<DecodedFrame> decodeJpeg(std::span<const std::byte> stream, FrameColors colors)
{
    const auto header = parseJpegHeader(stream);
    if (!header) {
        return fail(ErrorCode::DecodeFailed, "a JPEG stream without a frame header");
    }
    const bool isSupported = header->precision == 8 && header->process != JpegProcess::Lossless &&
                             header->process != JpegProcess::JpegLs &&
                             header->process != JpegProcess::Other;
    if (!isSupported || header->components == 2 || header->components > 4) {
        return fail(ErrorCode::UnsupportedFormat, "not a lossy JPEG with 8 bits");
    }
    NEFES_CHECK(checkFrameSize(header->width, header->height, header->components, 1));
    NEFES_CHECK(checkStreamLength(std::int64_t{header->width} * header->height * header->components,
                                  stream.size()));

    Session session;
    session.jpeg.err = jpeg_std_error(&session.error.manager);
    session.error.manager.error_exit = onError;
    session.error.manager.emit_message = onMessage;
    session.error.manager.output_message = onOutput;
    session.progress.progress_monitor = onProgress;
    if (!start(session, stream, isRgbByHint(*header, colors))) {
        return fail(ErrorCode::DecodeFailed, session.error.message.data());
    }
    const int components = session.jpeg.output_components;
    const auto width = static_cast<int>(session.jpeg.output_width);
    const auto height = static_cast<int>(session.jpeg.output_height);
    NEFES_CHECK(checkFrameSize(width, height, components, 1));
    std::vector<std::uint8_t> samples(static_cast<std::size_t>(width) *
                                      static_cast<std::size_t>(height) *
                                      static_cast<std::size_t>(components));
    if (!readRows(session, samples.data())) {
        return fail(ErrorCode::DecodeFailed, session.error.message.data());
    }
    DecodedFrame frame;
    frame.isPartial = session.error.endsEarly;
    if (components == 4) {
        samples = cmykToRgb(samples);
    }
    frame.pixels = PixelBuffer{width, height, components == 1 ? 1 : 3, std::move(samples)};
    return frame;
}

} // namespace nefes::imaging
