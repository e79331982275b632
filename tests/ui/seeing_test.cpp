// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "tests/ui/pointer.h"
#include "tests/ui/window_fixture.h"
#include "ui/measure/key_images.h"
#include "ui/settings/window_settings.h"
#include "ui/theme/theme.h"
#include "ui/viewer/display_filter.h"
#include "ui/viewer/histogram_view.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSlider>
#include <QTabWidget>

#include <cmath>

using namespace nefes;
using test::SyntheticFile;
using test::WindowFixture;
using test::writeSynthetic;

namespace {

VoiWindow windowOf(ui::Canvas& canvas)
{
    return ui::currentWindow(canvas.view().display, *canvas.image());
}

/// Gray in the middle of the picture.
int middleGray(ui::Canvas& canvas)
{
    const QImage picture = canvas.picture();
    return qGray(picture.pixel(picture.rect().center()));
}

QStringList presetNames(WindowFixture& fixture)
{
    const auto* list = fixture.child<QListWidget>("windowPresets");
    QStringList names;
    for (int row = 0; row < list->count(); ++row) {
        names << list->item(row)->text();
    }
    return names;
}

} // namespace

class SeeingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMagnifierFollowsThePointer();
    void trueSizeShowsAMillimetreAsOne();
    void trueSizeWithoutASpacingChangesNothing();
    void filtersChangeThePictureAndAreTakenBack_data();
    void filtersChangeThePictureAndAreTakenBack();
    void filtersFollowTheWindowAndTheNextImage();
    void filtersLeaveColourImagesAlone();
    void theHistogramCountsEveryPixel();
    void theWindowIsDraggedOnTheHistogram();
    void centreAndWidthAreEnteredAsNumbers();
    void colourMapsColourTheImage_data();
    void colourMapsColourTheImage();
    void ownPresetsAreKeptAndHaveAKey();
    void ownPresetsOfACtAreNotOffered();
    void keyImagesAreMarkedFoundAndKept();
    void keyImagesOfOlderVersionsAreFound();
    void twoWindowsKeepEachOthersKeyImages();
    void keyImagesThatCannotBeReadStay();
    void lossyImagesSaySo();
    void placeholdersAreLegible_data();
    void placeholdersAreLegible();
};

void SeeingTest::theMagnifierFollowsThePointer()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    ui::Canvas& canvas = fixture.canvas();
    const QImage plain = canvas.grab().toImage();
    QTest::keyClick(&fixture.window(), Qt::Key_M);
    const QPointF middle = QRectF(canvas.rect()).center();
    test::sendMouse(canvas, QEvent::MouseMove, middle, Qt::NoButton);
    const QImage lens = canvas.grab().toImage();
    QVERIFY(lens != plain);
    // Outside the lens all is as it was, and 2.5 times as near inside it.
    QCOMPARE(lens.copy(0, 0, 40, 400), plain.copy(0, 0, 40, 400));
    const QPoint center = middle.toPoint();
    const int near = qGray(plain.pixel(center + QPoint(24, 0)));
    QVERIFY(std::abs(qGray(lens.pixel(center + QPoint(60, 0))) - near) <= 4);
    QTest::keyClick(&fixture.window(), Qt::Key_M);
    QCOMPARE(canvas.grab().toImage(), plain);
}

void SeeingTest::trueSizeShowsAMillimetreAsOne()
{
    WindowFixture fixture;
    SyntheticFile file;
    file.columnMm = 0.5;
    file.rowMm = 1.0;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    fixture.trigger("calibrateMonitor");
    auto* slider = fixture.child<QSlider>("screenScale");
    slider->setValue(400); // hundredths of a pixel a millimetre
    QTest::mouseClick(fixture.child<QPushButton>("acceptScreen"), Qt::LeftButton);
    QTest::keyClick(&fixture.window(), Qt::Key_F);
    QTest::keyClick(&fixture.window(), Qt::Key_2, Qt::ControlModifier);
    ui::Canvas& canvas = fixture.canvas();
    // 4 pixels a millimetre, half a millimetre a column, one a row.
    QCOMPARE(canvas.view().zoom, 2.0);
    const Affine map = ui::imageToScreen(canvas.view(), *canvas.image(), canvas.deviceSize());
    QCOMPARE(map.e, 4.0);
    // The monitor is remembered.
    fixture.closeWindow();
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    QTest::keyClick(&fixture.window(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(fixture.canvas().view().zoom, 2.0);
}

void SeeingTest::trueSizeWithoutASpacingChangesNothing()
{
    WindowFixture fixture;
    SyntheticFile file;
    file.hasSpacing = false;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    const double zoom = fixture.canvas().view().zoom;
    QTest::keyClick(&fixture.window(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(fixture.canvas().view().zoom, zoom);
}

void SeeingTest::filtersChangeThePictureAndAreTakenBack_data()
{
    QTest::addColumn<QStringList>("filters");
    QTest::addColumn<bool>("inverts"); // what FakeOperations does
    QTest::addColumn<bool>("halves");
    QTest::newRow("CLAHE") << QStringList{QStringLiteral("equalise")} << true << false;
    QTest::newRow("sharpen") << QStringList{QStringLiteral("sharpen")} << false << true;
    QTest::newRow("both, CLAHE first")
        << QStringList{QStringLiteral("sharpen"), QStringLiteral("equalise")} << true << true;
}

void SeeingTest::filtersChangeThePictureAndAreTakenBack()
{
    QFETCH(const QStringList, filters);
    QFETCH(const bool, inverts);
    QFETCH(const bool, halves);
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    ui::Canvas& canvas = fixture.canvas();
    const QImage before = canvas.picture().copy();
    const int gray = middleGray(canvas);
    for (const QString& filter : filters) {
        fixture.trigger(filter.toLatin1().constData());
    }
    int expected = inverts ? 255 - gray : gray;
    expected = halves ? expected / 2 : expected;
    QTRY_VERIFY(std::abs(middleGray(canvas) - expected) <= 1);
    for (const QString& filter : filters) {
        QVERIFY(fixture.child<QAction>(filter.toLatin1().constData())->isChecked());
        fixture.trigger(filter.toLatin1().constData());
    }
    QCOMPARE(canvas.picture(), before);
}

void SeeingTest::filtersFollowTheWindowAndTheNextImage()
{
    WindowFixture fixture;
    SyntheticFile file;
    file.frames = 2;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    ui::Canvas& canvas = fixture.canvas();
    fixture.trigger("equalise");
    const int gray = middleGray(canvas);
    QTRY_VERIFY(middleGray(canvas) != gray);
    const int filtered = middleGray(canvas);
    fixture.trigger("preset1");
    QTRY_VERIFY(middleGray(canvas) != filtered);
    fixture.trigger("presetDefault");
    QTRY_COMPARE(middleGray(canvas), filtered);
    // All values of the second frame lie above the window: white, so black once inverted.
    fixture.trigger("nextImage");
    QTRY_COMPARE(canvas.image()->data().frame, 1);
    QTRY_COMPARE(middleGray(canvas), 0);
}

void SeeingTest::filtersLeaveColourImagesAlone()
{
    ImageData data;
    data.stored = {.width = 2,
                   .height = 1,
                   .samplesPerPixel = 3,
                   .samples = std::vector<std::uint8_t>{1, 2, 3, 4, 5, 6}};
    data.photometric = Photometric::Rgb;
    const ImagePtr image = DecodedImage::create(std::move(data)).value();
    QVERIFY(ui::filteredImage(*image, {}, {.sharpens = true}, test::FakeOperations()) == nullptr);
}

void SeeingTest::theHistogramCountsEveryPixel()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    fixture.trigger("showWindowPanel");
    auto* view = fixture.child<ui::HistogramView>("histogramView");
    QVERIFY(view->isVisible());
    QTRY_VERIFY(!view->histogram().counts.empty());
    std::size_t sum = 0;
    for (const std::size_t count : view->histogram().counts) {
        sum += count;
    }
    QCOMPARE(sum, std::size_t{40 * 30});
    QCOMPARE(view->histogram().low, 0.0);
    QCOMPARE(view->histogram().high, 3929.0);
}

void SeeingTest::theWindowIsDraggedOnTheHistogram()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    fixture.trigger("showWindowPanel");
    auto* view = fixture.child<ui::HistogramView>("histogramView");
    QTRY_VERIFY(!view->histogram().counts.empty());
    fixture.child<QDoubleSpinBox>("windowWidth")->setValue(1000.0);
    const double y = view->height() / 2.0;
    const auto drag = [&](double from, double to) {
        const QPointF start(view->positionOf(from), y);
        const QPointF end(view->positionOf(to), y);
        test::sendMouse(*view, QEvent::MouseButtonPress, start);
        test::sendMouse(*view, QEvent::MouseMove, end);
        test::sendMouse(*view, QEvent::MouseButtonRelease, end);
    };
    drag(2000.0, 2500.0); // its middle
    QVERIFY(std::abs(windowOf(fixture.canvas()).center - 2500.0) < 1.0);
    QVERIFY(std::abs(windowOf(fixture.canvas()).width - 1000.0) < 1.0);
    drag(3000.0, 3400.0); // its upper edge
    QVERIFY(std::abs(windowOf(fixture.canvas()).center - 2700.0) < 2.0);
    QVERIFY(std::abs(windowOf(fixture.canvas()).width - 1400.0) < 2.0);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Right);
    QVERIFY(windowOf(fixture.canvas()).center > 2710.0);
}

void SeeingTest::centreAndWidthAreEnteredAsNumbers()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    fixture.trigger("showWindowPanel");
    auto* center = fixture.child<QDoubleSpinBox>("windowCenter");
    auto* width = fixture.child<QDoubleSpinBox>("windowWidth");
    QCOMPARE(center->value(), 2000.0);
    QCOMPARE(width->value(), 4000.0);
    center->setFocus();
    center->selectAll();
    QTest::keyClicks(center, QStringLiteral("1500"));
    // Not before the number is complete.
    QCOMPARE(windowOf(fixture.canvas()).center, 2000.0);
    QTest::keyClick(center, Qt::Key_Return);
    QCOMPARE(windowOf(fixture.canvas()).center, 1500.0);
    // What is dragged on the image is seen in numbers.
    test::dragImage(fixture.canvas(), {{10, 10}, {15, 10}, {20, 10}});
    QVERIFY(width->value() > 4000.0);
}

void SeeingTest::colourMapsColourTheImage_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("index");
    QTest::newRow("cividis") << QStringLiteral("colorCividis") << 1;
    QTest::newRow("inferno") << QStringLiteral("colorInferno") << 2;
    QTest::newRow("jet") << QStringLiteral("colorJet") << 3;
}

void SeeingTest::colourMapsColourTheImage()
{
    QFETCH(const QString, action);
    QFETCH(const int, index);
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    fixture.trigger("showWindowPanel");
    ui::Canvas& canvas = fixture.canvas();
    const int gray = middleGray(canvas);
    fixture.trigger(action.toLatin1().constData());
    const QRgb pixel = canvas.picture().pixel(canvas.picture().rect().center());
    const Color8 expected =
        colorTable(canvas.view().display.colorMap)[static_cast<std::size_t>(gray)];
    QCOMPARE(pixel, qRgb(expected.red, expected.green, expected.blue));
    QCOMPARE(fixture.child<QComboBox>("windowColorMap")->currentIndex(), index);
    fixture.trigger("colorGray");
    QCOMPARE(middleGray(canvas), gray);
}

void SeeingTest::ownPresetsAreKeptAndHaveAKey()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    fixture.trigger("showWindowPanel");
    fixture.child<QDoubleSpinBox>("windowCenter")->setValue(1234.0);
    fixture.child<QDoubleSpinBox>("windowWidth")->setValue(567.0);
    fixture.child<QLineEdit>("presetName")->setText(QStringLiteral("Kostalar"));
    QTest::mouseClick(fixture.child<QPushButton>("savePreset"), Qt::LeftButton);
    QCOMPARE(presetNames(fixture).last(), QStringLiteral("Kostalar (7)"));
    fixture.closeWindow();
    QVERIFY(fixture.openOne());
    QCOMPARE(windowOf(fixture.canvas()).center, 2000.0);
    QTest::keyClick(&fixture.window(), Qt::Key_7);
    QVERIFY(std::abs(windowOf(fixture.canvas()).center - 1234.0) < 0.5);
    QVERIFY(std::abs(windowOf(fixture.canvas()).width - 567.0) < 0.5);
    fixture.trigger("showWindowPanel");
    auto* list = fixture.child<QListWidget>("windowPresets");
    auto* remove = fixture.child<QPushButton>("removePreset");
    list->setCurrentRow(1);
    QVERIFY(!remove->isEnabled());
    list->setCurrentRow(list->count() - 1);
    QVERIFY(remove->isEnabled());
    QTest::mouseClick(remove, Qt::LeftButton);
    QVERIFY(!presetNames(fixture).last().startsWith(QStringLiteral("Kostalar")));
}

void SeeingTest::ownPresetsOfACtAreNotOffered()
{
    WindowFixture fixture;
    SyntheticFile file;
    file.modality = "CT";
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    fixture.trigger("showWindowPanel");
    fixture.child<QLineEdit>("presetName")->setText(QStringLiteral("Karaciğer dar"));
    QTest::keyClick(fixture.child<QLineEdit>("presetName"), Qt::Key_Return);
    QVERIFY(presetNames(fixture).last().startsWith(QStringLiteral("Karaciğer dar")));
    file.name = "b.test";
    file.modality = "DX";
    file.seriesUid = "1.1.2";
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    QVERIFY(!presetNames(fixture).last().startsWith(QStringLiteral("Karaciğer")));
}

void SeeingTest::keyImagesAreMarkedFoundAndKept()
{
    WindowFixture fixture;
    std::vector<std::filesystem::path> paths;
    for (const int number : {1, 2, 3}) {
        SyntheticFile file;
        file.name = std::to_string(number) + ".test";
        file.seriesUid = "1.1." + std::to_string(number);
        paths.push_back(writeSynthetic(fixture.folder(), file));
    }
    QVERIFY(fixture.open(paths));
    const QImage before = fixture.canvas().grab().toImage();
    QTest::keyClick(&fixture.window(), Qt::Key_K);
    QVERIFY(fixture.canvas().isKeyImage());
    QVERIFY(fixture.child<QAction>("keyImage")->isChecked());
    QVERIFY(fixture.canvas().grab().toImage() != before);
    fixture.trigger("nextSeries");
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(!fixture.canvas().isKeyImage());
    fixture.trigger("nextSeries");
    QVERIFY(fixture.waitUntilIdle());
    QTest::keyClick(&fixture.window(), Qt::Key_K, Qt::ShiftModifier);
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.canvas().image()->data().text.seriesUid, std::string("1.1.1"));
    fixture.closeWindow();
    QVERIFY(fixture.open(paths));
    QTRY_VERIFY(fixture.canvas().isKeyImage());
    QTest::keyClick(&fixture.window(), Qt::Key_K);
    QVERIFY(!fixture.canvas().isKeyImage());
    QCOMPARE(fixture.canvas().grab().toImage().size(), before.size());
}

void SeeingTest::keyImagesOfOlderVersionsAreFound()
{
    WindowFixture fixture;
    const auto older = fixture.services.settingsFile.parent_path() / "key-images.json";
    const auto now = fixture.services.dataFolder / "key-images.json";
    QVERIFY(fixture.openOne());
    QTest::keyClick(&fixture.window(), Qt::Key_K);
    QVERIFY(fixture.canvas().isKeyImage());
    fixture.closeWindow();
    QVERIFY(std::filesystem::exists(now));
    std::filesystem::rename(now, older);
    QVERIFY(fixture.openOne());
    QTRY_VERIFY(fixture.canvas().isKeyImage());
    // The next mark goes to the new place.
    QTest::keyClick(&fixture.window(), Qt::Key_K);
    fixture.closeWindow();
    QVERIFY(std::filesystem::exists(now));
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(!fixture.canvas().isKeyImage());
}

void SeeingTest::twoWindowsKeepEachOthersKeyImages()
{
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "key-images.json";
    const auto toggle = [&file](const char* ofFirst, const char* ofSecond) {
        ui::KeyImages first(file);
        ui::KeyImages second(file);
        const QSignalSpy firstRead(&first, &ui::KeyImages::changed);
        const QSignalSpy secondRead(&second, &ui::KeyImages::changed);
        const bool isRead =
            QTest::qWaitFor([&] { return !firstRead.isEmpty() && !secondRead.isEmpty(); });
        first.toggle(ofFirst);
        second.toggle(ofSecond);
        return isRead;
    };
    QVERIFY(toggle("a", "b"));
    QVERIFY(toggle("a", "c")); // no longer, and a new one
    ui::KeyImages kept(file);
    QTRY_VERIFY(kept.contains("b"));
    QVERIFY(kept.contains("c"));
    QVERIFY(!kept.contains("a"));
}

void SeeingTest::keyImagesThatCannotBeReadStay()
{
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "key-images.json";
    constexpr std::uintmax_t kTooLarge = 64 * 1024 * 1024 + 1;
    QVERIFY(writeFileAtomically(file, "[]").has_value());
    std::filesystem::resize_file(file, kTooLarge);
    ui::KeyImages images(file);
    const QSignalSpy failed(&images, &ui::KeyImages::saveFailed);
    QTRY_COMPARE(failed.size(), 1);
    images.toggle("a");
    QVERIFY(images.contains("a"));
    QTRY_COMPARE(failed.size(), 2);
    QCOMPARE(std::filesystem::file_size(file), kTooLarge);
}

void SeeingTest::lossyImagesSaySo()
{
    WindowFixture fixture;
    SyntheticFile file;
    file.isLossy = true;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    for (const auto level : {ui::OverlayLevel::All, ui::OverlayLevel::Minimal}) {
        const auto texts =
            ui::cornerTexts(*fixture.canvas().image(), fixture.canvas().view(), {}, level);
        QVERIFY(texts.bottomLeft.join(QLatin1Char(' ')).contains(QStringLiteral("lossy 12.5:1")));
    }
}

void SeeingTest::placeholdersAreLegible_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("dark") << QStringLiteral("themeDark");
    QTest::newRow("light") << QStringLiteral("themeLight");
}

void SeeingTest::placeholdersAreLegible()
{
    QFETCH(const QString, theme);
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    fixture.trigger(theme.toLatin1().constData());
    const auto* search = fixture.child<QLineEdit>("studySearch");
    const auto luminance = [](const QColor& color) {
        // WCAG 2.1, relative luminance
        const auto part = [](double value) {
            return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) +
               0.0722 * part(color.blueF());
    };
    const QColor ground =
        ui::loadTheme(theme == QLatin1String("themeDark") ? ui::ThemeId::Dark : ui::ThemeId::Light)
            .raised;
    QTRY_VERIFY([&] {
        const QColor text = search->palette().color(QPalette::Active, QPalette::PlaceholderText);
        const double a = luminance(text) + 0.05;
        const double b = luminance(ground) + 0.05;
        return text.alpha() == 255 && std::max(a, b) / std::min(a, b) >= 4.5;
    }());
}

QTEST_MAIN(SeeingTest)
#include "seeing_test.moc"
