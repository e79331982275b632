// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

namespace nefes::ui {

/// The keys as they are printed on a keyboard of the language of the window.
[[nodiscard]] QString keyText(const QKeySequence& keys);

} // namespace nefes::ui
