// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"

#include "ml/torch/compat_p.h"
#include "ml/torch/runtime_p.h"
#include "ml/torch/training_run_p.h"

#include <fmt/format.h>

#include <limits>
#include <span>

namespace nefes::engine {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kWeightsFile = "weights.safetensors";

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Lower precision for what LibTorch holds to bear it, as long as the object lives.
class Autocast
{
public:
    Autocast(const torch::Device& device, bool isEnabled)
        : m_device(device)
        , m_isEnabled(isEnabled)
    {
        if (m_isEnabled) {
            compat::setAutocast(m_device, true);
        }
    }
    ~Autocast()
    {
        if (m_isEnabled) {
            at::autocast::clear_cache();
            compat::setAutocast(m_device, false);
        }
    }
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

private:
    torch::Device m_device;
    bool m_isEnabled;
};

/// Every epoch has random numbers of its own, so that going on from a checkpoint draws the same.
std::uint64_t epochSeed(std::uint64_t seed, int epoch)
{
    constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15;
    return seed * kOdd + static_cast<std::uint64_t>(epoch);
}

/// The metric of a name such as "validation.auc", turned so that higher is better; NaN if unknown.
double metricValue(const std::string& name, const ml::EpochDone& epoch)
{
    if (name == "validation.loss") {
        return -epoch.validation.loss;
    }
    if (name == "validation.accuracy") {
        return epoch.validation.accuracy;
    }
    if (name == "validation.auc") {
        return epoch.validation.auc;
    }
    return name == "train.loss" ? -epoch.train.loss : std::numeric_limits<double>::quiet_NaN();
}

/// For the message of a run that ends early.
std::string whatStays(int finishedEpochs)
{
    return finishedEpochs > 0 ? fmt::format("the checkpoint of epoch {} stays", finishedEpochs)
                              : "there is no checkpoint yet";
}

/// Changes with the source of any training image.
std::string sourcesDigest(const ml::TrainingRecipe& recipe, const ml::SampleStore& store)
{
    if (recipe.loss.sourceAdjustment <= 0.0 && recipe.data.balance != "source_class") {
        return {};
    }
    Sha256 digest;
    for (const std::size_t index : store.indices(ml::Split::Train)) {
        const std::string line = store.samples()[index].source + '\n';
        digest.add(std::as_bytes(std::span(line)));
    }
    return digest.finish();
}

std::size_t stepsFor(std::size_t images, int batchSize)
{
    const auto size = static_cast<std::size_t>(batchSize);
    const std::size_t whole = images / size;
    // Batch normalisation needs two images: a single one left over is not shown.
    return whole + (images % size > 1 || whole == 0 ? 1 : 0);
}

Result<void> checkData(const ml::TrainingRecipe& recipe, const ml::SampleStore& store)
{
    if (recipe.input != store.input()) {
        return fail(ErrorCode::InvalidArgument, "the store was made for another input");
    }
    if (store.classes().size() < 2) {
        return fail(ErrorCode::DatasetInvalid, "a data set needs two classes at least");
    }
    const EpochOrder order(store, "none");
    for (std::size_t c = 0; c < store.classes().size(); ++c) {
        if (order.classCounts()[c] == 0) {
            return fail(ErrorCode::DatasetInvalid,
                        fmt::format("the class \"{}\" has no training images", store.classes()[c]));
        }
    }
    return {};
}

} // namespace

Result<std::unique_ptr<TrainingRun>> TrainingRun::create(const RunInput& input)
{
    NEFES_CHECK(checkData(input.recipe, input.store));
    const auto classes = static_cast<int>(input.store.classes().size());
    const NetworkShape shape{input.recipe.input.channels, input.recipe.input.height,
                             input.recipe.input.width, classes == 2 ? 1 : classes};
    NEFES_TRY(auto network, buildNetwork(input.recipe.network, shape, input.recipe.seed));
    auto run = std::unique_ptr<TrainingRun>(new TrainingRun(input, network));
    NEFES_CHECK(run->loadStartWeights());
    NEFES_CHECK(run->freezeLayers());
    NEFES_CHECK(run->findLungs());
    run->m_optimization.emplace(input.recipe.optimizer, networkTensors(*network));
    if (input.recipe.weightAverage > 0.0) {
        run->m_average.emplace(networkTensors(*network), input.recipe.weightAverage);
    }
    NEFES_CHECK(run->resume());
    return run;
}

TrainingRun::TrainingRun(const RunInput& input, std::shared_ptr<NetworkModule> network)
    : m_recipe(input.recipe)
    , m_store(input.store)
    , m_options(input.options)
    , m_sink(input.sink)
    , m_stop(input.stop)
    , m_device(input.device)
    , m_identity{ml::recipeToJson(input.recipe),
                 input.store.digest(),
                 {},
                 {},
                 sourcesDigest(input.recipe, input.store)}
    , m_network(std::move(network))
    , m_noise(at::globalContext().defaultGenerator(input.device).clone())
    , m_order(input.store, input.recipe.data.balance)
    , m_shifts(input.store, m_order, input.recipe.loss.sourceAdjustment)
    , m_augmentation(input.recipe.augmentation)
    , m_loss(input.recipe.loss, m_order.classCounts(), input.device)
    , m_stepsPerEpoch(stepsFor(m_order.size(), input.recipe.batchSize))
    , m_learningRate(input.recipe, static_cast<int>(m_stepsPerEpoch))
{
    m_network->setGenerator(m_noise);
    m_network->to(m_device);
    for (torch::Tensor& parameter : m_network->parameters()) {
        if (parameter.dim() == 4) {
            parameter.set_data(parameter.detach().contiguous(at::MemoryFormat::ChannelsLast));
        }
    }
}

Result<void> TrainingRun::findLungs()
{
    if (!ml::usesLungs(m_recipe.augmentation)) {
        return {};
    }
    if (m_options.lungWeights.empty()) {
        return fail(ErrorCode::RecipeInvalid,
                    "augmentation.outside_lungs and without_lungs: no lung finder is installed");
    }
    NEFES_TRY(m_identity.lungFinder, sha256OfFile(m_options.lungWeights));
    NEFES_TRY(m_lungs, LungMasks::find(m_options.lungWeights, m_store, m_options.threads, m_stop));
    return {};
}

Batch TrainingRun::gatherBatch(std::span<const std::size_t> indices) const
{
    Batch batch = gather(m_store, indices, m_device);
    batch.shifts = m_shifts.gather(m_store, indices, m_device);
    if (!m_lungs.isEmpty()) {
        batch.lungs = m_lungs.gather(indices, batch.images);
    }
    return batch;
}

void TrainingRun::send(const ml::TrainingEvent& event) const
{
    if (m_sink) {
        m_sink(event);
    }
}

void TrainingRun::announce() const
{
    ml::TrainingStarted started;
    started.recipe = m_identity.recipe;
    started.classes = m_store.classes();
    for (const ml::SampleInfo& sample : m_store.samples()) {
        const std::string& name = m_store.classes()[static_cast<std::size_t>(sample.label)];
        ++started.images[std::string(ml::splitName(sample.split))][name];
    }
    started.device = deviceName(m_device);
    started.threads = at::get_num_threads();
    started.precision = m_recipe.precision;
    for (const torch::Tensor& parameter : m_network->parameters()) {
        started.parameters += parameter.numel();
    }
    send(started);
}

Result<ml::TrainingReport> TrainingRun::execute()
{
    announce();
    while (!m_options.onlyFinish && m_state.epoch < m_recipe.epochs && !shouldStopEarly()) {
        NEFES_TRY(const bool isComplete, runEpoch());
        if (!isComplete) {
            break;
        }
    }
    return finish();
}

Result<void> TrainingRun::tryStep(int images)
{
    const ml::InputSpecification& input = m_recipe.input;
    const auto options = torch::TensorOptions().device(m_device);
    const Batch batch{torch::zeros({images, 1, input.height, input.width}, options),
                      torch::zeros({images}, options.dtype(torch::kInt64)),
                      {},
                      {}};
    Rng random(1);
    EpochSums sums;
    m_network->train();
    return trainStep(batch, random, sums);
}

Result<ml::LearningRateSearch> TrainingRun::findRate(const ml::LearningRateRange& range)
{
    announce();
    ml::LearningRateSearch search(range);
    Rng random(epochSeed(m_recipe.seed, 0));
    m_noise.set_current_seed(random.next());
    std::vector<std::size_t> order;
    const auto size = static_cast<std::size_t>(m_recipe.batchSize);
    m_network->train();
    for (int step = 0; step < range.steps && !search.hasDiverged(); ++step) {
        if (m_stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped");
        }
        const std::size_t inEpoch = static_cast<std::size_t>(step) % m_stepsPerEpoch;
        if (inEpoch == 0) {
            order = m_order.draw(random);
        }
        const std::size_t first = inEpoch * size;
        const std::span<const std::size_t> all(order);
        const Batch batch = gatherBatch(all.subspan(first, std::min(size, all.size() - first)));
        m_optimization->setLearningRate(search.rateOf(step));
        EpochSums now;
        NEFES_CHECK(trainStep(batch, random, now));
        const ml::LearningRateTrial& trial = search.add(now.loss / static_cast<double>(now.images));
        send(ml::LearningRateTried{step + 1, range.steps, trial.learningRate, trial.loss,
                                   trial.smoothedLoss});
    }
    return search;
}

Result<bool> TrainingRun::runEpoch()
{
    const Clock::time_point start = Clock::now();
    const int epoch = m_state.epoch + 1;
    NEFES_TRY(const EpochSums sums, trainEpoch(epoch));
    if (m_stop.stop_requested()) {
        return false;
    }
    const auto images = static_cast<double>(sums.images);
    ml::EpochDone done;
    done.epoch = epoch;
    done.train = {sums.loss / images, static_cast<double>(sums.right) / images,
                  std::numeric_limits<double>::quiet_NaN()};
    done.imagesPerSecond = images / secondsSince(start);
    done.learningRate = m_learningRate.at(static_cast<std::int64_t>(m_stepsPerEpoch) * epoch - 1);
    auto validation = validate();
    if (!validation && validation.error().code == ErrorCode::Cancelled) {
        return false;
    }
    NEFES_TRY(done.validation, std::move(validation));
    const bool hasValidation = !m_store.indices(ml::Split::Validation).empty();
    if (hasValidation && !std::isfinite(done.validation.loss)) {
        return fail(ErrorCode::TrainingDiverged,
                    fmt::format("the validation loss is not a number any more in epoch {}; {}",
                                epoch, whatStays(epoch - 1)));
    }
    m_state.epoch = epoch;
    judgeEpoch(done);
    done.seconds = secondsSince(start);
    m_state.history.push_back(done);
    if (m_learningRate.epochEnded(done.validation.loss)) {
        send(ml::LearningRateReduced{
            epoch, m_learningRate.at(static_cast<std::int64_t>(m_stepsPerEpoch) * epoch)});
    }
    m_state.plateau = m_learningRate.plateau();
    m_state.averageUpdates = m_average ? m_average->updates() : 0;
    send(done);
    NEFES_CHECK(save());
    if (shouldStopEarly()) {
        send(ml::StoppedEarly{epoch, m_state.bestEpoch});
    }
    return true;
}

Result<TrainingRun::EpochSums> TrainingRun::trainEpoch(int epoch)
{
    Rng random(epochSeed(m_recipe.seed, epoch));
    m_noise.set_current_seed(random.next());
    const std::vector<std::size_t> order = m_order.draw(random);
    const std::span<const std::size_t> all(order);
    const auto size = static_cast<std::size_t>(m_recipe.batchSize);
    const Clock::time_point start = Clock::now();
    EpochSums sums;
    m_network->train();
    for (std::size_t step = 0; step < m_stepsPerEpoch && !m_stop.stop_requested(); ++step) {
        const std::size_t first = step * size;
        const Batch batch = gatherBatch(all.subspan(first, std::min(size, all.size() - first)));
        const std::int64_t total = static_cast<std::int64_t>(m_stepsPerEpoch) * (epoch - 1) +
                                   static_cast<std::int64_t>(step);
        m_optimization->setLearningRate(m_learningRate.at(total));
        EpochSums now;
        NEFES_CHECK(trainStep(batch, random, now));
        if (!std::isfinite(now.loss)) {
            return fail(ErrorCode::TrainingDiverged,
                        fmt::format("the loss is not a number any more in epoch {}, step {}; {}",
                                    epoch, step + 1, whatStays(epoch - 1)));
        }
        sums.loss += now.loss;
        sums.right += now.right;
        sums.images += now.images;
        const auto images = static_cast<double>(now.images);
        send(ml::BatchDone{epoch, static_cast<int>(step) + 1, static_cast<int>(m_stepsPerEpoch),
                           now.loss / images, static_cast<double>(now.right) / images,
                           static_cast<double>(sums.images) / secondsSince(start)});
    }
    return sums;
}

torch::Tensor TrainingRun::forward(const torch::Tensor& x) const
{
    const Autocast autocast(m_device, m_recipe.precision == "bfloat16");
    return m_network->forward(x).to(torch::kFloat);
}

Result<void> TrainingRun::trainStep(const Batch& batch, Rng& random, EpochSums& sums)
{
    LearningBatch learning =
        augmentBatch(batch, m_recipe.augmentation, m_augmentation, random, m_noise);
    m_optimization->clearGradients();
    const torch::Tensor logits = forward(normaliseBatch(learning.images, m_recipe.input));
    const torch::Tensor loss = m_loss.training(logits, learning);
    sums.images = batch.labels.size(0);
    sums.loss = loss.item<double>() * static_cast<double>(sums.images);
    if (!std::isfinite(sums.loss)) {
        return {};
    }
    loss.backward();
    if (m_recipe.gradientClip) {
        m_optimization->clipGradients(*m_recipe.gradientClip);
    }
    m_optimization->step();
    if (m_average) {
        m_average->update();
    }
    const torch::Tensor guess = logProbabilities(logits.detach()).argmax(1);
    sums.right = (guess == batch.labels).sum().item<std::int64_t>();
    return {};
}

Result<ml::SplitMetrics> TrainingRun::validate()
{
    if (m_average) {
        m_average->swap();
    }
    const auto outputs = outputsOf(*m_network, m_store, ml::Split::Validation, m_device, m_stop);
    if (m_average) {
        m_average->swap();
    }
    NEFES_CHECK(outputs);
    return metricsOf(*outputs, m_store);
}

void TrainingRun::judgeEpoch(ml::EpochDone& epoch)
{
    const double metric = metricValue(m_recipe.keepBest, epoch);
    // Without a metric ("last", no validation images) every epoch replaces the one before.
    epoch.isBest = m_state.bestEpoch == 0 || std::isnan(metric) || metric > m_state.bestMetric;
    if (epoch.isBest) {
        m_state.bestEpoch = epoch.epoch;
        m_state.bestMetric = metric;
        if (m_average) {
            m_best = copyForFile(m_average->values());
        } else {
            m_best = copyForFile(networkTensors(*m_network));
        }
    }
    if (!m_recipe.earlyStopping) {
        return;
    }
    const double stopMetric = metricValue(m_recipe.earlyStopping->metric, epoch);
    if (epoch.epoch == 1 || stopMetric > m_state.stopBest) {
        m_state.stopBest = stopMetric;
        m_state.stopWaited = 0;
    } else {
        ++m_state.stopWaited;
    }
}

bool TrainingRun::shouldStopEarly() const
{
    return m_recipe.earlyStopping && m_state.stopWaited >= m_recipe.earlyStopping->patience;
}

/// Classes that were shown in equal shares are judged by how often they are in the data.
void TrainingRun::correctOutput()
{
    const std::vector<double> correction = m_order.logitCorrection();
    const auto output = m_network->output();
    if (output.is_empty() || !output->bias.defined()) {
        return;
    }
    const torch::NoGradGuard noGrad;
    if (output->bias.size(0) == 1) {
        output->bias.add_(correction[1] - correction[0]);
        return;
    }
    for (std::size_t c = 0; c < correction.size(); ++c) {
        output->bias[static_cast<std::int64_t>(c)].add_(correction[c]);
    }
}

Result<ml::TrainingReport> TrainingRun::finish()
{
    if (m_state.bestEpoch == 0) {
        return fail(ErrorCode::Cancelled, "stopped before the first epoch was complete");
    }
    NEFES_CHECK(assignTensors(networkTensors(*m_network), m_best, kCheckpointFile));
    ml::TrainingReport report;
    report.bestEpoch = m_state.bestEpoch;
    report.epochs = m_state.epoch;
    report.history = m_state.history;
    report.heatmapLayer = m_network->heatmapLayer();
    report.libtorchVersion = TORCH_VERSION;
    report.weights = m_options.runFolder / kWeightsFile;
    correctOutput();
    NEFES_CHECK(writeTensors(report.weights, copyForFile(networkTensors(*m_network)), {}));
    for (const ml::Split split : {ml::Split::Train, ml::Split::Validation, ml::Split::Test}) {
        if (m_store.indices(split).empty() || m_stop.stop_requested()) {
            continue;
        }
        auto outputs = outputsOf(*m_network, m_store, split, m_device, m_stop);
        if (outputs) {
            report.outputs.push_back(std::move(*outputs));
        } else if (outputs.error().code != ErrorCode::Cancelled) {
            return tl::unexpected(outputs.error());
        }
    }
    report.cancelled = m_stop.stop_requested();
    if (report.cancelled) {
        report.outputs.clear();
    }
    report.seconds = secondsSince(m_start);
    return report;
}

} // namespace nefes::engine
