// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/geometry.h"
#include "core/image/image_warning.h"
#include "core/image/pixel_buffer.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nefes {

/// Photometric Interpretation after decoding: YBR images have become Rgb.
enum class Photometric { Monochrome1, Monochrome2, Rgb, Palette };

/// A LUT of PS3.3 C.11.1.1 or C.11.2.1: input below firstMapped gives the first entry, above the
/// last one the last.
struct LookupTable {
    int firstMapped = 0; ///< stored or modality value of the first entry, sign-extended
    int bits = 16;       ///< meaningful bits of an entry, 8–16
    std::vector<std::uint16_t> entries;
    std::string explanation;

    /// REQUIRES: entries is not empty.
    [[nodiscard]] std::uint16_t at(double input) const;
};

/// Stored value → modality value: the LUT where there is one, else slope × stored + intercept.
struct ModalityTransform {
    double slope = 1.0;
    double intercept = 0.0;
    std::string unit; ///< Rescale Type, such as HU; may be empty
    std::optional<LookupTable> lut;

    [[nodiscard]] double apply(double stored) const;
};

/// VOI LUT Function (0028,1056).
enum class VoiFunction { Linear, LinearExact, Sigmoid };

/// Window in modality values.
struct VoiWindow {
    double center = 0.0;
    double width = 1.0; ///< at least 1 for Linear, above 0 otherwise
    VoiFunction function = VoiFunction::Linear;
    std::string explanation;

    /// 0–1. PS3.3 C.11.2.1.2.1 (linear), C.11.2.1.3.2 (linear exact), C.11.2.1.3.1 (sigmoid).
    [[nodiscard]] double apply(double modalityValue) const;
};

/// Red, green and blue LUTs of a PALETTE COLOR image; entries scaled to 8 bits.
struct PaletteTables {
    int firstMapped = 0;
    std::vector<std::uint8_t> red, green, blue; ///< equally long, not empty
};

/// A bit plane of a 60xx group in image coordinates.
struct OverlayPlane {
    int width = 0;
    int height = 0;
    int left = 0; ///< column of its first bit in the image, from 0
    int top = 0;
    std::string label;
    std::vector<std::uint8_t> bits; ///< width × height, 0 or 1
};

/// What people read about an image: UTF-8, empty where the file does not say. Patient data: never
/// logged. Dates are YYYY-MM-DD, times HH:MM:SS.
struct ImageText {
    std::string patientName; ///< as stored and decoded: components by ^, groups by =
    std::string patientId, patientBirthDate, patientSex, patientAge;
    std::string studyDate, studyTime, studyDescription, accessionNumber;
    std::string seriesDescription, modality, bodyPart, viewPosition, laterality;
    std::string institution, manufacturer;
    std::string kvp, exposureMas; ///< decimal point, no unit
    std::string seriesNumber, instanceNumber;
    std::string studyUid, seriesUid, sopInstanceUid;
};

/// Everything a DecodedImage is made of. Filled by a reader, then frozen.
struct ImageData {
    PixelBuffer stored; ///< stored values, sign-extended; indices of a palette image
    int bitsStored = 8; ///< 1–32; 32 or 64 for floating point
    Photometric photometric = Photometric::Monochrome2;
    /// True when small values are bright: MONOCHROME1 or Presentation LUT Shape INVERSE. Said once,
    /// so that nothing is inverted twice.
    bool inverted = false;
    ModalityTransform modality;
    std::vector<VoiWindow> windows;   ///< in the order of the file
    std::vector<LookupTable> voiLuts; ///< in the order of the file; they come before windows
    std::optional<PaletteTables> palette;
    std::optional<IgnoredValues> padding; ///< Pixel Padding Value or Range, stored values
    std::vector<OverlayPlane> overlays;
    std::optional<PixelSpacing> spacing;
    double pixelAspect = 1.0; ///< height of a pixel ÷ its width
    Orientation orientation;
    ImageText text;
    bool lossy = false;
    double lossyRatio = 0.0; ///< 0: not said
    int frame = 0;
    int frameCount = 1;
    std::optional<double> framesPerSecond; ///< at which the file wants to be played
    std::string format;                    ///< "dicom", "jpeg", "png", "tiff", "bmp"
    std::vector<ImageWarning> warnings;
};

/// A decoded frame with all that is needed to show it. Immutable: share it between threads.
class DecodedImage
{
public:
    /// InvalidPixelDescription when the pixel buffer is not consistent, a palette image has no
    /// palette, or a transform is not finite; windows of no use (width ≤ 0, not finite) are
    /// dropped with a warning.
    [[nodiscard]] static Result<std::shared_ptr<const DecodedImage>> create(ImageData data);

    [[nodiscard]] const ImageData& data() const { return m_data; }
    [[nodiscard]] int width() const { return m_data.stored.width; }
    [[nodiscard]] int height() const { return m_data.stored.height; }
    [[nodiscard]] bool isColor() const
    {
        return m_data.photometric == Photometric::Rgb || m_data.photometric == Photometric::Palette;
    }
    /// Range of the stored values, padding left out; computed once at creation.
    [[nodiscard]] const ValueRange& storedRange() const { return m_storedRange; }
    [[nodiscard]] std::size_t byteCount() const { return m_data.stored.byteCount(); }
    /// Stored sample at column x, row y. REQUIRES: inside the image.
    [[nodiscard]] double storedAt(int x, int y, int sample = 0) const;

private:
    explicit DecodedImage(ImageData data, ValueRange range)
        : m_data(std::move(data))
        , m_storedRange(range)
    {
    }
    ImageData m_data;
    ValueRange m_storedRange;
};

using ImagePtr = std::shared_ptr<const DecodedImage>;

} // namespace nefes
