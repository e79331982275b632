// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/wizard_fixture.h"
#include "ui/wizard/augmentation_preview.h"
#include "ui/wizard/data_page.h"

#include <QComboBox>

#include <cstdlib>

using namespace nefes;
using test::WizardFixture;

/// The first steps on real images with the real module.
class WizardRealTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStudentPreparesTheBrainImages();
};

void WizardRealTest::aStudentPreparesTheBrainImages()
{
    const char* root = std::getenv("NEFES_TEST_DATA");
    const auto data = std::filesystem::path(root == nullptr ? "" : root) / "data" / "brain_mri";
    if (!std::filesystem::exists(data)) {
        QSKIP("NEFES_TEST_DATA does not name a folder with data/brain_mri");
    }
    WizardFixture fixture;
    fixture.services.training.loadBackend = &ml::loadBackend;
    fixture.wizard().findChild<ui::DataPage*>()->addFolders({data});
    QVERIFY(
        QTest::qWaitFor([&] { return fixture.wizard().state().dataset().has_value(); }, 60'000));
    QVERIFY(fixture.waitUntilSound());
    fixture.picture("real-data");
    QCOMPARE(fixture.wizard().state().dataset()->classes, (std::vector<std::string>{"no", "yes"}));
    fixture.click(QStringLiteral("Next"));
    auto* box = fixture.named<QComboBox>(QStringLiteral("Recipe"));
    const int index = box->findText(QStringLiteral("Brain MRI: tumour yes or no"));
    QVERIFY(index >= 0);
    Q_EMIT box->activated(index);
    auto* preview = fixture.child<ui::AugmentationPreview>("augmentationPreview");
    // Loading LibTorch takes a while the first time; the window does not wait for it.
    QVERIFY(QTest::qWaitFor([&] { return !preview->draws().back().isNull(); }, 60'000));
    const auto draws = preview->draws();
    QCOMPARE(draws.front().size(), QSize(150, 150));
    QVERIFY(draws.front() != draws.back());
    QCOMPARE(fixture.wizard().state().recipe().data.negativeLabel, std::string("no"));
    fixture.picture("real-preprocess");
    fixture.click(QStringLiteral("Next"));
    QVERIFY(fixture.problem().isEmpty());
    fixture.picture("real-network");
    auto* kind = fixture.named<QComboBox>(QStringLiteral("Kind of network"));
    Q_EMIT kind->activated(kind->findText(QStringLiteral("DenseNet-121")));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.child<QLabel>("networkSummary")
                                 ->text()
                                 .startsWith(QStringLiteral("6,954,881 parameters")),
                             60'000);
}

QTEST_MAIN(WizardRealTest)
#include "wizard_real_test.moc"
