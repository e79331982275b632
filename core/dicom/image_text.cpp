// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/image_header_p.h"

#include <fmt/format.h>

namespace nefes::dicom {
namespace {

/// A number as people write it: no trailing zeros, decimal point.
std::string plainNumber(std::optional<double> value)
{
    return value ? fmt::format("{:g}", *value) : std::string();
}

/// Exposure in mAs from the attribute of the oldest, the microampere one, or current × time.
std::string exposureMas(const Attributes& dataset)
{
    if (const auto microampere = dataset.number(DCM_ExposureInuAs)) {
        return plainNumber(*microampere / 1000.0);
    }
    if (const auto exposure = dataset.number(DCM_Exposure)) {
        return plainNumber(exposure);
    }
    const auto milliampere = dataset.number(DCM_XRayTubeCurrent);
    const auto milliseconds = dataset.number(DCM_ExposureTime);
    if (milliampere && milliseconds) {
        return plainNumber(*milliampere * *milliseconds / 1000.0);
    }
    return {};
}

std::string firstOf(const Attributes& dataset, std::initializer_list<DcmTagKey> tags)
{
    for (const DcmTagKey& tag : tags) {
        if (std::string text = dataset.textAt(tag, 0); !text.empty()) {
            return text;
        }
    }
    return {};
}

/// Groups that are empty at the end are padding (PS3.5 6.2.1.1).
std::string personName(const Attributes& dataset)
{
    std::string name = dataset.text(DCM_PatientName);
    while (!name.empty() && name.back() == '=') {
        name.pop_back();
    }
    return name;
}

} // namespace

ImageText readImageText(const FrameAttributes& frame)
{
    const Attributes& d = frame.dataset();
    ImageText text;
    text.patientName = personName(d);
    text.patientId = d.text(DCM_PatientID);
    text.patientBirthDate = readableDate(d.text(DCM_PatientBirthDate));
    text.patientSex = d.text(DCM_PatientSex);
    text.patientAge = readableAge(d.text(DCM_PatientAge));
    text.studyDate = readableDate(d.text(DCM_StudyDate));
    text.studyTime = readableTime(d.text(DCM_StudyTime));
    text.studyDescription = d.text(DCM_StudyDescription);
    text.accessionNumber = d.text(DCM_AccessionNumber);
    text.seriesDescription = d.text(DCM_SeriesDescription);
    text.modality = d.textAt(DCM_Modality, 0);
    text.bodyPart = d.text(DCM_BodyPartExamined);
    text.viewPosition = d.text(DCM_ViewPosition);
    text.laterality = firstOf(d, {DCM_ImageLaterality, DCM_Laterality});
    if (text.laterality.empty()) {
        if (const auto anatomy = frame.group(DCM_FrameAnatomySequence)) {
            text.laterality = anatomy->text(DCM_FrameLaterality);
        }
    }
    text.institution = d.text(DCM_InstitutionName);
    text.manufacturer = d.text(DCM_Manufacturer);
    text.kvp = plainNumber(d.number(DCM_KVP));
    text.exposureMas = exposureMas(d);
    text.seriesNumber = d.text(DCM_SeriesNumber);
    text.instanceNumber = d.text(DCM_InstanceNumber);
    text.studyUid = d.text(DCM_StudyInstanceUID);
    text.seriesUid = d.text(DCM_SeriesInstanceUID);
    text.sopInstanceUid = d.text(DCM_SOPInstanceUID);
    return text;
}

} // namespace nefes::dicom
