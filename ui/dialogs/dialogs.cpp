// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialogs.h"

#include "ml/package_files.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLayout>
#include <QLocale>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace nefes::ui {

namespace {

/// The translation context of these dialogs.
struct Dialogs {
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

/// Sets the least height of a dialog that its texts need at its width.
class ReadableHeight final : public QObject
{
public:
    explicit ReadableHeight(QDialog& dialog)
        : QObject(&dialog)
        , m_dialog(dialog)
    {
        dialog.installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const QEvent::Type type = event->type();
        if (type == QEvent::Resize || type == QEvent::LayoutRequest || type == QEvent::Show) {
            const QLayout& layout = *m_dialog.layout();
            const int wanted = layout.hasHeightForWidth()
                                   ? layout.totalMinimumHeightForWidth(m_dialog.width())
                                   : 0;
            if (wanted != m_dialog.minimumHeight()) {
                m_dialog.setMinimumHeight(wanted);
            }
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QDialog& m_dialog;
};

/// A dialog with one document and a button to close it; deletes itself.
QTextBrowser* openDocument(QWidget* parent, const QString& objectName, const QString& title,
                           QSize size)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(objectName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* browser = new QTextBrowser(dialog);
    browser->setOpenExternalLinks(true);
    auto* buttons = new QDialogButtonBox(dialog);
    buttons->addButton(Dialogs::tr("Close"), QDialogButtonBox::RejectRole);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(browser, 1);
    layout->addWidget(buttons);
    dialog->resize(size);
    dialog->show();
    return browser;
}

} // namespace

void keepTextsReadable(QDialog& dialog)
{
    new ReadableHeight(dialog); // owned by the dialog
}

std::filesystem::path modelCardFile(const std::filesystem::path& package)
{
    const bool isTurkish = QLocale().language() == QLocale::Turkish;
    return package / (isTurkish ? ml::kCardTurkish : ml::kCardEnglish);
}

void showModelCard(QWidget* parent, const QString& title, const QString& text)
{
    openDocument(parent, QStringLiteral("modelCardDialog"), title, {680, 640})->setMarkdown(text);
}

} // namespace nefes::ui
