// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/run_progress.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace nefes::ui {

namespace {

constexpr double kKeep = 0.6; ///< weight of the epochs before in the estimate

} // namespace

void RunProgress::take(const ml::TrainingEvent& event)
{
    if (const auto* started = std::get_if<ml::TrainingStarted>(&event)) {
        m_started = *started;
        m_epochs = started->recipe.value("epochs", 0);
        m_part = 0.0;
        m_trainingImages = 0;
        if (const auto found = started->images.find("train"); found != started->images.end()) {
            for (const auto& [label, count] : found->second) {
                m_trainingImages += count;
            }
        }
    } else if (const auto* batch = std::get_if<ml::BatchDone>(&event)) {
        m_epoch = batch->epoch - 1;
        m_part = static_cast<double>(batch->step) / std::max(1, batch->steps);
        if (std::isfinite(batch->imagesPerSecond) && batch->imagesPerSecond > 0.0) {
            m_imagesPerSecond = batch->imagesPerSecond;
        }
    } else if (const auto* epoch = std::get_if<ml::EpochDone>(&event)) {
        m_epoch = epoch->epoch;
        m_part = 0.0;
        m_secondsPerEpoch = m_secondsPerEpoch > 0.0
                                ? kKeep * m_secondsPerEpoch + (1.0 - kKeep) * epoch->seconds
                                : epoch->seconds;
        if (epoch->isBest) {
            m_bestEpoch = epoch->epoch;
            m_best = *epoch;
        }
    } else if (const auto* trial = std::get_if<ml::LearningRateTried>(&event)) {
        m_trial = *trial;
    }
}

void RunProgress::beginPart(int part, int parts)
{
    // One training takes about as long as another.
    const double secondsPerEpoch = m_secondsPerEpoch;
    *this = RunProgress();
    m_secondsPerEpoch = secondsPerEpoch;
    m_partNumber = part;
    m_parts = parts;
}

std::optional<double> RunProgress::share() const
{
    if (m_trial) {
        return static_cast<double>(m_trial->step) / std::max(1, m_trial->steps);
    }
    if (m_epochs == 0) {
        return std::nullopt;
    }
    const double done = std::min(1.0, epochsDone() / m_epochs);
    return m_parts > 0 ? (m_partNumber - 1 + done) / m_parts : done;
}

std::optional<double> RunProgress::secondsLeft() const
{
    if (m_epochs == 0) {
        return std::nullopt;
    }
    const int partsAfter = m_parts > 0 ? m_parts - m_partNumber : 0;
    const double left = std::max(0.0, m_epochs - epochsDone()) + partsAfter * m_epochs;
    if (m_secondsPerEpoch > 0.0) {
        return left * m_secondsPerEpoch;
    }
    if (m_imagesPerSecond && m_trainingImages > 0) {
        return left * m_trainingImages / *m_imagesPerSecond;
    }
    return std::nullopt;
}

} // namespace nefes::ui
