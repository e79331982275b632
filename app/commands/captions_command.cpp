// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/captions_command.h"

#include "core/base/files.h"

#include "core/imaging/picture_writer.h"

#include "app/command_context.h"
#include "app/output.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

namespace nefes::app {
namespace {

constexpr int kHeight = 96;     ///< pixels; drawn large, scaled down on use
constexpr int kFontPixels = 56; ///< leaves a margin above and below the letters

GrayPlane drawText(const QString& text)
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(kFontPixels);
    const int width = QFontMetrics(font).horizontalAdvance(text) + kHeight / 2;
    QImage image(width, kHeight, QImage::Format_Grayscale8);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setPen(Qt::white);
    painter.setFont(font);
    painter.drawText(image.rect(), Qt::AlignCenter, text);
    painter.end();
    GrayPlane plane{.width = width, .height = kHeight, .values = {}};
    for (int row = 0; row < kHeight; ++row) {
        const std::uint8_t* line = image.constScanLine(row);
        plane.values.insert(plane.values.end(), line, line + width);
    }
    return plane;
}

Result<void> drawCaptions(const std::filesystem::path& folder)
{
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    int argc = 1;
    std::string name = "nefes";
    char* argv[] = {name.data(), nullptr};
    const QGuiApplication application(argc, argv);
    NEFES_CHECK(imaging::writeGray(folder / "estimate.en.png",
                                   drawText(QStringLiteral("AI estimate, not a diagnosis"))));
    return imaging::writeGray(folder / "estimate.tr.png",
                              drawText(QString::fromUtf8("Yapay zekâ tahminidir, tanı değildir")));
}

} // namespace

void addCaptionsCommand(CLI::App& app, int& exitStatus)
{
    auto folder = std::make_shared<std::string>();
    CLI::App* command =
        app.add_subcommand("draw-captions", "Draw the lines of text for exported pictures");
    command->group(""); // for developers: left out of --help
    command->add_option("FOLDER", *folder, "resources/captions")->required();
    command->callback([folder, &exitStatus] {
        const auto drawn = drawCaptions(pathFromUtf8(*folder));
        if (!drawn) {
            printError(*folder, drawn.error());
        }
        exitStatus = drawn ? kExitDone : kExitSomeFailed;
    });
}

} // namespace nefes::app
