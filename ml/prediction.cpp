// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/prediction.h"

namespace nefes::ml {

std::string_view decisionName(Decision decision)
{
    switch (decision) {
    case Decision::Above:
        return "above";
    case Decision::Below:
        return "below";
    case Decision::Indeterminate:
        return "indeterminate";
    case Decision::NotAssessed:
        return "not_assessed";
    }
    return "not_assessed";
}

} // namespace nefes::ml
