// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/backend.h"

#include "core/base/files.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <mutex>
#include <system_error>
#include <utility>

namespace nefes::ml {
namespace {

constexpr std::array<std::pair<std::string_view, HeatmapMethod>, 4> kHeatmapMethods{{
    {"gradcam", HeatmapMethod::GradCam},
    {"gradcam++", HeatmapMethod::GradCamPlusPlus},
    {"hirescam", HeatmapMethod::HiResCam},
    {"layercam", HeatmapMethod::LayerCam},
}};

constexpr const char* kModuleName = "libnefes_torch.so";
constexpr const char* kEntryPoint = "nefes_create_backend";

namespace fs = std::filesystem;

/// Where the module may be, best first.
std::vector<fs::path> moduleCandidates()
{
    if (const char* named = std::getenv("NEFES_TORCH_MODULE"); named != nullptr && *named != 0) {
        return {pathFromUtf8(named)};
    }
    std::vector<fs::path> candidates;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        const fs::path folder = program.parent_path();
        candidates.push_back(folder / kModuleName);
        candidates.push_back(folder.parent_path() / "lib" / kModuleName);
        candidates.push_back(folder.parent_path() / "lib" / "nefes" / kModuleName);
    }
    candidates.push_back(fs::path(NEFES_MODULE_FOLDER) / kModuleName);
    return candidates;
}

/// LibTorch's libraries look for their symbols among themselves first and not among those of the
/// window: a tenth of a second less. The sanitizers' runtimes do not allow it.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kLoadFlags = RTLD_NOW | RTLD_LOCAL;
#else
constexpr int kLoadFlags = RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND;
#endif

std::atomic<std::shared_ptr<Backend>> loaded;
std::mutex loading; ///< one at a time

Result<std::shared_ptr<Backend>> loadFrom(const fs::path& file)
{
    // Never closed again: LibTorch does not survive that.
    void* module = ::dlopen(file.c_str(), kLoadFlags);
    if (module == nullptr) {
        const char* reason = ::dlerror();
        return fail(ErrorCode::ModuleIncompatible, reason == nullptr ? "cannot be loaded" : reason);
    }
    using Entry = Backend* (*)(int);
    const auto entry = reinterpret_cast<Entry>(::dlsym(module, kEntryPoint));
    if (entry == nullptr) {
        return fail(ErrorCode::ModuleIncompatible,
                    fmt::format("{} has no entry {}", toUtf8(file), kEntryPoint));
    }
    std::shared_ptr<Backend> backend(entry(kBackendInterface));
    if (backend == nullptr) {
        return fail(ErrorCode::ModuleIncompatible,
                    fmt::format("{} was built for another version of the program", toUtf8(file)));
    }
    return backend;
}

Result<std::shared_ptr<Backend>> findBackend()
{
    std::string looked;
    for (const fs::path& candidate : moduleCandidates()) {
        std::error_code error;
        if (fs::exists(candidate, error)) {
            return loadFrom(candidate);
        }
        looked += fmt::format("{}{}", looked.empty() ? "" : ", ", toUtf8(candidate));
    }
    return fail(ErrorCode::ModuleMissing, fmt::format("none of {} exists", looked));
}

} // namespace

Result<std::shared_ptr<Backend>> loadBackend()
{
    const std::scoped_lock lock(loading);
    if (auto backend = loaded.load()) {
        return backend;
    }
    // What failed may have been mended since, by installing the module.
    NEFES_TRY(auto backend, findBackend());
    loaded.store(backend);
    return backend;
}

std::shared_ptr<Backend> loadedBackend()
{
    return loaded.load();
}

std::optional<DeviceChoice> deviceChoiceFromName(std::string_view name)
{
    if (name == "auto") {
        return DeviceChoice::Auto;
    }
    if (name == "cpu") {
        return DeviceChoice::Cpu;
    }
    if (name == "cuda") {
        return DeviceChoice::Cuda;
    }
    return std::nullopt;
}

std::string_view heatmapMethodId(HeatmapMethod method)
{
    for (const auto& [id, candidate] : kHeatmapMethods) {
        if (candidate == method) {
            return id;
        }
    }
    return "gradcam";
}

std::optional<HeatmapMethod> heatmapMethodFromId(std::string_view id)
{
    for (const auto& [candidate, method] : kHeatmapMethods) {
        if (candidate == id) {
            return method;
        }
    }
    return std::nullopt;
}

} // namespace nefes::ml
