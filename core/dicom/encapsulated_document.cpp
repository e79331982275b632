// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/encapsulated_document.h"

#include "core/dicom/attributes_p.h"
#include "core/dicom/objects_p.h"

#include <algorithm>

namespace nefes::dicom {

Result<EncapsulatedDocument> documentOf(const DicomFile& dicom)
{
    const Attributes dataset(dicom.dataset());
    const auto value = dataset.bytes(DCM_EncapsulatedDocument);
    if (value.empty()) {
        return fail(ErrorCode::UnsupportedFormat, "an object without an encapsulated document");
    }
    EncapsulatedDocument document;
    document.title = dataset.text(DCM_DocumentTitle);
    document.mimeType = dataset.text(DCM_MIMETypeOfEncapsulatedDocument);
    // The value has even length; newer files say how many bytes are the document.
    const auto length = dataset.integer(DCM_EncapsulatedDocumentLength);
    const bool isPadded = length && *length > 0 && std::in_range<std::size_t>(*length);
    const std::size_t size =
        isPadded ? std::min(static_cast<std::size_t>(*length), value.size()) : value.size();
    document.bytes.assign(value.begin(), value.begin() + static_cast<std::ptrdiff_t>(size));
    return document;
}

Result<EncapsulatedDocument> readEncapsulatedDocument(const std::filesystem::path& file)
{
    NEFES_TRY(const DicomFile dicom, DicomFile::open(file));
    return documentOf(dicom);
}

} // namespace nefes::dicom
