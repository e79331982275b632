// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/similar_cases.h"

#include "ui/text/format.h"

#include <QGridLayout>
#include <QLabel>
#include <QStringList>
#include <QVBoxLayout>

namespace nefes::ui {

SimilarCases::SimilarCases(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
{
    setObjectName(QStringLiteral("similarCases"));
    m_title->setProperty("role", QStringLiteral("section"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
}

void SimilarCases::setCases(const std::vector<ml::SimilarCase>& cases,
                            const ml::ModelDescription* model)
{
    setVisible(!cases.empty());
    m_title->setText(tr("Similar training cases"));
    setToolTip(
        tr("The images of the training whose features lie nearest to those of this one, as the "
           "model sees them. 0 is alike in everything it looks at, 1 has nothing in common with "
           "it. When all of them come from one source, the score may rest on the source rather "
           "than on the finding. Of the training images only these numbers, their label and "
           "their source are stored: no image and no patient."));
    delete m_table;
    m_table = new QWidget(this);
    layout()->addWidget(m_table);
    auto* grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    addRow(0, {tr("Label"), tr("Source"), tr("Distance")}, "caption");
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const ml::SimilarCase& one = cases[i];
        const QString label = model != nullptr ? labelText(*model, one.label) : fromUtf8(one.label);
        QString source = one.source.empty() ? tr("unknown", "source") : fromUtf8(one.source);
        source.replace(QLatin1Char('_'), QStringLiteral("_\u200b")); // may be wrapped there
        addRow(static_cast<int>(i) + 1, {label, source, numberText(one.distance, 3)}, "secondary");
    }
}

void SimilarCases::addRow(int row, const QStringList& texts, const char* role)
{
    auto* grid = qobject_cast<QGridLayout*>(m_table->layout());
    for (int column = 0; column < texts.size(); ++column) {
        auto* cell = new QLabel(texts[column], m_table);
        cell->setTextFormat(Qt::PlainText); // names of a package
        cell->setProperty("role", QLatin1String(role));
        cell->setAlignment((column == 2 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
        cell->setWordWrap(column == 1);
        grid->addWidget(cell, row, column);
    }
}

} // namespace nefes::ui
