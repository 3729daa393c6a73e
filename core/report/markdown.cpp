// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/writers.h"

namespace rigwright::report {

namespace {

/// One line without markup: every character that CommonMark, its tables or inline HTML could
/// read as more than text is escaped. Source: CommonMark 0.30, section 2.4, backslash escapes.
QString escaped(const QString &text)
{
    static const QString special = QStringLiteral("\\`*_[]<>#!|~&");
    QString out;
    out.reserve(text.size() + 8);
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
            out += QLatin1Char(' ');
            continue;
        }
        if (special.contains(c))
            out += QLatin1Char('\\');
        out += c;
    }
    // Some readers make links of bare addresses.
    out.replace(QStringLiteral("://"), QStringLiteral("\\://"));
    return out.trimmed();
}

/// A paragraph of its own could still start a list, a heading or a rule.
QString escapedBlock(const QString &text)
{
    QString line = escaped(text);
    if (!line.isEmpty() && (line[0] == QLatin1Char('-') || line[0] == QLatin1Char('+') || line[0] == QLatin1Char('=')))
        line.prepend(QLatin1Char('\\'));
    int digits = 0;
    while (digits < line.size() && line[digits].isDigit())
        ++digits;
    if (digits > 0 && digits < line.size() && (line[digits] == QLatin1Char('.') || line[digits] == QLatin1Char(')')))
        line.insert(digits, QLatin1Char('\\'));
    return line;
}

QString cellText(const Cell &cell, RowKind kind)
{
    QString text = escaped(cell.text);
    const bool bold = cell.tone == Tone::Strong || cell.tone == Tone::Better || kind == RowKind::Total;
    if (bold && !text.isEmpty())
        text = QStringLiteral("**%1**").arg(text);
    if (cell.tone == Tone::Better)
        text += QStringLiteral(" ✓");
    if (cell.tone == Tone::Error)
        text += QStringLiteral(" ✗");
    if (!cell.detail.isEmpty())
        text += QStringLiteral("<br>") + escaped(cell.detail);
    return text;
}

struct MarkdownWriter
{
    QString out;

    void operator()(const Heading &heading)
    {
        out += QStringLiteral("## ") + escaped(heading.text) + QStringLiteral("\n\n");
    }
    void operator()(const Paragraph &paragraph)
    {
        for (const QString &line : paragraph.text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            out += escapedBlock(line) + QStringLiteral("\n\n");
    }
    void operator()(const Figures &figures)
    {
        for (const Figure &figure : figures.figures)
            out += QStringLiteral("- %1: **%2** (%3)\n")
                       .arg(escaped(figure.label), escaped(figure.value), escaped(figure.detail));
        out += QLatin1Char('\n');
    }
    void operator()(const TableBlock &table)
    {
        QString titles = QStringLiteral("|");
        QString rule = QStringLiteral("|");
        for (const Column &column : table.columns) {
            titles += QStringLiteral(" %1 |").arg(escaped(column.title));
            rule += column.align == Align::Right ? QStringLiteral("---:|") : QStringLiteral("---|");
        }
        out += titles + QLatin1Char('\n') + rule + QLatin1Char('\n');
        for (const Row &row : table.rows) {
            out += QLatin1Char('|');
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                const QString text = i < row.cells.size() ? cellText(row.cells[i], row.kind) : QString();
                out += row.kind == RowKind::Group && !text.isEmpty() ? QStringLiteral(" **%1** |").arg(text)
                                                                     : QStringLiteral(" %1 |").arg(text);
            }
            out += QLatin1Char('\n');
        }
        out += QLatin1Char('\n');
    }
    void operator()(const ChassisBlock &chassis)
    {
        out += QStringLiteral("## ") + escaped(chassis.caption) + QStringLiteral("\n\n");
        for (const QString &position : chassis.positions)
            out += QStringLiteral("- ") + escapedBlock(position) + QLatin1Char('\n');
        out += QLatin1Char('\n');
    }
    void operator()(const FindingsBlock &block)
    {
        for (const FindingEntry &finding : block.findings)
            out += QStringLiteral("- **%1 – %2:** %3\n")
                       .arg(escaped(finding.word), escaped(finding.subject), escaped(finding.text));
        out += QLatin1Char('\n');
    }
    void operator()(const Bullets &bullets)
    {
        for (const QString &item : bullets.items)
            out += QStringLiteral("- ") + escapedBlock(item) + QLatin1Char('\n');
        out += QLatin1Char('\n');
    }
    void operator()(const Code &code)
    {
        // Indented code has no fence that the text could close.
        for (const QString &line : code.text.split(QLatin1Char('\n')))
            out += QStringLiteral("    ") + line + QLatin1Char('\n');
        out += QLatin1Char('\n');
    }
};

} // namespace

QString toMarkdown(const Document &document)
{
    MarkdownWriter writer;
    writer.out = QStringLiteral("# %1\n\n%2\n\n").arg(escaped(document.title), escaped(document.subtitle));
    for (const MetaLine &line : document.meta)
        writer.out += QStringLiteral("- %1: %2\n").arg(escaped(line.label), escaped(line.value));
    if (!document.meta.empty())
        writer.out += QLatin1Char('\n');
    for (const Block &block : document.blocks)
        std::visit([&writer](const auto &one) { writer(one); }, block);
    while (writer.out.endsWith(QStringLiteral("\n\n")))
        writer.out.chop(1);
    return writer.out;
}

} // namespace rigwright::report
