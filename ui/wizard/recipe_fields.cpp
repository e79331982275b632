// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/recipe_fields.h"

#include "ui/text/format.h"
#include "ui/wizard/recipe_fields_p.h"

#include <QLocale>

namespace nefes::ui {

void RecipeFields::addInput(std::vector<RecipeField>& fields)
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
    add({.path = "input.region",
         .group = {},
         .kind = Choice,
         .label = QT_TR_NOOP("Part of the image"),
         .explanation = QT_TR_NOOP("The lungs alone: a chest film is cut to them before anything "
                                   "else, so that the network cannot judge by what lies around "
                                   "them. A film on which no lungs are found stays whole."),
         .choices = {{"image", QT_TR_NOOP("whole image")}, {"lungs", QT_TR_NOOP("lungs")}}});
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

void RecipeFields::addAugmentation(std::vector<RecipeField>& fields)
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
    fraction("augmentation.aspect", QT_TR_NOOP("Squashing, ±"),
             QT_TR_NOOP("Wider or narrower by up to this fraction: pictures in collections were "
                        "often squeezed into squares."),
             0.5);
    fraction("augmentation.resample", QT_TR_NOOP("Lost detail"),
             QT_TR_NOOP("Share of the images that are shrunk and enlarged again, so that the "
                        "network cannot tell a hospital by its sharpness."),
             1);
    fraction("augmentation.border", QT_TR_NOOP("Frame"),
             QT_TR_NOOP("Half of the images get a frame of up to this fraction, as scans and "
                        "screenshots have it."),
             0.4, 0.4);
    fraction("augmentation.marks", QT_TR_NOOP("Marks"),
             QT_TR_NOOP(
                 "Chance of each of up to three small boxes drawn on an image, so that the network "
                 "does not read side markers and letters."),
             1);
    add({.path = "augmentation.mixup",
         .group = {},
         .kind = Number,
         .label = QT_TR_NOOP("Mixup, α"),
         .explanation =
             QT_TR_NOOP("In half of the batches two images and their labels are blended; "
                        "0 does not, 0.2 blends a little, 1 a good deal."),
         .high = 10,
         .step = 0.1,
         .sliderHigh = 2,
         .decimals = 2});
    fraction("augmentation.outside_lungs", QT_TR_NOOP("Lungs alone"),
             QT_TR_NOOP("Share of the images of which only the lungs are shown (chest films): what "
                        "lies around them tells the hospital rather than the disease."),
             1);
    fraction("augmentation.without_lungs", QT_TR_NOOP("Lungs hidden"),
             QT_TR_NOOP("Share of the images whose lungs are black (chest films). The network "
                        "learns that it cannot know the answer then."),
             1);
    add({.path = "augmentation.fill",
         .group = {},
         .kind = Choice,
         .label = QT_TR_NOOP("Outside the image"),
         .explanation = QT_TR_NOOP("What fills the corners when the image is turned or moved."),
         .choices = {{"nearest", QT_TR_NOOP("nearest pixel")}, {"zero", QT_TR_NOOP("black")}}});
}

namespace {

std::vector<RecipeField> allFields()
{
    std::vector<RecipeField> fields;
    RecipeFields::addInput(fields);
    RecipeFields::addAugmentation(fields);
    RecipeFields::addLearning(fields);
    RecipeFields::addSchedule(fields);
    RecipeFields::addDuration(fields);
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
    return RecipeFields::tr(field.label);
}

QString fieldExplanation(const RecipeField& field)
{
    return RecipeFields::tr(field.explanation);
}

QString choiceLabel(const FieldChoice& choice)
{
    return RecipeFields::tr(choice.label);
}

QString fieldComplaint(const RecipeField& field)
{
    switch (field.kind) {
    case FieldKind::Interval:
        return RecipeFields::tr(
                   "Two numbers from %1 to %2 are needed, the second not below the first.")
            .arg(numberText(field.low, 2), numberText(field.high, 2));
    case FieldKind::Numbers:
        return RecipeFields::tr("One number, or one for each channel, separated by blanks.");
    case FieldKind::Seed:
        return RecipeFields::tr("A whole number is needed.");
    default:
        return RecipeFields::tr("A number from %1 to %2 is needed.")
            .arg(QLocale().toString(field.low), QLocale().toString(field.high));
    }
}

QString groupLabel(FieldGroup group)
{
    switch (group) {
    case FieldGroup::Input:
        return RecipeFields::tr("Input of the network");
    case FieldGroup::Augmentation:
        return RecipeFields::tr("Augmentation");
    case FieldGroup::Loss:
        return RecipeFields::tr("Loss and balance");
    case FieldGroup::Optimiser:
        return RecipeFields::tr("Optimiser");
    case FieldGroup::Schedule:
        return RecipeFields::tr("Learning rate over time");
    case FieldGroup::Duration:
        return RecipeFields::tr("Training");
    }
    return {};
}

} // namespace nefes::ui
