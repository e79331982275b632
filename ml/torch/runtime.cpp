// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include "ml/torch/runtime_p.h"

#include <fmt/format.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <thread>

namespace nefes::engine {

Runtime::Runtime()
    : m_threads(resolve(0))
{
}

int Runtime::resolve(int threads)
{
    const int cores = static_cast<int>(std::thread::hardware_concurrency());
    return threads > 0 ? threads : std::max(1, cores);
}

void Runtime::applyThreads(int threads)
{
    // Reading first makes LibTorch take its own default for this thread, which would otherwise
    // overwrite ours with the first parallel operation. Setting drops oneDNN's prepared kernels, so
    // it is done only where the number changes.
    if (at::get_num_threads() != threads) {
        at::set_num_threads(threads);
    }
}

Result<torch::Device> Runtime::device(ml::DeviceChoice choice)
{
    const bool hasCuda = torch::cuda::is_available();
    if (choice == ml::DeviceChoice::Cuda && !hasCuda) {
        return fail(ErrorCode::DeviceUnavailable, "no CUDA device, or LibTorch without CUDA");
    }
    const bool useCuda = hasCuda && choice != ml::DeviceChoice::Cpu;
    return useCuda ? torch::Device(torch::kCUDA, 0) : torch::Device(torch::kCPU);
}

ml::BackendInfo Runtime::info() const
{
    ml::BackendInfo info;
    info.libtorchVersion = TORCH_VERSION;
    info.hasCuda = torch::cuda::is_available();
    if (info.hasCuda) {
        info.cudaDevice = fmt::format("{} CUDA device(s)", torch::cuda::device_count());
    }
    info.threads = m_threads;
    return info;
}

std::string deviceName(const torch::Device& device)
{
    return device.is_cuda() ? "cuda" : "cpu";
}

} // namespace nefes::engine
