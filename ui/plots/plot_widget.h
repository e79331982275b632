// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <utility>

class QChart;
class QLabel;
class QMenu;
class QPainter;
class QToolButton;
class QValueAxis;

namespace nefes::ui {

enum class PlotFormat { Png, Svg, Csv };

/// Title, legend, values under the pointer, axes and zoom of a plot. Data may come in at any rate:
/// the picture is brought up to date at most 20 times a second and only while it can be seen. Drag
/// across or turn the wheel to zoom, double-click to see everything; keys + − 0 and the arrows do
/// the same. UI thread.
class PlotWidget : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kRefreshMs = 50;

    ~PlotWidget() override;
    /// Translated texts of the owner; the title is also the accessible name.
    void setTexts(const QString& title, const QString& xTitle, const QString& yTitle);
    [[nodiscard]] const QString& title() const { return m_title; }
    /// What the plot shows, told over its title.
    void setExplanation(const QString& text);
    /// The picture with its title and legend, or all data with a point in every number. Fails as
    /// encodedPicture() does.
    [[nodiscard]] Result<QByteArray> rendered(PlotFormat format);
    /// How often the picture was brought up to date.
    [[nodiscard]] int refreshCount() const { return m_refreshCount; }
    /// The range of x that is shown; the whole of it after resetZoom().
    [[nodiscard]] std::pair<double, double> shownX() const;
    void zoomTo(double low, double high);
    void resetZoom();

Q_SIGNALS:
    /// The reader wants the plot as a file; the owner asks where to.
    void exportChosen(nefes::ui::PlotFormat format);

protected:
    explicit PlotWidget(QWidget* parent);

    /// An entry of the legend.
    struct LegendEntry {
        QString name, sign; ///< sign: "▬", "●"
        QColor color;
    };
    struct Extent {
        double low = 0.0, high = 1.0;
    };
    void scheduleRefresh();
    void setLegend(const std::vector<LegendEntry>& entries);
    [[nodiscard]] QChart& chart() const { return *m_chart; }
    [[nodiscard]] QValueAxis& xAxis() const { return *m_x; }
    [[nodiscard]] QValueAxis& yAxis() const { return *m_y; }
    /// Position inside the chart of a value.
    [[nodiscard]] QPointF place(QPointF value) const;
    [[nodiscard]] QPointF valueAt(QPointF place) const;
    [[nodiscard]] QRectF plotArea() const;
    void setExtent(QValueAxis& axis, Extent extent, int ticks) const;

    /// The range of x that the data cover.
    [[nodiscard]] virtual Extent wholeX() const = 0;
    /// Brings the curves up to date for shownX() and sets the range of y.
    virtual void refresh() = 0;
    /// Colours have changed.
    virtual void applyColors() = 0;
    /// What stands at the pointer; empty: nothing. May move the hair line.
    [[nodiscard]] virtual QString readout(QPointF value, QPointF place) = 0;
    virtual void pressed(QPointF value, QPointF place);
    /// Below and above the curves, in the coordinates of the chart.
    virtual void paintMarks(QPainter& painter);
    [[nodiscard]] virtual QByteArray csv() const = 0;

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    class View;
    class Marks;
    void buildHeader();
    void bringUpToDate();
    void applyTheme();
    void retranslate();
    void pointerAt(std::optional<QPointF> place);
    void zoomBy(double factor, double centre);
    void moveBy(double share);

    QString m_title;
    QLabel* m_heading;
    QLabel* m_legend;
    QLabel* m_readout;
    QToolButton* m_wholeButton;
    QToolButton* m_exportButton;
    QMenu* m_exportMenu;
    QChart* m_chart;
    View* m_view;
    Marks* m_marks;
    QValueAxis* m_x;
    QValueAxis* m_y;
    QTimer m_timer;
    std::optional<Extent> m_zoom;
    int m_refreshCount = 0;
    bool m_isStale = true;
};

} // namespace nefes::ui
