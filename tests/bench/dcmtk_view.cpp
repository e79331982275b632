// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/dcmtk_view.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmimgle/dcmimage.h>

namespace nefes::bench {

namespace {

constexpr int kInterpolation = 1; ///< DicomImage: as pbmplus does, the same for both directions
constexpr int kBits = 8;

DicomImage* scaledCopy(const DicomImage& image, int width, int height)
{
    return image.createScaledImage(static_cast<unsigned long>(width),
                                   static_cast<unsigned long>(height), kInterpolation);
}

} // namespace

DcmtkView::DcmtkView(const std::string& file)
    : m_image(std::make_unique<DicomImage>(file.c_str()))
{
}

DcmtkView::~DcmtkView() = default;

bool DcmtkView::isValid() const
{
    return m_image->getStatus() == EIS_Normal;
}

void DcmtkView::render(DicomImage& image, double center, double width)
{
    image.setWindow(center, width);
    m_pixels.resize(image.getOutputDataSize(kBits));
    image.getOutputData(m_pixels.data(), m_pixels.size(), kBits);
}

void DcmtkView::renderAnew(double center, double width, int toWidth, int toHeight)
{
    const std::unique_ptr<DicomImage> view(scaledCopy(*m_image, toWidth, toHeight));
    render(*view, center, width);
}

void DcmtkView::renderScaledOnce(double center, double width, int toWidth, int toHeight)
{
    if (!m_scaled) {
        m_scaled.reset(scaledCopy(*m_image, toWidth, toHeight));
    }
    render(*m_scaled, center, width);
}

} // namespace nefes::bench
