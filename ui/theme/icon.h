// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace nefes::ui {

/// The icon resources/icons/<name>.svg in the colours of the application's palette at the time of
/// painting: text; accent when checked; muted when disabled. An empty name gives a null icon.
[[nodiscard]] QIcon themedIcon(const QString& name);

} // namespace nefes::ui
