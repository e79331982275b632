// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/wizard_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/length_dialogs.h"
#include "ui/dialogs/report_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/help/help_window.h"
#include "ui/panels/crash_bar.h"
#include "ui/viewer/viewer_area.h"
#include "ui/wizard/data_page.h"

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QTranslator>

#include <algorithm>

using namespace nefes;
using test::WizardFixture;

namespace {

constexpr int kTolerance = 1; ///< pixels: sizes of fonts are rounded

/// English with every vowel written twice: about 40 % longer, as German or Finnish would be.
/// Placeholders and tags stay as they are.
class LongerTexts final : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char*, const char* source, const char*,
                                    int) const override
    {
        QString longer;
        bool isTag = false;
        for (const QChar letter : QString::fromUtf8(source)) {
            isTag = (isTag || letter == QLatin1Char('<')) && letter != QLatin1Char('>');
            longer += letter;
            if (!isTag && QStringLiteral("aeiouAEIOU").contains(letter)) {
                longer += letter.toLower();
            }
        }
        return longer;
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// Widgets in a column of fixed width that English and Turkish fit.
const QStringList kOnlyRealLanguages{QStringLiteral("splitByPatient")};

QString nameOf(const QWidget& widget)
{
    QString name = QLatin1String(widget.metaObject()->className());
    for (const QWidget* at = &widget; at != nullptr && !at->isWindow(); at = at->parentWidget()) {
        if (!at->objectName().isEmpty()) {
            return name + QLatin1Char(' ') + at->objectName();
        }
    }
    return name;
}

/// Whether the widget lies in a part that people scroll to see, in the given direction.
bool isScrolled(const QWidget& widget, Qt::Orientation direction)
{
    for (const QWidget* at = &widget; at != nullptr; at = at->parentWidget()) {
        const auto* area = qobject_cast<const QAbstractScrollArea*>(at);
        if (area != nullptr && &widget != area) {
            const auto policy = direction == Qt::Horizontal ? area->horizontalScrollBarPolicy()
                                                            : area->verticalScrollBarPolicy();
            if (policy != Qt::ScrollBarAlwaysOff) {
                return true;
            }
        }
    }
    return false;
}

/// What of the text of a visible widget cannot be read; empty when all of it can.
class Clipping
{
public:
    /// `isWide`: the window has its usual size, at which nothing needs scrolling sideways.
    Clipping(const QWidget& top, bool isWide, bool isLonger)
        : m_isWide(isWide)
    {
        for (const QWidget* widget : top.findChildren<QWidget*>()) {
            // Headers of Qt's own file dialog and the like are not ours; nor is a page behind.
            if (widget->isVisible() && widget->window() == &top &&
                !(isLonger && kOnlyRealLanguages.contains(widget->objectName()))) {
                look(*widget);
            }
        }
    }
    [[nodiscard]] const QStringList& found() const { return m_found; }

private:
    void tell(const QWidget& widget, const QString& text, QSize wanted, QSize given)
    {
        m_found << QStringLiteral("%1: \"%2\" wants %3 x %4, has %5 x %6")
                       .arg(nameOf(widget), text.left(60))
                       .arg(wanted.width())
                       .arg(wanted.height())
                       .arg(given.width())
                       .arg(given.height());
    }

    void look(const QWidget& widget)
    {
        if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
            lookAtLabel(*label);
        } else if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
            lookAtBox(*box);
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
            lookAtButton(*button);
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
            const QSize wanted(tabs->tabRect(tabs->count() - 1).right() + 1, 0);
            if (tabs->count() > 0 && wanted.width() > tabs->width() + kTolerance) {
                tell(*tabs, tabs->tabText(tabs->count() - 1), wanted, tabs->size());
            }
        } else if (const auto* header = qobject_cast<const QHeaderView*>(&widget)) {
            lookAtHeader(*header);
        } else if (const auto* area = qobject_cast<const QScrollArea*>(&widget)) {
            if (m_isWide && area->horizontalScrollBar()->maximum() > kTolerance) {
                tell(*area, QStringLiteral("contents"),
                     area->viewport()->size() + QSize(area->horizontalScrollBar()->maximum(), 0),
                     area->viewport()->size());
            }
        }
        lookAtPlace(widget);
    }

    void lookAtLabel(const QLabel& label)
    {
        if (label.text().isEmpty() || !label.pixmap().isNull()) {
            return;
        }
        QSize wanted = label.sizeHint();
        if (label.wordWrap()) {
            wanted = QSize(label.minimumSizeHint().width(), label.heightForWidth(label.width()));
        }
        if (wanted.width() > label.width() + kTolerance ||
            wanted.height() > label.height() + kTolerance) {
            tell(label, label.text(), wanted, label.size());
        }
    }

    void lookAtBox(const QComboBox& box)
    {
        QStyleOptionComboBox option;
        option.initFrom(&box);
        const QRect room = box.style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                       QStyle::SC_ComboBoxEditField, &box);
        const int wanted = box.fontMetrics().horizontalAdvance(box.currentText());
        if (wanted > room.width() + kTolerance) {
            tell(box, box.currentText(), QSize(wanted, 0), room.size());
        }
    }

    void lookAtButton(const QAbstractButton& button)
    {
        const auto* tool = qobject_cast<const QToolButton*>(&button);
        const bool isIcon = tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly &&
                            !tool->icon().isNull();
        if (button.text().isEmpty() || isIcon) {
            return;
        }
        const QSize wanted = button.sizeHint();
        if (wanted.width() > button.width() + kTolerance ||
            wanted.height() > button.height() + kTolerance) {
            tell(button, button.text(), wanted, button.size());
        }
    }

    void lookAtHeader(const QHeaderView& header)
    {
        if (header.orientation() == Qt::Vertical) {
            return;
        }
        for (int section = 0; section < header.count(); ++section) {
            const QString text = header.model()->headerData(section, Qt::Horizontal).toString();
            const int wanted = header.sectionSizeHint(section);
            if (!header.isSectionHidden(section) && !text.isEmpty() &&
                wanted > header.sectionSize(section) + kTolerance) {
                tell(header, text, QSize(wanted, 0), QSize(header.sectionSize(section), 0));
            }
        }
    }

    /// A text may have its size and still lie beside its parent.
    void lookAtPlace(const QWidget& widget)
    {
        const bool isText = qobject_cast<const QLabel*>(&widget) != nullptr ||
                            qobject_cast<const QAbstractButton*>(&widget) != nullptr;
        const QWidget* parent = widget.parentWidget();
        if (!isText || parent == nullptr || widget.inherits("QTipLabel")) {
            return;
        }
        const QRect place = widget.geometry();
        const bool isOut =
            (place.right() > parent->width() + kTolerance && !isScrolled(widget, Qt::Horizontal)) ||
            (place.bottom() > parent->height() + kTolerance && !isScrolled(widget, Qt::Vertical));
        if (isOut) {
            tell(widget, QStringLiteral("lies outside its parent"),
                 QSize(place.right(), place.bottom()), parent->size());
        }
    }

    bool m_isWide;
    QStringList m_found;
};

} // namespace

class ClippingTest final : public QObject
{
    Q_OBJECT

private:
    QStringList m_wrong;
    bool m_isLonger = false;

    /// Looks at what is shown now.
    void look(const QString& scene, QWidget& window, bool isWide = true)
    {
        // Layouts follow a change of texts with the next turns of the event loop; on a busy machine
        // the time may be over after the first of them.
        for (int turn = 0; turn < 5; ++turn) {
            QTest::qWait(30);
        }
        if (const char* folder = std::getenv("NEFES_TEST_PICTURES")) {
            QString name = scene + QLatin1Char('-') + QLatin1String(QTest::currentDataTag());
            name.replace(QLatin1Char(' '), QLatin1Char('_'));
            window.grab().save(QStringLiteral("%1/%2.png").arg(QLatin1String(folder), name));
        }
        const Clipping clipping(window, isWide, m_isLonger);
        for (const QString& clipped : clipping.found()) {
            m_wrong << QStringLiteral("%1: %2").arg(scene, clipped);
        }
    }
    static void makeSmall(QWidget& window)
    {
        window.resize(window.minimumSizeHint());
        QTest::qWait(30);
    }
    void lookAtPanels(WizardFixture& fixture);
    void lookAtDialogs(WizardFixture& fixture);
    void lookAtWizard(WizardFixture& fixture);

private Q_SLOTS:
    void noTextIsClipped_data();
    void noTextIsClipped();
};

void ClippingTest::lookAtPanels(WizardFixture& fixture)
{
    makeSmall(fixture.window());
    look(QStringLiteral("empty window"), fixture.window());
    const std::vector<std::filesystem::path> files{
        test::writeSynthetic(fixture.folder(), {}), fixture.folder() / "absent.dcm",
        test::writeSynthetic(fixture.folder(), {.name = "b.test", .seriesUid = "1.1.2"})};
    QVERIFY(fixture.open(files));
    makeSmall(fixture.window());
    for (const char* panel : {"analysis", "measurements", "window", "tags", "studies", "library"}) {
        QVERIFY(fixture.window().showPanel(QLatin1String(panel)));
        QVERIFY(fixture.waitUntilIdle());
        look(QStringLiteral("panel ") + QLatin1String(panel), fixture.window());
    }
    fixture.trigger("layout2x2");
    look(QStringLiteral("four viewports"), fixture.window());
    fixture.trigger("layout1x1");
}

void ClippingTest::lookAtDialogs(WizardFixture& fixture)
{
    const auto dialog = [&](const QString& scene, auto* shown) {
        QVERIFY2(shown != nullptr, qPrintable(scene));
        look(scene, *shown);
        makeSmall(*shown);
        look(scene + QStringLiteral(", small"), *shown);
        shown->close();
        QTest::qWait(1);
    };
    fixture.trigger("showSettings");
    auto* settings = fixture.window().findChild<ui::SettingsDialog*>();
    auto* tabs = settings->findChild<QTabWidget*>(QStringLiteral("settingsTabs"));
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        look(QStringLiteral("settings %1").arg(tab), *settings);
    }
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        makeSmall(*settings);
        look(QStringLiteral("settings %1, small").arg(tab), *settings);
    }
    settings->close();
    fixture.trigger("shortcutSheet");
    auto* pages = fixture.window().findChild<QListWidget*>(QStringLiteral("helpPages"));
    for (int page = 1; page < pages->count(); ++page) {
        pages->setCurrentRow(page);
        look(QStringLiteral("help, page %1").arg(page), *pages->window());
    }
    dialog(QStringLiteral("help"), fixture.window().findChild<ui::HelpWindow*>());
    fixture.trigger("about");
    dialog(QStringLiteral("about"), fixture.window().findChild<ui::AboutDialog*>());
    new ui::ReportDialog(QStringLiteral("stack"), &fixture.window());
    auto* report = fixture.window().findChild<ui::ReportDialog*>();
    report->show();
    dialog(QStringLiteral("crash report"), report);
    const auto plain = [&](const QString& scene) {
        QDialog* shown = nullptr;
        for (QDialog* candidate : fixture.window().findChildren<QDialog*>()) {
            shown = candidate->isVisible() ? candidate : shown;
        }
        dialog(scene, shown);
    };
    ui::askExport(&fixture.window(), ui::ExportGoal::File, true, [](const auto&) {});
    plain(QStringLiteral("export"));
    ui::askExport(&fixture.window(), ui::ExportGoal::Printer, true, [](const auto&) {});
    plain(QStringLiteral("print"));
    ui::askKnownLength(&fixture.window(), QStringLiteral("42,5 px"), true, [](auto) {});
    plain(QStringLiteral("known length"));
    ui::askScreenSize(&fixture.window(), 4.0, [](double) {});
    plain(QStringLiteral("monitor"));
    auto* bar = new ui::CrashBar;
    fixture.child<ui::ViewerArea>("viewerArea")->addBar(bar);
    bar->setCount(2);
    makeSmall(fixture.window());
    look(QStringLiteral("crash bar"), fixture.window());
    bar->setCount(0);
}

void ClippingTest::lookAtWizard(WizardFixture& fixture)
{
    ui::TrainingWizard& wizard = fixture.wizard();
    auto* page = wizard.findChild<ui::DataPage*>();
    QVERIFY(page != nullptr);
    makeSmall(fixture.window());
    look(QStringLiteral("wizard, no data"), fixture.window(), false);
    page->addFolders({test::writeDataset(fixture.folder() / "set", {"normal", "pneumonia"}, 12)});
    QVERIFY(QTest::qWaitFor([page] { return page->isSound(); }, test::kIdleTimeoutMs));
    auto* stack = qobject_cast<QStackedWidget*>(page->parentWidget());
    QVERIFY(stack != nullptr);
    for (int step = 0; step < stack->count(); ++step) {
        wizard.goToStep(step);
        stack->setCurrentIndex(step); // also those that are not open yet
        QTest::qWait(300);            // previews
        fixture.window().resize(1280, 800);
        look(QStringLiteral("wizard step %1").arg(step + 1), fixture.window(), !m_isLonger);
        makeSmall(fixture.window());
        look(QStringLiteral("wizard step %1, small").arg(step + 1), fixture.window(), false);
    }
}

void ClippingTest::noTextIsClipped_data()
{
    QTest::addColumn<bool>("isTurkish");
    QTest::addColumn<bool>("isLonger");
    QTest::newRow("English") << false << false;
    QTest::newRow("Turkish") << true << false;
    QTest::newRow("texts that are 40 percent longer") << false << true;
}

void ClippingTest::noTextIsClipped()
{
    QFETCH(bool, isTurkish);
    QFETCH(bool, isLonger);
    m_wrong.clear();
    m_isLonger = isLonger;
    {
        WizardFixture fixture(isTurkish ? ui::Language::Turkish : ui::Language::English);
        fixture.services.diagnostics.stateFolder = fixture.folder() / "state";
        fixture.services.diagnostics.libraries = [] {
            return std::vector<LibraryVersion>{{.name = "DCMTK", .version = "3.6.7"}};
        };
        fixture.window();
        LongerTexts longer;
        if (isLonger) {
            QCoreApplication::installTranslator(&longer);
        }
        lookAtPanels(fixture);
        lookAtDialogs(fixture);
        lookAtWizard(fixture);
        QCoreApplication::removeTranslator(&longer);
    }
    m_wrong.removeDuplicates();
    for (const QString& clipped : m_wrong) {
        qWarning("%s", qPrintable(clipped)); // QVERIFY2 shortens what it prints
    }
    QVERIFY2(m_wrong.isEmpty(), qPrintable(QString::number(m_wrong.size())));
}

QTEST_MAIN(ClippingTest)
#include "clipping_test.moc"
