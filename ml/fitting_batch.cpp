// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/fitting_batch.h"

#include <fmt/format.h>

#include <charconv>
#include <system_error>

namespace nefes::ml {
namespace {

constexpr std::string_view kNotFitting = " did not fit, ";
constexpr std::string_view kFitting = " does";
constexpr std::string_view kNoneFits = "no batch size fits: a smaller input or network is needed";

} // namespace

std::string fittingBatchText(int tried, int fitting)
{
    return fmt::format("batch size {}{}{}{}", tried, kNotFitting, fitting, kFitting);
}

std::optional<int> fittingBatchIn(std::string_view detail)
{
    const std::size_t found = detail.find(kNotFitting);
    if (found == std::string_view::npos) {
        return std::nullopt;
    }
    detail.remove_prefix(found + kNotFitting.size());
    int fitting = 0;
    const auto [rest, error] =
        std::from_chars(detail.data(), detail.data() + detail.size(), fitting);
    detail.remove_prefix(static_cast<std::size_t>(rest - detail.data()));
    return error == std::errc() && fitting > 0 && detail.starts_with(kFitting)
               ? std::optional(fitting)
               : std::nullopt;
}

std::string noFittingBatchText()
{
    return std::string(kNoneFits);
}

bool saysThatNoBatchFits(std::string_view detail)
{
    return detail.find(kNoneFits) != std::string_view::npos;
}

} // namespace nefes::ml
