// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_export.h"

#include "core/report/evaluation_json.h"
#include "core/report/writers.h"
#include "ui/chassis/chassis_painter.h"
#include "ui/report/pdf_report.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace rigwright::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ReportExport", text);
}

Outcome writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{Error::Code::NotWritable, tr("Cannot write %1: %2").arg(path, file.errorString())};
    return done();
}

/// The chassis as an inline SVG element, for HTML.
QByteArray svgOf(const ChassisModel &model)
{
    if (model.isEmpty())
        return {};
    constexpr double kPixelsWide = 900;
    const QSizeF size(kPixelsWide, kPixelsWide * model.bounds.height() / model.bounds.width());
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    QPainter painter(&generator);
    paintChassis(painter, QRectF(QPointF(), size), model, lightChassisColors());
    painter.end();
    // The XML declaration and document type have no place inside a page.
    const qsizetype start = buffer.data().indexOf("<svg");
    return start < 0 ? QByteArray() : buffer.data().mid(start);
}

QByteArray bytesOf(ReportFormat format, const report::Document &document, const std::vector<ChassisDrawing> &drawings,
                   const QString &table, const QJsonObject &json, const ReportOptions &options)
{
    switch (format) {
    case ReportFormat::Pdf: return pdfOf(document, drawings, options);
    case ReportFormat::Html:
        return report::toHtml(document, drawings.size() == 1 ? svgOf(drawings.front().model) : QByteArray()).toUtf8();
    case ReportFormat::Csv: return report::toCsv(document, table);
    case ReportFormat::Markdown: return report::toMarkdown(document).toUtf8();
    case ReportFormat::Text: return report::toText(document).toUtf8();
    case ReportFormat::Json: return toJsonText(json);
    }
    return {};
}

} // namespace

std::optional<ReportFormat> reportFormatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("pdf"))
        return ReportFormat::Pdf;
    if (suffix == QLatin1String("html") || suffix == QLatin1String("htm"))
        return ReportFormat::Html;
    if (suffix == QLatin1String("csv"))
        return ReportFormat::Csv;
    if (suffix == QLatin1String("md") || suffix == QLatin1String("markdown"))
        return ReportFormat::Markdown;
    if (suffix == QLatin1String("json"))
        return ReportFormat::Json;
    if (suffix == QLatin1String("txt"))
        return ReportFormat::Text;
    return std::nullopt;
}

Outcome exportReport(ReportFormat format, const QString &path, const Build &build, const Catalog &catalog,
                     const Evaluation &evaluation, const ReportOptions &options)
{
    const report::Document document = report::buildReport(build, catalog, evaluation, options.date);
    std::vector<ChassisDrawing> drawings;
    if (format == ReportFormat::Pdf || format == ReportFormat::Html)
        drawings.push_back({build.name, chassisModel(build, catalog, evaluation)});
    const QJsonObject json = format == ReportFormat::Json ? evaluationJson(build, catalog, evaluation) : QJsonObject();
    return writeFile(path, bytesOf(format, document, drawings, QStringLiteral("parts"), json, options));
}

Outcome exportComparison(ReportFormat format, const QString &path, const Comparison &comparison, const Catalog &catalog,
                         const ReportOptions &options)
{
    report::Document document = comparisonReport(comparison, catalog, options.date);
    std::vector<ChassisDrawing> drawings;
    if (format == ReportFormat::Pdf) {
        drawings = {{comparison.buildA.name, chassisModel(comparison.buildA, catalog, comparison.a)},
                    {comparison.buildB.name, chassisModel(comparison.buildB, catalog, comparison.b)}};
        document.blocks.insert(document.blocks.begin() + 1, report::ChassisBlock{});
    }
    const QJsonObject json = format == ReportFormat::Json ? comparisonJson(comparison, catalog) : QJsonObject();
    return writeFile(path, bytesOf(format, document, drawings, QStringLiteral("comparison"), json, options));
}

} // namespace rigwright::ui
