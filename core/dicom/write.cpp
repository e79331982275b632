// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/write.h"

#include "core/dicom/runtime_p.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace nefes::dicom {
namespace {

constexpr std::size_t kMaxUidLength = 64;

bool isUid(std::string_view uid)
{
    return !uid.empty() && uid.size() <= kMaxUidLength &&
           uid.find_first_not_of("0123456789.") == std::string_view::npos && uid.front() != '.' &&
           uid.back() != '.';
}

/// "2020-03-11" and "13:45:01" as DICOM writes them.
std::string withoutSeparators(std::string_view text)
{
    std::string digits(text);
    std::erase_if(digits, [](char c) { return c == '-' || c == ':'; });
    return digits;
}

/// At most 16 characters (PS3.5 6.2, DS).
std::string decimalString(double value)
{
    for (int precision = 10; precision > 0; --precision) {
        std::string text = fmt::format("{:.{}g}", value, precision);
        if (text.size() <= 16) {
            return text;
        }
    }
    return "0";
}

/// Puts values into a data set and remembers whether all could be put.
class Writer
{
public:
    explicit Writer(DcmItem& item)
        : m_item(item)
    {
    }
    void text(const DcmTagKey& tag, const std::string& value)
    {
        m_isGood &= m_item.putAndInsertOFStringArray(tag, value.c_str()).good();
    }
    void optionalText(const DcmTagKey& tag, const std::string& value)
    {
        if (!value.empty()) {
            text(tag, value);
        }
    }
    void number(const DcmTagKey& tag, int value)
    {
        m_isGood &= m_item.putAndInsertUint16(tag, static_cast<Uint16>(value)).good();
    }
    [[nodiscard]] bool isGood() const { return m_isGood; }

private:
    DcmItem& m_item;
    bool m_isGood = true;
};

void writeText(Writer& writer, const ImageText& text)
{
    // Type 2 attributes stand there even when they are empty.
    writer.text(DCM_PatientName, text.patientName);
    writer.text(DCM_PatientID, text.patientId);
    writer.text(DCM_PatientBirthDate, withoutSeparators(text.patientBirthDate));
    writer.text(DCM_PatientSex, text.patientSex);
    writer.optionalText(DCM_PatientAge, text.patientAge.size() == 3   ? "0" + text.patientAge
                                        : text.patientAge.size() == 2 ? "00" + text.patientAge
                                                                      : text.patientAge);
    writer.text(DCM_StudyDate, withoutSeparators(text.studyDate));
    writer.text(DCM_StudyTime, withoutSeparators(text.studyTime));
    writer.text(DCM_AccessionNumber, text.accessionNumber);
    writer.text(DCM_ReferringPhysicianName, "");
    writer.text(DCM_StudyID, "");
    writer.optionalText(DCM_StudyDescription, text.studyDescription);
    writer.optionalText(DCM_SeriesDescription, text.seriesDescription);
    writer.optionalText(DCM_BodyPartExamined, text.bodyPart);
    writer.optionalText(DCM_ViewPosition, text.viewPosition);
    writer.optionalText(DCM_InstitutionName, text.institution);
    writer.text(DCM_Manufacturer, text.manufacturer);
    writer.optionalText(DCM_KVP, text.kvp);
    writer.text(DCM_SeriesNumber, text.seriesNumber);
    writer.text(DCM_InstanceNumber, text.instanceNumber);
    writer.text(DCM_StudyInstanceUID, text.studyUid);
    writer.text(DCM_SeriesInstanceUID, text.seriesUid);
    writer.text(DCM_SOPInstanceUID, text.sopInstanceUid);
}

void writeClass(Writer& writer, const ImageData& image, const WriteOptions& options)
{
    const bool isDx = options.objectClass == WrittenClass::DigitalXRayForPresentation;
    writer.text(DCM_SOPClassUID, isDx ? UID_DigitalXRayImageStorageForPresentation
                                      : UID_SecondaryCaptureImageStorage);
    writer.text(DCM_Modality,
                image.text.modality.empty() ? (isDx ? "DX" : "OT") : image.text.modality);
    if (!isDx) {
        writer.text(DCM_ConversionType, options.conversionType);
        writer.optionalText(DCM_Laterality, image.text.laterality);
        return;
    }
    writer.text(DCM_ImageLaterality, image.text.laterality.empty() ? "U" : image.text.laterality);
    writer.text(DCM_PresentationIntentType, "FOR PRESENTATION");
    writer.text(DCM_PixelIntensityRelationship, "LOG");
    writer.text(DCM_PresentationLUTShape, image.inverted ? "INVERSE" : "IDENTITY");
}

void writeDisplay(Writer& writer, const ImageData& image)
{
    if (image.stored.samplesPerPixel == 1) {
        writer.text(DCM_RescaleIntercept, decimalString(image.modality.intercept));
        writer.text(DCM_RescaleSlope, decimalString(image.modality.slope));
        writer.text(DCM_RescaleType, image.modality.unit.empty() ? "US" : image.modality.unit);
    }
    std::string centers;
    std::string widths;
    std::string explanations;
    for (const VoiWindow& window : image.windows) {
        const char* separator = centers.empty() ? "" : "\\";
        centers += separator + decimalString(window.center);
        widths += separator + decimalString(window.width);
        explanations += separator + window.explanation;
    }
    if (!image.windows.empty()) {
        writer.text(DCM_WindowCenter, centers);
        writer.text(DCM_WindowWidth, widths);
        writer.text(DCM_WindowCenterWidthExplanation, explanations);
        const VoiFunction function = image.windows.front().function;
        writer.text(DCM_VOILUTFunction, function == VoiFunction::Linear        ? "LINEAR"
                                        : function == VoiFunction::LinearExact ? "LINEAR_EXACT"
                                                                               : "SIGMOID");
    }
    if (image.spacing) {
        const std::string spacing =
            decimalString(image.spacing->rowMm) + "\\" + decimalString(image.spacing->columnMm);
        writer.text(image.spacing->origin == SpacingOrigin::Patient ? DCM_PixelSpacing
                                                                    : DCM_ImagerPixelSpacing,
                    spacing);
    }
    if (!image.orientation.right.empty() && !image.orientation.bottom.empty()) {
        writer.text(DCM_PatientOrientation,
                    image.orientation.right + "\\" + image.orientation.bottom);
    }
}

void writePixelModule(Writer& writer, const ImageData& image)
{
    const bool isColor = image.stored.samplesPerPixel == 3;
    const bool isSigned = std::holds_alternative<std::vector<std::int8_t>>(image.stored.samples) ||
                          std::holds_alternative<std::vector<std::int16_t>>(image.stored.samples);
    writer.number(DCM_SamplesPerPixel, image.stored.samplesPerPixel);
    if (isColor) {
        writer.number(DCM_PlanarConfiguration, 0);
    }
    writer.text(DCM_PhotometricInterpretation, isColor          ? "RGB"
                                               : image.inverted ? "MONOCHROME1"
                                                                : "MONOCHROME2");
    writer.number(DCM_Rows, image.stored.height);
    writer.number(DCM_Columns, image.stored.width);
    writer.number(DCM_BitsAllocated, image.bitsStored > 8 ? 16 : 8);
    writer.number(DCM_BitsStored, image.bitsStored);
    writer.number(DCM_HighBit, image.bitsStored - 1);
    writer.number(DCM_PixelRepresentation, isSigned ? 1 : 0);
    if (image.lossy) {
        writer.text(DCM_LossyImageCompression, "01");
    }
}

/// Bits above Bits Stored hold nothing, signs included (PS3.5 8.1.1 lets them).
bool writePixels(DcmDataset& dataset, const ImageData& image)
{
    return std::visit(
        [&dataset](const auto& samples) {
            using Sample = typename std::decay_t<decltype(samples)>::value_type;
            const auto count = static_cast<unsigned long>(samples.size());
            if constexpr (sizeof(Sample) == 1) {
                const auto* bytes = reinterpret_cast<const Uint8*>(samples.data());
                return dataset.putAndInsertUint8Array(DCM_PixelData, bytes, count).good();
            } else if constexpr (sizeof(Sample) == 2) {
                const auto* words = reinterpret_cast<const Uint16*>(samples.data());
                return dataset.putAndInsertUint16Array(DCM_PixelData, words, count).good();
            } else {
                return false;
            }
        },
        image.stored.samples);
}

Result<void> check(const ImageData& image, const WriteOptions& options)
{
    const std::size_t bytesPerSample =
        image.stored.isConsistent() ? image.stored.byteCount() / image.stored.sampleCount() : 0;
    const bool isGray = image.stored.samplesPerPixel == 1 && image.bitsStored >= 2 &&
                        image.bitsStored <= 16 &&
                        bytesPerSample == (image.bitsStored > 8 ? 2U : 1U);
    const bool isRgb =
        image.stored.samplesPerPixel == 3 && image.bitsStored == 8 && bytesPerSample == 1;
    if (!isGray && !isRgb) {
        return fail(ErrorCode::InvalidArgument, "only gray of up to 16 bits and RGB are written");
    }
    if (image.stored.width > 65535 || image.stored.height > 65535) {
        return fail(ErrorCode::InvalidArgument, "a side above 65535 pixels");
    }
    for (const std::string& uid : {image.text.studyUid, image.text.seriesUid,
                                   image.text.sopInstanceUid, options.implementationClassUid}) {
        if (!isUid(uid)) {
            return fail(ErrorCode::InvalidArgument, "a UID that is missing or malformed");
        }
    }
    return {};
}

/// DCMTK writes its own implementation UID and version: replaced, so that files do not change with
/// its version.
bool prepareMeta(DcmFileFormat& file, const WriteOptions& options)
{
    if (file.validateMetaInfo(EXS_LittleEndianExplicit).bad()) {
        return false;
    }
    DcmMetaInfo& meta = *file.getMetaInfo();
    return meta.putAndInsertString(DCM_ImplementationClassUID,
                                   options.implementationClassUid.c_str())
               .good() &&
           meta.putAndInsertString(DCM_ImplementationVersionName, "NEFES").good() &&
           meta.computeGroupLengthAndPadding(EGL_recalcGL, EPD_noChange,
                                             META_HEADER_DEFAULT_TRANSFERSYNTAX, EET_ExplicitLength)
               .good();
}

Result<Bytes> serialise(DcmFileFormat& file, std::size_t pixelBytes)
{
    constexpr std::size_t headerRoom = 65536;
    std::vector<std::byte> bytes(pixelBytes + headerRoom);
    DcmOutputBufferStream stream(bytes.data(), static_cast<offile_off_t>(bytes.size()));
    file.transferInit();
    const OFCondition written =
        file.write(stream, EXS_LittleEndianExplicit, EET_ExplicitLength, nullptr, EGL_recalcGL,
                   EPD_noChange, 0, 0, 0, EWM_dontUpdateMeta);
    file.transferEnd();
    if (written.bad()) {
        return fail(ErrorCode::WriteFailed, written.text());
    }
    void* buffer = nullptr;
    offile_off_t size = 0;
    stream.flushBuffer(buffer, size);
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

} // namespace

Result<Bytes> encodeDicom(const ImageData& image, const WriteOptions& options)
{
    NEFES_CHECK(prepareRuntime());
    NEFES_CHECK(check(image, options));
    DcmFileFormat file;
    DcmDataset& dataset = *file.getDataset();
    Writer writer(dataset);
    writer.text(DCM_SpecificCharacterSet, "ISO_IR 192");
    writeClass(writer, image, options);
    writeText(writer, image.text);
    writePixelModule(writer, image);
    writeDisplay(writer, image);
    if (!writer.isGood() || !writePixels(dataset, image) || !prepareMeta(file, options)) {
        return fail(ErrorCode::WriteFailed, "DCMTK refused a value");
    }
    return serialise(file, image.stored.byteCount());
}

Result<void> writeDicom(const std::filesystem::path& file, const ImageData& image,
                        const WriteOptions& options)
{
    NEFES_TRY(const Bytes bytes, encodeDicom(image, options));
    return writeFileAtomically(file, bytes);
}

} // namespace nefes::dicom
