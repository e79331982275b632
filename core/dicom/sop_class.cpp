// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/sop_class.h"

#include "core/dicom/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <array>
#include <utility>

namespace nefes::dicom {
namespace {

/// DCMTK's keyword without "Storage"; empty when the class is not known.
std::string keywordOf(std::string_view uid)
{
    const std::string text(uid);
    const char* keyword = dcmFindNameOfUID(text.c_str(), "");
    std::string name = keyword == nullptr ? std::string() : std::string(keyword);
    constexpr std::string_view retired = "RETIRED_";
    if (name.rfind(retired, 0) == 0) {
        name.erase(0, retired.size());
    }
    constexpr std::string_view storage = "Storage";
    if (const auto at = name.find(storage); at != std::string::npos && name != storage) {
        name.erase(at, storage.size());
    }
    return name;
}

} // namespace

std::string sopClassName(std::string_view uid)
{
    if (uid == UID_MediaStorageDirectoryStorage) {
        return "DICOMDIR (media storage directory)";
    }
    const std::string name = keywordOf(uid);
    return name.empty() ? "DICOM object" : splitWords(name);
}

bool isImageClass(std::string_view uid)
{
    const std::string name = keywordOf(uid);
    return name.find("Image") != std::string::npos || name == "RTDose" || name == "Segmentation" ||
           name == "ParametricMap" || name == "LabelMapSegmentation" ||
           name == "HeightMapSegmentation";
}

} // namespace nefes::dicom
