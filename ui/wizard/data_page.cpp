// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/data_page.h"

#include "core/base/files.h"

#include "ui/panels/notice.h"
#include "ui/text/format.h"
#include "ui/wizard/class_gallery.h"
#include "ui/wizard/class_table.h"
#include "ui/wizard/count_chart.h"
#include "ui/wizard/data_counts.h"
#include "ui/wizard/data_loader.h"
#include "ui/wizard/data_warnings.h"
#include "ui/wizard/folder_list.h"
#include "ui/wizard/folding_columns.h"
#include "ui/wizard/glossary.h"
#include "ui/wizard/section.h"
#include "ui/wizard/split_settings.h"

#include <QComboBox>
#include <QDropEvent>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr int kMargin = 20;
constexpr int kLeftWidth = 348;
/// Of a warning beside its button, so that it does not become a tower of words.
constexpr int kWarningLetters = 76;

/// One selection a folder, each with what it had before.
std::vector<ml::DataSelection> selectionsFor(const std::vector<std::filesystem::path>& folders,
                                             const std::vector<std::filesystem::path>& before,
                                             const std::vector<ml::DataSelection>& selections)
{
    std::vector<ml::DataSelection> result;
    for (const std::filesystem::path& folder : folders) {
        const auto place = std::ranges::find(before, folder) - before.begin();
        const auto index = static_cast<std::size_t>(place);
        const bool isKnown = index < before.size() && !selections.empty();
        result.push_back(isKnown ? selections[std::min(index, selections.size() - 1)]
                                 : ml::DataSelection{});
    }
    if (result.empty()) {
        result.emplace_back();
    }
    return result;
}

} // namespace

DataPage::DataPage(WizardState& state, const Services& services, QThreadPool& pool, QWidget* parent)
    : WizardPage(parent)
    , m_state(state)
    , m_loader(new DataLoader(state, services, pool, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new Notice(m_stack))
    , m_folderSection(new Section(this))
    , m_folders(new FolderList(this))
    , m_add(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_progressRow(new QWidget(this))
    , m_progressText(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
    , m_decodeProblem(roleLabel("warning", this))
    , m_classSection(new Section(this))
    , m_classes(new ClassTable(this))
    , m_splitSection(new Section(this))
    , m_splits(new SplitSettings(this))
    , m_warnings(new DataWarnings(this))
    , m_leftOut(roleLabel("secondary", this))
    , m_takeBack(new QPushButton(this))
    , m_leftOutRow(new QWidget(this))
    , m_chartSection(new Section(this))
    , m_chartKind(new QComboBox(this))
    , m_chart(new CountChart(this))
    , m_chartRemark(roleLabel("secondary", this))
    , m_gallerySection(new Section(this))
    , m_gallery(new ClassGallery(services.training, pool, this))
    , m_draw(new QPushButton(this))
{
    setObjectName(QStringLiteral("dataPage"));
    setAcceptDrops(true);
    m_add->setObjectName(QStringLiteral("addFolder"));
    m_cancel->setObjectName(QStringLiteral("cancelDecoding"));
    m_again->setObjectName(QStringLiteral("readAgain"));
    m_draw->setObjectName(QStringLiteral("drawThumbnails"));
    m_chartKind->setObjectName(QStringLiteral("chartKind"));
    m_chart->setObjectName(QStringLiteral("countChart"));
    m_takeBack->setObjectName(QStringLiteral("takeBackFiles"));
    m_decodeProblem->setObjectName(QStringLiteral("decodeProblem"));
    m_takeBack->setProperty("link", true);
    m_again->setProperty("link", true);
    m_empty->setIconName(QStringLiteral("folder"));
    for (int kind = 0; kind <= static_cast<int>(ChartKind::AgeGroup); ++kind) {
        m_chartKind->addItem(QString(), kind);
    }
    buildLayout();
    connect(m_empty, &Notice::primaryClicked, this, &DataPage::chooseFolder);
    connect(m_add, &QPushButton::clicked, this, &DataPage::chooseFolder);
    connect(m_again, &QPushButton::clicked, m_loader, &DataLoader::scan);
    connect(m_folders, &FolderList::removeClicked, this, [this](const auto& folder) {
        auto folders = m_state.folders();
        std::erase(folders, folder);
        setFolders(std::move(folders));
    });
    connect(m_cancel, &QPushButton::clicked, m_loader, &DataLoader::cancelDecoding);
    connect(m_loader, &DataLoader::foldersListed, this,
            [this](const std::vector<ScannedFolder>& folders) {
                m_folders->setFolders(folders);
                if (m_loader->survey()) {
                    m_classes->setFolders(folders);
                    showSettings();
                }
            });
    connect(m_loader, &DataLoader::changed, this, &DataPage::showReading);
    connect(m_loader, &DataLoader::selectionChanged, this, &DataPage::showSelection);
    connect(m_loader, &DataLoader::progressed, this, &DataPage::showProgress);
    connect(m_classes, &ClassTable::selectionsEdited, this, [this](const auto& selections) {
        ml::DataSettings settings = m_state.recipe().data;
        settings.selections = selections;
        editSettings(settings);
    });
    connect(m_splits, &SplitSettings::edited, this, &DataPage::editSettings);
    connect(m_warnings, &DataWarnings::fixClicked, this, [this](const auto& fix) {
        ml::DataSettings settings = m_state.recipe().data;
        fix(settings);
        editSettings(settings);
    });
    connect(m_takeBack, &QPushButton::clicked, this, &DataPage::takeBackFiles);
    connect(m_chartKind, &QComboBox::currentIndexChanged, this, &DataPage::showChart);
    connect(m_draw, &QPushButton::clicked, m_gallery, &ClassGallery::drawAgain);
    connect(&m_state, &WizardState::recipeChanged, this, [this] {
        if (!(m_state.recipe().data == m_shownSettings) || m_state.recipe().seed != m_shownSeed) {
            showSettings();
            m_loader->select();
        }
    });
    retranslate();
    showSettings();
    showSelection();
}

DataPage::~DataPage() = default;

void DataPage::buildLayout()
{
    auto* progress = new QHBoxLayout(m_progressRow);
    progress->setContentsMargins(0, 0, 0, 0);
    auto* bar = new QVBoxLayout;
    bar->setSpacing(4);
    bar->addWidget(m_progressText);
    bar->addWidget(m_progress);
    m_progress->setTextVisible(false);
    progress->addLayout(bar, 1);
    progress->addWidget(m_cancel);
    m_decodeProblem->setWordWrap(true);
    m_folderSection->head()->addWidget(m_add);
    m_folderSection->body()->addWidget(m_folders);
    m_folderSection->body()->addWidget(m_progressRow);
    m_folderSection->body()->addWidget(m_decodeProblem);
    m_folderSection->body()->addWidget(m_again);
    m_classSection->body()->addWidget(m_classes);
    m_splitSection->body()->addWidget(m_splits);

    auto* leftOut = new QHBoxLayout(m_leftOutRow);
    leftOut->setContentsMargins(2, 0, 2, 0);
    leftOut->addWidget(m_leftOut);
    leftOut->addWidget(m_takeBack);
    leftOut->addStretch(1);
    m_chartSection->head()->addWidget(m_chartKind);
    m_chartSection->body()->addWidget(m_chart);
    m_chartSection->body()->addWidget(m_chartRemark);
    m_chartRemark->setWordWrap(true);
    m_gallerySection->head()->addWidget(m_draw);
    m_gallerySection->body()->addWidget(m_gallery);

    auto* settings = new QWidget(this);
    auto* left = new QVBoxLayout(settings);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(12);
    auto* sights = new QWidget(this);
    auto* right = new QVBoxLayout(sights);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(12);
    for (Section* section : {m_folderSection, m_classSection, m_splitSection}) {
        left->addWidget(section);
    }
    left->addStretch(1);
    right->addWidget(m_chartSection);
    right->addWidget(m_warnings);
    right->addWidget(m_leftOutRow);
    right->addWidget(m_gallerySection);
    right->addStretch(1);
    auto* columns = new FoldingColumns(settings, kLeftWidth, sights, kWarningLetters, this);
    columns->setContentsMargins(kMargin, 8, kMargin, kMargin);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(new ColumnScroll(columns, m_stack));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

QString DataPage::title() const
{
    return tr("Data");
}

QString DataPage::introduction() const
{
    return tr("Which images the network learns from, what it is to tell apart, and what it will be "
              "examined with.");
}

bool DataPage::isSound() const
{
    return problem().isEmpty();
}

QString DataPage::problem() const
{
    return m_loader->problem();
}

void DataPage::enter()
{
    m_loader->scanIfGone(); // a drive may have been taken out meanwhile
}

void DataPage::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder of labelled images"));
    dialog->setObjectName(QStringLiteral("folderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    if (!m_state.folders().empty()) {
        dialog->setDirectory(fromUtf8(toUtf8(m_state.folders().back().parent_path())));
    }
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { addFolders({pathFromUtf8(folder.toStdString())}); });
    dialog->open();
}

void DataPage::addFolders(const std::vector<std::filesystem::path>& folders)
{
    auto all = m_state.folders();
    for (const std::filesystem::path& folder : folders) {
        std::error_code ignored;
        const auto path = std::filesystem::absolute(folder, ignored).lexically_normal();
        if (std::ranges::count(all, path) == 0) {
            all.push_back(path);
        }
    }
    setFolders(std::move(all));
}

void DataPage::setFolders(std::vector<std::filesystem::path> folders)
{
    ml::TrainingRecipe recipe = m_state.recipe();
    recipe.data.selections = selectionsFor(folders, m_state.folders(), recipe.data.selections);
    // The recipe first: its listeners then look at folders that fit it.
    m_shownSettings = recipe.data;
    m_state.setRecipe(std::move(recipe));
    m_state.setFolders(std::move(folders));
}

void DataPage::editSettings(const ml::DataSettings& settings)
{
    ml::TrainingRecipe recipe = m_state.recipe();
    recipe.data = settings;
    m_state.setRecipe(std::move(recipe));
}

void DataPage::showSettings()
{
    m_shownSettings = m_state.recipe().data;
    m_shownSeed = m_state.recipe().seed;
    m_classes->setSelections(m_shownSettings.selections);
    m_splits->setSettings(m_shownSettings);
}

void DataPage::showReading()
{
    m_stack->setCurrentIndex(m_state.folders().empty() ? 0 : 1);
    m_progressRow->setVisible(m_loader->isDecoding());
    const auto& error = m_loader->decodeError();
    m_decodeProblem->setVisible(error.has_value());
    if (error) {
        m_decodeProblem->setText(
            error->code == ErrorCode::Cancelled
                ? tr("Cancelled: broken files and near-duplicates have not been looked for.")
                : problem());
    }
    m_again->setVisible(error || m_loader->hasBadFolder());
    m_classSection->setVisible(m_loader->hasImages());
    Q_EMIT soundnessChanged();
}

void DataPage::showSelection()
{
    const auto& selected = m_loader->selected();
    const bool hasData = selected.has_value();
    for (QWidget* widget :
         {static_cast<QWidget*>(m_chartSection), static_cast<QWidget*>(m_gallerySection),
          static_cast<QWidget*>(m_splitSection)}) {
        widget->setVisible(hasData);
    }
    m_leftOutRow->setVisible(hasData && selected->leftOut > 0);
    if (hasData) {
        const auto& entries = selected->dataset.entries;
        const bool hasPatients = std::ranges::any_of(
            entries, [](const ml::DatasetEntry& entry) { return !entry.patient.empty(); });
        m_splits->setData(!selected->fixedSplits.empty(), hasPatients, selected->dataset.classes);
        m_leftOut->setText(tr("%n file(s) left out.", nullptr, selected->leftOut));
        m_gallery->setDataset(selected->dataset);
        m_warnings->setAdvice(adviseOn(*selected, m_shownSettings, m_state.folders().size()));
        showChart();
    } else {
        m_warnings->setAdvice({});
    }
    showReading();
}

void DataPage::showChart()
{
    const auto& selected = m_loader->selected();
    if (!selected) {
        return;
    }
    const auto column = static_cast<CountColumn>(m_chartKind->currentIndex());
    const DataCounts counts = countImages(selected->dataset, column);
    m_chart->setCounts(counts.classes, counts.columns, counts.counts);
    m_chartRemark->setText(counts.remark);
    m_chartRemark->setVisible(!counts.remark.isEmpty());
}

void DataPage::showProgress(std::size_t done, std::size_t total)
{
    m_progress->setRange(0, static_cast<int>(total));
    m_progress->setValue(static_cast<int>(done));
    m_progressText->setText(total == 0 ? tr("Looking at the images…")
                                       : tr("Looking at the images: %1 of %2")
                                             .arg(QLocale().toString(static_cast<int>(done)),
                                                  QLocale().toString(static_cast<int>(total))));
}

void DataPage::takeBackFiles()
{
    ml::DataSettings settings = m_state.recipe().data;
    for (ml::DataSelection& selection : settings.selections) {
        selection.exclude.erase("file");
    }
    editSettings(settings);
}

void DataPage::changeEvent(QEvent* event)
{
    WizardPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showSelection();
    } else if (event->type() == QEvent::PaletteChange) {
        showSelection(); // icons in the theme's colours
    }
}

void DataPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void DataPage::dropEvent(QDropEvent* event)
{
    std::vector<std::filesystem::path> folders;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            const QFileInfo info(url.toLocalFile());
            // A manifest or an image stands for the folder that it lies in.
            const QString folder = info.isDir() ? info.filePath() : info.absolutePath();
            folders.push_back(pathFromUtf8(folder.toStdString()));
        }
    }
    event->acceptProposedAction();
    addFolders(folders);
}

void DataPage::retranslate()
{
    m_empty->setTexts(tr("Drop a folder of labelled images here"),
                      tr("With a subfolder for each class, such as normal and pneumonia; or with "
                         "train, val and test and the classes inside; or with a manifest.csv."));
    m_empty->setButtons(tr("Choose a folder…"));
    m_folderSection->setHeading(tr("Folders"));
    m_add->setText(tr("Add folder…"));
    m_add->setToolTip(tr("Several folders are put together to one data set."));
    m_again->setText(tr("Read again"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel looking at the images"));
    m_progress->setAccessibleName(tr("Images looked at"));
    m_classSection->setHeading(tr("Classes"), explainTerm(Term::DataClass));
    m_splitSection->setHeading(tr("Splits"), explainTerm(Term::Split));
    m_chartSection->setHeading(tr("Images"));
    m_chartKind->setAccessibleName(tr("Count the images by"));
    m_chartKind->setItemText(0, tr("by split"));
    m_chartKind->setItemText(1, tr("by source"));
    m_chartKind->setItemText(2, tr("patients by split"));
    m_chartKind->setItemText(3, tr("by age group"));
    m_chartKind->setItemData(1, explainTerm(Term::Source), Qt::ToolTipRole);
    m_chart->setAccessibleName(tr("Images of each class"));
    m_gallerySection->setHeading(tr("Examples"));
    m_draw->setText(tr("Draw others"));
    m_draw->setToolTip(tr("Shows other images of each class, drawn by chance."));
    m_takeBack->setText(tr("Take them back"));
}

} // namespace nefes::ui
