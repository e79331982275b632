// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interrupt.h"

#include "app/command_context.h"

#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <memory>
#include <thread>

namespace nefes::app {

std::stop_token stopOnInterrupt()
{
    sigset_t signals = {};
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    auto source = std::make_shared<std::stop_source>();
    std::stop_token token = source->get_token();
    // Detached: it waits for a signal until the process ends.
    std::thread([signals, source] {
        int signal = 0;
        sigwait(&signals, &signal);
        source->request_stop();
        sigwait(&signals, &signal);
        ::_exit(kExitInterrupted);
    }).detach();
    return token;
}

} // namespace nefes::app
