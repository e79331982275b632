// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QWidget>

#include <filesystem>
#include <optional>

class QStackedWidget;

namespace nefes::ui {

class Canvas;
class FailureBar;
class Notice;

/// The middle of the window: the image, or what to do when there is none, below the list of files
/// that failed.
class ViewerArea final : public QWidget
{
    Q_OBJECT

public:
    /// Without a sample there is no button for it.
    explicit ViewerArea(bool hasSample, QWidget* parent = nullptr);

    void showEmpty();
    void showImage();
    void showFailure(const std::filesystem::path& file, const Error& error);
    [[nodiscard]] Canvas& canvas() { return *m_canvas; }
    [[nodiscard]] FailureBar& failureBar() { return *m_failureBar; }

Q_SIGNALS:
    void openClicked();
    void sampleClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Failure {
        std::filesystem::path file;
        Error error;
    };
    void retranslate();

    bool m_hasSample;
    std::optional<Failure> m_failure;
    FailureBar* m_failureBar;
    QStackedWidget* m_stack;
    Notice* m_empty;
    Notice* m_failed;
    Canvas* m_canvas;
};

} // namespace nefes::ui
