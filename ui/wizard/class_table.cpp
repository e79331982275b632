// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/class_table.h"

#include "core/base/files.h"

#include "ui/text/format.h"
#include "ui/wizard/glossary.h"
#include "ui/wizard/section.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>
#include <map>

namespace nefes::ui {

namespace {

bool contains(const ml::DataSelection::Filter& filter, const std::string& value)
{
    const auto found = filter.find("label");
    return found != filter.end() && std::ranges::count(found->second, value) > 0;
}

bool isUsed(const ml::DataSelection& selection, const std::string& label)
{
    return !contains(selection.exclude, label) &&
           (!selection.include.contains("label") || contains(selection.include, label));
}

} // namespace

ClassTable::ClassTable(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
}

void ClassTable::setFolders(const std::vector<ScannedFolder>& folders)
{
    m_folders.clear();
    for (const ScannedFolder& scanned : folders) {
        std::map<std::string, int> counts;
        for (const ml::DatasetEntry& entry : scanned.entries) {
            ++counts[entry.label];
        }
        Folder folder{.path = scanned.path, .labels = {}};
        for (const auto& [name, count] : counts) {
            folder.labels.push_back({name, count});
        }
        m_folders.push_back(std::move(folder));
    }
    build();
}

void ClassTable::build()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        // Not at once: the edit that led here may still be under way in one of them.
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_rows.clear();
    m_heads.clear();
    int line = 0;
    for (int column = 0; column < 3; ++column) {
        m_heads.push_back(roleLabel("caption", this));
        m_grid->addWidget(m_heads.back(), line, column,
                          column == 2 ? Qt::AlignRight : Qt::AlignLeft);
    }
    for (std::size_t folder = 0; folder < m_folders.size(); ++folder) {
        if (m_folders.size() > 1) {
            auto* title = roleLabel("secondary", this);
            title->setText(fromUtf8(toUtf8(m_folders[folder].path.filename())));
            m_grid->addWidget(title, ++line, 0, 1, 3);
        }
        for (std::size_t label = 0; label < m_folders[folder].labels.size(); ++label) {
            const std::size_t index = m_rows.size();
            Row row{.folder = folder,
                    .label = label,
                    .use = new QCheckBox(fromUtf8(m_folders[folder].labels[label].name), this),
                    .name = new QLineEdit(this),
                    .images = new QLabel(this)};
            m_grid->addWidget(row.use, ++line, 0);
            m_grid->addWidget(row.name, line, 1);
            m_grid->addWidget(row.images, line, 2, Qt::AlignRight | Qt::AlignVCenter);
            connect(row.use, &QCheckBox::toggled, this, [this, index] { edit(index); });
            connect(row.name, &QLineEdit::editingFinished, this, [this, index] { edit(index); });
            m_rows.push_back(row);
        }
    }
    retranslate();
    setSelections(m_selections);
}

void ClassTable::setSelections(const std::vector<ml::DataSelection>& selections)
{
    m_selections = selections;
    if (m_selections.size() != m_folders.size()) {
        m_selections.resize(std::max<std::size_t>(m_folders.size(), 1),
                            selections.empty() ? ml::DataSelection{} : selections.front());
    }
    for (const Row& row : m_rows) {
        const std::string& label = m_folders[row.folder].labels[row.label].name;
        const ml::DataSelection& selection = m_selections[row.folder];
        const auto mapped = selection.map.find(label);
        const QSignalBlocker useBlocker(row.use);
        const QSignalBlocker nameBlocker(row.name);
        row.use->setChecked(isUsed(selection, label));
        row.name->setEnabled(row.use->isChecked());
        const QString name = fromUtf8(mapped == selection.map.end() ? label : mapped->second);
        if (row.name->text() != name) {
            row.name->setText(name);
        }
    }
}

void ClassTable::edit(std::size_t index)
{
    const Row& row = m_rows[index];
    const std::string& label = m_folders[row.folder].labels[row.label].name;
    ml::DataSelection& selection = m_selections[row.folder];
    if (row.use->isChecked() != isUsed(selection, label)) {
        auto& excluded = selection.exclude["label"];
        std::erase(excluded, label);
        if (!row.use->isChecked()) {
            excluded.push_back(label);
        } else if (const auto included = selection.include.find("label");
                   included != selection.include.end() && !contains(selection.include, label)) {
            included->second.push_back(label);
        }
        if (excluded.empty()) {
            selection.exclude.erase("label");
        }
    }
    const QString wanted = row.name->text().trimmed();
    if (wanted.isEmpty() || wanted.toStdString() == label) {
        selection.map.erase(label);
    } else {
        selection.map[label] = wanted.toStdString();
    }
    Q_EMIT selectionsEdited(m_selections);
}

void ClassTable::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void ClassTable::retranslate()
{
    if (m_heads.empty()) {
        return;
    }
    m_heads[0]->setText(tr("Label in the folder"));
    m_heads[1]->setText(tr("Class"));
    m_heads[1]->setToolTip(explainTerm(Term::DataClass));
    m_heads[2]->setText(tr("Images"));
    for (const Row& row : m_rows) {
        const Folder& folder = m_folders[row.folder];
        const Label& label = folder.labels[row.label];
        QString name = fromUtf8(label.name);
        if (m_folders.size() > 1) {
            name =
                tr("%1 in %2", "label, folder").arg(name, fromUtf8(toUtf8(folder.path.filename())));
        }
        row.use->setAccessibleName(tr("Use %1", "label").arg(name));
        row.use->setToolTip(tr("Without the tick these images are left out."));
        row.name->setAccessibleName(tr("Class of %1", "label").arg(name));
        row.name->setToolTip(tr("Give two labels the same class to put them together."));
        row.images->setText(QLocale().toString(label.images));
    }
}

} // namespace nefes::ui
