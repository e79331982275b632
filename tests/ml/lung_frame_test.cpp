// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/lung_frame.h"

#include "core/base/files.h"

#include "ml/classifier.h"
#include "ml/heatmap.h"
#include "ml/lung_views.h"
#include "ml/package_files.h"

#include "tests/ml/fakes.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace nefes;
using namespace nefes::ml;
namespace fs = std::filesystem;

namespace {

/// Cells [left, right) × [top, bottom) of the finder's square are lung.
std::vector<float> box(int left, int top, int right, int bottom)
{
    std::vector<float> lungs(std::size_t{kLungSide} * kLungSide, 0.1F);
    for (int row = top; row < bottom; ++row) {
        for (int column = left; column < right; ++column) {
            lungs[std::size_t(row * kLungSide + column)] = 0.9F;
        }
    }
    return lungs;
}

InputSpecification lungInputOf(int width, int height)
{
    InputSpecification input;
    input.width = width;
    input.height = height;
    input.mean = {0.5F};
    input.area = InputArea::Lungs;
    return input;
}

ModelDescription lungModel()
{
    ModelDescription model = fake::yesNoModel();
    model.input.area = InputArea::Lungs;
    model.input.resize = ResizeRule::Stretch;
    model.lungFinder = kLungsFile;
    return model;
}

} // namespace

class LungFrameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFrameHoldsTheLungsAndAMargin_data();
    void theFrameHoldsTheLungsAndAMargin();
    void aSpeckElsewhereMovesNothing();
    void aLungThatIsNotSeenIsInTheFrame_data();
    void aLungThatIsNotSeenIsInTheFrame();
    void anImageWithoutLungsHasNoFrame();
    void theInputShowsTheFrameByTheResizeRule_data();
    void theInputShowsTheFrameByTheResizeRule();
    void anInputOfTheWholeImageNeedsNoFinder();
    void anInputOfTheLungsNeedsAFinder();
    void aModelJudgesTheLungsAlone();
    void aModelJudgesTheWholeImageWhereNoLungsAreFound();
    void theHeatmapIsEmptyOutsideTheFrame();
    void theFinderAndTheRegionGoTogether_data();
    void theFinderAndTheRegionGoTogether();
    void aPackageWithoutItsFinderIsDamaged();

private:
    QTemporaryDir m_folder;
    fake::FakeBackend m_backend;
    [[nodiscard]] fs::path root() const { return m_folder.path().toStdString(); }
    [[nodiscard]] Result<std::unique_ptr<Classifier>> classifier(bool findsNothing)
    {
        m_backend.lungs = [findsNothing]() -> std::unique_ptr<LungFinder> {
            if (findsNothing) {
                return std::make_unique<fake::LeftLungs>(true);
            }
            return std::make_unique<fake::LeftSquare>();
        };
        NEFES_CHECK(fake::writePackage(root() / "model", lungModel()));
        NEFES_TRY(auto package, openModelPackage(root() / "model"));
        return createClassifier(m_backend, std::move(package), std::make_shared<fake::Operations>(),
                                DeviceChoice::Cpu);
    }
};

void LungFrameTest::theFrameHoldsTheLungsAndAMargin_data()
{
    QTest::addColumn<int>("imageWidth");
    QTest::addColumn<int>("imageHeight");
    QTest::addColumn<QList<double>>("frame"); // left, top, width, height
    // Lungs: 48 × 24 cells, from the middle column to the last one and below the middle row; 2.4
    // and 1.2 cells to spare, none on the right, where the image ends.
    QTest::newRow("an image of the finder's size") << 96 << 96 << QList<double>{46, 47, 50, 26};
    QTest::newRow("ten times as large") << 960 << 960 << QList<double>{456, 468, 504, 264};
    // The square is 960 high: 240 of it are above the image.
    QTest::newRow("wider than high") << 960 << 480 << QList<double>{456, 228, 504, 252};
}

void LungFrameTest::theFrameHoldsTheLungsAndAMargin()
{
    QFETCH(int, imageWidth);
    QFETCH(int, imageHeight);
    QFETCH(QList<double>, frame);
    const auto found = lungFrame(box(48, 48, 96, 72), imageWidth, imageHeight);
    QVERIFY(found.has_value());
    const QList<double> values{found->left, found->top, found->width, found->height};
    for (qsizetype i = 0; i < 4; ++i) {
        QVERIFY2(std::abs(values[i] - frame[i]) <= 1.0,
                 qPrintable(QString("%1: %2").arg(i).arg(values[i])));
        QCOMPARE(values[i], std::round(values[i]));
    }
}

void LungFrameTest::aSpeckElsewhereMovesNothing()
{
    const auto without = lungFrame(box(40, 40, 80, 80), 96, 96);
    auto lungs = box(40, 40, 80, 80);
    for (const int cell : {0, 1, kLungSide, kLungSide * kLungSide - 1}) {
        lungs[std::size_t(cell)] = 1.0F;
    }
    const auto with = lungFrame(lungs, 96, 96);
    QVERIFY(without && with);
    QCOMPARE(with->left, without->left);
    QCOMPARE(with->top, without->top);
    QCOMPARE(with->width, without->width);
}

void LungFrameTest::aLungThatIsNotSeenIsInTheFrame_data()
{
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("right");
    QTest::addColumn<double>("frameLeft");
    QTest::addColumn<double>("frameRight");
    // 60 rows high; the margin is 3 of 60 columns.
    QTest::newRow("the right lung alone") << 12 << 36 << 9.0 << 75.0;
    QTest::newRow("the left lung alone") << 60 << 84 << 21.0 << 87.0;
    QTest::newRow("both, in a narrow chest") << 24 << 72 << 22.0 << 74.0;
}

void LungFrameTest::aLungThatIsNotSeenIsInTheFrame()
{
    QFETCH(int, left);
    QFETCH(int, right);
    QFETCH(double, frameLeft);
    QFETCH(double, frameRight);
    const auto frame = lungFrame(box(left, 20, right, 80), 96, 96);
    QVERIFY(frame.has_value());
    QCOMPARE(frame->left, frameLeft);
    QCOMPARE(frame->left + frame->width, frameRight);
}

void LungFrameTest::anImageWithoutLungsHasNoFrame()
{
    QVERIFY(!lungFrame(box(0, 0, 0, 0), 96, 96));
    QVERIFY(!lungFrame(box(10, 10, 20, 20), 96, 96)); // 1 %
}

void LungFrameTest::theInputShowsTheFrameByTheResizeRule_data()
{
    QTest::addColumn<ResizeRule>("rule");
    QTest::addColumn<int>("dark");
    QTest::addColumn<int>("bright");
    QTest::addColumn<QList<double>>("region");
    QTest::newRow("stretched") << ResizeRule::Stretch << 512 << 512 << QList<double>{16, 8, 32, 16};
    QTest::newRow("padded") << ResizeRule::Pad << 256 << 256 << QList<double>{16, 0, 32, 32};
    QTest::newRow("its middle") << ResizeRule::Crop << 512 << 512 << QList<double>{24, 8, 16, 16};
}

void LungFrameTest::theInputShowsTheFrameByTheResizeRule()
{
    QFETCH(ResizeRule, rule);
    QFETCH(int, dark);
    QFETCH(int, bright);
    QFETCH(QList<double>, region);
    InputSpecification input = lungInputOf(32, 32);
    input.resize = rule;
    // 16 dark columns and 16 bright ones of an image that is dark on the left, 16 rows of it.
    const InputRegion frame{16.0, 8.0, 32.0, 16.0};
    const GrayPlane plane = inputPlane(renderedPlane(*fake::halvesImage(64, 64, 80, 200)), input,
                                       fake::Operations{}, frame);
    QCOMPARE(std::count(plane.values.begin(), plane.values.end(), 80), dark);
    QCOMPARE(std::count(plane.values.begin(), plane.values.end(), 200), bright);
    const InputRegion found = inputRegion(input, 64, 64, frame);
    QCOMPARE((QList<double>{found.left, found.top, found.width, found.height}), region);
}

void LungFrameTest::anInputOfTheWholeImageNeedsNoFinder()
{
    const auto frame = inputFrame(renderedPlane(*fake::halvesImage(64, 64, 80, 200)),
                                  InputSpecification{}, nullptr, fake::Operations{});
    QVERIFY(frame.has_value());
    QVERIFY(!frame->has_value());
}

void LungFrameTest::anInputOfTheLungsNeedsAFinder()
{
    const auto frame = inputFrame(renderedPlane(*fake::halvesImage(64, 64, 80, 200)),
                                  lungInputOf(32, 32), nullptr, fake::Operations{});
    QVERIFY(!frame.has_value());
    QCOMPARE(frame.error().code, ErrorCode::InvalidArgument);
}

void LungFrameTest::aModelJudgesTheLungsAlone()
{
    const auto subject = classifier(false);
    QVERIFY2(subject.has_value(), subject ? "" : subject.error().detail.c_str());
    // The mean gray of the left half decides; the right half is only in the margin.
    const auto dark = (*subject)->analyse(*fake::halvesImage(64, 64, 0, 255), std::nullopt, {});
    const auto bright = (*subject)->analyse(*fake::halvesImage(64, 64, 255, 0), std::nullopt, {});
    QVERIFY(dark && bright);
    QCOMPARE(dark->prediction.topLabel, std::string("no"));
    QCOMPARE(bright->prediction.topLabel, std::string("yes"));
}

void LungFrameTest::aModelJudgesTheWholeImageWhereNoLungsAreFound()
{
    const auto subject = classifier(true);
    QVERIFY(subject.has_value());
    const auto analysis = (*subject)->analyse(*fake::halvesImage(64, 64, 0, 255), std::nullopt, {});
    QVERIFY(analysis.has_value());
    // Half of it black, half of it white: a mean of one half, a logit of 0.
    QVERIFY(std::abs(analysis->prediction.scores[1].probability - 0.5) < 1e-3);
}

void LungFrameTest::theHeatmapIsEmptyOutsideTheFrame()
{
    FloatGrid map;
    map.width = 1;
    map.height = 1;
    map.values = {0.7F};
    const FloatGrid grid =
        cropToImage(map, lungInputOf(32, 32), 96, 96, InputRegion{0.0, 0.0, 48.0, 48.0});
    for (int row = 0; row < grid.height; ++row) {
        for (int column = 0; column < grid.width; ++column) {
            const bool isInside = column < grid.width / 2 && row < grid.height / 2;
            QCOMPARE(grid.values[std::size_t(row * grid.width + column)], isInside ? 1.0F : 0.0F);
        }
    }
}

void LungFrameTest::theFinderAndTheRegionGoTogether_data()
{
    QTest::addColumn<bool>("hasRegion");
    QTest::addColumn<bool>("hasFinder");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("both") << true << true << true;
    QTest::newRow("neither") << false << false << true;
    QTest::newRow("a region alone") << true << false << false;
    QTest::newRow("a finder alone") << false << true << false;
}

void LungFrameTest::theFinderAndTheRegionGoTogether()
{
    QFETCH(bool, hasRegion);
    QFETCH(bool, hasFinder);
    QFETCH(bool, isRead);
    ModelDescription model = fake::yesNoModel();
    model.weightsSha256 = "abc";
    model.input.area = hasRegion ? InputArea::Lungs : InputArea::Image;
    model.lungFinder = hasFinder ? kLungsFile : "";
    const auto read = modelFromJson(modelToJson(model));
    QCOMPARE(read.has_value(), isRead);
    if (isRead) {
        QVERIFY(read->input == model.input);
        QCOMPARE(read->lungFinder, model.lungFinder);
    } else {
        QCOMPARE(read.error().code, ErrorCode::ModelDamaged);
        QVERIFY(read.error().detail.find("lung_finder") != std::string::npos);
    }
}

void LungFrameTest::aPackageWithoutItsFinderIsDamaged()
{
    const fs::path folder = root() / "bare";
    QVERIFY(fake::writePackage(folder, lungModel()));
    QVERIFY(openModelPackage(folder));
    fs::remove(folder / kLungsFile);
    const auto opened = openModelPackage(folder);
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, ErrorCode::ModelDamaged);
    QVERIFY(opened.error().detail.find(kLungsFile) != std::string::npos);
}

QTEST_GUILESS_MAIN(LungFrameTest)
#include "lung_frame_test.moc"
