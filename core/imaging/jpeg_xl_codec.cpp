// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/jpeg_xl_codec.h"

#include "core/image/image_limits.h"

#include <fmt/format.h>
#include <jxl/decode.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

namespace nefes::imaging {
namespace {

struct DecoderDeleter {
    void operator()(JxlDecoder* decoder) const { JxlDecoderDestroy(decoder); }
};

const std::uint8_t* octets(std::span<const std::byte> stream)
{
    return reinterpret_cast<const std::uint8_t*>(stream.data());
}

Result<void> checkImage(const JxlBasicInfo& info)
{
    const bool isColor = info.num_color_channels == 3;
    if ((info.num_color_channels != 1 && !isColor) || info.exponent_bits_per_sample != 0 ||
        info.bits_per_sample < 1 || info.bits_per_sample > 16) {
        return fail(ErrorCode::UnsupportedFormat,
                    fmt::format("a JPEG XL stream of {} components with {} bits",
                                info.num_color_channels, info.bits_per_sample));
    }
    return checkFrameSize(info.xsize, info.ysize, info.num_color_channels, 4);
}

/// libjxl gives fractions of the largest value: up to 16 bits they come back exactly.
template <class T>
std::vector<T> toIntegers(const std::vector<float>& fractions, std::uint32_t bits)
{
    const float largest = static_cast<float>((1U << bits) - 1U);
    std::vector<T> values(fractions.size());
    std::ranges::transform(fractions, values.begin(), [largest](float fraction) {
        const float value = std::clamp(fraction, 0.0F, 1.0F) * largest;
        return static_cast<T>(std::lround(value));
    });
    return values;
}

} // namespace

bool JpegXlCodec::recognises(std::span<const std::byte> stream)
{
    const JxlSignature signature = JxlSignatureCheck(octets(stream), stream.size());
    return signature == JXL_SIG_CODESTREAM || signature == JXL_SIG_CONTAINER;
}

Result<DecodedFrame> JpegXlCodec::decode(std::span<const std::byte> stream,
                                         const FrameDescription& /*description*/) const
{
    const std::unique_ptr<JxlDecoder, DecoderDeleter> decoder(JxlDecoderCreate(nullptr));
    if (!decoder ||
        JxlDecoderSubscribeEvents(decoder.get(), JXL_DEC_BASIC_INFO | JXL_DEC_FULL_IMAGE) !=
            JXL_DEC_SUCCESS ||
        // The data set says how the image lies, not the stream.
        JxlDecoderSetKeepOrientation(decoder.get(), JXL_TRUE) != JXL_DEC_SUCCESS ||
        JxlDecoderSetInput(decoder.get(), octets(stream), stream.size()) != JXL_DEC_SUCCESS) {
        return fail(ErrorCode::DecodeFailed, "the JPEG XL decoder cannot start");
    }
    JxlDecoderCloseInput(decoder.get());

    JxlBasicInfo info = {};
    std::vector<float> fractions;
    for (;;) {
        const JxlDecoderStatus status = JxlDecoderProcessInput(decoder.get());
        if (status == JXL_DEC_BASIC_INFO) {
            if (JxlDecoderGetBasicInfo(decoder.get(), &info) != JXL_DEC_SUCCESS) {
                return fail(ErrorCode::DecodeFailed, "the JPEG XL header is damaged");
            }
            NEFES_CHECK(checkImage(info));
        } else if (status == JXL_DEC_NEED_IMAGE_OUT_BUFFER) {
            const JxlPixelFormat format{info.num_color_channels, JXL_TYPE_FLOAT, JXL_NATIVE_ENDIAN,
                                        0};
            fractions.resize(std::size_t{info.xsize} * info.ysize * info.num_color_channels);
            if (JxlDecoderSetImageOutBuffer(decoder.get(), &format, fractions.data(),
                                            fractions.size() * sizeof(float)) != JXL_DEC_SUCCESS) {
                return fail(ErrorCode::DecodeFailed, "the JPEG XL frame has another size");
            }
        } else if (status == JXL_DEC_FULL_IMAGE) {
            break;
        } else {
            return fail(ErrorCode::DecodeFailed, "the JPEG XL stream is damaged or ends early");
        }
    }
    DecodedFrame frame;
    frame.precision = static_cast<int>(info.bits_per_sample);
    frame.pixels.width = static_cast<int>(info.xsize);
    frame.pixels.height = static_cast<int>(info.ysize);
    frame.pixels.samplesPerPixel = static_cast<int>(info.num_color_channels);
    if (info.bits_per_sample <= 8) {
        frame.pixels.samples = toIntegers<std::uint8_t>(fractions, info.bits_per_sample);
    } else {
        frame.pixels.samples = toIntegers<std::uint16_t>(fractions, info.bits_per_sample);
    }
    return frame;
}

} // namespace nefes::imaging
