// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/stream_decoders_p.h"
#include "core/image/image_limits.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dccodec.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmjpeg/djcparam.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpeg/djdijg12.h>
#include <dcmtk/dcmjpeg/djdijg16.h>
#include <dcmtk/dcmjpeg/djdijg8.h>
#include <dcmtk/dcmjpeg/djutils.h>
#include <fmt/format.h>

#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace nefes::dicom {
namespace {

Result<void> checkStream(std::span<const std::byte> stream, const JpegHeader& header)
{
    if (header.components != 1 && header.components != 3) {
        return fail(ErrorCode::UnsupportedFormat,
                    fmt::format("a stream of {} components", header.components));
    }
    if (header.precision < 2 || header.precision > 16) {
        return fail(ErrorCode::UnsupportedFormat,
                    fmt::format("a stream of {} bits", header.precision));
    }
    if (stream.size() > std::numeric_limits<Uint32>::max() - 1) {
        return fail(ErrorCode::DecodeFailed, "a stream above 4 GiB");
    }
    NEFES_CHECK(checkFrameSize(header.width, header.height, header.components,
                               header.precision > 8 ? 2 : 1));
    return checkStreamLength(std::int64_t{header.width} * header.height * header.components,
                             stream.size());
}

/// Zeros for all samples of the frame, of one or two bytes.
DecodedFrame emptyFrame(const JpegHeader& header)
{
    const std::size_t count = static_cast<std::size_t>(header.width) *
                              static_cast<std::size_t>(header.height) *
                              static_cast<std::size_t>(header.components);
    DecodedFrame frame;
    frame.precision = header.precision;
    frame.pixels.width = header.width;
    frame.pixels.height = header.height;
    frame.pixels.samplesPerPixel = header.components;
    if (header.precision > 8) {
        frame.pixels.samples = std::vector<std::uint16_t>(count);
    } else {
        frame.pixels.samples = std::vector<std::uint8_t>(count);
    }
    return frame;
}

void* memoryOf(DecodedFrame& frame)
{
    return std::visit([](auto& samples) -> void* { return samples.data(); }, frame.pixels.samples);
}

std::unique_ptr<DJDecoder> jpegDecoder(const JpegHeader& header, const DJCodecParameter& parameter)
{
    if (header.precision <= 8) {
        return std::make_unique<DJDecompressIJG8Bit>(parameter, OFFalse);
    }
    if (header.precision <= 12) {
        return std::make_unique<DJDecompressIJG12Bit>(parameter, OFFalse);
    }
    return std::make_unique<DJDecompressIJG16Bit>(parameter, OFFalse);
}

/// The attributes that DCMTK's codec looks at, made to match the stream.
void describe(DcmDataset& dataset, const JpegHeader& header)
{
    const Uint16 bits = header.precision > 8 ? 16 : 8;
    dataset.putAndInsertUint16(DCM_SamplesPerPixel, static_cast<Uint16>(header.components));
    dataset.putAndInsertString(DCM_PhotometricInterpretation,
                               header.components == 3 ? "RGB" : "MONOCHROME2");
    dataset.putAndInsertUint16(DCM_PlanarConfiguration, 0);
    dataset.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(header.height));
    dataset.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(header.width));
    dataset.putAndInsertUint16(DCM_BitsAllocated, bits);
    dataset.putAndInsertUint16(DCM_BitsStored, static_cast<Uint16>(header.precision));
    dataset.putAndInsertUint16(DCM_HighBit, static_cast<Uint16>(header.precision - 1));
    dataset.putAndInsertUint16(DCM_PixelRepresentation, 0);
}

} // namespace

Result<DecodedFrame> decodeJpegByDcmtk(std::span<const std::byte> stream, const JpegHeader& header)
{
    NEFES_CHECK(checkStream(stream, header));
    DecodedFrame frame = emptyFrame(header);
    const DJCodecParameter parameter(ECC_lossyYCbCr, EDC_never, EUC_never, EPC_colorByPixel,
                                     OFFalse, OFTrue);
    const auto decoder = jpegDecoder(header, parameter);
    if (decoder->init().bad()) {
        return fail(ErrorCode::DecodeFailed, "DCMTK's JPEG decoder cannot be started");
    }
    auto* source = reinterpret_cast<Uint8*>(const_cast<std::byte*>(stream.data()));
    const OFCondition result = decoder->decode(
        source, static_cast<Uint32>(stream.size()), static_cast<Uint8*>(memoryOf(frame)),
        static_cast<Uint32>(frame.pixels.byteCount()), OFFalse);
    if (result == EJ_Suspension) {
        frame.isPartial = true;
    } else if (result.bad()) {
        return fail(ErrorCode::DecodeFailed, result.text());
    }
    if (decoder->bytesPerSample() != (header.precision > 8 ? 2 : 1)) {
        return fail(ErrorCode::DecodeFailed, "the decoder gives samples of another size");
    }
    return frame;
}

Result<DecodedFrame> decodeJpegLsByDcmtk(std::span<const std::byte> stream,
                                         const JpegHeader& header)
{
    NEFES_CHECK(checkStream(stream, header));
    DecodedFrame frame = emptyFrame(header);
    DcmDataset dataset;
    describe(dataset, header);
    DcmPixelSequence sequence(DcmTag(DCM_PixelData, EVR_OB));
    auto table = std::make_unique<DcmPixelItem>(DcmTag(DCM_Item, EVR_OB));
    auto item = std::make_unique<DcmPixelItem>(DcmTag(DCM_Item, EVR_OB));
    const auto* bytes = reinterpret_cast<const Uint8*>(stream.data());
    if (item->putUint8Array(bytes, static_cast<unsigned long>(stream.size())).bad() ||
        sequence.insert(table.release()).bad() || sequence.insert(item.release()).bad()) {
        return fail(ErrorCode::OutOfMemory, "no memory for a JPEG-LS stream");
    }
    Uint32 startFragment = 1;
    OFString colorModel;
    const OFCondition result = DcmCodecList::decodeFrame(
        DcmXfer(EXS_JPEGLSLossless), nullptr, &sequence, &dataset, 0, startFragment,
        memoryOf(frame), static_cast<Uint32>(frame.pixels.byteCount()), colorModel);
    if (result.bad()) {
        return fail(ErrorCode::DecodeFailed, result.text());
    }
    return frame;
}

} // namespace nefes::dicom
