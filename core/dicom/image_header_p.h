// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dicom/attributes_p.h"
#include "core/dicom/pixel_description_p.h"
#include "core/image/decoded_image.h"
#include "core/image/image_reader.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nefes::dicom {

/// Where the attributes of one frame are looked for: its functional group, the shared one, the data
/// set itself (PS3.3 C.7.6.16).
class FrameAttributes
{
public:
    FrameAttributes(const Attributes& dataset, int frame);

    [[nodiscard]] const Attributes& dataset() const { return m_dataset; }
    /// The first item of a functional group macro, of the frame or else shared.
    [[nodiscard]] std::optional<Attributes> group(const DcmTagKey& sequence) const;
    /// group(), or the data set where the macro is absent.
    [[nodiscard]] Attributes groupOrDataset(const DcmTagKey& sequence) const;

private:
    Attributes m_dataset;
    std::optional<Attributes> m_frame;
    std::optional<Attributes> m_shared;
};

// Grayscale (luts.cpp)
[[nodiscard]] ModalityTransform readModality(const FrameAttributes& frame, bool isSigned);
[[nodiscard]] std::vector<VoiWindow> readWindows(const FrameAttributes& frame);
[[nodiscard]] std::vector<LookupTable>
readVoiLuts(const FrameAttributes& frame, const ModalityTransform& modality, bool isSigned);
[[nodiscard]] std::optional<IgnoredValues> readPadding(const Attributes& dataset, bool isSigned);
/// A LUT of three descriptor values and its data; nothing when it is damaged.
[[nodiscard]] std::optional<LookupTable> readLut(const Attributes& item,
                                                 const DcmTagKey& descriptor, const DcmTagKey& data,
                                                 bool isSignedInput);

// Colour (palette_color.cpp)
[[nodiscard]] std::optional<PaletteTables> readPalette(const Attributes& dataset);

// Bit planes (overlays.cpp)
[[nodiscard]] std::vector<OverlayPlane> readOverlays(const Attributes& dataset,
                                                     const PixelDescription& description,
                                                     std::span<const std::byte> frameBytes,
                                                     bool isBigEndian, int frame);

// Geometry (geometry.cpp)
/// `isUnusable` becomes true when an attribute is there whose values are not positive.
[[nodiscard]] std::optional<PixelSpacing> readSpacing(const FrameAttributes& frame,
                                                      bool& isUnusable);
[[nodiscard]] double readPixelAspect(const Attributes& dataset,
                                     const std::optional<PixelSpacing>& spacing);
[[nodiscard]] Orientation readOrientation(const FrameAttributes& frame);
/// Images a second at which a series of frames wants to be shown.
[[nodiscard]] std::optional<double> readFrameRate(const Attributes& dataset);
/// Nothing when position or orientation is absent, not finite or contradicts itself.
[[nodiscard]] std::optional<SlicePlacement> readPlacement(const Attributes& dataset);

// Text (image_text.cpp)
[[nodiscard]] ImageText readImageText(const FrameAttributes& frame);

} // namespace nefes::dicom
