// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

/// A report as blocks that know nothing of paper, HTML or terminals. It is made once; every
/// writer shows the same texts and numbers, so that no two outputs can disagree.
namespace rigwright::report {

enum class Align { Left, Right };
enum class Tone { Plain, Strong, Muted, Better, Worse, Warning, Error };

/// One cell: what people read, and the bare number for programs.
struct Cell
{
    QString text;
    QString detail;               ///< a second, smaller line
    std::optional<double> number; ///< what a spreadsheet should get instead of the text
    Tone tone = Tone::Plain;
    std::vector<double> bar; ///< shares of a full bar, left to right; empty = no bar
};

struct Column
{
    QString key;   ///< for programs: "unit_price_usd"; empty = not in machine-readable outputs
    QString title; ///< for people
    Align align = Align::Left;
    double width = 1;  ///< relative
    QString detailKey; ///< key of the cells' second lines, a column of their own there
};

enum class RowKind { Body, Group, Total };

struct Row
{
    std::vector<Cell> cells; ///< one per column; a Group row has one cell
    RowKind kind = RowKind::Body;
};

struct Heading
{
    QString text;
};

struct Paragraph
{
    QString text;
    Tone tone = Tone::Plain;
};

/// A figure worth large type: "27 tok/s", "Llama 3.3 70B, 32K context", "Comfortable".
struct Figure
{
    QString label;
    QString value;
    QString detail;
    Tone tone = Tone::Plain;
};

struct Figures
{
    std::vector<Figure> figures;
};

struct TableBlock
{
    QString id; ///< "parts", "results", "memory", "power", ...
    std::vector<Column> columns;
    std::vector<Row> rows;
    QStringList legend; ///< what the segments of the bars are, in their order
};

/// The chassis drawing. Writers that cannot draw list the positions.
struct ChassisBlock
{
    QString caption;
    QStringList positions; ///< "Slot 1 · RTX 3090 · PCIe 4.0 ×16"
};

struct FindingEntry
{
    Severity severity = Severity::Advice;
    QString word; ///< "Error"
    QString subject;
    QString text;
};

struct FindingsBlock
{
    std::vector<FindingEntry> findings;
};

struct Bullets
{
    QStringList items;
};

/// Text to be copied to a terminal, kept character for character.
struct Code
{
    QString text;
};

using Block = std::variant<Heading, Paragraph, Figures, TableBlock, ChassisBlock, FindingsBlock, Bullets, Code>;

struct MetaLine
{
    QString label;
    QString value;
};

struct Document
{
    QString title;    ///< the build's name
    QString subtitle; ///< "Parts list and evaluation"
    QDate date;       ///< given by the caller; core has no clock
    std::vector<MetaLine> meta;
    std::vector<Block> blocks;
};

/// The report of one build: parts with dated prices, totals, results, memory, power sheet,
/// running cost, findings and assumptions.
Document buildReport(const Build &build, const Catalog &catalog, const Evaluation &evaluation, QDate date);

/// @return the first table of that id, or nullptr
const TableBlock *findTable(const Document &document, const QString &id);

} // namespace rigwright::report
