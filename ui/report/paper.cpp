// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/paper.h"

#include <QPdfWriter>

namespace rigwright::ui {

namespace {
constexpr int kDotsPerInch = 1200;
constexpr double kPointsPerInch = 72;
constexpr double kSideMargin = 48;   // points
constexpr double kTopMargin = 58;    // header included
constexpr double kBottomMargin = 52; // footer included
} // namespace

Paper::Paper(QPdfWriter &writer, QPageSize::PageSizeId size)
    : m_writer(writer), m_dotsPerPoint(kDotsPerInch / kPointsPerInch)
{
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(QPageSize(size));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    m_page = QRectF(0, 0, writer.width(), writer.height());
    m_body = m_page.adjusted(points(kSideMargin), points(kTopMargin), -points(kSideMargin), -points(kBottomMargin));
}

QFont Paper::font(Ink ink) const
{
    QFont font;
    // Not Inter: its contextual forms of × and - have no code points, so that copied or searched
    // text would lack them, and Qt 6.4 cannot switch them off.
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    font.setHintingPreference(QFont::PreferNoHinting);
    double size = 9;
    switch (ink) {
    case Ink::Body: break;
    case Ink::Strong: font.setWeight(QFont::DemiBold); break;
    case Ink::Small: size = 7.4; break;
    case Ink::Label:
        size = 7.4;
        font.setWeight(QFont::DemiBold);
        break;
    case Ink::Heading:
        size = 12;
        font.setWeight(QFont::DemiBold);
        break;
    case Ink::Title:
        size = 22;
        font.setWeight(QFont::Bold);
        break;
    case Ink::Figure:
        size = 15;
        font.setWeight(QFont::Bold);
        break;
    case Ink::Mono:
        font.setFamilies({QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono")});
        font.setStyleHint(QFont::Monospace);
        size = 7.8;
        break;
    }
    font.setPointSizeF(size);
    return font;
}

} // namespace rigwright::ui
