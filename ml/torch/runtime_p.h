// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/backend.h"

#include <torch/types.h>

#include <atomic>

namespace nefes::engine {

/// Process-wide state of LibTorch, set in this place alone. Any thread.
class Runtime
{
public:
    Runtime();

    [[nodiscard]] ml::BackendInfo info() const;
    /// 0: all cores.
    void setThreads(int threads) { m_threads = resolve(threads); }
    /// What `threads` means here: itself, or the number of cores for 0.
    [[nodiscard]] static int resolve(int threads);

    /// OpenMP's thread count belongs to the calling thread, so every entry applies it first.
    void applyThreads() const { applyThreads(m_threads); }
    static void applyThreads(int threads);

    /// DeviceUnavailable when CUDA is asked for and absent.
    [[nodiscard]] static Result<torch::Device> device(ml::DeviceChoice choice);

private:
    std::atomic<int> m_threads;
};

/// "cpu" or "cuda".
[[nodiscard]] std::string deviceName(const torch::Device& device);

} // namespace nefes::engine
