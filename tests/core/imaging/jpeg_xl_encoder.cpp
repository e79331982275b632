// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/imaging/jpeg_xl_encoder.h"

#include <jxl/encode.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace nefes::test {

Bytes encodeJpegXl(const JpegXlImage& image, std::span<const int> values)
{
    const std::unique_ptr<JxlEncoder, decltype(&JxlEncoderDestroy)> encoder(
        JxlEncoderCreate(nullptr), &JxlEncoderDestroy);
    JxlBasicInfo info;
    JxlEncoderInitBasicInfo(&info);
    info.xsize = static_cast<std::uint32_t>(image.width);
    info.ysize = static_cast<std::uint32_t>(image.height);
    info.bits_per_sample = static_cast<std::uint32_t>(image.precision);
    info.num_color_channels = static_cast<std::uint32_t>(image.components);
    info.uses_original_profile = JXL_TRUE;
    JxlColorEncoding color = {};
    JxlColorEncodingSetToSRGB(&color, image.components == 1 ? JXL_TRUE : JXL_FALSE);
    JxlEncoderFrameSettings* settings = JxlEncoderFrameSettingsCreate(encoder.get(), nullptr);
    if (JxlEncoderSetBasicInfo(encoder.get(), &info) != JXL_ENC_SUCCESS ||
        JxlEncoderSetColorEncoding(encoder.get(), &color) != JXL_ENC_SUCCESS ||
        JxlEncoderSetFrameLossless(settings, JXL_TRUE) != JXL_ENC_SUCCESS) {
        return {};
    }
    std::vector<float> fractions;
    for (const int value : values) {
        fractions.push_back(static_cast<float>(value) /
                            static_cast<float>((1 << image.precision) - 1));
    }
    const JxlPixelFormat format{info.num_color_channels, JXL_TYPE_FLOAT, JXL_NATIVE_ENDIAN, 0};
    if (JxlEncoderAddImageFrame(settings, &format, fractions.data(),
                                fractions.size() * sizeof(float)) != JXL_ENC_SUCCESS) {
        return {};
    }
    JxlEncoderCloseInput(encoder.get());
    Bytes stream(4096 + 8 * fractions.size());
    auto* next = reinterpret_cast<std::uint8_t*>(stream.data());
    std::size_t left = stream.size();
    if (JxlEncoderProcessOutput(encoder.get(), &next, &left) != JXL_ENC_SUCCESS) {
        return {};
    }
    stream.resize(stream.size() - left);
    return stream;
}

} // namespace nefes::test
