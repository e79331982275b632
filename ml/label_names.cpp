// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/label_names.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace nefes::ml {
namespace {

struct Row {
    const char* id;
    const char* en;
    const char* tr;
};

constexpr std::array<Row, 11> kNames{{
    {"bacterial_pneumonia", "Bacterial pneumonia", "Bakteriyel pnömoni"},
    {"covid", "COVID-19", "COVID-19"},
    {"lung_opacity", "Lung opacity", "Akciğer opasitesi"},
    {"no", "No", "Yok"},
    {"normal", "Normal", "Normal"},
    {"pneumonia", "Pneumonia", "Pnömoni"},
    {"pneumothorax", "Pneumothorax", "Pnömotoraks"},
    {"tuberculosis", "Tuberculosis", "Tüberküloz"},
    {"tumor", "Tumour", "Tümör"},
    {"viral_pneumonia", "Viral pneumonia", "Viral pnömoni"},
    {"yes", "Yes", "Var"},
}};

} // namespace

LocalisedText labelName(const std::string& id)
{
    for (const Row& row : kNames) {
        if (id == row.id) {
            return {row.en, row.tr};
        }
    }
    std::string text = id;
    std::replace(text.begin(), text.end(), '_', ' ');
    if (!text.empty()) {
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    }
    return {text, text};
}

} // namespace nefes::ml
