// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/wheel_guard.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>

namespace nefes::ui {
namespace {

bool isCombo(const QObject* object)
{
    return qobject_cast<const QComboBox*>(object) != nullptr;
}

bool isField(const QObject* object)
{
    if (qobject_cast<const QScrollBar*>(object) != nullptr) {
        return false;
    }
    return isCombo(object) || qobject_cast<const QAbstractSpinBox*>(object) != nullptr ||
           qobject_cast<const QAbstractSlider*>(object) != nullptr;
}

} // namespace

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Wheel && event->type() != QEvent::Polish) {
        return false;
    }
    auto* widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr || !isField(widget)) {
        return false;
    }
    if (event->type() == QEvent::Polish) {
        // Else the wheel would give it the keyboard before it is asked.
        if ((widget->focusPolicy() & Qt::WheelFocus) == Qt::WheelFocus) {
            widget->setFocusPolicy(Qt::StrongFocus);
        }
        return false;
    }
    if (!isCombo(widget) && widget->hasFocus()) {
        return false;
    }
    event->ignore(); // goes on to the parent
    return true;
}

} // namespace nefes::ui
