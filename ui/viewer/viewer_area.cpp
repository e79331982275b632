// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewer_area.h"

#include "ui/panels/failure_bar.h"
#include "ui/panels/notice.h"
#include "ui/theme/icon.h"
#include "ui/viewer/canvas.h"
#include "ui/viewer/cine_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace nefes::ui {

ViewerArea::ViewerArea(bool hasSample, QWidget* parent)
    : QWidget(parent)
    , m_hasSample(hasSample)
    , m_failureBar(new FailureBar(this))
    , m_patientWarning(new QFrame(this))
    , m_patientIcon(new QLabel(m_patientWarning))
    , m_patientText(new QLabel(m_patientWarning))
    , m_stack(new QStackedWidget(this))
    , m_empty(new Notice(m_stack))
    , m_grid(new ViewportGrid(m_stack))
    , m_below(new QWidget(this))
    , m_cineBar(new CineBar(m_below))
{
    setObjectName(QStringLiteral("viewerArea"));
    m_empty->setObjectName(QStringLiteral("emptyNotice"));
    m_empty->setIconName(QStringLiteral("lungs"));
    m_patientWarning->setObjectName(QStringLiteral("patientWarning"));
    m_patientWarning->setProperty("card", QStringLiteral("warning"));
    m_patientText->setObjectName(QStringLiteral("patientWarningText"));
    m_patientText->setProperty("role", QStringLiteral("warning"));
    m_patientText->setTextFormat(Qt::PlainText);
    m_patientText->setWordWrap(true);
    m_patientIcon->setPixmap(themedIcon(QStringLiteral("warning")).pixmap(20, 20));
    auto* warningLayout = new QHBoxLayout(m_patientWarning);
    warningLayout->setContentsMargins(12, 8, 12, 8);
    warningLayout->addWidget(m_patientIcon);
    warningLayout->addWidget(m_patientText, 1);
    m_patientWarning->hide();
    m_cineBar->hide();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_grid);
    auto* layout = new QVBoxLayout(this);
    m_layout = layout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_failureBar);
    layout->addWidget(m_patientWarning);
    layout->addWidget(m_stack, 1);
    auto* below = new QVBoxLayout(m_below);
    below->setContentsMargins(0, 0, 0, 0);
    below->addWidget(m_cineBar);
    layout->addWidget(m_below);
    connect(m_empty, &Notice::primaryClicked, this, &ViewerArea::openClicked);
    connect(m_empty, &Notice::secondaryClicked, this, &ViewerArea::sampleClicked);
    connect(m_empty, &Notice::tertiaryClicked, this, &ViewerArea::trainClicked);
    retranslate();
}

void ViewerArea::showEmpty()
{
    m_stack->setCurrentWidget(m_empty);
}

void ViewerArea::showGrid()
{
    m_stack->setCurrentWidget(m_grid);
}

void ViewerArea::setImagesOnly(bool imagesOnly)
{
    m_below->setVisible(!imagesOnly);
}

void ViewerArea::addBar(QWidget* bar)
{
    m_layout->insertWidget(0, bar);
}

void ViewerArea::setPatientWarning(const QString& text)
{
    m_patientText->setText(text);
    m_patientWarning->setVisible(!text.isEmpty());
}

void ViewerArea::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        m_patientIcon->setPixmap(themedIcon(QStringLiteral("warning")).pixmap(20, 20));
    }
}

void ViewerArea::retranslate()
{
    m_empty->setTexts(tr("Drop images here"),
                      tr("Files, folders, a DICOMDIR or a ZIP archive. DICOM, JPEG and PNG."));
    m_empty->setButtons(tr("Open files…"), m_hasSample ? tr("Open the sample") : QString(),
                        tr("Train a model"));
}

} // namespace nefes::ui
