// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/training_run.h"

#include "ml/case_library.h"
#include "ml/cross_validation.h"
#include "ml/model_registry.h"
#include "ml/preprocess.h"
#include "ml/publishing.h"

#include "tests/ml/fakes.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace nefes;
using namespace nefes::ml;
namespace fs = std::filesystem;

namespace {

/// Answers with the mean gray of each sample; trains nothing.
class MeanTrainer final : public Trainer
{
public:
    [[nodiscard]] Result<TrainingReport> run(const TrainingRecipe& recipe, const SampleStore& store,
                                             const TrainerOptions& options, const EventSink& sink,
                                             std::stop_token stop) override
    {
        TrainingReport report;
        report.epochs = recipe.epochs;
        report.bestEpoch = 2;
        report.heatmapLayer = "network.0";
        report.libtorchVersion = "0.0.0";
        if (stop.stop_requested()) {
            report.cancelled = true;
            return report;
        }
        EpochDone epoch;
        sink(epoch);
        report.history = {epoch};
        report.weights = options.runFolder / "best.safetensors";
        const std::vector<float> weights{1.0F};
        NEFES_CHECK(writeTensorFile(
            report.weights, {{"w", {TensorType::Float32, {1}, std::as_bytes(std::span(weights))}}},
            {}));
        for (const Split split : {Split::Train, Split::Validation, Split::Test}) {
            report.outputs.push_back(outputs(store, split));
        }
        if (isBroken) {
            report.outputs[1].logits.pop_back();
        }
        return report;
    }
    [[nodiscard]] Result<LearningRateSearch>
    findLearningRate(const TrainingRecipe&, const SampleStore&, const TrainerOptions&,
                     const LearningRateRange& range, const EventSink&, std::stop_token) override
    {
        return LearningRateSearch(range);
    }
    bool isBroken = false;

private:
    static SplitOutputs outputs(const SampleStore& store, Split split)
    {
        SplitOutputs result;
        result.split = split;
        result.featureCount = 2;
        for (const std::size_t index : store.indices(split)) {
            const auto plane = store.plane(index);
            const float mean = std::accumulate(plane.begin(), plane.end(), 0.0F) /
                               static_cast<float>(plane.size());
            result.logits.push_back((mean - 120.0F) / 20.0F);
            result.features.push_back(mean / 255.0F);
            result.features.push_back(static_cast<float>(plane[0]) / 255.0F);
        }
        return result;
    }
};

TrainingRecipe smallRecipe()
{
    TrainingRecipe recipe;
    recipe.id = "mean";
    recipe.title = {"Mean", "Ortalama"};
    recipe.data.negativeLabel = "no";
    recipe.data.groupBy = "patient";
    recipe.data.stratify = {"label"};
    recipe.input.width = 8;
    recipe.input.height = 8;
    recipe.network.layers = {LayerSpecification{}};
    return recipe;
}

} // namespace

class TrainingRunTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void dataAreDecodedOnceAndListed();
    void aRunEndsInAPackage();
    void theTrainingCasesStayWithTheModel();
    void aRecipeOfTheLungsPutsItsFinderIntoThePackage();
    void aCancelledRunWritesNoPackage();
    void outputsThatDoNotFitAreRefused();
    void foldsAreAddedUp();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fake::Reader m_reader;
    fake::Operations m_operations;
    [[nodiscard]] fs::path root() const { return m_folder->path().toStdString(); }
    [[nodiscard]] Result<PackedDataset> prepare(const TrainingRecipe& recipe,
                                                const std::shared_ptr<LungFinder>& lungs = {},
                                                const std::string& lungsSha256 = {}) const
    {
        TrainingData data;
        data.folders = {root() / "data"};
        data.cacheFolder = root() / "cache";
        return prepareData(recipe, data, {m_reader, m_operations, 2, lungs, lungsSha256}, {}, {});
    }
    [[nodiscard]] TrainingRequest request() const
    {
        TrainingRequest result;
        result.recipe = smallRecipe();
        result.runFolder = root() / "run";
        result.program = "nefes 0";
        result.date = "2026-01-02";
        return result;
    }
};

void TrainingRunTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(fake::writeDataset(root() / "data", 80));
    m_reader.reads = 0;
}

void TrainingRunTest::dataAreDecodedOnceAndListed()
{
    QVERIFY(writeFileAtomically(root() / "data" / "p3_0", "broken"));
    fs::remove(root() / "data" / "p5_1");
    const auto first = prepare(smallRecipe());
    QVERIFY2(first.has_value(), first ? "" : first.error().detail.c_str());
    QCOMPARE(first->store->samples().size(), std::size_t{158});
    QCOMPARE(first->unreadable.size(), std::size_t{2});
    std::set<ErrorCode> codes;
    for (const UnreadableFile& file : first->unreadable) {
        codes.insert(file.error.code);
    }
    QVERIFY(codes == (std::set{ErrorCode::DecodeFailed, ErrorCode::FileNotFound}));
    const int reads = m_reader.reads;
    QVERIFY(reads >= 159);

    // Another seed: other splits, the same planes, nothing but the broken file read again.
    TrainingRecipe recipe = smallRecipe();
    recipe.seed = 2;
    const auto second = prepare(recipe);
    QVERIFY(second.has_value());
    QVERIFY(m_reader.reads - reads <= 2);
    QCOMPARE(second->unreadable.size(), std::size_t{2});
    QVERIFY(second->store->digest() != first->store->digest());
    QCOMPARE(second->store->samples()[7].file, first->store->samples()[7].file);
    QVERIFY(std::ranges::equal(second->store->plane(7), first->store->plane(7)));
    QCOMPARE(first->store->samples()[0].licence, std::string("CC BY 4.0 (somebody)"));
    // The planes are those of the files: entry 0 has 10 on the left, 60 on the right.
    QCOMPARE(int{first->store->plane(0)[0]}, 10);
    QCOMPARE(int{first->store->plane(0)[7]}, 60);
}

void TrainingRunTest::aRunEndsInAPackage()
{
    const auto packed = prepare(smallRecipe());
    QVERIFY(packed.has_value());
    MeanTrainer trainer;
    std::vector<std::string> events;
    const auto outcome =
        runTraining(trainer, request(), *packed->store,
                    [&events](const TrainingEvent& event) {
                        events.push_back(eventToJson(event)["event"].get<std::string>());
                    },
                    {});
    QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().detail.c_str());
    QCOMPARE(events, (std::vector<std::string>{"epoch", "finished"}));

    const auto package = openModelPackage(root() / "run" / "model");
    QVERIFY2(package.has_value(), package ? "" : package.error().detail.c_str());
    const ModelDescription& model = (*package)->description;
    QCOMPARE(model.outputs, 1);
    QCOMPARE(model.negativeLabel, std::string("no"));
    QVERIFY(!model.labels[0].threshold);
    // The two kinds do not overlap, so the threshold separates them all.
    QVERIFY(*model.labels[1].threshold > 0.05 && *model.labels[1].threshold < 0.95);
    QVERIFY(model.calibration.temperature < 1.0);
    QCOMPARE(model.metrics["test"]["accuracy"].get<double>(), 1.0);
    QCOMPARE(outcome->testMetrics["groups"]["source"].size(), std::size_t{2});
    QVERIFY(model.inputCheck && model.inputCheck->limit99 >= model.inputCheck->limit95);
    QVERIFY((*package)->inputCheckStatistics != nullptr);
    QCOMPARE(model.training["dataset_sha256"].get<std::string>(), packed->store->digest());
    QVERIFY(recipeFromJson(model.training["recipe"]) == smallRecipe());
    // Every content stands twice in the data set; in two splits, it counts as training.
    const auto splits = readSplits((*package)->folder).value();
    QCOMPARE(splits.size(), std::size_t{80});
    for (const std::size_t index : packed->store->indices(Split::Train)) {
        QCOMPARE(splits.at(packed->store->samples()[index].sha256), std::string("train"));
    }
    const std::string card = readTextFile((*package)->folder / "card.en.md", 1U << 20U).value();
    QVERIFY(card.find("AI estimate, not a diagnosis") != std::string::npos);
    QVERIFY(card.find("CC BY 4.0") != std::string::npos);
    QVERIFY(card.find("somebody") == std::string::npos);
    const std::string turkish = readTextFile((*package)->folder / "card.tr.md", 1U << 20U).value();
    QVERIFY(turkish.find("Yapay zekâ tahminidir, tanı değildir") != std::string::npos);
    QVERIFY(turkish.find("1,000") != std::string::npos);
    QVERIFY(fs::exists(root() / "run" / "history.csv"));
}

void TrainingRunTest::theTrainingCasesStayWithTheModel()
{
    const auto packed = prepare(smallRecipe());
    MeanTrainer trainer;
    QVERIFY(runTraining(trainer, request(), *packed->store, [](const TrainingEvent&) {}, {}));
    const auto read = [](const fs::path& folder) -> Result<CaseLibrary> {
        NEFES_TRY(const auto package, openModelPackage(folder));
        return package->cases ? CaseLibrary::read(*package->cases)
                              : fail(ErrorCode::FileNotFound, "no cases");
    };
    const fs::path model = root() / "run" / "model";
    const auto cases = read(model);
    QVERIFY2(cases.has_value(), cases ? "" : cases.error().detail.c_str());
    QCOMPARE(static_cast<std::size_t>(cases->caseCount()),
             packed->store->indices(Split::Train).size());
    const auto bright = cases->nearest(std::vector<float>{1.0F, 1.0F}, 1);
    QCOMPARE(bright[0].label, std::string("yes"));
    QVERIFY(bright[0].source == "a" || bright[0].source == "b");
    // Nothing in the file names an image or a patient.
    const std::string bytes = readTextFile(model / kCasesFile, 1U << 20U).value();
    for (const std::size_t index : packed->store->indices(Split::Train)) {
        const SampleInfo& sample = packed->store->samples()[index];
        QVERIFY(bytes.find(sample.file) == std::string::npos);
        QVERIFY(bytes.find(sample.sha256) == std::string::npos);
    }

    // Publishing, installing and exporting keep them.
    auto publication = publicationOf(model).value();
    publication.id = "published";
    QVERIFY(writePublication(model, publication, root() / "published"));
    const ModelRegistry registry(root() / "bundled", root() / "models");
    QVERIFY(registry.import(root() / "published"));
    QVERIFY(registry.exportTo("published", root() / "exported"));
    const auto kept = read(root() / "exported");
    QVERIFY2(kept.has_value(), kept ? "" : kept.error().detail.c_str());
    QCOMPARE(kept->caseCount(), cases->caseCount());
}

void TrainingRunTest::aRecipeOfTheLungsPutsItsFinderIntoThePackage()
{
    TrainingRequest lungs = request();
    lungs.recipe.input.area = InputArea::Lungs;
    lungs.recipe.input.resize = ResizeRule::Stretch;
    const auto refused = prepare(lungs.recipe); // without a finder every file is unreadable
    QVERIFY(!refused.has_value());
    const auto packed = prepare(lungs.recipe, std::make_shared<fake::LeftSquare>());
    QVERIFY2(packed.has_value(), packed ? "" : packed.error().detail.c_str());
    const int reads = m_reader.reads;
    QVERIFY(prepare(lungs.recipe, std::make_shared<fake::LeftSquare>()));
    QCOMPARE(int(m_reader.reads), reads); // the same finder: the same planes
    QVERIFY(prepare(lungs.recipe, std::make_shared<fake::LeftLungs>(), "another"));
    QVERIFY(m_reader.reads > reads);
    // The left half, which is 10, fills the input but for the margin of 5 %.
    QCOMPARE(int{packed->store->plane(0)[0]}, 10);
    QCOMPARE(int{packed->store->plane(0)[6]}, 10);

    const std::vector<float> weights{1.0F};
    lungs.lungWeights = root() / "finder.safetensors";
    QVERIFY(writeTensorFile(lungs.lungWeights,
                            {{"w", {TensorType::Float32, {1}, std::as_bytes(std::span(weights))}}},
                            {}));
    MeanTrainer trainer;
    TrainingRequest absent = lungs;
    absent.lungWeights = root() / "absent";
    const auto early =
        runTraining(trainer, absent, *packed->store, [](const TrainingEvent&) {}, {});
    QVERIFY(!early && early.error().code == ErrorCode::RecipeInvalid);
    QVERIFY(!fs::exists(root() / "run")); // nothing was trained
    QVERIFY(runTraining(trainer, lungs, *packed->store, [](const TrainingEvent&) {}, {}));
    const fs::path model = root() / "run" / "model";
    auto publication = publicationOf(model).value();
    publication.id = "published";
    QVERIFY(writePublication(model, publication, root() / "published"));
    const ModelRegistry registry(root() / "bundled", root() / "models");
    QVERIFY(registry.import(root() / "published"));
    QVERIFY(registry.exportTo("published", root() / "exported"));
    for (const fs::path& folder : {model, root() / "published", root() / "exported"}) {
        const auto package = openModelPackage(folder);
        QVERIFY2(package.has_value(), package ? "" : package.error().detail.c_str());
        QVERIFY((*package)->description.input.area == InputArea::Lungs);
        QCOMPARE((*package)->lungFinder, folder / kLungsFile);
    }
}

void TrainingRunTest::aCancelledRunWritesNoPackage()
{
    const auto packed = prepare(smallRecipe());
    MeanTrainer trainer;
    std::stop_source stop;
    stop.request_stop();
    std::string last;
    const auto outcome = runTraining(
        trainer, request(), *packed->store,
        [&last](const TrainingEvent& event) {
            last = eventToJson(event)["event"].get<std::string>();
        },
        stop.get_token());
    QVERIFY(outcome.has_value());
    QVERIFY(outcome->modelFolder.empty());
    QCOMPARE(last, std::string("cancelled"));
    QVERIFY(!fs::exists(root() / "run" / "model"));
}

void TrainingRunTest::outputsThatDoNotFitAreRefused()
{
    const auto packed = prepare(smallRecipe());
    MeanTrainer trainer;
    trainer.isBroken = true;
    const auto outcome =
        runTraining(trainer, request(), *packed->store, [](const TrainingEvent&) {}, {});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Internal);
    QVERIFY(!fs::exists(root() / "run" / "model"));
}

void TrainingRunTest::foldsAreAddedUp()
{
    const auto fold = [](int a, int b, int c, int d) {
        return nlohmann::json{
            {"images", a + b + c + d},
            {"accuracy", 0.5},
            {"macro_auc", nullptr},
            {"confusion", {{"labels", {"no", "yes"}}, {"matrix", {{a, b}, {c, d}}}}}};
    };
    FoldSummary summary;
    QVERIFY(summary.add(fold(3, 1, 0, 2)));
    QVERIFY(!summary.add(nullptr));
    QVERIFY(summary.add(fold(1, 1, 1, 1)));
    // What a file may hold instead.
    auto wrong = fold(1, 1, 1, 1);
    wrong["confusion"]["matrix"][1][0] = "many";
    QVERIFY(!summary.add(wrong));
    wrong["confusion"]["matrix"] = nlohmann::json::array();
    QVERIFY(!summary.add(wrong));
    wrong["confusion"]["labels"] = nlohmann::json::array();
    QVERIFY(!summary.add(wrong));
    wrong["confusion"] = 7;
    QVERIFY(!summary.add(wrong));
    const auto json = summary.toJson();
    QCOMPARE(json["images"].get<int>(), 10);
    QCOMPARE(json["accuracy"].get<double>(), 0.7);
    QCOMPARE(json["classes"][1]["recall"].get<double>(), 0.75);
    QCOMPARE(json["classes"][1]["precision"].get<double>(), 0.6);
    QCOMPARE(json["folds"].size(), std::size_t{2});
    QVERIFY(summary.toText().find("accuracy 70.00 %") != std::string::npos);
}

QTEST_APPLESS_MAIN(TrainingRunTest)
#include "training_run_test.moc"
