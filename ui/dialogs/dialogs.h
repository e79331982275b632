// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/model_package.h"

#include "ui/services.h"

#include <QString>

#include <filesystem>

class QWidget;

namespace nefes::ui {

/// Opens the model's card in the current language, `text` being Markdown. Does not block.
void showModelCard(QWidget* parent, const QString& title, const QString& text);

void showAbout(QWidget* parent, const std::string& version);

} // namespace nefes::ui
