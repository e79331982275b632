// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/search_text.h"

#include <algorithm>
#include <cstddef>

namespace nefes::study {
namespace {

/// The plain letter of each character from U+00C0 to U+017F (Latin-1 Supplement and Latin
/// Extended-A), which hold all letters of the languages of Europe and of Turkish.
constexpr std::string_view kPlainLetters =
    "aaaaaaaceeeeiiiidnoooooxouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kPlainLetters.size() == 0x180 - 0xc0);

/// Takes one character off the front; a byte that is no UTF-8 stands for itself.
char32_t takeCharacter(std::string_view& text)
{
    const auto byte = [&text](std::size_t i) {
        return static_cast<unsigned char>(text[i]);
    };
    const unsigned first = byte(0);
    const std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    char32_t value = first;
    if (first >= 0xc0 && length <= text.size()) {
        value = first & (0x7fU >> length);
        for (std::size_t i = 1; i < length; ++i) {
            value = value << 6U | (byte(i) & 0x3fU);
        }
        text.remove_prefix(length);
    } else {
        text.remove_prefix(1);
    }
    return value;
}

void putCharacter(std::string& text, char32_t value)
{
    const auto put = [&text](char32_t byte) {
        text += static_cast<char>(byte);
    };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xc0U | value >> 6U);
        put(0x80U | (value & 0x3fU));
    } else if (value < 0x10000) {
        put(0xe0U | value >> 12U);
        put(0x80U | (value >> 6U & 0x3fU));
        put(0x80U | (value & 0x3fU));
    } else {
        put(0xf0U | value >> 18U);
        put(0x80U | (value >> 12U & 0x3fU));
        put(0x80U | (value >> 6U & 0x3fU));
        put(0x80U | (value & 0x3fU));
    }
}

char32_t folded(char32_t c)
{
    if (c == U'^' || c == U'=' || c < 0x20) {
        return U' ';
    }
    if (c >= U'A' && c <= U'Z') {
        return c + (U'a' - U'A');
    }
    if (c >= 0xc0 && c < 0x180) {
        return static_cast<char32_t>(kPlainLetters[c - 0xc0]);
    }
    if ((c >= 0x391 && c <= 0x3a9) || (c >= 0x410 && c <= 0x42f)) {
        return c + 0x20; // Greek and Cyrillic capitals
    }
    return c >= 0x400 && c <= 0x40f ? c + 0x50 : c;
}

} // namespace

std::string foldedText(std::string_view utf8)
{
    std::string text;
    text.reserve(utf8.size());
    while (!utf8.empty()) {
        const char32_t c = takeCharacter(utf8);
        const bool isCombining = c >= 0x300 && c <= 0x36f;
        if (!isCombining) {
            putCharacter(text, folded(c));
        }
    }
    return text;
}

std::vector<std::string> searchWords(std::string_view utf8)
{
    const std::string text = foldedText(utf8);
    std::vector<std::string> words;
    std::size_t at = 0;
    while ((at = text.find_first_not_of(' ', at)) != std::string::npos) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

} // namespace nefes::study
