// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/shortcuts.h"

#include "core/base/files.h"

#include "tests/ml/fakes.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace nefes;
using namespace nefes::ml;
namespace fs = std::filesystem;

namespace {

constexpr int kFilms = 40;

/// Lungs in the left twelfths of every image, as many as said.
class LeftPart final : public LungFinder
{
public:
    explicit LeftPart(int twelfths)
        : m_columns(kLungSide * twelfths / 12)
    {
    }
    [[nodiscard]] Result<std::vector<float>> find(std::span<const std::uint8_t> planes,
                                                  int) override
    {
        std::vector<float> lungs;
        for (std::size_t i = 0; i < planes.size(); ++i) {
            lungs.push_back(static_cast<int>(i % kLungSide) < m_columns ? 0.9F : 0.1F);
        }
        return lungs;
    }

private:
    int m_columns;
};

std::set<std::string> warningsOf(const nlohmann::json& result)
{
    std::set<std::string> names;
    for (const auto& warning : result["warnings"]) {
        names.insert(warning["test"].get<std::string>());
    }
    return names;
}

} // namespace

/// The lungs are in the left half of every film; its gray, or that of the right half, tells the
/// label.
class ShortcutsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void modelsAreFoundOut_data();
    void modelsAreFoundOut();
    void aSecondNetworkIsShownTheSameChanges_data();
    void aSecondNetworkIsShownTheSameChanges();
    void filmsWithoutLungsAreJudgedWholeAlone();
    void givenMasksTakeThePlaceOfFoundOnes();
    void filesThatCannotBeReadAreListed();
    void noFilmsAreAnError();
    void aStopRequestCancels();
    void theTextSaysWhatTheModelWasShown();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fake::FakeBackend m_backend;
    fake::Reader m_reader;
    fake::Operations m_operations;
    std::vector<UnreadableFile> m_unreadable;
    [[nodiscard]] fs::path root() const { return m_folder->path().toStdString(); }
    [[nodiscard]] fs::path film(const std::string& name, int left, int right) const
    {
        (void)writeFileAtomically(root() / name, fmt::format("{} {}", left, right));
        return root() / name;
    }
    [[nodiscard]] std::vector<DatasetEntry> films(bool lungsTell) const
    {
        std::vector<DatasetEntry> entries;
        for (int i = 0; i < kFilms; ++i) {
            DatasetEntry entry;
            const int telling = i % 2 == 0 ? 20 : 200;
            entry.file = "film" + std::to_string(i);
            entry.path = film(entry.file, lungsTell ? telling : 90, lungsTell ? 90 : telling);
            entry.label = i % 2 == 0 ? "no" : "yes";
            entry.patient = std::to_string(i);
            entry.source = i % 4 < 2 ? "a" : "b";
            entries.push_back(entry);
        }
        return entries;
    }
    /// `secondSide`: side of a second network's input; 0: there is none.
    [[nodiscard]] Result<nlohmann::json> test(const ShortcutRequest& request, int twelfths = 6,
                                              std::stop_token stop = {}, int secondSide = 0)
    {
        ModelDescription model = fake::yesNoModel();
        model.input.width = 32;
        model.input.height = 32;
        NEFES_CHECK(fake::writePackage(root() / "model", model));
        NEFES_TRY(auto package, openModelPackage(root() / "model"));
        if (secondSide > 0) {
            auto second = std::make_shared<ModelPackage>(*package);
            second->description.input.width = second->description.input.height = secondSide;
            auto joint = std::make_shared<ModelPackage>(*package);
            joint->second = second;
            package = joint;
        }
        LeftPart lungs(twelfths);
        const ShortcutTools tools{m_backend, lungs, m_reader, m_operations};
        return testShortcuts(package, request, tools, m_unreadable, {}, std::move(stop));
    }
};

void ShortcutsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_unreadable.clear();
}

void ShortcutsTest::modelsAreFoundOut_data()
{
    QTest::addColumn<bool>("lungsTell");
    QTest::addColumn<double>("black");
    QTest::addColumn<double>("alone");
    QTest::addColumn<bool>("isWarned");
    QTest::newRow("it looks at the lungs") << true << 0.5 << 1.0 << false;
    QTest::newRow("it looks at what lies beside them") << false << 1.0 << 0.5 << true;
}

void ShortcutsTest::modelsAreFoundOut()
{
    QFETCH(bool, lungsTell);
    QFETCH(double, black);
    QFETCH(double, alone);
    QFETCH(bool, isWarned);
    // More of the film or less than the half that tells: what is hidden or shown is that half.
    const int twelfths = lungsTell ? 7 : 5;
    const auto result = test({films(lungsTell), {}}, twelfths);
    QVERIFY2(result.has_value(), result ? "" : result.error().detail.c_str());
    QCOMPARE((*result)["images"].get<int>(), kFilms);
    QCOMPARE((*result)["without_lungs"].get<int>(), 0);
    QCOMPARE((*result)["input_region"].get<std::string>(), std::string("image"));
    QCOMPARE((*result)["whole"]["macro_auc"].get<double>(), 1.0);
    QCOMPARE((*result)["lungs_black"]["macro_auc"].get<double>(), black);
    QCOMPARE((*result)["lungs_alone"]["macro_auc"].get<double>(), alone);
    QCOMPARE((*result)["border_only"]["macro_auc"].get<double>(), 1.0); // of both halves
    const auto warnings = warningsOf(*result);
    QCOMPARE(warnings.contains("lungs_black"), isWarned);
    // The map grows to the right, away from the lungs: 0 and 1 of 0, 1, 2 and 4. The network of
    // random weights gives the same map.
    const double energy = (*result)["heatmap"]["energy_in_lungs"]["gradcam"].get<double>();
    QVERIFY2(energy > 0.05 && energy < 0.35, qPrintable(QString::number(energy)));
    QVERIFY(std::abs((*result)["heatmap"]["lung_share"].get<double>() - twelfths / 12.0) < 0.03);
    QCOMPARE((*result)["heatmap"]["random_weights_correlation"].get<double>(), 1.0);
    QVERIFY(warnings.contains("energy_in_lungs"));
    QVERIFY(warnings.contains("random_weights_correlation"));
}

void ShortcutsTest::aSecondNetworkIsShownTheSameChanges_data()
{
    modelsAreFoundOut_data();
}

void ShortcutsTest::aSecondNetworkIsShownTheSameChanges()
{
    QFETCH(bool, lungsTell);
    QFETCH(double, black);
    QFETCH(double, alone);
    const auto result = test({films(lungsTell), {}}, lungsTell ? 7 : 5, {}, 48);
    QVERIFY2(result.has_value(), result ? "" : result.error().detail.c_str());
    // A network of the two that saw what is hidden from the other would tell the label.
    QCOMPARE((*result)["whole"]["macro_auc"].get<double>(), 1.0);
    QCOMPARE((*result)["lungs_black"]["macro_auc"].get<double>(), black);
    QCOMPARE((*result)["lungs_alone"]["macro_auc"].get<double>(), alone);
    QCOMPARE((*result)["second_input_region"].get<std::string>(), std::string("image"));
    QVERIFY((*result)["second_source_auc"].is_number());
    const std::string text = shortcutsToText(*result);
    QVERIFY(text.find("of the first network") != std::string::npos);
    QVERIFY(shortcutsToText(test({films(true), {}}).value()).find("second") == std::string::npos);
}

void ShortcutsTest::filmsWithoutLungsAreJudgedWholeAlone()
{
    const auto result = test({films(true), {}}, 0);
    QVERIFY(result.has_value());
    QCOMPARE((*result)["without_lungs"].get<int>(), kFilms);
    QCOMPARE((*result)["whole"]["images"].get<int>(), kFilms);
    QCOMPARE((*result)["lungs_black"]["images"].get<int>(), 0);
    QVERIFY((*result)["lungs_black"]["macro_auc"].is_null());
    QVERIFY((*result)["heatmap"]["lung_share"].is_null());
}

void ShortcutsTest::givenMasksTakeThePlaceOfFoundOnes()
{
    ShortcutRequest request{films(true), {}};
    // The right half is marked: 2 and 4 of 0, 1, 2 and 4.
    request.masks = {{film("image", 20, 90), film("mask", 0, 255)}};
    const auto result = test(request);
    QVERIFY(result.has_value());
    const nlohmann::json& heatmap = (*result)["heatmap"];
    QVERIFY(heatmap["given_masks"].get<bool>());
    QCOMPARE(heatmap["images"].get<int>(), 1);
    QVERIFY(heatmap["energy_in_lungs"]["gradcam"].get<double>() > 0.75);
}

void ShortcutsTest::filesThatCannotBeReadAreListed()
{
    ShortcutRequest request{films(true), {}};
    QVERIFY(writeFileAtomically(request.entries[3].path, "broken"));
    request.masks = {{film("image", 20, 90), root() / "absent"}};
    const auto result = test(request);
    QVERIFY(result.has_value());
    QCOMPARE((*result)["images"].get<int>(), kFilms - 1);
    QCOMPARE(m_unreadable.size(), std::size_t{2});
    QCOMPARE(m_unreadable[0].path, request.entries[3].path);
    QCOMPARE(m_unreadable[1].path, root() / "absent");
}

void ShortcutsTest::noFilmsAreAnError()
{
    const auto result = test({});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::DatasetEmpty);
}

void ShortcutsTest::aStopRequestCancels()
{
    std::stop_source stop;
    stop.request_stop();
    const auto result = test({films(true), {}}, 6, stop.get_token());
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

void ShortcutsTest::theTextSaysWhatTheModelWasShown()
{
    const auto result = test({films(false), {}});
    QVERIFY(result.has_value());
    const QString text = QString::fromStdString(shortcutsToText(*result));
    for (const char* part : {"whole image", "lungs black", "1.000", "warning: lungs_black"}) {
        QVERIFY2(text.contains(part), qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(ShortcutsTest)
#include "shortcuts_test.moc"
