// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/library_panel.h"

#include "core/base/files.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace nefes::ui {

namespace {

/// All rows have one height, which must not hang on what the first one says.
class TwoLines final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override
    {
        const int lines = 2 * option.fontMetrics.lineSpacing() + option.fontMetrics.height() / 2;
        return QStyledItemDelegate::sizeHint(option, index).expandedTo(QSize(0, lines));
    }
};

} // namespace

LibraryPanel::LibraryPanel(LibraryService& service, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_model(new LibraryModel(service, this))
    , m_search(new QLineEdit(this))
    , m_notice(new QLabel(this))
    , m_view(new QTreeView(this))
    , m_repaired(new QLabel(this))
    , m_count(new QLabel(this))
    , m_open(new QPushButton(this))
    , m_read(new QPushButton(this))
    , m_import(new QPushButton(this))
{
    setObjectName(QStringLiteral("libraryPanel"));
    setAttribute(Qt::WA_StyledBackground);
    m_search->setObjectName(QStringLiteral("librarySearch"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_notice->setObjectName(QStringLiteral("libraryNotice"));
    m_notice->setProperty("role", QStringLiteral("secondary"));
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);
    m_view->setObjectName(QStringLiteral("libraryView"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_service.thumbnails().setPixelRatio(devicePixelRatioF());
    m_view->setIconSize(QSize(LibraryThumbnails::kSide, LibraryThumbnails::kSide));
    m_view->setItemDelegateForColumn(LibraryModel::Score, new TwoLines(m_view));
    m_view->setUniformRowHeights(true); // or every row of the library would be measured
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView* header = m_view->header();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(24);
    header->setSectionResizeMode(LibraryModel::Patient, QHeaderView::Stretch);
    header->resizeSection(LibraryModel::Read, 32);
    header->resizeSection(LibraryModel::Date, 92);
    header->resizeSection(LibraryModel::View, 78);
    header->resizeSection(LibraryModel::Score, 148);
    header->setSortIndicator(m_sortColumn, m_sortOrder);
    m_repaired->setObjectName(QStringLiteral("libraryRepaired"));
    m_repaired->setProperty("role", QStringLiteral("warning"));
    m_repaired->setWordWrap(true);
    m_count->setObjectName(QStringLiteral("libraryCount"));
    m_count->setProperty("role", QStringLiteral("caption"));
    m_open->setObjectName(QStringLiteral("openFromLibrary"));
    m_read->setObjectName(QStringLiteral("markAsRead"));
    m_import->setObjectName(QStringLiteral("importIntoLibrary"));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_open, m_read, m_import}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_repaired);
    layout->addWidget(m_notice, 1);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_count);
    layout->addLayout(buttons);

    connect(m_search, &QLineEdit::textChanged, m_model, &LibraryModel::setSearch);
    connect(header, &QHeaderView::sectionClicked, this, &LibraryPanel::sortBy);
    connect(m_view, &QTreeView::activated, this, &LibraryPanel::openSelected);
    connect(m_open, &QPushButton::clicked, this, &LibraryPanel::openSelected);
    connect(m_read, &QPushButton::clicked, this, &LibraryPanel::toggleRead);
    connect(m_import, &QPushButton::clicked, this, &LibraryPanel::importClicked);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &LibraryPanel::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LibraryPanel::showState);
    connect(m_model, &LibraryModel::modelReset, this, &LibraryPanel::showState);
    connect(m_model, &LibraryModel::dataChanged, this, &LibraryPanel::showState);
    connect(&m_service, &LibraryService::stateChanged, this, &LibraryPanel::showState);
    m_view->installEventFilter(this);
    retranslate();
}

void LibraryPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_service.open();
}

bool LibraryPanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey =
        event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_view || !isKey ||
        !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Delete)) {
        return QWidget::eventFilter(watched, event);
    }
    // In the list the key means its rows, not a drawing on the image.
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        askToRemove();
    }
    return true;
}

void LibraryPanel::sortBy(int column)
{
    if (column == m_sortColumn) {
        m_sortOrder = m_sortOrder == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    } else {
        // The newest and the most suspicious study first, names from A, unread ones first.
        const bool isDescending = column == LibraryModel::Date || column == LibraryModel::Score;
        m_sortColumn = column;
        m_sortOrder = isDescending ? Qt::DescendingOrder : Qt::AscendingOrder;
    }
    m_view->header()->setSortIndicator(m_sortColumn, m_sortOrder);
    m_model->sort(m_sortColumn, m_sortOrder);
}

std::vector<study::StudyId> LibraryPanel::selected() const
{
    std::vector<study::StudyId> studies;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows()) {
        studies.push_back(m_model->study(index.row()));
    }
    return studies;
}

bool LibraryPanel::isAllRead() const
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    return !rows.isEmpty() && std::all_of(rows.begin(), rows.end(), [this](const QModelIndex& row) {
        const study::LibraryStudy* study = m_model->row(row.row());
        return study != nullptr && study->isRead;
    });
}

void LibraryPanel::openSelected()
{
    m_service.openStudies(selected());
}

void LibraryPanel::toggleRead()
{
    m_service.setRead(selected(), !isAllRead());
}

void LibraryPanel::askToRemove()
{
    const std::vector<study::StudyId> studies = selected();
    if (studies.empty()) {
        return;
    }
    auto* box = new QMessageBox(
        QMessageBox::Question, tr("Remove from the library"),
        tr("Remove %n study(s) from the library?", nullptr, static_cast<int>(studies.size())),
        QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("removeStudiesBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("Copies that the library holds are deleted. Files that are only linked stay."));
    const auto* remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(box, &QMessageBox::buttonClicked, this,
            [this, remove, studies](const QAbstractButton* clicked) {
                if (clicked == remove) {
                    m_service.remove(studies);
                }
            });
    box->open();
}

void LibraryPanel::showMenu(QPoint position)
{
    if (!m_view->indexAt(position).isValid()) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_open->text(), this, &LibraryPanel::openSelected);
    menu->addAction(m_read->text(), this, &LibraryPanel::toggleRead);
    menu->addSeparator();
    menu->addAction(tr("Remove from the library…"), this, &LibraryPanel::askToRemove);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void LibraryPanel::showState()
{
    const bool hasRows = m_model->rowCount() > 0;
    const bool isReady = m_service.state() == LibraryService::State::Ready;
    const bool hasSelection = m_view->selectionModel()->hasSelection();
    m_view->setVisible(hasRows);
    m_notice->setVisible(!hasRows);
    m_search->setEnabled(isReady);
    m_import->setEnabled(isReady);
    m_open->setVisible(hasRows);
    m_read->setVisible(hasRows);
    m_open->setEnabled(hasSelection);
    m_read->setEnabled(hasSelection);
    m_read->setText(isAllRead() ? tr("Mark as unread") : tr("Mark as read"));
    m_count->setVisible(hasRows);
    m_count->setText(tr("%n study(s)", nullptr, m_model->rowCount()));
    switch (m_service.state()) {
    case LibraryService::State::Absent:
        m_notice->setText(tr("There is no folder for a library."));
        break;
    case LibraryService::State::Opening:
        m_notice->setText(tr("Opening the library…"));
        break;
    case LibraryService::State::Ready:
        m_notice->setText(m_search->text().trimmed().isEmpty()
                              ? tr("The library is empty. Add a folder, or a study that is open "
                                   "(menu File).")
                              : tr("No study contains these words."));
        break;
    case LibraryService::State::Failed: {
        const auto& error = m_service.error();
        const ErrorCode code = error ? error->code : ErrorCode::Internal;
        m_notice->setText(code == ErrorCode::UnsupportedFormat
                              ? tr("A newer version of Nefes wrote this library. Update Nefes to "
                                   "open it; the library was left as it is.")
                              : tr("The library cannot be opened: %1").arg(errorText(code)));
        break;
    }
    }
    const std::filesystem::path& aside = m_service.movedAside();
    m_repaired->setVisible(!aside.empty());
    m_repaired->setText(
        tr("The index of the library was damaged. It was made again from the files; "
           "the damaged one is kept as %1.")
            .arg(fromUtf8(toUtf8(aside.filename()))));
}

void LibraryPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void LibraryPanel::retranslate()
{
    m_search->setPlaceholderText(tr("Search name, ID, date, description"));
    m_search->setAccessibleName(tr("Search the library"));
    m_view->setAccessibleName(tr("Studies of the library"));
    m_open->setText(tr("Open"));
    m_import->setText(tr("Add folder…"));
    m_model->retranslate();
    showState();
}

} // namespace nefes::ui
