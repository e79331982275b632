// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include "core/base/files.h"
#include "core/base/letters.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <system_error>
#include <utility>

namespace nefes::app {
namespace {

/// The whole text as a number, whatever the locale.
template <class T>
bool parseNumber(std::string_view text, T& value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

template <class T>
CLI::Validator validator(const std::string& form, Result<T> (*parse)(const std::string&))
{
    return {[parse](std::string& text) {
                const auto parsed = parse(text);
                return parsed ? std::string() : text + ": " + parsed.error().detail;
            },
            form};
}

} // namespace

Result<Size> parseSize(const std::string& text)
{
    constexpr int kLargest = 16384;
    const std::size_t x = text.find('x');
    Size size;
    if (x == std::string::npos || !parseNumber(std::string_view(text).substr(0, x), size.width) ||
        !parseNumber(std::string_view(text).substr(x + 1), size.height) || size.width < 1 ||
        size.height < 1 || size.width > kLargest || size.height > kLargest) {
        return fail(ErrorCode::InvalidArgument, "a size looks like 1280x800");
    }
    return size;
}

CLI::Validator sizeValidator()
{
    return validator<Size>("WIDTHxHEIGHT", &parseSize);
}

Result<VoiWindow> parseWindow(const std::string& text)
{
    const std::size_t comma = text.find(',');
    VoiWindow window;
    if (comma == std::string::npos ||
        !parseNumber(std::string_view(text).substr(0, comma), window.center) ||
        !parseNumber(std::string_view(text).substr(comma + 1), window.width) ||
        !std::isfinite(window.center) || !std::isfinite(window.width) || window.width < 1.0) {
        return fail(ErrorCode::InvalidArgument,
                    "a window is CENTRE,WIDTH with a width of at least 1, such as 40,400");
    }
    return window;
}

CLI::Validator windowValidator()
{
    return validator<VoiWindow>("CENTRE,WIDTH", &parseWindow);
}

CLI::Validator fileNameValidator(std::vector<std::string> endings)
{
    std::string form = fmt::format("FILE{}", fmt::join(endings, "|"));
    return {[endings = std::move(endings)](std::string& text) -> std::string {
                const std::filesystem::path file = pathFromUtf8(text);
                std::error_code ignored;
                if (std::filesystem::is_directory(file, ignored)) {
                    return text + ": is a folder";
                }
                const std::string ending = lowerAscii(toUtf8(file.extension()));
                const bool isKnown = std::ranges::find(endings, ending) != endings.end();
                return isKnown ? std::string()
                               : fmt::format("{}: the name must end in {}", text,
                                             fmt::join(endings, ", "));
            },
            std::move(form)};
}

std::vector<std::filesystem::path> toPaths(const std::vector<std::string>& texts)
{
    std::vector<std::filesystem::path> paths;
    paths.reserve(texts.size());
    for (const std::string& text : texts) {
        paths.push_back(pathFromUtf8(text));
    }
    return paths;
}

} // namespace nefes::app
