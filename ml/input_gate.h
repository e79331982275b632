// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/decoded_image.h"
#include "core/image/plane_operations.h"

#include "ml/backend.h"
#include "ml/model_package.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace nefes::ml {

/// What a gate says of an image.
struct GateVerdict {
    double notAccepted = 0.0; ///< probability of anything but the negative label, 0–1
    std::string label;        ///< the most probable of the others
};

/// A package's gate, ready to judge: its negative label ("frontal") is what may go on to the model,
/// the others name what an image is instead. One thread at a time.
class InputGate
{
public:
    /// Backend::loadNetwork's codes. REQUIRES: a negative label.
    [[nodiscard]] static Result<std::unique_ptr<InputGate>>
    create(Backend& backend, const ModelPackage& package, DeviceChoice device);

    /// `rendered` is the image through the display pipeline (renderedPlane), at its own size.
    /// ModelDamaged where the network's output is not finite.
    [[nodiscard]] Result<GateVerdict> judge(const GrayPlane& rendered,
                                            const PlaneOperations& operations);
    [[nodiscard]] const ModelDescription& model() const { return m_model; }

private:
    InputGate(ModelDescription model, std::unique_ptr<Network> network);
    ModelDescription m_model;
    std::unique_ptr<Network> m_network;
};

/// What the attributes of a DICOM file say against a frontal chest radiograph: "ct_slice" (modality
/// CT), "not_chest" (MR, ultrasound …, another body part), "lateral" (view LL, RL), "photo"
/// (visible light); empty where they say nothing against it or nothing at all.
[[nodiscard]] std::string claimOfAttributes(const ImageText& text);

/// The limit that holds for an image: attributes are wrong often enough that they refuse nothing by
/// themselves, but with them half of the probability is enough.
[[nodiscard]] double limitWithClaim(double limit, std::string_view claim);

/// Why the gate refuses an image; empty where it does not. Its own label where it is sure enough by
/// itself, what the attributes claim where they turned the scale and the gate knows that label.
[[nodiscard]] std::string refusalReason(const GateVerdict& verdict, const ModelDescription& gate,
                                        double limit, const std::string& claim);

} // namespace nefes::ml
