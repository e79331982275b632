// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language_switch.h"

#include "core/base/assert.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace nefes::ui {

QString languageCode(Language language)
{
    return language == Language::Turkish ? QStringLiteral("tr") : QStringLiteral("en");
}

std::optional<Language> languageFromCode(const QString& code)
{
    if (code == QLatin1String("en")) {
        return Language::English;
    }
    if (code == QLatin1String("tr")) {
        return Language::Turkish;
    }
    return std::nullopt;
}

LanguageSwitch::~LanguageSwitch()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

void LanguageSwitch::apply(Language language)
{
    m_language = language;
    QLocale::setDefault(language == Language::Turkish
                            ? QLocale(QLocale::Turkish, QLocale::Turkey)
                            : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    const QString code = languageCode(language);
    if (m_qt.load(QStringLiteral("qtbase_%1").arg(code),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
    const bool isLoaded = m_own.load(QStringLiteral(":/i18n/nefes_%1.qm").arg(code));
    NEFES_ASSERT(isLoaded);
    QCoreApplication::installTranslator(&m_own);
}

} // namespace nefes::ui
