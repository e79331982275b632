// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/dicom_reader.h"
#include "core/dicom/write.h"
#include "core/imaging/frame_codec.h"
#include "core/imaging/plane_operations.h"
#include "core/study/scan.h"

#include "tests/bench/dcmtk_view.h"
#include "ui/main_window.h"
#include "ui/viewer/canvas.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>
#include <QWindow>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

using namespace nefes;

namespace {

constexpr int kViewWidth = 1920;
constexpr int kViewHeight = 1080;

double medianOf(std::vector<double> values)
{
    std::ranges::nth_element(values,
                             values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

double millisecondsOf(const std::function<void()>& act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Soft structures and a little noise; the same every time.
ImageData drawImage(int width, int height, const std::string& modality, int number)
{
    std::vector<std::uint16_t> values(static_cast<std::size_t>(width) *
                                      static_cast<std::size_t>(height));
    std::uint32_t noise = 12345U + static_cast<std::uint32_t>(number);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            noise = noise * 1664525U + 1013904223U;
            const double wave =
                std::sin(x * 6.0 / width + number * 0.05) * std::cos(y * 5.0 / height);
            values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                   static_cast<std::size_t>(x)] =
                static_cast<std::uint16_t>(2048.0 + 1500.0 * wave + (noise >> 26U));
        }
    }
    ImageData data;
    data.stored = {.width = width, .height = height, .samples = std::move(values)};
    data.bitsStored = 12;
    data.format = "dicom";
    data.text.modality = modality;
    data.text.patientName = "Bench^Nobody";
    data.text.patientId = "BENCH";
    data.text.instanceNumber = std::to_string(number + 1);
    data.text.studyUid = "2.25.1";
    // Radiographs are series of their own, slices belong to one.
    data.text.seriesUid = modality == "CT" ? "2.25.2" : "2.25.3" + std::to_string(number);
    data.text.sopInstanceUid = "2.25.4" + std::to_string(number);
    data.windows = {VoiWindow{.center = 2048.0, .width = 3000.0, .explanation = {}}};
    return data;
}

bool writeImage(const std::filesystem::path& file, const ImageData& data)
{
    return dicom::writeDicom(file, data,
                             {.objectClass = dicom::WrittenClass::DigitalXRayForPresentation})
        .has_value();
}

ui::Services benchServices()
{
    ui::Services services;
    services.reader = std::make_shared<const dicom::DicomReader>(imaging::makeFrameCodec());
    services.operations = std::make_shared<const imaging::OpenCvPlaneOperations>();
    services.scan = [reader = services.reader](const auto& paths, const auto& sink,
                                               std::stop_token stop) {
        return study::scan(paths, *reader, sink, stop);
    };
    return services;
}

/// Lets the window work until the condition holds.
void waitFor(const std::function<bool()>& condition)
{
    while (!condition()) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
}

/// VmRSS and VmHWM of /proc/self/status in MiB.
double memoryMiB(std::string_view field)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(field)) {
            return std::stod(line.substr(line.find(':') + 1)) / 1024.0;
        }
    }
    return 0.0;
}

/// A redraw at each step of a window drag, through the real canvas, against DCMTK.
int benchWindow()
{
    constexpr int kSide = 3000;
    constexpr int kSteps = 60;
    const QTemporaryDir folder;
    const std::filesystem::path file =
        std::filesystem::path(folder.path().toStdString()) / "window.dcm";
    if (!writeImage(file, drawImage(kSide, kSide, "DX", 0))) {
        return 1;
    }
    const auto image =
        dicom::DicomReader(imaging::makeFrameCodec()).read(file, 0, std::stop_token());
    bench::DcmtkView peer(file.string());
    if (!image || !peer.isValid()) {
        return 1;
    }
    ui::Canvas canvas;
    canvas.setOverlayLevel(ui::OverlayLevel::None);
    canvas.resize(kViewWidth, kViewHeight);
    canvas.show();
    canvas.setImage(*image, {}, std::nullopt);
    // A window that is not on the screen yet does not paint.
    waitFor([&canvas] { return canvas.windowHandle()->isExposed(); });
    canvas.repaint();
    const QSize size = QSize(kSide, kSide).scaled(kViewWidth, kViewHeight, Qt::KeepAspectRatio);
    std::vector<double> own, whole, scaled;
    for (int step = 0; step < kSteps; ++step) {
        const VoiWindow window{
            .center = 1500.0 + step * 10.0, .width = 1000.0 + step * 20.0, .explanation = {}};
        own.push_back(millisecondsOf([&] {
            ui::ViewState view = canvas.view();
            view.display.voi = window;
            canvas.setView(view);
            canvas.repaint();
        }));
        scaled.push_back(millisecondsOf([&] {
            peer.renderScaledOnce(window.center, window.width, size.width(), size.height());
        }));
        if (step % 6 == 0) {
            whole.push_back(millisecondsOf([&] {
                peer.renderAnew(window.center, window.width, size.width(), size.height());
            }));
        }
    }
    std::printf("window drag, 3000 x 3000, 16 bits, viewport 1920 x 1080, median of %d\n", kSteps);
    std::printf("  Nefes, canvas redrawn                    %8.2f ms\n", medianOf(own));
    std::printf("  DCMTK, same view from the whole image    %8.2f ms, ratio %.1f\n",
                medianOf(whole), medianOf(whole) / medianOf(own));
    std::printf("  DCMTK, scaled once, window at each step  %8.2f ms, ratio %.1f\n",
                medianOf(scaled), medianOf(scaled) / medianOf(own));
    return 0;
}

/// Steps through a series of CT slices in the real window, first from disk, then decoded.
int benchScroll()
{
    constexpr int kSlices = 500;
    const QTemporaryDir folder;
    const std::filesystem::path path(folder.path().toStdString());
    for (int slice = 0; slice < kSlices; ++slice) {
        if (!writeImage(path / (std::to_string(slice) + ".dcm"),
                        drawImage(512, 512, "CT", slice))) {
            return 1;
        }
    }
    ui::MainWindow window(benchServices());
    window.resize(1280, 800);
    window.show();
    window.openPaths({path});
    auto* canvas = window.findChild<ui::Canvas*>(QStringLiteral("canvas"));
    auto* next = window.findChild<QAction*>(QStringLiteral("nextImage"));
    auto* previous = window.findChild<QAction*>(QStringLiteral("previousImage"));
    waitFor([&] { return canvas->image() != nullptr; });
    const auto run = [&](QAction* step, int first, int by) {
        QElapsedTimer timer;
        timer.start();
        for (int slice = 1; slice < kSlices; ++slice) {
            const std::string wanted = std::to_string(first + slice * by);
            step->trigger();
            waitFor([&] {
                return canvas->image() && canvas->image()->data().text.instanceNumber == wanted;
            });
            canvas->repaint();
        }
        return (kSlices - 1) * 1e9 / static_cast<double>(timer.nsecsElapsed());
    };
    const double fromDisk = run(next, 1, 1);
    const double cached = run(previous, kSlices, -1);
    std::printf("scrolling %d CT slices of 512 x 512, one after the other, each painted\n",
                kSlices);
    std::printf("  from disk  %8.1f images/s\n  cached     %8.1f images/s\n", fromDisk, cached);
    return 0;
}

/// Opens radiographs in turn in the real window.
int benchMemory()
{
    constexpr int kImages = 60;
    const QTemporaryDir folder;
    const std::filesystem::path path(folder.path().toStdString());
    for (int number = 0; number < kImages; ++number) {
        if (!writeImage(path / (std::to_string(100 + number) + ".dcm"),
                        drawImage(2000, 2500, "DX", number))) {
            return 1;
        }
    }
    ui::MainWindow window(benchServices());
    window.resize(1280, 800);
    window.show();
    const double before = memoryMiB("VmRSS");
    window.openPaths({path});
    waitFor([&] { return window.isIdle(); });
    auto* next = window.findChild<QAction*>(QStringLiteral("nextSeries"));
    double most = 0.0;
    for (int number = 1; number < kImages; ++number) {
        next->trigger();
        waitFor([&] { return window.isIdle(); });
        most = std::max(most, memoryMiB("VmRSS"));
    }
    std::printf("%d radiographs of 2000 x 2500, 16 bits, opened in turn\n", kImages);
    std::printf("  resident before %.0f MiB, most after an image %.0f MiB, peak %.0f MiB\n", before,
                most, memoryMiB("VmHWM"));
    return 0;
}

} // namespace

/// view_bench window|scroll|memory: see README.md. Run with QT_QPA_PLATFORM=offscreen.
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const std::string_view what = argc == 2 ? argv[1] : "";
    if (what == "window") {
        return benchWindow();
    }
    if (what == "scroll") {
        return benchScroll();
    }
    if (what == "memory") {
        return benchMemory();
    }
    std::fprintf(stderr, "usage: view_bench window|scroll|memory\n");
    return 2;
}
