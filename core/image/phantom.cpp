// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/phantom.h"

#include "core/base/numeric.h"
#include "core/base/rng.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace nefes {
namespace {

// The field that is drawn, and the part of it that the collimator leaves.
constexpr int kWidth = 640;
constexpr int kHeight = 720;
constexpr int kLeft = 50;
constexpr int kTop = 60;
constexpr int kImageWidth = 540;
constexpr int kImageHeight = 580;
constexpr double kSpacingMm = 0.5;
constexpr double kMidline = kWidth / 2.0;

/// An ellipsoid in pixels of the picture; `depth` is its half axis along the beam, in the same
/// unit.
struct Ellipsoid {
    double x, y, radiusX, radiusY, depth;
    double attenuation; ///< for one pixel of path; negative removes (air in soft tissue)
    double tilt;        ///< radians, clockwise
};

/// Attenuation of the whole field, row-major.
class Field
{
public:
    Field()
        : m_values(std::size_t{kWidth} * kHeight)
    {
    }

    [[nodiscard]] const std::vector<double>& values() const { return m_values; }

    void add(const Ellipsoid& body)
    {
        const double cosine = std::cos(body.tilt);
        const double sine = std::sin(body.tilt);
        for (int y = 0; y < kHeight; ++y) {
            for (int x = 0; x < kWidth; ++x) {
                const double dx = x + 0.5 - body.x;
                const double dy = y + 0.5 - body.y;
                const double u = (cosine * dx + sine * dy) / body.radiusX;
                const double v = (cosine * dy - sine * dx) / body.radiusY;
                const double inside = 1.0 - u * u - v * v;
                if (inside > 0.0) {
                    // Path of the beam through the ellipsoid.
                    at(x, y) += body.attenuation * 2.0 * body.depth * std::sqrt(inside);
                }
            }
        }
    }

    void addLayer(const Field& layer)
    {
        std::ranges::transform(m_values, layer.m_values, m_values.begin(), std::plus<>());
    }

    /// A round rod seen from the side, centred on the point.
    void stamp(double centerX, double centerY, double radius, double attenuation)
    {
        const int reach = static_cast<int>(std::ceil(radius));
        for (int y = static_cast<int>(centerY) - reach; y <= static_cast<int>(centerY) + reach;
             ++y) {
            for (int x = static_cast<int>(centerX) - reach; x <= static_cast<int>(centerX) + reach;
                 ++x) {
                if (x < 0 || y < 0 || x >= kWidth || y >= kHeight) {
                    continue;
                }
                const double dx = (x + 0.5 - centerX) / radius;
                const double dy = (y + 0.5 - centerY) / radius;
                const double inside = 1.0 - dx * dx - dy * dy;
                if (inside > 0.0) {
                    at(x, y) = std::max(at(x, y), attenuation * std::sqrt(inside));
                }
            }
        }
    }

private:
    [[nodiscard]] double& at(int x, int y)
    {
        return m_values[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)];
    }
    std::vector<double> m_values;
};

void addSoftTissue(Field& field)
{
    const std::array<Ellipsoid, 12> bodies = {{
        {kMidline, 430, 290, 440, 150, 0.0042, 0.0},      // trunk
        {kMidline, 40, 80, 130, 80, 0.0040, 0.0},         // neck
        {kMidline - 212, 175, 118, 110, 90, 0.0030, 0.6}, // shoulders
        {kMidline + 212, 175, 118, 110, 90, 0.0030, -0.6},
        // Lungs: the patient's right one stands on the left of the picture.
        {kMidline - 128, 345, 92, 225, 105, -0.0040, 0.10},
        {kMidline + 130, 340, 88, 220, 105, -0.0040, -0.10},
        {kMidline + 48, 470, 104, 92, 80, 0.0034, 0.45},   // heart
        {kMidline - 2, 285, 46, 120, 50, 0.0030, 0.0},     // mediastinum
        {kMidline + 40, 262, 26, 34, 30, 0.0028, 0.0},     // aortic arch
        {kMidline - 118, 655, 140, 105, 130, 0.0026, 0.0}, // domes of the diaphragm
        {kMidline + 118, 672, 140, 105, 130, 0.0024, 0.0},
        {kMidline, 150, 11, 90, 11, -0.0035, 0.0}, // trachea
    }};
    for (const Ellipsoid& body : bodies) {
        field.add(body);
    }
    for (int vertebra = 0; vertebra < 13; ++vertebra) {
        field.add({kMidline, 60.0 + 52.0 * vertebra, 27, 23, 26, 0.0040, 0.0});
    }
}

/// Vessels fan out of both hila and become thinner.
void addVessels(Field& field, Rng& rng)
{
    Field layer;
    for (const double side : {-1.0, 1.0}) {
        for (int branch = 0; branch < 16; ++branch) {
            double x = kMidline + side * 58.0;
            double y = 355.0 + (branch % 4) * 6.0;
            double angle = -1.25 + 2.6 * branch / 15.0 + rng.uniform(-0.1, 0.1);
            double radius = 7.0;
            for (int step = 0; step < 150 && radius > 1.0; ++step) {
                layer.stamp(x, y, radius, 0.020 * radius);
                x += side * std::cos(angle);
                y += std::sin(angle);
                angle += rng.uniform(-0.03, 0.03);
                radius *= 0.985;
            }
        }
    }
    field.addLayer(layer);
}

void addRibs(Field& field)
{
    Field back;
    Field front;
    for (int rib = 0; rib < 10; ++rib) {
        const double top = 105.0 + 47.0 * rib;
        const double reach = 150.0 + 62.0 * std::sin(std::numbers::pi * (rib + 1.5) / 13.0);
        for (const double side : {-1.0, 1.0}) {
            for (double t = 0.0; t <= 1.0; t += 0.002) {
                // The posterior part rises from the spine and falls to the side.
                const double angle = t * std::numbers::pi / 2.0;
                back.stamp(kMidline + side * (24.0 + reach * std::sin(angle)),
                           top - 22.0 * std::sin(2.0 * angle) + 62.0 * t * t, 8.5, 0.19);
                // The anterior part comes back lower down and fades into cartilage.
                front.stamp(kMidline + side * (24.0 + reach * std::cos(angle * 0.72)),
                            top + 62.0 + 88.0 * t, 8.0, 0.13 * (1.0 - 0.75 * t));
            }
        }
    }
    field.addLayer(back);
    field.addLayer(front);
}

void addClaviclesAndScapulae(Field& field)
{
    Field layer;
    for (const double side : {-1.0, 1.0}) {
        for (double t = 0.0; t <= 1.0; t += 0.002) {
            layer.stamp(kMidline + side * (26.0 + 205.0 * t),
                        152.0 - 42.0 * t + 14.0 * std::sin(2.0 * std::numbers::pi * t), 10.5, 0.24);
            layer.stamp(kMidline + side * (238.0 - 38.0 * t), 175.0 + 190.0 * t, 6.0, 0.12);
        }
    }
    field.addLayer(layer);
}

/// A consolidation with a soft outline in the right lower zone: many small overlapping nodules.
void addOpacity(Field& field, Rng& rng)
{
    for (int blob = 0; blob < 90; ++blob) {
        const double angle = rng.uniform(0.0, 2.0 * std::numbers::pi);
        const double distance = std::sqrt(rng.uniform()) * rng.uniform(0.5, 1.0);
        const double radius = rng.uniform(6.0, 20.0);
        field.add({kMidline - 140.0 + 52.0 * distance * std::cos(angle),
                   470.0 + 44.0 * distance * std::sin(angle), radius, radius, radius, 0.0016, 0.0});
    }
}

/// Two passes of a three-pixel mean along both axes: the detector is not perfectly sharp.
std::vector<double> blurred(std::vector<double> values)
{
    for (int pass = 0; pass < 2; ++pass) {
        for (const int stride : {1, kWidth}) {
            std::vector<double> next = values;
            const auto step = static_cast<std::size_t>(stride);
            for (std::size_t i = step; i + step < values.size(); ++i) {
                next[i] = (values[i - step] + values[i] + values[i + step]) / 3.0;
            }
            values = std::move(next);
        }
    }
    return values;
}

ImageText phantomText()
{
    ImageText text;
    text.patientName = "PHANTOM^NEFES";
    text.patientId = "NEFES-PHANTOM";
    text.patientSex = "O";
    text.studyDate = "2026-01-01";
    text.studyTime = "12:00:00";
    text.studyDescription = "Drawn chest phantom, not a patient";
    text.seriesDescription = "Chest PA (phantom)";
    text.modality = "DX";
    text.bodyPart = "CHEST";
    text.viewPosition = "PA";
    text.institution = "Nefes";
    text.manufacturer = "Nefes";
    text.seriesNumber = "1";
    text.instanceNumber = "1";
    // UUID-derived UIDs (PS3.5 B.2) of our own, fixed so that the file is the same every time.
    text.studyUid = "2.25.211540953291230000000000000000000000001";
    text.seriesUid = "2.25.211540953291230000000000000000000000002";
    text.sopInstanceUid = "2.25.211540953291230000000000000000000000003";
    return text;
}

} // namespace

ImageData drawChestPhantom()
{
    Rng rng(20260101);
    Field field;
    addSoftTissue(field);
    addVessels(field, rng);
    addRibs(field);
    addClaviclesAndScapulae(field);
    addOpacity(field, rng);
    const std::vector<double> attenuation = blurred(field.values());

    std::vector<std::uint16_t> stored;
    stored.reserve(std::size_t{kImageWidth} * kImageHeight);
    for (int y = kTop; y < kTop + kImageHeight; ++y) {
        for (int x = kLeft; x < kLeft + kImageWidth; ++x) {
            const double value =
                attenuation[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)];
            // Sum of four uniform numbers: nearly normal noise.
            const double noise =
                rng.uniform() + rng.uniform() + rng.uniform() + rng.uniform() - 2.0;
            const double signal = 300.0 + 1500.0 * std::max(value, 0.0) + 22.0 * noise;
            stored.push_back(saturate<std::uint16_t>(std::clamp(signal, 0.0, 4095.0)));
        }
    }
    ImageData data;
    data.stored = {kImageWidth, kImageHeight, 1, std::move(stored)};
    data.bitsStored = 12;
    data.windows = {{.center = 1700.0, .width = 3300.0, .explanation = "Chest"}};
    data.spacing = PixelSpacing{kSpacingMm, kSpacingMm, SpacingOrigin::Detector};
    data.orientation = {.right = "L", .bottom = "F"};
    data.text = phantomText();
    data.format = "dicom";
    return data;
}

} // namespace nefes
