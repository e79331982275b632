// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"

#include "ml/model_package.h"
#include "ml/prediction.h"

#include "ui/services.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace nefes::ui {

/// UTF-8 text of the program as a QString.
[[nodiscard]] inline QString fromUtf8(const std::string& text)
{
    return QString::fromStdString(text);
}

/// "Doe Jane" from "Doe^Jane=…": the first group of the name, blanks between its components.
[[nodiscard]] QString patientNameText(const std::string& dicomName);
/// Whether the image says whose it is, by a name or an ID.
[[nodiscard]] bool namesPatient(const ImageText& text);
/// A date "2026-11-20" in the way of the current language; other text unchanged.
[[nodiscard]] QString dateText(const std::string& isoDate);

/// A number in the way of the current language, without digit groups.
[[nodiscard]] QString numberText(double value, int decimals);
/// A probability in whole percent, as far as it is known: "91%", "under 1%", "over 99%".
[[nodiscard]] QString probabilityText(double probability);
/// A fraction 0–1 in percent.
[[nodiscard]] QString percentText(double fraction, int decimals = 0);

[[nodiscard]] QString decisionText(ml::Decision decision);
/// Why the model must not judge the image, from InputCheck::reason.
[[nodiscard]] QString rejectionText(const std::string& reason);
/// "Grad-CAM", … from Heatmap::method.
[[nodiscard]] QString heatmapMethodText(const std::string& method);
/// "CPU", "GPU (CUDA)" from Analysis::device.
[[nodiscard]] QString deviceText(const std::string& device);

/// Model texts in the current language.
[[nodiscard]] QString localised(const ml::LocalisedText& text);
/// Titles of models to choose from; those of one title have their identifier behind it.
[[nodiscard]] QStringList modelTitles(const std::vector<InstalledModel>& models);
[[nodiscard]] QString labelText(const ml::ModelDescription& model, const std::string& label);

/// The parts that are not empty, with dots between them.
[[nodiscard]] QString joined(QStringList parts);

/// Text of a file as a tool tip: Qt would show what looks like HTML as such.
[[nodiscard]] QString plainToolTip(const QString& text);

/// For search: lower case, the Turkish and Latin i's alike, accents kept, letter for letter.
[[nodiscard]] QString foldedForSearch(const QString& text);

} // namespace nefes::ui
