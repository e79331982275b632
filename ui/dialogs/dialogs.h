// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/model_package.h"

#include "ui/services.h"

#include <QString>

#include <filesystem>

class QDialog;
class QWidget;

namespace nefes::ui {

/// From now on the dialog cannot be made lower than its wrapped texts need at its width: layouts
/// alone do not see to that. For dialogs with a layout.
void keepTextsReadable(QDialog& dialog);

/// Where a package has its card in the current language; at most ml::kMaxCardBytes long.
[[nodiscard]] std::filesystem::path modelCardFile(const std::filesystem::path& package);

/// Opens the model's card in the current language, `text` being Markdown. Does not block.
void showModelCard(QWidget* parent, const QString& title, const QString& text);

} // namespace nefes::ui
