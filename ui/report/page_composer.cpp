// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/page_composer.h"

#include "ui/chassis/chassis_painter.h"
#include "ui/report/table_composer.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPdfWriter>

#include <algorithm>
#include <utility>

namespace rigwright::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PdfReport", text);
}

QColor severityColor(Severity severity)
{
    switch (severity) {
    case Severity::Advice: return paper::kAccent;
    case Severity::Warning: return paper::kWarning;
    case Severity::Error: return paper::kError;
    }
    return paper::kMuted;
}

constexpr double kTallestDrawing = 250; // points
constexpr double kAboveHeading = 14;
constexpr double kBelowHeading = 4;
constexpr double kFewLines = 60; ///< of a text stay together

} // namespace

PageComposer::PageComposer(const Paper &paper, const report::Document &document, std::vector<ChassisDrawing> drawings)
    : m_paper(paper), m_document(document), m_drawings(std::move(drawings))
{
    m_pages.emplace_back();
    m_y = m_paper.body().top();
    titleBlock();
    for (const report::Block &block : m_document.blocks)
        std::visit([this](const auto &one) { put(one); }, block);
}

void PageComposer::breakPage()
{
    m_pages.emplace_back();
    m_y = m_paper.body().top();
    m_empty = true;
}

double PageComposer::left() const
{
    return m_paper.body().bottom() - m_y;
}

void PageComposer::skip(double points)
{
    if (!m_empty)
        m_y += m_paper.points(points);
}

void PageComposer::need(double height)
{
    if (!m_empty && height > left())
        breakPage();
}

void PageComposer::titleBlock()
{
    const QRectF body = m_paper.body();
    m_y = body.top() - m_paper.points(14); // no running header on the first page
    TextFlow meta(m_paper, body.width() * 0.32);
    for (const report::MetaLine &line : m_document.meta)
        meta.add(line.label + QStringLiteral("  ") + line.value, Ink::Small, paper::kMuted);
    TextFlow title(m_paper, body.width() * 0.66);
    title.add(m_document.title, Ink::Title, paper::kInk);
    title.add(m_document.subtitle, Ink::Body, paper::kMuted);
    const double y = m_y;
    draw([=, this](QPainter &painter) {
        title.paint(painter, QPointF(body.left(), y), report::Align::Left, 0, title.lines().size());
        meta.paint(painter, QPointF(body.right() - meta.width(), y + m_paper.points(7)), report::Align::Right, 0,
                   meta.lines().size());
    });
    m_y += std::max(title.height(), meta.height() + m_paper.points(7)) + m_paper.points(10);
    const double line = m_y;
    draw([=, this](QPainter &painter) {
        painter.fillRect(QRectF(body.left(), line, body.width(), m_paper.points(1.4)), paper::kAccent);
    });
    m_y += m_paper.points(14);
    m_empty = false;
}

void PageComposer::put(const report::Heading &heading)
{
    m_heading = heading.text;
}

void PageComposer::start(double height)
{
    if (m_heading.isEmpty()) {
        need(height);
        return;
    }
    TextFlow text(m_paper, m_paper.body().width());
    text.add(std::exchange(m_heading, {}), Ink::Heading, paper::kInk);
    // A heading alone at the foot of a page belongs to the next one.
    need(text.height() + m_paper.points(kAboveHeading + kBelowHeading) + height);
    skip(kAboveHeading);
    flow(text, 0, {});
    m_y += m_paper.points(kBelowHeading);
}

void PageComposer::put(const report::Paragraph &paragraph)
{
    TextFlow text(m_paper, m_paper.body().width());
    const bool muted = paragraph.tone == report::Tone::Muted;
    text.add(paragraph.text, muted ? Ink::Small : Ink::Body, muted ? paper::kMuted : paper::kInk);
    start(std::min(text.height(), m_paper.points(kFewLines)));
    flow(text, 0, {});
    m_y += m_paper.points(6);
}

void PageComposer::put(const report::Figures &figures)
{
    if (figures.figures.empty())
        return;
    const QRectF body = m_paper.body();
    const double gap = m_paper.points(8);
    const double padding = m_paper.points(9);
    const double width = (body.width() + gap) / double(figures.figures.size()) - gap;
    std::vector<TextFlow> tiles;
    double height = 0;
    for (const report::Figure &figure : figures.figures) {
        TextFlow tile(m_paper, width - 2 * padding);
        tile.add(figure.label, Ink::Small, paper::kMuted);
        tile.add(figure.value, Ink::Figure, figure.tone == report::Tone::Error ? paper::kError : paper::kInk);
        tile.add(figure.detail, Ink::Small, paper::kMuted);
        height = std::max(height, tile.height());
        tiles.push_back(std::move(tile));
    }
    height += 2 * padding;
    start(height);
    const double y = m_y;
    draw([=, this](QPainter &painter) {
        for (std::size_t i = 0; i < tiles.size(); ++i) {
            const QRectF tile(body.left() + double(i) * (width + gap), y, width, height);
            painter.setPen(Qt::NoPen);
            painter.setBrush(paper::kSoft);
            painter.drawRoundedRect(tile, m_paper.points(4), m_paper.points(4));
            tiles[i].paint(painter, tile.topLeft() + QPointF(padding, padding), report::Align::Left, 0,
                           tiles[i].lines().size());
        }
    });
    m_y += height + m_paper.points(8);
    m_empty = false;
}

void PageComposer::put(const report::TableBlock &table)
{
    TableComposer(*this, table).compose();
    legend(table.legend);
}

void PageComposer::legend(const QStringList &names)
{
    if (names.isEmpty())
        return;
    const QFont font = m_paper.font(Ink::Small);
    const QFontMetricsF metrics(font, &m_paper.device());
    const double box = m_paper.points(6);
    need(metrics.height());
    const double y = m_y;
    draw([=, this](QPainter &painter) {
        double x = m_paper.body().left();
        painter.setFont(font);
        for (int i = 0; i < names.size(); ++i) {
            painter.fillRect(QRectF(x, y + (metrics.height() - box) / 2, box, box), barColor(std::size_t(i)));
            x += box * 1.6;
            painter.setPen(paper::kMuted);
            painter.drawText(QPointF(x, y + metrics.ascent()), names[i]);
            x += metrics.horizontalAdvance(names[i]) + box * 2;
        }
    });
    m_y += metrics.height() + m_paper.points(4);
}

void PageComposer::put(const report::ChassisBlock &)
{
    std::vector<ChassisDrawing> drawings;
    for (const ChassisDrawing &drawing : m_drawings)
        if (!drawing.model.isEmpty())
            drawings.push_back(drawing);
    if (drawings.empty())
        return;
    const QRectF body = m_paper.body();
    const double gap = m_paper.points(14);
    const double width = (body.width() + gap) / double(drawings.size()) - gap;
    double height = 0;
    for (const ChassisDrawing &drawing : drawings)
        height = std::max(height, width * drawing.model.bounds.height() / drawing.model.bounds.width());
    height = std::min(height, m_paper.points(kTallestDrawing));
    const QFont font = m_paper.font(Ink::Label);
    const double caption = drawings.size() > 1 ? QFontMetricsF(font, &m_paper.device()).height() * 1.4 : 0;
    start(height + caption + m_paper.points(8));
    const double y = m_y;
    draw([=, this](QPainter &painter) {
        for (std::size_t i = 0; i < drawings.size(); ++i) {
            const double x = body.left() + double(i) * (width + gap);
            painter.save();
            painter.setFont(font);
            painter.setPen(paper::kMuted);
            if (caption > 0) {
                const QFontMetricsF metrics(font, painter.device());
                painter.drawText(QPointF(x, y + metrics.ascent()),
                                 metrics.elidedText(drawings[i].caption, Qt::ElideRight, width));
            }
            painter.setFont(m_paper.font(Ink::Body));
            paintChassis(painter, QRectF(x, y + caption, width, height), drawings[i].model, lightChassisColors());
            painter.restore();
        }
    });
    m_y += height + caption + m_paper.points(8);
    m_empty = false;
}

void PageComposer::put(const report::FindingsBlock &block)
{
    const double indent = m_paper.points(10);
    const double bar = m_paper.points(2.4);
    for (const report::FindingEntry &finding : block.findings) {
        const QColor color = severityColor(finding.severity);
        TextFlow text(m_paper, m_paper.body().width() - indent);
        text.add(finding.word + QStringLiteral(" · ") + finding.subject, Ink::Strong, color);
        text.add(finding.text, Ink::Body, paper::kInk);
        start(std::min(text.height(), m_paper.points(kFewLines)));
        flow(text, indent, [=, this](QPainter &painter, double from, double to, bool) {
            painter.fillRect(QRectF(m_paper.body().left(), from, bar, to - from), color);
        });
        m_y += m_paper.points(7);
    }
}

void PageComposer::put(const report::Bullets &bullets)
{
    const double indent = m_paper.points(10);
    for (const QString &item : bullets.items) {
        TextFlow text(m_paper, m_paper.body().width() - indent);
        text.add(item, Ink::Small, paper::kInk);
        if (text.lines().empty())
            continue;
        const FlowLine first = text.lines().front();
        start(std::min(text.height(), m_paper.points(kFewLines)));
        flow(text, indent, [=, this](QPainter &painter, double from, double, bool start) {
            if (!start)
                return;
            painter.setFont(first.font);
            painter.setPen(paper::kMuted);
            painter.drawText(QPointF(m_paper.body().left(), from + first.ascent), QStringLiteral("•"));
        });
        m_y += m_paper.points(3);
    }
}

void PageComposer::put(const report::Code &code)
{
    const double padding = m_paper.points(8);
    TextFlow text(m_paper, m_paper.body().width() - 2 * padding);
    text.addGap(padding * 0.6);
    text.add(code.text, Ink::Mono, paper::kInk);
    text.addGap(padding * 0.6);
    start(std::min(text.height(), m_paper.points(kFewLines)));
    flow(text, padding, [=, this](QPainter &painter, double from, double to, bool) {
        painter.fillRect(QRectF(m_paper.body().left(), from, m_paper.body().width(), to - from), paper::kSoft);
    });
    m_y += m_paper.points(6);
}

void PageComposer::flow(const TextFlow &text, double indent,
                        const std::function<void(QPainter &, double, double, bool)> &mark)
{
    for (std::size_t from = 0; from < text.lines().size();) {
        std::size_t count = text.fitting(from, left());
        if (count == 0) {
            if (m_empty)
                count = 1;
            else {
                breakPage();
                continue;
            }
        }
        const double y = m_y;
        const double height = text.height(from, from + count);
        const double x = m_paper.body().left() + indent;
        draw([=, this](QPainter &painter) {
            if (mark)
                mark(painter, y, y + height, from == 0);
            text.paint(painter, QPointF(x, y), report::Align::Left, from, from + count);
        });
        m_y += height;
        m_empty = false;
        from += count;
    }
}

void PageComposer::paintFrame(QPainter &painter, int page) const
{
    const QRectF body = m_paper.body();
    const QFont font = m_paper.font(Ink::Small);
    const QFontMetricsF metrics(font, painter.device());
    painter.setFont(font);
    const auto between = [&](double baseline, const QString &first, const QString &last) {
        painter.setPen(paper::kMuted);
        const double right = metrics.horizontalAdvance(last);
        painter.drawText(QPointF(body.left(), baseline),
                         metrics.elidedText(first, Qt::ElideRight, body.width() - right - m_paper.points(24)));
        painter.drawText(QPointF(body.right() - right, baseline), last);
    };
    if (page > 0) {
        const double baseline = body.top() - m_paper.points(20);
        between(baseline, m_document.title, m_document.subtitle);
        painter.fillRect(QRectF(body.left(), baseline + m_paper.points(6), body.width(), m_paper.points(0.5)),
                         paper::kLine);
    }
    const double baseline = body.bottom() + m_paper.points(24);
    painter.fillRect(QRectF(body.left(), baseline - m_paper.points(14), body.width(), m_paper.points(0.5)),
                     paper::kLine);
    between(baseline, tr("Made with Rigwright"), tr("Page %1 of %2").arg(page + 1).arg(m_pages.size()));
}

void PageComposer::paint(QPainter &painter, const std::function<void()> &newPage) const
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (i > 0)
            newPage();
        paintFrame(painter, int(i));
        for (const Draw &draw : m_pages[i])
            draw(painter);
    }
}

} // namespace rigwright::ui
