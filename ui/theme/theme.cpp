// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "core/base/assert.h"

#include "ui/theme/wheel_guard.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleFactory>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <utility>

// Resources of a static library are linked only when named from outside any namespace.
static void initialiseResources()
{
    Q_INIT_RESOURCE(nefes_ui);
}

namespace nefes::ui {

namespace {

QByteArray readResource(const QString& name)
{
    initialiseResources();
    QFile file(name);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    NEFES_ASSERT(isOpen);
    return file.readAll();
}

/// Gives placeholder texts the secondary colour: a style sheet makes them half transparent, which
/// is too faint to read (Qt 6.5 has a property for that).
class PlaceholderColor final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Polish || event->type() == QEvent::StyleChange) {
            if (auto* field = qobject_cast<QLineEdit*>(watched)) {
                // After the style has set its palette.
                QTimer::singleShot(0, field, [field] {
                    QPalette palette = field->palette();
                    palette.setColor(QPalette::PlaceholderText,
                                     secondaryColor(QApplication::palette()));
                    field->setPalette(palette);
                });
            }
        }
        return false;
    }
};

/// Puts a filter on the application, once.
template <class Filter>
void installOnce(QApplication& application, const QString& name)
{
    if (application.findChild<QObject*>(name, Qt::FindDirectChildrenOnly) == nullptr) {
        auto* filter = new Filter(&application);
        filter->setObjectName(name);
        application.installEventFilter(filter);
    }
}

} // namespace

QString themeName(ThemeId id)
{
    return id == ThemeId::Light ? QStringLiteral("light") : QStringLiteral("dark");
}

ThemeId themeFromName(const QString& name)
{
    return name == QLatin1String("light") ? ThemeId::Light : ThemeId::Dark;
}

Theme loadTheme(ThemeId id)
{
    const QJsonObject colors =
        QJsonDocument::fromJson(readResource(QStringLiteral(":/palettes/themes.json")))
            .object()
            .value(themeName(id))
            .toObject();
    const auto color = [&colors](const char* name) {
        const QColor value(colors.value(QLatin1String(name)).toString());
        NEFES_ASSERT(value.isValid());
        return value;
    };
    std::vector<QColor> plot;
    for (const auto& name : colors.value(QLatin1String("plot")).toArray()) {
        plot.emplace_back(name.toString());
        NEFES_ASSERT(plot.back().isValid());
    }
    return {.id = id,
            .viewport = color("viewport"),
            .window = color("window"),
            .panel = color("panel"),
            .raised = color("raised"),
            .line = color("line"),
            .control = color("control"),
            .text = color("text"),
            .secondary = color("secondary"),
            .accent = color("accent"),
            .onAccent = color("on_accent"),
            .warning = color("warning"),
            .error = color("error"),
            .imageText = color("image_text"),
            .study0 = color("study_0"),
            .study1 = color("study_1"),
            .study2 = color("study_2"),
            .plot = std::move(plot)};
}

QString styleSheet(const Theme& theme, double scale)
{
    QString sheet = QString::fromUtf8(readResource(QStringLiteral(":/palettes/style.qss")));
    const std::pair<const char*, QColor> colors[] = {
        {"window", theme.window},       {"panel", theme.panel},     {"raised", theme.raised},
        {"line", theme.line},           {"control", theme.control}, {"text", theme.text},
        {"secondary", theme.secondary}, {"accent", theme.accent},   {"on_accent", theme.onAccent},
        {"warning", theme.warning},     {"error", theme.error},     {"viewport", theme.viewport},
        {"study_0", theme.study0},      {"study_1", theme.study1},  {"study_2", theme.study2}};
    for (const auto& [name, color] : colors) {
        sheet.replace(QLatin1Char('@') + QLatin1String(name) + QLatin1Char('@'), color.name());
    }
    sheet.replace(QStringLiteral("@theme@"), themeName(theme.id));
    for (const int length : {2, 3, 4, 5, 6, 8, 10, 11, 12, 13, 14, 15, 16, 20, 24, 28}) {
        const auto scaled = std::max(1, static_cast<int>(std::lround(length * scale)));
        sheet.replace(QStringLiteral("@%1px@").arg(length), QStringLiteral("%1px").arg(scaled));
    }
    NEFES_ASSERT(!sheet.section(QLatin1String("*/"), 1).contains(QLatin1Char('@')));
    return sheet;
}

QPalette themePalette(const Theme& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.raised);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.secondary);
    palette.setColor(QPalette::Dark, theme.secondary);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.warning);
    palette.setColor(QPalette::BrightText, theme.error);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Midlight, theme.control);
    palette.setColor(QPalette::Shadow, theme.viewport);
    palette.setColor(QPalette::Light, theme.imageText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, theme.control);
    }
    return palette;
}

void applyTheme(QApplication& application, const Theme& theme, double scale)
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(themePalette(theme));
    installOnce<PlaceholderColor>(application, QStringLiteral("placeholderColor"));
    installOnce<WheelGuard>(application, QStringLiteral("wheelGuard"));
    application.setStyleSheet(styleSheet(theme, scale));
}

void repolish(QWidget& widget)
{
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

QColor warningColor(const QPalette& palette)
{
    return palette.color(QPalette::Active, QPalette::LinkVisited);
}

QColor errorColor(const QPalette& palette)
{
    return palette.color(QPalette::Active, QPalette::BrightText);
}

QColor accentColor(const QPalette& palette)
{
    return palette.color(QPalette::Active, QPalette::Link);
}

QColor secondaryColor(const QPalette& palette)
{
    // Not PlaceholderText, which a style sheet replaces.
    return palette.color(QPalette::Active, QPalette::Dark);
}

QColor lineColor(const QPalette& palette)
{
    return palette.color(QPalette::Active, QPalette::Mid);
}

QColor controlColor(const QPalette& palette)
{
    return palette.color(QPalette::Active, QPalette::Midlight);
}

QColor viewportColor(const QPalette& palette)
{
    return palette.color(QPalette::Active, QPalette::Shadow);
}

QColor imageTextColor(const QPalette& palette)
{
    return palette.color(QPalette::Active, QPalette::Light);
}

} // namespace nefes::ui
