// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"

/// Writers of report documents. Text of the build stays text in every one of them: markup
/// characters are escaped, and spreadsheet cells never start a formula.
namespace rigwright::report {

/// CommonMark with pipe tables (GitHub's).
QString toMarkdown(const Document &document);

/// One self-contained page: inline style, no script, nothing loaded from anywhere.
/// @param drawing SVG of the chassis (trusted, from the program's own painter), or empty
QString toHtml(const Document &document, const QByteArray &drawing = {});

/// Aligned columns for a terminal or an e-mail.
QString toText(const Document &document);

/// The table `id` as RFC 4180 CSV: keys as header, bare numbers, UTF-8, CRLF line ends.
QByteArray toCsv(const Document &document, const QString &id = QStringLiteral("parts"));

} // namespace rigwright::report
