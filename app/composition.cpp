// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include "core/base/files.h"

#include "core/dicom/dicom_reader.h"
#include "core/dicom/encapsulated_document.h"
#include "core/dicom/installation.h"
#include "core/dicom/presentation_state.h"
#include "core/dicom/structured_report.h"
#include "core/dicom/tags.h"
#include "core/imaging/frame_codec.h"
#include "core/imaging/picture_reader.h"
#include "core/imaging/plane_operations.h"
#include "core/imaging/versions.h"
#include "core/study/inputs.h"
#include "core/study/library_check.h"

#include "ml/backend.h"
#include "ml/classifier.h"

#include "app/composite_reader.h"
#include "app/folders.h"
#include "app/recipe_files.h"
#include "app/version.h"

#include <QDesktopServices>
#include <QUrl>

#include <mutex>
#include <utility>

namespace nefes::app {
namespace {

namespace fs = std::filesystem;

FileInspection inspectFile(const dicom::DicomReader& dicomReader, const CompositeReader& reader,
                           const fs::path& file, int frame)
{
    const auto start = readFileStart(file, 512);
    if (!start) {
        return failedInspection(toUtf8(file), start.error());
    }
    if (dicomReader.recognises(*start)) {
        return dicomReader.inspect(file, frame);
    }
    if (reader.recognises(*start)) {
        return imaging::inspectPicture(file, frame);
    }
    return failedInspection(
        toUtf8(file),
        Error{ErrorCode::UnknownFormat, "neither DICOM nor a picture format that is known"});
}

/// The package first: a wrong name is told without waiting for LibTorch.
Result<std::unique_ptr<ml::Classifier>>
loadClassifier(const ClassifierOptions& options, const ml::ModelRegistry& models,
               const std::shared_ptr<const PlaneOperations>& operations, const fs::path& resources)
{
    NEFES_TRY(auto package, models.open(options.model));
    NEFES_TRY(const auto backend, ml::loadBackend());
    backend->setThreads(options.threads);
    return ml::createClassifier(*backend, std::move(package), operations, options.device,
                                resources / ml::kLungFinderFile);
}

std::vector<ui::InstalledModel> windowModels(const ml::ModelRegistry& models)
{
    std::vector<ui::InstalledModel> result;
    for (const ml::InstalledPackage& package : models.list()) {
        if (package.description) {
            result.push_back({.id = package.description->id,
                              .version = package.description->version,
                              .title = package.description->title,
                              .folder = package.folder});
        }
    }
    return result;
}

/// Scans what people open; unpacked archives stay until the window is gone.
class WindowScanner
{
public:
    WindowScanner(std::shared_ptr<const ImageReader> reader, fs::path temporary)
        : m_reader(std::move(reader))
        , m_temporary(std::move(temporary))
    {
    }

    Result<void> scan(const std::vector<fs::path>& paths, const study::ScanSink& sink,
                      const std::stop_token& stop)
    {
        const study::Inputs inputs = study::expandInputs(
            paths, m_temporary, study::DicomdirRule::OpenFolder, sink.progress, stop);
        for (const study::ScanFailure& failure : inputs.failures) {
            if (sink.failed) {
                sink.failed(failure);
            }
        }
        {
            const std::scoped_lock lock(m_mutex);
            m_archives.insert(m_archives.end(), inputs.archives.begin(), inputs.archives.end());
        }
        return study::scan(inputs.paths, *m_reader, sink, stop);
    }

private:
    std::shared_ptr<const ImageReader> m_reader;
    fs::path m_temporary;
    std::mutex m_mutex;
    std::vector<std::shared_ptr<const study::UnpackedArchive>> m_archives;
};

ui::TrainingServices trainingServices(const CommandContext& context)
{
    ui::TrainingServices services;
    services.listRecipes = [folders = context.folders] {
        std::vector<ml::TrainingRecipe> recipes;
        for (const std::string& id : recipeIds(folders)) {
            if (auto recipe = readRecipe(id, folders)) {
                recipes.push_back(std::move(*recipe));
            }
        }
        return recipes;
    };
    services.reader = context.reader;
    services.operations = context.operations;
    services.loadBackend = &ml::loadBackend;
    services.program = programFile();
    services.lungWeights = context.folders.resources / ml::kLungFinderFile;
    services.runsFolder = context.folders.userModels.parent_path() / "runs";
    services.cacheFolder = context.folders.cache / "datasets";
    services.installModel = [models = context.models](const fs::path& package) {
        return models->import(package, ml::Replacing::Allowed)
            .map([](const ml::ModelDescription& description) { return description.id; });
    };
    services.removeModel = [models = context.models](const std::string& id) {
        return models->remove(id);
    };
    services.exportModel = [models = context.models](const std::string& id,
                                                     const fs::path& folder) {
        return models->exportTo(id, folder);
    };
    return services;
}

std::vector<LibraryVersion> libraryVersions()
{
    std::vector<LibraryVersion> all{{.name = "DCMTK", .version = dicom::libraryVersion()}};
    for (const auto& part : {imaging::libraryVersions(), study::libraryVersions()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace

CommandContext makeContext()
{
    CommandContext context;
    const auto dicomReader = std::make_shared<const dicom::DicomReader>(imaging::makeFrameCodec());
    const auto reader =
        std::make_shared<const CompositeReader>(std::vector<std::shared_ptr<const ImageReader>>{
            dicomReader, std::make_shared<const imaging::PictureReader>()});
    context.reader = reader;
    context.inspect = [dicomReader, reader](const fs::path& file, int frame) {
        return inspectFile(*dicomReader, *reader, file, frame);
    };
    context.operations = std::make_shared<const imaging::OpenCvPlaneOperations>();
    context.folders = findFolders();
    context.models = std::make_shared<const ml::ModelRegistry>(context.folders.resources / "models",
                                                               context.folders.userModels);
    context.loadClassifier = [operations = context.operations, models = context.models,
                              resources =
                                  context.folders.resources](const ClassifierOptions& options) {
        return loadClassifier(options, *models, operations, resources);
    };
    return context;
}

ui::Services makeServices(const CommandContext& context)
{
    ui::Services services;
    services.reader = context.reader;
    const auto scanner =
        std::make_shared<WindowScanner>(context.reader, context.folders.cache / "archives");
    services.scan = [scanner](const std::vector<fs::path>& paths, const study::ScanSink& sink,
                              std::stop_token stop) {
        return scanner->scan(paths, sink, stop);
    };
    services.listModels = [models = context.models] {
        return windowModels(*models);
    };
    services.loadClassifier = [load = context.loadClassifier](const std::string& model,
                                                              ml::DeviceChoice device) {
        return load({.model = model, .device = device});
    };
    services.samplePath = context.folders.resources / "samples" / "chest-phantom.dcm";
    services.settingsFile = settingsFile();
    services.dataFolder = context.folders.userModels.parent_path();
    services.temporaryFolder = context.folders.cache / "archives";
    services.systemLanguage =
        context.language == "tr" ? ui::Language::Turkish : ui::Language::English;
    services.programVersion = kVersion;
    services.operations = context.operations;
    services.objects.readTags = &dicom::readTags;
    services.objects.readReport = &dicom::readStructuredReport;
    services.objects.readDocument = &dicom::readEncapsulatedDocument;
    services.objects.readPresentation = &dicom::readPresentationState;
    services.objects.openFile = [](const fs::path& file) {
        return QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(toUtf8(file))));
    };
    services.diagnostics.stateFolder = context.folders.state;
    services.diagnostics.libraries = &libraryVersions;
    services.diagnostics.loadedBackend = &ml::loadedBackend;
    services.training = trainingServices(context);
    return services;
}

} // namespace nefes::app
