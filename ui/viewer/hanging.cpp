// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/hanging.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

namespace nefes::ui {

namespace {

using Spot = std::optional<HungImage>;

/// The first frontal and the first lateral radiograph of a study.
struct Views {
    Spot frontal, lateral;
    std::string bodyPart;
    [[nodiscard]] bool isEmpty() const { return !frontal && !lateral; }
};

bool isRadiograph(const study::Series& series)
{
    return !series.isObject() && (series.modality == "CR" || series.modality == "DX");
}

/// ASCII capitals; DICOM codes hold nothing else.
std::string capitals(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char letter) {
        return static_cast<char>(std::toupper(letter));
    });
    return text;
}

Views viewsOf(const study::Study& study, std::size_t patient, std::size_t index)
{
    Views views;
    for (std::size_t series = 0; series < study.series.size(); ++series) {
        if (!isRadiograph(study.series[series])) {
            continue;
        }
        std::size_t image = 0;
        for (const FileSummary& file : study.series[series].files) {
            Spot& spot =
                projectionOf(file.text) == Projection::Lateral ? views.lateral : views.frontal;
            if (!spot) {
                spot = HungImage{.series = {.patient = patient, .study = index, .series = series},
                                 .image = image};
            }
            if (views.bodyPart.empty()) {
                views.bodyPart = file.text.bodyPart;
            }
            image += static_cast<std::size_t>(std::max(file.frameCount, 1));
        }
    }
    return views;
}

bool isComparable(const Views& a, const Views& b)
{
    return !a.isEmpty() && !b.isEmpty() &&
           (a.bodyPart.empty() || b.bodyPart.empty() || a.bodyPart == b.bodyPart);
}

Hanging sideBySide(const Views& current, const Views& prior)
{
    const bool hasFrontal = current.frontal || prior.frontal;
    const bool hasLateral = current.lateral || prior.lateral;
    if (hasFrontal && hasLateral) {
        return {.layout = {.rows = 2, .columns = 2},
                .cells = {current.frontal, prior.frontal, current.lateral, prior.lateral},
                .hasPrior = true};
    }
    return {.layout = {.rows = 1, .columns = 2},
            .cells = hasFrontal ? std::vector{current.frontal, prior.frontal}
                                : std::vector{current.lateral, prior.lateral},
            .hasPrior = true};
}

Hanging alone(const Views& views)
{
    if (views.frontal && views.lateral) {
        return {.layout = {.rows = 1, .columns = 2}, .cells = {views.frontal, views.lateral}};
    }
    return {.layout = {}, .cells = {views.frontal ? views.frontal : views.lateral}};
}

} // namespace

Projection projectionOf(const ImageText& text)
{
    const std::string view = capitals(text.viewPosition);
    const auto contains = [](std::string_view words, std::string_view part) {
        return words.find(part) != std::string_view::npos;
    };
    if (!view.empty()) {
        const bool isLateral =
            view == "LL" || view == "RL" || view == "LLD" || view == "RLD" || contains(view, "LAT");
        return isLateral ? Projection::Lateral : Projection::Frontal;
    }
    const std::string words = capitals(text.seriesDescription);
    constexpr std::array<std::string_view, 3> kLateral{"LAT", "YAN", "PROFIL"};
    return std::ranges::any_of(kLateral,
                               [&](std::string_view part) { return contains(words, part); })
               ? Projection::Lateral
               : Projection::Frontal;
}

std::optional<Hanging> hangRadiographs(const std::vector<study::Patient>& patients,
                                       const SeriesAddress& current)
{
    if (current.patient >= patients.size() ||
        current.study >= patients[current.patient].studies.size() ||
        current.series >= patients[current.patient].studies[current.study].series.size()) {
        return std::nullopt;
    }
    const std::vector<study::Study>& studies = patients[current.patient].studies;
    if (!isRadiograph(studies[current.study].series[current.series])) {
        return std::nullopt;
    }
    const Views own = viewsOf(studies[current.study], current.patient, current.study);
    // Pictures without a patient are not the priors of each other.
    const study::Patient& patient = patients[current.patient];
    if (!patient.id.empty() || !patient.name.empty()) {
        // Studies stand newest first: the next older one is the prior.
        for (std::size_t other = current.study + 1; other < studies.size(); ++other) {
            const Views prior = viewsOf(studies[other], current.patient, other);
            if (isComparable(own, prior)) {
                return sideBySide(own, prior);
            }
        }
        for (std::size_t other = current.study; other-- > 0;) {
            const Views newer = viewsOf(studies[other], current.patient, other);
            if (isComparable(newer, own)) {
                return sideBySide(newer, own);
            }
        }
    }
    return alone(own);
}

} // namespace nefes::ui
