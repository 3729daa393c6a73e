// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes come in: no crash, no endless loop. An import without problems can be exported, and importing that
// over the result changes nothing.
#include "core/interchange/table_import.h"

#include "core/catalog/fields.h"

#include <QBuffer>
#include <QDate>

#include <algorithm>
#include <cstdlib>

using namespace rigwright;

namespace {

ImportPlan planned(QByteArray text, const QString &table, const Catalog &catalog)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return planImport(buffer, QStringLiteral("input.csv"), table, catalog, QDate(2026, 11, 21));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    Catalog catalog;
    const ImportPlan plan = planned(text, {}, catalog);
    if (!plan.problems.isEmpty())
        return 0;
    forEachOwnableTable([&](const char *, auto table) { catalog.*table = (plan.rows.*table); });
    const ImportPlan again = planned(tableCsv(catalog, plan.table), plan.table, catalog);
    const bool same = std::ranges::all_of(again.changes,
                                          [](const RowChange &change) { return change.kind == RowChange::Kind::Same; });
    if (!again.problems.isEmpty() || !same || again.changes.size() != plan.changes.size())
        std::abort();
    return 0;
}
