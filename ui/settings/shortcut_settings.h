// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace nefes::ui {

/// Keys that the reader has chosen, by the object name of the action; keys in portable form.
/// Actions that are not named have their keys of the start.
using ShortcutSettings = QMap<QString, QStringList>;

/// The object name of the action that has a key already; nothing when it is free for `action`.
[[nodiscard]] std::optional<QString> actionWithKey(const ShortcutSettings& settings,
                                                   const QString& key, const QString& action);

/// The keys of an action, chosen or those of the start.
[[nodiscard]] QStringList keysOf(const ShortcutSettings& settings, const QString& action);

} // namespace nefes::ui
