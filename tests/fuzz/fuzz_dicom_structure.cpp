// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/encapsulated_p.h"
#include "core/dicom/inflate_p.h"
#include "core/dicom/rle_p.h"
#include "core/dicom/structure.h"

#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace nefes::dicom;
    const auto bytes = nefes::fuzz::input(data, size);
    static_cast<void>(looksLikeDicom(bytes.first(std::min<std::size_t>(size, 512))));
    static_cast<void>(decodeRle(bytes, 64, 1 + size % 3, 1 + size % 2));
    static_cast<void>(inflate(bytes, 1U << 20U));
    const auto meta = readMetaHeader(bytes);
    if (!meta) {
        return 0;
    }
    const auto dataset = bytes.subspan(meta->datasetStart);
    const auto structure = walkDataset(dataset, detectEncoding(dataset, meta->transferSyntaxUid));
    if (structure && structure->pixels && structure->pixels->isEncapsulated) {
        for (const int frames : {1, 2, 7}) {
            static_cast<void>(frameBytes(*structure->pixels, frames - 1, frames));
        }
    }
    return 0;
}
