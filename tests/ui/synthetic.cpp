// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/synthetic.h"

#include "core/base/files.h"
#include "core/base/numeric.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <sstream>
#include <utility>

namespace nefes::test {

namespace {

constexpr std::string_view kMagic = "NEFES-TEST\n";

Result<std::map<std::string, std::string>> readFields(const std::filesystem::path& file)
{
    NEFES_TRY(const std::string text, readTextFile(file, 4096));
    if (!text.starts_with(kMagic)) {
        return fail(ErrorCode::UnknownFormat, "not a synthetic file");
    }
    std::istringstream lines(text.substr(kMagic.size()));
    std::map<std::string, std::string> fields;
    for (std::string line; std::getline(lines, line);) {
        const std::size_t split = line.find('=');
        if (split == std::string::npos) {
            return fail(ErrorCode::DamagedFile, "a line has no value");
        }
        fields[line.substr(0, split)] = line.substr(split + 1);
    }
    return fields;
}

ImageText textOf(const std::map<std::string, std::string>& fields)
{
    ImageText text;
    text.patientName = fields.at("patient_name");
    text.patientId = fields.at("patient_id");
    text.studyUid = fields.at("study_uid");
    text.seriesUid = fields.at("series_uid");
    text.studyDate = fields.at("study_date");
    text.modality = fields.at("modality");
    text.instanceNumber = fields.at("instance");
    text.seriesDescription = fields.at("series_description");
    text.studyDescription = fields.at("study_description");
    text.viewPosition = fields.at("view_position");
    text.kvp = "120";
    text.exposureMas = "2.5";
    text.patientAge = "045Y";
    text.patientSex = "F";
    if (!text.seriesUid.empty()) { // as in a picture without DICOM
        text.sopInstanceUid = text.seriesUid + "." + text.instanceNumber;
    }
    return text;
}

class FakeClassifier final : public ml::Classifier
{
public:
    explicit FakeClassifier(std::shared_ptr<FakeModel> model)
        : m_model(std::move(model))
        , m_description(fakeDescription())
    {
        if (m_model->hasSecondNetwork) {
            m_description.secondNetwork = {.folder = "second", .weightsSha256 = "abc"};
        }
    }

    [[nodiscard]] const ml::ModelDescription& model() const override { return m_description; }

    [[nodiscard]] Result<ml::Analysis> analyse(const DecodedImage&,
                                               const std::optional<ml::HeatmapRequest>& heatmap,
                                               std::stop_token) override
    {
        if (m_model->waits) {
            m_model->go.acquire();
        }
        ++m_model->analyses;
        ml::Analysis analysis;
        const bool isClear = m_model->findsNothing;
        const double covid = isClear ? 0.04 : 0.91;
        const double covidThreshold = m_model->hasOddThresholds ? 0.95 : 0.42;
        const double pneumoniaThreshold = m_model->hasOddThresholds ? 0.05 : 0.45;
        const auto decide = [](double probability, double threshold) {
            return probability >= threshold ? ml::Decision::Above : ml::Decision::Below;
        };
        analysis.prediction.scores = {{.label = "covid",
                                       .probability = covid,
                                       .threshold = covidThreshold,
                                       .decision = decide(covid, covidThreshold),
                                       .band = {}},
                                      {.label = "normal",
                                       .probability = isClear ? 0.95 : 0.005,
                                       .threshold = {},
                                       .decision = {},
                                       .band = {}},
                                      {.label = "pneumonia",
                                       .probability = 0.085,
                                       .threshold = pneumoniaThreshold,
                                       .decision = decide(0.085, pneumoniaThreshold),
                                       .band = {}}};
        analysis.prediction.topLabel = isClear ? "normal" : "covid";
        if (m_model->rejects) {
            analysis.prediction.inputCheck = {
                .isSupported = false, .outlierScore = 0.99, .reason = "not_chest"};
        }
        analysis.prediction.similar = {{"covid", "hospital_a", 0.021}, {"pneumonia", "", 0.34}};
        analysis.device = "cpu";
        ml::Heatmap map;
        map.label =
            heatmap && !heatmap->label.empty() ? heatmap->label : analysis.prediction.topLabel;
        map.method = std::string(ml::heatmapMethodId(
            heatmap && heatmap->method ? *heatmap->method : ml::HeatmapMethod::GradCam));
        if (const int percent = m_model->energyPercent; percent >= 0) {
            map.energyInLungs = percent / 100.0;
        }
        const bool isCovid = map.label == "covid";
        map.grid = {.width = 4, .height = 4, .values = std::vector<float>(16, 0.0F)};
        for (const std::size_t hot : {0U, 1U, 4U, 5U}) {
            map.grid.values[isCovid ? hot : hot + 10] = 1.0F;
        }
        analysis.heatmap = map;
        return analysis;
    }

    /// 5 % to both sides, inside 0 to 1.
    [[nodiscard]] Result<void> measureBands(const DecodedImage&, ml::Prediction& prediction,
                                            std::stop_token) override
    {
        ++m_model->bands;
        if (m_model->failsToMeasure) {
            return fail(ErrorCode::OutOfMemory, "no room for the views");
        }
        for (ml::Score& score : prediction.scores) {
            score.band = std::pair(std::max(0.0, score.probability - 0.05),
                                   std::min(1.0, score.probability + 0.05));
        }
        return {};
    }

private:
    std::shared_ptr<FakeModel> m_model;
    ml::ModelDescription m_description;
};

} // namespace

std::filesystem::path writeSynthetic(const std::filesystem::path& folder, const SyntheticFile& file)
{
    std::ostringstream text;
    text << kMagic << "patient_name=" << file.patientName << "\npatient_id=" << file.patientId
         << "\nstudy_uid=" << file.studyUid << "\nseries_uid=" << file.seriesUid
         << "\nstudy_date=" << file.studyDate << "\nmodality=" << file.modality
         << "\ninstance=" << file.instance << "\nwidth=" << file.width << "\nheight=" << file.height
         << "\nframes=" << file.frames << "\nstudy_description=" << file.studyDescription
         << "\nseries_description=" << file.seriesDescription
         << "\nview_position=" << file.viewPosition << "\nrate=" << file.framesPerSecond
         << "\nrow_mm=" << file.rowMm << "\ncolumn_mm=" << file.columnMm
         << "\nlossy=" << file.isLossy << "\nspacing=" << file.hasSpacing
         << "\norientation=" << file.hasOrientation << "\nsop_class=" << file.sopClass
         << "\nslice_mm=" << file.sliceMm << "\nturned_normal=" << file.hasTurnedNormal
         << "\nbroken=" << file.isBroken << "\noverlay=" << file.hasOverlay << '\n';
    const std::filesystem::path path = folder / file.name;
    const Result<void> written = writeFileAtomically(path, text.str());
    NEFES_ASSERT(written.has_value());
    return path;
}

bool SyntheticReader::recognises(std::span<const std::byte> start) const
{
    return start.size() >= kMagic.size() &&
           std::memcmp(start.data(), kMagic.data(), kMagic.size()) == 0;
}

Result<FileSummary> SyntheticReader::summarise(const std::filesystem::path& file) const
{
    NEFES_TRY(const auto fields, readFields(file));
    FileSummary summary;
    summary.path = file;
    summary.objectName = "Synthetic image";
    summary.format = "dicom";
    summary.width = std::stoi(fields.at("width"));
    summary.height = std::stoi(fields.at("height"));
    summary.frameCount = std::stoi(fields.at("frames"));
    summary.sopClassUid = fields.at("sop_class");
    summary.hasImage = summary.sopClassUid.empty();
    // As the readers do: a place that is no number is none.
    if (!fields.at("slice_mm").empty() && std::isfinite(std::stod(fields.at("slice_mm")))) {
        const double side = fields.at("turned_normal") == "1" ? -1.0 : 1.0;
        summary.slice = SlicePlacement{.normal = {0.0, 0.0, side},
                                       .positionMm = std::stod(fields.at("slice_mm"))};
    }
    summary.text = textOf(fields);
    return summary;
}

Result<ImagePtr> SyntheticReader::read(const std::filesystem::path& file, int frame,
                                       std::stop_token) const
{
    ++m_readCount;
    NEFES_TRY(const auto fields, readFields(file));
    if (fields.at("broken") == "1") {
        return fail(ErrorCode::TruncatedPixelData, "the pixels end early");
    }
    ImageData data;
    const int width = std::stoi(fields.at("width"));
    const int height = std::stoi(fields.at("height"));
    std::vector<std::uint16_t> values;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            values.push_back(narrow<std::uint16_t>(100 * x + y + 10000 * (frame % 6)));
        }
    }
    data.stored = {.width = width, .height = height, .samples = std::move(values)};
    data.bitsStored = 16;
    VoiWindow window;
    window.center = 2000.0;
    window.width = 4000.0;
    data.windows = {window};
    data.frame = frame;
    data.frameCount = std::stoi(fields.at("frames"));
    data.format = "dicom";
    data.text = textOf(fields);
    if (fields.at("spacing") == "1") {
        data.spacing = PixelSpacing{.rowMm = std::stod(fields.at("row_mm")),
                                    .columnMm = std::stod(fields.at("column_mm")),
                                    .origin = SpacingOrigin::Detector};
        data.pixelAspect = data.spacing->rowMm / data.spacing->columnMm;
    }
    if (!fields.at("rate").empty()) {
        data.framesPerSecond = std::stod(fields.at("rate"));
    }
    if (fields.at("overlay") == "1") {
        data.overlays = {{.width = 1, .height = 1, .left = 10, .top = 5, .label = {}, .bits = {1}}};
    }
    data.lossy = fields.at("lossy") == "1";
    data.lossyRatio = data.lossy ? 12.5 : 0.0;
    if (fields.at("orientation") == "1") {
        data.orientation = {.right = "L", .bottom = "F"};
    }
    return DecodedImage::create(std::move(data));
}

GrayPlane FakeOperations::resize(const GrayPlane& plane, int, int) const
{
    return plane;
}

GrayPlane FakeOperations::clahe(const GrayPlane& plane, const ClaheSettings&) const
{
    GrayPlane result = plane;
    std::ranges::transform(plane.values, result.values.begin(), [](std::uint8_t value) {
        return static_cast<std::uint8_t>(255 - value);
    });
    return result;
}

GrayPlane FakeOperations::sharpen(const GrayPlane& plane, const SharpenSettings&) const
{
    GrayPlane result = plane;
    std::ranges::transform(plane.values, result.values.begin(),
                           [](std::uint8_t value) { return static_cast<std::uint8_t>(value / 2); });
    return result;
}

ml::ModelDescription fakeDescription()
{
    ml::ModelDescription model;
    model.id = "fake";
    model.version = "1.2.0";
    model.date = "2026-11-20";
    model.title = {.en = "Chest radiograph", .tr = "Göğüs röntgeni"};
    model.labels = {{.id = "covid",
                     .name = {.en = "COVID-19", .tr = "COVID-19"},
                     .threshold = 0.42,
                     .indeterminate = {}},
                    {.id = "normal",
                     .name = {.en = "Normal", .tr = "Normal"},
                     .threshold = {},
                     .indeterminate = {}},
                    {.id = "pneumonia",
                     .name = {.en = "Pneumonia", .tr = "Pnömoni"},
                     .threshold = 0.45,
                     .indeterminate = {}}};
    model.negativeLabel = "normal";
    return model;
}

std::unique_ptr<ml::Classifier> makeFakeClassifier(std::shared_ptr<FakeModel> model)
{
    return std::make_unique<FakeClassifier>(std::move(model));
}

ui::Services syntheticServices(const std::filesystem::path& folder,
                               const std::shared_ptr<FakeModel>& model)
{
    ui::Services services;
    services.reader = std::make_shared<SyntheticReader>();
    services.operations = std::make_shared<FakeOperations>();
    services.scan = [reader = services.reader](const auto& paths, const auto& sink,
                                               std::stop_token stop) {
        return study::scan(paths, *reader, sink, stop);
    };
    services.listModels = [model, folder] {
        std::vector<ui::InstalledModel> models;
        if (model->isInstalled) {
            const ml::ModelDescription description = fakeDescription();
            models.push_back({.id = description.id,
                              .version = description.version,
                              .title = description.title,
                              .folder = folder / "model"});
        }
        return models;
    };
    services.loadClassifier = [model](const std::string&,
                                      ml::DeviceChoice) -> Result<std::unique_ptr<ml::Classifier>> {
        ++model->loads;
        if (model->failsToLoad) {
            return fail(ErrorCode::ModuleMissing, "nefes_torch was not found");
        }
        return makeFakeClassifier(model);
    };
    services.dataFolder = folder / "data";
    services.temporaryFolder = folder / "temporary";
    services.settingsFile = folder / "settings" / "window.ini";
    services.language = std::nullopt;
    services.programVersion = "0.1.0";
    return services;
}

} // namespace nefes::test
