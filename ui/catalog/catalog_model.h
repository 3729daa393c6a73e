// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/catalog_entry.h"
#include "ui/catalog/facets.h"
#include "ui/document/build_document.h"

#include <QAbstractListModel>
#include <QHash>

namespace rigwright::ui {

/// What the catalogue panel asks for.
struct CatalogQuery
{
    QString text;
    std::vector<CatalogSection> sections;
    std::vector<Facet> facets;
    SortOrder order; ///< used for an empty text, and where the user chose it
    bool orderChosen = false;
    bool onlyUsable = false; ///< only what the open build has a place for
};

/// The rows that a query finds. A row's card and whether it can be used are worked out when the
/// row is shown.
class CatalogModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { BlockedRole = Qt::UserRole }; ///< why the part cannot be used; empty = it can

    CatalogModel(BuildDocument *document, const PartSearch *search, QObject *parent = nullptr);

    void setQuery(CatalogQuery query);
    const SearchHit &hit(int row) const { return m_hits[std::size_t(row)]; }
    const CatalogEntry &entry(int row) const;
    const QString &blocked(int row) const;
    /// Whether the text is found only outside the query's sections, and the rows come from there.
    bool isElsewhere() const { return m_elsewhere; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

private:
    void find();
    void buildChanged();
    bool passes(const SearchHit &hit) const;
    double fullBar(CatalogSection section) const;

    BuildDocument *m_document;
    const PartSearch *m_search;
    CatalogQuery m_query;
    std::vector<SearchHit> m_hits;
    bool m_elsewhere = false;
    mutable QHash<int, CatalogEntry> m_entries; ///< by row
    mutable QHash<int, QString> m_blocked;      ///< by row, for the present build
    mutable QHash<int, double> m_fullBars;      ///< by section
};

} // namespace rigwright::ui
