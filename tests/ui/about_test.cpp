// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crash_report.h"
#include "core/base/files.h"

#include "tests/ui/window_fixture.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/panels/crash_bar.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QStatusBar>
#include <QTextBrowser>
#include <QToolButton>

#include <atomic>

using namespace nefes;
using test::WindowFixture;

namespace {

/// A backend that only says what it is.
class NamedBackend final : public ml::Backend
{
public:
    [[nodiscard]] ml::BackendInfo info() const override
    {
        return {.libtorchVersion = "7.8.9", .hasCuda = false, .cudaDevice = {}, .threads = 3};
    }
    void setThreads(int) override {}
    [[nodiscard]] Result<std::unique_ptr<ml::Network>> loadNetwork(const ml::ModelPackage&,
                                                                   ml::DeviceChoice) override
    {
        return fail(ErrorCode::Internal, "not asked for");
    }
    [[nodiscard]] Result<std::unique_ptr<ml::Network>>
    randomNetwork(const ml::ModelDescription&, ml::DeviceChoice, std::uint64_t) override
    {
        return fail(ErrorCode::Internal, "not asked for");
    }
    [[nodiscard]] Result<std::unique_ptr<ml::LungFinder>>
    loadLungFinder(const std::filesystem::path&) override
    {
        return fail(ErrorCode::Internal, "not asked for");
    }
    [[nodiscard]] Result<ml::LungTraining>
    trainLungFinder(const ml::LungSamples&, const ml::LungTrainingOptions&,
                    const std::filesystem::path&, const std::map<std::string, std::string>&,
                    const std::function<void(const ml::LungProgress&)>&, std::stop_token) override
    {
        return fail(ErrorCode::Internal, "not asked for");
    }
    [[nodiscard]] std::unique_ptr<ml::Trainer> createTrainer(ml::DeviceChoice) override
    {
        return nullptr;
    }
    [[nodiscard]] Result<std::vector<GrayPlane>>
    augment(const GrayPlane&, const ml::AugmentationSettings&, int, std::uint64_t) override
    {
        return fail(ErrorCode::Internal, "not asked for");
    }
    [[nodiscard]] Result<std::int64_t> countParameters(const ml::NetworkSpecification&,
                                                       const ml::InputSpecification&, int) override
    {
        return fail(ErrorCode::Internal, "not asked for");
    }
    [[nodiscard]] Result<void> exportOnnx(const ml::ModelPackage&,
                                          const std::filesystem::path&) override
    {
        return fail(ErrorCode::Internal, "not asked for");
    }
};

struct OpenAbout : WindowFixture {
    std::shared_ptr<std::atomic<int>> loads = std::make_shared<std::atomic<int>>(0);
    std::filesystem::path opened;

    explicit OpenAbout(ui::Language language = ui::Language::English)
        : WindowFixture(language)
    {
        services.diagnostics.stateFolder = folder() / "state";
        services.diagnostics.libraries = [] {
            return std::vector<LibraryVersion>{{.name = "DCMTK", .version = "3.6.7"}};
        };
        services.diagnostics.loadedBackend = [loads = loads]() -> std::shared_ptr<ml::Backend> {
            return *loads > 0 ? std::make_shared<NamedBackend>() : nullptr;
        };
        services.training.loadBackend = [loads = loads]() -> Result<std::shared_ptr<ml::Backend>> {
            ++*loads;
            return std::make_shared<NamedBackend>();
        };
        services.objects.openFile = [this](const std::filesystem::path& file) {
            opened = file;
            return true;
        };
    }
    void open() { trigger("about"); }
    [[nodiscard]] QString details() { return child<QTextBrowser>("aboutDetails")->toPlainText(); }
};

} // namespace

class AboutTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionsAndDeviceAreShown();
    void libTorchIsLoadedOnlyWhenAskedFor();
    void copyTakesTheDetailsWithoutPatientData();
    void theTextsFollowTheLanguage();
    void theLogFolderOpens();
    void askingTwiceOpensOnePage();
    void dismissingAReportWhileItIsWrittenIsHarmless();
};

void AboutTest::versionsAndDeviceAreShown()
{
    OpenAbout fixture;
    fixture.open();
    QTRY_VERIFY(fixture.details().contains(QStringLiteral("3.6.7")));
    for (const char* part : {"0.1.0", "Qt", "DCMTK", "LibTorch", "not loaded yet", "Processor",
                             "Threads", "Memory", "CUDA"}) {
        QVERIFY2(fixture.details().contains(QLatin1String(part)), part);
    }
    QVERIFY(fixture.child<QLabel>("aboutDisclaimer")
                ->text()
                .startsWith(QStringLiteral("AI estimate, not a diagnosis")));
    QVERIFY(fixture.child<QLabel>("aboutLicence")->text().contains(QStringLiteral("version 3")));
}

void AboutTest::libTorchIsLoadedOnlyWhenAskedFor()
{
    OpenAbout fixture;
    fixture.open();
    QTRY_VERIFY(fixture.details().contains(QStringLiteral("3.6.7")));
    QCOMPARE(fixture.loads->load(), 0);
    auto* load = fixture.child<QPushButton>("aboutLoadTorch");
    QVERIFY(load->isVisible());
    load->click();
    QTRY_VERIFY(fixture.details().contains(QStringLiteral("7.8.9")));
    QVERIFY(fixture.details().contains(QStringLiteral("of which the analysis uses 3")));
    QCOMPARE(fixture.loads->load(), 1);
    QVERIFY(!load->isVisible());
}

void AboutTest::copyTakesTheDetailsWithoutPatientData()
{
    OpenAbout fixture;
    QVERIFY(fixture.openOne());
    fixture.open();
    QTRY_VERIFY(fixture.details().contains(QStringLiteral("3.6.7")));
    fixture.child<QPushButton>("aboutCopy")->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(QStringLiteral("Nefes 0.1.0\n")), qPrintable(copied));
    QVERIFY(copied.contains(QStringLiteral("DCMTK: 3.6.7")));
    for (const char* patient : {"Yılmaz", "P1", "1.1.1", "a.test"}) {
        QVERIFY2(!copied.contains(QString::fromUtf8(patient)), qPrintable(copied));
    }
    QVERIFY(!copied.contains(QString::fromStdString(fixture.folder().string())));
}

void AboutTest::theTextsFollowTheLanguage()
{
    OpenAbout fixture;
    fixture.open();
    fixture.window().setLanguage(ui::Language::Turkish);
    QTRY_VERIFY(fixture.details().contains(QStringLiteral("henüz yüklenmedi")));
    QVERIFY(fixture.child<QLabel>("aboutDisclaimer")
                ->text()
                .startsWith(QStringLiteral("Yapay zekâ tahminidir, tanı değildir")));
}

void AboutTest::theLogFolderOpens()
{
    OpenAbout fixture;
    fixture.trigger("openLogFolder");
    QCOMPARE(fixture.opened, fixture.folder() / "state");
    fixture.opened.clear();
    fixture.open();
    fixture.child<QPushButton>("aboutLogFolder")->click();
    QCOMPARE(fixture.opened, fixture.folder() / "state");
}

void AboutTest::askingTwiceOpensOnePage()
{
    OpenAbout fixture;
    fixture.open();
    fixture.open();
    QCOMPARE(fixture.window().findChildren<ui::AboutDialog*>().size(), 1);
}

void AboutTest::dismissingAReportWhileItIsWrittenIsHarmless()
{
    OpenAbout fixture;
    const std::filesystem::path state = fixture.services.diagnostics.stateFolder;
    std::filesystem::create_directories(state);
    QVERIFY(writeFileAtomically(state / "crash-1700000000-1.txt", "Nefes\n").has_value());
    QTRY_VERIFY(fixture.window().findChild<ui::CrashBar*>() != nullptr);
    fixture.child<QPushButton>("crashSave")->click();
    const std::filesystem::path target = fixture.folder() / "report.txt";
    Q_EMIT fixture.child<QFileDialog>("saveCrashReport")
        ->fileSelected(QString::fromStdString(toUtf8(target)));
    const QPointer<ui::CrashBar> bar = fixture.window().findChild<ui::CrashBar*>();
    fixture.child<QToolButton>("crashDismiss")->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // before the answer
    QVERIFY(bar == nullptr);
    QTRY_COMPARE(fixture.window().statusBar()->currentMessage(),
                 QStringLiteral("The report was saved."));
    QVERIFY(std::filesystem::exists(target));
    QTRY_VERIFY(findCrashReports(state).empty());
}

QTEST_MAIN(AboutTest)
#include "about_test.moc"
