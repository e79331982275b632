// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/study_browser.h"

#include "core/base/files.h"

#include "ui/bridge/series_mime.h"
#include "ui/panels/study_delegate.h"
#include "ui/text/format.h"
#include "ui/text/object_text.h"
#include "ui/theme/icon.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

Q_DECLARE_METATYPE(nefes::ui::SeriesAddress)

namespace nefes::ui {

namespace {

/// Series can be dragged out of it.
class StudyModel final : public QStandardItemModel
{
public:
    using QStandardItemModel::QStandardItemModel;

    [[nodiscard]] QStringList mimeTypes() const override { return {seriesMimeType()}; }
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override
    {
        const QVariant file = indexes.isEmpty() ? QVariant() : indexes[0].data(StudyFileRole);
        return file.isValid() ? makeSeriesMime(pathFromUtf8(file.toString().toStdString()))
                              : nullptr;
    }
};

/// Keeps a row when it, a row above or a row below it contains every word that is searched.
class StudyFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString& text)
    {
        m_words = foldedForSearch(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        // The words of a row include those of all rows above it.
        const QString text = sourceModel()->index(row, 0, parent).data(StudySearchRole).toString();
        return std::all_of(m_words.begin(), m_words.end(),
                           [&text](const QString& word) { return text.contains(word); });
    }

private:
    QStringList m_words;
};

QStandardItem* makeItem(const QString& title, const QString& subtitle, const QString& search)
{
    auto* item = new QStandardItem(title);
    item->setEditable(false);
    item->setData(subtitle, StudySubtitleRole);
    item->setData(foldedForSearch(search), StudySearchRole);
    item->setToolTip(
        plainToolTip(subtitle.isEmpty() ? title : title + QLatin1Char('\n') + subtitle));
    return item;
}

} // namespace

StudyBrowser::StudyBrowser(QWidget* parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_tree(new QTreeView(this))
    , m_empty(new QLabel(this))
    , m_model(new StudyModel(this))
    , m_filter(new StudyFilter(this))
{
    setObjectName(QStringLiteral("studyBrowser"));
    setAttribute(Qt::WA_StyledBackground);
    m_search->setObjectName(QStringLiteral("studySearch"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_tree->setObjectName(QStringLiteral("studyTree"));
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(8);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(false);
    m_tree->setMouseTracking(true);
    m_tree->setDragEnabled(true);
    m_tree->setItemDelegate(new StudyDelegate(m_tree));
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_filter->setSourceModel(m_model);
    m_filter->setRecursiveFilteringEnabled(true);
    m_tree->setModel(m_filter);
    connect(m_tree, &QTreeView::clicked, this, &StudyBrowser::choose);
    connect(m_tree, &QTreeView::activated, this, &StudyBrowser::choose);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        static_cast<StudyFilter*>(m_filter)->setWords(text);
        m_tree->expandAll();
    });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 0, 0);
    layout->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 8, 0);
    head->addWidget(m_search);
    layout->addLayout(head);
    m_empty->setProperty("role", QStringLiteral("secondary"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_tree, 1);
    m_tree->hide();
    retranslate();
}

void StudyBrowser::setPatients(const std::vector<study::Patient>& patients)
{
    m_patients = patients;
    rebuild();
}

QStandardItem* StudyBrowser::makeSeriesItem(const study::Series& series,
                                            const SeriesAddress& address)
{
    int count = 0;
    for (const FileSummary& file : series.files) {
        count += std::max(file.frameCount, 1);
    }
    const std::filesystem::path& first = series.files.front().path;
    QString title = fromUtf8(series.description);
    if (title.isEmpty()) {
        const bool isSingle = series.files.size() == 1;
        title = fromUtf8(toUtf8(isSingle ? first.filename() : first.parent_path().filename()));
    }
    if (series.isObject()) {
        const QString kind = objectText(series.files.front().sopClassUid);
        QStandardItem* item =
            makeItem(kind, joined({fromUtf8(series.modality), fromUtf8(series.description)}), {});
        item->setData(QVariant::fromValue(address), StudyAddressRole);
        item->setData(QStringLiteral("document"), StudyIconRole);
        m_seriesItems[first] = item;
        return item;
    }
    QStringList about{fromUtf8(series.modality), tr("%n image(s)", nullptr, count)};
    if (series.duplicateCount > 0) {
        about << tr("%n duplicate(s) left out", nullptr, series.duplicateCount);
    }
    QStandardItem* item = makeItem(title, joined(about), QString());
    item->setData(QVariant::fromValue(address), StudyAddressRole);
    item->setData(fromUtf8(toUtf8(first)), StudyFileRole);
    m_seriesItems[first] = item;
    if (const auto found = m_thumbnails.find(first); found != m_thumbnails.end()) {
        item->setData(found->second, StudyThumbnailRole);
    } else {
        m_thumbnails.emplace(first, QImage());
        Q_EMIT thumbnailWanted(first);
    }
    return item;
}

void StudyBrowser::rebuild()
{
    m_model->clear();
    m_seriesItems.clear();
    for (std::size_t p = 0; p < m_patients.size(); ++p) {
        const study::Patient& patient = m_patients[p];
        const QString name = patientNameText(patient.name);
        const QString id = fromUtf8(patient.id);
        const bool isKnown = !name.isEmpty() || !id.isEmpty();
        const QString patientTitle =
            name.isEmpty() ? (isKnown ? id : tr("Pictures without a patient")) : name;
        QStandardItem* patientItem =
            makeItem(patientTitle,
                     joined({name.isEmpty() ? QString() : id, dateText(patient.birthDate)}), {});
        const QString patientWords = joined({name, id});
        for (std::size_t s = 0; s < patient.studies.size(); ++s) {
            const study::Study& study = patient.studies[s];
            const QString date = dateText(study.date);
            const QString studyWords =
                joined({patientWords, date, fromUtf8(study.date), fromUtf8(study.description),
                        fromUtf8(study.accessionNumber)});
            QStandardItem* studyItem = nullptr;
            if (!date.isEmpty() || !study.description.empty()) {
                studyItem = makeItem(joined({date, fromUtf8(study.description)}), {}, studyWords);
                patientItem->appendRow(studyItem);
            }
            for (std::size_t r = 0; r < study.series.size(); ++r) {
                QStandardItem* item =
                    makeSeriesItem(study.series[r], {.patient = p, .study = s, .series = r});
                const QString words =
                    joined({studyWords, item->text(), fromUtf8(study.series[r].modality)});
                item->setData(foldedForSearch(words), StudySearchRole);
                (studyItem != nullptr ? studyItem : patientItem)->appendRow(item);
            }
        }
        patientItem->setData(foldedForSearch(patientWords), StudySearchRole);
        m_model->appendRow(patientItem);
    }
    m_tree->setVisible(!m_patients.empty());
    m_empty->setVisible(m_patients.empty());
    m_tree->expandAll();
    setCurrent(m_current);
}

void StudyBrowser::setCurrent(const std::optional<SeriesAddress>& address)
{
    m_current = address;
    for (const auto& [path, item] : m_seriesItems) {
        const bool isCurrent =
            address && item->data(StudyAddressRole).value<SeriesAddress>() == *address;
        item->setData(isCurrent, StudyCurrentRole);
        if (isCurrent) {
            const QModelIndex index = m_filter->mapFromSource(item->index());
            m_tree->setCurrentIndex(index);
            m_tree->scrollTo(index);
        }
    }
}

void StudyBrowser::setThumbnail(const std::filesystem::path& firstFile, const QImage& thumbnail)
{
    m_thumbnails[firstFile] = thumbnail;
    if (const auto found = m_seriesItems.find(firstFile); found != m_seriesItems.end()) {
        found->second->setData(thumbnail, StudyThumbnailRole);
    }
}

void StudyBrowser::choose(const QModelIndex& index)
{
    const QVariant address = index.data(StudyAddressRole);
    if (address.isValid()) {
        Q_EMIT seriesChosen(address.value<SeriesAddress>());
    }
}

void StudyBrowser::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        rebuild();
    }
}

void StudyBrowser::retranslate()
{
    m_search->setPlaceholderText(tr("Search patient, study, date"));
    m_search->setAccessibleName(tr("Search the study list"));
    m_empty->setText(tr("No studies are open"));
    m_tree->setAccessibleName(tr("Study list"));
}

} // namespace nefes::ui
