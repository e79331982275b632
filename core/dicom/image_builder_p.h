// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/dicom/dicom_file_p.h"
#include "core/dicom/pixel_description_p.h"
#include "core/image/codec.h"
#include "core/image/decoded_image.h"

namespace nefes::dicom {

/// A frame and the description it was decoded by.
struct BuiltImage {
    ImagePtr image;
    PixelDescription description;
};

/// One frame of an open file with everything around it. `codec` may be null. Failures as
/// DicomReader::read.
[[nodiscard]] Result<BuiltImage> buildImage(const DicomFile& file, int frame,
                                            const FrameCodec* codec);

/// SOP Class UID of the data set, else of the meta header.
[[nodiscard]] std::string sopClassUidOf(const DicomFile& file);

} // namespace nefes::dicom
