// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/machine.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>
#include <system_error>
#include <thread>

namespace nefes {
namespace {

namespace fs = std::filesystem;

/// The text behind "name   : " in the first line that has the name.
std::string valueOf(const fs::path& file, std::string_view name)
{
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t colon = line.find(':');
        if (line.starts_with(name) && colon != std::string::npos) {
            const std::size_t begin = line.find_first_not_of(" \t", colon + 1);
            return begin == std::string::npos ? std::string() : line.substr(begin);
        }
    }
    return {};
}

} // namespace

Machine describeMachine()
{
    Machine machine;
    machine.processor = valueOf("/proc/cpuinfo", "model name");
    std::istringstream flags(valueOf("/proc/cpuinfo", "flags"));
    static constexpr std::array<std::string_view, 8> kWanted{
        "avx", "avx2", "avx_vnni", "avx512f", "avx512_vnni", "amx_tile", "avx512_bf16", "amx_bf16"};
    for (std::string flag; flags >> flag;) {
        if (std::ranges::find(kWanted, flag) != kWanted.end()) {
            machine.features.push_back(flag);
        }
    }
    machine.threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long pageBytes = ::sysconf(_SC_PAGESIZE);
    if (pages > 0 && pageBytes > 0) {
        machine.memoryBytes =
            static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(pageBytes);
    }
    std::error_code error;
    for (const fs::directory_entry& card :
         fs::directory_iterator("/proc/driver/nvidia/gpus", error)) {
        if (std::string model = valueOf(card.path() / "information", "Model"); !model.empty()) {
            machine.graphicsCards.push_back(std::move(model));
        }
    }
    return machine;
}

} // namespace nefes
