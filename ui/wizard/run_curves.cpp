// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/run_curves.h"

#include "ui/plots/line_plot.h"
#include "ui/plots/plot_colors.h"

#include <QTableWidget>

#include <algorithm>
#include <numeric>

namespace nefes::ui {

namespace {

double valueOf(const ml::SplitMetrics& metrics, RunCurve kind)
{
    switch (kind) {
    case RunCurve::Loss:
        return metrics.loss;
    case RunCurve::Accuracy:
        return metrics.accuracy;
    case RunCurve::Auc:
        break;
    }
    return metrics.auc;
}

} // namespace

std::vector<std::size_t> chosenRuns(const QTableWidget& table, std::size_t runs)
{
    std::vector<std::size_t> chosen;
    for (const QTableWidgetItem* item : table.selectedItems()) {
        if (item->column() == 0) {
            chosen.push_back(static_cast<std::size_t>(item->data(Qt::UserRole).toInt()));
        }
    }
    if (chosen.empty()) {
        chosen.resize(runs);
        std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    }
    chosen.resize(std::min<std::size_t>(chosen.size(), kPlotColors));
    return chosen;
}

void addRunCurve(LinePlot& plot, std::size_t run, const QString& name,
                 const std::vector<ml::EpochDone>& history, RunCurve kind)
{
    const int curve = plot.addCurve({.color = static_cast<int>(run) % kPlotColors,
                                     .isDashed = run % 2 == 1,
                                     .hasPoints = true});
    plot.setCurveName(curve, name);
    for (const ml::EpochDone& epoch : history) {
        plot.append(curve, {static_cast<double>(epoch.epoch), valueOf(epoch.validation, kind)});
    }
}

} // namespace nefes::ui
