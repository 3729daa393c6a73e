// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/compiler/csv_table.h"

#include <QFile>
#include <QFileInfo>

#include <csv.h>

namespace rigwright {

namespace {

struct Reader
{
    CsvTable table;
    QStringList fields;
    int line = 0;  ///< being fed
    int start = 1; ///< on which the current record began

    static void onField(void *text, size_t size, void *self)
    {
        static_cast<Reader *>(self)->fields << QString::fromUtf8(static_cast<const char *>(text), qsizetype(size));
    }
    static void onRecord(int, void *self)
    {
        auto &reader = *static_cast<Reader *>(self);
        if (reader.table.header.isEmpty())
            reader.table.header = reader.fields;
        else
            reader.table.records.push_back({reader.start, reader.fields});
        reader.fields.clear();
        reader.start = reader.line + 1;
    }
};

} // namespace

Result<CsvTable> readCsv(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::NotFound, QStringLiteral("%1: %2").arg(name, file.errorString())};

    csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return Error{Error::Code::Io, QStringLiteral("%1: no memory for the parser").arg(name)};
    Reader reader;
    bool ok = true;
    while (ok && !file.atEnd()) {
        const QByteArray line = file.readLine();
        ++reader.line;
        ok = csv_parse(&parser, line.constData(), size_t(line.size()), Reader::onField, Reader::onRecord, &reader)
             == size_t(line.size());
    }
    ok = ok && csv_fini(&parser, Reader::onField, Reader::onRecord, &reader) == 0;
    const QString reason = QString::fromLatin1(csv_strerror(csv_error(&parser)));
    csv_free(&parser);
    if (!ok)
        return Error{Error::Code::Corrupt, QStringLiteral("%1:%2: %3").arg(name).arg(reader.start).arg(reason)};
    if (reader.table.header.isEmpty())
        return Error{Error::Code::Corrupt, QStringLiteral("%1:1: no header").arg(name)};
    return std::move(reader.table);
}

} // namespace rigwright
