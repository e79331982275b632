// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/input_gate.h"

#include "ml/preprocess.h"
#include "ml/probabilities.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>

namespace nefes::ml {
namespace {

/// Defined terms of Modality (PS3.3 C.7.3.1.1.1) that are no projection radiograph of the chest. OT
/// and SC are left out: films are scanned under them.
constexpr std::array<std::string_view, 14> kOtherModalities{
    "MR", "US", "NM", "PT", "MG", "XA", "IO", "PX", "BMD", "OCT", "OPT", "IVUS", "ECG", "BI"};
constexpr std::array<std::string_view, 5> kVisibleLight{"XC", "ES", "GM", "SM", "OP"};
/// Parts of a body part's name (PS3.16 annex L, and what is typed by hand) that mean the chest.
constexpr std::array<std::string_view, 6> kChest{"CHEST", "THORA", "TORAKS", "LUNG", "AKC", "RIB"};
/// View Position (PS3.3 C.8.11.1) of a lateral projection. LLD and RLD are frontal ones of a
/// patient who lies on the side.
constexpr std::array<std::string_view, 4> kLateral{"LL", "RL", "LAT", "LATERAL"};

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return text;
}

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& values, const std::string& value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

} // namespace

InputGate::InputGate(ModelDescription model, std::unique_ptr<Network> network)
    : m_model(std::move(model))
    , m_network(std::move(network))
{
}

Result<std::unique_ptr<InputGate>> InputGate::create(Backend& backend, const ModelPackage& package,
                                                     DeviceChoice device)
{
    NEFES_TRY(auto network, backend.loadNetwork(package, device));
    return std::unique_ptr<InputGate>(new InputGate(package.description, std::move(network)));
}

Result<GateVerdict> InputGate::judge(const GrayPlane& rendered, const PlaneOperations& operations)
{
    const GrayPlane plane = inputPlane(rendered, m_model.input, operations);
    NEFES_TRY(const auto output, m_network->run(normalise(plane, m_model.input), std::nullopt));
    if (output.logits.size() != static_cast<std::size_t>(m_model.outputs) ||
        !std::all_of(output.logits.begin(), output.logits.end(),
                     [](float logit) { return std::isfinite(logit); })) {
        return fail(ErrorCode::ModelDamaged, "the gate's output is not finite");
    }
    const std::vector<double> values =
        probabilities(output.logits, m_model.calibration.temperature);
    GateVerdict verdict;
    double highest = -1.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (m_model.labels[i].id == m_model.negativeLabel) {
            continue;
        }
        verdict.notAccepted += values[i]; // not 1 − P: the sum keeps small values exact
        if (values[i] > highest) {
            highest = values[i];
            verdict.label = m_model.labels[i].id;
        }
    }
    return verdict;
}

std::string claimOfAttributes(const ImageText& text)
{
    const std::string modality = upper(text.modality);
    if (modality == "CT") {
        return "ct_slice";
    }
    if (contains(kVisibleLight, modality)) {
        return "photo";
    }
    if (contains(kOtherModalities, modality)) {
        return "not_chest";
    }
    const std::string part = upper(text.bodyPart);
    if (!part.empty() && std::none_of(kChest.begin(), kChest.end(), [&part](auto name) {
            return part.find(name) != std::string::npos;
        })) {
        return "not_chest";
    }
    return contains(kLateral, upper(text.viewPosition)) ? "lateral" : "";
}

double limitWithClaim(double limit, std::string_view claim)
{
    return claim.empty() ? limit : limit / 2.0;
}

std::string refusalReason(const GateVerdict& verdict, const ModelDescription& gate, double limit,
                          const std::string& claim)
{
    if (verdict.notAccepted > limit) {
        return verdict.label;
    }
    if (verdict.notAccepted <= limitWithClaim(limit, claim)) {
        return {};
    }
    const bool isKnown =
        std::any_of(gate.labels.begin(), gate.labels.end(),
                    [&claim](const ModelLabel& label) { return label.id == claim; });
    return isKnown ? claim : verdict.label;
}

} // namespace nefes::ml
