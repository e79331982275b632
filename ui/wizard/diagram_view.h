// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QWidget>

namespace nefes::ui {

/// An SVG picture as wide as the widget. UI thread.
class DiagramView final : public QWidget
{
    Q_OBJECT

public:
    explicit DiagramView(QWidget* parent = nullptr);
    /// Empty: nothing is shown.
    void setSvg(QByteArray svg);
    [[nodiscard]] const QByteArray& svg() const { return m_svg; }
    /// The picture at `scale` times its own size.
    [[nodiscard]] QImage image(double scale) const;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QByteArray m_svg;
    QSize m_size;
    QImage m_shown; ///< for the size and resolution of now
};

} // namespace nefes::ui
