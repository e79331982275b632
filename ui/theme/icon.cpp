// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon.h"

#include "core/base/assert.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace nefes::ui {

namespace {

class ThemedIconEngine final : public QIconEngine
{
public:
    explicit ThemedIconEngine(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const QPalette palette = QGuiApplication::palette();
        QColor color = palette.color(QPalette::Active, QPalette::ButtonText);
        if (mode == QIcon::Disabled) {
            color = controlColor(palette);
        } else if (state == QIcon::On) {
            color = accentColor(palette);
        }
        QByteArray drawing = source();
        drawing.replace("currentColor", color.name().toLatin1());
        QSvgRenderer(drawing).render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return result;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new ThemedIconEngine(m_name); }

private:
    const QByteArray& source()
    {
        if (m_source.isEmpty()) {
            QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
            const bool isOpen = file.open(QIODevice::ReadOnly);
            NEFES_ASSERT(isOpen);
            m_source = file.readAll();
        }
        return m_source;
    }
    QString m_name;
    QByteArray m_source;
};

} // namespace

QIcon themedIcon(const QString& name)
{
    return name.isEmpty() ? QIcon() : QIcon(new ThemedIconEngine(name));
}

} // namespace nefes::ui
