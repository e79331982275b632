// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/presentation_state.h"

#include "core/dicom/image_builder_p.h"
#include "core/dicom/image_header_p.h"
#include "core/dicom/objects_p.h"
#include "core/dicom/text.h"

#include <algorithm>

namespace nefes::dicom {
namespace {

constexpr const char* kGrayscaleState = "1.2.840.10008.5.1.4.1.1.11.1";

std::vector<ImageReference> readReferences(const Attributes& item)
{
    std::vector<ImageReference> references;
    for (std::size_t i = 0; i < item.itemCount(DCM_ReferencedImageSequence); ++i) {
        const auto image = item.item(DCM_ReferencedImageSequence, i);
        if (!image) {
            continue;
        }
        ImageReference reference;
        reference.sopInstanceUid = image->text(DCM_ReferencedSOPInstanceUID);
        for (const double number : image->numbers(DCM_ReferencedFrameNumber)) {
            reference.frames.push_back(static_cast<int>(number) - 1); // DICOM counts from 1
        }
        references.push_back(std::move(reference));
    }
    return references;
}

AnnotationUnits unitsOf(const Attributes& item, const DcmTagKey& tag)
{
    return item.text(tag) == "DISPLAY" ? AnnotationUnits::DisplayedArea : AnnotationUnits::ImagePx;
}

/// PS3.3 C.10.5.1.2: in PIXEL units the centre of the first pixel is (1, 1); ours is (0.5, 0.5).
PointPx pointOf(double x, double y, AnnotationUnits units)
{
    return units == AnnotationUnits::ImagePx ? PointPx{x - 0.5, y - 0.5} : PointPx{x, y};
}

std::optional<PointPx> pointAttribute(const Attributes& item, const DcmTagKey& tag,
                                      AnnotationUnits units)
{
    const std::vector<double> values = item.numbers(tag);
    if (values.size() < 2) {
        return std::nullopt;
    }
    return pointOf(values[0], values[1], units);
}

std::optional<GraphicKind> kindOf(const std::string& type)
{
    if (type == "POINT") {
        return GraphicKind::Point;
    }
    if (type == "POLYLINE") {
        return GraphicKind::Polyline;
    }
    if (type == "INTERPOLATED") {
        return GraphicKind::Interpolated;
    }
    if (type == "CIRCLE") {
        return GraphicKind::Circle;
    }
    return type == "ELLIPSE" ? std::optional(GraphicKind::Ellipse) : std::nullopt;
}

std::optional<GraphicAnnotation> readGraphic(const Attributes& item)
{
    const auto kind = kindOf(item.text(DCM_GraphicType));
    const std::vector<double> values = item.numbers(DCM_GraphicData);
    if (!kind || values.size() < 2) {
        return std::nullopt;
    }
    GraphicAnnotation graphic;
    graphic.kind = *kind;
    graphic.units = unitsOf(item, DCM_GraphicAnnotationUnits);
    graphic.isFilled = item.text(DCM_GraphicFilled) == "Y";
    for (std::size_t i = 0; i + 1 < values.size(); i += 2) {
        graphic.points.push_back(pointOf(values[i], values[i + 1], graphic.units));
    }
    return graphic;
}

TextAnnotation readText(const Attributes& item)
{
    TextAnnotation text;
    text.text = item.text(DCM_UnformattedTextValue);
    const bool hasBox = item.has(DCM_BoundingBoxTopLeftHandCorner);
    text.units =
        unitsOf(item, hasBox ? DCM_BoundingBoxAnnotationUnits : DCM_AnchorPointAnnotationUnits);
    text.topLeft = pointAttribute(item, DCM_BoundingBoxTopLeftHandCorner, text.units);
    text.bottomRight = pointAttribute(item, DCM_BoundingBoxBottomRightHandCorner, text.units);
    text.anchorUnits = unitsOf(item, DCM_AnchorPointAnnotationUnits);
    text.anchor = pointAttribute(item, DCM_AnchorPoint, text.anchorUnits);
    return text;
}

AnnotationLayer readLayer(const Attributes& item)
{
    AnnotationLayer layer;
    layer.name = item.text(DCM_GraphicLayer);
    layer.references = readReferences(item);
    for (std::size_t i = 0; i < item.itemCount(DCM_GraphicObjectSequence); ++i) {
        const auto object = item.item(DCM_GraphicObjectSequence, i);
        if (auto graphic = object ? readGraphic(*object) : std::nullopt) {
            layer.graphics.push_back(*std::move(graphic));
        }
    }
    for (std::size_t i = 0; i < item.itemCount(DCM_TextObjectSequence); ++i) {
        if (const auto object = item.item(DCM_TextObjectSequence, i)) {
            layer.texts.push_back(readText(*object));
        }
    }
    return layer;
}

std::optional<PresentationVoi> readVoi(const Attributes& item)
{
    PresentationVoi voi;
    voi.references = readReferences(item);
    if (const auto lut = item.item(DCM_VOILUTSequence)) {
        voi.lut = readLut(*lut, DCM_LUTDescriptor, DCM_LUTData, true);
    }
    const auto center = item.number(DCM_WindowCenter);
    const auto width = item.number(DCM_WindowWidth);
    if (center && width) {
        voi.window = VoiWindow{*center, *width, VoiFunction::Linear,
                               item.textAt(DCM_WindowCenterWidthExplanation, 0)};
    }
    return voi.lut || voi.window ? std::optional(std::move(voi)) : std::nullopt;
}

/// PS3.3 C.10.4: corners are pixels, counted from 1, both belong to the area.
std::optional<DisplayedArea> readArea(const Attributes& item)
{
    const std::vector<double> first = item.numbers(DCM_DisplayedAreaTopLeftHandCorner);
    const std::vector<double> last = item.numbers(DCM_DisplayedAreaBottomRightHandCorner);
    if (first.size() < 2 || last.size() < 2) {
        return std::nullopt;
    }
    DisplayedArea area;
    area.references = readReferences(item);
    // Some writers turn the corners with the image.
    area.topLeft = {std::min(first[0], last[0]) - 1.0, std::min(first[1], last[1]) - 1.0};
    area.bottomRight = {std::max(first[0], last[0]), std::max(first[1], last[1])};
    area.isTrueSize = item.text(DCM_PresentationSizeMode) == "TRUE SIZE";
    return area;
}

/// PS3.3 C.7.6.11: edges are the outermost pixels that are seen, counted from 1; pairs are row,
/// column.
DisplayShutter readShutter(const Attributes& dataset)
{
    DisplayShutter shutter;
    const auto hasShape = [&](std::string_view shape) {
        for (std::size_t i = 0; i < 3; ++i) {
            if (dataset.textAt(DCM_ShutterShape, i) == shape) {
                return true;
            }
        }
        return false;
    };
    const auto left = dataset.number(DCM_ShutterLeftVerticalEdge);
    const auto right = dataset.number(DCM_ShutterRightVerticalEdge);
    const auto upper = dataset.number(DCM_ShutterUpperHorizontalEdge);
    const auto lower = dataset.number(DCM_ShutterLowerHorizontalEdge);
    if (hasShape("RECTANGULAR") && left && right && upper && lower) {
        shutter.rectangle = {PointPx{*left - 1.0, *upper - 1.0}, PointPx{*right, *lower}};
    }
    const std::vector<double> center = dataset.numbers(DCM_CenterOfCircularShutter);
    const auto radius = dataset.number(DCM_RadiusOfCircularShutter);
    if (hasShape("CIRCULAR") && center.size() >= 2 && radius) {
        shutter.circle = {.center = {center[1] - 0.5, center[0] - 0.5}, .radiusPx = *radius};
    }
    const std::vector<double> vertices = dataset.numbers(DCM_VerticesOfThePolygonalShutter);
    if (hasShape("POLYGONAL")) {
        for (std::size_t i = 0; i + 1 < vertices.size(); i += 2) {
            shutter.polygon.push_back({vertices[i + 1] - 0.5, vertices[i] - 0.5});
        }
    }
    return shutter;
}

void readImages(const Attributes& dataset, PresentationState& state)
{
    for (std::size_t i = 0; i < dataset.itemCount(DCM_ReferencedSeriesSequence); ++i) {
        if (const auto series = dataset.item(DCM_ReferencedSeriesSequence, i)) {
            auto references = readReferences(*series);
            std::move(references.begin(), references.end(), std::back_inserter(state.images));
        }
    }
}

} // namespace

Result<PresentationState> presentationOf(const DicomFile& dicom)
{
    if (sopClassUidOf(dicom) != kGrayscaleState) {
        return fail(ErrorCode::UnsupportedFormat, "not a grayscale presentation state");
    }
    const Attributes dataset(dicom.dataset());
    PresentationState state;
    state.label = dataset.text(DCM_ContentLabel);
    state.description = dataset.text(DCM_ContentDescription);
    state.creatorName = dataset.text(DCM_ContentCreatorName);
    readImages(dataset, state);
    if (dataset.has(DCM_ModalityLUTSequence) || dataset.has(DCM_RescaleSlope)) {
        state.modality = readModality(FrameAttributes(dataset, 0), false);
    }
    for (std::size_t i = 0; i < dataset.itemCount(DCM_SoftcopyVOILUTSequence); ++i) {
        const auto item = dataset.item(DCM_SoftcopyVOILUTSequence, i);
        if (auto voi = item ? readVoi(*item) : std::nullopt) {
            state.voi.push_back(*std::move(voi));
        }
    }
    for (std::size_t i = 0; i < dataset.itemCount(DCM_GraphicAnnotationSequence); ++i) {
        if (const auto item = dataset.item(DCM_GraphicAnnotationSequence, i)) {
            state.layers.push_back(readLayer(*item));
        }
    }
    for (std::size_t i = 0; i < dataset.itemCount(DCM_DisplayedAreaSelectionSequence); ++i) {
        const auto item = dataset.item(DCM_DisplayedAreaSelectionSequence, i);
        if (auto area = item ? readArea(*item) : std::nullopt) {
            state.areas.push_back(*std::move(area));
        }
    }
    state.shutter = readShutter(dataset);
    state.createdDate = readableDate(dataset.text(DCM_PresentationCreationDate));
    state.createdTime = readableTime(dataset.text(DCM_PresentationCreationTime));
    const int rotation = dataset.integerOr(DCM_ImageRotation, 0);
    state.rotationDegrees = rotation % 90 == 0 ? ((rotation % 360) + 360) % 360 : 0;
    state.isFlipped = dataset.text(DCM_ImageHorizontalFlip) == "Y";
    state.isInverted = dataset.text(DCM_PresentationLUTShape) == "INVERSE";
    return state;
}

Result<PresentationState> readPresentationState(const std::filesystem::path& file)
{
    NEFES_TRY(const DicomFile dicom, DicomFile::open(file));
    return presentationOf(dicom);
}

} // namespace nefes::dicom
