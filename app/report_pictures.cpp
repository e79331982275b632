// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report_pictures.h"

#include "core/image/render.h"
#include "core/imaging/picture_writer.h"

#include <algorithm>
#include <cstdint>

namespace nefes::app {
namespace {

constexpr double kLongestSidePx = 220.0;

/// The whole image, made small.
Viewport smallViewport(const DecodedImage& image)
{
    const double reduction =
        std::max(1.0, std::max(image.width(), image.height()) / kLongestSidePx);
    Viewport viewport;
    viewport.width = std::max(1, static_cast<int>(image.width() / reduction));
    viewport.height = std::max(1, static_cast<int>(image.height() / reduction));
    viewport.screenToImage.a = static_cast<double>(image.width()) / viewport.width;
    viewport.screenToImage.e = static_cast<double>(image.height()) / viewport.height;
    return viewport;
}

Result<std::string> picture(const ml::JudgedFile& file, const CommandContext& context,
                            ml::Classifier& classifier)
{
    NEFES_TRY(const ImagePtr image, context.reader->read(file.path, 0, context.stop));
    NEFES_TRY(const ml::Analysis analysis,
              classifier.analyse(*image, ml::HeatmapRequest{}, context.stop));
    const Viewport viewport = smallViewport(*image);
    Picture result = render(*image, {.voi = defaultVoi(*image)}, viewport);
    if (analysis.heatmap && !analysis.heatmap->grid.values.empty()) {
        blendHeatmap(result, viewport, analysis.heatmap->grid, image->width(), image->height(), {});
    }
    NEFES_TRY(const Bytes bytes, imaging::encodePicture(result, imaging::EncodedFormat::Png));
    return base64(bytes);
}

} // namespace

std::string base64(std::span<const std::byte> bytes)
{
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            group = (group << 8U) | (k < count ? std::to_integer<std::uint32_t>(bytes[i + k]) : 0U);
        }
        for (std::size_t k = 0; k < 4; ++k) {
            text += k <= count ? digits[(group >> (18U - 6U * k)) & 63U] : '=';
        }
    }
    return text;
}

ml::ReportPicture reportPictures(const CommandContext& context, ml::Classifier& classifier)
{
    return [&context, &classifier](const ml::JudgedFile& file) {
        return picture(file, context, classifier).value_or(std::string());
    };
}

} // namespace nefes::app
