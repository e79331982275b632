// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/measure/drawing_file.h"

#include "core/base/digest.h"
#include "core/base/files.h"

#include "ml/json_object.h"

#include "ui/bridge/written_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <span>
#include <system_error>
#include <utility>

namespace nefes::ui {

namespace {

constexpr std::uint64_t kLargestFileBytes = std::uint64_t{16} * 1024 * 1024;
constexpr int kFormat = 1;

Result<PointPx> pointFrom(const nlohmann::json& point)
{
    if (!point.is_array() || point.size() != 2 || !point[0].is_number() || !point[1].is_number()) {
        return fail(ErrorCode::DamagedFile, "a point is not two numbers");
    }
    return PointPx{point[0].get<double>(), point[1].get<double>()};
}

Result<Measurement> measurementFrom(const nlohmann::json& entry)
{
    const auto kind = measurementKindFromName(ml::valueOr(entry, "kind", ""));
    if (!kind || !entry.contains("points") || !entry["points"].is_array()) {
        return fail(ErrorCode::DamagedFile, "a drawing is not complete");
    }
    Measurement drawing{.kind = *kind, .points = {}};
    for (const auto& point : entry["points"]) {
        NEFES_TRY(const PointPx read, pointFrom(point));
        drawing.points.push_back(read);
    }
    if (entry.contains("text") && entry["text"].is_string()) {
        drawing.text = entry["text"].get<std::string>();
    }
    if (!isFinished(drawing)) {
        return fail(ErrorCode::DamagedFile, "a drawing is not complete");
    }
    return drawing;
}

std::optional<PixelSpacing> calibrationFrom(const nlohmann::json& json)
{
    const auto number = [&json](const char* key) {
        const bool isThere = json.is_object() && json.contains(key) && json[key].is_number();
        return isThere ? json[key].get<double>() : 0.0;
    };
    const PixelSpacing spacing{.rowMm = number("row_mm"),
                               .columnMm = number("column_mm"),
                               .origin = SpacingOrigin::Calibrated};
    const auto isUsable = [](double value) {
        return std::isfinite(value) && value > 0.0;
    };
    return isUsable(spacing.rowMm) && isUsable(spacing.columnMm) ? std::optional(spacing)
                                                                 : std::nullopt;
}

bool isSame(const Measurement& a, const Measurement& b)
{
    return a.kind == b.kind && a.text == b.text &&
           std::ranges::equal(a.points, b.points, [](PointPx one, PointPx other) {
               return one.x == other.x && one.y == other.y;
           });
}

bool isSame(const std::optional<PixelSpacing>& a, const std::optional<PixelSpacing>& b)
{
    return a.has_value() == b.has_value() &&
           (!a || (a->rowMm == b->rowMm && a->columnMm == b->columnMm));
}

bool isSame(const Drawings& a, const Drawings& b)
{
    return isSame(a.calibration, b.calibration) &&
           std::ranges::equal(
               a.measurements, b.measurements,
               [](const Measurement& one, const Measurement& other) { return isSame(one, other); });
}

/// Takes the first that is the same out of `drawings`; whether there was one.
bool takeOut(const Measurement& drawing, std::vector<Measurement>& drawings)
{
    const auto found = std::ranges::find_if(
        drawings, [&drawing](const Measurement& one) { return isSame(one, drawing); });
    const bool isThere = found != drawings.end();
    if (isThere) {
        drawings.erase(found);
    }
    return isThere;
}

/// What lies in the file, with the changes that lead from `before` to `after`.
Drawings merged(Drawings inFile, const Drawings& before, const Drawings& after)
{
    std::vector<Measurement> added = after.measurements;
    for (const Measurement& drawing : before.measurements) {
        if (!takeOut(drawing, added)) {
            takeOut(drawing, inFile.measurements);
        }
    }
    inFile.measurements.insert(inFile.measurements.end(), added.begin(), added.end());
    if (!isSame(before.calibration, after.calibration)) {
        inFile.calibration = after.calibration;
    }
    return inFile;
}

} // namespace

std::string drawingKey(const DecodedImage& image, const std::filesystem::path& path)
{
    return drawingKey(image.data().text.sopInstanceUid, path, image.data().frame);
}

std::string drawingKey(const std::string& sopInstanceUid, const std::filesystem::path& path,
                       int frame)
{
    const std::string name =
        (sopInstanceUid.empty() ? toUtf8(path) : sopInstanceUid) + '#' + std::to_string(frame);
    return sha256(std::as_bytes(std::span(name)));
}

std::string drawingsToJson(const Drawings& drawings)
{
    auto entries = nlohmann::json::array();
    for (const Measurement& drawing : drawings.measurements) {
        auto points = nlohmann::json::array();
        for (const PointPx point : drawing.points) {
            points.push_back({point.x, point.y});
        }
        nlohmann::json entry{{"kind", measurementKindName(drawing.kind)}, {"points", points}};
        if (!drawing.text.empty()) {
            entry["text"] = drawing.text;
        }
        entries.push_back(std::move(entry));
    }
    nlohmann::json json{{"format", kFormat}, {"measurements", entries}};
    if (drawings.calibration) {
        json["calibration"] = {{"row_mm", drawings.calibration->rowMm},
                               {"column_mm", drawings.calibration->columnMm}};
    }
    return json.dump(1) + '\n';
}

Result<Drawings> drawingsFromJson(const std::string& text)
{
    const auto json = nlohmann::json::parse(text, nullptr, false);
    const int format = ml::valueOr(json, "format", 0);
    if (format > kFormat) {
        return fail(ErrorCode::UnsupportedFormat, "drawings of a newer version");
    }
    if (format != kFormat || !json.contains("measurements") || !json["measurements"].is_array()) {
        return fail(ErrorCode::DamagedFile, "not a file of drawings");
    }
    Drawings drawings;
    for (const auto& entry : json["measurements"]) {
        NEFES_TRY(Measurement drawing, measurementFrom(entry));
        drawings.measurements.push_back(std::move(drawing));
    }
    if (json.contains("calibration")) {
        drawings.calibration = calibrationFrom(json["calibration"]);
    }
    return drawings;
}

Result<Drawings> readDrawings(const std::filesystem::path& file)
{
    Result<std::string> text = readTextFile(file, kLargestFileBytes);
    if (!text && text.error().code == ErrorCode::FileNotFound) {
        return Drawings{};
    }
    if (!text && text.error().code == ErrorCode::FileEmpty) {
        text = std::string();
    }
    NEFES_CHECK(text);
    Result<Drawings> drawings = drawingsFromJson(*text);
    if (!drawings && drawings.error().code == ErrorCode::DamagedFile) {
        return putAside(file, std::move(drawings).error().detail);
    }
    return drawings;
}

Result<void> writeDrawings(const std::filesystem::path& file, const Drawings& drawings)
{
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    return writeFileAtomically(file, drawingsToJson(drawings));
}

Result<void> changeDrawings(const std::filesystem::path& file, const Drawings& before,
                            const Drawings& after)
{
    return changeAlone(file, [&]() -> Result<void> {
        std::error_code ignored;
        const bool isThere = std::filesystem::exists(file, ignored);
        const Result<Drawings> inFile = readDrawings(file);
        if (!inFile && inFile.error().code != ErrorCode::DamagedFile) {
            return tl::unexpected(inFile.error());
        }
        const bool isOurs = !isThere || !inFile || isSame(*inFile, before);
        return writeDrawings(file, isOurs ? after : merged(*inFile, before, after));
    });
}

} // namespace nefes::ui
