// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/structured_report.h"

#include "core/dicom/attributes_p.h"
#include "core/dicom/image_builder_p.h"
#include "core/dicom/objects_p.h"
#include "core/dicom/sop_class.h"
#include "core/dicom/text.h"

#include <fmt/format.h>

#include <cstddef>

namespace nefes::dicom {
namespace {

/// More items than any report has: a list of them would stop the window.
constexpr std::size_t kMaxItems = 100'000;

/// Meaning of a code, or its value where it has no meaning (PS3.3 8.3).
std::string codeText(const Attributes& item, const DcmTagKey& sequence)
{
    const auto code = item.item(sequence);
    if (!code) {
        return {};
    }
    std::string meaning = code->text(DCM_CodeMeaning);
    return meaning.empty() ? code->text(DCM_CodeValue) : meaning;
}

std::string numericText(const Attributes& item)
{
    const auto measured = item.item(DCM_MeasuredValueSequence);
    if (!measured) {
        return codeText(item, DCM_NumericValueQualifierCodeSequence);
    }
    const std::string number = measured->text(DCM_NumericValue);
    const auto unit = measured->item(DCM_MeasurementUnitsCodeSequence);
    // UCUM "1" is no unit.
    const std::string symbol = unit ? unit->text(DCM_CodeValue) : std::string();
    return symbol.empty() || symbol == "1" ? number : number + " " + symbol;
}

std::string referenceText(const Attributes& item)
{
    const auto reference = item.item(DCM_ReferencedSOPSequence);
    if (!reference) {
        return {};
    }
    std::string text = sopClassName(reference->text(DCM_ReferencedSOPClassUID));
    if (const std::string frames = reference->text(DCM_ReferencedFrameNumber); !frames.empty()) {
        text += fmt::format(" ({})", frames);
    }
    return text;
}

std::string valueText(const Attributes& item, const std::string& type)
{
    if (type == "TEXT") {
        return item.text(DCM_TextValue);
    }
    if (type == "CODE") {
        return codeText(item, DCM_ConceptCodeSequence);
    }
    if (type == "NUM") {
        return numericText(item);
    }
    if (type == "PNAME") {
        return item.text(DCM_PersonName);
    }
    if (type == "DATE") {
        return readableDate(item.text(DCM_Date));
    }
    if (type == "TIME") {
        return readableTime(item.text(DCM_Time));
    }
    if (type == "DATETIME") {
        const std::string text = item.text(DCM_DateTime);
        return text.size() < 12 ? readableDate(text)
                                : readableDate(text.substr(0, 8)) + " " +
                                      readableTime(text.substr(8, text.size() < 14 ? 4 : 6));
    }
    if (type == "UIDREF") {
        return item.text(DCM_UID);
    }
    if (type == "IMAGE" || type == "COMPOSITE" || type == "WAVEFORM") {
        return referenceText(item);
    }
    if (type == "SCOORD" || type == "SCOORD3D" || type == "TCOORD") {
        return item.text(DCM_GraphicType);
    }
    return {};
}

/// The walk over the bytes has bounded the depth already.
ReportItem readItem(const Attributes& item, std::size_t& count)
{
    ReportItem result;
    result.relationship = item.text(DCM_RelationshipType);
    result.valueType = item.text(DCM_ValueType);
    result.name = codeText(item, DCM_ConceptNameCodeSequence);
    result.value = valueText(item, result.valueType);
    if (result.valueType.empty()) {
        // PS3.3 C.17.3.2.4: an item by reference names its position in the tree.
        result.value = item.text(DCM_ReferencedContentItemIdentifier);
    }
    for (std::size_t i = 0; i < item.itemCount(DCM_ContentSequence) && count < kMaxItems; ++i) {
        ++count;
        if (const auto child = item.item(DCM_ContentSequence, i)) {
            result.children.push_back(readItem(*child, count));
        }
    }
    return result;
}

} // namespace

Result<StructuredReport> reportOf(const DicomFile& dicom)
{
    const Attributes dataset(dicom.dataset());
    if (!dataset.has(DCM_ContentSequence) && dataset.text(DCM_ValueType).empty()) {
        return fail(ErrorCode::UnsupportedFormat, "an object without a content tree");
    }
    StructuredReport report;
    report.objectName = sopClassName(sopClassUidOf(dicom));
    report.patientName = dataset.text(DCM_PatientName);
    report.contentDate = readableDate(dataset.text(DCM_ContentDate));
    report.contentTime = readableTime(dataset.text(DCM_ContentTime));
    report.isComplete = dataset.text(DCM_CompletionFlag) == "COMPLETE";
    report.isVerified = dataset.text(DCM_VerificationFlag) == "VERIFIED";
    std::size_t count = 0;
    report.root = readItem(dataset, count);
    return report;
}

Result<StructuredReport> readStructuredReport(const std::filesystem::path& file)
{
    NEFES_TRY(const DicomFile dicom, DicomFile::open(file));
    return reportOf(dicom);
}

} // namespace nefes::dicom
