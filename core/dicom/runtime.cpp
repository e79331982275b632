// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/runtime_p.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdict.h>
#include <dcmtk/dcmjpls/djdecode.h>
#include <dcmtk/oflog/oflog.h>

#include <mutex>

namespace nefes::dicom {

Result<void> prepareRuntime()
{
    static std::once_flag once;
    std::call_once(once, [] {
        OFLog::configure(OFLogger::OFF_LOG_LEVEL);
        DJLSDecoderRegistration::registerCodecs();
    });
    if (!dcmDataDict.isDictionaryLoaded()) {
        return fail(
            ErrorCode::DictionaryMissing,
            "DCMTK's data dictionary cannot be read: install the package libdcmtk17 (Debian 12) or "
            "dcmtk-data (Debian 13), or let DCMDICTPATH name dicom.dic");
    }
    return {};
}

} // namespace nefes::dicom
