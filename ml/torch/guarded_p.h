// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <c10/util/Exception.h>

#include <exception>
#include <new>
#include <string>
#include <type_traits>

namespace nefes::engine {

/// First line of a LibTorch message: the rest is a stack trace.
[[nodiscard]] inline std::string firstLine(const std::string& message)
{
    return message.substr(0, message.find('\n'));
}

[[nodiscard]] inline bool tellsOutOfMemory(const std::string& message)
{
    return message.find("not enough memory") != std::string::npos ||
           message.find("can't allocate memory") != std::string::npos ||
           message.find("out of memory") != std::string::npos;
}

/// Runs a function that returns a Result and turns every exception into an error: nothing of
/// LibTorch's crosses the module.
template <class Function>
[[nodiscard]] std::invoke_result_t<Function> guarded(Function&& function) noexcept
{
    try {
        return function();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "not enough memory");
    } catch (const c10::Error& error) {
        const std::string message = firstLine(error.what_without_backtrace());
        return fail(tellsOutOfMemory(message) ? ErrorCode::OutOfMemory : ErrorCode::Internal,
                    message);
    } catch (const std::exception& error) {
        const std::string message = firstLine(error.what());
        return fail(tellsOutOfMemory(message) ? ErrorCode::OutOfMemory : ErrorCode::Internal,
                    message);
    } catch (...) {
        return fail(ErrorCode::Internal, "unknown exception in LibTorch");
    }
}

} // namespace nefes::engine
