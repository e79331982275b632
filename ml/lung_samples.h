// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/image_reader.h"

#include "ml/lungs.h"
#include "ml/pack.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace nefes::ml {

/// A folder whose pairs.csv has the columns `mask` and `image`: a picture of the lungs (white) and
/// the film they belong to, both paths relative to the folder and of the same size.
struct MarkedLungs {
    LungSamples samples;
    std::vector<std::filesystem::path> images; ///< one a sample
    std::string sha256;                        ///< over the content of all files
    std::vector<UnreadableFile> unreadable;
};

/// Image and mask of every row of pairs.csv. FileNotFound, DatasetInvalid (names the line).
[[nodiscard]] Result<std::vector<std::pair<std::filesystem::path, std::filesystem::path>>>
markedFilms(const std::filesystem::path& folder);

/// markedFilms' codes, DatasetEmpty (nothing can be read), Cancelled.
[[nodiscard]] Result<MarkedLungs> readMarkedLungs(const std::filesystem::path& folder,
                                                  const DecodingTools& tools, std::stop_token stop);

/// What LungFinder::find() says of an image, which it sees as the viewer shows it: the probability
/// 0–1 that a pixel is lung, [kLungSide, kLungSide], over the square of lungInput() and not over
/// the image's own pixels (lungsOfRegion() carries it there). LungFinder::find()'s codes.
[[nodiscard]] Result<std::vector<float>> findLungs(LungFinder& finder, const DecodedImage& image,
                                                   const PlaneOperations& operations);

} // namespace nefes::ml
