// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/millimetre_text.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

namespace {

constexpr double kScreenDpi = 96;
constexpr double kSmallestReadablePixels = 5.5;
constexpr double kSmallestScale = 0.5;  ///< pixels per millimetre; a thumbnail below this has no text
constexpr double kSmallestShare = 0.82; ///< how far a line shrinks to fit before it is cut
constexpr int kFewestLetters = 5;       ///< a text cut down to less says nothing
// Fonts have whole pixel sizes: laid out 16 times as large, a size is exact to 1/16 mm.
constexpr double kFontScale = 16;

QFont fontOf(const QPainter &painter, double size, bool bold)
{
    QFont font = painter.font();
    font.setPixelSize(std::max(1, int(std::lround(size * kFontScale))));
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

MillimetreText::MillimetreText(QPainter &painter) : m_painter(painter)
{
    const QTransform transform = painter.deviceTransform();
    const QPaintDevice *device = painter.device();
    double pixelsPerUnit = std::sqrt(std::abs(transform.determinant()));
    if (device && device->devicePixelRatioF() > 0 && device->logicalDpiX() > 0)
        pixelsPerUnit *= kScreenDpi / device->logicalDpiX() / device->devicePixelRatioF();
    if (pixelsPerUnit > 0)
        m_pixel = 1 / pixelsPerUnit;
}

double MillimetreText::size(double preferred, double smallestPixels, double largest) const
{
    const double size = std::min(std::max(preferred, smallestPixels * m_pixel), largest);
    return size / m_pixel < kSmallestReadablePixels || m_pixel * kSmallestScale > 1 ? 0 : size;
}

double MillimetreText::width(const QString &text, double size, bool bold) const
{
    return QFontMetricsF(fontOf(m_painter, size, bold)).horizontalAdvance(text) / kFontScale;
}

void MillimetreText::line(const QRectF &area, Qt::Alignment alignment, const QString &text, double size,
                          const QColor &color, bool bold)
{
    if (size <= 0 || text.isEmpty() || area.width() <= 0)
        return;
    const double width = area.width() * kFontScale;
    QFont font = fontOf(m_painter, size, bold);
    const double wanted = QFontMetricsF(font).horizontalAdvance(text);
    if (wanted > width) // a little smaller reads better than cut
        font = fontOf(m_painter, size * std::max(kSmallestShare, width / wanted * 0.99), bold);
    const QFontMetricsF metrics(font);
    const bool fits = metrics.horizontalAdvance(text) <= width;
    const QString fitting = fits ? text : metrics.elidedText(text, Qt::ElideRight, width);
    if (!fits && fitting.size() < kFewestLetters)
        return;
    m_painter.save();
    m_painter.setFont(font);
    m_painter.setPen(color);
    m_painter.translate(area.topLeft());
    m_painter.scale(1 / kFontScale, 1 / kFontScale);
    const QRectF scaled(0, 0, width, area.height() * kFontScale);
    m_painter.drawText(scaled, int(alignment) | Qt::TextSingleLine | Qt::TextDontClip, fitting);
    m_painter.restore();
}

void MillimetreText::lines(const QRectF &area, const QStringList &texts, double size, const QColor &color)
{
    if (size <= 0)
        return;
    const double height = size * kLineHeight;
    double y = area.top();
    for (const QString &text : texts) {
        if (y + height > area.bottom() + 0.1)
            return;
        line(QRectF(area.left(), y, area.width(), height), Qt::AlignLeft | Qt::AlignVCenter, text, size, color);
        y += height;
    }
}

} // namespace rigwright::ui
