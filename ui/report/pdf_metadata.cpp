// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/pdf_metadata.h"

namespace rigwright::ui {

namespace {

/// A text string as UTF-16BE in hexadecimal: no character of it needs an escape.
/// Source: ISO 32000-1, 7.9.2.2, "Text string type".
QByteArray pdfText(const QString &text)
{
    QByteArray hex = "<FEFF";
    for (const QChar c : text)
        hex += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
    return hex + '>';
}

constexpr qsizetype kEntryLength = 20; ///< of a cross-reference entry, ISO 32000-1, 7.5.4
constexpr qsizetype kOffsetDigits = 10;

/// Moves every offset behind `after` by `shift`, in the table at `table`.
void moveOffsets(QByteArray &pdf, qsizetype table, qsizetype after, qsizetype shift)
{
    const qsizetype header = pdf.indexOf('\n', table) + 1; // "xref"
    const qsizetype first = pdf.indexOf('\n', header) + 1; // "0 32"
    const qsizetype trailer = pdf.indexOf("trailer", first);
    for (qsizetype entry = first; entry + kEntryLength <= trailer; entry += kEntryLength) {
        const qlonglong offset = pdf.mid(entry, kOffsetDigits).toLongLong();
        if (offset > after)
            pdf.replace(entry, kOffsetDigits, QByteArray::number(offset + shift).rightJustified(kOffsetDigits, '0'));
    }
}

} // namespace

QByteArray withPdfMetadata(const QByteArray &pdf, const QString &author, QDate date)
{
    const qsizetype dateStart = pdf.indexOf("/CreationDate (");
    const qsizetype dateEnd = pdf.indexOf(")\n", dateStart);
    const qsizetype startXref = pdf.lastIndexOf("startxref\n");
    if (dateStart < 0 || dateEnd < 0 || startXref < 0)
        return pdf;

    QByteArray info = "/Author " + pdfText(author) + '\n';
    if (date.isValid())
        info += "/CreationDate (D:" + date.toString(QStringLiteral("yyyyMMdd")).toLatin1() + "000000Z)\n";
    const qsizetype removed = dateEnd + 2 - dateStart;
    const qsizetype shift = info.size() - removed;

    const qsizetype number = startXref + qstrlen("startxref\n");
    const qsizetype numberEnd = pdf.indexOf('\n', number);
    const qlonglong table = pdf.mid(number, numberEnd - number).trimmed().toLongLong();

    QByteArray out = pdf;
    out.replace(number, numberEnd - number, QByteArray::number(table + shift));
    out.replace(dateStart, removed, info);
    moveOffsets(out, table + shift, dateStart, shift);
    return out;
}

} // namespace rigwright::ui
