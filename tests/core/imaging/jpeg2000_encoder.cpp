// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/imaging/jpeg2000_encoder.h"

#include <openjpeg.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace nefes::test {
namespace {

struct Sink {
    Bytes bytes;
    std::size_t at = 0;
};

OPJ_SIZE_T writeBytes(void* source, OPJ_SIZE_T count, void* user)
{
    auto& sink = *static_cast<Sink*>(user);
    sink.bytes.resize(std::max<std::size_t>(sink.bytes.size(), sink.at + count));
    std::memcpy(sink.bytes.data() + sink.at, source, count);
    sink.at += count;
    return count;
}

OPJ_OFF_T skipBytes(OPJ_OFF_T count, void* user)
{
    auto& sink = *static_cast<Sink*>(user);
    sink.at += static_cast<std::size_t>(count);
    return count;
}

OPJ_BOOL seekTo(OPJ_OFF_T position, void* user)
{
    static_cast<Sink*>(user)->at = static_cast<std::size_t>(position);
    return OPJ_TRUE;
}

opj_image_t* makeImage(const Jpeg2000Image& image, std::span<const int> values)
{
    std::array<opj_image_cmptparm_t, 3> parameters = {};
    for (auto& parameter : parameters) {
        parameter.dx = 1;
        parameter.dy = 1;
        parameter.w = static_cast<OPJ_UINT32>(image.width);
        parameter.h = static_cast<OPJ_UINT32>(image.height);
        parameter.prec = static_cast<OPJ_UINT32>(image.precision);
        parameter.sgnd = image.isSigned ? 1 : 0;
    }
    const auto components = static_cast<std::size_t>(image.components);
    opj_image_t* result = opj_image_create(static_cast<OPJ_UINT32>(components), parameters.data(),
                                           components == 3 ? OPJ_CLRSPC_SRGB : OPJ_CLRSPC_GRAY);
    result->x1 = static_cast<OPJ_UINT32>(image.width);
    result->y1 = static_cast<OPJ_UINT32>(image.height);
    for (std::size_t i = 0; i < values.size(); ++i) {
        result->comps[i % components].data[i / components] = values[i];
    }
    return result;
}

} // namespace

Bytes encodeJpeg2000(const Jpeg2000Image& image, std::span<const int> values)
{
    opj_image_t* source = makeImage(image, values);
    opj_cparameters_t parameters = {};
    opj_set_default_encoder_parameters(&parameters);
    parameters.tcp_numlayers = 1;
    parameters.cp_disto_alloc = 1;
    parameters.numresolution = 3;
    parameters.tcp_mct = image.components == 3 ? 1 : 0;
    opj_codec_t* codec = opj_create_compress(image.isFile ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K);
    Sink sink;
    opj_stream_t* stream = opj_stream_create(OPJ_J2K_STREAM_CHUNK_SIZE, OPJ_FALSE);
    opj_stream_set_user_data(stream, &sink, nullptr);
    opj_stream_set_write_function(stream, writeBytes);
    opj_stream_set_skip_function(stream, skipBytes);
    opj_stream_set_seek_function(stream, seekTo);
    const bool isGood = opj_setup_encoder(codec, &parameters, source) != OPJ_FALSE &&
                        opj_start_compress(codec, source, stream) != OPJ_FALSE &&
                        opj_encode(codec, stream) != OPJ_FALSE &&
                        opj_end_compress(codec, stream) != OPJ_FALSE;
    opj_stream_destroy(stream);
    opj_destroy_codec(codec);
    opj_image_destroy(source);
    return isGood ? std::move(sink.bytes) : Bytes();
}

} // namespace nefes::test
