// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/writers.h"

#include <algorithm>

namespace rigwright::report {

namespace {

constexpr int kGap = 2;        ///< spaces between columns
constexpr int kWidest = 44;    ///< a column grows to this; longer texts continue on the next line
constexpr int kLineWidth = 96; ///< of paragraphs

/// A terminal acts on control characters; they become spaces.
QString printable(const QString &text)
{
    QString out = text;
    for (QChar &c : out)
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator
            || c == QChar(0x00A0))
            c = QLatin1Char(' ');
    return out;
}

QStringList wrapped(const QString &text, int width)
{
    QStringList lines;
    QString line;
    for (QString word : printable(text).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        while (word.size() > width) {
            if (!line.isEmpty())
                lines.append(std::exchange(line, {}));
            lines.append(word.left(width));
            word.remove(0, width);
        }
        if (!line.isEmpty() && line.size() + 1 + word.size() > width)
            lines.append(std::exchange(line, {}));
        if (!line.isEmpty() && !word.isEmpty())
            line += QLatin1Char(' ');
        line += word;
    }
    if (!line.isEmpty() || lines.isEmpty())
        lines.append(line);
    return lines;
}

QString cellText(const Cell &cell)
{
    if (cell.tone == Tone::Better)
        return cell.text + QStringLiteral(" *");
    return cell.tone == Tone::Error && !cell.text.isEmpty() ? cell.text + QStringLiteral(" !") : cell.text;
}

QStringList cellLines(const Cell &cell, int width)
{
    QStringList lines = wrapped(cellText(cell), width);
    if (!cell.detail.isEmpty())
        lines += wrapped(cell.detail, width);
    return lines;
}

struct TextWriter
{
    QString out;

    void line(QString text)
    {
        while (text.endsWith(QLatin1Char(' ')))
            text.chop(1);
        out += text + QLatin1Char('\n');
    }
    void paragraph(const QString &text, const QString &first = {}, const QString &next = {})
    {
        const QStringList lines = wrapped(text, kLineWidth - int(next.size()));
        for (int i = 0; i < lines.size(); ++i)
            line((i == 0 ? first : next) + lines[i]);
    }

    void operator()(const Heading &heading)
    {
        const QString text = printable(heading.text);
        line(text);
        line(QString(text.size(), QLatin1Char('-')));
    }
    void operator()(const Paragraph &text)
    {
        for (const QString &part : text.text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            paragraph(part);
        line({});
    }
    void operator()(const Figures &figures)
    {
        qsizetype width = 0;
        for (const Figure &figure : figures.figures)
            width = std::max(width, std::min<qsizetype>(figure.label.size(), kWidest));
        for (const Figure &figure : figures.figures)
            paragraph(figure.value + QStringLiteral("  (") + figure.detail + QLatin1Char(')'),
                      printable(figure.label).leftJustified(width + kGap), QString(width + kGap, QLatin1Char(' ')));
        line({});
    }
    void operator()(const TableBlock &table)
    {
        std::vector<int> widths;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            qsizetype width = table.columns[i].title.size();
            for (const Row &row : table.rows)
                if (row.kind != RowKind::Group && i < row.cells.size())
                    width = std::max({width, cellText(row.cells[i]).size(), row.cells[i].detail.size()});
            widths.push_back(int(std::min<qsizetype>(width, kWidest)));
        }
        Row titles;
        for (const Column &column : table.columns)
            titles.cells.push_back({column.title, {}, {}, Tone::Plain, {}});
        row(table, titles, widths);
        QString rule;
        for (const int width : widths)
            rule += QString(width, QLatin1Char('-')) + QString(kGap, QLatin1Char(' '));
        line(rule);
        for (const Row &one : table.rows) {
            if (one.kind == RowKind::Group)
                paragraph(one.cells.empty() ? QString() : one.cells.front().text);
            else
                row(table, one, widths);
        }
        line({});
    }
    void operator()(const ChassisBlock &chassis)
    {
        (*this)(Heading{chassis.caption});
        for (const QString &position : chassis.positions)
            paragraph(position);
        line({});
    }
    void operator()(const FindingsBlock &block)
    {
        for (const FindingEntry &finding : block.findings)
            paragraph(finding.subject + QStringLiteral(": ") + finding.text,
                      QLatin1Char('[') + finding.word + QStringLiteral("] "), QStringLiteral("    "));
        line({});
    }
    void operator()(const Bullets &bullets)
    {
        for (const QString &item : bullets.items)
            paragraph(item, QStringLiteral("- "), QStringLiteral("  "));
        line({});
    }
    void operator()(const Code &code)
    {
        for (const QString &text : code.text.split(QLatin1Char('\n')))
            line(QStringLiteral("    ") + printable(text));
        line({});
    }

private:
    void row(const TableBlock &table, const Row &row, const std::vector<int> &widths)
    {
        std::vector<QStringList> cells;
        qsizetype height = 1;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            cells.push_back(i < row.cells.size() ? cellLines(row.cells[i], widths[i]) : QStringList());
            height = std::max(height, cells.back().size());
        }
        for (qsizetype y = 0; y < height; ++y) {
            QString text;
            for (std::size_t i = 0; i < widths.size(); ++i) {
                const QString part = cells[i].value(y);
                text += table.columns[i].align == Align::Right ? part.rightJustified(widths[i])
                                                               : part.leftJustified(widths[i]);
                text += QString(kGap, QLatin1Char(' '));
            }
            line(text);
        }
    }
};

} // namespace

QString toText(const Document &document)
{
    TextWriter writer;
    const QString title = printable(document.title);
    writer.line(title);
    writer.line(QString(title.size(), QLatin1Char('=')));
    writer.line(printable(document.subtitle));
    for (const MetaLine &line : document.meta)
        writer.line(printable(line.label + QStringLiteral(": ") + line.value));
    writer.line({});
    for (const Block &block : document.blocks)
        std::visit([&writer](const auto &one) { writer(one); }, block);
    while (writer.out.endsWith(QStringLiteral("\n\n")))
        writer.out.chop(1);
    return writer.out;
}

} // namespace rigwright::report
