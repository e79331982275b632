// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include "core/image/render.h"

#include "ml/input_specification.h"
#include "ml/preprocess.h"

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace nefes::ml {

/// Side of the square, in pixels, that an image is padded into for the lung finder.
inline constexpr int kLungSide = 96;

/// The installed lung finder, below the resources.
inline constexpr const char* kLungFinderFile = "lungs/lungs.safetensors";

/// The input of the lung finder: kLungSide × kLungSide, padded.
[[nodiscard]] InputSpecification lungInput();

/// Marks the lungs of frontal chest films. Any thread, several at once.
class LungFinder
{
public:
    virtual ~LungFinder() = default;
    LungFinder() = default;
    LungFinder(const LungFinder&) = delete;
    LungFinder& operator=(const LungFinder&) = delete;

    /// `planes` is [count, kLungSide, kLungSide], made with lungInput(); the result has the
    /// probability 0–1 that each pixel is lung, in the same shape. InvalidArgument (another shape),
    /// OutOfMemory, Internal.
    [[nodiscard]] virtual Result<std::vector<float>> find(std::span<const std::uint8_t> planes,
                                                          int count) = 0;
};

/// Lungs over the square of lungInput() → over the pixels of `region` of the same image, which is
/// width × height pixels: what inputPlane() of another input shows. True: lung.
[[nodiscard]] std::vector<bool> lungsOfRegion(std::span<const float> lungs,
                                              const InputRegion& region, int imageWidth,
                                              int imageHeight, int width, int height);

/// Grown by `radius` pixels in every direction (a square element).
[[nodiscard]] std::vector<bool> dilated(const std::vector<bool>& mask, int width, int height,
                                        int radius);

/// Share of a map's sum that lies on lung pixels; NaN where the map has no values or is 0
/// everywhere. Both are over the same image; the map is interpolated to the mask's pixels.
[[nodiscard]] double energyInside(const FloatGrid& map, const std::vector<bool>& mask, int width,
                                  int height);

/// Images with lungs marked by people.
struct LungSamples {
    std::vector<std::uint8_t> planes; ///< [n, kLungSide, kLungSide], gray
    std::vector<std::uint8_t> masks;  ///< the same shape; above 127 is lung
    [[nodiscard]] int count() const;
};

struct LungTrainingOptions {
    int epochs = 60;
    int folds = 0; ///< 2 or more: Dice of each image by a finder that has not seen it
    int threads = 0;
    std::uint64_t seed = 1;
};

/// After every epoch of every finder that is trained.
struct LungProgress {
    int fold = 0, folds = 0; ///< fold == folds: the one that is kept, on all images
    int epoch = 0, epochs = 0;
    double loss = 0.0;
};

struct LungTraining {
    std::vector<double> dice; ///< of each sample, by cross-validation; empty without folds
};

} // namespace nefes::ml
