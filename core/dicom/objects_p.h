// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/dicom/dicom_file_p.h"
#include "core/image/encapsulated_document.h"
#include "core/image/presentation_state.h"
#include "core/image/structured_report.h"
#include "core/image/tag_tree.h"

#include <stop_token>

namespace nefes::dicom {

// What the public functions of these names do with a file, from a data set in memory.
[[nodiscard]] Result<TagTree> tagsOf(const DicomFile& dicom, std::stop_token stop);
[[nodiscard]] Result<StructuredReport> reportOf(const DicomFile& dicom);
[[nodiscard]] Result<EncapsulatedDocument> documentOf(const DicomFile& dicom);
[[nodiscard]] Result<PresentationState> presentationOf(const DicomFile& dicom);

} // namespace nefes::dicom
