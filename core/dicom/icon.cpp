// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/icon.h"

#include "core/dicom/dicom_file_p.h"
#include "core/dicom/frame_decoder_p.h"
#include "core/dicom/image_header_p.h"

#include <utility>

namespace nefes::dicom {

Result<std::optional<ImagePtr>> readIcon(const std::filesystem::path& file)
{
    NEFES_TRY(const DicomFile dicom, DicomFile::open(file));
    const auto item = Attributes(dicom.dataset()).item(DCM_IconImageSequence);
    if (!item) {
        return std::nullopt;
    }
    const auto description = describePixels(*item, kPixelData);
    PixelElement pixels;
    pixels.value = item->bytes(DCM_PixelData); // in the machine's byte order already
    if (!description || pixels.value.empty()) {
        return std::nullopt;
    }
    const std::string noSyntax;
    auto stored = decodeStoredFrame({pixels, *description, noSyntax, Encoding{}, nullptr}, 0);
    if (!stored) {
        return std::nullopt;
    }
    ImageData data;
    data.format = "dicom";
    data.stored = std::move(stored->pixels);
    data.bitsStored = stored->bitsStored;
    data.inverted = description->photometric == "MONOCHROME1";
    data.photometric = data.stored.samplesPerPixel == 3 ? Photometric::Rgb
                       : data.inverted                  ? Photometric::Monochrome1
                                                        : Photometric::Monochrome2;
    if (description->isPalette()) {
        data.palette = readPalette(*item);
        data.photometric = data.palette ? Photometric::Palette : data.photometric;
    }
    auto image = DecodedImage::create(std::move(data));
    return image ? std::optional(*std::move(image)) : std::nullopt;
}

} // namespace nefes::dicom
