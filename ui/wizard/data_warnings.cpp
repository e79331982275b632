// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/data_warnings.h"

#include "core/base/files.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/wizard/glossary.h"
#include "ui/wizard/section.h"

#include <QCoreApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <map>

namespace nefes::ui {

namespace {

constexpr int kIconSize = 20;
constexpr int kListedFiles = 8;
/// As ml::summarise: fewer images of a class say little.
constexpr double kEnoughImages = 20.0;
constexpr double kLargestShare = 0.3;
constexpr double kUsualShare = 0.15;

/// The translation context of these sentences.
struct Advice {
    Q_DECLARE_TR_FUNCTIONS(DataAdvice)
};

/// Leaves files out, each in its folder.
void leaveOut(ml::DataSettings& settings,
              const std::vector<std::pair<std::size_t, std::string>>& places,
              std::size_t folderCount)
{
    if (settings.selections.size() != folderCount) {
        const ml::DataSelection first =
            settings.selections.empty() ? ml::DataSelection{} : settings.selections.front();
        settings.selections.assign(folderCount, first);
    }
    for (const auto& [folder, file] : places) {
        auto& files = settings.selections[folder].exclude["file"];
        if (std::ranges::count(files, file) == 0) {
            files.push_back(file);
        }
    }
}

/// What the warning is about, for those who meet the word for the first time.
QString explainAdvice(const QString& code)
{
    static const std::map<QString, Term> terms{
        {QStringLiteral("patient_in_two_splits"), Term::Leakage},
        {QStringLiteral("near_duplicates_across_splits"), Term::NearDuplicate},
        {QStringLiteral("class_from_one_source"), Term::Source},
        {QStringLiteral("mixed_polarity"), Term::Polarity},
        {QStringLiteral("tiny_split"), Term::Split}};
    const auto found = terms.find(code);
    return found == terms.end() ? QString() : explainTerm(found->second);
}

QString splitText(ml::Split split)
{
    switch (split) {
    case ml::Split::Train:
        return Advice::tr("training");
    case ml::Split::Validation:
        return Advice::tr("validation");
    case ml::Split::Test:
        return Advice::tr("test");
    }
    return {};
}

class Adviser
{
public:
    Adviser(const SelectedData& data, const ml::DataSettings& settings, std::size_t folderCount)
        : m_data(data)
        , m_settings(settings)
        , m_folderCount(folderCount)
    {
    }

    std::vector<DataAdvice> advise()
    {
        std::map<ml::Split, std::vector<const ml::DatasetWarning*>> tiny;
        for (const ml::DatasetWarning& warning : m_data.warnings) {
            if (warning.code == "tiny_split" && warning.split) {
                tiny[*warning.split].push_back(&warning);
            } else {
                add(warning);
            }
        }
        for (const auto& [split, warnings] : tiny) {
            addTinySplit(split, warnings);
        }
        return std::move(m_advice);
    }

private:
    void add(const ml::DatasetWarning& warning)
    {
        DataAdvice advice;
        advice.code = fromUtf8(warning.code);
        if (warning.code == "unreadable_files") {
            describeUnreadable(warning, advice);
        } else if (warning.code == "patient_in_two_splits") {
            advice.text = Advice::tr("%n patient(s) have images in more than one split. The "
                                     "network could recognise them, and the results would look "
                                     "better than they are.",
                                     nullptr, warning.count);
            advice.fixText = Advice::tr("Keep patients together");
            advice.fix = [](ml::DataSettings& settings) {
                settings.groupBy = "patient";
                settings.useFixedSplits = false;
            };
        } else if (warning.code == "near_duplicates_across_splits") {
            advice.text = Advice::tr("%n pair(s) of images in different splits look almost the "
                                     "same, such as %1 and %2.",
                                     nullptr, warning.count)
                              .arg(fromUtf8(warning.example), fromUtf8(warning.otherExample));
            offerLeavingOut(warning, advice);
        } else if (warning.code == "class_from_one_source") {
            advice.text =
                Advice::tr("%1 of %2 images of \"%3\" come from one source (%4). The network can "
                           "learn to tell the source instead of the finding.")
                    .arg(QLocale().toString(warning.count), QLocale().toString(warning.total),
                         fromUtf8(warning.label), fromUtf8(warning.source));
            advice.detail = Advice::tr("Add images of this class from other sources, or of the "
                                       "other classes from this one; source adjustment (in "
                                       "Preprocess and augment) weakens this. Look at the results "
                                       "by source in the step Evaluate.");
        } else if (warning.code == "mixed_polarity") {
            advice.text = Advice::tr("%n image(s) look like negatives of the others: black and "
                                     "white are swapped, such as in %1.",
                                     nullptr, warning.count)
                              .arg(fromUtf8(warning.example));
            offerLeavingOut(warning, advice);
        } else {
            advice.text = fromUtf8(warning.text);
        }
        m_advice.push_back(std::move(advice));
    }

    void offerLeavingOut(const ml::DatasetWarning& warning, DataAdvice& advice) const
    {
        std::vector<std::pair<std::size_t, std::string>> places;
        places.reserve(warning.samples.size());
        for (const std::size_t sample : warning.samples) {
            places.push_back(m_data.places[sample]);
        }
        advice.fixText =
            Advice::tr("Leave out %n image(s)", nullptr, static_cast<int>(places.size()));
        advice.fix = [places, count = m_folderCount](ml::DataSettings& settings) {
            leaveOut(settings, places, count);
        };
    }

    void describeUnreadable(const ml::DatasetWarning& warning, DataAdvice& advice) const
    {
        advice.text = Advice::tr("%n file(s) cannot be read. Training leaves them out.", nullptr,
                                 warning.count);
        QStringList lines;
        for (const auto& [path, error] : m_data.unreadable) {
            if (lines.size() == kListedFiles) {
                lines << QStringLiteral("…");
                break;
            }
            lines << Advice::tr("%1: %2", "file: reason")
                         .arg(fromUtf8(toUtf8(path.filename())), errorText(error.code));
        }
        advice.detail = lines.join(QLatin1Char('\n'));
    }

    void addTinySplit(ml::Split split, const std::vector<const ml::DatasetWarning*>& warnings)
    {
        QStringList counts;
        for (const ml::DatasetWarning* warning : warnings) {
            counts << Advice::tr("%1 of \"%2\"", "count, class")
                          .arg(QLocale().toString(warning->count), fromUtf8(warning->label));
        }
        DataAdvice advice;
        advice.code = QStringLiteral("tiny_split");
        const QString list = counts.join(QStringLiteral(", "));
        if (split == ml::Split::Train) {
            advice.text = Advice::tr("There are few images to learn from: %1. More images help "
                                     "more than any setting.")
                              .arg(list);
        } else {
            advice.text = Advice::tr("The split for %1 has few images: %2. One image more or less "
                                     "right changes its figures a lot.")
                              .arg(splitText(split), list);
            offerLargerSplit(split, advice);
        }
        m_advice.push_back(std::move(advice));
    }

    /// Images of the class that has the fewest besides the test images, or of all.
    [[nodiscard]] double fewestImages(ml::Split split) const
    {
        std::map<std::string, int> counts;
        for (const ml::DatasetEntry& entry : m_data.dataset.entries) {
            counts[entry.label] += entry.split == split || entry.split == ml::Split::Train ? 1 : 0;
        }
        int fewest = counts.empty() ? 0 : counts.begin()->second;
        for (const auto& [label, count] : counts) {
            fewest = std::min(fewest, count);
        }
        return fewest;
    }

    void offerLargerSplit(ml::Split split, DataAdvice& advice) const
    {
        const bool isFixed = m_settings.useFixedSplits && m_data.fixedSplits.contains(split);
        const double fewest = fewestImages(split);
        const double needed = fewest > 0.0 ? std::ceil(kEnoughImages / fewest * 20.0) / 20.0 : 1.0;
        const double share = split == ml::Split::Test ? m_settings.test : m_settings.validation;
        const double wanted = std::clamp(std::max(needed, kUsualShare), share, kLargestShare);
        if (!isFixed && (share <= 0.0 || wanted <= share + 0.001)) {
            advice.detail = Advice::tr("Only more images can mend this.");
            return;
        }
        advice.fixText = isFixed ? Advice::tr("Draw a new one from the training images")
                                 : Advice::tr("Take %1 instead of %2", "shares")
                                       .arg(percentText(wanted), percentText(share));
        if (isFixed) {
            advice.detail = Advice::tr("The images of the old one are left out.");
        }
        advice.fix = [split, wanted, isFixed](ml::DataSettings& settings) {
            double& target = split == ml::Split::Test ? settings.test : settings.validation;
            const double other = split == ml::Split::Test ? settings.validation : settings.test;
            target = wanted;
            settings.train = std::round((1.0 - target - other) * 100.0) / 100.0;
            if (isFixed) {
                for (ml::DataSelection& selection : settings.selections) {
                    auto& splits = selection.exclude["split"];
                    if (std::ranges::count(splits, ml::splitName(split)) == 0) {
                        splits.emplace_back(ml::splitName(split));
                    }
                }
            }
        };
    }

    const SelectedData& m_data;
    const ml::DataSettings& m_settings;
    std::size_t m_folderCount;
    std::vector<DataAdvice> m_advice;
};

} // namespace

std::vector<DataAdvice> adviseOn(const SelectedData& data, const ml::DataSettings& settings,
                                 std::size_t folderCount)
{
    return Adviser(data, settings, folderCount).advise();
}

DataWarnings::DataWarnings(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
}

void DataWarnings::setAdvice(std::vector<DataAdvice> advice)
{
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (DataAdvice& entry : advice) {
        auto* card = new QFrame(this);
        card->setProperty("card", QStringLiteral("warning"));
        card->setObjectName(QStringLiteral("warning_%1").arg(entry.code));
        card->setAccessibleName(entry.text);
        card->setToolTip(explainAdvice(entry.code));
        auto* icon = new QLabel(card);
        icon->setPixmap(themedIcon(QStringLiteral("warning"))
                            .pixmap(QSize(kIconSize, kIconSize), devicePixelRatioF()));
        auto* text = new QLabel(entry.text, card);
        text->setWordWrap(true);
        auto* words = new QVBoxLayout;
        words->setSpacing(4);
        words->addWidget(text);
        if (!entry.detail.isEmpty()) {
            auto* detail = roleLabel("secondary", card);
            detail->setText(entry.detail);
            detail->setWordWrap(true);
            words->addWidget(detail);
        }
        auto* layout = new QHBoxLayout(card);
        layout->setContentsMargins(12, 10, 12, 10);
        layout->setSpacing(10);
        layout->addWidget(icon, 0, Qt::AlignTop);
        layout->addLayout(words, 1);
        if (entry.fix) {
            auto* button = new QPushButton(entry.fixText, card);
            button->setObjectName(QStringLiteral("fix_%1").arg(entry.code));
            button->setAccessibleName(entry.fixText);
            layout->addWidget(button, 0, Qt::AlignVCenter);
            connect(button, &QPushButton::clicked, this,
                    [this, fix = std::move(entry.fix)] { Q_EMIT fixClicked(fix); });
        }
        m_layout->addWidget(card);
    }
    setVisible(!advice.empty());
}

} // namespace nefes::ui
