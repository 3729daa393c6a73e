// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/user_layer.h"

#include <memory>

/// A small catalogue with figures from data sheets, and a user's layer in memory, for tests of the pages.
namespace page_sample {

std::shared_ptr<const rigwright::Catalog> catalog();

inline rigwright::RowKey key(const char *table, const char *id)
{
    return {QString::fromLatin1(table), QString::fromLatin1(id)};
}

/// Keeps everything that it is given; refuses where it is told to.
class MemoryLayer : public rigwright::UserLayerRepository
{
public:
    rigwright::UserLayer layer;
    bool refuses = false;

    rigwright::Result<rigwright::UserLayer> load(QStringList &problems) const override;
    rigwright::Outcome saveRows(const rigwright::Catalog &rows) override;
    rigwright::Outcome removeRow(const rigwright::RowKey &row) override;
    rigwright::Result<qint64> addPrice(const rigwright::OwnPrice &price) override;
    rigwright::Outcome removePrice(qint64 id) override;
    rigwright::Outcome setFavourite(const rigwright::RowKey &row, bool favourite) override;
    rigwright::Outcome setNote(const rigwright::RowKey &row, const QString &note) override;
    qint64 version() const override { return 1; }

private:
    rigwright::Outcome refused() const;
    qint64 m_lastPrice = 0;
};

} // namespace page_sample
