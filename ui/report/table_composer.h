// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/page_composer.h"

namespace rigwright::ui {

/// Lays a table out: rows that wrap, column titles again on every page, rows that are higher than
/// a page go on on the next.
class TableComposer
{
public:
    TableComposer(PageComposer &pages, const report::TableBlock &table);
    void compose();

private:
    struct Place
    {
        double x = 0;
        double width = 0;
    };
    std::vector<TextFlow> flowsOf(const report::Row &row) const;
    std::vector<TextFlow> titleFlows() const;
    static double tallest(const std::vector<TextFlow> &flows);
    double rowHeight(const std::vector<TextFlow> &flows) const;
    /// @return the height that must not be torn: a short table, or titles and the first row
    double togetherHeight() const;
    void header();
    void row(const report::Row &row);

    PageComposer &m_pages;
    const Paper &m_paper;
    const report::TableBlock &m_table;
    std::vector<Place> m_columns;
};

} // namespace rigwright::ui
