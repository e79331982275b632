// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewer_area.h"

#include "core/base/files.h"

#include "ui/panels/failure_bar.h"
#include "ui/panels/notice.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/viewer/canvas.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace nefes::ui {

ViewerArea::ViewerArea(bool hasSample, QWidget* parent)
    : QWidget(parent)
    , m_hasSample(hasSample)
    , m_failureBar(new FailureBar(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new Notice(m_stack))
    , m_failed(new Notice(m_stack))
    , m_canvas(new Canvas(m_stack))
{
    setObjectName(QStringLiteral("viewerArea"));
    m_empty->setObjectName(QStringLiteral("emptyNotice"));
    m_failed->setObjectName(QStringLiteral("failedNotice"));
    m_empty->setIconName(QStringLiteral("lungs"));
    m_failed->setIconName(QStringLiteral("error"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_failed);
    m_stack->addWidget(m_canvas);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_failureBar);
    layout->addWidget(m_stack, 1);
    connect(m_empty, &Notice::primaryClicked, this, &ViewerArea::openClicked);
    connect(m_empty, &Notice::secondaryClicked, this, &ViewerArea::sampleClicked);
    retranslate();
}

void ViewerArea::showEmpty()
{
    m_failure.reset();
    m_stack->setCurrentWidget(m_empty);
}

void ViewerArea::showImage()
{
    m_failure.reset();
    m_stack->setCurrentWidget(m_canvas);
}

void ViewerArea::showFailure(const std::filesystem::path& file, const Error& error)
{
    m_failure = Failure{.file = file, .error = error};
    retranslate();
    m_stack->setCurrentWidget(m_failed);
}

void ViewerArea::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void ViewerArea::retranslate()
{
    m_empty->setTexts(tr("Drop images here"),
                      tr("Files, folders, a DICOMDIR or a ZIP archive. DICOM, JPEG and PNG."));
    m_empty->setButtons(tr("Open files…"), m_hasSample ? tr("Open the sample") : QString());
    if (m_failure) {
        m_failed->setTexts(
            tr("%1 cannot be shown", "file name").arg(fromUtf8(toUtf8(m_failure->file.filename()))),
            errorText(m_failure->error.code));
    }
}

} // namespace nefes::ui
