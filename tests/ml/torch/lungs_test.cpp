// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/lungs.h"

#include "core/base/files.h"
#include "core/base/rng.h"

#include "ml/backend.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace nefes;
using namespace nefes::ml;

namespace {

/// Films with two dark ellipses on a brighter body, anywhere near the middle.
LungSamples drawnFilms(int count)
{
    Rng random(3);
    LungSamples samples;
    for (int i = 0; i < count; ++i) {
        const double x = 48.0 + random.uniform(-8.0, 8.0);
        const double y = 48.0 + random.uniform(-8.0, 8.0);
        const double size = random.uniform(0.8, 1.2);
        for (int row = 0; row < kLungSide; ++row) {
            for (int column = 0; column < kLungSide; ++column) {
                const auto isIn = [&](double centre) {
                    const double across = (column - x - centre * size) / (13.0 * size);
                    const double along = (row - y) / (26.0 * size);
                    return across * across + along * along < 1.0;
                };
                const bool isLung = isIn(-18.0) || isIn(18.0);
                const double gray = (isLung ? 60.0 : 150.0) + random.uniform(-20.0, 20.0);
                samples.planes.push_back(static_cast<std::uint8_t>(gray));
                samples.masks.push_back(isLung ? 255 : 0);
            }
        }
    }
    return samples;
}

std::filesystem::path pathIn(const QTemporaryDir& folder, const char* name)
{
    return std::filesystem::path(folder.path().toStdString()) / name;
}

Result<LungTraining> train(const LungSamples& samples, const std::filesystem::path& file, int folds,
                           int epochs, std::stop_token stop = {})
{
    LungTrainingOptions options;
    options.epochs = epochs;
    options.folds = folds;
    options.threads = 1;
    return loadBackend().value()->trainLungFinder(samples, options, file, {{"seed", "1"}}, {},
                                                  stop);
}

} // namespace

class TorchLungsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFinderMarksLungsThatItHasNotSeen();
    void theSameSamplesGiveTheSameFinderWithAndWithoutFolds();
    void tooFewSamplesAreRefused();
    void aStopLeavesNoFile();
    void aFileThatIsNoFinderIsRefused_data();
    void aFileThatIsNoFinderIsRefused();
};

void TorchLungsTest::aFinderMarksLungsThatItHasNotSeen()
{
    const QTemporaryDir folder;
    const auto file = pathIn(folder, "lungs.safetensors");
    LungSamples samples = drawnFilms(40);
    constexpr std::size_t pixels = std::size_t{kLungSide} * kLungSide;
    const std::vector<std::uint8_t> unseen(samples.planes.end() - pixels, samples.planes.end());
    const std::vector<std::uint8_t> truth(samples.masks.end() - pixels, samples.masks.end());
    samples.planes.resize(samples.planes.size() - pixels);
    samples.masks.resize(samples.masks.size() - pixels);
    const auto training = train(samples, file, 0, 12);
    QVERIFY2(training.has_value(), training ? "" : training.error().detail.c_str());
    const auto finder = loadBackend().value()->loadLungFinder(file);
    QVERIFY(finder.has_value());
    const auto lungs = (*finder)->find(unseen, 1);
    QVERIFY(lungs.has_value());
    QCOMPARE(lungs->size(), pixels);
    double common = 0.0;
    double areas = 0.0;
    for (std::size_t i = 0; i < pixels; ++i) {
        const bool found = (*lungs)[i] > 0.5F;
        const bool marked = truth[i] > 127;
        common += found && marked ? 1.0 : 0.0;
        areas += (found ? 1.0 : 0.0) + (marked ? 1.0 : 0.0);
    }
    QVERIFY2(2.0 * common / areas > 0.9, qPrintable(QString::number(2.0 * common / areas)));
}

void TorchLungsTest::theSameSamplesGiveTheSameFinderWithAndWithoutFolds()
{
    const QTemporaryDir folder;
    const LungSamples samples = drawnFilms(32);
    const auto without = train(samples, pathIn(folder, "a.safetensors"), 0, 2);
    const auto with = train(samples, pathIn(folder, "b.safetensors"), 2, 2);
    QVERIFY(without && with);
    QVERIFY(without->dice.empty());
    QCOMPARE(with->dice.size(), std::size_t{32});
    QVERIFY(std::ranges::all_of(with->dice, [](double d) { return d > 0.0 && d <= 1.0; }));
    const auto a = TensorFile::open(pathIn(folder, "a.safetensors"));
    const auto b = TensorFile::open(pathIn(folder, "b.safetensors"));
    QCOMPARE((*a)->sha256(), (*b)->sha256());
}

void TorchLungsTest::tooFewSamplesAreRefused()
{
    const QTemporaryDir folder;
    const auto training = train(drawnFilms(5), pathIn(folder, "a.safetensors"), 0, 2);
    QVERIFY(!training);
    QCOMPARE(training.error().code, ErrorCode::DatasetEmpty);
}

void TorchLungsTest::aStopLeavesNoFile()
{
    const QTemporaryDir folder;
    std::stop_source stop;
    stop.request_stop();
    const auto training =
        train(drawnFilms(20), pathIn(folder, "a.safetensors"), 0, 2, stop.get_token());
    QVERIFY(!training);
    QCOMPARE(training.error().code, ErrorCode::Cancelled);
    QVERIFY(!std::filesystem::exists(pathIn(folder, "a.safetensors")));
}

void TorchLungsTest::aFileThatIsNoFinderIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no safetensors file") << QByteArray("what is this");
    QTest::newRow("no tensors") << QByteArray("\x02\0\0\0\0\0\0\0{}", 10);
}

void TorchLungsTest::aFileThatIsNoFinderIsRefused()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    const auto file = pathIn(folder, "a.safetensors");
    QVERIFY(writeFileAtomically(file, content.toStdString()));
    const auto finder = loadBackend().value()->loadLungFinder(file);
    QVERIFY(!finder);
    QVERIFY(finder.error().code == ErrorCode::ModelDamaged ||
            finder.error().code == ErrorCode::ModelShapeMismatch);
}

QTEST_GUILESS_MAIN(TorchLungsTest)
#include "lungs_test.moc"
