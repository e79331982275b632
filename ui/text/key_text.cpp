// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/key_text.h"

namespace nefes::ui {

QString keyText(const QKeySequence& keys)
{
    // Qt's Turkish calls the key "Çıkış" (exit); every keyboard says Esc.
    return keys == QKeySequence(Qt::Key_Escape) ? QStringLiteral("Esc")
                                                : keys.toString(QKeySequence::NativeText);
}

} // namespace nefes::ui
