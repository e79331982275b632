// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report_pictures.h"

#include "core/image/render.h"
#include "core/imaging/picture_writer.h"

#include <QByteArray>

#include <algorithm>

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
    return QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()),
                                   static_cast<qsizetype>(bytes.size()))
        .toBase64()
        .toStdString();
}

} // namespace

ml::ReportPicture reportPictures(const CommandContext& context, ml::Classifier& classifier)
{
    return [&context, &classifier](const ml::JudgedFile& file) {
        return picture(file, context, classifier).value_or(std::string());
    };
}

} // namespace nefes::app
