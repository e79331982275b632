// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/measurement_panel.h"

#include "ui/objects/wrapping_delegate.h"
#include "ui/text/format.h"
#include "ui/text/measurement_text.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace nefes::ui {

MeasurementPanel::MeasurementPanel(QWidget* parent)
    : QWidget(parent)
    , m_empty(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_delete(new QPushButton(this))
    , m_copy(new QPushButton(this))
    , m_export(new QPushButton(this))
{
    setObjectName(QStringLiteral("measurementPanel"));
    setAttribute(Qt::WA_StyledBackground);
    m_empty->setProperty("role", QStringLiteral("secondary"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("measurementList"));
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    // Values are as high as their lines, however often the unit must be broken.
    m_list->setItemDelegateForColumn(1, new WrappingDelegate(m_list));
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_delete->setObjectName(QStringLiteral("deleteMeasurement"));
    m_copy->setObjectName(QStringLiteral("copyMeasurements"));
    m_export->setObjectName(QStringLiteral("exportMeasurements"));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_delete);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);

    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item != nullptr) {
            Q_EMIT selected(static_cast<std::size_t>(m_list->indexOfTopLevelItem(item)));
        }
    });
    connect(m_delete, &QPushButton::clicked, this, &MeasurementPanel::deleteClicked);
    connect(m_export, &QPushButton::clicked, this, &MeasurementPanel::exportClicked);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(
            fromUtf8(measurementCsv(*m_image, m_drawings.measurements, m_drawings.calibration)));
    });
    retranslate();
}

void MeasurementPanel::setDrawings(ImagePtr image, Drawings drawings)
{
    m_image = std::move(image);
    m_drawings = std::move(drawings);
    fill();
}

void MeasurementPanel::setSelected(std::optional<std::size_t> index)
{
    const QSignalBlocker blocker(m_list);
    m_list->setCurrentItem(index ? m_list->topLevelItem(static_cast<int>(*index)) : nullptr);
}

void MeasurementPanel::fill()
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    if (m_image) {
        for (const Measurement& drawing : m_drawings.measurements) {
            QString values =
                measurementLines(*m_image, drawing, m_drawings.calibration).join(QLatin1Char('\n'));
            const bool isRegion = drawing.text.empty() && values.contains(QLatin1Char('\n'));
            if (isRegion) {
                values.replace(QStringLiteral(", "), QStringLiteral("\n")); // a value a line
            }
            new QTreeWidgetItem(m_list, {measurementKindText(drawing.kind), values});
        }
    }
    const bool hasAny = m_list->topLevelItemCount() > 0;
    m_list->setVisible(hasAny);
    m_empty->setVisible(!hasAny);
    for (QPushButton* button : {m_delete, m_copy, m_export}) {
        button->setVisible(hasAny);
    }
}

void MeasurementPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void MeasurementPanel::retranslate()
{
    m_empty->setText(tr("No measurements. Choose a tool (L, A, B, E) and draw on the image."));
    m_list->setHeaderLabels({tr("Measurement"), tr("Value")});
    m_list->setAccessibleName(tr("Measurements"));
    m_delete->setText(tr("Delete"));
    m_copy->setText(tr("Copy"));
    m_export->setText(tr("Export…"));
    fill();
}

} // namespace nefes::ui
