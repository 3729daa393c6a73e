// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;

namespace rigwright::ui {

/// Writes text with a painter whose unit is the millimetre of the chassis. Knows how large a
/// millimetre comes out, so that text stays readable where the picture is small.
class MillimetreText
{
public:
    explicit MillimetreText(QPainter &painter);

    /// Millimetres that one pixel of a 96 dpi screen (or 1/96 inch of paper) stands for.
    double pixel() const { return m_pixel; }

    /// @return `preferred` millimetres, enlarged to be at least `smallestPixels` high, but at most
    ///         `largest`; 0 where that would be too small to read
    double size(double preferred, double smallestPixels, double largest) const;

    double width(const QString &text, double size, bool bold = false) const;

    /// Draws one line; where it does not fit a little smaller, then cut with an ellipsis. Nothing
    /// for size 0.
    void line(const QRectF &area, Qt::Alignment alignment, const QString &text, double size, const QColor &color,
              bool bold = false);

    /// Draws lines from the top as long as there is room; long ones are cut.
    void lines(const QRectF &area, const QStringList &texts, double size, const QColor &color);

private:
    QPainter &m_painter;
    double m_pixel = 1;
};

inline constexpr double kLineHeight = 1.28; ///< of a font size

} // namespace rigwright::ui
