// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/recipe_fields_p.h"

#include <utility>

namespace nefes::ui {

std::vector<FieldChoice> RecipeFields::metrics()
{
    return {{"validation.loss", QT_TR_NOOP("validation loss")},
            {"validation.accuracy", QT_TR_NOOP("validation accuracy")},
            {"validation.auc", QT_TR_NOOP("validation AUC")}};
}

void RecipeFields::addLearning(std::vector<RecipeField>& fields)
{
    using enum FieldKind;
    fields.push_back({.path = "loss.type",
                      .group = FieldGroup::Loss,
                      .kind = Choice,
                      .label = QT_TR_NOOP("Loss"),
                      .explanation = QT_TR_NOOP("How being wrong is counted. Focal loss counts "
                                                "easy images less, for rare findings."),
                      .choices = {{"cross_entropy", QT_TR_NOOP("cross-entropy")},
                                  {"focal", QT_TR_NOOP("focal loss")}}});
    fields.push_back({.path = "loss.focal_gamma",
                      .group = FieldGroup::Loss,
                      .kind = Number,
                      .label = QT_TR_NOOP("Focus"),
                      .explanation = QT_TR_NOOP("How much less easy images count; 2 is usual."),
                      .high = 10,
                      .step = 0.5,
                      .sliderHigh = 5,
                      .decimals = 1,
                      .dependsOn = "loss.type",
                      .when = "focal"});
    fields.push_back({.path = "loss.class_weights",
                      .group = FieldGroup::Loss,
                      .kind = Choice,
                      .label = QT_TR_NOOP("Class weights"),
                      .explanation = QT_TR_NOOP("Balanced: mistakes in rare classes count more, so "
                                                "that they are not drowned."),
                      .choices = {{"none", QT_TR_NOOP("all images alike")},
                                  {"balanced", QT_TR_NOOP("balanced")}}});
    fields.push_back({.path = "loss.label_smoothing",
                      .group = FieldGroup::Loss,
                      .kind = Number,
                      .label = QT_TR_NOOP("Label smoothing"),
                      .explanation = QT_TR_NOOP("Asks for a little less than certainty, which "
                                                "makes the network less overconfident. 0.05 to 0.1 "
                                                "is usual."),
                      .high = 0.99,
                      .sliderHigh = 0.3});
    fields.push_back(
        {.path = "loss.source_adjustment",
         .group = FieldGroup::Loss,
         .kind = Number,
         .label = QT_TR_NOOP("Source adjustment"),
         .explanation = QT_TR_NOOP("Takes out of the loss what the source alone says "
                                   "about the class, so that recognising the hospital "
                                   "gains less: 0 not at all, 1 in full. Needs a "
                                   "manifest with the column “source”. 0.5 made the "
                                   "chest model better on other hospitals and a little "
                                   "worse on the same ones. The losses in training and "
                                   "in validation are then not of one kind."),
         .high = 1});
    fields.push_back(
        {.path = "data.balance",
         .group = FieldGroup::Loss,
         .kind = Choice,
         .label = QT_TR_NOOP("Drawing of images"),
         .explanation = QT_TR_NOOP("Balanced drawing shows rare classes, or rare sources within a "
                                   "class, more often. The finished model reckons with how "
                                   "often classes are in the data: its accuracy differs a "
                                   "little from the curves of the training."),
         .choices = {{"none", QT_TR_NOOP("each once an epoch")},
                     {"class", QT_TR_NOOP("classes equally often")},
                     {"source_class", QT_TR_NOOP("classes and sources equally")}}});
    fields.push_back(
        {.path = "optimizer.type",
         .group = FieldGroup::Optimiser,
         .kind = Choice,
         .label = QT_TR_NOOP("Optimiser"),
         .explanation = QT_TR_NOOP("The rule by which the parameters follow the "
                                   "gradient. Adam and AdamW forgive most."),
         .choices = {
             {"adam", "Adam"}, {"adamw", "AdamW"}, {"rmsprop", "RMSprop"}, {"sgd", "SGD"}}});
    fields.push_back({.path = "optimizer.learning_rate",
                      .group = FieldGroup::Optimiser,
                      .kind = Decimal,
                      .label = QT_TR_NOOP("Learning rate"),
                      .explanation = QT_TR_NOOP("How far the parameters move at each step. Too "
                                                "small: hours for nothing; too large: the loss "
                                                "jumps or grows. 0.001 is a good start; the step "
                                                "Train can find one for your data."),
                      .low = 1e-12,
                      .high = 100,
                      .step = 0.0001,
                      .decimals = 6});
    fields.push_back({.path = "optimizer.weight_decay",
                      .group = FieldGroup::Optimiser,
                      .kind = Decimal,
                      .label = QT_TR_NOOP("Weight decay"),
                      .explanation = QT_TR_NOOP("Pulls the parameters towards zero, against "
                                                "memorising. 0.0001 to 0.05 is usual."),
                      .low = 0,
                      .high = 10,
                      .step = 0.0001,
                      .decimals = 6});
    fields.push_back({.path = "optimizer.momentum",
                      .group = FieldGroup::Optimiser,
                      .kind = Number,
                      .label = QT_TR_NOOP("Momentum"),
                      .explanation = QT_TR_NOOP("How much of the last step goes on; 0.9 is usual "
                                                "with SGD."),
                      .high = 0.9999,
                      .dependsOn = "optimizer.type",
                      .when = "sgd|rmsprop"});
}

void RecipeFields::addSchedule(std::vector<RecipeField>& fields)
{
    using enum FieldKind;
    fields.push_back({.path = "schedule.type",
                      .group = FieldGroup::Schedule,
                      .kind = Choice,
                      .label = QT_TR_NOOP("Course of the learning rate"),
                      .explanation = QT_TR_NOOP("Large steps first and small ones at the end find "
                                                "better networks than equal ones."),
                      .choices = {{"constant", QT_TR_NOOP("constant")},
                                  {"plateau", QT_TR_NOOP("smaller when nothing improves")},
                                  {"cosine", QT_TR_NOOP("falling as a cosine")},
                                  {"one_cycle", QT_TR_NOOP("up, then down (one cycle)")}}});
    fields.push_back(
        {.path = "schedule.warmup_epochs",
         .group = FieldGroup::Schedule,
         .kind = Integer,
         .label = QT_TR_NOOP("Warm-up, epochs"),
         .explanation = QT_TR_NOOP("The rate grows from zero for so many epochs, which "
                                   "spares the first, random steps."),
         .high = 1000,
         .step = 1});
    fields.push_back({.path = "schedule.factor",
                      .group = FieldGroup::Schedule,
                      .kind = Number,
                      .label = QT_TR_NOOP("Factor"),
                      .explanation = QT_TR_NOOP("The rate is multiplied by it when the validation "
                                                "loss no longer improves."),
                      .low = 0.001,
                      .high = 0.999,
                      .dependsOn = "schedule.type",
                      .when = "plateau"});
    fields.push_back({.path = "schedule.patience",
                      .group = FieldGroup::Schedule,
                      .kind = Integer,
                      .label = QT_TR_NOOP("Patience, epochs"),
                      .explanation = QT_TR_NOOP("So many epochs without improvement are waited "
                                                "for."),
                      .high = 1000,
                      .step = 1,
                      .dependsOn = "schedule.type",
                      .when = "plateau"});
    fields.push_back({.path = "schedule.minimum_rate",
                      .group = FieldGroup::Schedule,
                      .kind = Decimal,
                      .label = QT_TR_NOOP("Smallest rate"),
                      .explanation = QT_TR_NOOP("The learning rate does not fall below it."),
                      .step = 0.000001,
                      .decimals = 7,
                      .dependsOn = "schedule.type",
                      .when = "plateau|cosine"});
}

void RecipeFields::addDuration(std::vector<RecipeField>& fields)
{
    using enum FieldKind;
    const auto add = [&fields](RecipeField field) {
        field.group = FieldGroup::Duration;
        fields.push_back(std::move(field));
    };
    add({.path = "epochs",
         .group = {},
         .kind = Integer,
         .label = QT_TR_NOOP("Epochs"),
         .explanation = QT_TR_NOOP("How often all training images are looked at, at most."),
         .low = 1,
         .high = 100'000,
         .step = 1});
    add({.path = "batch_size",
         .group = {},
         .kind = Integer,
         .label = QT_TR_NOOP("Batch size"),
         .explanation = QT_TR_NOOP("Images that are looked at together before each step. More need "
                                   "more memory; 16 to 64 is usual."),
         .low = 1,
         .high = 8192,
         .step = 8});
    add({.path = "early_stopping.patience",
         .group = {},
         .kind = Integer,
         .label = QT_TR_NOOP("Stop early after epochs"),
         .explanation = QT_TR_NOOP("Training ends when so many epochs have brought no improvement: "
                                   "going on would only memorise."),
         .low = 1,
         .high = 1000,
         .step = 1,
         .optional = R"({"metric":"validation.loss","patience":5})"});
    add({.path = "early_stopping.metric",
         .group = {},
         .kind = Choice,
         .label = QT_TR_NOOP("without improvement of"),
         .explanation = QT_TR_NOOP("The figure that is watched for stopping early."),
         .choices = metrics(),
         .dependsOn = "early_stopping"});
    auto best = metrics();
    best.push_back({"last", QT_TR_NOOP("none: keep the last epoch")});
    add({.path = "keep_best",
         .group = {},
         .kind = Choice,
         .label = QT_TR_NOOP("Keep the epoch with the best"),
         .explanation = QT_TR_NOOP("The parameters of this epoch become the network."),
         .choices = best});
    add({.path = "gradient_clip",
         .group = {},
         .kind = Decimal,
         .label = QT_TR_NOOP("Limit of the gradient"),
         .explanation = QT_TR_NOOP("Steps that would be longer are cut to this length, so that one "
                                   "odd batch does not spoil everything."),
         .low = 1e-6,
         .high = 1e9,
         .step = 0.5,
         .decimals = 3,
         .optional = "1.0"});
    add({.path = "weight_average",
         .group = {},
         .kind = Decimal,
         .label = QT_TR_NOOP("Averaging of parameters"),
         .explanation = QT_TR_NOOP("Decay of a running mean of the parameters; 0 is none, 0.999 is "
                                   "usual in long runs."),
         .high = 0.99999,
         .step = 0.001,
         .decimals = 5});
    add({.path = "precision",
         .group = {},
         .kind = Choice,
         .label = QT_TR_NOOP("Precision"),
         .explanation = QT_TR_NOOP("bfloat16 is faster on processors and cards that have it, with "
                                   "almost the same result."),
         .choices = {{"float32", "float32"}, {"bfloat16", "bfloat16"}}});
    add({.path = "seed",
         .group = {},
         .kind = Seed,
         .label = QT_TR_NOOP("Seed"),
         .explanation = QT_TR_NOOP("The start of all random numbers. Another seed gives other "
                                   "splits and another network: the spread tells how much is "
                                   "chance.")});
}

} // namespace nefes::ui
