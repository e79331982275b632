// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shortcut_settings.h"

#include "ui/actions/action_registry.h"

namespace nefes::ui {

namespace {

QStringList startKeys(const ActionEntry& entry)
{
    return QString::fromLatin1(entry.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

QStringList keysOf(const ShortcutSettings& settings, const QString& action)
{
    if (settings.contains(action)) {
        return settings.value(action);
    }
    for (const ActionEntry& entry : ActionRegistry::entries()) {
        if (action == QLatin1String(entry.objectName)) {
            return startKeys(entry);
        }
    }
    return {};
}

std::optional<QString> actionWithKey(const ShortcutSettings& settings, const QString& key,
                                     const QString& action)
{
    const auto wanted = QKeySequence::fromString(key, QKeySequence::PortableText);
    for (const ActionEntry& entry : ActionRegistry::entries()) {
        QString other = QLatin1String(entry.objectName);
        if (other == action) {
            continue;
        }
        for (const QString& taken : keysOf(settings, other)) {
            if (QKeySequence::fromString(taken, QKeySequence::PortableText) == wanted) {
                return other;
            }
        }
    }
    return std::nullopt;
}

} // namespace nefes::ui
