// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/viewport_grid.h"

#include <QString>
#include <QWidget>

class QFrame;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace nefes::ui {

class Canvas;
class CineBar;
class FailureBar;
class Notice;

/// The middle of the window: the viewports, or what to do when nothing is open, below the list of
/// files that failed and the warning that different patients are shown.
class ViewerArea final : public QWidget
{
    Q_OBJECT

public:
    /// Without a sample there is no button for it.
    explicit ViewerArea(bool hasSample, QWidget* parent = nullptr);

    void showEmpty();
    void showGrid();
    /// Hides the bar below the images as well.
    void setImagesOnly(bool imagesOnly);
    /// An empty text hides it.
    void setPatientWarning(const QString& text);
    [[nodiscard]] ViewportGrid& grid() { return *m_grid; }
    /// Of the selected viewport.
    [[nodiscard]] Canvas& canvas() { return m_grid->cell(m_grid->selected()).canvas(); }
    /// Above everything else; the area owns it.
    void addBar(QWidget* bar);
    [[nodiscard]] CineBar& cineBar() { return *m_cineBar; }
    [[nodiscard]] FailureBar& failureBar() { return *m_failureBar; }

Q_SIGNALS:
    void openClicked();
    void sampleClicked();
    void trainClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    bool m_hasSample;
    QVBoxLayout* m_layout = nullptr;
    FailureBar* m_failureBar;
    QFrame* m_patientWarning;
    QLabel* m_patientIcon;
    QLabel* m_patientText;
    QStackedWidget* m_stack;
    Notice* m_empty;
    ViewportGrid* m_grid;
    QWidget* m_below; ///< holds the bar: its own visibility follows the images
    CineBar* m_cineBar;
};

} // namespace nefes::ui
