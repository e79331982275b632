// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pointer.h"
#include "tests/ui/window_fixture.h"
#include "ui/bridge/written_files.h"
#include "ui/viewer/scene.h"
#include "ui/viewer/scene_export.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QPrinter>
#include <QPrintPreviewDialog>
#include <QPushButton>
#include <QRadioButton>
#include <QStatusBar>

using namespace nefes;
using test::SyntheticFile;
using test::WindowFixture;
using test::writeSynthetic;

namespace {

ui::SeenSize seenOf(ui::Canvas& canvas)
{
    return {.device = canvas.deviceSize(), .ratio = canvas.devicePixelRatioF()};
}

QImage exported(ui::Canvas& canvas, const ui::ExportChoice& choice)
{
    return ui::exportPicture(canvas.scene(), choice, seenOf(canvas), canvas.palette());
}

/// A picture without anything over the image.
constexpr ui::ExportChoice kBare{.hasTexts = false, .hasDrawings = false};

int amberPixels(const QImage& picture, const QPalette& palette)
{
    const QColor amber = palette.color(QPalette::Active, QPalette::LinkVisited);
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor pixel = picture.pixelColor(x, y);
            count += std::abs(pixel.red() - amber.red()) < 24 &&
                     std::abs(pixel.green() - amber.green()) < 24 &&
                     std::abs(pixel.blue() - amber.blue()) < 24;
        }
    }
    return count;
}

} // namespace

class OutputTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePartsOfAPictureAreChosen_data();
    void thePartsOfAPictureAreChosen();
    void theNameOfAFileGoesWithThePatient();
    void theWholeImageHasItsOwnSize_data();
    void theWholeImageHasItsOwnSize();
    void aHeatmapNeverComesWithoutItsWords();
    void aPictureIsWrittenByTheDialogs_data();
    void aPictureIsWrittenByTheDialogs();
    void aPictureThatCannotBeWrittenIsTold_data();
    void aPictureThatCannotBeWrittenIsTold();
    void picturesAreEncodedOrRefused_data();
    void picturesAreEncodedOrRefused();
    void screenAndExportHaveThePixelsOfThePipeline_data();
    void screenAndExportHaveThePixelsOfThePipeline();
    void theViewIsCopied();
    void printingShowsAPreview();
    void aPageHoldsPictureAndWords();
    void paperIsThatOfTheCountry_data();
    void paperIsThatOfTheCountry();
};

void OutputTest::thePartsOfAPictureAreChosen_data()
{
    QTest::addColumn<bool>("texts");
    QTest::addColumn<bool>("patient");
    QTest::addColumn<bool>("drawings");
    QTest::newRow("texts") << true << false << false;
    QTest::newRow("texts and patient") << true << true << false;
    QTest::newRow("drawings") << false << false << true;
}

void OutputTest::theNameOfAFileGoesWithThePatient()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({writeSynthetic(
        fixture.folder(), {.name = "Doe Jane.test", .patientName = {}, .patientId = {}})}));
    ui::Scene scene = fixture.canvas().scene();
    const auto picture = [&](bool hasPatient) {
        return ui::exportPicture(scene, {.hasTexts = true, .hasPatient = hasPatient},
                                 seenOf(fixture.canvas()), fixture.canvas().palette());
    };
    const QImage without = picture(false);
    const QImage with = picture(true);
    QVERIFY(with != without);
    scene.position.fileName = QStringLiteral("Roe Richard.test");
    QCOMPARE(picture(false), without);
    QVERIFY(picture(true) != with);
}

void OutputTest::thePartsOfAPictureAreChosen()
{
    QFETCH(const bool, texts);
    QFETCH(const bool, patient);
    QFETCH(const bool, drawings);
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    fixture.trigger("toolLength");
    test::dragImage(fixture.canvas(), {{18, 14}, {22, 16}});
    ui::Canvas& canvas = fixture.canvas();
    const QImage bare = exported(canvas, kBare);
    QCOMPARE(bare, canvas.picture());
    const QImage with =
        exported(canvas, {.hasTexts = texts, .hasPatient = patient, .hasDrawings = drawings});
    const auto differs = [&](QRect part) {
        return with.copy(part) != bare.copy(part);
    };
    const QRect patientCorner(0, 0, 150, 60);
    const QRect imageCorner(0, canvas.height() - 60, 150, 60);
    const QRect middle = QRect(0, 0, 120, 60).translated(canvas.rect().center());
    QCOMPARE(differs(imageCorner), texts);
    QCOMPARE(differs(patientCorner), patient);
    QCOMPARE(differs(middle), drawings);
}

void OutputTest::theWholeImageHasItsOwnSize_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QSize>("size");
    QTest::newRow("as stored") << QString() << QSize(40, 60); // rows are twice as high as columns
    QTest::newRow("turned") << QStringLiteral("rotateRight") << QSize(60, 40);
    QTest::newRow("enlarged") << QStringLiteral("zoomIn") << QSize(40, 60);
}

void OutputTest::theWholeImageHasItsOwnSize()
{
    QFETCH(const QString, action);
    QFETCH(const QSize, size);
    WindowFixture fixture;
    SyntheticFile file;
    file.rowMm = 2.0;
    file.columnMm = 1.0;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    if (!action.isEmpty()) {
        fixture.trigger(action.toLatin1().constData());
    }
    ui::ExportChoice choice = kBare;
    choice.isWhole = true;
    const QImage picture = exported(fixture.canvas(), choice);
    QCOMPARE(picture.size(), size);
    // The first column is the darkest; turned to the right it lies above.
    const QPoint dark(1, 1);
    const QPoint bright = action == QLatin1String("rotateRight") ? QPoint(1, size.height() - 2)
                                                                 : QPoint(size.width() - 2, 1);
    QVERIFY(qGray(picture.pixel(bright)) > qGray(picture.pixel(dark)) + 100);
}

void OutputTest::aHeatmapNeverComesWithoutItsWords()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QTest::keyClick(&fixture.window(), Qt::Key_G);
    QTRY_VERIFY(fixture.canvas().showsHeatmap());
    ui::Canvas& canvas = fixture.canvas();
    const QPalette palette = canvas.palette();
    ui::ExportChoice choice = kBare;
    QCOMPARE(amberPixels(exported(canvas, choice), palette), 0);
    choice.hasHeatmap = true;
    QVERIFY(amberPixels(exported(canvas, choice), palette) > 50);
    choice.isWhole = true;
    QVERIFY(amberPixels(exported(canvas, choice), palette) > 0);
    // Nor on the screen or the clipboard, however few texts are shown.
    QTest::keyClick(&fixture.window(), Qt::Key_O);
    QTest::keyClick(&fixture.window(), Qt::Key_O);
    QVERIFY(amberPixels(canvas.grab().toImage(), palette) > 50);
    fixture.trigger("copyView");
    QVERIFY(amberPixels(QGuiApplication::clipboard()->image(), palette) > 50);
}

void OutputTest::aPictureIsWrittenByTheDialogs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("whole");
    QTest::newRow("PNG of the view") << QStringLiteral("out.png") << false;
    QTest::newRow("JPEG of the view") << QStringLiteral("out.jpg") << false;
    QTest::newRow("PNG of the image") << QStringLiteral("çıktı.png") << true;
}

void OutputTest::aPictureIsWrittenByTheDialogs()
{
    QFETCH(const QString, name);
    QFETCH(const bool, whole);
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QTest::keyClick(&fixture.window(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!fixture.child<QCheckBox>("exportHeatmap")->isEnabled());
    QVERIFY(!fixture.child<QCheckBox>("exportPatient")->isChecked());
    fixture.child<QRadioButton>(whole ? "exportWhole" : "exportSeen")->setChecked(true);
    QTest::mouseClick(fixture.child<QPushButton>("acceptExport"), Qt::LeftButton);
    QTRY_VERIFY(fixture.window().findChild<QFileDialog*>(QStringLiteral("exportViewDialog")));
    auto* dialog = fixture.child<QFileDialog>("exportViewDialog");
    const QString file =
        QString::fromStdString(fixture.folder().string()) + QLatin1Char('/') + name;
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY(!QImage(file).isNull());
    QCOMPARE(QImage(file).size(), whole ? QSize(40, 30) : fixture.canvas().deviceSize());
}

void OutputTest::aPictureThatCannotBeWrittenIsTold_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("told");
    QTest::newRow("a folder that takes nothing")
        << QStringLiteral("/absent/out.png") << QStringLiteral("cannot be written");
    QTest::newRow("an ending without a format")
        << QStringLiteral("/out.bmp") << QStringLiteral("not supported");
}

void OutputTest::aPictureThatCannotBeWrittenIsTold()
{
    QFETCH(const QString, name);
    QFETCH(const QString, told);
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    fixture.trigger("exportView");
    QTest::mouseClick(fixture.child<QPushButton>("acceptExport"), Qt::LeftButton);
    QTRY_VERIFY(fixture.window().findChild<QFileDialog*>(QStringLiteral("exportViewDialog")));
    auto* dialog = fixture.child<QFileDialog>("exportViewDialog");
    const QString file = QString::fromStdString(fixture.folder().string()) + name;
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY(fixture.window().statusBar()->currentMessage().contains(told));
    QVERIFY(!QFile::exists(file));
}

void OutputTest::picturesAreEncodedOrRefused_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<int>("code"); // -1: encoded
    const auto newRow = [](const char* name, QSize size, const QString& ending, int code) {
        QTest::newRow(name) << size << ending << code;
    };
    newRow("a PNG", {3, 2}, QStringLiteral("PNG"), -1);
    newRow("a JPEG", {3, 2}, QStringLiteral("jpeg"), -1);
    newRow("a JPEG of more columns than the format has", {65'501, 1}, QStringLiteral("jpg"),
           static_cast<int>(ErrorCode::WriteFailed));
    newRow("nothing", {}, QStringLiteral("png"), static_cast<int>(ErrorCode::WriteFailed));
    newRow("another format", {3, 2}, QStringLiteral("bmp"),
           static_cast<int>(ErrorCode::UnsupportedFormat));
    newRow("no ending", {3, 2}, {}, static_cast<int>(ErrorCode::UnsupportedFormat));
}

void OutputTest::picturesAreEncodedOrRefused()
{
    QFETCH(const QSize, size);
    QFETCH(const QString, ending);
    QFETCH(const int, code);
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(Qt::black);
    const Result<QByteArray> bytes = ui::encodedPicture(picture, ending);
    QCOMPARE(bytes ? -1 : static_cast<int>(bytes.error().code), code);
    if (bytes) {
        QCOMPARE(QImage::fromData(*bytes, qPrintable(ending)).size(), size);
    }
}

void OutputTest::theViewIsCopied()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QTest::keyClick(&fixture.window(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->image().size(), fixture.canvas().deviceSize());
}

void OutputTest::printingShowsAPreview()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QTest::keyClick(&fixture.window(), Qt::Key_P, Qt::ControlModifier);
    QVERIFY(fixture.child<QCheckBox>("exportPatient")->isChecked());
    QTest::mouseClick(fixture.child<QPushButton>("acceptExport"), Qt::LeftButton);
    QTRY_VERIFY(fixture.window().findChild<QPrintPreviewDialog*>(QStringLiteral("printPreview")));
    auto* preview = fixture.child<QPrintPreviewDialog>("printPreview");
    QTRY_VERIFY(preview->isVisible());
    QCOMPARE(preview->printer()->pageLayout().pageSize().id(), ui::paperOf(QLocale::system()));
    preview->close();
}

void OutputTest::aPageHoldsPictureAndWords()
{
    QImage picture(200, 400, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    QImage page(210, 297, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    ui::paintPage(painter, page.rect(), 1.0, picture,
                  {.header = QStringLiteral("header"), .footer = QStringLiteral("footer")});
    painter.end();
    const auto isWhite = [&page](QRect part) {
        QImage white(part.size(), QImage::Format_RGB32);
        white.fill(Qt::white);
        return page.copy(part) == white;
    };
    QVERIFY(!isWhite({0, 0, 60, 5}));
    QVERIFY(!isWhite({0, 292, 60, 5}));
    QCOMPARE(page.pixelColor(105, 150), QColor(Qt::darkCyan));
    // As high as there is room, in its proportion.
    QVERIFY(isWhite({0, 10, 20, 270}));
}

void OutputTest::paperIsThatOfTheCountry_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<int>("paper");
    QTest::newRow("Türkiye") << QStringLiteral("tr_TR") << int(QPageSize::A4);
    QTest::newRow("United Kingdom") << QStringLiteral("en_GB") << int(QPageSize::A4);
    QTest::newRow("United States") << QStringLiteral("en_US") << int(QPageSize::Letter);
    QTest::newRow("Canada") << QStringLiteral("fr_CA") << int(QPageSize::Letter);
    QTest::newRow("nowhere") << QStringLiteral("C") << int(QPageSize::A4);
}

void OutputTest::paperIsThatOfTheCountry()
{
    QFETCH(const QString, locale);
    QFETCH(const int, paper);
    QCOMPARE(int(ui::paperOf(QLocale(locale))), paper);
}

void OutputTest::screenAndExportHaveThePixelsOfThePipeline_data()
{
    QTest::addColumn<QStringList>("actions");
    QTest::newRow("as opened") << QStringList{};
    QTest::newRow("turned") << QStringList{"rotateRight"};
    QTest::newRow("turned and flipped") << QStringList{"rotateLeft", "flipVertical"};
    QTest::newRow("reduced") << QStringList{"zoomOut", "zoomOut", "zoomOut"};
    QTest::newRow("larger than the viewport")
        << QStringList{"zoomIn", "zoomIn", "zoomIn", "zoomIn", "flipHorizontal"};
    QTest::newRow("one to one, inverted") << QStringList{"zoomOneToOne", "invert"};
    QTest::newRow("in colours") << QStringList{"colorInferno", "preset1"};
    QTest::newRow("with the heatmap") << QStringList{"heatmapToggle", "rotateRight"};
}

void OutputTest::screenAndExportHaveThePixelsOfThePipeline()
{
    QFETCH(const QStringList, actions);
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    fixture.child<QAction>("cycleOverlays")->trigger();
    fixture.child<QAction>("cycleOverlays")->trigger();
    for (const QString& action : actions) {
        fixture.trigger(action.toLatin1().constData());
    }
    QVERIFY(fixture.waitUntilIdle());
    const ui::Scene scene = fixture.canvas().scene();
    const QSize size = fixture.canvas().deviceSize();
    // The whole viewport at once, as the core does it.
    const Viewport viewport = ui::sceneViewport(scene, size);
    Picture expected = render(*scene.image, scene.view.display, viewport);
    if (scene.heatmap) {
        blendHeatmap(expected, viewport, *scene.heatmap, scene.image->width(),
                     scene.image->height(), scene.heatmapStyle);
    }
    const QImage wanted(reinterpret_cast<const uchar*>(expected.pixels.data()), expected.width,
                        expected.height, expected.width * 4, QImage::Format_RGB32);
    QCOMPARE(fixture.canvas().picture(), wanted);
    QCOMPARE(ui::renderScene(scene, size), wanted);
    if (!scene.heatmap) { // which brings words with it
        QCOMPARE(fixture.canvas().grab().toImage().convertToFormat(QImage::Format_RGB32), wanted);
    }
}

QTEST_MAIN(OutputTest)
#include "output_test.moc"
