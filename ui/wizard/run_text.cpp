// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/run_text.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <variant>

namespace nefes::ui {

namespace {

constexpr double kMinute = 60.0;
constexpr double kHour = 3600.0;

/// The translation context of these sentences.
struct RunText {
    Q_DECLARE_TR_FUNCTIONS(RunText)
};

QString valueText(double value)
{
    return std::isfinite(value) ? numberText(value, 4) : QStringLiteral("–");
}

QString epochText(const ml::EpochDone& epoch)
{
    const QString line =
        RunText::tr("Epoch %1: training loss %2, accuracy %3; validation loss %4, accuracy %5, AUC "
                    "%6; %7")
            .arg(epoch.epoch)
            .arg(valueText(epoch.train.loss), valueText(epoch.train.accuracy),
                 valueText(epoch.validation.loss), valueText(epoch.validation.accuracy),
                 valueText(epoch.validation.auc), durationText(epoch.seconds));
    return epoch.isBest ? RunText::tr("%1; the best so far").arg(line) : line;
}

} // namespace

QString rateText(double rate)
{
    if (!(rate > 0.0)) {
        return QLocale().toString(rate, 'g', 3);
    }
    // Three digits, without the zeros behind them and without an exponent.
    const int decimals = std::clamp(2 - static_cast<int>(std::floor(std::log10(rate))), 0, 12);
    QString text = QLocale().toString(rate, 'f', decimals);
    while (decimals > 0 && text.endsWith(QLatin1Char('0'))) {
        text.chop(1);
    }
    if (text.endsWith(QLocale().decimalPoint())) {
        text.chop(1);
    }
    return text;
}

QString durationText(double seconds)
{
    if (seconds < kMinute) {
        return RunText::tr("%1 s").arg(numberText(std::max(0.0, seconds), seconds < 10.0 ? 1 : 0));
    }
    if (seconds < kHour) {
        return RunText::tr("%1 min").arg(numberText(std::round(seconds / kMinute), 0));
    }
    const auto minutes = static_cast<int>(std::lround(seconds / kMinute));
    return RunText::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString eventText(const ml::TrainingEvent& event)
{
    if (const auto* started = std::get_if<ml::TrainingStarted>(&event)) {
        return RunText::tr("Started: %L1 parameters, %2, %3", "parameters, device, precision")
            .arg(static_cast<qlonglong>(started->parameters))
            .arg(deviceText(started->device), fromUtf8(started->precision));
    }
    if (const auto* epoch = std::get_if<ml::EpochDone>(&event)) {
        return epochText(*epoch);
    }
    if (const auto* reduced = std::get_if<ml::LearningRateReduced>(&event)) {
        return RunText::tr("The learning rate is now %1.").arg(rateText(reduced->learningRate));
    }
    if (const auto* stopped = std::get_if<ml::StoppedEarly>(&event)) {
        return RunText::tr("Stopped early after epoch %1: nothing got better since epoch %2.")
            .arg(stopped->epoch)
            .arg(stopped->bestEpoch);
    }
    return {};
}

QString progressText(const RunProgress& progress, bool isRunning)
{
    QStringList parts;
    if (const auto& trial = progress.trial()) {
        return isRunning ? RunText::tr("rate %1 of %2: %3")
                               .arg(trial->step)
                               .arg(trial->steps)
                               .arg(rateText(trial->learningRate))
                         : QString();
    }
    if (progress.parts() > 0) {
        if (!isRunning) {
            return {}; // the table tells what all parts have come to
        }
        parts.append(RunText::tr("part %1 of %2").arg(progress.part()).arg(progress.parts()));
    }
    if (progress.epochs() > 0) {
        const int current = std::min(progress.epochs(), progress.epoch() + (isRunning ? 1 : 0));
        parts.append(RunText::tr("epoch %1 of %2").arg(current).arg(progress.epochs()));
    }
    if (const auto& best = progress.bestValues()) {
        parts.append(RunText::tr("best epoch %1 (validation loss %2, accuracy %3)")
                         .arg(progress.bestEpoch())
                         .arg(numberText(best->validation.loss, 3),
                              numberText(best->validation.accuracy, 3)));
    }
    if (const auto speed = progress.imagesPerSecond(); isRunning && speed) {
        parts.append(RunText::tr("%1 images/s").arg(numberText(*speed, *speed < 10.0 ? 1 : 0)));
    }
    if (const auto seconds = progress.secondsLeft(); isRunning && seconds && *seconds >= 1.0) {
        parts.append(RunText::tr("about %1 left").arg(durationText(*seconds)));
    }
    if (const auto& started = progress.started()) {
        parts.append(deviceText(started->device));
        parts.append(RunText::tr("%n thread(s)", nullptr, started->threads));
        parts.append(
            RunText::tr("%L1 parameters").arg(static_cast<qlonglong>(started->parameters)));
    }
    return parts.join(QStringLiteral("  ·  "));
}

QString outcomeText(const RunEnd& end)
{
    const QString name = fromUtf8(end.run.plan.name);
    const bool isSearch = end.run.plan.kind == RunKind::RateSearch;
    if (isSearch && end.outcome != RunOutcome::Failed) {
        return end.outcome == RunOutcome::Finished
                   ? RunText::tr("The learning rates have been tried")
                   : RunText::tr("The search for a learning rate was cancelled");
    }
    switch (end.outcome) {
    case RunOutcome::Finished:
        return RunText::tr("Finished: %1").arg(name);
    case RunOutcome::Stopped:
        return RunText::tr("Stopped: %1").arg(name);
    case RunOutcome::Failed:
        return RunText::tr("Failed: %1").arg(name.isEmpty() ? errorText(end.error.code) : name);
    }
    return {};
}

QString interruptedText(const StoredRun& run)
{
    const QString date =
        QLocale().toString(QDateTime::fromSecsSinceEpoch(run.startedAt), QLocale::ShortFormat);
    return RunText::tr("The run %1, started %2, is not finished. It can go on from its last "
                       "complete epoch.",
                       "name, date")
        .arg(fromUtf8(run.plan.name), date);
}

} // namespace nefes::ui
