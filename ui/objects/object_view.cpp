// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/objects/object_view.h"

#include "core/base/files.h"

#include "ui/objects/wrapping_delegate.h"
#include "ui/panels/notice.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/text/object_text.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace nefes::ui {

namespace {

/// Larger reports show their first levels and are unfolded by hand.
constexpr std::size_t kLargestUnfolded = 2000;
constexpr int kMargin = 24;

} // namespace

ObjectView::ObjectView(ObjectServices services, QThreadPool& pool, QWidget* parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_task(pool, this)
    , m_writeTask(pool, this)
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
    , m_copy(new QPushButton(this))
    , m_tags(new QPushButton(this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new QTreeView(m_stack))
    , m_notice(new Notice(m_stack))
    , m_message(new QLabel(this))
    , m_model(new ReportModel(this))
{
    setObjectName(QStringLiteral("objectView"));
    setAttribute(Qt::WA_StyledBackground);
    m_title->setObjectName(QStringLiteral("objectTitle"));
    m_title->setProperty("role", QStringLiteral("title"));
    m_subtitle->setObjectName(QStringLiteral("objectSubtitle"));
    m_subtitle->setProperty("role", QStringLiteral("secondary"));
    m_subtitle->setTextFormat(Qt::PlainText);
    m_subtitle->setWordWrap(true);
    m_copy->setObjectName(QStringLiteral("copyReport"));
    m_tags->setObjectName(QStringLiteral("objectTags"));
    m_tree->setObjectName(QStringLiteral("reportTree"));
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setItemDelegate(new WrappingDelegate(m_tree));
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_notice->setObjectName(QStringLiteral("objectNotice"));
    m_notice->setIconName(QStringLiteral("document"));
    m_message->setObjectName(QStringLiteral("objectMessage"));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_notice);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_subtitle);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addLayout(texts, 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    head->addWidget(m_tags, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, 20, kMargin, 16);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_message);

    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (m_report) {
            QGuiApplication::clipboard()->setText(reportPlainText(*m_report));
        }
    });
    connect(m_tags, &QPushButton::clicked, this, &ObjectView::tagsWanted);
    connect(m_notice, &Notice::primaryClicked, this, [this] { act(true); });
    connect(m_notice, &Notice::secondaryClicked, this, [this] { act(false); });
    clear();
}

ObjectView::~ObjectView() = default;

void ObjectView::clear()
{
    m_task.cancel();
    m_writeTask.cancel();
    m_object = {};
    m_report.reset();
    m_document.reset();
    m_presentation.reset();
    m_error.reset();
    m_model->setRows({});
    setMessage({});
    retranslate();
}

void ObjectView::show(const FileSummary& object)
{
    if (object.path == m_object.path) {
        return;
    }
    clear();
    m_object = object;
    read();
    retranslate();
}

void ObjectView::read()
{
    switch (objectKind(m_object.sopClassUid)) {
    case ObjectKind::Report:
        readReport();
        break;
    case ObjectKind::Document:
        readDocument();
        break;
    case ObjectKind::PresentationState:
        readPresentation();
        break;
    case ObjectKind::Other:
        break;
    }
}

void ObjectView::readReport()
{
    if (!m_services.readReport) {
        return;
    }
    m_task.start(
        [read = m_services.readReport, file = m_object.path](std::stop_token) {
            return read(file).map([](StructuredReport report) {
                return makeReportRows(std::make_shared<const StructuredReport>(std::move(report)));
            });
        },
        [this](Result<ReportRows> rows) {
            if (rows) {
                m_report = rows->report;
                const bool isUnfolded = rows->rows.size() <= kLargestUnfolded;
                m_model->setRows(*std::move(rows));
                fitColumns();
                if (isUnfolded) {
                    m_tree->expandAll();
                } else {
                    m_tree->expandToDepth(1);
                }
            } else {
                m_error = rows.error();
            }
            retranslate();
            Q_EMIT idle();
        });
}

void ObjectView::readDocument()
{
    if (!m_services.readDocument) {
        return;
    }
    m_task.start([read = m_services.readDocument,
                  file = m_object.path](std::stop_token) { return read(file); },
                 [this](Result<EncapsulatedDocument> document) {
                     if (document) {
                         m_document =
                             std::make_shared<const EncapsulatedDocument>(*std::move(document));
                     } else {
                         m_error = document.error();
                     }
                     retranslate();
                     Q_EMIT idle();
                 });
}

void ObjectView::readPresentation()
{
    if (!m_services.readPresentation) {
        return;
    }
    m_task.start([read = m_services.readPresentation,
                  file = m_object.path](std::stop_token) { return read(file); },
                 [this](Result<PresentationState> state) {
                     if (state) {
                         m_presentation =
                             std::make_shared<const PresentationState>(*std::move(state));
                     } else {
                         m_error = state.error();
                     }
                     retranslate();
                     Q_EMIT idle();
                 });
}

bool ObjectView::isPdf() const
{
    // Only what is a PDF by its own first bytes is handed to another program.
    constexpr std::array kSignature{std::byte{'%'}, std::byte{'P'}, std::byte{'D'}, std::byte{'F'}};
    return m_document && m_document->bytes.size() > kSignature.size() &&
           std::equal(kSignature.begin(), kSignature.end(), m_document->bytes.begin());
}

void ObjectView::act(bool isPrimary)
{
    if (isPdf() && isPrimary) {
        openDocument();
    } else if (m_document) {
        saveDocument();
    }
}

void ObjectView::openDocument()
{
    if (!m_temporary) {
        m_temporary = std::make_unique<QTemporaryDir>(); // for the user alone, gone at the end
    }
    write(pathFromUtf8(m_temporary->filePath(QStringLiteral("document.pdf")).toStdString()), true);
}

void ObjectView::saveDocument()
{
    auto* dialog = new QFileDialog(this, tr("Save the document"));
    dialog->setObjectName(QStringLiteral("saveDocumentDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    if (isPdf()) {
        dialog->setNameFilter(tr("PDF documents (*.pdf)"));
        dialog->setDefaultSuffix(QStringLiteral("pdf"));
    }
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& name) { write(pathFromUtf8(name.toStdString()), false); });
    dialog->open();
}

void ObjectView::write(const std::filesystem::path& file, bool isOpenedThen)
{
    if (!m_document) {
        return;
    }
    m_writeTask.start(
        [document = m_document, file](std::stop_token) {
            return writeFileAtomically(file, document->bytes);
        },
        [this, file, isOpenedThen](const Result<void>& written) {
            if (!written) {
                setMessage(errorText(written.error().code));
            } else if (!isOpenedThen) {
                setMessage(tr("The document was saved."));
            } else if (!m_services.openFile || !m_services.openFile(file)) {
                setMessage(tr("No program for PDF is installed. Save the document instead."));
            }
            Q_EMIT idle();
        });
}

void ObjectView::setMessage(const QString& text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

QString ObjectView::sentence() const
{
    if (m_error) {
        return errorText(m_error->code);
    }
    if (m_task.isRunning()) {
        return tr("Reading…");
    }
    if (m_document) {
        const QString title = fromUtf8(m_document->title);
        const QString size =
            QLocale().formattedDataSize(static_cast<qint64>(m_document->bytes.size()));
        return joined({title, fromUtf8(m_document->mimeType), size});
    }
    if (m_presentation) {
        std::size_t drawings = 0;
        for (const AnnotationLayer& layer : m_presentation->layers) {
            drawings += layer.graphics.size() + layer.texts.size();
        }
        return joined(
            {fromUtf8(m_presentation->label), fromUtf8(m_presentation->description),
             patientNameText(m_presentation->creatorName),
             tr("for %n image(s)", nullptr, static_cast<int>(m_presentation->images.size())),
             tr("%n annotation(s)", nullptr, static_cast<int>(drawings)),
             tr("open its images as well: it is shown on them")});
    }
    return tr("This object holds no image. Its contents are in the DICOM tags.");
}

void ObjectView::retranslate()
{
    m_title->setText(m_object.path.empty() ? QString() : objectText(m_object.sopClassUid));
    const ImageText& text = m_object.text;
    QStringList about{patientNameText(text.patientName), fromUtf8(text.patientId),
                      dateText(text.studyDate), fromUtf8(m_object.objectName)};
    if (m_report) {
        // Without seconds, as the overlay has the time of the study.
        about << (dateText(m_report->contentDate) + QLatin1Char(' ') +
                  fromUtf8(m_report->contentTime).left(5))
                     .trimmed()
              << (m_report->isComplete ? tr("complete", "report") : tr("partial", "report"))
              << (m_report->isVerified ? tr("verified", "report") : tr("not verified", "report"));
    }
    about.removeDuplicates();
    m_subtitle->setText(joined(about));
    m_copy->setText(tr("Copy as text"));
    m_copy->setVisible(m_report != nullptr);
    m_tags->setText(tr("DICOM tags"));
    m_tree->setAccessibleName(tr("Contents of the report"));
    const QString uid = fromUtf8(m_object.sopClassUid);
    m_notice->setTexts(fromUtf8(m_object.objectName),
                       sentence() + (uid.isEmpty() ? QString() : QLatin1Char('\n') + uid));
    m_notice->setButtons(isPdf()      ? tr("Open the PDF")
                         : m_document ? tr("Save…")
                                      : QString(),
                         isPdf() ? tr("Save…") : QString());
    m_stack->setCurrentWidget(m_report ? static_cast<QWidget*>(m_tree) : m_notice);
}

void ObjectView::fitColumns()
{
    constexpr int kNarrowest = 140;
    m_tree->header()->resizeSection(0, std::max(kNarrowest, (width() - 2 * kMargin) * 2 / 5));
}

void ObjectView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void ObjectView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setMessage({});
        retranslate();
    }
}

} // namespace nefes::ui
