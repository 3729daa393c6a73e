// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/embedded_rows.h"

#include "core/catalog/any_table.h"
#include "core/catalog/fields.h"
#include "core/interchange/build_fields.h"

#include <QCoreApplication>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RigFile)
};

/// More rows than all items of a build can name, with their whole machines.
constexpr int kRows = 2 * limits::kItems;

Error invalid(const QString &message)
{
    return {Error::Code::Invalid, message};
}

/// The ids that a build names in one table, each once.
class UsedIds
{
public:
    void add(const QString &table, const QString &id)
    {
        QStringList &ids = m_ids[table];
        if (!id.isEmpty() && !ids.contains(id))
            ids.append(id);
    }
    QStringList of(const char *table) const { return m_ids.value(QLatin1String(table)); }

private:
    QHash<QString, QStringList> m_ids;
};

UsedIds idsUsed(const Build &build, const Catalog &catalog)
{
    UsedIds used;
    for (const Item &item : build.items) {
        used.add(tableOf(item.part.kind), item.part.id);
        if (item.part.kind == PartKind::Prebuilt)
            if (const Prebuilt *machine = catalog.prebuilts.find(item.part.id))
                used.add(QStringLiteral("unified_systems"), machine->unifiedSystemId);
    }
    for (const Deployment &deployment : build.deployments) {
        used.add(QStringLiteral("models"), deployment.modelId);
        used.add(QStringLiteral("quantizations"), deployment.quantId);
        used.add(QStringLiteral("engines"), deployment.engineId);
        used.add(QStringLiteral("models"), deployment.engineSettings.draftModelId);
        used.add(QStringLiteral("quantizations"), deployment.engineSettings.draftQuantId);
    }
    for (const SiteCircuit &circuit : build.site.circuits)
        used.add(QStringLiteral("circuits"), circuit.circuitId);
    used.add(QStringLiteral("tariffs"), build.site.tariffId);
    return used;
}

template <class Row>
void writeRow(JsonWriter &json, const Row &row)
{
    json.beginObject();
    for (const Field<Row> &field : fields<Row>()) {
        const Cell cell = field.get(row);
        if (const auto *text = std::get_if<QString>(&cell))
            json.text(field.name, *text);
        else if (const auto *real = std::get_if<double>(&cell))
            json.number(field.name, *real);
        else if (const auto *whole = std::get_if<qint64>(&cell))
            json.integer(field.name, *whole);
        else if (const auto *flag = std::get_if<bool>(&cell))
            json.flag(field.name, *flag);
    }
    json.endObject();
}

template <class Row>
Result<Row> readRow(const QJsonValue &value, const QString &path)
{
    if (!value.isObject())
        return invalid(Text::tr("%1 must be an object.").arg(path));
    const QJsonObject object = value.toObject();
    Row row;
    for (const Field<Row> &field : fields<Row>()) {
        const QString place = path + u'.' + QLatin1String(field.name);
        const Result<Cell> cell = cellFromJson(object.value(QLatin1String(field.name)), field.type);
        if (!cell)
            return invalid(Text::tr("%1: %2.").arg(place, cell.error().message));
        if (isBlank(*cell)) {
            // Texts may be blank, figures are what the engines calculate with.
            if (field.required && field.type != CellType::Text)
                return invalid(Text::tr("%1 is missing.").arg(place));
            continue;
        }
        if (const auto *text = std::get_if<QString>(&*cell); text && !isPlainText(*text, limits::kNotesLength))
            return invalid(Text::tr("%1 is too long or contains control characters.").arg(place));
        if (const Outcome assigned = field.assign(row, *cell); !assigned)
            return invalid(Text::tr("%1: %2.").arg(place, assigned.error().message));
    }
    if (idOf(row).isEmpty() || idOf(row).size() > limits::kIdLength)
        return invalid(Text::tr("%1.id is missing or too long.").arg(path));
    return row;
}

template <class Row>
Result<Table<Row>> readTable(const QJsonValue &value, const QString &path)
{
    if (value.isUndefined())
        return Table<Row>();
    if (!value.isArray())
        return invalid(Text::tr("%1 must be an array.").arg(path));
    const QJsonArray entries = value.toArray();
    if (entries.size() > kRows)
        return invalid(
            Text::tr("%1 has %2 entries, more than the %3 allowed.").arg(path).arg(entries.size()).arg(kRows));
    std::vector<Row> rows;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        Result<Row> row = readRow<Row>(entries[i], QStringLiteral("%1[%2]").arg(path).arg(i));
        if (!row)
            return row.error();
        rows.push_back(std::move(row).value());
    }
    return Table<Row>(std::move(rows));
}

/// @return "tdp_w is 350 in the catalogue and 300 in the file", for up to three columns; empty where equal
template <class Row>
QString differenceOf(const Row &ours, const Row &theirs)
{
    constexpr int kShown = 3;
    QStringList columns;
    int more = 0;
    for (const Field<Row> &field : fields<Row>()) {
        const QString here = cellText(field.get(ours));
        const QString there = cellText(field.get(theirs));
        if (here == there)
            continue;
        if (columns.size() < kShown)
            columns.append(Text::tr("%1 is %2 in the catalogue and %3 in the file")
                               .arg(QLatin1String(field.name), here.isEmpty() ? Text::tr("blank") : here,
                                    there.isEmpty() ? Text::tr("blank") : there));
        else
            ++more;
    }
    if (more > 0)
        columns.append(Text::tr("and %1 more").arg(more));
    return columns.join(QStringLiteral("; "));
}

} // namespace

Catalog rowsUsed(const Build &build, const Catalog &catalog)
{
    const UsedIds used = idsUsed(build, catalog);
    Catalog rows;
    rows.version = catalog.version;
    forEachOwnableTable([&](const char *name, auto table) {
        using Row = RowOf<decltype(rows.*table)>;
        std::vector<Row> found;
        for (const QString &id : used.of(name))
            if (const Row *row = (catalog.*table).find(id))
                found.push_back(*row);
        rows.*table = Table<Row>(std::move(found));
    });
    return rows;
}

void writeEmbedded(JsonWriter &json, const Catalog &rows)
{
    bool any = false;
    forEachOwnableTable([&](const char *, auto table) { any = any || !(rows.*table).empty(); });
    if (!any)
        return;
    json.beginObject("catalog");
    if (!rows.version.isEmpty())
        json.text("version", rows.version);
    forEachOwnableTable([&](const char *name, auto table) {
        if ((rows.*table).empty())
            return;
        json.beginArray(name);
        for (const auto &row : rows.*table)
            writeRow(json, row);
        json.endArray();
    });
    json.endObject();
}

Result<Catalog> readEmbedded(const QJsonValue &value)
{
    Catalog rows;
    if (value.isUndefined())
        return rows;
    if (!value.isObject())
        return invalid(Text::tr("catalog must be an object."));
    const QJsonObject object = value.toObject();
    std::optional<Error> error;
    FieldReader(object, QStringLiteral("catalog"), error).text("version", rows.version, limits::kIdLength);
    forEachOwnableTable([&](const char *name, auto table) {
        if (error)
            return;
        auto read = readTable<RowOf<decltype(rows.*table)>>(object.value(QLatin1String(name)),
                                                            QStringLiteral("catalog.") + QLatin1String(name));
        if (read)
            rows.*table = std::move(read).value();
        else
            error = read.error();
    });
    return error ? Result<Catalog>(*error) : Result<Catalog>(std::move(rows));
}

Catalog withMissingRows(const Catalog &base, const Catalog &embedded)
{
    Catalog all = base;
    forEachOwnableTable([&](const char *, auto table) {
        using Row = RowOf<decltype(all.*table)>;
        std::vector<Row> missing;
        for (const Row &row : embedded.*table)
            if (!(base.*table).find(idOf(row)))
                missing.push_back(row);
        all.*table = (base.*table).with(std::move(missing));
    });
    return all;
}

QStringList differences(const Catalog &base, const Catalog &embedded)
{
    QStringList lines;
    forEachOwnableTable([&](const char *, auto table) {
        for (const auto &theirs : embedded.*table) {
            const auto *ours = (base.*table).find(idOf(theirs));
            const QString difference = ours ? differenceOf(*ours, theirs) : QString();
            if (!difference.isEmpty())
                lines.append(idOf(theirs) + QStringLiteral(": ") + difference);
        }
    });
    return lines;
}

} // namespace rigwright
