// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image_reader.h"
#include "core/image/presentation_state.h"

#include <QString>

namespace nefes::ui {

/// A DICOMDIR names files and is none that people read.
inline constexpr const char* kDicomdirClass = "1.2.840.10008.1.3.10";

/// What the window does with an object without pixels.
enum class ObjectKind { Report, Document, PresentationState, Other };

[[nodiscard]] ObjectKind objectKind(const std::string& sopClassUid);

/// The kind in words of the current language: "Structured report", "PDF document", "ECG".
[[nodiscard]] QString objectText(const std::string& sopClassUid);

/// What tells a presentation state from others of the same image: label, description, date.
[[nodiscard]] QString presentationText(const PresentationState& state);

} // namespace nefes::ui
