// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training_progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <variant>

namespace nefes::app {
namespace {

constexpr int kBarWidth = 24;

std::string bar(double fraction)
{
    const int full = static_cast<int>(fraction * kBarWidth);
    return fmt::format("[{:#<{}}{:.<{}}]", "", full, "", kBarWidth - full);
}

} // namespace

TrainingProgress::TrainingProgress(bool printsEvents)
    : m_printsEvents(printsEvents)
    , m_isTerminal(::isatty(STDERR_FILENO) != 0)
{
}

void TrainingProgress::show(const ml::TrainingEvent& event)
{
    if (m_printsEvents) {
        printEvent(event);
        return;
    }
    if (const auto* started = std::get_if<ml::TrainingStarted>(&event)) {
        m_epochs = started->recipe.value("epochs", 0);
        printMessage("{} parameters, {}, {} threads\n", started->parameters, started->device,
                     started->threads);
    } else if (const auto* batch = std::get_if<ml::BatchDone>(&event)) {
        showBatch(*batch);
    } else if (const auto* epoch = std::get_if<ml::EpochDone>(&event)) {
        showEpoch(*epoch);
    } else if (const auto* trial = std::get_if<ml::LearningRateTried>(&event)) {
        showTrial(*trial);
    } else if (const auto* reduced = std::get_if<ml::LearningRateReduced>(&event)) {
        endLine();
        printMessage("learning rate is now {}\n", reduced->learningRate);
    } else if (const auto* stopped = std::get_if<ml::StoppedEarly>(&event)) {
        endLine();
        printMessage("stopped after epoch {}: epoch {} was the best\n", stopped->epoch,
                     stopped->bestEpoch);
    } else if (const auto* cancelled = std::get_if<ml::TrainingCancelled>(&event)) {
        endLine();
        printMessage("cancelled after epoch {}; --resume goes on from there\n", cancelled->epoch);
    }
}

void TrainingProgress::printEvent(const ml::TrainingEvent& event)
{
    try {
        printLine(ml::eventToJson(event));
    } catch (const OutputError& error) {
        // Checkpoints and model are files: the run goes on, and checkEvents() tells at its end.
        m_outputError = m_outputError.value_or(error);
    }
}

void TrainingProgress::checkEvents() const
{
    if (m_outputError) {
        throw OutputError(m_outputError->what());
    }
}

void TrainingProgress::showDecoding(std::size_t done, std::size_t total)
{
    if (m_isTerminal && total > 0) {
        draw(fmt::format("decoding {} {}/{}",
                         bar(static_cast<double>(done) / static_cast<double>(total)), done, total));
    }
}

void TrainingProgress::showBatch(const ml::BatchDone& batch)
{
    if (m_isTerminal) {
        draw(fmt::format("epoch {}/{} {} loss {:.4f} accuracy {:.4f} {:.0f} images/s", batch.epoch,
                         m_epochs, bar(static_cast<double>(batch.step) / batch.steps), batch.loss,
                         batch.accuracy, batch.imagesPerSecond));
    }
}

void TrainingProgress::showTrial(const ml::LearningRateTried& trial)
{
    if (m_isTerminal) {
        draw(fmt::format("rates {} {:.2e} loss {:.4f}",
                         bar(static_cast<double>(trial.step) / trial.steps), trial.learningRate,
                         trial.smoothedLoss));
    }
}

void TrainingProgress::showEpoch(const ml::EpochDone& epoch)
{
    if (m_isTerminal) {
        draw("");
    }
    m_isDrawn = false;
    printMessage("epoch {}/{}: loss {:.4f} accuracy {:.4f}, validation loss {:.4f} accuracy {:.4f} "
                 "AUC {:.4f}, {:.1f} s, {:.0f} images/s{}\n",
                 epoch.epoch, m_epochs, epoch.train.loss, epoch.train.accuracy,
                 epoch.validation.loss, epoch.validation.accuracy, epoch.validation.auc,
                 epoch.seconds, epoch.imagesPerSecond, epoch.isBest ? ", best" : "");
}

void TrainingProgress::draw(const std::string& line)
{
    // Back to the start of the line, and clear the rest of it.
    printMessage("\r{}\x1b[K", line);
    std::fflush(stderr);
    m_isDrawn = !line.empty();
}

void TrainingProgress::endLine()
{
    if (m_isDrawn) {
        printMessage("\n");
        m_isDrawn = false;
    }
}

} // namespace nefes::app
