// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/model_card.h"

#include "ml/card_sections.h"
#include "ml/card_writer.h"
#include "ml/json_object.h"
#include "ml/label_names.h"
#include "ml/trained_recipe.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace nefes::ml {
namespace {

using nlohmann::json;

/// Licence without the remarks in brackets behind it.
std::string shortLicence(const std::string& licence)
{
    // The origin of a single image ("; https://…", " (…)") is no part of its terms.
    return licence.substr(0, std::min(licence.find(" ("), licence.find("; http")));
}

std::map<std::string, std::set<std::string>> licencesBySource(const SampleStore& store)
{
    std::map<std::string, std::set<std::string>> result;
    for (const SampleInfo& sample : store.samples()) {
        if (!sample.licence.empty()) {
            result[sample.source].insert(shortLicence(sample.licence));
        }
    }
    return result;
}

void writeHead(CardWriter& card, const ModelDescription& model)
{
    card.line(fmt::format("# {} ({} {})", card.pick(model.title), model.id, model.version));
    card.line("");
    const LocalisedText sentence = disclaimer();
    card.line("**" + card.pick(sentence) + "**");
    card.heading("Intended use", "Kullanım amacı");
    card.line(card.pick(model.intendedUse));
}

void writeLabels(CardWriter& card, const ModelDescription& model)
{
    card.heading("Findings and thresholds", "Bulgular ve eşikler");
    card.tableStart({card.pick("finding", "bulgu"), card.pick("threshold", "eşik"),
                     card.pick("indeterminate", "belirsiz bölge")});
    for (const ModelLabel& label : model.labels) {
        card.row({card.pick(label.name), label.threshold ? card.number(*label.threshold) : "–",
                  label.indeterminate ? card.number(label.indeterminate->first) + "–" +
                                            card.number(label.indeterminate->second)
                                      : "–"});
    }
    card.line("");
    if (valueOr(model.training, "thresholds_by_hand", false)) {
        card.line(card.pick("At least one threshold was set by hand when the model was published.",
                            "En az bir eşik, model yayımlanırken elle belirlendi."));
        return;
    }
    card.line(card.pick(
        "Thresholds maximise sensitivity + specificity on the validation images; between the two "
        "ends of the indeterminate zone the program decides nothing.",
        "Eşikler doğrulama görüntülerinde duyarlılık + özgüllük toplamını en büyük yapar; belirsiz "
        "bölgenin iki ucu arasında program karar vermez."));
}

void writeData(CardWriter& card, const SampleStore& store)
{
    card.heading(kDataSection);
    std::map<std::pair<std::string, std::string>, std::array<int, 3>> counts;
    std::set<std::string> patients;
    for (const SampleInfo& sample : store.samples()) {
        const std::string& label = store.classes()[static_cast<std::size_t>(sample.label)];
        ++counts[{label, sample.source}][static_cast<std::size_t>(sample.split)];
        if (!sample.patient.empty()) {
            patients.insert(sample.patient);
        }
    }
    card.tableStart({card.pick("finding", "bulgu"), card.pick("source", "kaynak"),
                     card.pick("training", "eğitim"), card.pick("validation", "doğrulama"),
                     card.pick("test", "sınama")});
    for (const auto& [key, splits] : counts) {
        card.row({card.pick(labelName(key.first)), key.second.empty() ? "–" : key.second,
                  std::to_string(splits[0]), std::to_string(splits[1]), std::to_string(splits[2])});
    }
    card.line("");
    card.line(fmt::format(
        fmt::runtime(card.pick("{} images, {} known patients.", "{} görüntü, {} bilinen hasta.")),
        store.samples().size(), patients.size()));
}

void writeResults(CardWriter& card, const ModelDescription& model)
{
    const json validation = valueOr(model.metrics, "validation", json::object());
    const json test = valueOr(model.metrics, "test", json::object());
    if (!test.empty()) {
        card.heading(kTestSection);
        writeCardMetrics(card, test);
    }
    if (!validation.empty()) {
        card.heading(kValidationSection);
        card.line(card.pick("The epoch, the temperature and the thresholds were chosen on these "
                            "images, so the figures are optimistic.",
                            "Dönem, sıcaklık ve eşikler bu görüntülerde seçildi; bu nedenle "
                            "değerler iyimserdir."));
        card.line("");
        writeCardMetrics(card, validation);
    }
}

/// Classes that come almost wholly from one source: the network may have learned the source.
void writeSourceWarnings(CardWriter& card, const SampleStore& store)
{
    std::map<std::string, std::map<std::string, int>> counts;
    std::set<std::string> sources;
    for (const SampleInfo& sample : store.samples()) {
        ++counts[store.classes()[static_cast<std::size_t>(sample.label)]][sample.source];
        sources.insert(sample.source);
    }
    if (sources.size() < 2) {
        card.line(card.pick("- All images come from one source; how the model does elsewhere is "
                            "not known.",
                            "- Bütün görüntüler tek kaynaktandır; modelin başka yerde nasıl "
                            "çalışacağı bilinmiyor."));
        return;
    }
    for (const auto& [label, bySource] : counts) {
        int all = 0;
        std::pair<std::string, int> largest;
        for (const auto& [source, count] : bySource) {
            all += count;
            largest = count > largest.second ? std::pair{source, count} : largest;
        }
        if (largest.second * 10 >= all * 7) {
            card.line(fmt::format(
                fmt::runtime(card.pick("- {2:.0f} % of the images of \"{0}\" come from {1}: the "
                                       "model may have learned the source instead of the finding.",
                                       "- \"{0}\" görüntülerinin %{2:.0f} kadarı {1} "
                                       "kaynağındandır: model bulgu yerine kaynağı öğrenmiş "
                                       "olabilir.")),
                card.pick(labelName(label)), largest.first, 100.0 * largest.second / all));
        }
    }
}

void writeLimits(CardWriter& card, const ModelDescription& model, const SampleStore& store)
{
    card.heading(kLimitsSection);
    writeSourceWarnings(card, store);
    card.line(card.pick("- The figures hold for images like those of the table above; other "
                        "hospitals, devices and patients may give worse ones.",
                        "- Değerler yukarıdaki tabloya benzeyen görüntüler için geçerlidir; başka "
                        "hastane, cihaz ve hastalarda daha kötü olabilir."));
    card.line(card.pick("- It knows no finding besides those listed; an image without any of them "
                        "can still be abnormal.",
                        "- Listelenenler dışında bulgu tanımaz; hiçbiri olmayan bir görüntü yine "
                        "de anormal olabilir."));
    card.line(card.pick("- A heatmap shows what weighed in the estimate, not where a disease is.",
                        "- Isı haritası tahminde neyin ağır bastığını gösterir, hastalığın yerini "
                        "değil."));
    if (!model.inputCheck) {
        card.line(card.pick("- The model has no check against unsuitable images of its own.",
                            "- Modelin uygunsuz görüntülere karşı kendi denetimi yoktur."));
    }
}

void writeTraining(CardWriter& card, const ModelDescription& model, const SampleStore& store)
{
    card.heading("Training", "Eğitim");
    card.line(fmt::format(
        fmt::runtime(card.pick("Recipe `{}`, seed {}, epoch {} of {}, {}, LibTorch {}.",
                               "Tarif `{}`, tohum {}, dönem {}/{}, {}, LibTorch {}.")),
        model.id, valueOr(model.training, "seed", std::uint64_t{0}),
        valueOr(model.training, "best_epoch", 0), valueOr(model.training, "epochs", 0),
        valueOr(model.training, "program", ""), valueOr(model.training, "libtorch", "")));
    card.line("");
    card.line(fmt::format("{}: `{}`",
                          card.pick("Digest of the data (SHA-256)", "Verinin özeti (SHA-256)"),
                          store.digest()));
    card.heading("Licences", "Lisanslar");
    const auto licences = licencesBySource(store);
    if (licences.empty()) {
        card.line(card.pick("The data set names no licence.", "Veri kümesi lisans belirtmiyor."));
    }
    for (const auto& [source, names] : licences) {
        card.line(fmt::format("- {}: {}", source.empty() ? "–" : source, fmt::join(names, "; ")));
    }
}

std::string cardIn(bool isTurkish, const ModelDescription& model, const SampleStore& store)
{
    CardWriter card(isTurkish);
    writeHead(card, model);
    writeLabels(card, model);
    writeData(card, store);
    writeResults(card, model);
    writeLimits(card, model, store);
    writeTraining(card, model, store);
    return card.text();
}

/// Which networks judge together, and what of an answer is the first one's alone.
void writeNetworks(CardWriter& card, const ModelDescription& model, const ModelDescription& second)
{
    card.heading(kNetworksSection);
    card.line(card.pick("Two networks judge every image; the mean of their logits becomes the "
                        "probability.",
                        "Her görüntüyü iki ağ değerlendirir; logitlerinin ortalaması olasılığa "
                        "dönüştürülür."));
    card.line("");
    card.tableStart({card.pick("network", "ağ"), card.pick("recipe", "tarif"),
                     card.pick("input", "girdi"), card.pick("epoch", "dönem")});
    const auto row = [&card](const char* name, const ModelDescription& one) {
        const bool isOfLungs = one.input.area == InputArea::Lungs;
        const auto recipe = trainedRecipe(one);
        card.row({name, fmt::format("`{}`", recipe ? recipe->id : one.id),
                  fmt::format("{}, {} × {}",
                              isOfLungs ? card.pick("the lungs", "akciğerler")
                                        : card.pick("the whole image", "görüntünün tamamı"),
                              one.input.width, one.input.height),
                  fmt::format("{}/{}", valueOr(one.training, "best_epoch", 0),
                              valueOr(one.training, "epochs", 0))});
    };
    row(card.pick("first", "birinci"), model);
    row(card.pick("second", "ikinci"), second);
    card.line("");
    card.line(card.pick(
        "The heatmap, the similar training cases and the distance from the training images "
        "are the first network's: the heatmap does not show where the second one "
        "looked.",
        "Isı haritası, benzer eğitim vakaları ve eğitim görüntülerine uzaklık birinci "
        "ağındır: ısı haritası ikinci ağın nereye baktığını göstermez."));
}

std::string jointIn(bool isTurkish, std::string card, const ModelDescription& model,
                    const ModelDescription& second)
{
    CardWriter sections(isTurkish);
    for (const CardHeading& old :
         {kTestSection, kValidationSection, kNetworksSection, kShortcutSection, kUnseenSection}) {
        card = withoutSection(std::move(card), sections.headingLine(old));
    }
    writeResults(sections, model);
    writeNetworks(sections, model, second);
    return withSection(std::move(card), sections.text(), sections.headingLine(kLimitsSection));
}

/// Written anew up to the section about the data.
std::string withHead(bool isTurkish, const std::string& card, const ModelDescription& model)
{
    CardWriter head(isTurkish);
    writeHead(head, model);
    writeLabels(head, model);
    const std::size_t data = card.find(head.headingLine(kDataSection));
    return data == std::string::npos ? card : head.text() + card.substr(data);
}

} // namespace

LocalisedText withCardHead(const LocalisedText& card, const ModelDescription& model)
{
    return {withHead(false, card.en, model), withHead(true, card.tr, model)};
}

LocalisedText withJointResults(const LocalisedText& card, const ModelDescription& model,
                               const ModelDescription& second)
{
    return withCardHead(
        {jointIn(false, card.en, model, second), jointIn(true, card.tr, model, second)}, model);
}

LocalisedText disclaimer()
{
    return {"AI estimate, not a diagnosis.", "Yapay zekâ tahminidir, tanı değildir."};
}

LocalisedText withDisclaimer(const LocalisedText& card)
{
    const auto said = [](const std::string& text, const std::string& sentence) {
        return text.find(sentence) == std::string::npos ? "**" + sentence + "**\n\n" + text : text;
    };
    const LocalisedText sentence = disclaimer();
    return {said(card.en, sentence.en), said(card.tr, sentence.tr)};
}

LocalisedText modelCard(const ModelDescription& model, const SampleStore& store)
{
    return {cardIn(false, model, store), cardIn(true, model, store)};
}

LocalisedText intendedUse()
{
    return {"For research and teaching: an estimate beside the judgement of a physician. It is no "
            "medical device and must not be used to diagnose or to treat.",
            "Araştırma ve eğitim içindir: bir hekimin değerlendirmesinin yanında bir tahmindir. "
            "Tıbbi cihaz değildir; tanı veya tedavi için kullanılamaz."};
}

std::string licenceOf(const SampleStore& store)
{
    std::string text = "Weights learned from images under:";
    const auto licences = licencesBySource(store);
    for (const auto& [source, names] : licences) {
        text += fmt::format(" {}: {}.", source.empty() ? "–" : source, fmt::join(names, "; "));
    }
    return licences.empty() ? "The data set names no licence." : text;
}

} // namespace nefes::ml
