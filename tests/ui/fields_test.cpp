// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QScrollArea>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace nefes;

namespace {

/// A scrolled form that is higher than its window.
struct Form {
    QScrollArea area;
    QComboBox* combo = new QComboBox;
    QSpinBox* number = new QSpinBox;
    QSlider* slider = new QSlider(Qt::Horizontal);

    Form()
    {
        auto* body = new QWidget;
        auto* layout = new QVBoxLayout(body);
        combo->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        combo->setCurrentIndex(1);
        number->setValue(50);
        slider->setValue(50);
        combo->setObjectName(QStringLiteral("combo"));
        number->setObjectName(QStringLiteral("number"));
        slider->setObjectName(QStringLiteral("slider"));
        for (QWidget* field : {static_cast<QWidget*>(combo), static_cast<QWidget*>(number),
                               static_cast<QWidget*>(slider)}) {
            layout->addWidget(field);
        }
        layout->addSpacing(2000);
        area.setWidget(body);
        area.resize(300, 200);
        area.show();
    }
    [[nodiscard]] QWidget& field(const QString& name) { return *area.findChild<QWidget*>(name); }
    [[nodiscard]] int value(const QString& name) const
    {
        return name == QLatin1String("combo")    ? combo->currentIndex()
               : name == QLatin1String("number") ? number->value()
                                                 : slider->value();
    }
    /// False: the field did not take the turn.
    bool turnWheel(QWidget& over)
    {
        const QPointF at = over.rect().center();
        QWheelEvent event(at, over.mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&over, &event);
        return event.isAccepted();
    }
};

} // namespace

class FieldsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theWheelPassesFields_data();
    void theWheelPassesFields();
    void theWheelSetsTheFieldThatHasTheKeyboard_data();
    void theWheelSetsTheFieldThatHasTheKeyboard();
};

void FieldsTest::initTestCase()
{
    ui::applyTheme(*qApp, ui::loadTheme(ui::ThemeId::Dark), 1.0);
}

void FieldsTest::theWheelPassesFields_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"combo", "number", "slider"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void FieldsTest::theWheelPassesFields()
{
    QFETCH(QString, name);
    Form form;
    QVERIFY(QTest::qWaitForWindowExposed(&form.area));
    const int before = form.value(name);
    QVERIFY(!form.turnWheel(form.field(name))); // left to the area
    QCOMPARE(form.value(name), before);
    QVERIFY((form.field(name).focusPolicy() & Qt::WheelFocus) != Qt::WheelFocus);
}

void FieldsTest::theWheelSetsTheFieldThatHasTheKeyboard_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isSet");
    QTest::newRow("numbers") << "number" << true;
    QTest::newRow("sliders") << "slider" << true;
    QTest::newRow("never a choice, which keeps the keyboard after it is made") << "combo" << false;
}

void FieldsTest::theWheelSetsTheFieldThatHasTheKeyboard()
{
    QFETCH(QString, name);
    QFETCH(bool, isSet);
    Form form;
    QVERIFY(QTest::qWaitForWindowExposed(&form.area));
    form.area.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&form.area));
    form.field(name).setFocus();
    const int before = form.value(name);
    form.turnWheel(form.field(name));
    QCOMPARE(form.value(name) != before, isSet);
}

QTEST_MAIN(FieldsTest)
#include "fields_test.moc"
