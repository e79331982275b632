// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialogs.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace nefes::ui {

namespace {

/// The translation context of these dialogs.
struct Dialogs {
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
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

void showModelCard(QWidget* parent, const QString& title, const QString& text)
{
    openDocument(parent, QStringLiteral("modelCardDialog"), title, {680, 640})->setMarkdown(text);
}

void showAbout(QWidget* parent, const std::string& version)
{
    const QString text =
        Dialogs::tr("<h2>Nefes %1</h2>"
                    "<p>A radiology viewer with an embedded classifier.</p>"
                    "<p>Its estimates are no diagnosis, and the program is no medical device.</p>"
                    "<p>Free software under the GNU General Public License, version 3 or later; it "
                    "comes without any warranty.</p>")
            .arg(fromUtf8(version).toHtmlEscaped());
    openDocument(parent, QStringLiteral("aboutDialog"), Dialogs::tr("About Nefes"), {480, 320})
        ->setHtml(text);
}

} // namespace nefes::ui
