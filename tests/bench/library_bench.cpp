// SPDX-License-Identifier: GPL-3.0-or-later
// library_bench FOLDER [STUDIES]: makes a library of so many studies (100,000) in FOLDER unless it
// is there, then prints how long opening, listing, searching and reading a page take: on the clock,
// and of the processor.
#include "core/study/library.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

namespace {

using namespace nefes;
using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Of this process: what other programs take away does not count.
double processorMilliseconds()
{
    return 1000.0 * static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

FileSummary madeUp(int number)
{
    constexpr std::array kFamily{"Yılmaz", "Kaya", "Demir", "Şahin", "Çelik", "Öztürk", "Işık"};
    constexpr std::array kGiven{"Ayşe", "Mehmet", "İrem", "Can", "Zeynep", "Ömer"};
    const auto at = [number](const auto& words, int step) {
        return std::string(words[static_cast<std::size_t>(number / step) % words.size()]);
    };
    FileSummary file;
    file.path = fmt::format("/nowhere/{}.dcm", number);
    file.format = "dicom";
    file.text.patientName = fmt::format("{}^{}{}", at(kFamily, 1), at(kGiven, 7), number / 3);
    file.text.patientId = fmt::format("P{:06}", number / 3);
    file.text.studyUid = fmt::format("2.25.{}", number);
    file.text.seriesUid = file.text.studyUid + ".1";
    file.text.sopInstanceUid = file.text.seriesUid + ".1";
    file.text.studyDate =
        fmt::format("20{:02}-{:02}-{:02}", number % 27, number % 12 + 1, number % 28 + 1);
    file.text.studyDescription = "Akciğer grafisi";
    file.text.accessionNumber = std::to_string(1'000'000 + number);
    file.text.modality = number % 5 == 0 ? "CT" : "DX";
    file.text.viewPosition = number % 2 == 0 ? "PA" : "LL";
    return file;
}

void measure(const char* name, study::Library& library, const study::LibraryQuery& query)
{
    std::vector<double> times;
    std::vector<double> processor;
    std::size_t count = 0;
    for (int round = 0; round < 11; ++round) {
        const auto start = Clock::now();
        const double processorStart = processorMilliseconds();
        const std::vector<study::StudyId> ids = library.find(query);
        const auto page =
            library.read(std::span(ids).first(std::min<std::size_t>(ids.size(), 128)));
        times.push_back(millisecondsSince(start));
        processor.push_back(processorMilliseconds() - processorStart);
        count = page ? ids.size() : 0;
    }
    const double first = times.front();
    std::ranges::sort(times);
    std::ranges::sort(processor);
    fmt::print(
        "{:<26} {:>7} studies  first {:6.1f}  median {:6.1f}  worst {:6.1f}  processor {:6.1f} "
        "ms\n",
        name, count, first, times[times.size() / 2], times.back(), processor[processor.size() / 2]);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        fmt::print(stderr, "library_bench FOLDER [STUDIES]\n");
        return 2;
    }
    const int wanted = argc > 2 ? std::atoi(argv[2]) : 100'000;
    auto start = Clock::now();
    const auto library = study::Library::open(argv[1], {});
    if (!library) {
        fmt::print(stderr, "{}\n", library.error().detail);
        return 1;
    }
    fmt::print("open with its check: {:.0f} ms\n", millisecondsSince(start));
    if ((*library)->find({}).empty()) {
        std::vector<FileSummary> files;
        for (int number = 0; number < wanted; ++number) {
            files.push_back(madeUp(number));
        }
        // In parts: grouping files compares each with all patients before it.
        constexpr std::size_t kPart = 2000;
        start = Clock::now();
        for (std::size_t at = 0; at < files.size(); at += kPart) {
            const auto end = std::min(at + kPart, files.size());
            const auto added = (*library)->add({files.begin() + static_cast<std::ptrdiff_t>(at),
                                                files.begin() + static_cast<std::ptrdiff_t>(end)},
                                               study::StorageMode::Link, {}, {});
            if (!added) {
                fmt::print(stderr, "{}\n", added.error().detail);
                return 1;
            }
        }
        for (int number = 0; number < wanted; number += 7) {
            static_cast<void>((*library)->setScore(
                fmt::format("2.25.{}.1.1", number),
                {.label = "covid", .probability = (number % 997) / 997.0, .model = "m"}));
        }
        fmt::print("made in {:.1f} s\n", millisecondsSince(start) / 1000.0);
    }
    using study::LibraryColumn;
    measure("all, newest first", **library, {});
    measure("all, by patient", **library, {.text = {}, .column = LibraryColumn::Patient});
    measure("all, by score", **library, {.text = {}, .column = LibraryColumn::Score});
    measure("all, unread first", **library,
            {.text = {}, .column = LibraryColumn::Read, .isDescending = false});
    measure("search: i", **library, {.text = "i"});
    measure("search: isik irem", **library, {.text = "ışık İREM"});
    measure("search: an id", **library, {.text = "P033333"});
    measure("search: nobody, by score", **library,
            {.text = "nobody here", .column = LibraryColumn::Score});
    return 0;
}
