// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/text.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>

namespace nefes::dicom {
namespace {

using namespace std::string_view_literals;

// Character sets without an ISO-IR number of their own.
constexpr int kAscii = 6;
constexpr int kUtf8 = 192;
constexpr int kGb18030 = 18030;
constexpr int kGbk = 936;
// Multi-byte sets reached by escape sequences.
constexpr int kKatakana = 13;
constexpr int kKanji = 87;
constexpr int kSupplementaryKanji = 159;
constexpr int kKorean = 149;
constexpr int kChinese = 58;

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

const char* encodingName(int registration)
{
    switch (registration) {
    case 100:
        return "ISO-8859-1";
    case 101:
        return "ISO-8859-2";
    case 109:
        return "ISO-8859-3";
    case 110:
        return "ISO-8859-4";
    case 144:
        return "ISO-8859-5";
    case 127:
        return "ISO-8859-6";
    case 126:
        return "ISO-8859-7";
    case 138:
        return "ISO-8859-8";
    case 148:
        return "ISO-8859-9";
    case 203:
        return "ISO-8859-15";
    case 166:
        return "TIS-620";
    case kKatakana:
        return "SHIFT_JIS";
    case kKanji:
    case kSupplementaryKanji:
        return "EUC-JP";
    case kKorean:
        return "EUC-KR";
    case kChinese:
        return "EUC-CN";
    case kGb18030:
    case kGbk:
        return "GB18030";
    case kUtf8:
        return "UTF-8";
    default:
        return "ISO-8859-1";
    }
}

/// Bytes in the encoding of a registration to UTF-8.
std::string convert(std::string_view bytes, int registration)
{
    iconv_t converter = ::iconv_open("UTF-8", encodingName(registration));
    if (reinterpret_cast<std::intptr_t>(converter) == -1) {
        return std::string(bytes.size(), '?');
    }
    std::string source(bytes);
    char* input = source.data();
    std::size_t left = source.size();
    std::string result;
    while (left > 0) {
        std::array<char, 1024> chunk = {};
        char* output = chunk.data();
        std::size_t room = chunk.size();
        const std::size_t status = ::iconv(converter, &input, &left, &output, &room);
        result.append(chunk.data(), chunk.size() - room);
        if (status == static_cast<std::size_t>(-1) && errno != E2BIG) {
            result += kReplacement;
            ++input;
            --left;
            ::iconv(converter, nullptr, nullptr, nullptr, nullptr);
        }
    }
    ::iconv_close(converter);
    return result;
}

bool isAscii(std::string_view bytes)
{
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isValidUtf8(std::string_view bytes)
{
    return convert(bytes, kUtf8).find(kReplacement) == std::string::npos;
}

struct Escape {
    std::string_view sequence; ///< after ESC
    int registration = kAscii;
    bool isHigh = false; ///< G1: for bytes above 127
};

/// PS3.3 tables C.12-3 and C.12-4.
constexpr std::array kEscapes = {
    Escape{"(B"sv, kAscii, false},
    Escape{"(J"sv, kAscii, false},
    Escape{")I"sv, kKatakana, true},
    Escape{"-A"sv, 100, true},
    Escape{"-B"sv, 101, true},
    Escape{"-C"sv, 109, true},
    Escape{"-D"sv, 110, true},
    Escape{"-L"sv, 144, true},
    Escape{"-G"sv, 127, true},
    Escape{"-F"sv, 126, true},
    Escape{"-H"sv, 138, true},
    Escape{"-M"sv, 148, true},
    Escape{"-b"sv, 203, true},
    Escape{"-T"sv, 166, true},
    Escape{"$B"sv, kKanji, false},
    Escape{"$(B"sv, kKanji, false},
    Escape{"$(D"sv, kSupplementaryKanji, false},
    Escape{"$)C"sv, kKorean, true},
    Escape{"$)A"sv, kChinese, true},
};

/// Text with switches between character sets (ISO 2022), as PS3.5 6.1.2.5 restricts them.
class SwitchingDecoder
{
public:
    explicit SwitchingDecoder(int initialHigh)
        : m_initialHigh(initialHigh)
        , m_high(initialHigh)
    {
    }

    std::string decode(std::string_view bytes)
    {
        std::size_t at = 0;
        while (at < bytes.size()) {
            const char c = bytes[at];
            if (c == '\x1b') {
                at += escape(bytes.substr(at + 1)) + 1;
            } else if (isPair(c) && at + 1 < bytes.size()) {
                addPair(c, bytes[at + 1]);
                at += 2;
            } else {
                addByte(c);
                ++at;
            }
        }
        flush();
        return std::move(m_result);
    }

private:
    /// Length of the escape sequence, 0 for an unknown one.
    std::size_t escape(std::string_view rest)
    {
        for (const Escape& known : kEscapes) {
            if (rest.substr(0, known.sequence.size()) == known.sequence) {
                (known.isHigh ? m_high : m_low) = known.registration;
                return known.sequence.size();
            }
        }
        return 0;
    }

    [[nodiscard]] bool isPair(char c) const
    {
        return m_low != kAscii && static_cast<unsigned char>(c) > 0x20 &&
               static_cast<unsigned char>(c) < 0x7f;
    }

    void addPair(char first, char second)
    {
        select(m_low);
        if (m_low == kSupplementaryKanji) {
            m_run += '\x8f'; // EUC-JP code set 3
        }
        m_run += static_cast<char>(static_cast<unsigned char>(first) | 0x80U);
        m_run += static_cast<char>(static_cast<unsigned char>(second) | 0x80U);
    }

    void addByte(char c)
    {
        const bool isDelimiter = "^=\\\r\n\f\t"sv.find(c) != std::string_view::npos;
        if (isDelimiter) { // PS3.5 6.1.2.5.3
            m_low = kAscii;
            m_high = m_initialHigh;
        }
        select(static_cast<unsigned char>(c) < 0x80 ? kAscii : m_high);
        m_run += c;
    }

    void select(int registration)
    {
        if (registration != m_runRegistration) {
            flush();
            m_runRegistration = registration;
        }
    }

    void flush()
    {
        m_result += m_runRegistration == kAscii ? m_run : convert(m_run, m_runRegistration);
        m_run.clear();
    }

    int m_initialHigh;
    int m_low = kAscii;
    int m_high;
    int m_runRegistration = kAscii;
    std::string m_run;
    std::string m_result;
};

/// "ISO_IR 100", "ISO 2022 IR 100" and common misspellings give the number at the end.
std::optional<int> registrationOf(std::string_view term)
{
    term = trimmed(term);
    if (term.find("18030") != std::string_view::npos) {
        return kGb18030;
    }
    if (term.find("GBK") != std::string_view::npos) {
        return kGbk;
    }
    if (term.find("UTF") != std::string_view::npos || term.find("utf") != std::string_view::npos) {
        return kUtf8;
    }
    if (term.substr(0, 3) != "ISO") {
        return std::nullopt;
    }
    int number = 0;
    int factor = 1;
    for (std::size_t i = term.size(); i > 0 && factor <= 1000; --i, factor *= 10) {
        const char c = term[i - 1];
        if (c < '0' || c > '9') {
            break;
        }
        number += factor * (c - '0');
    }
    return number == 0 ? std::nullopt : std::optional<int>(number);
}

bool areDigits(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view padding = " \0"sv;
    const std::size_t first = text.find_first_not_of(padding);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(padding) - first + 1);
}

TextDecoder::TextDecoder(std::string_view specificCharacterSet)
{
    while (!specificCharacterSet.empty()) {
        const std::size_t end = specificCharacterSet.find('\\');
        m_registrations.push_back(
            registrationOf(specificCharacterSet.substr(0, end)).value_or(kAscii));
        if (end == std::string_view::npos) {
            break;
        }
        specificCharacterSet.remove_prefix(end + 1);
    }
}

std::string TextDecoder::decode(std::string_view bytes) const
{
    bytes = trimmed(bytes);
    const bool hasEscape = bytes.find('\x1b') != std::string_view::npos;
    if (!hasEscape && isAscii(bytes)) {
        return std::string(bytes);
    }
    const int first = m_registrations.empty() ? kAscii : m_registrations.front();
    if (hasEscape && first != kUtf8 && first != kGb18030 && first != kGbk) {
        return SwitchingDecoder(first).decode(bytes);
    }
    if (first == kAscii) {
        return convert(bytes, isValidUtf8(bytes) ? kUtf8 : 100);
    }
    return convert(bytes, first);
}

std::string readableDate(std::string_view date)
{
    date = trimmed(date);
    if (date.size() == 8 && areDigits(date)) {
        return std::string(date.substr(0, 4)) + "-" + std::string(date.substr(4, 2)) + "-" +
               std::string(date.substr(6, 2));
    }
    std::string text(date);
    if (text.size() == 10 && text[4] == '.' && text[7] == '.') { // ACR-NEMA
        std::replace(text.begin(), text.end(), '.', '-');
    }
    return text;
}

std::string readableTime(std::string_view time)
{
    time = trimmed(time);
    const std::string_view whole = time.substr(0, time.find('.'));
    if (!areDigits(whole) || (whole.size() != 4 && whole.size() != 6)) {
        return std::string(time);
    }
    std::string text = std::string(whole.substr(0, 2)) + ":" + std::string(whole.substr(2, 2));
    if (whole.size() == 6) {
        text += ":" + std::string(whole.substr(4, 2));
    }
    return text;
}

std::string readableAge(std::string_view age)
{
    age = trimmed(age);
    while (age.size() > 2 && age.front() == '0') {
        age.remove_prefix(1);
    }
    return std::string(age);
}

std::string splitWords(std::string_view keyword)
{
    std::string words;
    for (std::size_t i = 0; i < keyword.size(); ++i) {
        const bool startsWord =
            i > 0 && isUpper(keyword[i]) &&
            (isLower(keyword[i - 1]) || (i + 1 < keyword.size() && isLower(keyword[i + 1])));
        if (startsWord) {
            words += ' ';
        }
        words += keyword[i];
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> fixes = {
        {{"X Ray", "X-Ray"}, {"-ray", "-Ray"}}};
    for (const auto& [from, to] : fixes) {
        for (std::size_t at = words.find(from); at != std::string::npos;
             at = words.find(from, at + to.size())) {
            words.replace(at, from.size(), to);
        }
    }
    return words;
}

} // namespace nefes::dicom
