// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/card_sections.h"

#include "core/base/files.h"

#include "ml/json_object.h"
#include "ml/label_names.h"
#include "ml/model_package.h"
#include "ml/package_files.h"

#include <array>
#include <system_error>
#include <utility>

namespace nefes::ml {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string columnName(const CardWriter& card, const std::string& column)
{
    if (column == "source") {
        return card.pick("source", "kaynak");
    }
    return column == "age_group" ? card.pick("age group", "yaş grubu") : column;
}

/// The values that the columns of the contracts have; others stand as they are.
std::string groupName(const CardWriter& card, const std::string& value)
{
    if (value == "adult") {
        return card.pick("adult", "yetişkin");
    }
    if (value == "pediatric") {
        return card.pick("pediatric", "çocuk");
    }
    return value == "unknown" ? card.pick("unknown", "bilinmiyor") : value;
}

} // namespace

void writeCardMetrics(CardWriter& card, const json& metrics)
{
    card.tableStart({card.pick("measure", "ölçüt"),
                     card.pick("value (95 % interval)", "değer (%95 güven aralığı)")});
    card.row({card.pick("images", "görüntü"), std::to_string(valueOr(metrics, "images", 0))});
    card.row({card.pick("accuracy", "doğruluk"), card.figure(metrics, "accuracy")});
    card.row({card.pick("balanced accuracy", "dengeli doğruluk"),
              card.figure(metrics, "balanced_accuracy")});
    card.row({card.pick("macro AUC", "makro AUC"), card.figure(metrics, "macro_auc")});
    card.row({card.pick("calibration error (ECE)", "kalibrasyon hatası (ECE)"),
              card.figure(metrics, "ece")});
    card.row({card.pick("Brier score", "Brier skoru"), card.figure(metrics, "brier")});
    card.line("");
    card.tableStart({card.pick("finding", "bulgu"), card.pick("images", "görüntü"),
                     card.pick("sensitivity", "duyarlılık"), card.pick("specificity", "özgüllük"),
                     "AUC"});
    for (const json& one : valueOr(metrics, "classes", json::array())) {
        card.row({card.pick(labelName(valueOr(one, "label", ""))),
                  std::to_string(valueOr(one, "support", 0)), card.figure(one, "recall"),
                  card.figure(one, "specificity"), card.figure(one, "auc")});
    }
    const json against = valueOr(metrics, "against_negative", json::object());
    if (!against.empty()) {
        card.line("");
        card.tableStart({card.pick("against the normal ones", "normallere karşı"),
                         card.pick("images", "görüntü"), "AUC"});
        for (const auto& [label, one] : against.items()) {
            card.row({label == "any" ? card.pick("any finding", "herhangi bir bulgu")
                                     : card.pick(labelName(label)),
                      std::to_string(valueOr(one, "images", 0)), card.figure(one, "auc")});
        }
    }
    const json groups = valueOr(metrics, "groups", json::object());
    for (const auto& [column, values] : groups.items()) {
        card.line("");
        card.tableStart({columnName(card, column), card.pick("images", "görüntü"),
                         card.pick("accuracy", "doğruluk"), card.pick("macro AUC", "makro AUC")});
        for (const auto& [value, group] : values.items()) {
            card.row({groupName(card, value), std::to_string(valueOr(group, "images", 0)),
                      card.figure(group, "accuracy"), card.figure(group, "macro_auc")});
        }
    }
}

namespace {

struct Named {
    const char *key, *en, *tr;
};

void writeShortcuts(CardWriter& card, const json& values)
{
    card.heading(kShortcutSection);
    card.line(card.pick("Does the model look at the lungs, or at what only tells the hospital? An "
                        "AUC of 0.5 is chance. The lungs were found by the program's lung finder.",
                        "Model akciğerlere mi bakıyor, yoksa yalnızca hastaneyi ele veren şeylere "
                        "mi? 0,5 AUC rastlantıdır. Akciğerleri programın akciğer bulucusu buldu."));
    const bool hasSecond = values.contains("second_input_region");
    if (hasSecond) {
        card.line(card.pick(
            "The first network's input is cut to the rectangle of the lungs, the second one's is "
            "the whole image. The AUCs are of both together on images changed alike; the heatmap "
            "is the first one's.",
            "Birinci ağın girdisi akciğerlerin dikdörtgenine kırpılır, ikincisininki görüntünün "
            "tamamıdır. AUC değerleri, aynı biçimde değiştirilmiş görüntülerde ikisinin ortak "
            "sonucudur; ısı haritası birincisinindir."));
    } else if (valueOr(values, "input_region", "") == "lungs") {
        card.line(
            card.pick("The model's input is cut to the rectangle of the lungs before anything "
                      "else; all tests, and the heatmap's energy, are of that input.",
                      "Modelin girdisi her şeyden önce akciğerlerin dikdörtgenine kırpılır; "
                      "bütün sınamalar ve ısı haritasının enerjisi bu girdi içindir."));
    }
    card.line("");
    card.tableStart({card.pick("test", "sınama"), card.pick("images", "görüntü"),
                     card.pick("macro AUC (95 % interval)", "makro AUC (%95 güven aralığı)")});
    constexpr std::array<Named, 5> views{
        {{"whole", "input unchanged", "değiştirilmemiş girdi"},
         {"lungs_black", "lungs black (at most 0.70)", "akciğerler siyah (sınır 0,70)"},
         {"border_only", "border alone (at most 0.70)", "yalnızca kenar (sınır 0,70)"},
         {"lungs_alone", "lungs alone", "yalnızca akciğerler"},
         {"lung_crop", "cut to the lungs", "akciğerlere kırpılmış"}}};
    for (const Named& view : views) {
        const json one = valueOr(values, view.key, json::object());
        card.row({card.pick(view.en, view.tr), std::to_string(valueOr(one, "images", 0)),
                  card.figure(one, "macro_auc")});
    }
    card.line("");
    card.tableStart({card.pick("measure", "ölçüt"), card.pick("value", "değer")});
    card.row({card.pick("AUC of the source, told from the features",
                        "özniteliklerden kaynağı ayırt etme AUC değeri"),
              card.figure(values, "source_auc")});
    card.row({card.pick("the same among images of one class (at most 0.80)",
                        "aynısı, tek sınıfın görüntüleri içinde (sınır 0,80)"),
              card.figure(values, "source_auc_within_class")});
    if (hasSecond) {
        card.row({card.pick("the two for the second network", "ikinci ağ için bu iki değer"),
                  card.figure(values, "second_source_auc") + "; " +
                      card.figure(values, "second_source_auc_within_class")});
    }
    const json heatmap = valueOr(values, "heatmap", json::object());
    card.row({card.pick("share of the lungs in the input, median",
                        "akciğerlerin girdideki payı, ortanca"),
              card.figure(heatmap, "lung_share")});
    const json energy = valueOr(heatmap, "energy_in_lungs", json::object());
    for (const auto& [method, value] : energy.items()) {
        card.row(
            {fmt::format(fmt::runtime(card.pick(
                             "energy of the raw heatmap inside the lungs, median, {}",
                             "ham ısı haritasının akciğer içindeki enerjisi, ortanca, {}")),
                         method),
             fmt::format(fmt::runtime(card.pick("{} ({} maps are empty)", "{} ({} harita boş)")),
                         card.figure(energy, method),
                         valueOr(valueOr(heatmap, "empty_maps", json::object()), method, 0))});
    }
    card.row({card.pick("rank correlation with the heatmap of random weights, median",
                        "rastgele ağırlıkların ısı haritasıyla sıra korelasyonu, ortanca"),
              card.figure(heatmap, "random_weights_correlation")});
    for (const json& warning : valueOr(values, "warnings", json::array())) {
        card.line("");
        card.line(fmt::format(fmt::runtime(card.pick("Warning: `{}` is {}, the limit is {}.",
                                                     "Uyarı: `{}` {}, sınır {}.")),
                              valueOr(warning, "test", ""), card.figure(warning, "value"),
                              card.figure(warning, "limit")));
    }
}

void writeUnseen(CardWriter& card, const json& values)
{
    card.heading(kUnseenSection);
    card.line(card.pick("Every image was judged by a model of the same recipe that was trained "
                        "without its source: this is nearer to what another hospital may expect "
                        "than the test images are.",
                        "Her görüntüyü, aynı tarifle kendi kaynağı olmadan eğitilen bir model "
                        "değerlendirdi: başka bir hastanenin bekleyebileceğine, sınama "
                        "görüntülerinden daha yakındır."));
    std::string settings;
    for (const json& setting : valueOr(values, "settings", json::array())) {
        settings +=
            fmt::format("{}`{}`", settings.empty() ? "" : ", ",
                        setting.is_string() ? setting.get<std::string>() : jsonText(setting));
    }
    if (!settings.empty()) {
        card.line(card.pick("Changed in the recipe for these models: ",
                            "Bu modeller için tarifte değiştirilenler: ") +
                  settings);
    }
    card.line("");
    writeCardMetrics(card, values);
}

/// The card with the measurement before its limits, in the place of an earlier one.
std::string recordedIn(bool isTurkish, std::string card, LaterMeasurement kind, const json& values)
{
    const bool isShortcuts = kind == LaterMeasurement::Shortcuts;
    CardWriter section(isTurkish);
    if (isShortcuts) {
        writeShortcuts(section, values);
    } else {
        writeUnseen(section, values);
    }
    const std::string old = section.headingLine(isShortcuts ? kShortcutSection : kUnseenSection);
    return withSection(withoutSection(std::move(card), old), section.text(),
                       section.headingLine(kLimitsSection));
}

/// The card in a file with the measurement.
Result<std::string> changedCard(const fs::path& file, bool isTurkish, LaterMeasurement kind,
                                const json& values)
{
    NEFES_TRY(std::string card, readTextFile(file, kMaxCardBytes));
    card = recordedIn(isTurkish, std::move(card), kind, values);
    if (card.size() > kMaxCardBytes) {
        return fail(ErrorCode::FileTooLarge, "the model card could not be read again");
    }
    return card;
}

} // namespace

std::string withoutSection(std::string card, const std::string& heading)
{
    if (const std::size_t old = card.find(heading); old != std::string::npos) {
        const std::size_t next = card.find("\n## ", old + heading.size());
        card.erase(old, next == std::string::npos ? std::string::npos : next - old);
    }
    return card;
}

std::string withSection(std::string card, const std::string& section, const std::string& limits)
{
    const std::size_t place = card.find(limits);
    return place == std::string::npos ? card + section : card.insert(place, section);
}

Result<void> recordMeasurement(const fs::path& package, LaterMeasurement kind, const json& values)
{
    const bool isShortcuts = kind == LaterMeasurement::Shortcuts;
    const char* wanted = isShortcuts ? "lungs_black" : "macro_auc";
    if (!values.is_object() || !values.contains(wanted)) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("no \"{}\": is it the JSON that evaluate wrote?", wanted));
    }
    NEFES_TRY(const auto opened, openModelPackage(package));
    ModelDescription model = opened->description;
    const json measured = valueOr(values, "model", json::object());
    const json own = modelIdentity(model);
    if (isShortcuts && !measured.empty() &&
        (valueOr(measured, "sha256", "") != valueOr(own, "sha256", "") ||
         valueOr(measured, "second_sha256", "") != valueOr(own, "second_sha256", ""))) {
        return fail(ErrorCode::InvalidArgument, "the shortcut tests were made of other weights");
    }
    if (!model.metrics.is_object()) {
        model.metrics = json::object();
    }
    model.metrics[isShortcuts ? "shortcuts" : "unseen"] = values;
    NEFES_TRY(const std::string english, changedCard(package / kCardEnglish, false, kind, values));
    NEFES_TRY(const std::string turkish, changedCard(package / kCardTurkish, true, kind, values));
    // A link and "." cannot be renamed; what they stand for can.
    std::error_code error;
    const fs::path folder = fs::canonical(package, error);
    return writeFolderAtomically(folder, [&](const fs::path& target) -> Result<void> {
        NEFES_CHECK(copyPackageFiles(folder, target));
        NEFES_CHECK(writeFileAtomically(target / kCardEnglish, english));
        NEFES_CHECK(writeFileAtomically(target / kCardTurkish, turkish));
        return writeFileAtomically(target / kModelFile, jsonText(modelToJson(model), 2) + "\n");
    });
}

} // namespace nefes::ml
