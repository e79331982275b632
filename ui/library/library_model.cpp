// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_model.h"

#include "core/base/known.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QDate>
#include <QFont>
#include <QGuiApplication>
#include <QLocale>
#include <QSize>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr int kPageRows = 128;
constexpr std::size_t kMostRowsKept = 4096;

QString shortDate(const std::string& isoDate)
{
    const QDate date = QDate::fromString(fromUtf8(isoDate), Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : fromUtf8(isoDate);
}

QString findingText(const study::LibraryScore& score)
{
    const QString name = localised({.en = score.nameEn, .tr = score.nameTr});
    return name.isEmpty() ? fromUtf8(score.label) : name;
}

QString standingText(study::LibraryDecision decision)
{
    switch (decision) {
    case study::LibraryDecision::Above:
        return decisionText(ml::Decision::Above);
    case study::LibraryDecision::Indeterminate:
        return decisionText(ml::Decision::Indeterminate);
    case study::LibraryDecision::Below:
        return decisionText(ml::Decision::Below);
    case study::LibraryDecision::Rejected:
        return decisionText(ml::Decision::NotAssessed);
    case study::LibraryDecision::Unknown:
        break;
    }
    return LibraryModel::tr("threshold unknown");
}

/// Two lines for a column that is read from top to bottom: what it is, then how much. Each decision
/// has words or an arrangement of its own; colour and weight only repeat it.
QString scoreText(const study::LibraryScore& score)
{
    const QString percent = probabilityText(score.probability);
    const QString finding = findingText(score);
    QStringList lines;
    switch (score.decision) {
    case study::LibraryDecision::Above:
        lines = {finding, percent};
        break;
    case study::LibraryDecision::Indeterminate:
    case study::LibraryDecision::Unknown:
        lines = {finding, joined({percent, standingText(score.decision)})};
        break;
    case study::LibraryDecision::Below:
        lines = {LibraryModel::tr("no finding", "column of scores"), joined({percent, finding})};
        break;
    case study::LibraryDecision::Rejected:
        lines = {standingText(score.decision)};
        break;
    }
    return lines.join(QLatin1Char('\n'));
}

/// The same in a sentence, with the model.
QString scoreTip(const study::LibraryScore& score)
{
    if (score.decision == study::LibraryDecision::Rejected) {
        return joined({standingText(score.decision), rejectionText(score.label)});
    }
    return LibraryModel::tr("%1: %2 (model %3)", "finding, probability, model")
        .arg(findingText(score),
             joined({probabilityText(score.probability), standingText(score.decision)}),
             fromUtf8(score.model));
}

study::LibraryColumn sortColumn(int column)
{
    switch (column) {
    case LibraryModel::Read:
        return study::LibraryColumn::Read;
    case LibraryModel::Patient:
        return study::LibraryColumn::Patient;
    case LibraryModel::View:
        return study::LibraryColumn::Modality;
    case LibraryModel::Score:
        return study::LibraryColumn::Score;
    default:
        return study::LibraryColumn::Date;
    }
}

} // namespace

LibraryModel::LibraryModel(LibraryService& service, QObject* parent)
    : QAbstractTableModel(parent)
    , m_service(service)
{
    connect(&m_service, &LibraryService::found, this, &LibraryModel::takeOrder);
    connect(&m_service, &LibraryService::rowsRead, this, &LibraryModel::takeRows);
    connect(&m_service, &LibraryService::rowsNotRead, this, [this](std::size_t firstRow) {
        m_pages.erase(static_cast<int>(firstRow / kPageRows)); // the next look tries again
    });
    connect(&m_service, &LibraryService::changed, this, &LibraryModel::refresh);
    connect(&m_service.thumbnails(), &LibraryThumbnails::made, this, &LibraryModel::showThumbnail);
    // Not within data(), which views call while they paint.
    connect(this, &LibraryModel::pageWanted, this, &LibraryModel::readPage, Qt::QueuedConnection);
}

void LibraryModel::setSearch(const QString& text)
{
    m_query.text = text.toStdString();
    m_service.find(m_query);
}

void LibraryModel::sort(int column, Qt::SortOrder order)
{
    m_query.column = sortColumn(column);
    m_query.isDescending = order == Qt::DescendingOrder;
    m_service.find(m_query);
}

void LibraryModel::setBlind(bool isBlind)
{
    m_isBlind = isBlind;
    retranslate();
}

void LibraryModel::refresh()
{
    m_service.find(m_query);
}

void LibraryModel::retranslate()
{
    if (!m_order.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void LibraryModel::takeOrder(const std::vector<study::StudyId>& studies)
{
    m_pages.clear(); // what is known stays on the screen until it was read anew
    if (studies == m_order) {
        retranslate();
        return;
    }
    beginResetModel();
    m_order = studies;
    if (m_rows.size() > kMostRowsKept) {
        m_rows.clear();
    }
    endResetModel();
}

void LibraryModel::takeRows(std::size_t /*firstRow*/, const std::vector<study::LibraryStudy>& rows)
{
    for (const study::LibraryStudy& study : rows) {
        m_rows.insert_or_assign(study.id, study);
    }
    if (!m_order.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

void LibraryModel::showThumbnail(study::StudyId study)
{
    // Rows that are not on the screen are not painted: telling of all of them costs nothing more.
    if (m_rows.contains(study) && !m_order.empty()) {
        Q_EMIT dataChanged(index(0, Patient), index(rowCount() - 1, Patient), {Qt::DecorationRole});
    }
}

void LibraryModel::readPage(int page)
{
    const std::size_t first = static_cast<std::size_t>(page) * kPageRows;
    if (first >= m_order.size() || !m_pages.insert(page).second) {
        return;
    }
    const std::size_t last = std::min(first + kPageRows, m_order.size());
    m_service.read(first, {m_order.begin() + static_cast<std::ptrdiff_t>(first),
                           m_order.begin() + static_cast<std::ptrdiff_t>(last)});
}

study::StudyId LibraryModel::study(int row) const
{
    return row >= 0 && row < rowCount() ? m_order[static_cast<std::size_t>(row)] : 0;
}

const study::LibraryStudy* LibraryModel::row(int rowNumber) const
{
    const auto found = m_rows.find(study(rowNumber));
    return found == m_rows.end() ? nullptr : &found->second;
}

int LibraryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int LibraryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LibraryModel::text(const study::LibraryStudy& study, int column) const
{
    switch (column) {
    case Read:
        return study.isRead ? QStringLiteral("✓") : QStringLiteral("●");
    case Patient: {
        const QString name = patientNameText(study.patientName);
        return name.isEmpty() ? fromUtf8(study.patientId) : name;
    }
    case Date:
        return shortDate(study.date);
    case View:
        return (fromUtf8(study.modalities) + QLatin1Char(' ') + fromUtf8(study.views)).trimmed();
    default:
        if (!study.score) {
            return {};
        }
        return showsScore(study) ? scoreText(*study.score) : QStringLiteral("…");
    }
}

bool LibraryModel::showsScore(const study::LibraryStudy& study) const
{
    return study.score && (!m_isBlind || study.isRead);
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::DisplayRole && !m_pages.contains(index.row() / kPageRows)) {
        Q_EMIT pageWanted(index.row() / kPageRows);
    }
    if (role == Qt::SizeHintRole) {
        constexpr int kSpace = 8;
        return index.column() == Patient ? QSize(0, LibraryThumbnails::kSide + kSpace) : QVariant();
    }
    const study::LibraryStudy* study = row(index.row());
    if (study == nullptr) {
        return role == Qt::DisplayRole && index.column() == Patient ? QVariant(tr("Reading…"))
                                                                    : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(*study, index.column());
    case Qt::DecorationRole:
        return index.column() == Patient ? m_service.thumbnails().find(study->id) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == Read) {
            return study->isRead ? tr("read", "study") : tr("unread", "study");
        }
        if (index.column() == Score && showsScore(*study)) {
            return scoreTip(known(study->score));
        }
        return text(*study, index.column());
    case Qt::ToolTipRole: {
        QString tip =
            QStringLiteral("%1\n%2 · %3")
                .arg(text(*study, Patient), dateText(study->date), fromUtf8(study->description));
        tip += QLatin1Char('\n') + tr("%n image(s)", nullptr, study->imageCount) +
               QStringLiteral(" · ") +
               (study->isRead ? tr("read", "study") : tr("unread", "study"));
        if (showsScore(*study)) {
            tip += QLatin1Char('\n') + scoreTip(known(study->score));
        }
        return plainToolTip(tip);
    }
    case Qt::FontRole: {
        QFont font;
        const bool isAbove =
            showsScore(*study) && known(study->score).decision == study::LibraryDecision::Above;
        font.setBold(index.column() == Score ? isAbove
                                             : !study->isRead && index.column() == Patient);
        return font;
    }
    case Qt::ForegroundRole: {
        // What asks for nothing steps back.
        const bool isQuiet = index.column() == Score && showsScore(*study) &&
                             known(study->score).decision < study::LibraryDecision::Unknown;
        return isQuiet ? QVariant(secondaryColor(QGuiApplication::palette())) : QVariant();
    }
    case Qt::TextAlignmentRole:
        return index.column() == Read ? int(Qt::AlignCenter)
                                      : int(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant LibraryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Read:
            return tr("Read or unread");
        case Score:
            return tr("Leading finding and its probability: an AI estimate, not a diagnosis. "
                      "Sorted by decision: above threshold, indeterminate, no finding.");
        default:
            return {};
        }
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Read:
        return QStringLiteral("✓");
    case Patient:
        return tr("Patient");
    case Date:
        return tr("Date");
    case View:
        return tr("View");
    default:
        return tr("AI", "column of scores");
    }
}

} // namespace nefes::ui
