// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/recipe.h"

#include <QTest>

using namespace nefes;
using namespace nefes::ml;
using nlohmann::json;

class RecipeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldGoesBothWays();
    void wrongFieldsAreNamed_data();
    void wrongFieldsAreNamed();
    void valuesAreSetByPath_data();
    void valuesAreSetByPath();
    void aFieldOfAPartThatIsOffSwitchesItOn();
    void unknownPathsAreRefused_data();
    void unknownPathsAreRefused();
    void listsSelectPerFolder();
};

namespace {

json smallRecipe()
{
    return json::parse(R"({
      "id": "x", "title": {"en": "X", "tr": "İks"},
      "data": {"include": {"label": ["a", "b"]}, "map": {"c": "a"}, "negative_label": "a",
               "split": {"train": 0.5, "validation": 0.25, "test": 0.25, "group_by": "patient",
                         "stratify": ["label"]}, "balance": "class"},
      "input": {"width": 150, "height": 140, "channels": 3, "resize": "crop",
                "clahe": {"clip_limit": 2.0, "tiles": 8}, "scale": 0.5, "mean": [0.485, 0.456, 0.406],
                "std": [1.0]},
      "augmentation": {"rotation": 30, "zoom": [0.8, 1.2], "random_resized_crop": [0.8, 1.0],
                       "fill": "zero", "flip_horizontal": true},
      "network": {"layers": [{"type": "flatten"}, {"type": "dropout", "rate": 0.5}]},
      "start": {"model": "adults", "frozen_layers": 7},
      "loss": {"type": "focal", "label_smoothing": 0.1, "source_adjustment": 0.4},
      "optimizer": {"type": "sgd", "learning_rate": 0.01, "momentum": 0.9},
      "schedule": {"type": "plateau", "patience": 2},
      "epochs": 7, "batch_size": 16, "early_stopping": {"metric": "validation.auc", "patience": 4},
      "keep_best": "last", "gradient_clip": 1.5, "precision": "bfloat16", "seed": 18446744073709551615
    })");
}

} // namespace

void RecipeTest::everyFieldGoesBothWays()
{
    const auto recipe = recipeFromJson(smallRecipe());
    QVERIFY2(recipe.has_value(), recipe ? "" : recipe.error().detail.c_str());
    QCOMPARE(recipe->title.tr, std::string("İks"));
    QCOMPARE(recipe->data.selections.front().include.at("label").size(), std::size_t{2});
    QCOMPARE(recipe->data.validation, 0.25);
    QCOMPARE(recipe->input.height, 140);
    QCOMPARE(recipe->input.clahe->tiles, 8);
    QCOMPARE(recipe->augmentation.zoom.second, 1.2);
    QCOMPARE(recipe->gradientClip.value(), 1.5);
    QCOMPARE(recipe->seed, std::numeric_limits<std::uint64_t>::max());
    const json full = recipeToJson(*recipe);
    const auto again = recipeFromJson(full);
    QVERIFY2(again.has_value(), again ? "" : again.error().detail.c_str());
    QVERIFY(*again == *recipe);
    QCOMPARE(full["input"]["mean"].dump(), std::string("[0.485,0.456,0.406]"));
    // Everything that was given comes back unchanged; what was not has its default.
    const json given = smallRecipe();
    const json patched = [&] {
        json copy = full;
        copy.merge_patch(given);
        return copy;
    }();
    QVERIFY2(patched == full, patched.dump().c_str());
}

void RecipeTest::wrongFieldsAreNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<std::string>("value");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* path, const char* value,
                        const char* message) {
        QTest::newRow(name) << path << std::string(value) << message;
    };
    row("no epochs", "/epochs", "0", "epochs: 0 is not between");
    row("half an epoch", "/epochs", "1.5", "epochs: a whole number");
    row("epochs as text", "/epochs", "\"3\"", "epochs: a whole number");
    row("a negative rate", "/optimizer/learning_rate", "-1", "optimizer.learning_rate: -1 is not");
    row("an unknown optimiser", "/optimizer/type", "\"adagrad\"",
        "optimizer.type: \"adagrad\" is not one of adam, adamw, rmsprop, sgd");
    row("zoom the wrong way round", "/augmentation/zoom", "[1.2, 0.8]", "augmentation.zoom: [1.2");
    row("a zoom of one number", "/augmentation/zoom", "[1.2]", "augmentation.zoom: two numbers");
    row("two channels", "/input/channels", "2", "input.channels: 1 or 3");
    row("an input of four pixels", "/input/width", "4", "input.width: 4 is not between 8");
    row("a standard deviation of zero", "/input/std", "[0]", "input.std: numbers between");
    row("two means for three channels", "/input/mean", "[0, 1]", "input.mean: one number");
    row("splits that are not whole", "/data/split/train", "0.6", "data.split: train, valid");
    row("a filter that is no list", "/data/include/label", "\"a\"", "data.include.label: a list");
    row("an unknown key at the root", "/epoch", "3", "epoch: unknown key");
    row("an unknown key inside", "/loss/gamma", "3", "loss.gamma: unknown key");
    row("a part that is a number", "/loss", "3", "loss: an object is needed");
    row("a negative seed", "/seed", "-1", "seed: a whole number from 0");
    row("a flag that is a number", "/augmentation/flip_vertical", "1",
        "augmentation.flip_vertical: true or false");
    row("fewer layers than none frozen", "/start/frozen_layers", "-1",
        "start.frozen_layers: -1 is not between");
    row("a model that is a number", "/start/model", "1", "start.model: ");
    row("a mapping to a number", "/data/map/c", "1", "data.map");
}

void RecipeTest::wrongFieldsAreNamed()
{
    QFETCH(QString, path);
    QFETCH(std::string, value);
    QFETCH(QString, message);
    json recipe = smallRecipe();
    recipe[json::json_pointer(path.toStdString())] = json::parse(value);
    const auto result = recipeFromJson(recipe);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::RecipeInvalid);
    QVERIFY2(QString::fromStdString(result.error().detail).startsWith(message),
             result.error().detail.c_str());
}

void RecipeTest::valuesAreSetByPath_data()
{
    QTest::addColumn<std::string>("assignment");
    QTest::addColumn<std::string>("pointer");
    QTest::addColumn<std::string>("value");
    QTest::newRow("a number") << std::string("optimizer.learning_rate=0.0003")
                              << std::string("/optimizer/learning_rate") << std::string("0.0003");
    QTest::newRow("a field of a layer")
        << std::string("network.layers.1.rate=0.3") << std::string("/network/layers/1/rate")
        << std::string("0.3");
    QTest::newRow("a text without quotes")
        << std::string("keep_best=validation.auc") << std::string("/keep_best")
        << std::string("\"validation.auc\"");
    QTest::newRow("null") << std::string("early_stopping=null") << std::string("/early_stopping")
                          << std::string("null");
    QTest::newRow("a new mapping")
        << std::string("data.map.viral=pneumonia") << std::string("/data/map/viral")
        << std::string("\"pneumonia\"");
    QTest::newRow("a value that holds an equals sign")
        << std::string("title.en=a=b") << std::string("/title/en") << std::string("\"a=b\"");
}

void RecipeTest::valuesAreSetByPath()
{
    QFETCH(std::string, assignment);
    QFETCH(std::string, pointer);
    QFETCH(std::string, value);
    json recipe = recipeToJson(recipeFromJson(smallRecipe()).value());
    QVERIFY(setRecipeValue(recipe, assignment).has_value());
    QCOMPARE(recipe[json::json_pointer(pointer)].dump(), value);
    QVERIFY(recipeFromJson(recipe).has_value());
}

void RecipeTest::aFieldOfAPartThatIsOffSwitchesItOn()
{
    json recipe = recipeToJson(recipeFromJson(smallRecipe()).value());
    recipe["early_stopping"] = nullptr;
    QVERIFY(setRecipeValue(recipe, "early_stopping.patience=7").has_value());
    const auto result = recipeFromJson(recipe);
    QVERIFY2(result.has_value(), result ? "" : result.error().detail.c_str());
    QCOMPARE(result->earlyStopping->patience, 7);
    recipe["early_stopping"] = nullptr;
    QVERIFY(setRecipeValue(recipe, "early_stopping.patient=7").has_value());
    QCOMPARE(recipeFromJson(recipe).error().detail,
             std::string("early_stopping.patient: unknown key"));
}

void RecipeTest::unknownPathsAreRefused_data()
{
    QTest::addColumn<std::string>("assignment");
    for (const char* assignment :
         {"epoch=3", "network.layers.2.rate=0.3", "network.layers.-1.rate=0.3", "optimizer.x.y=1",
          "epochs.x=1", "=3", "epochs", "network.layers.x=1", "..=1"}) {
        QTest::newRow(assignment) << std::string(assignment);
    }
}

void RecipeTest::unknownPathsAreRefused()
{
    QFETCH(std::string, assignment);
    json recipe = recipeToJson(recipeFromJson(smallRecipe()).value());
    const auto result = setRecipeValue(recipe, assignment);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::RecipeInvalid);
}

void RecipeTest::listsSelectPerFolder()
{
    json given = smallRecipe();
    given["data"]["map"] = json::parse(R"([{"c": "a"}, {}])");
    const auto recipe = recipeFromJson(given);
    QVERIFY2(recipe.has_value(), recipe ? "" : recipe.error().detail.c_str());
    QCOMPARE(recipe->data.selections.size(), std::size_t{2});
    QCOMPARE(recipe->data.selections[0].map.size(), std::size_t{1});
    QVERIFY(recipe->data.selections[1].map.empty());
    QCOMPARE(recipe->data.selections[1].include.at("label").size(), std::size_t{2});
    QVERIFY(recipeFromJson(recipeToJson(*recipe)) == *recipe);
    given["data"]["exclude"] = json::array({json::object()});
    QVERIFY(!recipeFromJson(given).has_value());
}

QTEST_APPLESS_MAIN(RecipeTest)
#include "recipe_test.moc"
