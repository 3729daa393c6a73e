// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/any_table.h"

#include <QHash>
#include <QSet>

namespace rigwright {

/// A price that the user has seen or paid.
struct OwnPrice
{
    qint64 id = 0; ///< given by the repository
    RowKey row;
    Money amount;
    QDate seen;
    PriceCondition condition = PriceCondition::New;
    QString seller; ///< may be empty
    QString link;   ///< may be empty
    friend bool operator==(const OwnPrice &, const OwnPrice &) = default;
};

/// What the user has of his own above the catalogue that ships. No update of that touches it.
struct UserLayer
{
    Catalog rows;                 ///< own parts, and rows in the place of shipped ones
    std::vector<OwnPrice> prices; ///< by the day they were seen, oldest first
    QSet<RowKey> favourites;
    QHash<RowKey, QString> notes;
};

/// The catalogue as the user plans with it: his rows in the place of shipped rows with the same id,
/// others after them, and the price he saw last in the place of the catalogue's.
std::shared_ptr<const Catalog> withUserLayer(const std::shared_ptr<const Catalog> &shipped, const UserLayer &layer);

/// Keeps the user's layer. Every call is one transaction.
class UserLayerRepository
{
public:
    virtual ~UserLayerRepository() = default;
    /// Everything. A row that this program cannot read stays in the file and is named in `problems`.
    virtual Result<UserLayer> load(QStringList &problems) const = 0;
    /// Adds rows, or replaces those with the same ids.
    virtual Outcome saveRows(const Catalog &rows) = 0;
    virtual Outcome removeRow(const RowKey &row) = 0;
    /// @return the price's id
    virtual Result<qint64> addPrice(const OwnPrice &price) = 0;
    virtual Outcome removePrice(qint64 id) = 0;
    virtual Outcome setFavourite(const RowKey &row, bool favourite) = 0;
    /// An empty note removes it.
    virtual Outcome setNote(const RowKey &row, const QString &note) = 0;
    /// @return a number that changes whenever another process has changed the file
    virtual qint64 version() const = 0;
};

} // namespace rigwright
