// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/catalog_store.h"

#include <algorithm>

namespace rigwright::ui {

CatalogStore::CatalogStore(std::shared_ptr<const Catalog> shipped, UserLayerRepository *repository, QObject *parent)
    : QObject(parent), m_shipped(std::move(shipped)), m_repository(repository), m_catalog(m_shipped)
{
    load();
}

void CatalogStore::load()
{
    if (!m_repository)
        return;
    m_problems.clear();
    m_version = m_repository->version();
    Result<UserLayer> layer = m_repository->load(m_problems);
    if (!layer) {
        m_problems << layer.error().message;
        return;
    }
    m_layer = std::move(layer).value();
    m_catalog = withUserLayer(m_shipped, m_layer);
}

void CatalogStore::refresh()
{
    if (m_repository && m_repository->version() != m_version) {
        load();
        Q_EMIT changed();
    }
}

bool CatalogStore::isOwn(const RowKey &row) const
{
    return !cellsOf(m_layer.rows, row).empty();
}

std::vector<OwnPrice> CatalogStore::pricesOf(const RowKey &row) const
{
    std::vector<OwnPrice> prices;
    std::copy_if(m_layer.prices.rbegin(), m_layer.prices.rend(), std::back_inserter(prices),
                 [&row](const OwnPrice &price) { return price.row == row; });
    return prices;
}

Outcome CatalogStore::changedBy(Outcome outcome)
{
    if (outcome) {
        load();
        Q_EMIT changed();
    }
    return outcome;
}

namespace {
Outcome readOnly()
{
    return Error{Error::Code::NotWritable, CatalogStore::tr("This window has no file to keep your own parts in.")};
}
} // namespace

Outcome CatalogStore::saveRows(const Catalog &rows)
{
    return m_repository ? changedBy(m_repository->saveRows(rows)) : readOnly();
}

Outcome CatalogStore::removeRow(const RowKey &row)
{
    return m_repository ? changedBy(m_repository->removeRow(row)) : readOnly();
}

Outcome CatalogStore::addPrice(const OwnPrice &price)
{
    if (!m_repository)
        return readOnly();
    const Result<qint64> id = m_repository->addPrice(price);
    return changedBy(id ? done() : Outcome(id.error()));
}

Outcome CatalogStore::removePrice(qint64 id)
{
    return m_repository ? changedBy(m_repository->removePrice(id)) : readOnly();
}

Outcome CatalogStore::setFavourite(const RowKey &row, bool favourite)
{
    return m_repository ? changedBy(m_repository->setFavourite(row, favourite)) : readOnly();
}

Outcome CatalogStore::setNote(const RowKey &row, const QString &note)
{
    return m_repository ? changedBy(m_repository->setNote(row, note)) : readOnly();
}

} // namespace rigwright::ui
