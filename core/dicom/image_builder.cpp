// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/frame_decoder_p.h"
#include "core/dicom/image_builder_p.h"
#include "core/dicom/image_header_p.h"
#include "core/dicom/sop_class.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace nefes::dicom {
namespace {

Photometric photometricOf(const PixelDescription& d, const PixelBuffer& stored)
{
    if (stored.samplesPerPixel == 3) {
        return Photometric::Rgb;
    }
    if (d.isPalette()) {
        return Photometric::Palette;
    }
    return d.photometric == "MONOCHROME1" ? Photometric::Monochrome1 : Photometric::Monochrome2;
}

/// Lossy transfer syntaxes of PS3.6 table A-1; others may hold pixels that were lossy once.
bool isLossySyntax(std::string_view uid)
{
    constexpr std::array<std::string_view, 9> lossy = {
        "1.2.840.10008.1.2.4.50",  "1.2.840.10008.1.2.4.51",  "1.2.840.10008.1.2.4.53",
        "1.2.840.10008.1.2.4.55",  "1.2.840.10008.1.2.4.81",  "1.2.840.10008.1.2.4.91",
        "1.2.840.10008.1.2.4.111", "1.2.840.10008.1.2.4.112", "1.2.840.10008.1.2.4.203"};
    return std::find(lossy.begin(), lossy.end(), uid) != lossy.end();
}

void readGrayscale(ImageData& data, const FrameAttributes& attributes, bool isSigned)
{
    data.modality = readModality(attributes, isSigned);
    data.windows = readWindows(attributes);
    data.voiLuts = readVoiLuts(attributes, data.modality, isSigned);
    data.padding = readPadding(attributes.dataset(), isSigned);
    // PS3.3 C.11.6.1.2: INVERSE is what MONOCHROME1 means; both together invert once.
    data.inverted = data.photometric == Photometric::Monochrome1 ||
                    attributes.dataset().textAt(DCM_PresentationLUTShape, 0) == "INVERSE";
}

void readLossy(ImageData& data, const Attributes& dataset, std::string_view transferSyntaxUid)
{
    data.lossy =
        isLossySyntax(transferSyntaxUid) || dataset.textAt(DCM_LossyImageCompression, 0) == "01";
    const std::vector<double> ratios = dataset.numbers(DCM_LossyImageCompressionRatio);
    if (data.lossy && !ratios.empty()) {
        data.lossyRatio = ratios.back(); // one a compression step, the last is the whole
    }
}

Error missingPixels(const DicomFile& file)
{
    if (file.structure().endsEarly || file.endsEarly()) {
        return {ErrorCode::DamagedFile, "the file ends before its pixel data"};
    }
    const std::string uid = sopClassUidOf(file);
    if (uid.empty()) {
        return {ErrorCode::MissingPixelData, "neither a SOP class nor pixel data"};
    }
    return {ErrorCode::MissingPixelData, fmt::format("{}: no pixel data", sopClassName(uid))};
}

} // namespace

std::string sopClassUidOf(const DicomFile& file)
{
    std::string uid = Attributes(file.dataset()).text(DCM_SOPClassUID);
    return uid.empty() ? file.meta().mediaStorageSopClassUid : uid;
}

Result<BuiltImage> buildImage(const DicomFile& file, int frame, const FrameCodec* codec)
{
    const std::optional<PixelElement>& found = file.structure().pixels;
    if (!found) {
        return tl::unexpected(missingPixels(file));
    }
    const PixelElement& pixels = *found;
    const Attributes dataset(file.dataset());
    NEFES_TRY(PixelDescription description, describePixels(dataset, pixels.tag));
    if (frame < 0 || frame >= description.frameCount) {
        return fail(ErrorCode::FrameOutOfRange,
                    fmt::format("frame {} of {}", frame, description.frameCount));
    }
    const FrameSource source{pixels, description, file.meta().transferSyntaxUid, file.encoding(),
                             codec};
    NEFES_TRY(StoredFrame stored, decodeStoredFrame(source, frame));

    const FrameAttributes attributes(dataset, frame);
    ImageData data;
    data.format = "dicom";
    data.frame = frame;
    data.frameCount = description.frameCount;
    data.stored = std::move(stored.pixels);
    data.bitsStored = stored.bitsStored;
    data.warnings = std::move(stored.warnings);
    if (stored.isPartial) {
        data.warnings.push_back(ImageWarning::EndsEarlyBlack);
    }
    data.photometric = photometricOf(description, data.stored);
    readLossy(data, dataset, file.meta().transferSyntaxUid);
    if (data.photometric == Photometric::Palette) {
        data.palette = readPalette(dataset);
        if (!data.palette) {
            data.photometric = Photometric::Monochrome2;
            data.warnings.push_back(ImageWarning::PaletteUnreadable);
        }
    }
    if (data.photometric != Photometric::Palette && data.photometric != Photometric::Rgb) {
        readGrayscale(data, attributes, description.isSigned);
    }
    data.overlays = readOverlays(dataset, description, nativeFrameBytes(source, frame),
                                 file.encoding().isBigEndian, frame);
    bool isUnusable = false;
    data.spacing = readSpacing(attributes, isUnusable);
    if (isUnusable && !data.spacing) {
        data.warnings.push_back(ImageWarning::SpacingUnusable);
    }
    data.framesPerSecond = readFrameRate(dataset);
    data.pixelAspect = readPixelAspect(dataset, data.spacing);
    data.orientation = readOrientation(attributes);
    data.text = readImageText(attributes);
    NEFES_TRY(ImagePtr image, DecodedImage::create(std::move(data)));
    return BuiltImage{std::move(image), std::move(description)};
}

} // namespace nefes::dicom
