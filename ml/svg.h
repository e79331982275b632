// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nefes::ml {

/// Text as it may stand in SVG and HTML.
[[nodiscard]] std::string escaped(std::string_view text);

/// A line of a plot; NaN points are left out.
struct PlotSeries {
    std::string name;
    std::vector<std::pair<double, double>> points;
};

/// Axes of a plot; both ranges are given, so that plots of different models can be compared.
struct PlotFrame {
    std::string title, xLabel, yLabel;
    double xLow = 0.0, xHigh = 1.0, yLow = 0.0, yHigh = 1.0;
    bool hasDiagonal = false; ///< a dashed line from corner to corner
};

/// A self-contained <svg> element: axes with five marks each, one colour a series, a legend.
[[nodiscard]] std::string linePlot(const PlotFrame& frame, const std::vector<PlotSeries>& series);

/// The same with dots; ranges are taken from the points.
[[nodiscard]] std::string scatterPlot(const std::string& title,
                                      const std::vector<PlotSeries>& series);

/// Colour of the n-th series: tells apart for common forms of colour blindness (Okabe and Ito).
[[nodiscard]] std::string_view seriesColor(std::size_t index);

} // namespace nefes::ml
