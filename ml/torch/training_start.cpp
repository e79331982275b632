// SPDX-License-Identifier: GPL-3.0-or-later
// What a run starts from: random weights, those of a model, or its own checkpoint.
#include "ml/torch/start_weights_p.h"
#include "ml/torch/training_run_p.h"

#include <fmt/format.h>

#include <system_error>

namespace nefes::engine {
namespace {

constexpr const char* kBestPrefix = "best.";
constexpr const char* kAveragePrefix = "average.";

} // namespace

std::filesystem::path TrainingRun::checkpointFile() const
{
    return m_options.runFolder / kCheckpointFile;
}

Result<void> TrainingRun::loadStartWeights()
{
    if (m_options.startWeights.empty()) {
        return {};
    }
    NEFES_TRY(const auto file, ml::TensorFile::open(m_options.startWeights));
    m_identity.startWeights = file->sha256();
    const NamedTensors targets = networkTensors(*m_network);
    return assignTensors(targets, startValues(*file, targets), "start weights");
}

Result<void> TrainingRun::freezeLayers()
{
    const auto count = static_cast<std::size_t>(m_recipe.start.frozenLayers);
    if (count == 0) {
        return {};
    }
    if (m_options.startWeights.empty()) {
        return fail(ErrorCode::RecipeInvalid,
                    "start.frozen_layers: random weights must learn; a model to start from is "
                    "needed");
    }
    if (count >= m_network->stageCount()) {
        return fail(ErrorCode::NetworkInvalid,
                    fmt::format("start.frozen_layers: {}, the network has {} before its output",
                                count, m_network->stageCount() - 1));
    }
    m_network->freeze(count);
    return {};
}

Result<void> TrainingRun::resume()
{
    std::error_code ignored;
    if (!m_options.resume || !std::filesystem::exists(checkpointFile(), ignored)) {
        return {};
    }
    NEFES_TRY(const Checkpoint checkpoint, readCheckpoint(checkpointFile(), m_identity));
    m_state = checkpoint.state;
    const std::string network(kNetworkPrefix);
    NamedTensors weights;
    addWithPrefix(weights, network, withoutPrefix(checkpoint.tensors, network));
    NEFES_CHECK(assignTensors(networkTensors(*m_network), weights, kCheckpointFile));
    NEFES_CHECK(m_optimization->restore(checkpoint.tensors));
    if (m_average) {
        NEFES_CHECK(m_average->restore(withoutPrefix(checkpoint.tensors, kAveragePrefix),
                                       m_state.averageUpdates));
    }
    m_best = withoutPrefix(checkpoint.tensors, kBestPrefix);
    m_learningRate.restore(m_state.plateau);
    return {};
}

Result<void> TrainingRun::save()
{
    Checkpoint checkpoint{m_state, networkTensors(*m_network)};
    checkpoint.tensors.merge(m_optimization->state());
    if (m_average) {
        addWithPrefix(checkpoint.tensors, kAveragePrefix, m_average->values());
    }
    addWithPrefix(checkpoint.tensors, kBestPrefix, m_best);
    NEFES_CHECK(writeCheckpoint(checkpointFile(), checkpoint, m_identity));
    send(ml::CheckpointWritten{m_state.epoch, kCheckpointFile});
    return {};
}

} // namespace nefes::engine
