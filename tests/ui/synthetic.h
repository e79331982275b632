// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image_reader.h"

#include "ml/classifier.h"

#include "ui/services.h"

#include <QTemporaryDir>

#include <atomic>
#include <filesystem>
#include <memory>
#include <semaphore>
#include <string>

namespace nefes::test {

/// What a synthetic file says; written as key=value lines below the word NEFES-TEST.
struct SyntheticFile {
    std::string name = "a.test";
    std::string patientName = "Yılmaz^Ayşe";
    std::string patientId = "P1";
    std::string studyUid = "1.1", seriesUid = "1.1.1";
    std::string studyDate = "2026-03-11";
    std::string modality = "DX";
    int instance = 1;
    int width = 40;
    int height = 30;
    int frames = 1;
    std::string studyDescription = "Thorax", seriesDescription = "Thorax PA", viewPosition = "PA";
    std::string framesPerSecond = {}; ///< empty: the file does not say
    double rowMm = 5.0;               ///< 0 or less: no use
    double columnMm = 5.0;
    bool isLossy = false;
    bool hasSpacing = true;
    bool hasOrientation = true;
    std::string sliceMm = {};     ///< place of the slice along its normal; empty: none
    bool hasTurnedNormal = false; ///< the normal points to the feet
    std::string sopClass = {};    ///< not empty: an object without pixels of this class
    bool isBroken = false;        ///< the header reads, the pixels do not
    bool hasOverlay = false;      ///< a plane whose only bit is the one of pixel (10, 5)
};

/// Writes the file into the folder and returns its path.
std::filesystem::path writeSynthetic(const std::filesystem::path& folder,
                                     const SyntheticFile& file);

/// Reads synthetic files: 16-bit gray, the value of (x, y) is 100 x + y + 10000 (frame mod 6);
/// window centre 2000, width 4000.
class SyntheticReader final : public ImageReader
{
public:
    [[nodiscard]] bool recognises(std::span<const std::byte> start) const override;
    [[nodiscard]] Result<FileSummary> summarise(const std::filesystem::path& file) const override;
    [[nodiscard]] Result<ImagePtr> read(const std::filesystem::path& file, int frame,
                                        std::stop_token stop) const override;
    /// Frames decoded so far.
    [[nodiscard]] int readCount() const { return m_readCount; }

private:
    mutable std::atomic<int> m_readCount{0};
};

/// CLAHE inverts and sharpening halves, so that a test sees whether they ran.
class FakeOperations final : public PlaneOperations
{
public:
    [[nodiscard]] GrayPlane resize(const GrayPlane& plane, int width, int height) const override;
    [[nodiscard]] GrayPlane clahe(const GrayPlane& plane,
                                  const ClaheSettings& settings) const override;
    [[nodiscard]] GrayPlane sharpen(const GrayPlane& plane,
                                    const SharpenSettings& settings) const override;
};

/// How the fake classifier behaves; shared with the test, any thread.
struct FakeModel {
    std::atomic<bool> rejects{false};
    std::atomic<bool> findsNothing{false};
    /// Covid's is 0.95, pneumonia's 0.05: the less probable of the two is above its own.
    std::atomic<bool> hasOddThresholds{false};
    std::atomic<bool> failsToLoad{false};
    std::atomic<bool> isInstalled{true};
    /// Share of every map in the lungs; below 0: no lung finder.
    std::atomic<int> energyPercent{-1};
    std::atomic<bool> hasSecondNetwork{false}; ///< read when the model is loaded
    std::atomic<bool> failsToMeasure{false};   ///< bands
    std::atomic<bool> waits{false};            ///< analyse() waits for `go`
    std::counting_semaphore<1000> go{0};
    std::atomic<int> loads{0};
    std::atomic<int> analyses{0};
    std::atomic<int> bands{0}; ///< measured
};

/// The description of the fake model: covid, normal, pneumonia with a name in both languages.
[[nodiscard]] ml::ModelDescription fakeDescription();

/// Says covid 0.91 above its threshold 0.42; its map is hot in the top left quarter of the image.
[[nodiscard]] std::unique_ptr<ml::Classifier> makeFakeClassifier(std::shared_ptr<FakeModel> model);

/// Services with a synthetic reader and a fake classifier; settings in the folder.
[[nodiscard]] ui::Services syntheticServices(const std::filesystem::path& folder,
                                             const std::shared_ptr<FakeModel>& model);

} // namespace nefes::test
