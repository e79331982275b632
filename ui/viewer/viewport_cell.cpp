// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewport_cell.h"

#include "core/base/files.h"

#include "ui/bridge/series_mime.h"
#include "ui/panels/notice.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"
#include "ui/viewer/canvas.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace nefes::ui {

namespace {

/// The first viewport has the plain name.
QString numbered(const char* name, int number)
{
    return QLatin1String(name) + (number == 1 ? QString() : QString::number(number));
}

} // namespace

ViewportCell::ViewportCell(int number, QWidget* parent)
    : QFrame(parent)
    , m_number(number)
    , m_strip(new QFrame(this))
    , m_stripColor(new QFrame(m_strip))
    , m_stripText(new QLabel(m_strip))
    , m_body(new QFrame(this))
    , m_stack(new QStackedWidget(m_body))
    , m_empty(new QLabel(m_stack))
    , m_failed(new Notice(m_stack))
    , m_canvas(new Canvas(m_stack))
{
    setObjectName(numbered("viewport", number));
    setAcceptDrops(true);
    m_canvas->setObjectName(numbered("canvas", number));
    m_canvas->installEventFilter(this);
    m_failed->setObjectName(numbered("failedNotice", number));
    m_failed->setIconName(QStringLiteral("error"));
    m_strip->setProperty("strip", true);
    m_stripText->setObjectName(numbered("studyStrip", number));
    m_stripText->setTextFormat(Qt::PlainText);
    // Long names must not widen the viewport.
    m_stripText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    constexpr int kBlockWidth = 12;
    m_stripColor->setFixedWidth(kBlockWidth);
    auto* stripLayout = new QHBoxLayout(m_strip);
    stripLayout->setContentsMargins(0, 0, 8, 0);
    stripLayout->setSpacing(8);
    stripLayout->addWidget(m_stripColor);
    stripLayout->addWidget(m_stripText, 1);
    m_strip->hide();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setProperty("role", QStringLiteral("secondary"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_failed);
    m_stack->addWidget(m_canvas);
    auto* bodyLayout = new QVBoxLayout(m_body);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->addWidget(m_stack);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_body, 1);
    connect(m_canvas, &Canvas::pressed, this, &ViewportCell::activated);
    connect(m_canvas, &Canvas::maximiseRequested, this, &ViewportCell::maximiseRequested);
    restyle();
    retranslate();
}

void ViewportCell::showEmpty()
{
    m_failure.reset();
    m_stack->setCurrentWidget(m_empty);
}

void ViewportCell::showImage()
{
    m_failure.reset();
    m_stack->setCurrentWidget(m_canvas);
}

void ViewportCell::showFailure(const std::filesystem::path& file, const Error& error)
{
    m_failure = Failure{.file = file, .error = error};
    retranslate();
    m_stack->setCurrentWidget(m_failed);
}

bool ViewportCell::isEmpty() const
{
    return m_stack->currentWidget() == m_empty;
}

void ViewportCell::setFramed(bool framed)
{
    m_isFramed = framed;
    restyle();
}

void ViewportCell::setSelected(bool selected)
{
    m_isSelected = selected;
    restyle();
    retranslate();
}

void ViewportCell::setStudyMark(const std::optional<StudyMark>& mark)
{
    if (mark == m_mark) {
        return;
    }
    m_mark = mark;
    m_strip->setVisible(mark.has_value());
    m_stripText->setText(mark ? mark->text : QString());
    m_stripText->setToolTip(plainToolTip(m_stripText->text()));
    restyle();
    retranslate();
}

void ViewportCell::restyle()
{
    setProperty("viewport", !m_isFramed    ? QStringLiteral("single")
                            : m_isSelected ? QStringLiteral("selected")
                                           : QStringLiteral("other"));
    const QVariant study = m_mark ? QVariant(QString::number(m_mark->color)) : QVariant();
    m_body->setProperty("study", study);
    m_stripColor->setProperty("studyBlock", study);
    // The frames lie beside the image, not below it.
    constexpr int kFrameWidth = 2;
    const int outer = m_isFramed ? kFrameWidth : 0;
    const int inner = m_mark ? kFrameWidth : 0;
    layout()->setContentsMargins(outer, outer, outer, outer);
    m_body->layout()->setContentsMargins(inner, inner, inner, inner);
    repolish(*this);
    repolish(*m_body);
    repolish(*m_stripColor);
}

void ViewportCell::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void ViewportCell::mousePressEvent(QMouseEvent* event)
{
    QFrame::mousePressEvent(event);
    Q_EMIT activated();
}

void ViewportCell::dragEnterEvent(QDragEnterEvent* event)
{
    if (!seriesOfMime(*event->mimeData()).empty()) {
        event->acceptProposedAction();
    }
}

void ViewportCell::dropEvent(QDropEvent* event)
{
    if (const auto file = seriesOfMime(*event->mimeData()); !file.empty()) {
        event->acceptProposedAction();
        Q_EMIT seriesDropped(file);
    }
}

bool ViewportCell::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_canvas && event->type() == QEvent::FocusIn) {
        Q_EMIT activated();
    }
    return QFrame::eventFilter(watched, event);
}

void ViewportCell::retranslate()
{
    m_empty->setText(tr("Drag a series here from the study list"));
    QString name = m_number == 1 && !m_isFramed ? tr("Image") : tr("Image %1").arg(m_number);
    if (m_mark) {
        name = tr("%1: %2", "viewport and its study").arg(name, m_mark->text);
    }
    m_canvas->setAccessibleName(name);
    if (m_failure) {
        m_failed->setTexts(
            tr("%1 cannot be shown", "file name").arg(fromUtf8(toUtf8(m_failure->file.filename()))),
            errorText(m_failure->error.code));
    }
}

} // namespace nefes::ui
