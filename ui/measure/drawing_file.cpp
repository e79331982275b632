// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/measure/drawing_file.h"

#include "core/base/digest.h"
#include "core/base/files.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <span>
#include <system_error>

namespace nefes::ui {

namespace {

constexpr std::uint64_t kLargestFileBytes = 16 * 1024 * 1024;
constexpr int kFormat = 1;

Result<Drawings> parse(const std::string& text)
{
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object() || json.value("format", 0) != kFormat || !json.contains("measurements") ||
        !json["measurements"].is_array()) {
        return fail(ErrorCode::DamagedFile, "not a file of drawings");
    }
    Drawings drawings;
    for (const auto& entry : json["measurements"]) {
        const auto kind = measurementKindFromName(
            entry.is_object() ? entry.value("kind", std::string()) : std::string());
        if (!kind || !entry.contains("points") || !entry["points"].is_array() ||
            entry["points"].size() != pointCount(*kind)) {
            return fail(ErrorCode::DamagedFile, "a drawing is not complete");
        }
        Measurement drawing{.kind = *kind, .points = {}};
        for (const auto& point : entry["points"]) {
            if (!point.is_array() || point.size() != 2 || !point[0].is_number() ||
                !point[1].is_number()) {
                return fail(ErrorCode::DamagedFile, "a point is not two numbers");
            }
            drawing.points.push_back({point[0].get<double>(), point[1].get<double>()});
        }
        drawings.push_back(std::move(drawing));
    }
    return drawings;
}

} // namespace

std::string drawingKey(const DecodedImage& image, const std::filesystem::path& path)
{
    const std::string& uid = image.data().text.sopInstanceUid;
    const std::string name =
        (uid.empty() ? toUtf8(path) : uid) + '#' + std::to_string(image.data().frame);
    return sha256(std::as_bytes(std::span(name)));
}

Result<Drawings> readDrawings(const std::filesystem::path& file)
{
    const Result<std::string> text = readTextFile(file, kLargestFileBytes);
    if (!text) {
        if (text.error().code == ErrorCode::FileNotFound) {
            return Drawings{};
        }
        return tl::unexpected(text.error());
    }
    Result<Drawings> drawings = parse(*text);
    if (!drawings) {
        std::filesystem::path aside = file;
        aside += ".damaged";
        std::error_code ignored;
        std::filesystem::rename(file, aside, ignored);
    }
    return drawings;
}

Result<void> writeDrawings(const std::filesystem::path& file, const Drawings& drawings)
{
    auto entries = nlohmann::json::array();
    for (const Measurement& drawing : drawings) {
        auto points = nlohmann::json::array();
        for (const PointPx point : drawing.points) {
            points.push_back({point.x, point.y});
        }
        entries.push_back({{"kind", measurementKindName(drawing.kind)}, {"points", points}});
    }
    const nlohmann::json json{{"format", kFormat}, {"measurements", entries}};
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    return writeFileAtomically(file, json.dump(1) + '\n');
}

} // namespace nefes::ui
