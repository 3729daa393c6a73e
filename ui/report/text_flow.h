// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"
#include "ui/report/paper.h"

#include <QPainter>

#include <vector>

namespace rigwright::ui {

/// One laid-out line, or a bar among lines.
struct FlowLine
{
    QString text;
    QFont font;
    QColor color;
    double width = 0;
    double height = 0;
    double ascent = 0;
    std::vector<double> bar; ///< shares; not empty = a bar instead of text
};

/// Text broken into lines for a width. Words that are longer than a line are broken inside, so
/// that nothing is ever cut.
class TextFlow
{
public:
    TextFlow(const Paper &paper, double width) : m_paper(&paper), m_width(width) {}

    void add(const QString &text, Ink ink, const QColor &color);
    void addBar(const std::vector<double> &shares);
    void addGap(double height);
    void cutAfter(std::size_t lines); ///< the last line kept ends in an ellipsis

    const std::vector<FlowLine> &lines() const { return m_lines; }
    double width() const { return m_width; }
    double height() const { return height(0, m_lines.size()); }
    double height(std::size_t from, std::size_t to) const;
    /// @return how many lines from `from` on fit into `space`
    std::size_t fitting(std::size_t from, double space) const;

    void paint(QPainter &painter, QPointF topLeft, report::Align align, std::size_t from, std::size_t to) const;

private:
    const Paper *m_paper;
    double m_width;
    std::vector<FlowLine> m_lines;
};

/// Fills of bars, in the order of their segments.
QColor barColor(std::size_t segment);

} // namespace rigwright::ui
