// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/writers.h"

namespace rigwright::report {

namespace {

/// The page's whole style. The content policy in the head forbids everything else: no script,
/// no image, no font and no connection, whatever a build's texts say.
const char kHead[] = R"(<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root { --ink:#1b2230; --muted:#667085; --line:#dfe3ea; --soft:#f4f6f9; --good:#18794e; --bad:#b42318; --warn:#9a6700;
  --s0:#3b6fe0; --s1:#8b5cf6; --s2:#d08a1f; --s3:#7b8794; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --ink:#e7eaf0; --muted:#98a2b3; --line:#333a47; --soft:#20252f;
  --good:#4cc38a; --bad:#ff8a80; --warn:#e2b04a; } body { background:#171a21; } }
body { font: 15px/1.5 Inter, "Noto Sans", "DejaVu Sans", system-ui, sans-serif; color:var(--ink); max-width:60rem;
  margin:2.5rem auto; padding:0 1.25rem; overflow-wrap:anywhere; }
h1 { font-size:1.9rem; margin:0; } h2 { font-size:1.15rem; margin:2.2rem 0 .6rem; }
.sub, .muted, small { color:var(--muted); } small { display:block; font-size:.82em; }
.figures { display:flex; flex-wrap:wrap; gap:.8rem; margin:1.4rem 0; }
.figures div { flex:1 1 11rem; background:var(--soft); border-radius:.5rem; padding:.8rem 1rem; }
.figures b { display:block; font-size:1.5rem; }
.scroll { overflow-x:auto; }
table { border-collapse:collapse; width:100%; font-variant-numeric:tabular-nums; margin:.4rem 0 1rem; }
th { text-align:left; color:var(--muted); font-weight:600; font-size:.82em; border-bottom:2px solid var(--line); }
td { vertical-align:top; border-bottom:1px solid var(--line); } th, td { padding:.4rem .6rem; }
.r { text-align:right; } tr.total td { font-weight:700; } tr.group td { background:var(--soft); font-weight:700; }
.strong { font-weight:700; } .better { color:var(--good); font-weight:700; } .worse, .error { color:var(--bad); }
.warning { color:var(--warn); }
.bar { display:flex; height:.4rem; background:var(--line); border-radius:.2rem; overflow:hidden; margin-top:.3rem; }
.bar i { display:block; } .k0 { background:var(--s0); } .k1 { background:var(--s1); } .k2 { background:var(--s2); }
.k3 { background:var(--s3); } .legend i { display:inline-block; width:.7rem; height:.7rem; border-radius:.15rem;
  margin:0 .3rem 0 .9rem; }
.finding { border-left:4px solid var(--muted); padding:.2rem .9rem; margin:.6rem 0; }
.finding.error { border-color:var(--bad); color:inherit; } .finding.warning { border-color:var(--warn); color:inherit; }
pre { background:var(--soft); padding:.8rem 1rem; border-radius:.5rem; white-space:pre-wrap; }
svg { max-width:100%; height:auto; }
@media print { body { max-width:none; margin:0; } tr, .finding { break-inside:avoid; } }
</style>
)";

QString esc(const QString &text)
{
    QString clean = text;
    clean.remove(QChar(0));
    return clean.toHtmlEscaped();
}

QString toneClass(Tone tone)
{
    switch (tone) {
    case Tone::Plain: return {};
    case Tone::Strong: return QStringLiteral("strong");
    case Tone::Muted: return QStringLiteral("muted");
    case Tone::Better: return QStringLiteral("better");
    case Tone::Worse: return QStringLiteral("worse");
    case Tone::Warning: return QStringLiteral("warning");
    case Tone::Error: return QStringLiteral("error");
    }
    return {};
}

QString barHtml(const std::vector<double> &bar)
{
    QString html = QStringLiteral("<div class=\"bar\">");
    double left = 1;
    for (std::size_t i = 0; i < bar.size(); ++i) {
        const double share = qBound(0.0, bar[i], left);
        left -= share;
        html += QStringLiteral("<i class=\"k%1\" style=\"width:%2%\"></i>")
                    .arg(i % 4)
                    .arg(QString::number(share * 100, 'f', 2));
    }
    return html + QStringLiteral("</div>");
}

QString cellHtml(const Cell &cell)
{
    QString html = esc(cell.text);
    if (cell.tone == Tone::Better)
        html += QStringLiteral(" ✓");
    if (!cell.detail.isEmpty())
        html += QStringLiteral("<small>") + esc(cell.detail) + QStringLiteral("</small>");
    if (!cell.bar.empty())
        html += barHtml(cell.bar);
    return html;
}

struct HtmlWriter
{
    QString out;
    QByteArray drawing;

    void operator()(const Heading &heading) { out += QStringLiteral("<h2>%1</h2>\n").arg(esc(heading.text)); }
    void operator()(const Paragraph &paragraph)
    {
        for (const QString &line : paragraph.text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            out += QStringLiteral("<p class=\"%1\">%2</p>\n").arg(toneClass(paragraph.tone), esc(line));
    }
    void operator()(const Figures &figures)
    {
        out += QStringLiteral("<div class=\"figures\">\n");
        for (const Figure &figure : figures.figures)
            out += QStringLiteral("<div><span class=\"muted\">%1</span><b class=\"%2\">%3</b>"
                                  "<span class=\"muted\">%4</span></div>\n")
                       .arg(esc(figure.label), toneClass(figure.tone), esc(figure.value), esc(figure.detail));
        out += QStringLiteral("</div>\n");
    }
    void operator()(const TableBlock &table)
    {
        out += QStringLiteral("<div class=\"scroll\"><table id=\"%1\">\n<thead><tr>").arg(esc(table.id));
        for (const Column &column : table.columns)
            out += QStringLiteral("<th%1>%2</th>").arg(alignClass(column), esc(column.title));
        out += QStringLiteral("</tr></thead>\n<tbody>\n");
        for (const Row &row : table.rows)
            writeRow(table, row);
        out += QStringLiteral("</tbody></table></div>\n");
        if (table.legend.isEmpty())
            return;
        out += QStringLiteral("<p class=\"legend muted\">");
        for (int i = 0; i < table.legend.size(); ++i)
            out += QStringLiteral("<i class=\"k%1\"></i>%2").arg(i % 4).arg(esc(table.legend[i]));
        out += QStringLiteral("</p>\n");
    }
    void operator()(const ChassisBlock &chassis)
    {
        (*this)(Heading{chassis.caption});
        if (!drawing.isEmpty()) {
            out += QStringLiteral("<figure>") + QString::fromUtf8(drawing) + QStringLiteral("</figure>\n");
            return;
        }
        (*this)(Bullets{chassis.positions});
    }
    void operator()(const FindingsBlock &block)
    {
        for (const FindingEntry &finding : block.findings) {
            const QString kind = finding.severity == Severity::Error     ? QStringLiteral("error")
                                 : finding.severity == Severity::Warning ? QStringLiteral("warning")
                                                                         : QStringLiteral("advice");
            out += QStringLiteral("<div class=\"finding %1\"><b>%2 · %3</b><br>%4</div>\n")
                       .arg(kind, esc(finding.word), esc(finding.subject), esc(finding.text));
        }
    }
    void operator()(const Bullets &bullets)
    {
        out += QStringLiteral("<ul>\n");
        for (const QString &item : bullets.items)
            out += QStringLiteral("<li>%1</li>\n").arg(esc(item));
        out += QStringLiteral("</ul>\n");
    }
    void operator()(const Code &code) { out += QStringLiteral("<pre>%1</pre>\n").arg(esc(code.text)); }

private:
    static QString alignClass(const Column &column)
    {
        return column.align == Align::Right ? QStringLiteral(" class=\"r\"") : QString();
    }
    void writeRow(const TableBlock &table, const Row &row)
    {
        if (row.kind == RowKind::Group) {
            out += QStringLiteral("<tr class=\"group\"><td colspan=\"%1\">%2</td></tr>\n")
                       .arg(table.columns.size())
                       .arg(row.cells.empty() ? QString() : esc(row.cells.front().text));
            return;
        }
        out += row.kind == RowKind::Total ? QStringLiteral("<tr class=\"total\">") : QStringLiteral("<tr>");
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const Cell cell = i < row.cells.size() ? row.cells[i] : Cell();
            QStringList classes{toneClass(cell.tone)};
            if (table.columns[i].align == Align::Right)
                classes.append(QStringLiteral("r"));
            out += QStringLiteral("<td class=\"%1\">%2</td>")
                       .arg(classes.join(QLatin1Char(' ')).trimmed(), cellHtml(cell));
        }
        out += QStringLiteral("</tr>\n");
    }
};

} // namespace

QString toHtml(const Document &document, const QByteArray &drawing)
{
    HtmlWriter writer;
    writer.drawing = drawing;
    writer.out = QStringLiteral("<!DOCTYPE html>\n<html>\n<head>\n") + QString::fromLatin1(kHead)
                 + QStringLiteral("<title>") + esc(document.title) + QStringLiteral("</title>\n</head>\n<body>\n<h1>")
                 + esc(document.title) + QStringLiteral("</h1>\n<div class=\"sub\">") + esc(document.subtitle);
    for (const MetaLine &line : document.meta)
        writer.out += QStringLiteral(" · ") + esc(line.label) + QStringLiteral(": ") + esc(line.value);
    writer.out += QStringLiteral("</div>\n");
    for (const Block &block : document.blocks)
        std::visit([&writer](const auto &one) { writer(one); }, block);
    writer.out += QStringLiteral("</body>\n</html>\n");
    return writer.out;
}

} // namespace rigwright::report
