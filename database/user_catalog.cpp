// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/user_catalog.h"

#include "core/catalog/enum_names.h"
#include "core/catalog/fields.h"
#include "core/catalog/web_address.h"
#include "core/interchange/build_fields.h"
#include "core/interchange/embedded_rows.h"
#include "core/interchange/json_text.h"
#include "core/interchange/json_writer.h"
#include "database/user_file.h"

#include <QCoreApplication>
#include <QDateTime>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UserCatalog)
};

constexpr qint64 kLongestRow = 1 << 20; ///< bytes of JSON

QString toJson(const Catalog &row)
{
    JsonWriter json;
    json.beginObject();
    writeEmbedded(json, row);
    json.endObject();
    return QString::fromUtf8(json.finished());
}

Result<Catalog> fromJson(const QString &text)
{
    const Result<QJsonObject> object = jsonObject(text.toUtf8(), kLongestRow);
    return object ? readEmbedded(object->value(QStringLiteral("catalog"))) : Result<Catalog>(object.error());
}

/// Calls `visit(key, catalogue with that row alone)` for every row until one fails.
template <class Visitor>
Outcome forEachRow(const Catalog &rows, Visitor &&visit)
{
    Outcome outcome = done();
    forEachOwnableTable([&](const char *name, auto table) {
        using Row = RowOf<decltype(rows.*table)>;
        for (const Row &row : rows.*table) {
            if (!outcome)
                return;
            Catalog alone;
            alone.*table = Table<Row>(std::vector<Row>{row});
            outcome = visit(RowKey{QLatin1String(name), idOf(row)}, alone);
        }
    });
    return outcome;
}

Outcome checkPrice(const OwnPrice &price)
{
    if (!(price.amount.base() >= 0 && price.amount.base() <= limits::kMoney))
        return Error{Error::Code::Invalid, Text::tr("This is no price.")};
    if (!price.seen.isValid())
        return Error{Error::Code::Invalid, Text::tr("A price needs the day on which it was seen.")};
    if (!price.link.isEmpty() && !webAddress(price.link))
        return Error{Error::Code::Invalid, Text::tr("A link has to begin with https:// or http://.")};
    if (!isPlainText(price.seller, limits::kNameLength) || !isPlainText(price.link, limits::kNotesLength))
        return Error{Error::Code::Invalid, Text::tr("The seller or the link is too long.")};
    return done();
}

} // namespace

UserCatalog::UserCatalog(std::unique_ptr<SqlConnection> connection) : m_connection(std::move(connection))
{}
UserCatalog::~UserCatalog() = default;

Result<std::unique_ptr<UserCatalog>> UserCatalog::open(const QString &path)
{
    Result<std::unique_ptr<SqlConnection>> connection = openUserFile(path);
    if (!connection)
        return connection.error();
    return std::unique_ptr<UserCatalog>(new UserCatalog(std::move(connection).value()));
}

Result<UserLayer> UserCatalog::load(QStringList &problems) const
{
    UserLayer layer;
    const auto rows = m_connection->rows(QStringLiteral("SELECT kind, id, row FROM own_row ORDER BY rowid"));
    if (!rows)
        return rows.error();
    std::vector<Catalog> read;
    for (const QVariantList &row : *rows) {
        Result<Catalog> one = fromJson(row[2].toString());
        if (!one)
            problems << Text::tr("Your row %1 (%2) cannot be read: %3")
                            .arg(row[1].toString(), row[0].toString(), one.error().message);
        else
            read.push_back(std::move(one).value());
    }
    forEachOwnableTable([&](const char *, auto table) {
        using Row = RowOf<decltype(layer.rows.*table)>;
        std::vector<Row> all;
        for (const Catalog &one : read)
            all.insert(all.end(), (one.*table).rows().begin(), (one.*table).rows().end());
        layer.rows.*table = Table<Row>(std::move(all));
    });

    const auto prices = m_connection->rows(
        QStringLiteral("SELECT id, kind, row_id, usd, seen, condition, seller, link FROM own_price ORDER BY seen, id"));
    if (!prices)
        return prices.error();
    for (const QVariantList &row : *prices)
        layer.prices.push_back({row[0].toLongLong(),
                                {row[1].toString(), row[2].toString()},
                                Money(row[3].toDouble()),
                                QDate::fromString(row[4].toString(), Qt::ISODate),
                                enumFromName<PriceCondition>(row[5].toString()).value_or(PriceCondition::Unknown),
                                row[6].toString(),
                                row[7].toString()});

    const auto marks = m_connection->rows(QStringLiteral("SELECT kind, row_id, favourite, note FROM own_mark"));
    if (!marks)
        return marks.error();
    for (const QVariantList &row : *marks) {
        const RowKey key{row[0].toString(), row[1].toString()};
        if (row[2].toBool())
            layer.favourites.insert(key);
        if (!row[3].toString().isEmpty())
            layer.notes.insert(key, row[3].toString());
    }
    return layer;
}

Outcome UserCatalog::saveRows(const Catalog &rows)
{
    return m_connection->transaction([&] {
        return forEachRow(rows, [this](const RowKey &key, const Catalog &row) -> Outcome {
            const QString text = toJson(row);
            // What could not be read again is not kept.
            if (const Result<Catalog> back = fromJson(text); !back)
                return Error{Error::Code::Invalid, Text::tr("%1 cannot be kept: %2").arg(key.id, back.error().message)};
            return m_connection->run(
                QStringLiteral("INSERT INTO own_row (kind, id, row, changed_utc_ms) VALUES (?, ?, ?, ?) "
                               "ON CONFLICT (kind, id) DO UPDATE SET row = excluded.row, "
                               "changed_utc_ms = excluded.changed_utc_ms WHERE row <> excluded.row"),
                {key.table, key.id, text, QDateTime::currentMSecsSinceEpoch()});
        });
    });
}

Outcome UserCatalog::removeRow(const RowKey &row)
{
    return m_connection->run(QStringLiteral("DELETE FROM own_row WHERE kind = ? AND id = ?"), {row.table, row.id});
}

Result<qint64> UserCatalog::addPrice(const OwnPrice &price)
{
    if (Outcome outcome = checkPrice(price); !outcome)
        return outcome.error();
    const auto inserted =
        m_connection->rows(QStringLiteral("INSERT INTO own_price (kind, row_id, usd, seen, condition, seller, link) "
                                          "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id"),
                           {price.row.table, price.row.id, price.amount.base(), price.seen.toString(Qt::ISODate),
                            enumName(price.condition), price.seller, price.link});
    return inserted ? Result<qint64>(inserted->front()[0].toLongLong()) : Result<qint64>(inserted.error());
}

Outcome UserCatalog::removePrice(qint64 id)
{
    return m_connection->run(QStringLiteral("DELETE FROM own_price WHERE id = ?"), {id});
}

Outcome UserCatalog::mark(const RowKey &row, const QString &column, const QVariant &value)
{
    return m_connection->transaction([&]() -> Outcome {
        if (Outcome set = m_connection->run(QStringLiteral("INSERT INTO own_mark (kind, row_id, %1) VALUES (?, ?, ?) "
                                                           "ON CONFLICT (kind, row_id) DO UPDATE SET %1 = excluded.%1")
                                                .arg(column),
                                            {row.table, row.id, value});
            !set)
            return set;
        return m_connection->run(QStringLiteral("DELETE FROM own_mark WHERE favourite = 0 AND note = ''"));
    });
}

Outcome UserCatalog::setFavourite(const RowKey &row, bool favourite)
{
    return mark(row, QStringLiteral("favourite"), favourite ? 1 : 0);
}

Outcome UserCatalog::setNote(const RowKey &row, const QString &note)
{
    if (!isPlainText(note, limits::kNotesLength))
        return Error{Error::Code::Invalid, Text::tr("The note is too long.")};
    return mark(row, QStringLiteral("note"), note);
}

qint64 UserCatalog::version() const
{
    // Counts the changes of other connections. Source: sqlite.org/pragma.html#pragma_data_version
    const Result<qint64> version = m_connection->number(QStringLiteral("PRAGMA data_version"));
    return version ? *version : 0;
}

} // namespace rigwright
