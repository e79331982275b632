// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/metrics.h"
#include "ml/recipe.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace nefes::ml {

/// A section's name in both languages.
struct CardHeading {
    const char *en, *tr;
};

// Sections that are looked for when a card is changed.
inline constexpr CardHeading kDataSection{"Data", "Veri"};
inline constexpr CardHeading kTestSection{"Results on the test images",
                                          "Sınama görüntülerindeki sonuçlar"};
inline constexpr CardHeading kValidationSection{"Results on the validation images",
                                                "Doğrulama görüntülerindeki sonuçlar"};
inline constexpr CardHeading kNetworksSection{"Two networks", "İki ağ"};
inline constexpr CardHeading kShortcutSection{"Shortcut tests", "Kestirme yol sınamaları"};
inline constexpr CardHeading kUnseenSection{"Results on sources never seen",
                                            "Hiç görülmemiş kaynaklardaki sonuçlar"};
inline constexpr CardHeading kLimitsSection{"Limits", "Sınırlar"};

/// Writes a model card in one language, Markdown; both halves of a text stand side by side in the
/// calls.
class CardWriter
{
public:
    explicit CardWriter(bool isTurkish)
        : m_isTurkish(isTurkish)
    {
    }
    [[nodiscard]] const char* pick(const char* en, const char* tr) const
    {
        return m_isTurkish ? tr : en;
    }
    [[nodiscard]] const std::string& pick(const LocalisedText& text) const
    {
        return m_isTurkish ? text.tr : text.en;
    }
    void heading(const char* en, const char* tr)
    {
        m_text += fmt::format("\n## {}\n\n", pick(en, tr));
    }
    void heading(const CardHeading& name) { heading(name.en, name.tr); }
    /// The line by which a section is found: "\n## Data\n".
    [[nodiscard]] std::string headingLine(const CardHeading& name) const
    {
        return fmt::format("\n## {}\n", pick(name.en, name.tr));
    }
    void line(const std::string& text) { m_text += text + "\n"; }
    void row(const std::vector<std::string>& cells)
    {
        m_text += fmt::format("| {} |\n", fmt::join(cells, " | "));
    }
    void tableStart(const std::vector<std::string>& cells)
    {
        row(cells);
        row(std::vector<std::string>(cells.size(), "---"));
    }
    /// "0.91 (0.88–0.93)", or a dash; decimal comma in Turkish.
    [[nodiscard]] std::string figure(const nlohmann::json& metrics, const std::string& name) const
    {
        std::string text = figureText(metrics, name);
        if (m_isTurkish) {
            std::replace(text.begin(), text.end(), '.', ',');
        }
        return text;
    }
    [[nodiscard]] std::string number(double value) const
    {
        std::string text = fmt::format("{:.2f}", value);
        if (m_isTurkish) {
            std::replace(text.begin(), text.end(), '.', ',');
        }
        return text;
    }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    bool m_isTurkish;
    std::string m_text;
};

} // namespace nefes::ml
