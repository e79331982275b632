// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

#include <set>
#include <string>

using namespace nefes;

/// What the window says of images that the input check turns away.
class ReasonsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasASentenceOfItsOwn();
    void theGatesLabelsAreReasons();

private:
    [[nodiscard]] static std::set<std::string> gateLabels()
    {
        QFile file(QStringLiteral(NEFES_SOURCE_DIR "/resources/recipes/chest-input.json"));
        std::set<std::string> labels;
        if (!file.open(QIODevice::ReadOnly)) {
            return labels;
        }
        const auto data = nlohmann::json::parse(file.readAll().toStdString()).at("data");
        for (std::size_t i = 0; i < data.at("include").size(); ++i) {
            const nlohmann::json& map = data.at("map")[i];
            for (const std::string label : data.at("include")[i].at("label")) {
                labels.insert(map.value(label, label));
            }
        }
        for (const auto& [change, source] : data.at("derive").items()) {
            labels.insert(change);
        }
        labels.erase(data.at("negative_label").get<std::string>());
        return labels;
    }
};

void ReasonsTest::everyReasonHasASentenceOfItsOwn()
{
    std::set<QString> sentences;
    const std::set<std::string> reasons{
        "blank",     "color", "cropped", "ct_slice",   "incomplete", "inverted",       "lateral",
        "not_chest", "photo", "rotated", "screenshot", "too_small",  "unlike_training"};
    for (const std::string& reason : reasons) {
        const QString sentence = ui::rejectionText(reason);
        QVERIFY(sentence.endsWith(QLatin1Char('.')));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), reasons.size());
    QCOMPARE(ui::rejectionText("of_the_future"), ui::rejectionText("unlike_training"));
}

void ReasonsTest::theGatesLabelsAreReasons()
{
    const std::set<std::string> labels = gateLabels();
    QCOMPARE(labels.size(), std::size_t{8});
    for (const std::string& label : labels) {
        QVERIFY2(ui::rejectionText(label) != ui::rejectionText("unlike_training"), label.c_str());
    }
}

QTEST_MAIN(ReasonsTest)
#include "reasons_test.moc"
