// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/key_page.h"

#include "ui/actions/action_registry.h"

#include <QCoreApplication>

namespace nefes::ui {

namespace {

/// The translation context of this page.
struct Dialogs {
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

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

QString keyPage(const ActionRegistry& actions)
{
    QString html = QStringLiteral("<h3>%1</h3><table>").arg(Dialogs::tr("Mouse")) + mouseRows();
    html += QStringLiteral("</table>");
    for (const ActionGroup group :
         {ActionGroup::Image, ActionGroup::Measure, ActionGroup::Analysis, ActionGroup::View,
          ActionGroup::Training, ActionGroup::File, ActionGroup::Help}) {
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
    return html;
}

} // namespace nefes::ui
