// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/comparison.h"
#include "core/units/result.h"

#include <QDate>
#include <QPageSize>

#include <optional>

namespace rigwright::ui {

enum class ReportFormat { Pdf, Html, Csv, Markdown, Json, Text };

/// @return the format that the file's suffix asks for: .pdf .html .htm .csv .md .json .txt
std::optional<ReportFormat> reportFormatOf(const QString &path);

struct ReportOptions
{
    QDate date; ///< printed on the report; the caller's today
    QPageSize::PageSizeId pageSize = QPageSize::A4;
    QString author; ///< in the PDF's metadata; empty = the program
};

/// Writes the report of a build. The file appears complete or not at all. Needs a QGuiApplication
/// (fonts) for PDF and HTML, no display: the offscreen platform will do.
Outcome exportReport(ReportFormat format, const QString &path, const Build &build, const Catalog &catalog,
                     const Evaluation &evaluation, const ReportOptions &options);

/// Writes a comparison, likewise.
Outcome exportComparison(ReportFormat format, const QString &path, const Comparison &comparison, const Catalog &catalog,
                         const ReportOptions &options);

} // namespace rigwright::ui
