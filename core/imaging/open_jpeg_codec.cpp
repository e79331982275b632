// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/open_jpeg_codec.h"

#include "core/image/image_limits.h"

#include <fmt/format.h>
#include <openjpeg.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace nefes::imaging {
namespace {

using namespace std::string_view_literals;

struct CodecDeleter {
    void operator()(opj_codec_t* codec) const { opj_destroy_codec(codec); }
};
struct StreamDeleter {
    void operator()(opj_stream_t* stream) const { opj_stream_destroy(stream); }
};
struct ImageDeleter {
    void operator()(opj_image_t* image) const { opj_image_destroy(image); }
};
using CodecHandle = std::unique_ptr<opj_codec_t, CodecDeleter>;
using StreamHandle = std::unique_ptr<opj_stream_t, StreamDeleter>;
using ImageHandle = std::unique_ptr<opj_image_t, ImageDeleter>;

bool startsWith(std::span<const std::byte> bytes, std::string_view text)
{
    return bytes.size() >= text.size() &&
           std::equal(text.begin(), text.end(), bytes.begin(),
                      [](char c, std::byte b) { return static_cast<std::byte>(c) == b; });
}

/// ISO 15444-1 A.4.1 and A.5.1: SOC is followed by SIZ.
bool isCodeStream(std::span<const std::byte> stream)
{
    return startsWith(stream, "\xff\x4f\xff\x51"sv);
}

/// ISO 15444-1 I.5.1: the JP2 signature box.
bool isJp2(std::span<const std::byte> stream)
{
    return startsWith(stream, "\0\0\0\x0cjP  \r\n\x87\n"sv);
}

/// ISO 15444-1 A.6.1: the COD segment says whether the decoder turns the components back to RGB.
bool hasComponentTransform(std::span<const std::byte> stream)
{
    constexpr std::size_t searched = 4096; // the main header is short
    const auto start = stream.first(std::min(stream.size(), searched));
    for (std::size_t i = 2; i + 8 < start.size(); ++i) {
        if (start[i] == std::byte{0xff} && start[i + 1] == std::byte{0x52}) {
            return start[i + 8] != std::byte{0};
        }
    }
    return false;
}

/// Reading position in the bytes, for OpenJPEG's callbacks.
struct Cursor {
    std::span<const std::byte> bytes;
    std::size_t at = 0;
};

OPJ_SIZE_T readBytes(void* target, OPJ_SIZE_T count, void* user)
{
    auto& cursor = *static_cast<Cursor*>(user);
    const std::size_t left = cursor.bytes.size() - cursor.at;
    if (left == 0) {
        return static_cast<OPJ_SIZE_T>(-1);
    }
    const std::size_t size = std::min<std::size_t>(count, left);
    std::memcpy(target, cursor.bytes.data() + cursor.at, size);
    cursor.at += size;
    return size;
}

OPJ_OFF_T skipBytes(OPJ_OFF_T count, void* user)
{
    auto& cursor = *static_cast<Cursor*>(user);
    if (count < 0) {
        return -1;
    }
    const std::size_t left = cursor.bytes.size() - cursor.at;
    const std::size_t size = std::min(static_cast<std::size_t>(count), left);
    cursor.at += size;
    return static_cast<OPJ_OFF_T>(size);
}

OPJ_BOOL seekTo(OPJ_OFF_T position, void* user)
{
    auto& cursor = *static_cast<Cursor*>(user);
    if (position < 0 || static_cast<std::size_t>(position) > cursor.bytes.size()) {
        return OPJ_FALSE;
    }
    cursor.at = static_cast<std::size_t>(position);
    return OPJ_TRUE;
}

StreamHandle openStream(Cursor& cursor)
{
    StreamHandle stream(opj_stream_create(OPJ_J2K_STREAM_CHUNK_SIZE, OPJ_TRUE));
    if (stream) {
        opj_stream_set_user_data(stream.get(), &cursor, nullptr);
        opj_stream_set_user_data_length(stream.get(), cursor.bytes.size());
        opj_stream_set_read_function(stream.get(), readBytes);
        opj_stream_set_skip_function(stream.get(), skipBytes);
        opj_stream_set_seek_function(stream.get(), seekTo);
    }
    return stream;
}

/// What OpenJPEG says while it works.
struct Messages {
    std::string firstError;
    bool hasWarningOfLoss = false;
};

void onError(const char* message, void* user)
{
    auto& messages = *static_cast<Messages*>(user);
    if (messages.firstError.empty()) {
        messages.firstError = message;
        while (!messages.firstError.empty() && messages.firstError.back() == '\n') {
            messages.firstError.pop_back();
        }
    }
}

void onWarning(const char* message, void* user)
{
    const std::string_view text(message);
    for (const auto word : {"inconsistent with stream length"sv, "segment too long"sv,
                            "truncated"sv, "ot enough"sv}) {
        static_cast<Messages*>(user)->hasWarningOfLoss |= text.find(word) != std::string_view::npos;
    }
}

void onInfo(const char*, void*)
{
    // Nothing to say.
}

Result<void> checkComponents(const opj_image_t& image)
{
    const OPJ_UINT32 count = image.numcomps;
    if (count != 1 && count < 3) {
        return fail(ErrorCode::UnsupportedFormat,
                    fmt::format("a JPEG 2000 stream of {} components", count));
    }
    const opj_image_comp_t& first = image.comps[0];
    for (OPJ_UINT32 i = 0; i < std::min<OPJ_UINT32>(count, 3); ++i) {
        const opj_image_comp_t& component = image.comps[i];
        if (component.prec < 1 || component.prec > 31 || component.prec != first.prec ||
            component.sgnd != first.sgnd) {
            return fail(ErrorCode::UnsupportedFormat,
                        "a JPEG 2000 stream whose components differ in precision");
        }
    }
    return checkFrameSize(first.w, first.h, count, 4);
}

/// Samples of a component, repeated where it is subsampled against the first one.
template <class T>
void copyComponent(const opj_image_comp_t& component, const opj_image_comp_t& first,
                   std::size_t channel, std::size_t channels, std::vector<T>& target)
{
    const std::size_t width = first.w;
    if (component.w == first.w && component.h == first.h) {
        const std::size_t count = width * first.h;
        for (std::size_t i = 0; i < count; ++i) {
            target[i * channels + channel] = static_cast<T>(component.data[i]);
        }
        return;
    }
    for (std::size_t y = 0; y < first.h; ++y) {
        const std::size_t sourceRow = y * component.h / first.h * component.w;
        for (std::size_t x = 0; x < width; ++x) {
            target[(y * width + x) * channels + channel] =
                static_cast<T>(component.data[sourceRow + x * component.w / width]);
        }
    }
}

template <class T>
Samples collect(const opj_image_t& image, std::size_t channels)
{
    const opj_image_comp_t& first = image.comps[0];
    std::vector<T> samples(static_cast<std::size_t>(first.w) * first.h * channels);
    for (std::size_t channel = 0; channel < channels; ++channel) {
        copyComponent(image.comps[channel], first, channel, channels, samples);
    }
    return samples;
}

/// ISO 15444-1 G.3 leaves the colour to the file around the stream: without a component transform
/// of the stream's own, three components may be YCbCr (sYCC in a JP2).
void convertSycc(std::vector<std::uint8_t>& samples)
{
    const auto clamp = [](double value) {
        return static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0));
    };
    for (std::size_t i = 0; i + 2 < samples.size(); i += 3) {
        const double y = samples[i];
        const double cb = samples[i + 1] - 128.0;
        const double cr = samples[i + 2] - 128.0;
        samples[i] = clamp(y + 1.402 * cr);
        samples[i + 1] = clamp(y - 0.344136 * cb - 0.714136 * cr);
        samples[i + 2] = clamp(y + 1.772 * cb);
    }
}

DecodedFrame toFrame(const opj_image_t& image, bool isYcc)
{
    const opj_image_comp_t& first = image.comps[0];
    const std::size_t channels = image.numcomps == 1 ? 1 : 3;
    DecodedFrame frame;
    frame.precision = static_cast<int>(first.prec);
    frame.isSigned = first.sgnd != 0;
    frame.pixels.width = static_cast<int>(first.w);
    frame.pixels.height = static_cast<int>(first.h);
    frame.pixels.samplesPerPixel = static_cast<int>(channels);
    if (first.prec <= 8) {
        frame.pixels.samples = frame.isSigned ? collect<std::int8_t>(image, channels)
                                              : collect<std::uint8_t>(image, channels);
    } else if (first.prec <= 16) {
        frame.pixels.samples = frame.isSigned ? collect<std::int16_t>(image, channels)
                                              : collect<std::uint16_t>(image, channels);
    } else {
        frame.pixels.samples = frame.isSigned ? collect<std::int32_t>(image, channels)
                                              : collect<std::uint32_t>(image, channels);
    }
    if (isYcc && channels == 3) {
        if (auto* bytes = std::get_if<std::vector<std::uint8_t>>(&frame.pixels.samples)) {
            convertSycc(*bytes);
        }
    }
    return frame;
}

} // namespace

bool OpenJpegCodec::recognises(std::span<const std::byte> stream)
{
    return isCodeStream(stream) || isJp2(stream);
}

Result<DecodedFrame> OpenJpegCodec::decode(std::span<const std::byte> stream,
                                           const FrameDescription& description) const
{
    if (!recognises(stream)) {
        return fail(ErrorCode::UnsupportedFormat, "not a JPEG 2000 stream");
    }
    const CodecHandle codec(opj_create_decompress(isJp2(stream) ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K));
    Cursor cursor{stream, 0};
    const StreamHandle input = openStream(cursor);
    if (!codec || !input) {
        return fail(ErrorCode::OutOfMemory, "no memory for a JPEG 2000 decoder");
    }
    Messages messages;
    opj_set_error_handler(codec.get(), onError, &messages);
    opj_set_warning_handler(codec.get(), onWarning, &messages);
    opj_set_info_handler(codec.get(), onInfo, nullptr);
    opj_dparameters_t parameters = {};
    opj_set_default_decoder_parameters(&parameters);
    if (opj_setup_decoder(codec.get(), &parameters) == OPJ_FALSE) {
        return fail(ErrorCode::DecodeFailed, "OpenJPEG refused its parameters");
    }
    // Not strict: a stream that ends early gives the part that is there.
    opj_decoder_set_strict_mode(codec.get(), OPJ_FALSE);
    opj_image_t* raw = nullptr;
    const bool hasHeader = opj_read_header(input.get(), codec.get(), &raw) != OPJ_FALSE;
    const ImageHandle image(raw);
    if (!hasHeader || !image) {
        return fail(ErrorCode::DecodeFailed, messages.firstError);
    }
    NEFES_CHECK(checkComponents(*image));
    const std::int64_t samples =
        std::int64_t{image->comps[0].w} * image->comps[0].h * image->numcomps;
    NEFES_CHECK(checkStreamLength(samples, stream.size()));
    if (opj_decode(codec.get(), input.get(), image.get()) == OPJ_FALSE) {
        return fail(ErrorCode::DecodeFailed, messages.firstError);
    }
    const bool isFinished = opj_end_decompress(codec.get(), input.get()) != OPJ_FALSE;
    NEFES_CHECK(checkComponents(*image));
    for (OPJ_UINT32 i = 0; i < image->numcomps; ++i) {
        if (image->comps[i].data == nullptr) {
            return fail(ErrorCode::DecodeFailed, "a component without samples");
        }
    }
    const bool isYcc = image->color_space == OPJ_CLRSPC_SYCC ||
                       (description.colors == FrameColors::Ybr && !hasComponentTransform(stream));
    DecodedFrame frame = toFrame(*image, isYcc);
    frame.isPartial = !isFinished || messages.hasWarningOfLoss;
    return frame;
}

} // namespace nefes::imaging
