// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"

#include <utility>
#include <vector>

namespace nefes::test {

/// A gray image of the given stored values; the type of the vector is the storage.
template <class T>
ImageData grayData(int width, int height, std::vector<T> values)
{
    ImageData data;
    data.stored = {width, height, 1, std::move(values)};
    data.bitsStored = static_cast<int>(8 * sizeof(T));
    data.format = "dicom";
    return data;
}

inline ImagePtr frozen(ImageData data)
{
    return DecodedImage::create(std::move(data)).value();
}

} // namespace nefes::test
