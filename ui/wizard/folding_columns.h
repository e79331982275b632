// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace nefes::ui {

/// Two parts beside each other where there is room for both, else one below the other. UI thread.
class FoldingColumns final : public QWidget
{
    Q_OBJECT

public:
    /// Beside each other the first part is `firstWidth` pixels wide, more only where it needs more,
    /// and the second has room for `letters` average letters at least.
    FoldingColumns(QWidget* first, int firstWidth, QWidget* second, int letters,
                   QWidget* parent = nullptr);

    [[nodiscard]] bool isFolded() const;
    /// The wider of the two: folded, no more is needed.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void fold();

    QWidget* m_first;
    int m_firstWidth;
    QWidget* m_second;
    int m_letters;
    QBoxLayout* m_layout;
};

/// Scrolls up and down alone: it is as wide as its contents need, so that nobody has to scroll
/// sideways to read a line. UI thread.
class ColumnScroll final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ColumnScroll(QWidget* contents, QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
};

/// A layout for the contents of `host`, which then scroll up and down where the window is low.
[[nodiscard]] QVBoxLayout* scrolledLayout(QWidget& host);

} // namespace nefes::ui
