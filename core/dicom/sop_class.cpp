// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/sop_class.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <array>
#include <utility>

namespace nefes::dicom {
namespace {

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

/// "DigitalXRayImageForPresentation" → "Digital X-Ray Image For Presentation".
std::string splitWords(std::string_view name)
{
    std::string words;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool startsWord =
            i > 0 && isUpper(name[i]) &&
            (isLower(name[i - 1]) || (i + 1 < name.size() && isLower(name[i + 1])));
        if (startsWord) {
            words += ' ';
        }
        words += name[i];
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> fixes = {
        {{"X Ray", "X-Ray"}, {"-ray", "-Ray"}}};
    for (const auto& [from, to] : fixes) {
        for (std::size_t at = words.find(from); at != std::string::npos;
             at = words.find(from, at + to.size())) {
            words.replace(at, from.size(), to);
        }
    }
    return words;
}

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
