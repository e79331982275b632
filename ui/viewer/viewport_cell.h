// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QFrame>
#include <QString>

#include <filesystem>
#include <optional>

class QLabel;
class QStackedWidget;

namespace nefes::ui {

class Canvas;
class Notice;

/// Which of the compared studies a cell shows.
struct StudyMark {
    int color = 0; ///< of kStudyColorCount
    QString text;
    friend bool operator==(const StudyMark&, const StudyMark&) = default;
};

/// Studies after these begin with the first colour again.
constexpr int kStudyColorCount = 3;

/// One place of the grid: an image, what is wrong with it, or the words that say how to fill it,
/// inside a frame that shows the selection and below a strip that names the study.
class ViewportCell final : public QFrame
{
    Q_OBJECT

public:
    /// `number` counts from 1.
    explicit ViewportCell(int number, QWidget* parent = nullptr);

    [[nodiscard]] Canvas& canvas() { return *m_canvas; }
    void showEmpty();
    void showImage();
    void showFailure(const std::filesystem::path& file, const Error& error);
    [[nodiscard]] bool isEmpty() const;

    /// A single cell needs no frame.
    void setFramed(bool framed);
    void setSelected(bool selected);
    void setStudyMark(const std::optional<StudyMark>& mark);
    [[nodiscard]] const std::optional<StudyMark>& studyMark() const { return m_mark; }

Q_SIGNALS:
    /// The mouse or the keyboard has come here.
    void activated();
    void maximiseRequested();
    /// A series was dropped, told by its first file.
    void seriesDropped(const std::filesystem::path& firstFile);

protected:
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    /// Hears when the image gets the focus.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Failure {
        std::filesystem::path file;
        Error error;
    };
    void retranslate();
    void restyle();

    int m_number;
    bool m_isFramed = false;
    bool m_isSelected = false;
    std::optional<StudyMark> m_mark;
    std::optional<Failure> m_failure;
    QFrame* m_strip; ///< a block in the colour of the study and its name
    QFrame* m_stripColor;
    QLabel* m_stripText;
    QFrame* m_body; ///< carries the colour of the study
    QStackedWidget* m_stack;
    QLabel* m_empty;
    Notice* m_failed;
    Canvas* m_canvas;
};

} // namespace nefes::ui
