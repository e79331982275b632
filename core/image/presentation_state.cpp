// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/presentation_state.h"

#include <algorithm>

namespace nefes {

bool covers(const std::vector<ImageReference>& references, const std::string& sopInstanceUid,
            int frame)
{
    return references.empty() ||
           std::any_of(references.begin(), references.end(), [&](const ImageReference& reference) {
               return reference.sopInstanceUid == sopInstanceUid &&
                      (reference.frames.empty() ||
                       std::find(reference.frames.begin(), reference.frames.end(), frame) !=
                           reference.frames.end());
           });
}

} // namespace nefes
