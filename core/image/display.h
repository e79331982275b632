// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/palette.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace nefes {

/// The VOI LUT of the file with this index.
struct VoiLutIndex {
    std::size_t index = 0;
    friend bool operator==(const VoiLutIndex&, const VoiLutIndex&) = default;
};

/// A VOI LUT that is not the file's own: that of a presentation state. Never null, never empty.
using SharedVoiLut = std::shared_ptr<const LookupTable>;

using VoiSelection = std::variant<VoiWindow, VoiLutIndex, SharedVoiLut>;

/// The VOI LUT that is selected; null for a window, and for an index that the image does not have.
[[nodiscard]] const LookupTable* selectedLut(const VoiSelection& voi, const DecodedImage& image);

/// How an image is shown. Inversion here is the reader's own, on top of the file's.
struct DisplaySettings {
    VoiSelection voi;
    bool inverted = false;
    ColorMap colorMap = ColorMap::Gray;
    /// That of a presentation state; null: the image's own.
    std::shared_ptr<const ModalityTransform> modality = nullptr;
};

/// What the file asks for: its first VOI LUT, else its first window, else the range of its type for
/// 8-bit pictures, else autoWindow().
[[nodiscard]] VoiSelection defaultVoi(const DecodedImage& image);

/// Window from the 1st to the 99th percentile of the modality values, padding left out.
[[nodiscard]] VoiWindow autoWindow(const DecodedImage& image);

/// Window from the smallest to the largest modality value.
[[nodiscard]] VoiWindow fullWindow(const DecodedImage& image);

/// A preset of the window menu. CT presets are fixed windows in HU; those for CR and DX are
/// fractions of the image's own 1–99 % range, because detector values have no common scale.
struct WindowPreset {
    std::string_view id; ///< "lung", "bone", "soft_tissue", "mediastinum", "lines_tubes", …
    double center = 0.5;
    double width = 1.0;
    bool isRelative = true;
};
/// The named presets that fit the modality ("CT", else the projection radiography ones).
[[nodiscard]] const std::vector<WindowPreset>& windowPresets(std::string_view modality);
[[nodiscard]] VoiWindow resolvePreset(const WindowPreset& preset, const DecodedImage& image);

/// Stored gray value → 8-bit display value, all steps of the pipeline in one table:
/// modality → VOI → inversion. PS3.4 N.2 gives the order.
class ToneTable
{
public:
    ToneTable(const DecodedImage& image, const DisplaySettings& settings);

    /// 0–255 for a stored value of any type; NaN gives 0 before inversion.
    [[nodiscard]] std::uint8_t at(double stored) const;
    /// For 8- and 16-bit storage: the entry of bit pattern v (int16 −1 is entry 65535; int8 −1 is
    /// entry 255). Empty for wider types.
    [[nodiscard]] const std::vector<std::uint8_t>& entries() const { return m_entries; }

private:
    [[nodiscard]] std::uint8_t compute(double stored) const;
    ModalityTransform m_modality;
    VoiSelection m_voi;
    std::optional<LookupTable> m_lut; ///< of the selection, where it is one
    bool m_inverted = false;
    std::vector<std::uint8_t> m_entries;
};

} // namespace nefes
