// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/page_composer.h"
#include "ui/report/report_export.h"

namespace rigwright::ui {

/// @return the document as a PDF. The same document and options give the same bytes on the same
///         machine. Text is selectable, fonts are embedded.
QByteArray pdfOf(const report::Document &document, const std::vector<ChassisDrawing> &drawings,
                 const ReportOptions &options);

} // namespace rigwright::ui
