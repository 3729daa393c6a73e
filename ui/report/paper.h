// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPageSize>
#include <QRectF>

class QPdfWriter;

namespace rigwright::ui {

/// Type on paper, by what it is for.
enum class Ink {
    Body,
    Strong,
    Small, ///< second lines, notes
    Label, ///< column titles
    Heading,
    Title,
    Figure, ///< large numbers
    Mono
};

/// Colours on white paper. Text colours reach 4.5:1.
namespace paper {
inline const QColor kInk(0x1b, 0x22, 0x30);
inline const QColor kMuted(0x5b, 0x65, 0x75);
inline const QColor kLine(0xd9, 0xde, 0xe6);
inline const QColor kSoft(0xf4, 0xf6, 0xf9);
inline const QColor kAccent(0x2f, 0x62, 0xd0);
inline const QColor kGood(0x18, 0x79, 0x4e);
inline const QColor kWarning(0x8a, 0x5b, 0x00);
inline const QColor kError(0xb4, 0x23, 0x18);
} // namespace paper

/// A sheet: lengths in the writer's dots, fonts that are the same on every machine that has them.
class Paper
{
public:
    /// Sets page size, resolution and margins of the writer.
    Paper(QPdfWriter &writer, QPageSize::PageSizeId size);

    double points(double value) const { return value * m_dotsPerPoint; }
    QRectF body() const { return m_body; } ///< between header and footer
    QRectF page() const { return m_page; }
    QFont font(Ink ink) const;
    QPdfWriter &device() const { return m_writer; }

private:
    QPdfWriter &m_writer;
    double m_dotsPerPoint = 1;
    QRectF m_page;
    QRectF m_body;
};

} // namespace rigwright::ui
