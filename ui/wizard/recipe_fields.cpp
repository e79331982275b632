// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/recipe_fields.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace nefes::ui {

namespace {

/// The translation context of these texts.
struct Fields {
    Q_DECLARE_TR_FUNCTIONS(RecipeFields)
public:
    [[nodiscard]] static std::vector<FieldChoice> metrics();
    static void addInput(std::vector<RecipeField>& fields);
    static void addAugmentation(std::vector<RecipeField>& fields);
    static void addLearning(std::vector<RecipeField>& fields);
    static void addSchedule(std::vector<RecipeField>& fields);
    static void addDuration(std::vector<RecipeField>& fields);
};

std::vector<FieldChoice> Fields::metrics()
{
    return {{"validation.loss", QT_TR_NOOP("validation loss")},
            {"validation.accuracy", QT_TR_NOOP("validation accuracy")},
            {"validation.auc", QT_TR_NOOP("validation AUC")}};
}

void Fields::addInput(std::vector<RecipeField>& fields)
{
    using enum FieldKind;
    const auto add = [&fields](RecipeField field) {
        field.group = FieldGroup::Input;
        fields.push_back(std::move(field));
    };
    add({.path = "input.width",
         .group = {},
         .kind = Integer,
         .label = QT_TR_NOOP("Width"),
         .explanation = QT_TR_NOOP("Pixels across that the network sees. Twice the side: four "
                                   "times the work."),
         .low = 8,
         .high = 2048,
         .step = 8});
    add({.path = "input.height",
         .group = {},
         .kind = Integer,
         .label = QT_TR_NOOP("Height"),
         .explanation = QT_TR_NOOP("Pixels down that the network sees."),
         .low = 8,
         .high = 2048,
         .step = 8});
    add({.path = "input.resize",
         .group = {},
         .kind = Choice,
         .label = QT_TR_NOOP("Fitting"),
         .explanation = QT_TR_NOOP("How an image of another shape is brought to this size."),
         .choices = {{"pad", QT_TR_NOOP("whole image, black border")},
                     {"crop", QT_TR_NOOP("middle of the image")},
                     {"stretch", QT_TR_NOOP("stretched")}}});
    add({.path = "input.channels",
         .group = {},
         .kind = Choice,
         .label = QT_TR_NOOP("Channels"),
         .explanation = QT_TR_NOOP("Radiographs have one gray channel. Three repeat it, for "
                                   "networks that were made for colour."),
         .choices = {{"1", QT_TR_NOOP("1 (gray)")}, {"3", QT_TR_NOOP("3 (gray, repeated)")}}});
    add({.path = "input.clahe.clip_limit",
         .group = {},
         .kind = Number,
         .label = QT_TR_NOOP("Local contrast (CLAHE)"),
         .explanation = QT_TR_NOOP("Evens out the contrast tile by tile, so that faint shadows "
                                   "show; the number limits how much."),
         .low = 0.01,
         .high = 1000,
         .step = 0.5,
         .sliderHigh = 10,
         .optional = R"({"clip_limit":2.0,"tiles":8})"});
    add({.path = "input.clahe.tiles",
         .group = {},
         .kind = Integer,
         .label = QT_TR_NOOP("Tiles a side"),
         .explanation = QT_TR_NOOP("Into how many tiles a side the image is cut for the local "
                                   "contrast."),
         .low = 1,
         .high = 64,
         .step = 1,
         .dependsOn = "input.clahe"});
    add({.path = "input.scale",
         .group = {},
         .kind = Decimal,
         .label = QT_TR_NOOP("Scale"),
         .explanation = QT_TR_NOOP("Gray values 0 to 255 are multiplied by it: 0.003922 (1/255) "
                                   "makes them 0 to 1."),
         .low = 1e-9,
         .high = 1e9,
         .step = 0.001,
         .decimals = 6});
    add({.path = "input.mean",
         .group = {},
         .kind = Numbers,
         .label = QT_TR_NOOP("Mean"),
         .explanation = QT_TR_NOOP("Subtracted after scaling, so that the values lie around zero: "
                                   "one number, or one a channel.")});
    add({.path = "input.std",
         .group = {},
         .kind = Numbers,
         .label = QT_TR_NOOP("Standard deviation"),
         .explanation = QT_TR_NOOP("The values are divided by it at last: one number, or one a "
                                   "channel.")});
}

void Fields::addAugmentation(std::vector<RecipeField>& fields)
{
    using enum FieldKind;
    const auto add = [&fields](RecipeField field) {
        field.group = FieldGroup::Augmentation;
        fields.push_back(std::move(field));
    };
    const auto fraction = [&add](const char* path, const char* label, const char* explanation,
                                 double sliderHigh, double high = 1.0) {
        add({.path = path,
             .group = {},
             .kind = Number,
             .label = label,
             .explanation = explanation,
             .high = high,
             .sliderHigh = sliderHigh});
    };
    add({.path = "augmentation.rotation",
         .group = {},
         .kind = Number,
         .label = QT_TR_NOOP("Rotation, ± degrees"),
         .explanation = QT_TR_NOOP("Turned by up to so much. Patients rarely stand more than 10 "
                                   "degrees askew."),
         .high = 180,
         .step = 1,
         .sliderHigh = 45,
         .decimals = 1});
    add({.path = "augmentation.zoom",
         .group = {},
         .kind = Interval,
         .label = QT_TR_NOOP("Zoom"),
         .explanation = QT_TR_NOOP("Enlarged by a factor from this range; 1 to 1 is none."),
         .low = 0.1,
         .high = 10,
         .step = 0.05});
    fraction("augmentation.shift_x", QT_TR_NOOP("Shift across, ±"),
             QT_TR_NOOP("Moved sideways by up to this fraction of the width."), 0.5);
    fraction("augmentation.shift_y", QT_TR_NOOP("Shift down, ±"),
             QT_TR_NOOP("Moved up or down by up to this fraction of the height."), 0.5);
    fraction("augmentation.shear", QT_TR_NOOP("Shear, ±"),
             QT_TR_NOOP("Slanted by up to this fraction."), 0.5);
    add({.path = "augmentation.flip_horizontal",
         .group = {},
         .kind = Switch,
         .label = QT_TR_NOOP("Mirror left and right"),
         .explanation = QT_TR_NOOP("Every second image. In a chest the heart changes sides: use it "
                                   "only if sides do not matter.")});
    add({.path = "augmentation.flip_vertical",
         .group = {},
         .kind = Switch,
         .label = QT_TR_NOOP("Mirror top and bottom"),
         .explanation = QT_TR_NOOP("Every second image. Radiographs are never upside down, so "
                                   "mostly of no use.")});
    add({.path = "augmentation.random_resized_crop",
         .group = {},
         .kind = Interval,
         .label = QT_TR_NOOP("Random part, area"),
         .explanation = QT_TR_NOOP("Only a random part of the image with an area from this range "
                                   "is shown, at full size. A finding outside is lost."),
         .low = 0.01,
         .high = 1,
         .step = 0.05,
         .optional = "[0.8,1.0]"});
    fraction("augmentation.brightness", QT_TR_NOOP("Brightness, ±"),
             QT_TR_NOOP("Brighter or darker by up to this fraction, as exposures differ."), 0.5);
    fraction("augmentation.contrast", QT_TR_NOOP("Contrast, ±"),
             QT_TR_NOOP("More or less contrast by up to this fraction."), 0.5);
    fraction("augmentation.gamma", QT_TR_NOOP("Gamma, ±"),
             QT_TR_NOOP("Middle gray values brighter or darker, black and white as they are."), 0.5,
             0.95);
    fraction("augmentation.noise", QT_TR_NOOP("Noise"),
             QT_TR_NOOP("Grain as at a low dose: standard deviation up to this fraction of "
                        "white."),
             0.2);
    add({.path = "augmentation.blur",
         .group = {},
         .kind = Number,
         .label = QT_TR_NOOP("Blur, pixels"),
         .explanation = QT_TR_NOOP("Softened by up to so many pixels (sigma), as by movement."),
         .high = 20,
         .step = 0.1,
         .sliderHigh = 5,
         .decimals = 1});
    fraction("augmentation.cutout", QT_TR_NOOP("Cut-out"),
             QT_TR_NOOP("A black square with a side up to this fraction, so that the network does "
                        "not rely on one place."),
             0.6);
    add({.path = "augmentation.fill",
         .group = {},
         .kind = Choice,
         .label = QT_TR_NOOP("Outside the image"),
         .explanation = QT_TR_NOOP("What fills the corners when the image is turned or moved."),
         .choices = {{"nearest", QT_TR_NOOP("nearest pixel")}, {"zero", QT_TR_NOOP("black")}}});
}

void Fields::addLearning(std::vector<RecipeField>& fields)
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
        {.path = "data.balance",
         .group = FieldGroup::Loss,
         .kind = Choice,
         .label = QT_TR_NOOP("Drawing of images"),
         .explanation = QT_TR_NOOP("Balanced drawing shows rare classes, or rare sources within a "
                                   "class, more often."),
         .choices = {{"none", QT_TR_NOOP("each once an epoch")},
                     {"class", QT_TR_NOOP("classes equally often")},
                     {"source_class", QT_TR_NOOP("sources and classes equally often")}}});
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
                                                "jumps or grows. 0.001 is a good start."),
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

void Fields::addSchedule(std::vector<RecipeField>& fields)
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

void Fields::addDuration(std::vector<RecipeField>& fields)
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

std::vector<RecipeField> allFields()
{
    std::vector<RecipeField> fields;
    Fields::addInput(fields);
    Fields::addAugmentation(fields);
    Fields::addLearning(fields);
    Fields::addSchedule(fields);
    Fields::addDuration(fields);
    return fields;
}

} // namespace

const std::vector<RecipeField>& recipeFields()
{
    static const std::vector<RecipeField> fields = allFields();
    return fields;
}

QString fieldLabel(const RecipeField& field)
{
    return Fields::tr(field.label);
}

QString fieldExplanation(const RecipeField& field)
{
    return Fields::tr(field.explanation);
}

QString choiceLabel(const FieldChoice& choice)
{
    return Fields::tr(choice.label);
}

QString fieldComplaint(const RecipeField& field)
{
    switch (field.kind) {
    case FieldKind::Interval:
        return Fields::tr("Two numbers from %1 to %2 are needed, the second not below the first.")
            .arg(numberText(field.low, 2), numberText(field.high, 2));
    case FieldKind::Numbers:
        return Fields::tr("One number, or one for each channel, separated by blanks.");
    case FieldKind::Seed:
        return Fields::tr("A whole number is needed.");
    default:
        return Fields::tr("A number from %1 to %2 is needed.")
            .arg(QLocale().toString(field.low), QLocale().toString(field.high));
    }
}

QString groupLabel(FieldGroup group)
{
    switch (group) {
    case FieldGroup::Input:
        return Fields::tr("Input of the network");
    case FieldGroup::Augmentation:
        return Fields::tr("Augmentation");
    case FieldGroup::Loss:
        return Fields::tr("Loss and balance");
    case FieldGroup::Optimiser:
        return Fields::tr("Optimiser");
    case FieldGroup::Schedule:
        return Fields::tr("Learning rate over time");
    case FieldGroup::Duration:
        return Fields::tr("Training");
    }
    return {};
}

} // namespace nefes::ui
