// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/picture_check.h"

#include "core/base/rng.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace nefes;
using namespace nefes::ml;

namespace {

constexpr int kSide = 32;

/// A bright disc on black, as brain slices are, or an even bright field, as chest films are.
std::vector<std::uint8_t> picture(bool isDisc, Rng& random)
{
    std::vector<std::uint8_t> plane;
    const double radius = kSide * random.uniform(0.35, 0.45);
    const double gray = random.uniform(120.0, 180.0);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const bool isInside = std::hypot(x - kSide / 2.0, y - kSide / 2.0) < radius;
            const double value = !isDisc || isInside ? gray : 5.0;
            plane.push_back(static_cast<std::uint8_t>(value + random.uniform(-4.0, 4.0)));
        }
    }
    return plane;
}

std::vector<float> rowsOf(bool isDisc, int count, std::uint64_t seed)
{
    Rng random(seed);
    std::vector<float> rows;
    for (int i = 0; i < count; ++i) {
        const auto features = pictureFeatures(picture(isDisc, random), kSide, kSide);
        rows.insert(rows.end(), features.begin(), features.end());
    }
    return rows;
}

PictureCheck discCheck()
{
    return PictureCheck::fit(rowsOf(true, 80, 1), std::vector<int>(80, 0), 2, rowsOf(true, 40, 2));
}

} // namespace

class PictureCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesUnlikeTheTrainedOnesAreBeyondTheLimit_data();
    void picturesUnlikeTheTrainedOnesAreBeyondTheLimit();
    void aCheckIsTheSameAfterReading();
    void aFileWithoutOneHasNone();
    void aDamagedOneIsRefused();
};

void PictureCheckTest::picturesUnlikeTheTrainedOnesAreBeyondTheLimit_data()
{
    QTest::addColumn<bool>("isDisc");
    QTest::addColumn<int>("refusedAtLeast");
    QTest::addColumn<int>("refusedAtMost");
    QTest::newRow("discs like the trained ones") << true << 0 << 4;
    QTest::newRow("even fields") << false << 40 << 40;
}

void PictureCheckTest::picturesUnlikeTheTrainedOnesAreBeyondTheLimit()
{
    QFETCH(bool, isDisc);
    QFETCH(int, refusedAtLeast);
    QFETCH(int, refusedAtMost);
    const PictureCheck check = discCheck();
    const std::vector<float> rows = rowsOf(isDisc, 40, 3);
    const std::size_t size = rows.size() / 40;
    int refused = 0;
    for (std::size_t i = 0; i < rows.size(); i += size) {
        refused += check.share(std::span(rows).subspan(i, size)) > 1.0 ? 1 : 0;
    }
    QVERIFY2(refused >= refusedAtLeast && refused <= refusedAtMost,
             qPrintable(QString::number(refused)));
}

void PictureCheckTest::aCheckIsTheSameAfterReading()
{
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "check.safetensors";
    const PictureCheck check = discCheck();
    QVERIFY(writeTensorFile(file, check.tensors(), {}));
    const auto opened = TensorFile::open(file);
    const auto read = PictureCheck::read(**opened);
    QVERIFY(read.has_value() && read->has_value());
    const auto row = rowsOf(false, 1, 4);
    QCOMPARE((*read)->share(row), check.share(row));
}

void PictureCheckTest::aFileWithoutOneHasNone()
{
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "check.safetensors";
    QVERIFY(writeTensorFile(file, {}, {}));
    const auto read = PictureCheck::read(**TensorFile::open(file));
    QVERIFY(read.has_value());
    QVERIFY(!read->has_value());
}

void PictureCheckTest::aDamagedOneIsRefused()
{
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "check.safetensors";
    const PictureCheck check = discCheck();
    auto tensors = check.tensors();
    tensors.erase("picture.scale");
    QVERIFY(writeTensorFile(file, tensors, {}));
    const auto read = PictureCheck::read(**TensorFile::open(file));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::ModelDamaged);
}

QTEST_GUILESS_MAIN(PictureCheckTest)
#include "picture_check_test.moc"
