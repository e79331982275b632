// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/curve_data.h"
#include "ui/plots/plot_widget.h"

#include <QString>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QLineSeries;

namespace nefes::ui {

/// How a curve looks. Those that differ in colour differ in dashes or dots as well.
struct CurveStyle {
    int color = 0;        ///< as in plotColor()
    bool isFaint = false; ///< noise behind the others: not in the legend, not in the range of y
    bool isDashed = false;
    bool hasPoints = false;
};

/// Curves over one x.
class LinePlot final : public PlotWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kMaxShown = 2000; ///< points of a curve

    explicit LinePlot(QWidget* parent = nullptr);
    ~LinePlot() override;

    /// The number of the new curve.
    int addCurve(const CurveStyle& style);
    void setCurveName(int curve, const QString& name);
    void setCurveVisible(int curve, bool isVisible);
    void append(int curve, QPointF point);
    void setData(int curve, CurveData data);
    [[nodiscard]] const CurveData& data(int curve) const;
    /// Points of a curve that stand in the picture.
    [[nodiscard]] int shownPoints(int curve) const;
    void clearData();
    void removeCurves();

    /// Fixed ends of an axis; the data decide where there are none.
    void setYRange(std::optional<double> low, std::optional<double> high);
    void setXRange(std::optional<double> low, std::optional<double> high);
    /// x is given as its decimal logarithm; the axis, the values under the pointer and tables tell
    /// x itself.
    void setLogarithmicX(bool isLogarithmic);
    /// Decimals of the values under the pointer.
    void setDecimals(int x, int y);
    /// A vertical line with words: the best epoch.
    void setMark(std::optional<double> x, const QString& text);
    /// A ring on the curve: the operating point.
    void setRing(std::optional<QPointF> point);
    /// A dotted line from (0, 0) to (1, 1): chance, or perfect calibration.
    void setDiagonal(bool isShown);

Q_SIGNALS:
    /// A click into the plot.
    void clickedAt(const QPointF& value);

protected:
    [[nodiscard]] Extent wholeX() const override;
    void refresh() override;
    void applyColors() override;
    [[nodiscard]] QString readout(QPointF value, QPointF place) override;
    void pressed(QPointF value, QPointF place) override;
    void paintMarks(QPainter& painter) override;
    [[nodiscard]] QByteArray csv() const override;

private:
    struct Curve;
    void updateLegend();
    void paintPowers(QPainter& painter) const;
    [[nodiscard]] Extent yExtent() const;
    [[nodiscard]] QString xText(double x) const;

    std::vector<std::unique_ptr<Curve>> m_curves;
    std::optional<double> m_yLow, m_yHigh, m_xLow, m_xHigh;
    int m_xDecimals = 0, m_yDecimals = 3;
    std::optional<double> m_mark, m_hair;
    QString m_markText;
    std::optional<QPointF> m_ring;
    bool m_hasDiagonal = false, m_isLogarithmicX = false;
};

} // namespace nefes::ui
