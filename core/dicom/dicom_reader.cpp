// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/dicom_reader.h"

#include "core/dicom/dicom_file_p.h"
#include "core/dicom/image_builder_p.h"
#include "core/dicom/image_header_p.h"
#include "core/dicom/sop_class.h"
#include "core/dicom/structure.h"

#include <algorithm>
#include <new>
#include <utility>

namespace nefes::dicom {
namespace {

void describeHeader(FileInspection& inspection, const DicomFile& file)
{
    const Attributes dataset(file.dataset());
    const auto present = [&dataset](const DcmTagKey& tag) {
        const auto value = dataset.integer(tag);
        return value && std::in_range<int>(*value) ? std::optional<int>(static_cast<int>(*value))
                                                   : std::nullopt;
    };
    const auto text = [&dataset](const DcmTagKey& tag) {
        std::string value = dataset.text(tag);
        return value.empty() ? std::nullopt : std::optional<std::string>(std::move(value));
    };
    inspection.format = "dicom";
    inspection.sopClassUid = sopClassUidOf(file);
    if (!inspection.sopClassUid.empty()) {
        inspection.sopClassName = sopClassName(inspection.sopClassUid);
    }
    inspection.modality = dataset.textAt(DCM_Modality, 0);
    inspection.transferSyntaxUid = file.meta().transferSyntaxUid;
    inspection.photometricInterpretation = dataset.textAt(DCM_PhotometricInterpretation, 0);
    inspection.rows = present(DCM_Rows);
    inspection.columns = present(DCM_Columns);
    inspection.frames = present(DCM_NumberOfFrames);
    inspection.samplesPerPixel = present(DCM_SamplesPerPixel);
    inspection.bitsAllocated = present(DCM_BitsAllocated);
    inspection.bitsStored = present(DCM_BitsStored);
    inspection.pixelRepresentation = present(DCM_PixelRepresentation);
    if (dataset.has(DCM_PatientName)) {
        inspection.patientName = readImageText(FrameAttributes(dataset, 0)).patientName;
    }
    inspection.patientId = text(DCM_PatientID);
    if (const auto date = text(DCM_StudyDate)) {
        inspection.studyDate = readableDate(*date);
    }
}

void describeImage(FileInspection& inspection, const BuiltImage& built)
{
    const ImageData& data = built.image->data();
    inspection.kind = FileInspection::Kind::Image;
    inspection.rows = data.stored.height;
    inspection.columns = data.stored.width;
    inspection.frames = data.frameCount;
    inspection.samplesPerPixel = data.stored.samplesPerPixel;
    inspection.bitsStored = data.bitsStored;
    inspection.photometricInterpretation = built.description.photometric;
    inspection.lossy = data.lossy;
    inspection.spacing = data.spacing;
    inspection.frame = data.frame;
    inspection.warnings = warningLines(data.warnings);
    inspection.stored = storedStatistics(*built.image);
    inspection.modalityValues = modalityStatistics(*built.image);
}

/// No pixels, and none to be expected.
bool isObjectWithoutPixels(const DicomFile& file)
{
    const std::string uid = sopClassUidOf(file);
    return !file.structure().pixels && !uid.empty() && !isImageClass(uid);
}

} // namespace

DicomReader::DicomReader(std::shared_ptr<const FrameCodec> codec)
    : m_codec(std::move(codec))
{
}

bool DicomReader::recognises(std::span<const std::byte> start) const
{
    return looksLikeDicom(start);
}

Result<FileSummary> DicomReader::summarise(const std::filesystem::path& file) const
{
    try {
        NEFES_TRY(const DicomFile dicom, DicomFile::open(file));
        const Attributes dataset(dicom.dataset());
        FileSummary summary;
        summary.path = file;
        summary.format = "dicom";
        summary.sopClassUid = sopClassUidOf(dicom);
        summary.objectName = sopClassName(summary.sopClassUid);
        summary.hasImage = dicom.structure().pixels.has_value();
        summary.lacksPixels = !summary.hasImage && isImageClass(summary.sopClassUid);
        summary.transferSyntaxUid = dicom.meta().transferSyntaxUid;
        summary.text = readImageText(FrameAttributes(dataset, 0));
        if (summary.hasImage) {
            summary.width = dataset.integerOr(DCM_Columns, 0);
            summary.height = dataset.integerOr(DCM_Rows, 0);
            summary.slice = readPlacement(dataset);
            summary.frameCount = std::max(dataset.integerOr(DCM_NumberOfFrames, 1), 1);
        }
        return summary;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "no memory for the header");
    }
}

Result<ImagePtr> DicomReader::read(const std::filesystem::path& file, int frame,
                                   std::stop_token stop) const
{
    try {
        NEFES_TRY(const DicomFile dicom, DicomFile::open(file));
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped before decoding");
        }
        NEFES_TRY(BuiltImage built, buildImage(dicom, frame, m_codec.get()));
        return std::move(built.image);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "no memory for the image");
    }
}

FileInspection DicomReader::inspect(const std::filesystem::path& file, int frame) const
{
    try {
        const auto dicom = DicomFile::open(file);
        if (!dicom) {
            return failedInspection(toUtf8(file), dicom.error());
        }
        FileInspection inspection;
        inspection.path = toUtf8(file);
        describeHeader(inspection, *dicom);
        if (isObjectWithoutPixels(*dicom)) {
            inspection.kind = FileInspection::Kind::NonImage;
            return inspection;
        }
        const auto built = buildImage(*dicom, frame, m_codec.get());
        if (!built) {
            return failedInspection(toUtf8(file), built.error());
        }
        describeImage(inspection, *built);
        return inspection;
    } catch (const std::bad_alloc&) {
        return failedInspection(toUtf8(file), {ErrorCode::OutOfMemory, "no memory for the image"});
    }
}

} // namespace nefes::dicom
