// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/pdf_report.h"

#include "ui/report/pdf_metadata.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QHashSeed>
#include <QPainter>
#include <QPdfWriter>

namespace rigwright::ui {

namespace {

/// Qt's PDF engine writes its fonts in the order of a hash table, whose seed differs from run to
/// run. Tables that exist already keep their seed.
class FixedHashOrder
{
public:
    FixedHashOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~FixedHashOrder() { QHashSeed::resetRandomGlobalSeed(); }
    Q_DISABLE_COPY_MOVE(FixedHashOrder)
};

} // namespace

QByteArray pdfOf(const report::Document &document, const std::vector<ChassisDrawing> &drawings,
                 const ReportOptions &options)
{
    const FixedHashOrder fixed;
    const QString program = (QStringLiteral("Rigwright ") + QCoreApplication::applicationVersion()).trimmed();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(document.title);
        writer.setCreator(program);
        const Paper paper(writer, options.pageSize);
        const PageComposer pages(paper, document, drawings);
        QPainter painter(&writer);
        painter.setRenderHint(QPainter::Antialiasing);
        pages.paint(painter, [&writer] { writer.newPage(); });
    }
    return withPdfMetadata(buffer.data(), options.author.isEmpty() ? program : options.author, options.date);
}

} // namespace rigwright::ui
