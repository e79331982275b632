// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/environment.h"

#include <cstdlib>

namespace nefes::app {

bool isSet(const char* variable)
{
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

bool hasDisplay()
{
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
}

} // namespace nefes::app
