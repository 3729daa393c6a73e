// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"
#include "ui/chassis/chassis_model.h"
#include "ui/report/text_flow.h"

#include <functional>
#include <vector>

namespace rigwright::ui {

/// A chassis to draw where the document has its ChassisBlock.
struct ChassisDrawing
{
    QString caption;
    ChassisModel model;
};

/// Lays a document out on pages. Nothing is painted while the pages are made: each keeps what is
/// to be drawn on it, so that the first page can already say how many there are.
class PageComposer
{
public:
    PageComposer(const Paper &paper, const report::Document &document, std::vector<ChassisDrawing> drawings);

    int pageCount() const { return int(m_pages.size()); }
    /// Paints all pages; `newPage` is called between them.
    void paint(QPainter &painter, const std::function<void()> &newPage) const;

private:
    using Draw = std::function<void(QPainter &)>;

    // Where the next thing goes.
    void draw(Draw what) { m_pages.back().push_back(std::move(what)); }
    void breakPage();
    double left() const;
    void skip(double points);
    void need(double height); ///< a new page unless this much is left (or the page is still empty)

    /// Begins a block whose first `height` must stay with its heading.
    void start(double height);

    // The blocks.
    void titleBlock();
    void put(const report::Heading &heading);
    void put(const report::Paragraph &paragraph);
    void put(const report::Figures &figures);
    void put(const report::TableBlock &table);
    void put(const report::ChassisBlock &chassis);
    void put(const report::FindingsBlock &findings);
    void put(const report::Bullets &bullets);
    void put(const report::Code &code);

    /// Text with something at its left (a bullet, a bar), over as many pages as it needs.
    /// @param mark paints the part of the left side between two heights
    void flow(const TextFlow &text, double indent,
              const std::function<void(QPainter &, double from, double to, bool first)> &mark);
    void legend(const QStringList &names);
    void paintFrame(QPainter &painter, int page) const;

    friend class TableComposer;

    const Paper &m_paper;
    const report::Document &m_document;
    std::vector<ChassisDrawing> m_drawings;
    std::vector<std::vector<Draw>> m_pages;
    double m_y = 0;
    QString m_heading;   ///< waits for the block under it
    bool m_empty = true; ///< nothing on this page yet
};

} // namespace rigwright::ui
