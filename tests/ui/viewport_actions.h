// SPDX-License-Identifier: GPL-3.0-or-later
// What tests of several viewports open, click and look at.
#pragma once

#include "tests/ui/window_fixture.h"
#include "ui/bridge/series_mime.h"

#include <QDropEvent>
#include <QMimeData>
#include <QWheelEvent>

#include <memory>
#include <string>

namespace nefes::test {

/// A frontal radiograph of 2026; the other studies and patients differ in what is said here.
inline SyntheticFile radiograph(const std::string& name, const std::string& study,
                                const std::string& series, const std::string& date = "2026-03-11")
{
    SyntheticFile file;
    file.name = name;
    file.studyUid = study;
    file.seriesUid = series;
    file.studyDate = date;
    return file;
}

inline std::filesystem::path written(WindowFixture& fixture, const SyntheticFile& file)
{
    return writeSynthetic(fixture.folder(), file);
}

inline ui::Canvas& canvasAt(WindowFixture& fixture, int number)
{
    const std::string name = number == 1 ? "canvas" : "canvas" + std::to_string(number);
    return *fixture.child<ui::Canvas>(name.c_str());
}

/// Series UID, so which image a viewport shows; empty for none.
inline std::string shownIn(WindowFixture& fixture, int number)
{
    const ImagePtr& image = canvasAt(fixture, number).image();
    return image ? image->data().text.seriesUid : std::string();
}

/// Whether the viewport takes the series.
inline bool dropInto(WindowFixture& fixture, const char* viewport,
                     const std::filesystem::path& file)
{
    auto* cell = fixture.child<QWidget>(viewport);
    const std::unique_ptr<QMimeData> dragged(ui::makeSeriesMime(file));
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, dragged.get(), Qt::LeftButton,
                          Qt::NoModifier);
    QCoreApplication::sendEvent(cell, &enter);
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, dragged.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(cell, &drop);
    return enter.isAccepted() && fixture.waitUntilIdle();
}

inline void wheel(QWidget& widget, int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    const QPointF position = QRectF(widget.rect()).center();
    QWheelEvent event(position, widget.mapToGlobal(position), {}, QPoint(0, 120 * notches),
                      Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

inline void dragBy(QWidget& widget, QPoint by)
{
    const QPoint from = widget.rect().center();
    QTest::mousePress(&widget, Qt::LeftButton, Qt::NoModifier, from);
    for (const int part : {1, 2}) {
        const QPointF position = QPointF(from) + QPointF(by) * part / 2;
        QMouseEvent move(QEvent::MouseMove, position, widget.mapToGlobal(position), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, Qt::LeftButton, Qt::NoModifier, from + by);
}

} // namespace nefes::test
