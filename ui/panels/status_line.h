// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/geometry.h"

#include <QStatusBar>
#include <QString>

#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace nefes::ui {

/// Position and pixel value under the pointer, background work with a cancel button, and the device
/// of the analysis.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setPointer(const DecodedImage* image, std::optional<PointPx> point);
    /// An empty text: nothing is under way. A total of 0: how much is not known.
    void setWork(const QString& text, std::size_t done, std::size_t total);
    void setDevice(const QString& device);

Q_SIGNALS:
    void cancelClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_pointer;
    QLabel* m_work;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
    QLabel* m_device;
};

/// "x 120  y 88  value 1034 HU" in the current language; positions count from 0.
[[nodiscard]] QString pointerText(const DecodedImage& image, PointPx point);

} // namespace nefes::ui
