// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/autocast_mode.h>
#include <torch/optim/optimizer.h>
#include <torch/version.h>

#include <memory>
#include <sstream>
#include <string>
#include <type_traits>
#include <variant>

/// What differs between LibTorch 1.13 and 2.x, and nothing else.
namespace nefes::engine::compat {

#if TORCH_VERSION_MAJOR >= 2
using std::get_if; ///< of its variants
#else
using c10::get_if;
#endif

inline void setAutocast(const torch::Device& device, bool enabled)
{
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
    at::autocast::set_autocast_dtype(device.type(), at::kBFloat16);
    at::autocast::set_autocast_enabled(device.type(), enabled);
#else
    if (device.is_cuda()) {
        at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
        at::autocast::set_enabled(enabled);
    } else {
        at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
        at::autocast::set_cpu_enabled(enabled);
    }
#endif
}

/// An allocator of CPU memory. Its interface lost a const and gained a copy with 2.3.
class Allocator : public c10::Allocator
{
public:
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 3)
    c10::DataPtr allocate(size_t bytes) override
    {
        return take(bytes);
    }
    void copy_data(void* target, const void* source, std::size_t bytes) const override
    {
        default_copy_data(target, source, bytes);
    }
#else
    c10::DataPtr allocate(size_t bytes) const override
    {
        return take(bytes);
    }
#endif

private:
    [[nodiscard]] virtual c10::DataPtr take(std::size_t bytes) const = 0;
};

/// The optimiser's entry for a parameter; the key is the address, as text before 2.1.
template <class Map>
std::unique_ptr<torch::optim::OptimizerParamState>& stateOf(Map& states,
                                                            const torch::Tensor& parameter)
{
    using Key = typename Map::key_type;
    auto* address = parameter.unsafeGetTensorImpl();
    if constexpr (std::is_same_v<Key, std::string>) {
        std::ostringstream text;
        text << address;
        return states[text.str()];
    } else {
        return states[address];
    }
}

} // namespace nefes::engine::compat
