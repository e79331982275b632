// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/presentation_state.h"

#include <algorithm>

namespace nefes {

namespace {

template <class Part>
const Part* partOf(const std::vector<Part>& parts, const std::string& sopInstanceUid, int frame)
{
    const auto found = std::ranges::find_if(
        parts, [&](const Part& part) { return covers(part.references, sopInstanceUid, frame); });
    return found == parts.end() ? nullptr : &*found;
}

} // namespace

bool names(const std::vector<ImageReference>& references, const std::string& sopInstanceUid,
           int frame)
{
    return !references.empty() && covers(references, sopInstanceUid, frame);
}

const PresentationVoi* voiOf(const PresentationState& state, const std::string& sopInstanceUid,
                             int frame)
{
    return partOf(state.voi, sopInstanceUid, frame);
}

const DisplayedArea* areaOf(const PresentationState& state, const std::string& sopInstanceUid,
                            int frame)
{
    return partOf(state.areas, sopInstanceUid, frame);
}

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
