// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/overlay_planes.h"

#include "tests/ui/window_fixture.h"
#include "ui/bridge/presentation_store.h"
#include "ui/objects/object_view.h"
#include "ui/theme/theme.h"
#include "ui/viewer/presentation_presenter.h"

#include <QMenu>
#include <QRegularExpression>
#include <QTreeView>

#include <latch>
#include <map>

using namespace nefes;
using test::SyntheticFile;
using test::WindowFixture;
using test::writeSynthetic;

namespace {

constexpr const char* kState = "1.2.840.10008.5.1.4.1.1.11.1";
constexpr const char* kImage = "1.1.1.1"; // SOP Instance UID of the synthetic image

SyntheticFile stateFile(const char* name)
{
    SyntheticFile file;
    file.name = name;
    file.seriesUid = std::string("1.7.") + name;
    file.modality = "PR";
    file.sopClass = kState;
    return file;
}

/// A narrow window, a quarter turn, and a filled circle in the middle of the image.
PresentationState markedState()
{
    PresentationState state;
    state.label = "MARKED";
    state.createdDate = "2026-03-12";
    state.images = {{.sopInstanceUid = kImage, .frames = {}}};
    PresentationVoi voi;
    voi.window = VoiWindow{
        .center = 700.0, .width = 900.0, .function = VoiFunction::Linear, .explanation = {}};
    state.voi = {voi};
    state.rotationDegrees = 90;
    AnnotationLayer layer;
    layer.graphics = {{.kind = GraphicKind::Circle,
                       .units = AnnotationUnits::ImagePx,
                       .points = {{20.0, 15.0}, {23.0, 15.0}},
                       .isFilled = true}};
    state.layers = {layer};
    return state;
}

PresentationState invertedState()
{
    PresentationState state;
    state.label = "OLDER";
    state.createdDate = "2025-01-01";
    state.images = {{.sopInstanceUid = kImage, .frames = {}}};
    state.isInverted = true;
    return state;
}

/// A window whose presentation states come from a table by file name.
struct PresentationWindow : WindowFixture {
    PresentationWindow()
    {
        std::filesystem::create_directory(disc());
        services.objects.readPresentation =
            [this](const std::filesystem::path& file) -> Result<PresentationState> {
            const auto found = states.find(file.filename().string());
            if (found == states.end()) {
                return fail(ErrorCode::DamagedFile, "not in the table");
            }
            return found->second;
        };
    }
    [[nodiscard]] std::filesystem::path disc() const { return folder() / "disc"; }
    [[nodiscard]] bool openWith(const std::map<std::string, PresentationState>& wanted)
    {
        states = wanted;
        for (const auto& [name, state] : states) {
            writeSynthetic(disc(), stateFile(name.c_str()));
        }
        writeSynthetic(disc(), {});
        return open({disc()});
    }
    [[nodiscard]] double windowWidth()
    {
        return std::get<VoiWindow>(canvas().view().display.voi).width;
    }
    /// Titles of the menu, the checked one with a star.
    QStringList choices()
    {
        auto* menu = window().findChild<QMenu*>(QStringLiteral("presentationMenu"));
        Q_EMIT menu->aboutToShow();
        QStringList texts;
        for (const QAction* action : menu->actions()) {
            texts << (action->isChecked() ? QStringLiteral("*") : QString()) + action->text();
        }
        return texts;
    }
    void chooseFromMenu(int index)
    {
        choices();
        window()
            .findChild<QMenu*>(QStringLiteral("presentationMenu"))
            ->actions()
            .at(index)
            ->trigger();
    }
    /// Colour of the whole window's picture where the image point is.
    QColor seenAt(PointPx imagePoint)
    {
        const PointPx device =
            ui::imageToScreen(canvas().view(), *canvas().image(), canvas().deviceSize())
                .map(imagePoint);
        return canvas().grab().toImage().pixelColor(static_cast<int>(device.x),
                                                    static_cast<int>(device.y));
    }

    std::map<std::string, PresentationState> states;
};

} // namespace

class PresentationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anImageIsShownAsItsStateSays();
    void theLatestStateIsShownAndOthersCanBeChosen();
    void theReadersChangesStayAndResetReturnsToTheState();
    void graphicsCanBeHidden();
    void overlayPlanesAreDrawnAndHidden();
    void choosingAStateInTheListShowsItsImage();
    void aStateWithoutItsImagesIsNamed();
    void aDamagedStateLeavesTheImageAsItIs();
    void aLutOfTheStateIsUsed();
    void aModalityTransformOfTheStateIsUsed();
    void theDisplayedAreaFillsTheViewport();
    void inversionIsThatOfTheStateAlone_data();
    void inversionIsThatOfTheStateAlone();
    void otherFramesStayAsTheyAre();
    void aStateThatIsReopenedWhileItIsReadIsThereOnce();
};

void PresentationsTest::anImageIsShownAsItsStateSays()
{
    PresentationWindow fixture;
    QVERIFY(fixture.openWith({{"p.test", markedState()}}));
    QVERIFY(fixture.canvas().image());
    QCOMPARE(fixture.windowWidth(), 900.0);
    QCOMPARE(ui::rotationDegrees(fixture.canvas().view().turn), 90);
    const QColor accent = ui::accentColor(fixture.canvas().palette());
    QCOMPARE(fixture.seenAt({20.0, 15.0}), accent);
    QVERIFY(fixture.seenAt({5.0, 5.0}) != accent);
    QCOMPARE(fixture.choices(),
             (QStringList{"The image as its file says", "*MARKED · 12 Mar 2026"}));
}

void PresentationsTest::theLatestStateIsShownAndOthersCanBeChosen()
{
    PresentationWindow fixture;
    QVERIFY(fixture.openWith({{"a.state", invertedState()}, {"b.state", markedState()}}));
    QCOMPARE(fixture.windowWidth(), 900.0);
    fixture.chooseFromMenu(2);
    QCOMPARE(fixture.windowWidth(), 4000.0); // the older one leaves the window to the file
    QVERIFY(fixture.canvas().view().display.inverted);
    fixture.chooseFromMenu(0);
    QVERIFY(!fixture.canvas().view().display.inverted);
    QCOMPARE(ui::rotationDegrees(fixture.canvas().view().turn), 0);
    QVERIFY(fixture.choices().first().startsWith('*'));
    fixture.chooseFromMenu(1);
    QCOMPARE(ui::rotationDegrees(fixture.canvas().view().turn), 90);
}

void PresentationsTest::theReadersChangesStayAndResetReturnsToTheState()
{
    PresentationWindow fixture;
    writeSynthetic(fixture.disc(),
                   {.name = "b.test", .seriesUid = "1.1.2", .seriesDescription = "Lateral"});
    QVERIFY(fixture.openWith({{"p.test", markedState()}}));
    fixture.trigger("rotateRight");
    QCOMPARE(ui::rotationDegrees(fixture.canvas().view().turn), 180);
    fixture.trigger("nextSeries");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(ui::rotationDegrees(fixture.canvas().view().turn), 0); // the state is not for it
    QCOMPARE(fixture.choices(), QStringList{"None for this image"});
    fixture.trigger("previousSeries");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(ui::rotationDegrees(fixture.canvas().view().turn), 180);
    fixture.trigger("resetView");
    QCOMPARE(ui::rotationDegrees(fixture.canvas().view().turn), 90);
    QCOMPARE(fixture.windowWidth(), 900.0);
}

void PresentationsTest::graphicsCanBeHidden()
{
    PresentationWindow fixture;
    QVERIFY(fixture.openWith({{"p.test", markedState()}}));
    const QColor accent = ui::accentColor(fixture.canvas().palette());
    fixture.trigger("showGraphics");
    QVERIFY(fixture.seenAt({20.0, 15.0}) != accent);
    QCOMPARE(fixture.windowWidth(), 900.0); // only what is drawn goes
    fixture.trigger("showGraphics");
    QCOMPARE(fixture.seenAt({20.0, 15.0}), accent);
}

void PresentationsTest::overlayPlanesAreDrawnAndHidden()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), {.hasOverlay = true})}));
    const auto seen = [&] {
        const PointPx at = ui::imageToScreen(fixture.canvas().view(), *fixture.canvas().image(),
                                             fixture.canvas().deviceSize())
                               .map({10.5, 5.5});
        return fixture.canvas().picture().pixel(static_cast<int>(at.x), static_cast<int>(at.y));
    };
    QCOMPARE(seen(), kOverlayColor);
    fixture.trigger("showGraphics");
    QVERIFY(seen() != kOverlayColor);
}

void PresentationsTest::choosingAStateInTheListShowsItsImage()
{
    PresentationWindow fixture;
    QVERIFY(fixture.openWith({{"a.state", invertedState()}, {"b.state", markedState()}}));
    auto* tree = fixture.child<QTreeView>("studyTree");
    const QModelIndex study = tree->model()->index(0, 0, tree->model()->index(0, 0));
    QCOMPARE(tree->model()->rowCount(study), 3);
    for (int row = 1; row <= 2; ++row) { // the older one is one of them
        tree->clicked(tree->model()->index(row, 0, study));
        QVERIFY(fixture.waitUntilIdle());
        QVERIFY(fixture.canvas().image());
        QVERIFY(!fixture.child<QWidget>("objectView")->isVisible());
    }
    QVERIFY(fixture.choices().filter(QRegularExpression("^\\*")).size() == 1);
}

void PresentationsTest::aStateWithoutItsImagesIsNamed()
{
    PresentationWindow fixture;
    fixture.states = {{"p.test", markedState()}};
    QVERIFY(fixture.open({writeSynthetic(fixture.disc(), stateFile("p.test"))}));
    QVERIFY(fixture.child<QWidget>("objectView")->isVisible());
    // Once its image is open as well, it is shown on it.
    QVERIFY(fixture.open({writeSynthetic(fixture.disc(), {})}));
    QVERIFY(fixture.canvas().image());
    QCOMPARE(fixture.windowWidth(), 900.0);
}

void PresentationsTest::aDamagedStateLeavesTheImageAsItIs()
{
    PresentationWindow fixture;
    writeSynthetic(fixture.disc(), stateFile("p.test"));
    QVERIFY(fixture.openWith({}));
    QCOMPARE(fixture.windowWidth(), 4000.0);
    QCOMPARE(fixture.choices(), QStringList{"None for this image"});
}

void PresentationsTest::aLutOfTheStateIsUsed()
{
    PresentationState state = markedState();
    state.rotationDegrees = 0;
    state.layers.clear();
    state.voi.front().window.reset();
    // Below 2000 black, from there white.
    state.voi.front().lut =
        LookupTable{.firstMapped = 1999, .bits = 8, .entries = {0, 255}, .explanation = "step"};
    PresentationWindow fixture;
    QVERIFY(fixture.openWith({{"p.test", state}}));
    // The value of (x, y) is 100 x + y.
    QCOMPARE(fixture.seenAt({10.5, 15.5}), QColor(Qt::black));
    QCOMPARE(fixture.seenAt({30.5, 15.5}), QColor(Qt::white));
}

void PresentationsTest::aModalityTransformOfTheStateIsUsed()
{
    PresentationState state = markedState();
    state.rotationDegrees = 0;
    state.layers.clear();
    // 700 ± 450 are the stored values 3200 ± 450 of this scale, not those of the image's own.
    state.modality =
        ModalityTransform{.slope = 1.0, .intercept = -2500.0, .unit = {}, .lut = std::nullopt};
    PresentationWindow fixture;
    QVERIFY(fixture.openWith({{"p.test", state}}));
    QCOMPARE(fixture.seenAt({25.5, 15.5}), QColor(Qt::black)); // stored 2515
    QCOMPARE(fixture.seenAt({37.5, 15.5}), QColor(Qt::white)); // stored 3715
}

void PresentationsTest::theDisplayedAreaFillsTheViewport()
{
    PresentationState state = markedState();
    state.rotationDegrees = 0;
    state.areas = {{.references = {}, .topLeft = {10.0, 5.0}, .bottomRight = {20.0, 15.0}}};
    PresentationWindow fixture;
    QVERIFY(fixture.openWith({{"p.test", state}}));
    const ui::ViewState& view = fixture.canvas().view();
    QCOMPARE(view.center.x, 15.0);
    QCOMPARE(view.center.y, 10.0);
    const QSize size = fixture.canvas().deviceSize();
    QCOMPARE(view.zoom, std::min(size.width(), size.height()) / 10.0);
}

void PresentationsTest::inversionIsThatOfTheStateAlone_data()
{
    QTest::addColumn<bool>("isImageInverted");
    QTest::addColumn<bool>("isStateInverted");
    QTest::addColumn<bool>("isViewInverted"); // on top of the image's own
    QTest::newRow("MONOCHROME2, identity") << false << false << false;
    QTest::newRow("MONOCHROME2, inverse") << false << true << true;
    QTest::newRow("MONOCHROME1, inverse") << true << true << false;
    QTest::newRow("MONOCHROME1, identity") << true << false << true;
}

void PresentationsTest::inversionIsThatOfTheStateAlone()
{
    QFETCH(bool, isImageInverted);
    QFETCH(bool, isStateInverted);
    QFETCH(bool, isViewInverted);
    ImageData data;
    data.stored = {.width = 2, .height = 1, .samples = std::vector<std::uint16_t>{0, 100}};
    data.bitsStored = 16;
    data.inverted = isImageInverted;
    const ImagePtr image = DecodedImage::create(std::move(data)).value();
    PresentationState state = invertedState();
    state.isInverted = isStateInverted;
    QCOMPARE(ui::presentedView(state, *image, QSize(100, 100)).display.inverted, isViewInverted);
}

void PresentationsTest::otherFramesStayAsTheyAre()
{
    PresentationState state = markedState();
    state.images.front().frames = {1};
    PresentationWindow fixture;
    writeSynthetic(fixture.disc(), {.name = "loop.test", .modality = "US", .frames = 3});
    fixture.states = {{"p.test", state}};
    writeSynthetic(fixture.disc(), stateFile("p.test"));
    QVERIFY(fixture.open({fixture.disc()}));
    QCOMPARE(fixture.windowWidth(), 4000.0);
    fixture.trigger("nextImage");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.windowWidth(), 900.0);
    fixture.trigger("nextImage");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.windowWidth(), 4000.0);
    QCOMPARE(ui::rotationDegrees(fixture.canvas().view().turn), 0);
    fixture.trigger("previousImage");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.windowWidth(), 900.0);
}

void PresentationsTest::aStateThatIsReopenedWhileItIsReadIsThereOnce()
{
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    const test::SyntheticReader reader;
    const auto summary = reader.summarise(writeSynthetic(root, stateFile("p.test")));
    const auto image = reader.read(writeSynthetic(root, {}), 0, {});
    QVERIFY(summary && image);
    const std::vector<study::Patient> patients = study::groupFiles({*summary});
    std::latch go(1);
    ui::ObjectServices services;
    services.readPresentation = [&go](const std::filesystem::path&) -> Result<PresentationState> {
        go.wait();
        return markedState();
    };
    QThreadPool pool;
    ui::PresentationStore store(services, pool);
    store.follow(patients);
    store.follow({});
    store.follow(patients);
    go.count_down();
    QTRY_VERIFY(!store.isBusy());
    QCOMPARE(store.statesOf(**image).size(), std::size_t{1});
}

QTEST_MAIN(PresentationsTest)
#include "presentations_test.moc"
