// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/text_flow.h"

#include <QFontMetricsF>
#include <QPdfWriter>
#include <QTextLayout>

#include <algorithm>

namespace rigwright::ui {

namespace {

constexpr double kBarHeight = 3.2; // points
constexpr double kBarGap = 2.4;

/// Paper has no use for control characters; a line break is a line break.
QString printable(const QString &text)
{
    QString out = text;
    out.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (QChar &c : out) {
        if (c == QLatin1Char('\n') || c == QChar::ParagraphSeparator)
            c = QChar::LineSeparator;
        else if (c.category() == QChar::Other_Control)
            c = QLatin1Char(' ');
    }
    return out;
}

} // namespace

QColor barColor(std::size_t segment)
{
    static const QColor colors[] = {QColor(0x3b, 0x6f, 0xe0), QColor(0x8b, 0x5c, 0xf6), QColor(0xd0, 0x8a, 0x1f),
                                    QColor(0x7b, 0x87, 0x94)};
    return colors[segment % std::size(colors)];
}

void TextFlow::add(const QString &text, Ink ink, const QColor &color)
{
    if (text.isEmpty())
        return;
    const QFont font = m_paper->font(ink);
    QTextLayout layout(printable(text), font, &m_paper->device());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    while (true) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(m_width);
        FlowLine flow;
        flow.text = layout.text().mid(line.textStart(), line.textLength());
        while (!flow.text.isEmpty() && flow.text.back().isSpace() && flow.text.back() != QChar::Nbsp)
            flow.text.chop(1);
        flow.font = font;
        flow.color = color;
        flow.width = line.naturalTextWidth();
        flow.height = line.height() * 1.08;
        flow.ascent = line.ascent();
        m_lines.push_back(std::move(flow));
    }
    layout.endLayout();
}

void TextFlow::addBar(const std::vector<double> &shares)
{
    FlowLine line;
    line.bar = shares;
    line.height = m_paper->points(kBarHeight + 2 * kBarGap);
    line.width = m_width;
    m_lines.push_back(std::move(line));
}

void TextFlow::addGap(double height)
{
    FlowLine line;
    line.height = height;
    m_lines.push_back(std::move(line));
}

void TextFlow::cutAfter(std::size_t lines)
{
    if (m_lines.size() <= lines)
        return;
    m_lines.resize(lines);
    FlowLine &last = m_lines.back();
    const QFontMetricsF metrics(last.font, &m_paper->device());
    last.text = metrics.elidedText(last.text + QStringLiteral("  …"), Qt::ElideRight, m_width);
    last.width = metrics.horizontalAdvance(last.text);
}

double TextFlow::height(std::size_t from, std::size_t to) const
{
    double sum = 0;
    for (std::size_t i = from; i < to && i < m_lines.size(); ++i)
        sum += m_lines[i].height;
    return sum;
}

std::size_t TextFlow::fitting(std::size_t from, double space) const
{
    std::size_t to = from;
    double used = 0;
    while (to < m_lines.size() && used + m_lines[to].height <= space)
        used += m_lines[to++].height;
    return to - from;
}

void TextFlow::paint(QPainter &painter, QPointF topLeft, report::Align align, std::size_t from, std::size_t to) const
{
    double y = topLeft.y();
    for (std::size_t i = from; i < to && i < m_lines.size(); ++i) {
        const FlowLine &line = m_lines[i];
        if (!line.bar.empty()) {
            QRectF rest(topLeft.x(), y + m_paper->points(kBarGap), m_width, m_paper->points(kBarHeight));
            painter.fillRect(rest, paper::kLine);
            const double full = rest.width();
            for (std::size_t k = 0; k < line.bar.size(); ++k) {
                const double width = std::clamp(line.bar[k] * full, 0.0, rest.width());
                painter.fillRect(QRectF(rest.topLeft(), QSizeF(width, rest.height())), barColor(k));
                rest.setLeft(rest.left() + width);
            }
        } else if (!line.text.isEmpty()) {
            const double x = align == report::Align::Right ? topLeft.x() + m_width - line.width : topLeft.x();
            painter.setFont(line.font);
            painter.setPen(line.color);
            painter.drawText(QPointF(x, y + line.ascent), line.text);
        }
        y += line.height;
    }
}

} // namespace rigwright::ui
