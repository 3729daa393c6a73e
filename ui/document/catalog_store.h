// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/user_layer.h"

#include <QObject>

namespace rigwright::ui {

/// The catalogue as the user plans with it: what ships, with his own layer above it. One for all
/// windows; what changes the layer goes through here and is stored at once.
class CatalogStore : public QObject
{
    Q_OBJECT
public:
    /// @param repository outlives the store; null = the layer is empty and cannot be changed
    CatalogStore(std::shared_ptr<const Catalog> shipped, UserLayerRepository *repository, QObject *parent = nullptr);

    /// @return what to plan with; another one after changed()
    const std::shared_ptr<const Catalog> &catalog() const { return m_catalog; }
    const std::shared_ptr<const Catalog> &shipped() const { return m_shipped; }
    const UserLayer &layer() const { return m_layer; }
    /// @return whether the user has this row, or edited it
    bool isOwn(const RowKey &row) const;
    /// @return the user's prices of a row, newest first
    std::vector<OwnPrice> pricesOf(const RowKey &row) const;
    /// @return what could not be read of the layer, for a message
    const QStringList &problems() const { return m_problems; }

    Outcome saveRows(const Catalog &rows);
    Outcome removeRow(const RowKey &row); ///< a shipped row is as it shipped again
    Outcome addPrice(const OwnPrice &price);
    Outcome removePrice(qint64 id);
    Outcome setFavourite(const RowKey &row, bool favourite);
    Outcome setNote(const RowKey &row, const QString &note);
    /// Reads the layer again where another window's process has changed it.
    void refresh();

Q_SIGNALS:
    void changed(); ///< catalog() and layer() are new

private:
    void load();
    Outcome changedBy(Outcome outcome);

    std::shared_ptr<const Catalog> m_shipped;
    UserLayerRepository *m_repository;
    UserLayer m_layer;
    std::shared_ptr<const Catalog> m_catalog;
    QStringList m_problems;
    qint64 m_version = 0;
};

} // namespace rigwright::ui
