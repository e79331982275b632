// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QString>
#include <QTranslator>

namespace nefes::ui {

/// "en", "tr".
[[nodiscard]] QString languageCode(Language language);
/// Nothing for a code that is not known.
[[nodiscard]] std::optional<Language> languageFromCode(const QString& code);

/// Installs the translations of one language in the application; every widget then hears of it
/// through changeEvent(). Sets the locale of numbers and dates that people read. UI thread only.
class LanguageSwitch
{
public:
    LanguageSwitch() = default;
    ~LanguageSwitch();
    LanguageSwitch(const LanguageSwitch&) = delete;
    LanguageSwitch& operator=(const LanguageSwitch&) = delete;

    void apply(Language language);
    [[nodiscard]] Language language() const { return m_language; }

private:
    Language m_language = Language::English;
    QTranslator m_own;
    QTranslator m_qt; ///< texts of Qt's own dialogs, where they are installed
};

} // namespace nefes::ui
