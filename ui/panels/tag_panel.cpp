// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tag_panel.h"

#include "ui/tags/tag_model.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace nefes::ui {

namespace {

/// Unfolding more rows than this would be felt.
constexpr std::size_t kLargestUnfolded = 1000;

} // namespace

TagPanel::TagPanel(ObjectServices services, QThreadPool& pool, QWidget* parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_readTask(pool, this)
    , m_searchTask(pool, this)
    , m_search(new QLineEdit(this))
    , m_notice(new QLabel(this))
    , m_view(new QTreeView(this))
    , m_detail(new QPlainTextEdit(this))
    , m_count(new QLabel(this))
    , m_copyValue(new QPushButton(this))
    , m_copyRow(new QPushButton(this))
    , m_model(new TagModel(this))
{
    setObjectName(QStringLiteral("tagPanel"));
    setAttribute(Qt::WA_StyledBackground);
    m_search->setObjectName(QStringLiteral("tagSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_notice->setObjectName(QStringLiteral("tagNotice"));
    m_notice->setProperty("role", QStringLiteral("secondary"));
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);
    m_view->setObjectName(QStringLiteral("tagView"));
    m_view->setModel(m_model);
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(12);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->header()->setStretchLastSection(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->header()->setMinimumSectionSize(40);
    m_view->header()->resizeSection(TagModel::TagColumn, 106);
    m_view->header()->resizeSection(TagModel::NameColumn, 94);
    m_view->installEventFilter(this);
    m_detail->setObjectName(QStringLiteral("tagDetail"));
    m_detail->setReadOnly(true);
    m_detail->setTabChangesFocus(true);
    m_detail->setFixedHeight(5 * fontMetrics().lineSpacing() + 12);
    m_count->setObjectName(QStringLiteral("tagCount"));
    m_count->setProperty("role", QStringLiteral("caption"));
    m_count->setWordWrap(true);
    m_copyValue->setObjectName(QStringLiteral("copyTagValue"));
    m_copyRow->setObjectName(QStringLiteral("copyTagRow"));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copyValue);
    buttons->addWidget(m_copyRow);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_notice, 1);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_detail);
    layout->addWidget(m_count);
    layout->addLayout(buttons);

    connect(m_search, &QLineEdit::textChanged, this, &TagPanel::search);
    connect(m_copyValue, &QPushButton::clicked, this, [this] { copy(false); });
    connect(m_copyRow, &QPushButton::clicked, this, [this] { copy(true); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { showState(); });
    connect(m_view, &QTreeView::customContextMenuRequested, this, [this](QPoint position) {
        if (m_view->indexAt(position).isValid()) {
            auto* menu = new QMenu(this);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            menu->addAction(m_copyValue->text(), this, [this] { copy(false); });
            menu->addAction(m_copyRow->text(), this, [this] { copy(true); });
            menu->popup(m_view->viewport()->mapToGlobal(position));
        }
    });
    retranslate();
}

void TagPanel::setFile(const std::filesystem::path& file)
{
    m_file = file;
    if (isVisible()) {
        load();
    }
}

void TagPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    load();
}

void TagPanel::load()
{
    if (m_file == m_loaded) {
        return;
    }
    m_loaded = m_file;
    m_tree.reset();
    m_error.reset();
    m_readTask.cancel();
    m_searchTask.cancel();
    m_model->setRows({});
    showState();
    if (m_file.empty() || !m_services.readTags) {
        return;
    }
    m_readTask.start([read = m_services.readTags,
                      file = m_file](std::stop_token stop) { return read(file, std::move(stop)); },
                     [this](Result<TagTree> tree) {
                         if (tree) {
                             m_tree = std::make_shared<const TagTree>(*std::move(tree));
                             search();
                         } else {
                             m_error = tree.error();
                             showState();
                             Q_EMIT idle();
                         }
                     });
}

void TagPanel::search()
{
    if (!m_tree) {
        return;
    }
    m_searchTask.start([tree = m_tree, text = m_search->text()](
                           std::stop_token stop) { return makeTagRows(tree, text, stop); },
                       [this](TagRows rows) { take(std::move(rows)); });
}

void TagPanel::take(TagRows rows)
{
    const bool isSearch = !m_search->text().trimmed().isEmpty();
    const bool isUnfolded = isSearch && rows.rows.size() <= kLargestUnfolded;
    m_matches = rows.matches;
    m_model->setRows(std::move(rows));
    if (isUnfolded) {
        m_view->expandAll();
    }
    showState();
    Q_EMIT idle();
}

void TagPanel::showState()
{
    const bool hasRows = m_model->rowCount({}) > 0;
    m_view->setVisible(hasRows);
    m_notice->setVisible(!hasRows);
    m_search->setEnabled(m_tree != nullptr);
    const TagNode* current = m_model->node(m_view->currentIndex());
    m_detail->setVisible(hasRows);
    m_detail->setPlainText(current == nullptr || current->tag == kItemTag
                               ? QString()
                               : QStringLiteral("%1 %2 %3\n%4")
                                     .arg(tagText(current->tag), fromUtf8(current->vr),
                                          fromUtf8(current->name), fromUtf8(current->value)));
    m_copyValue->setEnabled(hasRows && current != nullptr && !current->value.empty());
    m_copyRow->setEnabled(hasRows && current != nullptr && current->tag != kItemTag);
    if (m_error && m_error->code == ErrorCode::UnknownFormat) {
        m_notice->setText(tr("This file is not DICOM, so it has no tags."));
    } else if (m_error) {
        m_notice->setText(errorText(m_error->code));
    } else if (m_loaded.empty()) {
        m_notice->setText(tr("Open a DICOM file to see its tags."));
    } else if (!m_tree) {
        m_notice->setText(tr("Reading the tags…"));
    } else {
        m_notice->setText(tr("No tag, name or value contains these words."));
    }
    QString count;
    if (hasRows) {
        count = tr("%n element(s)", nullptr, static_cast<int>(m_matches));
        if (m_tree->isCut) {
            count += QLatin1Char(' ') + tr("The file has more than can be listed.");
        }
    }
    m_count->setText(count);
}

void TagPanel::copy(bool isWholeRow)
{
    if (const TagNode* node = m_model->node(m_view->currentIndex())) {
        QGuiApplication::clipboard()->setText(isWholeRow ? tagLine(*node) : fromUtf8(node->value));
    }
}

bool TagPanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey =
        event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_view || !isKey ||
        !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        return QWidget::eventFilter(watched, event);
    }
    // In the list the key means its row, not the picture of the view.
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        copy(true);
    }
    return true;
}

void TagPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void TagPanel::retranslate()
{
    m_search->setPlaceholderText(tr("Search tag, name, value"));
    m_search->setAccessibleName(tr("Search the DICOM tags"));
    m_view->setAccessibleName(tr("DICOM tags"));
    m_detail->setAccessibleName(tr("The chosen tag in full"));
    m_detail->setPlaceholderText(tr("Choose a row to see it in full."));
    m_copyValue->setText(tr("Copy value"));
    m_copyRow->setText(tr("Copy row"));
    m_model->retranslate();
    showState();
}

} // namespace nefes::ui
