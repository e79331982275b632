// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_fixture.h"
#include "tests/ui/wizard_fixture.h"
#include "ui/wizard/data_page.h"
#include "ui/wizard/folding_columns.h"

#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QTabWidget>

using namespace nefes;
using test::WizardFixture;

namespace {

/// The widest that a small laptop shows.
constexpr QSize kLaptop(1366, 768);

/// What a reader would have to scroll sideways for; tables have columns of their own to scroll.
QStringList scrolledSideways(const QWidget& top)
{
    QStringList found;
    for (const auto* area : top.findChildren<QAbstractScrollArea*>()) {
        const bool isTable = qobject_cast<const QTableView*>(area) != nullptr;
        if (!area->isVisible() || isTable) {
            continue;
        }
        const int range = area->horizontalScrollBar()->maximum();
        if (range > 0) {
            found << QStringLiteral("%1 %2 by %3 pixels")
                         .arg(QLatin1String(area->metaObject()->className()), area->objectName())
                         .arg(range);
        }
        // Without a bar, what is too wide is cut off.
        const auto* scroll = qobject_cast<const QScrollArea*>(area);
        if (scroll != nullptr && scroll->widget()->width() > scroll->viewport()->width()) {
            found << QStringLiteral("%1: %2 of %3 pixels are seen")
                         .arg(QLatin1String(scroll->widget()->metaObject()->className()))
                         .arg(scroll->viewport()->width())
                         .arg(scroll->widget()->width());
        }
    }
    return found;
}

} // namespace

class WizardSmallTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noPageScrollsSidewaysInTheSmallestWindow_data();
    void noPageScrollsSidewaysInTheSmallestWindow();
    void theTwoColumnsOfTheDataStandSideBySideWhereThereIsRoom();
};

void WizardSmallTest::noPageScrollsSidewaysInTheSmallestWindow_data()
{
    QTest::addColumn<bool>("isTurkish");
    QTest::newRow("English") << false;
    QTest::newRow("Turkish") << true;
}

void WizardSmallTest::noPageScrollsSidewaysInTheSmallestWindow()
{
    QFETCH(bool, isTurkish);
    WizardFixture fixture(isTurkish ? ui::Language::Turkish : ui::Language::English);
    test::writeEngine(fixture.folder(), "started\nfor e in 1 2 3; do\nfor s in 1 2 3 4; do batch "
                                        "$e $s; done; epoch $e; done\nexit 1\n");
    fixture.services.training.program = fixture.folder() / "engine.sh";
    ui::TrainingWizard& wizard = fixture.wizard();
    auto* page = wizard.findChild<ui::DataPage*>();
    QVERIFY(page != nullptr);
    // Long names, as folders of hospitals have them.
    page->addFolders({test::writeDataset(
        fixture.folder() / "set", {"bilateral_opacities", "no_finding", "viral_pneumonia"}, 12)});
    QVERIFY(QTest::qWaitFor([page] { return page->isSound(); }, test::kIdleTimeoutMs));
    auto* stack = qobject_cast<QStackedWidget*>(page->parentWidget());
    QVERIFY(stack != nullptr);
    const auto look = [&](int step, const QString& scene) {
        fixture.window().resize(fixture.window().minimumSizeHint());
        QTest::qWait(50);
        const QStringList found = scrolledSideways(*stack->widget(step));
        QVERIFY2(found.isEmpty(),
                 qPrintable(QStringLiteral("%1: %2").arg(scene, found.join(QLatin1Char('\n')))));
        fixture.picture(
            qPrintable(QStringLiteral("small-%1-%2")
                           .arg(QString(scene).replace(QLatin1Char(' '), QLatin1Char('-')),
                                QLatin1String(QTest::currentDataTag()))));
        QVERIFY2(fixture.window().width() <= kLaptop.width() &&
                     fixture.window().height() <= kLaptop.height(),
                 qPrintable(QStringLiteral("%1: the window is %2 x %3")
                                .arg(scene)
                                .arg(fixture.window().width())
                                .arg(fixture.window().height())));
    };
    for (int step = 0; step < stack->count(); ++step) {
        wizard.goToStep(step);
        stack->setCurrentIndex(step); // also those that are not open yet
        QTest::qWait(200);            // previews
        look(step, QStringLiteral("step %1").arg(step + 1));
        for (auto* tabs : stack->widget(step)->findChildren<QTabWidget*>()) {
            for (int tab = 0; tab < tabs->count() && tabs->isVisible(); ++tab) {
                tabs->setCurrentIndex(tab);
                look(step, QStringLiteral("step %1 %2 %3")
                               .arg(step + 1)
                               .arg(tabs->objectName())
                               .arg(tab + 1));
            }
            tabs->setCurrentIndex(0);
        }
    }
    // With a run behind it, that failed, and facts of it.
    wizard.goToStep(3);
    stack->setCurrentIndex(3);
    QTest::mouseClick(fixture.child<QPushButton>("trainStart"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.child<QFrame>("trainFailure")->isVisible(),
                             test::kPageTimeoutMs);
    look(3, QStringLiteral("a failed run"));
}

void WizardSmallTest::theTwoColumnsOfTheDataStandSideBySideWhereThereIsRoom()
{
    WizardFixture fixture;
    auto* page = fixture.wizard().findChild<ui::DataPage*>();
    QVERIFY(page != nullptr);
    page->addFolders({test::writeDataset(fixture.folder() / "set", {"no", "yes"}, 12)});
    QVERIFY(QTest::qWaitFor([page] { return page->isSound(); }, test::kIdleTimeoutMs));
    auto* columns = page->findChild<ui::FoldingColumns*>();
    QVERIFY(columns != nullptr);
    fixture.window().resize(1280, 800);
    QTRY_VERIFY(!columns->isFolded());
    fixture.window().resize(fixture.window().minimumSizeHint());
    QTRY_VERIFY(columns->isFolded());
    fixture.window().resize(1280, 800);
    QTRY_VERIFY(!columns->isFolded());
}

QTEST_MAIN(WizardSmallTest)
#include "wizard_small_test.moc"
