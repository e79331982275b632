// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace nefes::ml {
namespace {

constexpr double kWidth = 460.0;
constexpr double kHeight = 320.0;
constexpr double kLeft = 58.0;
constexpr double kTop = 30.0;
constexpr double kRight = 440.0;
constexpr double kBottom = 268.0;
constexpr int kMarks = 5;

class Canvas
{
public:
    explicit Canvas(PlotFrame frame)
        : m_frame(std::move(frame))
    {
        m_text = fmt::format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
            "height=\"{1}\" font-family=\"sans-serif\" font-size=\"11\" role=\"img\">"
            "<title>{2}</title><rect width=\"{0}\" height=\"{1}\" fill=\"#fff\"/>",
            kWidth, kHeight, escaped(m_frame.title));
        addText(kWidth / 2.0, 16.0, "middle", m_frame.title);
        addText((kLeft + kRight) / 2.0, 300.0, "middle", m_frame.xLabel);
        m_text += fmt::format("<text transform=\"translate(14 {}) rotate(-90)\" "
                              "text-anchor=\"middle\">{}</text>",
                              (kTop + kBottom) / 2.0, escaped(m_frame.yLabel));
        addMarks();
    }

    [[nodiscard]] double x(double value) const
    {
        return kLeft + (value - m_frame.xLow) / (m_frame.xHigh - m_frame.xLow) * (kRight - kLeft);
    }
    [[nodiscard]] double y(double value) const
    {
        return kBottom - (value - m_frame.yLow) / (m_frame.yHigh - m_frame.yLow) * (kBottom - kTop);
    }

    void addLine(const PlotSeries& series, std::size_t index)
    {
        std::string points;
        for (const auto& [px, py] : series.points) {
            if (std::isfinite(px) && std::isfinite(py)) {
                points += fmt::format("{:.1f},{:.1f} ", x(px),
                                      y(std::clamp(py, m_frame.yLow, m_frame.yHigh)));
            }
        }
        m_text += fmt::format("<polyline fill=\"none\" stroke=\"{}\" stroke-width=\"1.8\" "
                              "points=\"{}\"/>",
                              seriesColor(index), points);
    }
    void addDots(const PlotSeries& series, std::size_t index)
    {
        for (const auto& [px, py] : series.points) {
            m_text += fmt::format(
                "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2\" fill=\"{}\" fill-opacity=\"0.6\"/>",
                x(px), y(py), seriesColor(index));
        }
    }
    void addLegend(const std::vector<PlotSeries>& series)
    {
        for (std::size_t i = 0; i < series.size() && series.size() > 1; ++i) {
            const double row = kTop + 14.0 + 14.0 * static_cast<double>(i);
            m_text +=
                fmt::format("<rect x=\"{}\" y=\"{}\" width=\"10\" height=\"10\" fill=\"{}\"/>",
                            kRight - 130.0, row - 9.0, seriesColor(i));
            addText(kRight - 115.0, row, "start", series[i].name);
        }
    }
    void addDiagonal()
    {
        m_text += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"#888\" "
                              "stroke-dasharray=\"4 3\"/>",
                              kLeft, kBottom, kRight, kTop);
    }
    [[nodiscard]] std::string finish() { return m_text + "</svg>"; }

private:
    void addText(double px, double py, const char* anchor, const std::string& text)
    {
        m_text += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>", px, py,
                              anchor, escaped(text));
    }
    void addMarks()
    {
        m_text += fmt::format("<path d=\"M{0} {1}V{2}H{3}\" fill=\"none\" stroke=\"#333\"/>", kLeft,
                              kTop, kBottom, kRight);
        for (int i = 0; i <= kMarks; ++i) {
            const double share = static_cast<double>(i) / kMarks;
            const double px = kLeft + share * (kRight - kLeft);
            const double py = kBottom - share * (kBottom - kTop);
            m_text += fmt::format("<path d=\"M{0} {1}v4M{2} {3}h-4\" stroke=\"#333\"/>", px,
                                  kBottom, kLeft, py);
            addText(px, kBottom + 16.0, "middle",
                    fmt::format("{:.3g}", m_frame.xLow + share * (m_frame.xHigh - m_frame.xLow)));
            addText(kLeft - 7.0, py + 4.0, "end",
                    fmt::format("{:.3g}", m_frame.yLow + share * (m_frame.yHigh - m_frame.yLow)));
        }
    }

    PlotFrame m_frame;
    std::string m_text;
};

} // namespace

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char letter : text) {
        switch (letter) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += letter;
        }
    }
    return result;
}

std::string_view seriesColor(std::size_t index)
{
    constexpr std::array<std::string_view, 8> colors{"#0072b2", "#d55e00", "#009e73", "#cc79a7",
                                                     "#e69f00", "#56b4e9", "#000000", "#b8a900"};
    return colors[index % colors.size()];
}

std::string linePlot(const PlotFrame& frame, const std::vector<PlotSeries>& series)
{
    Canvas canvas(frame);
    if (frame.hasDiagonal) {
        canvas.addDiagonal();
    }
    for (std::size_t i = 0; i < series.size(); ++i) {
        canvas.addLine(series[i], i);
    }
    canvas.addLegend(series);
    return canvas.finish();
}

std::string scatterPlot(const std::string& title, const std::vector<PlotSeries>& series)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    PlotFrame frame{title, "1", "2", infinity, -infinity, infinity, -infinity, false};
    for (const PlotSeries& one : series) {
        for (const auto& [x, y] : one.points) {
            frame.xLow = std::min(frame.xLow, x);
            frame.xHigh = std::max(frame.xHigh, x);
            frame.yLow = std::min(frame.yLow, y);
            frame.yHigh = std::max(frame.yHigh, y);
        }
    }
    if (!(frame.xHigh > frame.xLow)) {
        frame.xLow = -1.0;
        frame.xHigh = 1.0;
    }
    if (!(frame.yHigh > frame.yLow)) {
        frame.yLow = -1.0;
        frame.yHigh = 1.0;
    }
    Canvas canvas(frame);
    for (std::size_t i = 0; i < series.size(); ++i) {
        canvas.addDots(series[i], i);
    }
    canvas.addLegend(series);
    return canvas.finish();
}

} // namespace nefes::ml
