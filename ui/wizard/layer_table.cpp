// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/layer_table.h"

#include "ui/theme/theme.h"
#include "ui/wizard/layer_text.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr int kNarrowestColumn = 32;    ///< pixels
constexpr int kNarrowestSettings = 110; ///< the first words of them
enum Column { Number, Kind, Settings, Output, Parameters, Memory, ColumnCount };

} // namespace

LayerTable::LayerTable(QWidget* parent)
    : QTableWidget(parent)
{
    setColumnCount(ColumnCount);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(true);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setMinimumSectionSize(kNarrowestColumn);
    horizontalHeader()->setSectionResizeMode(Settings, QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTableWidget::currentCellChanged, this, [this] {
        if (!m_isFilling) {
            Q_EMIT layerSelected();
        }
    });
}

void LayerTable::addRow(int layer, const QStringList& texts, const QString& explanation,
                        bool isWrong)
{
    const int row = rowCount();
    insertRow(row);
    m_layers.push_back(layer);
    for (int column = 0; column < ColumnCount; ++column) {
        auto* item = new QTableWidgetItem(texts[column]);
        item->setToolTip(explanation);
        if (column == Number || column >= Parameters) {
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
        if (isWrong) {
            item->setForeground(errorColor(palette()));
        } else if (column == Settings || layer < 0) {
            item->setForeground(secondaryColor(palette()));
        }
        setItem(row, column, item);
    }
}

void LayerTable::addProblem(const QString& text)
{
    const int row = rowCount();
    insertRow(row);
    m_layers.push_back(-1);
    auto* item = new QTableWidgetItem(text);
    item->setForeground(errorColor(palette()));
    item->setFlags(Qt::ItemIsEnabled);
    setItem(row, Settings, item);
    setSpan(row, Settings, 1, ColumnCount - Settings);
    resizeRowToContents(row);
}

void LayerTable::setNetwork(const ml::TrainingRecipe& recipe, const ml::NetworkCheck& check,
                            int outputs)
{
    m_isFilling = true;
    const int selected = currentLayer();
    setHorizontalHeaderLabels({QStringLiteral("#"), tr("Layer"), tr("Settings"), tr("Output"),
                               tr("Parameters"), tr("Memory")});
    const QString explanations[] = {{},
                                    explainTerm(Term::Layer),
                                    {},
                                    explainTerm(Term::OutputShape),
                                    explainTerm(Term::Parameters),
                                    explainTerm(Term::Memory)};
    for (int column = 0; column < ColumnCount; ++column) {
        QTableWidgetItem* head = horizontalHeaderItem(column);
        head->setToolTip(explanations[column]);
        head->setTextAlignment(
            (column == Number || column >= Parameters ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    }
    clearSpans();
    setRowCount(0);
    m_layers.clear();
    const auto& layers = recipe.network.layers;
    for (std::size_t i = 0; i <= layers.size(); ++i) {
        const bool isOutput = i == layers.size();
        const bool isKnown = i < check.shapes.size();
        const QString none = QStringLiteral("–");
        QStringList texts{isOutput ? QString() : QString::number(i + 1),
                          isOutput ? tr("Output layer") : layerTypeText(layers[i].type),
                          isOutput ? (outputs == 1 ? tr("probability of the second class")
                                                   : tr("a probability a class"))
                                   : layerSettingsText(layers[i])};
        if (isKnown) {
            const ml::LayerShape& shape = check.shapes[i];
            texts << shapeText(shape)
                  << (shape.parameters == 0 ? none : QLocale().toString(shape.parameters))
                  << bytesText(trainingBytes(shape, recipe));
        } else {
            texts << none << none << none;
        }
        const bool isWrong = check.problem && check.problem->layer == i;
        addRow(isOutput ? -1 : static_cast<int>(i), texts,
               explainTerm(isOutput ? Term::OutputLayer : termOf(layers[i].type)), isWrong);
        if (isWrong) {
            addProblem(layerProblemText(*check.problem, layers.size()));
        }
    }
    setCurrentLayer(std::min(selected, static_cast<int>(layers.size()) - 1));
    m_isFilling = false;
}

int LayerTable::currentLayer() const
{
    const int row = currentRow();
    return row >= 0 && row < static_cast<int>(m_layers.size())
               ? m_layers[static_cast<std::size_t>(row)]
               : -1;
}

void LayerTable::setCurrentLayer(int layer)
{
    const auto found = std::ranges::find(m_layers, layer);
    if (layer >= 0 && found != m_layers.end()) {
        setCurrentCell(static_cast<int>(found - m_layers.begin()), Kind);
    }
}

void LayerTable::updateGeometries()
{
    // The settings get what the other columns leave, but never less than can be read.
    int others = 0;
    for (int column = 0; column < ColumnCount; ++column) {
        others += column == Settings ? 0 : columnWidth(column);
    }
    const int room = std::max(kNarrowestSettings, viewport()->width() - others);
    if (columnWidth(Settings) != room) {
        setColumnWidth(Settings, room);
    }
    QTableWidget::updateGeometries();
}

void LayerTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && currentLayer() >= 0) {
        Q_EMIT removeRequested();
        return;
    }
    QTableWidget::keyPressEvent(event);
}

} // namespace nefes::ui
