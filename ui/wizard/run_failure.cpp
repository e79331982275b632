// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/run_failure.h"

#include "ml/fitting_batch.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr double kLowerRate = 0.3;

/// The translation context of these sentences.
struct RunFailureText {
    Q_DECLARE_TR_FUNCTIONS(RunFailureText)
};

/// The batch size that the engine thinks would fit, else half of the one that did not.
int fittingBatch(const RunEnd& end)
{
    return ml::fittingBatchIn(end.error.detail)
        .value_or(std::max(1, end.run.plan.recipe.batchSize / 2));
}

void addMemoryAdvice(RunFailure& failure, const RunEnd& end)
{
    const int batch = end.run.plan.recipe.batchSize;
    const int fitting = fittingBatch(end);
    failure.sentence =
        end.endedBySystem
            ? RunFailureText::tr("The system ended the training, most likely because memory ran "
                                 "out. The window and the last complete epoch are safe.")
            : RunFailureText::tr("A batch of %n image(s) did not fit into memory.", nullptr, batch);
    if (ml::saysThatNoBatchFits(end.error.detail)) {
        failure.sentence +=
            QLatin1Char(' ') + RunFailureText::tr("Not even a batch of two images does: a smaller "
                                                  "input (step 2) or network (step 3) is needed.");
    } else if (fitting < batch) {
        failure.sentence +=
            QLatin1Char(' ') +
            RunFailureText::tr("A batch of %n image(s) probably does. Closing other "
                               "programs or a smaller network helps as well.",
                               nullptr, fitting);
        failure.remedy = RunFailureText::tr("Train with batches of %n image(s)", nullptr, fitting);
        failure.change = [fitting](ml::TrainingRecipe& recipe) {
            recipe.batchSize = fitting;
        };
    }
}

void addDivergenceAdvice(RunFailure& failure, const RunEnd& end)
{
    const double rate = end.run.plan.recipe.optimizer.learningRate * kLowerRate;
    failure.sentence = RunFailureText::tr(
        "The loss grew without bounds: the steps of the optimizer were too large. A lower learning "
        "rate or a gradient clip mends that; so does checking the data for broken images.");
    failure.remedy =
        RunFailureText::tr("Train with learning rate %1").arg(QLocale().toString(rate, 'g', 2));
    failure.change = [rate](ml::TrainingRecipe& recipe) {
        recipe.optimizer.learningRate = rate;
    };
}

/// What to do about the codes that the general sentence leaves open.
QString advice(ErrorCode code)
{
    switch (code) {
    case ErrorCode::RecipeInvalid:
        return RunFailureText::tr("Mend the field in step 2 or 3 and train again.");
    case ErrorCode::NetworkInvalid:
        return RunFailureText::tr("Mend the layer in step 3 and train again.");
    case ErrorCode::DatasetEmpty:
    case ErrorCode::DatasetInvalid:
        return RunFailureText::tr("Go back to step 1 and look at classes, splits and files.");
    case ErrorCode::FileNotFound:
    case ErrorCode::FileUnreadable:
        return RunFailureText::tr("If a data folder was moved, choose it again in step 1.");
    case ErrorCode::CheckpointMismatch:
        return RunFailureText::tr("Train anew: data or recipe are no longer those of the run.");
    case ErrorCode::Internal:
        return RunFailureText::tr(
            "The log below says more. The last complete epoch is kept and can "
            "be resumed.");
    default:
        return {};
    }
}

/// Whether the sentence has everything that the detail could say.
bool saysAll(ErrorCode code)
{
    return code == ErrorCode::OutOfMemory || code == ErrorCode::TrainingDiverged ||
           code == ErrorCode::DiskFull;
}

} // namespace

RunFailure explainFailure(const RunEnd& end)
{
    RunFailure failure;
    failure.heading = RunFailureText::tr("The training stopped with an error");
    const ErrorCode code = end.error.code;
    if (code == ErrorCode::OutOfMemory) {
        addMemoryAdvice(failure, end);
    } else if (code == ErrorCode::TrainingDiverged) {
        addDivergenceAdvice(failure, end);
    } else {
        failure.sentence = errorText(code);
        if (const QString more = advice(code); !more.isEmpty()) {
            failure.sentence += QLatin1Char(' ') + more;
        }
    }
    // The detail is English and technical, but it alone names the field, class or file.
    if (!end.error.detail.empty() && !saysAll(code)) {
        failure.sentence += QStringLiteral("\n(%1)").arg(fromUtf8(end.error.detail));
    }
    return failure;
}

} // namespace nefes::ui
