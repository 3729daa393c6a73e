// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/part_search.h"

/// A search without a database: rows whose name has the text in it, in catalogue order.
class NameSearch : public rigwright::PartSearch
{
public:
    explicit NameSearch(std::shared_ptr<const rigwright::Catalog> catalog) : m_catalog(std::move(catalog)) {}

    std::vector<rigwright::SearchHit> find(const QString &text, std::optional<rigwright::CatalogSection> section,
                                           int limit) const override
    {
        using S = rigwright::CatalogSection;
        std::vector<rigwright::SearchHit> hits;
        const auto look = [&](S where, const auto &table) {
            if (section && *section != where)
                return;
            for (const auto &row : table) {
                const auto [id, name] = named(row);
                if (int(hits.size()) < limit && name.contains(text, Qt::CaseInsensitive))
                    hits.push_back({where, id});
            }
        };
        look(S::Gpus, m_catalog->gpus);
        look(S::Systems, m_catalog->unifiedSystems);
        look(S::Prebuilts, m_catalog->prebuilts);
        look(S::Models, m_catalog->models);
        look(S::Boards, m_catalog->motherboards);
        look(S::Cpus, m_catalog->cpus);
        look(S::PowerSupplies, m_catalog->powerSupplies);
        look(S::Enclosures, m_catalog->enclosures);
        look(S::Memory, m_catalog->memoryKits);
        look(S::Drives, m_catalog->drives);
        look(S::Bridges, m_catalog->nvlinkBridges);
        look(S::Fans, m_catalog->fans);
        look(S::Extras, m_catalog->extras);
        return hits;
    }

private:
    template <class Row>
    static std::pair<QString, QString> named(const Row &row)
    {
        if constexpr (requires { row.info.name; })
            return {row.info.id, row.info.name};
        else
            return {row.id, row.name};
    }
    std::shared_ptr<const rigwright::Catalog> m_catalog;
};
