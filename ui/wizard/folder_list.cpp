// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/folder_list.h"

#include "core/base/files.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/wizard/section.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace nefes::ui {

namespace {

constexpr int kLongestPath = 260;

QString folderError(const Error& error)
{
    switch (error.code) {
    case ErrorCode::FileNotFound:
        return FolderList::tr("This folder is gone. Put it back, or take it out of the list.");
    case ErrorCode::DatasetEmpty:
        return FolderList::tr(
            "No labelled images in here. Needed are subfolders, one a class, or a "
            "manifest.csv.");
    case ErrorCode::DatasetInvalid:
    case ErrorCode::DamagedFile:
        return FolderList::tr("Its manifest.csv cannot be used: %1").arg(fromUtf8(error.detail));
    default:
        return errorText(error.code);
    }
}

} // namespace

FolderList::FolderList(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
}

void FolderList::setFolders(std::vector<ScannedFolder> folders)
{
    m_folders = std::move(folders);
    build();
}

void FolderList::build()
{
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const ScannedFolder& folder : m_folders) {
        auto* row = new QWidget(this);
        const QString path = fromUtf8(toUtf8(folder.path));
        auto* name = new QLabel(row);
        name->setText(name->fontMetrics().elidedText(path, Qt::ElideMiddle, kLongestPath));
        name->setToolTip(path);
        auto* state = roleLabel(folder.error ? "error" : "secondary", row);
        state->setObjectName(QStringLiteral("folderState"));
        state->setWordWrap(true);
        if (folder.error) {
            state->setText(folderError(*folder.error));
        } else {
            const int count = static_cast<int>(folder.entries.size());
            state->setText(count == 0 ? tr("Being read…") : tr("%n image(s)", nullptr, count));
        }
        auto* remove = new QToolButton(row);
        remove->setObjectName(QStringLiteral("folderRemove"));
        remove->setIcon(themedIcon(QStringLiteral("close")));
        remove->setToolTip(tr("Take this folder out of the list. The files stay."));
        remove->setAccessibleName(tr("Take out %1", "folder").arg(path));
        connect(remove, &QToolButton::clicked, this,
                [this, target = folder.path] { Q_EMIT removeClicked(target); });
        auto* words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(name);
        words->addWidget(state);
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addLayout(words, 1);
        layout->addWidget(remove, 0, Qt::AlignTop);
        m_layout->addWidget(row);
    }
}

void FolderList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        build();
    }
}

} // namespace nefes::ui
