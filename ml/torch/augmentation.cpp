// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numeric.h"

#include "ml/torch/augmentation_p.h"

#include <numbers>

namespace nefes::engine {
namespace {

/// One number an image, drawn by `draw`, as [n, 1, 1, 1] on the images' device.
template <class Draw>
torch::Tensor oneAnImage(const torch::Tensor& images, Draw draw)
{
    torch::Tensor values = torch::empty({images.size(0), 1, 1, 1}, torch::kFloat);
    float* data = values.data_ptr<float>();
    for (std::int64_t i = 0; i < images.size(0); ++i) {
        data[i] = static_cast<float>(draw());
    }
    return values.to(images.device());
}

/// 2 × 3 matrix, row-major: output position → input position, pixels from the image centre.
using Transform = std::array<double, 6>;

/// Ratio of the sides of a crop, as in Szegedy et al., CVPR 2015.
constexpr double kCropAspect = 4.0 / 3.0;

/// Below this sigma (pixels) a Gaussian on a pixel grid is the identity.
constexpr double kSmallestSigma = 0.1;

Transform drawTransform(const ml::AugmentationSettings& settings, double width, double height,
                        Rng& random)
{
    const double angle =
        random.uniform(-settings.rotation, settings.rotation) * std::numbers::pi / 180.0;
    const double zoom = random.uniform(settings.zoom.first, settings.zoom.second);
    const double shear = random.uniform(-settings.shear, settings.shear);
    double scaleX = 1.0 / zoom;
    double scaleY = 1.0 / zoom;
    double moveX = random.uniform(-settings.shiftX, settings.shiftX) * width;
    double moveY = random.uniform(-settings.shiftY, settings.shiftY) * height;
    if (settings.randomResizedCrop) {
        const auto [smallest, largest] = *settings.randomResizedCrop;
        const double area = random.uniform(smallest, largest);
        const double aspect = std::exp(random.uniform(-1.0, 1.0) * std::log(kCropAspect));
        const double cropX = std::min(1.0, std::sqrt(area * aspect));
        const double cropY = std::min(1.0, std::sqrt(area / aspect));
        scaleX *= cropX;
        scaleY *= cropY;
        moveX += random.uniform(-0.5, 0.5) * (1.0 - cropX) * width;
        moveY += random.uniform(-0.5, 0.5) * (1.0 - cropY) * height;
    }
    if (settings.aspect > 0.0) {
        const double ratio = std::exp(0.5 * random.uniform(-settings.aspect, settings.aspect));
        scaleX /= ratio;
        scaleY *= ratio;
    }
    const double flipX = settings.flipHorizontal && random.uniform() < 0.5 ? -1.0 : 1.0;
    const double flipY = settings.flipVertical && random.uniform() < 0.5 ? -1.0 : 1.0;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    // Scale, shear, rotate, flip, move.
    return {flipX * cosine * scaleX, flipX * (cosine * shear - sine) * scaleY, moveX,
            flipY * sine * scaleX,   flipY * (sine * shear + cosine) * scaleY, moveY};
}

} // namespace

Augmentation::Augmentation(const ml::AugmentationSettings& settings)
    : m_settings(settings)
    , m_moves(settings.rotation != 0.0 || settings.zoom != std::pair(1.0, 1.0) ||
              settings.shiftX != 0.0 || settings.shiftY != 0.0 || settings.shear != 0.0 ||
              settings.aspect != 0.0 || settings.flipHorizontal || settings.flipVertical ||
              settings.randomResizedCrop.has_value())
{
}

torch::Tensor Augmentation::apply(const torch::Tensor& images, Rng& random,
                                  const torch::Generator& noise) const
{
    return changeValues(warp(images, random), random, noise);
}

torch::Tensor Augmentation::changeValues(const torch::Tensor& images, Rng& random,
                                         const torch::Generator& noise) const
{
    const torch::NoGradGuard noGrad;
    torch::Tensor x = images;
    if (m_settings.brightness != 0.0 || m_settings.contrast != 0.0 || m_settings.gamma != 0.0) {
        x = changeTones(x, random);
    }
    if (m_settings.blur > 0.0) {
        x = soften(x, random);
    }
    if (m_settings.resample > 0.0) {
        x = resample(x, random);
    }
    if (m_settings.marks > 0.0) {
        x = mark(x, random);
    }
    if (m_settings.noise > 0.0) {
        const torch::Tensor sigma =
            oneAnImage(x, [&] { return 255.0 * random.uniform(0.0, m_settings.noise); });
        x = x + torch::empty_like(x).normal_(0.0, 1.0, noise) * sigma;
    }
    if (m_settings.cutout > 0.0) {
        x = cutOut(x, random);
    }
    if (m_settings.border > 0.0) {
        x = frame(x, random);
    }
    return x.clamp(0.0, 255.0);
}

torch::Tensor Augmentation::drawTransforms(const torch::Tensor& images, Rng& random) const
{
    const auto width = static_cast<double>(images.size(3));
    const auto height = static_cast<double>(images.size(2));
    torch::Tensor matrices = torch::empty({images.size(0), 2, 3}, torch::kFloat);
    float* data = matrices.data_ptr<float>();
    for (std::int64_t i = 0; i < images.size(0); ++i) {
        Transform t = drawTransform(m_settings, width, height, random);
        // affine_grid counts from -1 to 1 along each side.
        t[1] *= height / width;
        t[3] *= width / height;
        t[2] *= 2.0 / width;
        t[5] *= 2.0 / height;
        for (const double value : t) {
            *data++ = static_cast<float>(value);
        }
    }
    return matrices.to(images.device());
}

torch::Tensor Augmentation::warp(const torch::Tensor& images, Rng& random) const
{
    if (!m_moves) {
        return images;
    }
    const torch::NoGradGuard noGrad;
    const torch::Tensor grid =
        torch::affine_grid_generator(drawTransforms(images, random), images.sizes(), false);
    constexpr std::int64_t kBilinear = 0;
    constexpr std::int64_t kZeros = 0;
    constexpr std::int64_t kBorder = 1;
    return torch::grid_sampler(images, grid, kBilinear,
                               m_settings.fill == "zero" ? kZeros : kBorder, false);
}

torch::Tensor Augmentation::changeTones(const torch::Tensor& images, Rng& random) const
{
    const auto around = [&](double range) {
        return oneAnImage(images, [&] { return 1.0 + random.uniform(-range, range); });
    };
    torch::Tensor x = images;
    if (m_settings.gamma != 0.0) {
        x = (x / 255.0).clamp_min(0.0).pow(around(m_settings.gamma)) * 255.0;
    }
    if (m_settings.contrast != 0.0) {
        const torch::Tensor mean = x.mean({2, 3}, true);
        x = (x - mean) * around(m_settings.contrast) + mean;
    }
    if (m_settings.brightness != 0.0) {
        x = x * around(m_settings.brightness);
    }
    return x;
}

torch::Tensor Augmentation::soften(const torch::Tensor& images, Rng& random) const
{
    const std::int64_t n = images.size(0);
    const std::int64_t radius =
        std::min<std::int64_t>(static_cast<std::int64_t>(std::ceil(3.0 * m_settings.blur)),
                               std::min(images.size(2), images.size(3)) - 1);
    const torch::Tensor sigma = oneAnImage(
        images, [&] { return std::max(kSmallestSigma, random.uniform(0.0, m_settings.blur)); });
    const torch::Tensor offsets =
        torch::arange(-radius, radius + 1, images.options()).view({1, 1, 1, -1});
    torch::Tensor kernel = torch::exp(-offsets.square() / (2.0 * sigma.square()));
    kernel = kernel / kernel.sum(3, true); // [n, 1, 1, k]
    // One group an image: each has its own kernel.
    torch::Tensor x = images.transpose(0, 1); // [1, n, height, width]
    const auto blurred = [n](const torch::Tensor& padded, const torch::Tensor& weights) {
        return torch::conv2d(padded, weights, {}, 1, torch::IntArrayRef{0, 0}, 1, n);
    };
    x = blurred(torch::replication_pad2d(x, {radius, radius, 0, 0}), kernel);
    x = blurred(torch::replication_pad2d(x, {0, 0, radius, radius}), kernel.transpose(2, 3));
    return x.transpose(0, 1);
}

torch::Tensor Augmentation::cutOut(const torch::Tensor& images, Rng& random) const
{
    const std::int64_t height = images.size(2);
    const std::int64_t width = images.size(3);
    torch::Tensor x = images.clone();
    for (std::int64_t i = 0; i < x.size(0); ++i) {
        const double side = random.uniform(0.0, m_settings.cutout);
        const auto rows = static_cast<std::int64_t>(side * static_cast<double>(height));
        const auto columns = static_cast<std::int64_t>(side * static_cast<double>(width));
        const auto top =
            narrow<std::int64_t>(random.below(static_cast<std::size_t>(height - rows + 1)));
        const auto left =
            narrow<std::int64_t>(random.below(static_cast<std::size_t>(width - columns + 1)));
        x[i].slice(1, top, top + rows).slice(2, left, left + columns).zero_();
    }
    return x;
}

/// Detail is lost as it is when a film is stored small, sharpness as scaling up leaves it.
torch::Tensor Augmentation::resample(const torch::Tensor& images, Rng& random) const
{
    constexpr double kSmallestScale = 1.0 / 3.0;
    torch::Tensor x = images.clone();
    for (std::int64_t i = 0; i < x.size(0); ++i) {
        if (random.uniform() >= m_settings.resample) {
            continue;
        }
        const double scale = random.uniform(kSmallestScale, 1.0);
        const auto side = [scale](std::int64_t length) {
            return std::max<std::int64_t>(
                1, static_cast<std::int64_t>(scale * static_cast<double>(length)));
        };
        const std::vector<std::int64_t> size{side(x.size(2)), side(x.size(3))};
        const torch::Tensor image = x.slice(0, i, i + 1);
        const torch::Tensor small = random.uniform() < 0.5
                                        ? torch::adaptive_avg_pool2d(image, size)
                                        : torch::upsample_bilinear2d(image, size, false);
        image.copy_(torch::upsample_bilinear2d(small, {x.size(2), x.size(3)}, false));
    }
    return x;
}

/// Frames as scanners, screens and squashed squares leave them: black mostly.
torch::Tensor Augmentation::frame(const torch::Tensor& images, Rng& random) const
{
    constexpr double kShare = 0.5;
    constexpr double kBlackShare = 0.7;
    torch::Tensor x = images.clone();
    for (std::int64_t i = 0; i < x.size(0); ++i) {
        if (random.uniform() >= kShare) {
            continue;
        }
        const double value = random.uniform() < kBlackShare ? 0.0 : random.uniform(0.0, 255.0);
        for (const std::int64_t axis : {1, 2}) {
            const std::int64_t length = x.size(axis + 1);
            const auto widest = m_settings.border * static_cast<double>(length);
            const auto before = static_cast<std::int64_t>(random.uniform(0.0, widest));
            const auto behind = static_cast<std::int64_t>(random.uniform(0.0, widest));
            x[i].slice(axis, 0, before).fill_(value);
            x[i].slice(axis, length - behind, length).fill_(value);
        }
    }
    return x;
}

/// Boxes of the size of side markers and letters.
torch::Tensor Augmentation::mark(const torch::Tensor& images, Rng& random) const
{
    constexpr int kMost = 3;
    constexpr double kLargest = 1.0 / 9.0; ///< of the image side
    torch::Tensor x = images.clone();
    for (std::int64_t i = 0; i < x.size(0); ++i) {
        for (int k = 0; k < kMost; ++k) {
            if (random.uniform() >= m_settings.marks) {
                continue;
            }
            const double value = random.uniform() < 0.5 ? 255.0 : random.uniform(0.0, 255.0);
            torch::Tensor box = x[i];
            for (const std::int64_t axis : {1, 2}) {
                const auto length = static_cast<double>(x.size(axis + 1));
                const double side = random.uniform(0.02, kLargest) * length;
                const auto first = static_cast<std::int64_t>(random.uniform(0.0, length - side));
                box = box.slice(axis, first, first + 1 + static_cast<std::int64_t>(side));
            }
            box.fill_(value);
        }
    }
    return x;
}

std::vector<GrayPlane> augmentPlane(const GrayPlane& plane,
                                    const ml::AugmentationSettings& settings, int count,
                                    std::uint64_t seed)
{
    torch::Tensor image = torch::empty({1, 1, plane.height, plane.width}, torch::kFloat);
    std::copy(plane.values.begin(), plane.values.end(), image.data_ptr<float>());
    Rng random(seed);
    torch::Generator noise = at::globalContext().defaultGenerator(torch::kCPU).clone();
    noise.set_current_seed(random.next());
    const torch::Tensor draws = Augmentation(settings)
                                    .apply(image.repeat({count, 1, 1, 1}), random, noise)
                                    .round()
                                    .to(torch::kUInt8)
                                    .contiguous(); // [count, 1, height, width]
    std::vector<GrayPlane> planes;
    const auto* values = draws.data_ptr<std::uint8_t>();
    const std::size_t size = plane.values.size();
    for (int i = 0; i < count; ++i) {
        planes.push_back(
            {.width = plane.width, .height = plane.height, .values = {values, values + size}});
        values += size;
    }
    return planes;
}

torch::Tensor normaliseBatch(const torch::Tensor& images, const ml::InputSpecification& input)
{
    const auto perChannel = [&](const std::vector<float>& values) {
        return torch::tensor(values, images.device()).view({1, -1, 1, 1});
    };
    const torch::Tensor mean = perChannel(input.mean);
    const torch::Tensor std = perChannel(input.std);
    torch::Tensor x = (images * input.scale - mean) / std;
    if (x.size(1) != input.channels) {
        x = x.expand({-1, input.channels, -1, -1});
    }
    return x.contiguous(at::MemoryFormat::ChannelsLast);
}

} // namespace nefes::engine
