// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/dicom_file_p.h"
#include "core/dicom/inflate_p.h"
#include "core/dicom/runtime_p.h"
#include "core/image/image_limits.h"

#include <dcmtk/dcmdata/dcistrmb.h>

namespace nefes::dicom {
namespace {

constexpr std::size_t kPrefixEnd = 132;
constexpr const char* kDeflated = "1.2.840.10008.1.2.1.99";

E_TransferSyntax dcmtkSyntax(Encoding encoding)
{
    if (encoding.isBigEndian) {
        return EXS_BigEndianExplicit;
    }
    return encoding.isExplicit ? EXS_LittleEndianExplicit : EXS_LittleEndianImplicit;
}

/// What DCMTK can read of the header; an error leaves the elements before it.
std::unique_ptr<DcmDataset> parseHeader(std::span<const std::byte> header, Encoding encoding)
{
    auto dataset = std::make_unique<DcmDataset>();
    DcmInputBufferStream stream;
    stream.setBuffer(header.data(), static_cast<offile_off_t>(header.size()));
    stream.setEos();
    dataset->transferInit();
    static_cast<void>(dataset->read(stream, dcmtkSyntax(encoding), EGL_noChange));
    dataset->transferEnd();
    return dataset;
}

} // namespace

Result<DicomFile> DicomFile::open(const std::filesystem::path& file)
{
    NEFES_TRY(auto mapped, MappedFile::open(file));
    NEFES_TRY(DicomFile parsed, parse(mapped->bytes()));
    parsed.m_mapped = std::move(mapped);
    return parsed;
}

Result<DicomFile> DicomFile::parse(std::span<const std::byte> bytes)
{
    NEFES_CHECK(prepareRuntime());
    DicomFile file;
    NEFES_TRY(file.m_meta, readMetaHeader(bytes));
    const std::size_t metaStart = file.m_meta.hasPrefix ? kPrefixEnd : 0;
    file.m_metaBytes = bytes.first(file.m_meta.datasetStart).subspan(metaStart);
    std::span<const std::byte> dataset = bytes.subspan(file.m_meta.datasetStart);
    if (file.m_meta.transferSyntaxUid == kDeflated && !dataset.empty()) {
        NEFES_TRY(Inflated inflated, inflate(dataset, kMaxFrameBytes));
        file.m_inflated = std::move(inflated.bytes);
        file.m_endsEarly = inflated.endsEarly;
        dataset = file.m_inflated;
    }
    file.m_encoding = detectEncoding(dataset, file.m_meta.transferSyntaxUid);
    NEFES_TRY(file.m_structure, walkDataset(dataset, file.m_encoding));
    file.m_dataset = parseHeader(dataset.first(file.m_structure.headerEnd), file.m_encoding);
    if (file.m_dataset->card() == 0 && !file.m_structure.pixels) {
        return fail(ErrorCode::DamagedFile, "a DICOM file without a readable element");
    }
    return file;
}

} // namespace nefes::dicom
