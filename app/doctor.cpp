// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor.h"

#include "core/base/files.h"
#include "core/base/machine.h"

#include "core/dicom/installation.h"
#include "core/imaging/caption.h"
#include "core/study/library_check.h"

#include "ml/backend.h"
#include "ml/joint_network.h"
#include "ml/model_package.h"

#include "app/environment.h"
#include "app/folders.h"
#include "app/version.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>

#include <fmt/format.h>
#include <stdlib.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cstdlib>
#include <system_error>
#include <utility>

// Resources of a static library are linked only when named from outside any namespace.
static void initialiseResources()
{
    Q_INIT_RESOURCE(nefes_ui);
}

namespace nefes::app {
namespace {

namespace fs = std::filesystem;
using ml::LocalisedText;

constexpr int kDisplayTimeoutMs = 20'000;
constexpr std::uint64_t kMebibyte = std::uint64_t{1024} * 1024;
constexpr std::uint64_t kTooLittle = 100 * kMebibyte;
constexpr std::uint64_t kLittle = 1024 * kMebibyte;

/// Room as people read it; Turkish has a decimal comma.
LocalisedText roomText(std::uint64_t bytes)
{
    const double mebibytes = static_cast<double>(bytes) / kMebibyte;
    std::string text = mebibytes < 1024.0 ? fmt::format("{:.0f} MiB", mebibytes)
                                          : fmt::format("{:.1f} GiB", mebibytes / 1024.0);
    LocalisedText room{.en = text, .tr = text};
    if (const std::size_t point = room.tr.find('.'); point != std::string::npos) {
        room.tr[point] = ',';
    }
    return room;
}

Check checkProgram()
{
    Check check{.id = "program", .title = {.en = "program", .tr = "program"}};
    const Machine machine = describeMachine();
    std::string features;
    for (const std::string& feature : machine.features) {
        features += ", " + feature;
    }
    check.finding = {.en = fmt::format("Nefes {} on {} ({} threads{})", kVersion, machine.processor,
                                       machine.threads, features),
                     .tr = fmt::format("Nefes {}; işlemci: {} ({} iş parçacığı{})", kVersion,
                                       machine.processor, machine.threads, features)};
    const char* policy = std::getenv("OMP_WAIT_POLICY");
    if (policy == nullptr || std::string_view(policy) != "PASSIVE") {
        check.status = CheckStatus::Warning;
        check.finding.en += "; OMP_WAIT_POLICY is not PASSIVE, so analyses may be slow";
        check.finding.tr += "; OMP_WAIT_POLICY değeri PASSIVE değil, analizler yavaş olabilir";
        check.remedy = {.en = "start `nefes` instead of nefes-program, without that variable",
                        .tr =
                            "nefes-program yerine, bu değişken olmadan `nefes` komutunu kullanın"};
    }
    return check;
}

/// The platform plugin ends the process where it cannot start: a child tries it.
Check checkDisplay()
{
    Check check{.id = "display", .title = {.en = "display", .tr = "ekran"}};
    if (!hasDisplay()) {
        check.status = CheckStatus::Warning;
        check.finding = {.en = "there is no display: the window cannot open; the commands work",
                         .tr = "ekran yok: pencere açılamaz; komutlar çalışır"};
        check.remedy = {.en = "log in to a desktop, or use `ssh -X`",
                        .tr = "bir masaüstü oturumu açın ya da `ssh -X` kullanın"};
        return check;
    }
    QProcess child;
    child.start(QString::fromStdString(toUtf8(programFile())), {QStringLiteral("probe-display")});
    const bool hasEnded = child.waitForFinished(kDisplayTimeoutMs);
    if (!hasEnded) {
        child.kill();
        child.waitForFinished();
    }
    if (hasEnded && child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0) {
        const std::string words = child.readAllStandardOutput().trimmed().toStdString();
        check.finding = {.en = fmt::format("the window can open ({})", words),
                         .tr = fmt::format("pencere açılabilir ({})", words)};
        return check;
    }
    const std::string words =
        child.readAllStandardError().trimmed().split('\n').constFirst().toStdString();
    check.status = CheckStatus::Fault;
    check.finding = {.en = fmt::format("the window cannot open: {}", words),
                     .tr = fmt::format("pencere açılamıyor: {}", words)};
    check.remedy = {.en = "apt install qt6-qpa-plugins libxcb-cursor0, and look whether DISPLAY or "
                          "WAYLAND_DISPLAY names a display that you may use",
                    .tr = "apt install qt6-qpa-plugins libxcb-cursor0; DISPLAY ya da "
                          "WAYLAND_DISPLAY kullanabileceğiniz bir ekranı göstermeli"};
    return check;
}

Check checkDictionary()
{
    Check check{.id = "dictionary", .title = {.en = "DICOM dictionary", .tr = "DICOM sözlüğü"}};
    const Result<std::size_t> entries = dicom::dictionaryEntries();
    const std::string version = dicom::libraryVersion();
    if (entries) {
        check.finding = {.en = fmt::format("{} entries (DCMTK {})", *entries, version),
                         .tr = fmt::format("{} kayıt (DCMTK {})", *entries, version)};
        return check;
    }
    check.status = CheckStatus::Fault;
    check.finding = {.en = fmt::format("DCMTK {} finds no data dictionary", version),
                     .tr = fmt::format("DCMTK {} veri sözlüğünü bulamıyor", version)};
    if (isSet("DCMDICTPATH")) {
        check.remedy = {.en = "unset DCMDICTPATH, or let it name dicom.dic",
                        .tr = "DCMDICTPATH değişkenini kaldırın ya da dicom.dic dosyasını "
                              "gösterecek biçimde ayarlayın"};
    } else {
        check.remedy = {.en = "apt install --reinstall libdcmtk17 (Debian 13: dcmtk-data)",
                        .tr = "apt install --reinstall libdcmtk17 (Debian 13: dcmtk-data)"};
    }
    return check;
}

Check checkModule(const Result<std::shared_ptr<ml::Backend>>& backend)
{
    Check check{.id = "torch", .title = {.en = "torch module", .tr = "torch modülü"}};
    if (backend) {
        const ml::BackendInfo info = (*backend)->info();
        check.finding = {
            .en = fmt::format("interface {}, LibTorch {}, {} threads", ml::kBackendInterface,
                              info.libtorchVersion, info.threads),
            .tr = fmt::format("arayüz {}, LibTorch {}, {} iş parçacığı", ml::kBackendInterface,
                              info.libtorchVersion, info.threads)};
        return check;
    }
    const Error& error = backend.error();
    if (error.code == ErrorCode::ModuleMissing) {
        check.status = CheckStatus::Warning;
        check.finding = {.en =
                             "not installed: images are shown, but neither analysed nor trained on",
                         .tr = "kurulu değil: görüntüler gösterilir, analiz ve eğitim yapılamaz"};
        check.remedy = {.en = "apt install nefes-torch", .tr = "apt install nefes-torch"};
        return check;
    }
    check.status = CheckStatus::Fault;
    check.finding = {.en = fmt::format("cannot be loaded: {}", error.detail),
                     .tr = fmt::format("yüklenemiyor: {}", error.detail)};
    if (isSet("NEFES_TORCH_MODULE")) {
        check.remedy = {.en = "unset NEFES_TORCH_MODULE, or let it name the module of this build",
                        .tr =
                            "NEFES_TORCH_MODULE değişkenini kaldırın ya da bu derlemenin modülünü "
                            "gösterecek biçimde ayarlayın"};
    } else {
        check.remedy = {.en = "apt install --reinstall nefes nefes-torch (both of one version)",
                        .tr =
                            "apt install --reinstall nefes nefes-torch (ikisi aynı sürüm olmalı)"};
    }
    return check;
}

Check checkGraphicsCard(const Result<std::shared_ptr<ml::Backend>>& backend)
{
    Check check{.id = "cuda", .title = {.en = "CUDA", .tr = "CUDA"}};
    const std::vector<std::string> cards = describeMachine().graphicsCards;
    const std::string card = cards.empty() ? std::string() : cards.front();
    if (!backend) {
        check.finding = {.en = "not looked for without the torch module",
                         .tr = "torch modülü olmadan bakılmadı"};
    } else if ((*backend)->info().hasCuda) {
        const std::string name = card.empty() ? (*backend)->info().cudaDevice : card;
        check.finding = {.en = fmt::format("used: {}", name),
                         .tr = fmt::format("kullanılıyor: {}", name)};
    } else if (card.empty()) {
        check.finding = {.en = "no NVIDIA card: the processor computes",
                         .tr = "NVIDIA ekran kartı yok: hesabı işlemci yapar"};
    } else {
        check.status = CheckStatus::Warning;
        check.finding = {.en = fmt::format("{} is not used: this LibTorch cannot, or the driver "
                                           "does not fit",
                                           card),
                         .tr = fmt::format("{} kullanılmıyor: bu LibTorch desteklemiyor ya da "
                                           "sürücü uyumsuz",
                                           card)};
        check.remedy = {.en = "build the torch module with a LibTorch that has CUDA; everything "
                              "works without",
                        .tr =
                            "torch modülünü CUDA destekli LibTorch ile derleyin; onsuz da her şey "
                            "çalışır"};
    }
    return check;
}

/// The package opens, its digest is right, and the module builds its network.
Result<void> tryModel(const fs::path& folder, const Result<std::shared_ptr<ml::Backend>>& backend)
{
    NEFES_TRY(const auto package, ml::openModelPackage(folder));
    if (backend) {
        NEFES_CHECK(ml::JointNetwork::load(**backend, *package, ml::DeviceChoice::Cpu));
    }
    return {};
}

std::vector<Check> checkModels(const ml::ModelRegistry& models,
                               const Result<std::shared_ptr<ml::Backend>>& backend)
{
    std::vector<Check> checks;
    for (const ml::InstalledPackage& installed : models.list()) {
        const std::string id =
            installed.description ? installed.description->id : toUtf8(installed.folder.filename());
        Check check{.id = "model", .title = {.en = "model", .tr = "model"}};
        const Result<void> tried = tryModel(installed.folder, backend);
        if (tried) {
            check.finding = {.en = fmt::format("{} {}: sound, its digest is right", id,
                                               installed.description->version),
                             .tr = fmt::format("{} {}: sağlam, özeti doğru", id,
                                               installed.description->version)};
        } else {
            check.status = CheckStatus::Fault;
            const std::string_view code = errorCodeName(tried.error().code);
            check.finding = {
                .en = fmt::format("{} cannot be used: {}: {}", id, code, tried.error().detail),
                .tr = fmt::format("{} kullanılamıyor: {}: {}", id, code, tried.error().detail)};
            if (installed.isBundled) {
                check.remedy = {.en = "apt install --reinstall nefes-torch",
                                .tr = "apt install --reinstall nefes-torch"};
            } else {
                check.remedy = {
                    .en =
                        fmt::format("nefes models remove {}, then import or publish it again", id),
                    .tr = fmt::format("nefes models remove {}; sonra yeniden içe aktarın ya da "
                                      "yayımlayın",
                                      id)};
            }
        }
        checks.push_back(std::move(check));
    }
    if (checks.empty()) {
        checks.push_back(
            {.id = "model",
             .title = {.en = "model", .tr = "model"},
             .status = CheckStatus::Warning,
             .finding = {.en = "none is installed: nothing is analysed",
                         .tr = "hiçbiri kurulu değil: analiz yapılmaz"},
             .remedy = {.en = "apt install nefes-torch, or train one (F8)",
                        .tr = "apt install nefes-torch, ya da bir model eğitin (F8)"}});
    }
    return checks;
}

Check checkLibrary(const fs::path& data)
{
    Check check{.id = "library", .title = {.en = "library", .tr = "kitaplık"}};
    const Result<study::LibraryCheck> found = study::checkLibrary(data / "library");
    if (!found) {
        const bool isNewer = found.error().code == ErrorCode::UnsupportedFormat;
        check.status = CheckStatus::Fault;
        check.finding = {.en = fmt::format("cannot be opened: {}: {}",
                                           errorCodeName(found.error().code), found.error().detail),
                         .tr = fmt::format("açılamıyor: {}: {}", errorCodeName(found.error().code),
                                           found.error().detail)};
        check.remedy =
            isNewer ? LocalisedText{.en = "a newer Nefes wrote it: install that version again",
                                    .tr = "daha yeni bir Nefes yazmış: o sürümü kurun"}
                    : LocalisedText{.en = "open the library in the window: it puts a damaged "
                                          "index aside and makes it anew from the files",
                                    .tr = "kitaplığı pencerede açın: bozuk dizin kenara alınır, "
                                          "dosyalardan yenisi yapılır"};
        return check;
    }
    if (!found->exists) {
        check.finding = {.en = "not begun yet", .tr = "henüz oluşturulmadı"};
    } else if (!found->isWritable) {
        check.status = CheckStatus::Fault;
        check.finding = {.en = "can be read but not written", .tr = "okunabiliyor ama yazılamıyor"};
        check.remedy = {
            .en = fmt::format("give yourself the right to write: chmod -R u+w {}",
                              toUtf8(data / "library")),
            .tr = fmt::format("yazma izni verin: chmod -R u+w {}", toUtf8(data / "library"))};
    } else {
        check.finding = {.en = fmt::format("{} studies, form {} of {}", found->studies, found->form,
                                           found->knownForm),
                         .tr = fmt::format("{} tetkik, biçim {} / {}", found->studies, found->form,
                                           found->knownForm)};
    }
    return check;
}

Check checkResources(const CommandContext& context)
{
    Check check{.id = "resources", .title = {.en = "resources", .tr = "kaynak dosyaları"}};
    std::string missing;
    const auto want = [&missing](bool isThere, const char* what) {
        if (!isThere) {
            missing += fmt::format("{}{}", missing.empty() ? "" : ", ", what);
        }
    };
    std::error_code error;
    const fs::path& root = context.folders.resources;
    want(fs::is_directory(root / "recipes", error), "recipes");
    want(fs::exists(root / "samples" / "chest-phantom.dcm", error), "samples");
    for (const char* caption : {"estimate.en.png", "estimate.tr.png"}) {
        want(imaging::Caption::read(root / "captions" / caption).has_value(), "captions");
    }
    initialiseResources();
    const auto pages = [](const char* language) {
        return QDir(QStringLiteral(":/help/") + QLatin1String(language))
            .entryList({QStringLiteral("*.md")})
            .size();
    };
    want(QFile::exists(QStringLiteral(":/i18n/nefes_tr.qm")), "translation");
    want(pages("en") > 0 && pages("en") == pages("tr"), "help");
    if (!missing.empty()) {
        check.status = CheckStatus::Fault;
        check.finding = {.en = fmt::format("missing or damaged in {}: {}", toUtf8(root), missing),
                         .tr =
                             fmt::format("{} içinde eksik ya da bozuk: {}", toUtf8(root), missing)};
        check.remedy =
            isSet("NEFES_RESOURCES")
                ? LocalisedText{.en = "unset NEFES_RESOURCES, or let it name the folder "
                                      "resources of the sources",
                                .tr = "NEFES_RESOURCES değişkenini kaldırın ya da kaynak "
                                      "kodun resources klasörünü gösterecek biçimde ayarlayın"}
                : LocalisedText{.en = "apt install --reinstall nefes",
                                .tr = "apt install --reinstall nefes"};
        return check;
    }
    check.finding = {.en = "recipes, sample, captions, help and translations are there",
                     .tr = "tarifler, örnek, resim ibareleri, yardım ve çeviriler yerinde"};
    const QDir translations(QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (!translations.exists(QStringLiteral("qtbase_tr.qm"))) {
        check.status = CheckStatus::Warning;
        check.finding.en += "; the Turkish of Qt's own dialogs is not";
        check.finding.tr += "; Qt'nin kendi iletişim kutularının Türkçesi yok";
        check.remedy = {.en = "apt install qt6-translations-l10n",
                        .tr = "apt install qt6-translations-l10n"};
    }
    return check;
}

} // namespace

Check checkFolder(std::string id, LocalisedText title, const fs::path& folder)
{
    Check check{.id = std::move(id), .title = std::move(title)};
    std::error_code error;
    fs::path there = folder;
    while (!fs::exists(there, error) && there.has_relative_path()) {
        there = there.parent_path();
    }
    bool isWritable = fs::is_directory(there, error) && ::access(there.c_str(), W_OK | X_OK) == 0;
    if (isWritable && there == folder) {
        // Rights say nothing of a file system that is mounted read-only.
        std::string name = (folder / ".doctor-XXXXXX").string();
        const int file = ::mkstemp(name.data());
        isWritable = file >= 0;
        if (isWritable) {
            ::close(file);
            ::unlink(name.c_str());
        }
    }
    if (!isWritable) {
        check.status = CheckStatus::Fault;
        check.finding = {.en = fmt::format("{} cannot be written to", toUtf8(there)),
                         .tr = fmt::format("{} klasörüne yazılamıyor", toUtf8(there))};
        check.remedy = {.en = fmt::format("look at its owner and rights: ls -ld {}", toUtf8(there)),
                        .tr =
                            fmt::format("sahibine ve izinlerine bakın: ls -ld {}", toUtf8(there))};
        return check;
    }
    struct statvfs disk = {};
    if (::statvfs(there.c_str(), &disk) != 0) {
        check.finding = {.en = fmt::format("{}: writable", toUtf8(folder)),
                         .tr = fmt::format("{}: yazılabilir", toUtf8(folder))};
        return check;
    }
    const std::uint64_t room = std::uint64_t{disk.f_bavail} * disk.f_frsize;
    const LocalisedText text = roomText(room);
    check.finding = {.en = fmt::format("{}: writable, {} free", toUtf8(folder), text.en),
                     .tr = fmt::format("{}: yazılabilir, {} boş yer", toUtf8(folder), text.tr)};
    if (room < kLittle) {
        check.status = room < kTooLittle ? CheckStatus::Fault : CheckStatus::Warning;
        check.remedy = {.en = "free some space: studies that are copied and training runs need it",
                        .tr = "yer açın: kopyalanan tetkikler ve eğitimler yer ister"};
    }
    return check;
}

std::vector<Check> examineInstallation(const CommandContext& context)
{
    int argc = 1;
    std::string name = "nefes";
    char* argv[] = {name.data(), nullptr};
    const QCoreApplication application(argc, argv);

    const fs::path data = context.folders.userModels.parent_path();
    const Result<std::shared_ptr<ml::Backend>> backend = ml::loadBackend();
    std::vector<Check> checks{checkProgram(), checkDisplay(), checkDictionary(),
                              checkModule(backend), checkGraphicsCard(backend)};
    for (Check& model : checkModels(*context.models, backend)) {
        checks.push_back(std::move(model));
    }
    checks.push_back(checkLibrary(data));
    checks.push_back(checkResources(context));
    checks.push_back(
        checkFolder("settings", {.en = "settings", .tr = "ayarlar"}, settingsFile().parent_path()));
    checks.push_back(checkFolder("data", {.en = "data", .tr = "veriler"}, data));
    checks.push_back(
        checkFolder("cache", {.en = "cache", .tr = "önbellek"}, context.folders.cache));
    checks.push_back(checkFolder("log", {.en = "log", .tr = "günlük"}, context.folders.state));
    return checks;
}

} // namespace nefes::app
