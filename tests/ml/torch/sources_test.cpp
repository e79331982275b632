// SPDX-License-Identifier: GPL-3.0-or-later
// What recipes do against a class that goes with its source.
#include "tests/ml/torch/trainer_fixture.h"

#include <QTest>

#include <algorithm>

namespace nefes {
namespace {

using test::ignoreEvents;

constexpr int kTrainingImages = 480;
constexpr int kOtherImages = 200; ///< of validation and test each

/// Noisy planes with two marks: one of the source (the upper quarter), and one of the class (a
/// column below it) that is wrong now and then. In training nine of ten images of a source are of
/// the classes that it mostly has, so that it is safer to look at the source; in the test split one
/// of ten.
class SourcesTest : public QObject, private test::TrainerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theAdjustmentFindsWhatTellsTheClassInsideASource_data();
    void theAdjustmentFindsWhatTellsTheClassInsideASource();
    void oneSourceLeavesTheTrainingAsItIs();

private:
    [[nodiscard]] std::shared_ptr<const ml::SampleStore> storeOf(int classes, int sources,
                                                                 const std::string& name) const;
    [[nodiscard]] double accuracyOf(const ml::TrainingRecipe& recipe, const ml::SampleStore& store,
                                    const std::string& name);
};

std::vector<std::uint8_t> plane(int source, int label, int classes, Rng& random)
{
    constexpr double kRightShare = 0.6;
    const int shown = random.uniform() < kRightShare
                          ? label
                          : static_cast<int>(random.below(static_cast<std::size_t>(classes)));
    std::vector<std::uint8_t> values;
    for (int row = 0; row < test::kSide; ++row) {
        for (int column = 0; column < test::kSide; ++column) {
            const bool isMark = row < test::kSide / 4;
            const bool isBright = isMark ? source == 0 : column * classes / test::kSide == shown;
            const int level = 100 + (isBright ? 80 : 0);
            values.push_back(
                static_cast<std::uint8_t>(level + static_cast<int>(random.below(80)) - 40));
        }
    }
    return values;
}

void SourcesTest::initTestCase()
{
    const std::string missing = open();
    QVERIFY2(missing.empty(), missing.c_str());
}

std::shared_ptr<const ml::SampleStore> SourcesTest::storeOf(int classes, int sources,
                                                            const std::string& name) const
{
    constexpr double kUsualShare = 0.9;
    std::vector<std::string> names{"class0", "class1", "class2"};
    names.resize(static_cast<std::size_t>(classes));
    auto writer =
        ml::SampleStoreWriter::create(test::pathIn(m_folder, name), test::smallInput(), names);
    Rng random(11);
    for (int i = 0; writer && i < kTrainingImages + 2 * kOtherImages; ++i) {
        ml::SampleInfo info;
        info.file = std::to_string(i) + ".png";
        info.sha256 = "digest" + std::to_string(i);
        info.split = i < kTrainingImages                  ? ml::Split::Train
                     : i < kTrainingImages + kOtherImages ? ml::Split::Validation
                                                          : ml::Split::Test;
        const int source = i % 2;
        const bool isUsual = (random.uniform() < kUsualShare) == (info.split != ml::Split::Test);
        // The first source has class 0 mostly, the second one the others.
        const bool isFirst = isUsual == (source == 0);
        info.label =
            isFirst ? 0 : 1 + static_cast<int>(random.below(static_cast<std::size_t>(classes - 1)));
        info.source = sources == 1 ? "" : std::to_string(source);
        if (!(*writer)->add(info, plane(source, info.label, classes, random))) {
            return nullptr;
        }
    }
    if (!writer || !(*writer)->finish()) {
        return nullptr;
    }
    return ml::SampleStore::open(test::pathIn(m_folder, name)).value_or(nullptr);
}

double SourcesTest::accuracyOf(const ml::TrainingRecipe& recipe, const ml::SampleStore& store,
                               const std::string& name)
{
    const auto report = run(recipe, store, name, ignoreEvents());
    if (!report || report->outputs.empty()) {
        return -1.0;
    }
    const std::vector<float>& logits = report->outputs.back().logits;
    const std::vector<std::size_t> images = store.indices(ml::Split::Test);
    const std::size_t outputs = logits.size() / images.size();
    int right = 0;
    for (std::size_t i = 0; i < images.size(); ++i) {
        const auto* first = logits.data() + i * outputs;
        const auto guess = outputs == 1 ? static_cast<std::ptrdiff_t>(*first > 0.0F)
                                        : std::max_element(first, first + outputs) - first;
        right += guess == store.samples()[images[i]].label ? 1 : 0;
    }
    return static_cast<double>(right) / static_cast<double>(images.size());
}

void SourcesTest::theAdjustmentFindsWhatTellsTheClassInsideASource_data()
{
    QTest::addColumn<int>("classes");
    QTest::addColumn<double>("mixup");
    QTest::addColumn<QString>("balance");
    QTest::newRow("two classes, one logit") << 2 << 0.0 << "none";
    QTest::newRow("three classes") << 3 << 0.0 << "none";
    QTest::newRow("two classes, shown equally often, blended") << 2 << 0.3 << "class";
}

void SourcesTest::theAdjustmentFindsWhatTellsTheClassInsideASource()
{
    QFETCH(int, classes);
    QFETCH(double, mixup);
    QFETCH(QString, balance);
    const std::string name = QTest::currentDataTag();
    const auto store = storeOf(classes, 2, name);
    QVERIFY(store);
    ml::TrainingRecipe recipe = test::smallRecipe();
    recipe.keepBest = "last"; // validation has the sources' shares too
    recipe.augmentation.mixup = mixup;
    recipe.data.balance = balance.toStdString();
    const double plain = accuracyOf(recipe, *store, name + " plain");
    recipe.loss.sourceAdjustment = 1.0;
    const double adjusted = accuracyOf(recipe, *store, name + " adjusted");
    QVERIFY(plain >= 0.0);
    QVERIFY2(adjusted > plain + 0.2,
             qPrintable(QStringLiteral("%1, plain %2").arg(adjusted).arg(plain)));
}

void SourcesTest::oneSourceLeavesTheTrainingAsItIs()
{
    const auto store = storeOf(3, 1, "one");
    QVERIFY(store);
    ml::TrainingRecipe recipe = test::smallRecipe();
    recipe.epochs = 1;
    const auto plain = run(recipe, *store, "one plain", ignoreEvents());
    recipe.loss.sourceAdjustment = 1.0;
    const auto adjusted = run(recipe, *store, "one adjusted", ignoreEvents());
    QVERIFY(plain && adjusted);
    QVERIFY(plain->outputs.back().logits == adjusted->outputs.back().logits);
}

} // namespace
} // namespace nefes

QTEST_GUILESS_MAIN(nefes::SourcesTest)
#include "sources_test.moc"
