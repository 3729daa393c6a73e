// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/table_composer.h"

#include <algorithm>

namespace rigwright::ui {

namespace {

constexpr double kColumnGap = 9; // points
constexpr double kRowPadding = 3.2;
constexpr double kHairline = 0.5;
constexpr double kTitleRuleWidth = 0.9;
constexpr double kTitleRule = 3 + kTitleRuleWidth; ///< with the space above it
constexpr double kKeptTogether = 0.35;             ///< of a page: tables up to this height do not break
constexpr std::size_t kTitleLines = 4;             ///< column titles are repeated on every page and must leave room

QColor inkOf(report::Tone tone)
{
    switch (tone) {
    case report::Tone::Plain:
    case report::Tone::Strong: return paper::kInk;
    case report::Tone::Muted: return paper::kMuted;
    case report::Tone::Better: return paper::kGood;
    case report::Tone::Worse:
    case report::Tone::Error: return paper::kError;
    case report::Tone::Warning: return paper::kWarning;
    }
    return paper::kInk;
}

} // namespace

TableComposer::TableComposer(PageComposer &pages, const report::TableBlock &table)
    : m_pages(pages), m_paper(pages.m_paper), m_table(table)
{
    double sum = 0;
    for (const report::Column &column : table.columns)
        sum += column.width;
    const QRectF body = m_paper.body();
    const double gap = m_paper.points(kColumnGap);
    const double usable = body.width() - gap * double(table.columns.size() - 1);
    double x = body.left();
    for (const report::Column &column : table.columns) {
        const double width = usable * column.width / sum;
        m_columns.push_back({x, width});
        x += width + gap;
    }
}

void TableComposer::compose()
{
    if (m_table.columns.empty())
        return;
    m_pages.start(togetherHeight());
    header();
    for (const report::Row &one : m_table.rows)
        row(one);
    m_pages.m_y += m_paper.points(10);
}

double TableComposer::togetherHeight() const
{
    const double titles = tallest(titleFlows()) + m_paper.points(kTitleRule);
    double first = 0;
    double whole = 0;
    for (const report::Row &one : m_table.rows) {
        const double height = rowHeight(flowsOf(one));
        // A group title is nothing without the row under it.
        if (first == 0 || (whole == first && m_table.rows.front().kind == report::RowKind::Group))
            first += height;
        whole += height;
    }
    const double page = m_paper.body().height();
    if (titles + whole <= page * kKeptTogether)
        return titles + whole;
    return std::min(titles + first, page * kKeptTogether);
}

std::vector<TextFlow> TableComposer::titleFlows() const
{
    std::vector<TextFlow> flows;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        TextFlow flow(m_paper, m_columns[i].width);
        flow.add(m_table.columns[i].title, Ink::Label, paper::kMuted);
        flow.cutAfter(kTitleLines);
        flows.push_back(std::move(flow));
    }
    return flows;
}

double TableComposer::tallest(const std::vector<TextFlow> &flows)
{
    double height = 0;
    for (const TextFlow &flow : flows)
        height = std::max(height, flow.height());
    return height;
}

double TableComposer::rowHeight(const std::vector<TextFlow> &flows) const
{
    return tallest(flows) + 2 * m_paper.points(kRowPadding) + m_paper.points(kHairline);
}

void TableComposer::header()
{
    const std::vector<TextFlow> flows = titleFlows();
    const double height = tallest(flows);
    const double y = m_pages.m_y;
    const double rule = y + height + m_paper.points(kTitleRule - kTitleRuleWidth);
    m_pages.draw(
        [=, columns = m_columns, &table = m_table, body = m_paper.body(), &sheet = m_paper](QPainter &painter) {
            for (std::size_t i = 0; i < columns.size(); ++i)
                flows[i].paint(painter, QPointF(columns[i].x, y + height - flows[i].height()), table.columns[i].align,
                               0, flows[i].lines().size());
            painter.fillRect(QRectF(body.left(), rule, body.width(), sheet.points(kTitleRuleWidth)), paper::kMuted);
        });
    m_pages.m_y = rule + m_paper.points(kTitleRuleWidth);
    m_pages.m_empty = false;
}

std::vector<TextFlow> TableComposer::flowsOf(const report::Row &row) const
{
    std::vector<TextFlow> flows;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const bool group = row.kind == report::RowKind::Group;
        TextFlow flow(m_paper, group && i == 0 ? m_paper.body().width() : m_columns[i].width);
        if (i < row.cells.size()) {
            const report::Cell &cell = row.cells[i];
            const bool bold = row.kind != report::RowKind::Body || cell.tone == report::Tone::Strong
                              || cell.tone == report::Tone::Better;
            // Paper may be grey: the better side has its sign too.
            const QString sign = cell.tone == report::Tone::Better ? QStringLiteral(" ✓") : QString();
            flow.add(cell.text + sign, bold ? Ink::Strong : Ink::Body, inkOf(cell.tone));
            flow.add(cell.detail, Ink::Small, paper::kMuted);
            if (!cell.bar.empty())
                flow.addBar(cell.bar);
        }
        flows.push_back(std::move(flow));
    }
    return flows;
}

void TableComposer::row(const report::Row &row)
{
    const std::vector<TextFlow> flows = flowsOf(row);
    const double padding = m_paper.points(kRowPadding);
    const bool group = row.kind == report::RowKind::Group;
    std::vector<std::size_t> from(flows.size(), 0);
    bool first = true;
    while (true) {
        double whole = 2 * padding;
        for (std::size_t i = 0; i < flows.size(); ++i)
            whole = std::max(whole, flows[i].height(from[i], flows[i].lines().size()) + 2 * padding);
        // A group title stays with its first row.
        const double wanted = group ? whole + m_paper.points(24) : whole;
        if (wanted > m_pages.left() && first && wanted < m_paper.body().height() * 0.8) {
            m_pages.breakPage();
            header();
        }
        const double space = m_pages.left() - 2 * padding;
        std::vector<std::size_t> to(flows.size());
        double used = 0;
        bool finished = true;
        for (std::size_t i = 0; i < flows.size(); ++i) {
            to[i] = from[i] + flows[i].fitting(from[i], space);
            used = std::max(used, flows[i].height(from[i], to[i]));
            finished = finished && to[i] == flows[i].lines().size();
        }
        const double y = m_pages.m_y;
        const double bottom = y + used + 2 * padding;
        m_pages.draw([=, columns = m_columns, &table = m_table, kind = row.kind, body = m_paper.body(),
                      &sheet = m_paper](QPainter &painter) {
            if (kind == report::RowKind::Group)
                painter.fillRect(QRectF(body.left(), y, body.width(), bottom - y), paper::kSoft);
            for (std::size_t i = 0; i < flows.size(); ++i)
                flows[i].paint(
                    painter,
                    QPointF(columns[i].x + (kind == report::RowKind::Group ? sheet.points(5) : 0), y + padding),
                    table.columns[i].align, from[i], to[i]);
            painter.fillRect(QRectF(body.left(), bottom, body.width(), sheet.points(kHairline)), paper::kLine);
        });
        m_pages.m_y = bottom + m_paper.points(kHairline);
        from = to;
        first = false;
        if (finished)
            return;
        m_pages.breakPage();
        header();
    }
}

} // namespace rigwright::ui
