// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/installation.h"

#include "core/dicom/runtime_p.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdict.h>

namespace nefes::dicom {

Result<std::size_t> dictionaryEntries()
{
    NEFES_CHECK(prepareRuntime());
    const DcmDataDictionary& dictionary = dcmDataDict.rdlock();
    const int count = dictionary.numberOfEntries();
    dcmDataDict.rdunlock();
    return static_cast<std::size_t>(count);
}

std::string libraryVersion()
{
    return PACKAGE_VERSION;
}

} // namespace nefes::dicom
