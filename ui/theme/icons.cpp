// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace rigwright::ui {

namespace {
QPixmap rendered(const QString &name, const QColor &color, QSize pixels)
{
    const QString key = QStringLiteral("rigwright-icon/%1/%2/%3x%4")
                            .arg(name, color.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (file.open(QIODevice::ReadOnly)) {
        QSvgRenderer drawing(file.readAll().replace("currentColor", color.name().toLatin1()));
        QPainter painter(&pixmap);
        drawing.render(&painter);
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(QString name, Role role) : m_name(std::move(name)), m_role(role) {}
    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const Role role = mode == QIcon::Disabled ? Role::OutlineStrong : m_role;
        return rendered(m_name, Theme::color(mode == QIcon::Selected ? Role::OnAccent : role), size);
    }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, pixmap(rect.size() * ratio, mode, state));
    }

private:
    QString m_name;
    Role m_role;
};
} // namespace

QIcon themedIcon(const QString &name, Role role)
{
    return QIcon(new ThemedIconEngine(name, role));
}

QPixmap iconPixmap(const QString &name, Role role, int size, double devicePixelRatio)
{
    QPixmap pixmap = rendered(name, Theme::color(role), QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace rigwright::ui
