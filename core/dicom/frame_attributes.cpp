// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/image_header_p.h"

namespace nefes::dicom {

FrameAttributes::FrameAttributes(const Attributes& dataset, int frame)
    : m_dataset(dataset)
    , m_frame(dataset.item(DCM_PerFrameFunctionalGroupsSequence, static_cast<std::size_t>(frame)))
    , m_shared(dataset.item(DCM_SharedFunctionalGroupsSequence))
{
}

std::optional<Attributes> FrameAttributes::group(const DcmTagKey& sequence) const
{
    if (m_frame) {
        if (auto found = m_frame->item(sequence)) {
            return found;
        }
    }
    return m_shared ? m_shared->item(sequence) : std::nullopt;
}

Attributes FrameAttributes::groupOrDataset(const DcmTagKey& sequence) const
{
    return group(sequence).value_or(m_dataset);
}

} // namespace nefes::dicom
