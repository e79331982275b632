// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace nefes::ui {

/// The wheel scrolls what a field stands in and sets no field that it passes: spin boxes and
/// sliders listen to it only once they have the keyboard, combo boxes never. Put on the
/// application.
class WheelGuard final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace nefes::ui
