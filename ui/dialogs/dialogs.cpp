// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialogs.h"

#include "ui/actions/action_registry.h"
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

QString row(const QString& left, const QString& right)
{
    return QStringLiteral("<tr><td style='padding:3px 24px 3px 0'>%1</td>"
                          "<td style='padding:3px 0'><b>%2</b></td></tr>")
        .arg(left.toHtmlEscaped(), right.toHtmlEscaped());
}

QString mouseRows()
{
    return row(Dialogs::tr("Left drag"),
               Dialogs::tr("the tool; window/level: right is wider, up is brighter")) +
           row(Dialogs::tr("Middle drag"), Dialogs::tr("pan")) +
           row(Dialogs::tr("Right drag"), Dialogs::tr("zoom")) +
           row(Dialogs::tr("Right click"), Dialogs::tr("menu")) +
           row(Dialogs::tr("Wheel"), Dialogs::tr("images of the series")) +
           row(Dialogs::tr("Ctrl + wheel"), Dialogs::tr("zoom at the pointer"));
}

} // namespace

void showModelCard(QWidget* parent, const QString& title, const QString& text)
{
    openDocument(parent, QStringLiteral("modelCardDialog"), title, {680, 640})->setMarkdown(text);
}

void showShortcutSheet(QWidget* parent, const ActionRegistry& actions)
{
    QString html = QStringLiteral("<h3>%1</h3><table>").arg(Dialogs::tr("Mouse")) + mouseRows();
    html += QStringLiteral("</table>");
    for (const ActionGroup group : {ActionGroup::Image, ActionGroup::Measure, ActionGroup::Analysis,
                                    ActionGroup::View, ActionGroup::File, ActionGroup::Help}) {
        QString rows;
        for (const ActionEntry& entry : ActionRegistry::entries()) {
            const QStringList keys = actions.keyTexts(entry.id);
            if (entry.group == group && !keys.isEmpty()) {
                rows += row(QCoreApplication::translate("Actions", entry.text),
                            keys.join(Dialogs::tr(" or ", "between two keys")));
            }
        }
        html += QStringLiteral("<h3>%1</h3><table>%2</table>")
                    .arg(ActionRegistry::groupTitle(group), rows);
    }
    openDocument(parent, QStringLiteral("shortcutDialog"), Dialogs::tr("Keys and mouse"),
                 {560, 680})
        ->setHtml(html);
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
