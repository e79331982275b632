// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/model_shelf.h"

#include "core/base/files.h"

#include "ml/model_registry.h"
#include "ml/package_files.h"

#include "ui/dialogs/dialogs.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/wizard/confusion_view.h"
#include "ui/wizard/glossary.h"
#include "ui/wizard/number_item.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include <utility>

namespace nefes::ui {

namespace {

using nlohmann::json;

/// A metric of the test images, or of the validation images where there are no others.
QString measured(const ml::ModelDescription& model, const char* name)
{
    for (const char* split : {"test", "validation"}) {
        const json metrics =
            model.metrics.is_object() ? model.metrics.value(split, json()) : json();
        if (metrics.is_object()) {
            return metricText(metrics, name);
        }
    }
    return QStringLiteral("–");
}

/// The installed model whose weights would be lost to those of a package. A package that cannot be
/// read replaces none: its import says so.
std::optional<InstalledModel>
replacedBy(const std::filesystem::path& package,
           const std::function<std::vector<InstalledModel>()>& listModels)
{
    const auto other = ml::readModelDescription(package);
    if (!other || !listModels) {
        return std::nullopt;
    }
    for (InstalledModel& model : listModels()) {
        const auto own = ml::readModelDescription(model.folder);
        if (own && own->id == other->id && !ml::hasSameWeights(*own, *other)) {
            return std::move(model);
        }
    }
    return std::nullopt;
}

QString labelsText(const ml::ModelDescription& model)
{
    QStringList names;
    for (const ml::ModelLabel& label : model.labels) {
        names.append(localised(label.name));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

ModelShelf::ModelShelf(const Services& services, QThreadPool& pool, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_pool(pool)
    , m_listTask(pool, this)
    , m_table(new QTableWidget(this))
    , m_import(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_card(new QPushButton(this))
    , m_message(new QLabel(this))
{
    m_table->setObjectName(QStringLiteral("modelTable"));
    m_table->setColumnCount(7);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_message->setObjectName(QStringLiteral("modelMessage"));
    m_message->setWordWrap(true);
    m_message->setProperty("role", QStringLiteral("secondary"));
    const std::pair<QPushButton*, const char*> buttons[] = {{m_import, "modelImport"},
                                                            {m_export, "modelExport"},
                                                            {m_remove, "modelRemove"},
                                                            {m_card, "modelCard"}};
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (const auto& [button, name] : buttons) {
        button->setObjectName(QLatin1String(name));
        row->addWidget(button);
    }
    row->addStretch(1);
    connect(m_import, &QPushButton::clicked, this, &ModelShelf::askImport);
    connect(m_export, &QPushButton::clicked, this, &ModelShelf::askExport);
    connect(m_remove, &QPushButton::clicked, this, &ModelShelf::askRemove);
    connect(m_card, &QPushButton::clicked, this, &ModelShelf::showCard);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] { updateButtons(); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_message);
    layout->addLayout(row);
    retranslate();
}

void ModelShelf::reload()
{
    if (!m_services.listModels) {
        return;
    }
    m_listTask.start(
        [list = m_services.listModels](std::stop_token) {
            std::vector<Row> rows;
            for (InstalledModel& model : list()) {
                Row row{std::move(model), std::nullopt};
                if (auto description = ml::readModelDescription(row.model.folder)) {
                    row.description = *std::move(description);
                }
                rows.push_back(std::move(row));
            }
            return rows;
        },
        [this](std::vector<Row> rows) {
            m_rows = std::move(rows);
            showRows();
        });
}

void ModelShelf::showRows()
{
    const int before = m_table->currentRow();
    m_table->setRowCount(static_cast<int>(m_rows.size()));
    for (int i = 0; i < m_table->rowCount(); ++i) {
        const Row& row = m_rows[static_cast<std::size_t>(i)];
        const bool isKnown = row.description.has_value();
        const QStringList cells{localised(row.model.title),
                                fromUtf8(row.model.id),
                                fromUtf8(row.model.version),
                                isKnown ? dateText(row.description->date) : QString(),
                                isKnown ? labelsText(*row.description) : QString(),
                                isKnown ? measured(*row.description, "accuracy") : QString(),
                                isKnown ? measured(*row.description, "macro_auc") : QString()};
        for (int column = 0; column < cells.size(); ++column) {
            auto* cell = new QTableWidgetItem(cells.at(column));
            cell->setToolTip(cells.at(column));
            m_table->setItem(i, column, cell);
        }
    }
    if (before >= 0 && before < m_table->rowCount()) {
        m_table->selectRow(before);
    }
    updateButtons();
}

const ModelShelf::Row* ModelShelf::chosen() const
{
    const int row = m_table->selectedItems().isEmpty() ? -1 : m_table->currentRow();
    return row >= 0 && row < static_cast<int>(m_rows.size())
               ? &m_rows[static_cast<std::size_t>(row)]
               : nullptr;
}

void ModelShelf::run(std::function<Result<void>()> work, const QString& done)
{
    runInBackground(m_pool, this, std::move(work), [this, done](const Result<void>& result) {
        if (result) {
            m_message->setText(done);
            Q_EMIT modelsChanged();
        } else {
            m_message->setText(
                result.error().code == ErrorCode::InvalidArgument
                    ? tr("This is not possible: the name belongs to a model that came with the "
                         "program, or the folder exists already.")
                    : errorText(result.error().code));
        }
        reload();
    });
}

void ModelShelf::importFrom(const std::filesystem::path& package)
{
    runInBackground(
        m_pool, this, [package, list = m_services.listModels] { return replacedBy(package, list); },
        [this, package](const std::optional<InstalledModel>& installed) {
            if (installed) {
                askReplace(package, *installed);
            } else {
                installFrom(package);
            }
        });
}

void ModelShelf::askReplace(const std::filesystem::path& package, const InstalledModel& installed)
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Replace the model"),
                                tr("Replace “%1”? It has the same identifier and other weights, "
                                   "which are deleted.")
                                    .arg(localised(installed.title)),
                                QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("replaceQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* replace = box->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    replace->setObjectName(QStringLiteral("replaceConfirm"));
    box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(replace, &QPushButton::clicked, this, [this, package] { installFrom(package); });
    box->open();
}

void ModelShelf::installFrom(const std::filesystem::path& package)
{
    run(
        [install = m_services.training.installModel, package]() -> Result<void> {
            if (!install) {
                return fail(ErrorCode::WriteFailed, "models cannot be installed here");
            }
            NEFES_CHECK(install(package));
            return {};
        },
        tr("Imported. It can be chosen in the analysis panel."));
}

void ModelShelf::exportTo(const std::filesystem::path& folder)
{
    if (const Row* row = chosen(); row != nullptr && m_services.training.exportModel) {
        run([write = m_services.training.exportModel, id = row->model.id,
             target = folder / row->model.id] { return write(id, target); },
            tr("Exported: %1")
                .arg(QDir::toNativeSeparators(fromUtf8(toUtf8(folder / row->model.id)))));
    }
}

void ModelShelf::askImport()
{
    auto* dialog = new QFileDialog(this, tr("Folder of the model package"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { importFrom(pathFromUtf8(folder.toStdString())); });
    dialog->open();
}

void ModelShelf::askExport()
{
    auto* dialog = new QFileDialog(this, tr("Where to export to"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { exportTo(pathFromUtf8(folder.toStdString())); });
    dialog->open();
}

void ModelShelf::askRemove()
{
    const Row* row = chosen();
    if (row == nullptr) {
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Question, tr("Remove the model"),
                                tr("Remove “%1”? Its weights are deleted; the run that made it "
                                   "stays.")
                                    .arg(localised(row->model.title)),
                                QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("removeQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("removeConfirm"));
    box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(remove, &QPushButton::clicked, this, [this, id = row->model.id] { removeChosen(id); });
    box->open();
}

void ModelShelf::removeChosen(const std::string& id)
{
    if (m_services.training.removeModel) {
        run([remove = m_services.training.removeModel, id] { return remove(id); }, tr("Removed."));
    }
}

void ModelShelf::showCard()
{
    const Row* row = chosen();
    if (row == nullptr) {
        return;
    }
    runInBackground(
        m_pool, this,
        [file = modelCardFile(row->model.folder)] { return readTextFile(file, ml::kMaxCardBytes); },
        [this, title = localised(row->model.title)](const Result<std::string>& text) {
            if (text) {
                showModelCard(window(), title, fromUtf8(*text));
            } else {
                m_message->setText(errorText(text.error().code));
            }
        });
}

void ModelShelf::updateButtons()
{
    const bool isChosen = chosen() != nullptr;
    m_export->setEnabled(isChosen && m_services.training.exportModel != nullptr);
    m_remove->setEnabled(isChosen && m_services.training.removeModel != nullptr);
    m_card->setEnabled(isChosen);
    m_import->setEnabled(m_services.training.installModel != nullptr);
}

void ModelShelf::retranslate()
{
    m_table->setAccessibleName(tr("Installed models"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Identifier"), tr("Version"), tr("Date"),
                                        tr("Classes"), tr("Accuracy"), tr("Mean AUC")});
    m_import->setText(tr("Import…"));
    m_import->setToolTip(explainTerm(Term::ModelPackage));
    m_export->setText(tr("Export…"));
    m_remove->setText(tr("Remove…"));
    m_card->setText(tr("Model card"));
    m_message->clear();
    showRows();
}

void ModelShelf::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
