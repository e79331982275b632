// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

class DicomImage;

namespace nefes::bench {

/// The same view through DCMTK's DicomImage.
class DcmtkView
{
public:
    explicit DcmtkView(const std::string& file);
    ~DcmtkView();
    [[nodiscard]] bool isValid() const;

    /// The window is set on the whole image, which is then scaled and rendered to 8 bits.
    void renderAnew(double center, double width, int toWidth, int toHeight);
    /// The image is scaled at the first call only.
    void renderScaledOnce(double center, double width, int toWidth, int toHeight);

private:
    void render(DicomImage& image, double center, double width);

    std::unique_ptr<DicomImage> m_image, m_scaled;
    std::vector<std::uint8_t> m_pixels;
};

} // namespace nefes::bench
