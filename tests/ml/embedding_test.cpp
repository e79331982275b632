// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/embedding.h"

#include "core/base/rng.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace nefes;
using namespace nefes::ml;

class EmbeddingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void componentsFollowTheVariance();
    void componentsOfFewRowsAreFew();
    void clustersFindGroups();
    void purityCountsTheMajority();
    void neighboursStayTogether();
    void aStoppedPictureEndsAtOnce();
};

namespace {

/// Three groups of rows around corners far apart, five columns.
FeatureTable groups(int each, std::vector<int>& labels)
{
    Rng rng(5);
    FeatureTable table{5, {}};
    for (int i = 0; i < 3 * each; ++i) {
        labels.push_back(i % 3);
        for (int column = 0; column < 5; ++column) {
            table.values.push_back((column == i % 3 ? 20.0 : 0.0) + rng.uniform(-1.0, 1.0));
        }
    }
    return table;
}

double distance(std::span<const double> a, std::span<const double> b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1]);
}

} // namespace

void EmbeddingTest::componentsFollowTheVariance()
{
    // Rows t × (3, 4) + u × (4, −3) ÷ 10, off the origin: first component (0.6, 0.8).
    const FeatureTable table{2, {13.4, 3.7, 7.4, -4.3, 12.6, 4.3, 6.6, -3.7}};
    const FeatureTable result = principalComponents(table, 2);
    QCOMPARE(result.columns, std::size_t{2});
    const std::vector<double> expected{5.0, 0.5, -5.0, 0.5, 5.0, -0.5, -5.0, -0.5};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QVERIFY(std::abs(result.values[i] - expected[i]) < 1e-6);
    }
}

void EmbeddingTest::componentsOfFewRowsAreFew()
{
    const FeatureTable table{4, {1, 2, 3, 4, 5, 6, 7, 8}};
    QCOMPARE(principalComponents(table, 50).columns, std::size_t{2});
    // A constant table has components of zeros, not NaN.
    const FeatureTable flat = principalComponents({2, {1, 1, 1, 1, 1, 1}}, 2);
    for (const double value : flat.values) {
        QCOMPARE(value, 0.0);
    }
}

void EmbeddingTest::clustersFindGroups()
{
    std::vector<int> labels;
    const FeatureTable table = groups(30, labels);
    const auto clusters = kMeans(table, 3, 1);
    QCOMPARE(clusterPurity(clusters, labels), 1.0);
    QCOMPARE(std::set<int>(clusters.begin(), clusters.end()).size(), std::size_t{3});
    QCOMPARE(kMeans(table, 3, 1), clusters);
    QCOMPARE(kMeans(table, 1, 1), std::vector<int>(90, 0));
}

void EmbeddingTest::purityCountsTheMajority()
{
    const std::vector<int> clusters{0, 0, 0, 1, 1};
    const std::vector<int> labels{7, 7, 8, 8, 8};
    QCOMPARE(clusterPurity(clusters, labels), 0.8);
}

void EmbeddingTest::neighboursStayTogether()
{
    std::vector<int> labels;
    const FeatureTable table = groups(20, labels);
    const FeatureTable picture = tsne(table, 10.0, 300, 1);
    QCOMPARE(picture.rows(), std::size_t{60});
    int right = 0;
    for (std::size_t i = 0; i < picture.rows(); ++i) {
        std::size_t nearest = i == 0 ? 1 : 0;
        for (std::size_t k = 0; k < picture.rows(); ++k) {
            if (k != i && distance(picture.row(i), picture.row(k)) <
                              distance(picture.row(i), picture.row(nearest))) {
                nearest = k;
            }
        }
        QVERIFY(std::isfinite(picture.row(i)[0]));
        right += labels[nearest] == labels[i] ? 1 : 0;
    }
    QVERIFY2(right >= 57, "nearest neighbours come from other groups");
    QCOMPARE(tsne(table, 10.0, 300, 1).values, picture.values);
    QCOMPARE(tsne({2, {1, 2}}, 30.0, 10, 1).values, std::vector<double>(2, 0.0));
}

void EmbeddingTest::aStoppedPictureEndsAtOnce()
{
    std::vector<int> labels;
    std::stop_source stop;
    stop.request_stop();
    constexpr int kYears = 2'000'000'000;
    QCOMPARE(tsne(groups(20, labels), 10.0, kYears, 1, stop.get_token()).rows(), std::size_t{60});
}

QTEST_APPLESS_MAIN(EmbeddingTest)
#include "embedding_test.moc"
