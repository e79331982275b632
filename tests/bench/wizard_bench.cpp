// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/base/rng.h"

#include "core/dicom/dicom_reader.h"
#include "core/imaging/frame_codec.h"
#include "core/imaging/picture_reader.h"
#include "core/imaging/picture_writer.h"
#include "core/imaging/plane_operations.h"
#include "core/study/scan.h"

#include "ml/model_registry.h"

#include "ui/main_window.h"
#include "ui/plots/line_plot.h"
#include "ui/wizard/augmentation_preview.h"
#include "ui/wizard/data_page.h"
#include "ui/wizard/training_runner.h"
#include "ui/wizard/training_wizard.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

using namespace nefes;

namespace {

namespace fs = std::filesystem;

constexpr int kImagesAClass = 100;
constexpr int kSide = 512;
constexpr int kPreviews = 40;
constexpr int kAnalyses = 12;
constexpr int kSecondsOfLoop = 15;

bool waitFor(const std::function<bool()>& isThere, int seconds = 300)
{
    QElapsedTimer timer;
    timer.start();
    while (!isThere() && timer.elapsed() < seconds * 1000LL) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
    return isThere();
}

/// How late the event loop comes to what is due, in milliseconds.
class LoopMeter
{
public:
    LoopMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const double gap = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
            m_clock.restart();
            m_late.push_back(std::max(0.0, gap - 1.0));
        });
    }
    std::vector<double> measure(int seconds)
    {
        m_late.clear();
        m_clock.start();
        m_timer.start();
        QElapsedTimer whole;
        whole.start();
        while (whole.elapsed() < seconds * 1000LL) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        m_timer.stop();
        return m_late;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_late;
};

void print(const char* what, std::vector<double> values, double target)
{
    if (values.empty()) {
        std::printf("  %-46s no value\n", what);
        return;
    }
    std::ranges::sort(values);
    const auto at = [&values](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    std::printf("  %-46s median %7.1f   99 %% %7.1f   most %7.1f ms   (target %.0f)\n", what,
                at(0.5), at(0.99), values.back(), target);
    std::fflush(stdout);
}

/// Two classes of noise with more and less of a gradient.
void writeImages(const fs::path& folder)
{
    Rng random(7);
    for (const char* label : {"no", "yes"}) {
        fs::create_directories(folder / label);
        for (int i = 0; i < kImagesAClass; ++i) {
            GrayPlane plane{.width = kSide, .height = kSide, .values = {}};
            const double slope = label[0] == 'y' ? 120.0 : 20.0;
            for (int y = 0; y < kSide; ++y) {
                for (int x = 0; x < kSide; ++x) {
                    plane.values.push_back(static_cast<std::uint8_t>(40.0 + slope * x / kSide +
                                                                     random.uniform(0.0, 60.0)));
                }
            }
            const auto written =
                imaging::writeGray(folder / label / (std::to_string(i) + ".png"), plane);
            if (!written) {
                std::fprintf(stderr, "the images cannot be written\n");
                std::exit(1);
            }
        }
    }
}

ui::Services benchServices(const fs::path& program, const fs::path& source, const fs::path& folder)
{
    ui::Services services;
    const auto reader = std::make_shared<const dicom::DicomReader>(imaging::makeFrameCodec());
    const auto operations = std::make_shared<const imaging::OpenCvPlaneOperations>();
    const auto registry =
        std::make_shared<const ml::ModelRegistry>(source / "resources" / "models", folder / "none");
    services.reader = reader;
    services.operations = operations;
    services.scan = [reader](const std::vector<fs::path>& paths, const study::ScanSink& sink,
                             std::stop_token stop) {
        return study::scan(paths, *reader, sink, stop);
    };
    services.listModels = [registry] {
        std::vector<ui::InstalledModel> models;
        for (const ml::InstalledPackage& package : registry->list()) {
            models.push_back({package.description->id, package.description->version,
                              package.description->title, package.folder});
        }
        return models;
    };
    services.loadClassifier =
        [operations, registry](const std::string& model,
                               ml::DeviceChoice device) -> Result<std::unique_ptr<ml::Classifier>> {
        NEFES_TRY(auto package, registry->open(model));
        NEFES_TRY(const auto backend, ml::loadBackend());
        return ml::createClassifier(*backend, std::move(package), operations, device);
    };
    services.device = ml::DeviceChoice::Cpu;
    services.dataFolder = folder / "kept";
    ui::TrainingServices& training = services.training;
    training.reader = std::make_shared<const imaging::PictureReader>();
    training.operations = operations;
    training.loadBackend = &ml::loadBackend;
    training.program = program;
    training.runsFolder = folder / "runs";
    training.cacheFolder = folder / "cache";
    training.listRecipes = [file = source / "resources" / "recipes" / "clahe-blocks.json"] {
        std::vector<ml::TrainingRecipe> recipes;
        if (const auto text = readTextFile(file, 1 << 20)) {
            if (auto recipe = ml::recipeFromJson(nlohmann::json::parse(*text))) {
                recipe->epochs = 1000; // as long as the measuring lasts
                recipe->earlyStopping.reset();
                recipes.push_back(*std::move(recipe));
            }
        }
        return recipes;
    };
    return services;
}

/// The window, its wizard on a data set, and one image in the viewer.
class Stage
{
public:
    Stage(const fs::path& program, const fs::path& source, const fs::path& folder)
        : m_window(benchServices(program, source, folder))
    {
        m_window.resize(1400, 900);
        m_window.show();
        m_window.openPaths({source / "resources" / "samples" / "chest-phantom.dcm"});
        waitFor([this] { return m_window.isIdle(); });
        trigger("showTraining");
        m_wizard = m_window.findChild<ui::TrainingWizard*>();
        m_wizard->findChild<ui::DataPage*>()->addFolders({folder / "images"});
        waitFor([this] { return m_wizard->state().dataset().has_value(); });
    }
    void trigger(const char* action)
    {
        m_window.findChild<QAction*>(QLatin1String(action))->trigger();
    }
    /// From a change of the recipe, as a slider makes it, to the pictures.
    std::vector<double> previews()
    {
        m_wizard->goToStep(1);
        auto* preview = m_wizard->findChild<ui::AugmentationPreview*>();
        waitFor([preview] { return !preview->draws().back().isNull(); });
        std::vector<double> times;
        for (int i = 0; i < kPreviews; ++i) {
            ml::TrainingRecipe recipe = m_wizard->state().recipe();
            // Even steps change the preparation too, odd ones the random changes alone.
            recipe.augmentation.rotation = 5.0 + 0.5 * i;
            if (i % 2 == 0) {
                recipe.input.width = recipe.input.height = 144 + 8 * (i % 4);
            }
            bool isShown = false;
            const auto connection = QObject::connect(preview, &ui::AugmentationPreview::shown,
                                                     preview, [&isShown] { isShown = true; });
            QElapsedTimer timer;
            timer.start();
            m_wizard->state().setRecipe(recipe);
            waitFor([&isShown] { return isShown; });
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            QObject::disconnect(connection);
        }
        return times;
    }
    /// From the click to scores and heatmap of the image in the viewer.
    std::vector<double> analyses()
    {
        trigger("showTraining");
        std::vector<double> times;
        for (int i = 0; i < kAnalyses; ++i) {
            QElapsedTimer timer;
            timer.start();
            trigger("analyseAgain");
            waitFor([this] { return m_window.isIdle(); });
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        trigger("showTraining");
        return times;
    }
    std::vector<double> loop()
    {
        m_wizard->goToStep(3);
        return LoopMeter().measure(kSecondsOfLoop);
    }
    bool startTraining()
    {
        m_wizard->goToStep(3);
        m_wizard->findChild<QPushButton*>(QStringLiteral("trainStart"))->click();
        auto* plot = m_wizard->findChild<ui::LinePlot*>(QStringLiteral("lossPlot"));
        return waitFor([plot] { return !plot->data(0).points().empty(); });
    }
    void stop()
    {
        m_wizard->runner().stop();
        waitFor([this] { return !m_wizard->runner().isBusy(); });
    }
    [[nodiscard]] std::size_t batches()
    {
        return m_wizard->findChild<ui::LinePlot*>(QStringLiteral("lossPlot"))
            ->data(0)
            .points()
            .size();
    }

private:
    ui::MainWindow m_window;
    ui::TrainingWizard* m_wizard = nullptr;
};

/// In place of the engine: 1,000 epochs of 100 batches at once, then 100 batches a second or more
/// (a sleep takes a few milliseconds to start).
fs::path writeFastEngine(const fs::path& folder)
{
    const fs::path file = folder / "fast.sh";
    std::ofstream(file)
        << "#!/bin/sh\n"
           "exec awk 'BEGIN { print "
           "\"{\\\"event\\\":\\\"started\\\",\\\"recipe\\\":{\\\"epochs\\\":"
           "1100}}\"; for (e = 1; e <= 1100; ++e) { for (s = 1; s <= 100; ++s) { printf "
           "\"{\\\"event\\\":\\\"batch\\\",\\\"epoch\\\":%d,\\\"step\\\":%d,\\\"steps\\\":100,"
           "\\\"loss\\\":%.4f,\\\"accuracy\\\":0.5,\\\"images_per_second\\\":50}\\n\", e, s, "
           "1 / (e + s / 100) + rand() / 5; if (e > 1000) { fflush(); system(\"sleep 0.006\") } } "
           "printf "
           "\"{\\\"event\\\":\\\"epoch\\\",\\\"epoch\\\":%d,\\\"train\\\":{\\\"loss\\\":0.5},"
           "\\\"validation\\\":{\\\"loss\\\":0.5},\\\"seconds\\\":1}\\n\", e; fflush() } }'\n";
    fs::permissions(file, fs::perms::owner_all);
    return file;
}

} // namespace

/// wizard_bench NEFES SOURCE: see README.md. Run with QT_QPA_PLATFORM=offscreen.
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "usage: wizard_bench NEFES SOURCE\n");
        return 2;
    }
    const fs::path program = fs::absolute(argv[1]);
    const fs::path source = fs::absolute(argv[2]);
    const QTemporaryDir temporary;
    const fs::path folder(temporary.path().toStdString());
    writeImages(folder / "images");
    double load = 0.0;
    std::ifstream("/proc/loadavg") >> load;
    std::printf("load before: %.2f\n", load);
    {
        Stage stage(program, source, folder);
        std::printf("idle\n");
        print("event loop late by", stage.loop(), 100);
        print("preview after a slider's step", stage.previews(), 100);
        print("analysis with heatmap in the viewer", stage.analyses(), 300);
        if (!stage.startTraining()) {
            std::fprintf(stderr, "the training does not start\n");
            return 1;
        }
        std::printf("while a network trains with all threads\n");
        const std::size_t before = stage.batches();
        print("event loop late by", stage.loop(), 100);
        print("preview after a slider's step", stage.previews(), 100);
        print("analysis with heatmap in the viewer", stage.analyses(), 300);
        std::printf("  batches meanwhile: %zu\n", stage.batches() - before);
        stage.stop();
    }
    {
        Stage stage(writeFastEngine(folder), source, folder);
        stage.startTraining();
        waitFor([&stage] { return stage.batches() > 100'000; });
        const std::size_t before = stage.batches();
        std::printf("after 1,000 epochs of 100 batches, 100 batches more a second\n");
        print("event loop late by", stage.loop(), 100);
        std::printf("  batches a second: %.0f\n",
                    static_cast<double>(stage.batches() - before) / kSecondsOfLoop);
        stage.stop();
    }
    return 0;
}
