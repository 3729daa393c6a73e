// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/user_layer.h"

namespace rigwright {

class SqlConnection;

/// The user's layer in his own file, beside his builds. A row is kept as the JSON in which it also travels
/// with a build, so a later catalogue or release cannot make it unreadable.
class UserCatalog final : public UserLayerRepository
{
public:
    /// Opens or creates the file; see UserDatabase::open().
    static Result<std::unique_ptr<UserCatalog>> open(const QString &path);
    ~UserCatalog() override;

    Result<UserLayer> load(QStringList &problems) const override;
    Outcome saveRows(const Catalog &rows) override;
    Outcome removeRow(const RowKey &row) override;
    Result<qint64> addPrice(const OwnPrice &price) override;
    Outcome removePrice(qint64 id) override;
    Outcome setFavourite(const RowKey &row, bool favourite) override;
    Outcome setNote(const RowKey &row, const QString &note) override;
    qint64 version() const override;

private:
    explicit UserCatalog(std::unique_ptr<SqlConnection> connection);
    Outcome mark(const RowKey &row, const QString &column, const QVariant &value);

    std::unique_ptr<SqlConnection> m_connection;
};

} // namespace rigwright
