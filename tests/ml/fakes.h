// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"

#include "core/image/decoded_image.h"
#include "core/image/image_reader.h"
#include "core/image/plane_operations.h"

#include "ml/backend.h"
#include "ml/case_library.h"
#include "ml/package_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <fstream>
#include <functional>
#include <numeric>
#include <optional>
#include <utility>

namespace nefes::ml::fake {

/// Nearest neighbour; CLAHE inverts, so that a test sees whether it ran.
class Operations final : public PlaneOperations
{
public:
    [[nodiscard]] GrayPlane resize(const GrayPlane& plane, int width, int height) const override
    {
        GrayPlane result{width, height, {}};
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                const int fromY = y * plane.height / height;
                const int fromX = x * plane.width / width;
                result.values.push_back(
                    plane.values[static_cast<std::size_t>(fromY * plane.width + fromX)]);
            }
        }
        return result;
    }
    [[nodiscard]] GrayPlane clahe(const GrayPlane& plane, const ClaheSettings&) const override
    {
        GrayPlane result = plane;
        for (std::uint8_t& value : result.values) {
            value = static_cast<std::uint8_t>(255 - value);
        }
        return result;
    }
    [[nodiscard]] GrayPlane sharpen(const GrayPlane& plane, const SharpenSettings&) const override
    {
        return plane;
    }
};

/// An 8-bit gray image.
inline ImagePtr grayImage(int width, int height, std::vector<std::uint8_t> values)
{
    ImageData data;
    data.stored = {width, height, 1, std::move(values)};
    data.bitsStored = 8;
    data.format = "png";
    return DecodedImage::create(std::move(data)).value();
}

/// Left half dark, right half bright.
inline ImagePtr halvesImage(int width, int height, std::uint8_t dark, std::uint8_t bright)
{
    std::vector<std::uint8_t> values;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            values.push_back(x < width / 2 ? dark : bright);
        }
    }
    return grayImage(width, height, std::move(values));
}

/// Reads files that hold "DARK BRIGHT": 64 × 64 pixels, the left half dark, the right half bright.
class Reader final : public ImageReader
{
public:
    [[nodiscard]] bool recognises(std::span<const std::byte>) const override { return true; }
    [[nodiscard]] Result<FileSummary> summarise(const std::filesystem::path& file) const override
    {
        FileSummary summary;
        summary.path = file;
        return summary;
    }
    [[nodiscard]] Result<ImagePtr> read(const std::filesystem::path& file, int,
                                        std::stop_token) const override
    {
        ++reads;
        NEFES_TRY(const auto text, readTextFile(file, 1000));
        int dark = 0;
        int bright = 0;
        if (std::sscanf(text.c_str(), "%d %d", &dark, &bright) != 2) {
            return fail(ErrorCode::DecodeFailed, "no two numbers");
        }
        return halvesImage(64, 64, static_cast<std::uint8_t>(dark),
                           static_cast<std::uint8_t>(bright));
    }
    mutable std::atomic<int> reads{0};
};

/// A data set of `patients` with two images each, alternately "no" (dark) and "yes" (bright).
inline Result<void> writeDataset(const std::filesystem::path& folder, int patients)
{
    std::filesystem::create_directories(folder);
    std::string manifest = "file,label,patient,source,licence\n";
    for (int patient = 0; patient < patients; ++patient) {
        for (int image = 0; image < 2; ++image) {
            const std::string name = fmt::format("p{}_{}", patient, image);
            const int dark = (patient % 2 == 0 ? 10 : 150) + patient % 40 + image;
            // Hundreds of them: not one by one down to the disk.
            std::ofstream(folder / name) << fmt::format("{} {}", dark, dark + 50 + image);
            manifest +=
                fmt::format("{},{},p{},{},CC BY 4.0 (somebody)\n", name,
                            patient % 2 == 0 ? "no" : "yes", patient, patient % 4 < 2 ? "a" : "b");
        }
    }
    return writeFileAtomically(folder / "manifest.csv", manifest);
}

/// Says "yes" the brighter the input is: the logit is mean × 8, the features are mean and spread.
class MeanNetwork final : public Network
{
public:
    explicit MeanNetwork(int outputs)
        : m_outputs(outputs)
    {
    }
    [[nodiscard]] std::string device() const override { return "cpu"; }
    [[nodiscard]] Result<NetworkOutput> run(std::span<const float> input,
                                            const std::optional<ExplainRequest>& explain) override
    {
        NetworkOutput output;
        output.logits = logits(input);
        const auto [low, high] = std::minmax_element(input.begin(), input.end());
        output.features = {mean(input), *high - *low};
        if (explain) {
            // Four columns, brighter to the right, over the whole input.
            output.map = {4, 1, {0.0F, 1.0F, 2.0F, 4.0F}};
            lastExplained = explain->label;
        }
        return output;
    }
    [[nodiscard]] Result<std::vector<float>> runBatch(std::span<const float> inputs,
                                                      int count) override
    {
        std::vector<float> result;
        const std::size_t step = inputs.size() / static_cast<std::size_t>(count);
        for (std::size_t i = 0; i < inputs.size(); i += step) {
            const auto one = logits(inputs.subspan(i, step));
            result.insert(result.end(), one.begin(), one.end());
        }
        return result;
    }
    int lastExplained = -2;

private:
    [[nodiscard]] static float mean(std::span<const float> input)
    {
        return std::accumulate(input.begin(), input.end(), 0.0F) / static_cast<float>(input.size());
    }
    [[nodiscard]] std::vector<float> logits(std::span<const float> input) const
    {
        std::vector<float> result(static_cast<std::size_t>(m_outputs), 0.0F);
        result.back() = mean(input) * 8.0F;
        return result;
    }
    int m_outputs;
};

class FakeBackend : public Backend
{
public:
    [[nodiscard]] BackendInfo info() const override { return {"0.0.0", false, "", 1}; }
    void setThreads(int) override {}
    [[nodiscard]] Result<std::unique_ptr<Network>> loadNetwork(const ModelPackage& package,
                                                               DeviceChoice) override
    {
        return std::make_unique<MeanNetwork>(package.description.outputs);
    }
    [[nodiscard]] Result<std::unique_ptr<Network>>
    randomNetwork(const ModelDescription& model, DeviceChoice, std::uint64_t) override
    {
        return std::make_unique<MeanNetwork>(model.outputs);
    }
    [[nodiscard]] Result<std::unique_ptr<LungFinder>>
    loadLungFinder(const std::filesystem::path&) override
    {
        if (lungs) {
            return lungs();
        }
        return fail(ErrorCode::UnsupportedFormat, "no lungs here");
    }
    [[nodiscard]] Result<LungTraining>
    trainLungFinder(const LungSamples&, const LungTrainingOptions&, const std::filesystem::path&,
                    const std::map<std::string, std::string>&,
                    const std::function<void(const LungProgress&)>&, std::stop_token) override
    {
        return fail(ErrorCode::UnsupportedFormat, "no lungs here");
    }
    [[nodiscard]] std::unique_ptr<Trainer> createTrainer(DeviceChoice) override
    {
        return trainer ? trainer() : nullptr;
    }
    /// Draw i is i × brightness brighter.
    [[nodiscard]] Result<std::vector<GrayPlane>> augment(const GrayPlane& plane,
                                                         const AugmentationSettings& settings,
                                                         int count, std::uint64_t) override
    {
        std::vector<GrayPlane> planes;
        for (int i = 0; i < count; ++i) {
            GrayPlane draw = plane;
            for (std::uint8_t& value : draw.values) {
                value = static_cast<std::uint8_t>(
                    std::min(255.0, value + i * settings.brightness * 10.0));
            }
            planes.push_back(std::move(draw));
        }
        return planes;
    }
    [[nodiscard]] Result<std::int64_t> countParameters(const NetworkSpecification& network,
                                                       const InputSpecification&, int) override
    {
        return 1000 * network.width;
    }
    [[nodiscard]] Result<void> exportOnnx(const ModelPackage& package,
                                          const std::filesystem::path& file) override
    {
        return writeFileAtomically(file, package.description.id);
    }
    std::function<std::unique_ptr<Trainer>()> trainer;
    std::function<std::unique_ptr<LungFinder>()> lungs;
};

/// A square is lung: the left half of the columns, the middle half of the rows.
class LeftSquare final : public LungFinder
{
public:
    [[nodiscard]] Result<std::vector<float>> find(std::span<const std::uint8_t> planes,
                                                  int) override
    {
        std::vector<float> lungs;
        for (std::size_t i = 0; i < planes.size(); ++i) {
            const std::size_t row = i / kLungSide % kLungSide;
            const bool isLung =
                i % kLungSide < kLungSide / 2 && row >= kLungSide / 4 && row < kLungSide * 3 / 4;
            lungs.push_back(isLung ? 0.9F : 0.1F);
        }
        return lungs;
    }
};

/// Lungs in the left half of every image, or nowhere.
class LeftLungs final : public LungFinder
{
public:
    explicit LeftLungs(bool findsNothing = false)
        : m_findsNothing(findsNothing)
    {
    }
    [[nodiscard]] Result<std::vector<float>> find(std::span<const std::uint8_t> planes,
                                                  int) override
    {
        std::vector<float> lungs;
        for (std::size_t i = 0; i < planes.size(); ++i) {
            const bool isLeft = i % kLungSide < kLungSide / 2;
            lungs.push_back(isLeft && !m_findsNothing ? 0.9F : 0.1F);
        }
        return lungs;
    }

private:
    bool m_findsNothing;
};

/// Two labels, 8 × 8 inputs centred on 0.
inline ModelDescription yesNoModel()
{
    ModelDescription model;
    model.id = "yes-no";
    model.version = "1.0.0";
    model.date = "2026-01-02";
    model.title = {"Yes or no", "Evet mi hayır mı"};
    model.labels = {{"no", {"No", "Hayır"}, std::nullopt, std::nullopt},
                    {"yes", {"Yes", "Evet"}, 0.6, std::pair{0.5, 0.7}}};
    model.negativeLabel = "no";
    model.input.width = 8;
    model.input.height = 8;
    model.input.mean = {0.5F};
    model.network.layers = {LayerSpecification{}};
    model.outputs = 1;
    model.training = nlohmann::json::object();
    model.metrics = nlohmann::json::object();
    return model;
}

/// Writes a package with one small tensor into `folder`.
inline Result<void> writePackage(const std::filesystem::path& folder, ModelDescription model,
                                 const std::map<std::string, TensorView>& statistics = {},
                                 const std::optional<CaseLibrary>& cases = std::nullopt,
                                 std::map<std::string, std::string> splits = {})
{
    // Another input, another network.
    const std::vector<float> weights{1.0F, 1.5F + model.input.mean.front()};
    std::filesystem::path file = folder;
    file += ".weights";
    NEFES_CHECK(writeTensorFile(
        file,
        {{"network.output.bias", {TensorType::Float32, {2}, std::as_bytes(std::span(weights))}}},
        {}));
    NEFES_TRY(const auto opened, TensorFile::open(file));
    model.weightsSha256 = opened->sha256();
    if (splits.empty()) {
        splits["abc"] = "test";
    }
    PackageContent content{model, file, statistics, std::move(splits), {"card", "kart"}, {},
                           {},    {},   file};
    if (cases) {
        content.cases = cases->tensors();
        content.caseNames = cases->metadata();
    }
    return writeModelPackage(folder, content);
}

} // namespace nefes::ml::fake
