// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/guide_command.h"

#include "core/base/files.h"
#include "core/base/rng.h"

#include "core/image/phantom.h"
#include "core/image/render.h"

#include "app/composition.h"
#include "app/output.h"
#include "app/recipe_files.h"
#include "ui/main_window.h"
#include "ui/wizard/data_page.h"
#include "ui/wizard/preprocess_page.h"
#include "ui/wizard/recipe_data.h"
#include "ui/wizard/training_wizard.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QImage>
#include <QPainter>
#include <QRadialGradient>
#include <QTemporaryDir>

#include <algorithm>
#include <clocale>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace nefes::app {
namespace {

namespace fs = std::filesystem;

constexpr int kWidestPicture = 600; ///< what a page of the help window has room for
constexpr QSize kViewerSize{1040, 640};
constexpr QSize kWizardSize{1280, 800};
constexpr int kLongestWaitMs = 60'000;
constexpr int kSettleMs = 400; ///< small pictures and charts arrive after the work is done
constexpr int kImagesOfAClass = 30;
constexpr int kSide = 160; ///< of the images that the wizard is shown

/// Turns of the event loop until the condition holds.
bool waitUntil(const std::function<bool()>& holds, int limitMs = kLongestWaitMs)
{
    QElapsedTimer timer;
    timer.start();
    while (!holds() && timer.elapsed() < limitMs) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    return holds();
}

void settle()
{
    static_cast<void>(waitUntil([] { return false; }, kSettleMs));
}

/// A range of the colours of a picture that become one.
struct ColorBox {
    std::size_t begin = 0, end = 0;
    int channel = 0; ///< bits that its colours differ in most: 0 blue, 8 green, 16 red
    double weight = 0.0;
};

using ColorCounts = std::vector<std::pair<QRgb, int>>;

int part(QRgb color, int channel)
{
    return static_cast<int>(color >> channel) & 0xff;
}

ColorBox makeBox(const ColorCounts& colors, std::size_t begin, std::size_t end)
{
    ColorBox box{.begin = begin, .end = end};
    double pixels = 0.0;
    for (std::size_t i = begin; i < end; ++i) {
        pixels += colors[i].second;
    }
    int widest = -1;
    for (const int channel : {0, 8, 16}) {
        int low = 255;
        int high = 0;
        for (std::size_t i = begin; i < end; ++i) {
            low = std::min(low, part(colors[i].first, channel));
            high = std::max(high, part(colors[i].first, channel));
        }
        if (high - low > widest) {
            widest = high - low;
            box.channel = channel;
        }
    }
    // Rare colours that differ a lot count as well: a curve is thin.
    box.weight = end - begin > 1 ? widest * std::sqrt(pixels) : 0.0;
    return box;
}

/// 192 colours by median cut: a third of the bytes of a picture with all of them.
QImage withFewColors(const QImage& picture)
{
    constexpr std::size_t kColors = 192;
    const QImage full = picture.convertToFormat(QImage::Format_RGB32);
    std::map<QRgb, int> counts;
    for (int y = 0; y < full.height(); ++y) {
        for (int x = 0; x < full.width(); ++x) {
            ++counts[full.pixel(x, y)];
        }
    }
    ColorCounts colors(counts.begin(), counts.end());
    std::vector<ColorBox> boxes{makeBox(colors, 0, colors.size())};
    while (boxes.size() < kColors) {
        const auto largest = std::ranges::max_element(boxes, {}, &ColorBox::weight);
        if (largest->weight <= 0.0) {
            break;
        }
        const ColorBox box = *largest;
        const auto first = colors.begin() + static_cast<std::ptrdiff_t>(box.begin);
        const auto last = colors.begin() + static_cast<std::ptrdiff_t>(box.end);
        std::sort(first, last, [&box](const auto& a, const auto& b) {
            return part(a.first, box.channel) < part(b.first, box.channel);
        });
        const std::size_t middle = (box.begin + box.end) / 2;
        *largest = makeBox(colors, box.begin, middle);
        boxes.push_back(makeBox(colors, middle, box.end));
    }
    QList<QRgb> table;
    std::map<QRgb, uint> places;
    for (const ColorBox& box : boxes) {
        double red = 0.0;
        double green = 0.0;
        double blue = 0.0;
        double pixels = 0.0;
        for (std::size_t i = box.begin; i < box.end; ++i) {
            const auto& [color, count] = colors[i];
            red += static_cast<double>(qRed(color)) * count;
            green += static_cast<double>(qGreen(color)) * count;
            blue += static_cast<double>(qBlue(color)) * count;
            pixels += count;
            places[color] = static_cast<uint>(table.size());
        }
        table << qRgb(static_cast<int>(std::lround(red / pixels)),
                      static_cast<int>(std::lround(green / pixels)),
                      static_cast<int>(std::lround(blue / pixels)));
    }
    QImage indexed(full.size(), QImage::Format_Indexed8);
    indexed.setColorTable(table);
    for (int y = 0; y < full.height(); ++y) {
        for (int x = 0; x < full.width(); ++x) {
            indexed.setPixel(x, y, places.at(full.pixel(x, y)));
        }
    }
    return indexed;
}

/// Draws the scenes of one language.
class GuidePainter
{
public:
    GuidePainter(const CommandContext& context, const std::string& language, fs::path folder)
        : m_context(context)
        , m_language(language)
        , m_folder(std::move(folder))
    {
    }

    [[nodiscard]] Result<void> draw()
    {
        ui::Services services = makeServices(m_context);
        const fs::path temporary(m_temporary.path().toStdString());
        services.language = m_language == "tr" ? ui::Language::Turkish : ui::Language::English;
        services.settingsFile = temporary / "settings.ini"; // nothing of the user's
        services.dataFolder = temporary / "data";
        services.diagnostics.stateFolder.clear();
        services.training.runsFolder = temporary / "runs";
        services.training.cacheFolder = temporary / "cache";
        const fs::path sample = services.samplePath;
        ui::MainWindow window(std::move(services));
        window.resize(kViewerSize);
        window.show();
        window.openPaths({sample});
        window.setHeatmapVisible(true);
        if (!waitUntil([&window] { return window.isIdle(); })) {
            return fail(ErrorCode::Internal, "the window was not ready in time");
        }
        settle();
        NEFES_CHECK(save(window, "viewer"));
        NEFES_CHECK(save(*window.findChild<QWidget*>(QStringLiteral("analysisPanel")), "analysis"));
        static_cast<void>(window.showPanel(QStringLiteral("training")));
        window.resize(kWizardSize);
        auto* wizard = window.findChild<ui::TrainingWizard*>();
        auto* data = wizard->findChild<ui::DataPage*>();
        fs::current_path(temporary); // the page shows the path as it is given
        data->addFolders({makeDataset("chests")});
        if (!waitUntil([data] { return data->isSound(); })) {
            return fail(ErrorCode::Internal, "the data set was not ready in time");
        }
        settle();
        NEFES_CHECK(save(*data, "data"));
        // The lesson's recipe on the classes that are here.
        NEFES_TRY(const auto lesson, readRecipe("brain-mri", m_context.folders));
        wizard->state().setRecipe(ui::onData(lesson, wizard->state().recipe().data));
        const bool isThere = waitUntil([wizard] {
            wizard->goToStep(1); // open once the data set has been looked at again
            return wizard->currentStep() == 1;
        });
        if (!isThere) {
            return fail(ErrorCode::Internal, "the second step was not open in time");
        }
        settle();
        settle();
        return save(*wizard->findChild<ui::PreprocessPage*>(), "recipe");
    }

private:
    /// Drawn chests, half of them with a shadow: no patient is in them.
    [[nodiscard]] fs::path makeDataset(const fs::path& folder) const
    {
        const auto phantom = DecodedImage::create(drawChestPhantom());
        const DecodedImage& image = **phantom;
        const Picture picture = render(image, {.voi = defaultVoi(image)}, Viewport::whole(image));
        const QImage chest = QImage(reinterpret_cast<const uchar*>(picture.pixels.data()),
                                    picture.width, picture.height, QImage::Format_RGB32)
                                 .convertToFormat(QImage::Format_Grayscale8);
        Rng random(7);
        for (const bool hasShadow : {false, true}) {
            const char* name = !hasShadow ? "normal" : m_language == "tr" ? "opasite" : "opacity";
            fs::create_directories(folder / name);
            for (int number = 0; number < kImagesOfAClass; ++number) {
                const QString file = QString::fromStdString(
                    toUtf8(folder / name / (std::to_string(number) + ".png")));
                drawChest(chest, hasShadow, random).save(file);
            }
        }
        return folder;
    }

    [[nodiscard]] static QImage drawChest(const QImage& chest, bool hasShadow, Rng& random)
    {
        QImage film(kSide, kSide, QImage::Format_RGB32);
        film.fill(Qt::black);
        QPainter painter(&film);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(kSide / 2.0 + random.uniform(-14.0, 14.0),
                          kSide / 2.0 + random.uniform(-14.0, 14.0));
        painter.rotate(random.uniform(-9.0, 9.0));
        const double width = kSide * random.uniform(0.8, 1.15);
        const double height = kSide * random.uniform(0.8, 1.15);
        painter.setOpacity(random.uniform(0.65, 1.0));
        painter.drawImage(QRectF(-width / 2, -height / 2, width, height), chest);
        if (hasShadow) {
            const double side = random.uniform() < 0.5 ? -1.0 : 1.0;
            const QPointF center(side * width * random.uniform(0.18, 0.26),
                                 height * random.uniform(-0.15, 0.18));
            const double radius = kSide * random.uniform(0.08, 0.16);
            QRadialGradient shadow(center, radius);
            shadow.setColorAt(0.0, QColor(235, 235, 235, 190));
            shadow.setColorAt(1.0, QColor(235, 235, 235, 0));
            painter.setOpacity(1.0);
            painter.setPen(Qt::NoPen);
            painter.setBrush(shadow);
            painter.drawEllipse(center, radius, radius);
        }
        painter.end();
        return film.convertToFormat(QImage::Format_Grayscale8);
    }

    [[nodiscard]] Result<void> save(QWidget& widget, const char* name) const
    {
        QImage picture = widget.grab().toImage();
        if (picture.width() > kWidestPicture) {
            picture = picture.scaledToWidth(kWidestPicture, Qt::SmoothTransformation);
        }
        const fs::path file = m_folder / m_language / (std::string(name) + ".png");
        constexpr int kSmallest = 0; // the most effort
        if (!withFewColors(picture).save(QString::fromStdString(toUtf8(file)), "PNG", kSmallest)) {
            return fail(ErrorCode::WriteFailed, toUtf8(file));
        }
        return {};
    }

    const CommandContext& m_context;
    std::string m_language;
    fs::path m_folder;
    QTemporaryDir m_temporary;
};

Result<void> drawGuide(const CommandContext& context, const fs::path& folder)
{
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    int argc = 1;
    std::string name = "nefes";
    char* argv[] = {name.data(), nullptr};
    const QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    const fs::path target = fs::absolute(folder); // drawing changes the current folder
    for (const char* language : {"en", "tr"}) {
        NEFES_CHECK(GuidePainter(context, language, target).draw());
    }
    return {};
}

} // namespace

void addGuideCommand(CLI::App& app, const CommandContext& context, int& exitStatus)
{
    auto folder = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("draw-guide-pictures", "Draw the pictures of the guide");
    command->group(""); // for developers: left out of --help
    command->add_option("FOLDER", *folder, "resources/help")->required();
    command->callback([folder, &context, &exitStatus] {
        const auto drawn = drawGuide(context, pathFromUtf8(*folder));
        if (!drawn) {
            printError(*folder, drawn.error());
        }
        exitStatus = drawn ? kExitDone : kExitSomeFailed;
    });
}

} // namespace nefes::app
