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
    std::vector<SearchFilter> filters;
    std::vector<SearchFilter> counted; ///< whose hits are counted
    std::optional<SearchOrder> order;  ///< none = best match
    bool onlyUsable = false;           ///< only what the open build has a place for
};

/// The rows that a query finds, fetched as the list comes to show them. A row's card and whether it
/// can be used are worked out when the row is shown.
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

    /// @return how many rows the query finds; those that cannot be used are counted
    int found() const { return int(m_answer.rows.size()); }
    /// @return how many rows each of the query's `counted` filters leaves
    const std::vector<int> &counts() const { return m_answer.counts; }

    int rowCount(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

private:
    void find();
    void buildChanged();
    std::vector<SearchHit> nextPage();
    bool isUsable(const SearchHit &hit) const;
    double bar(CatalogSection section) const;

    BuildDocument *m_document;
    const PartSearch *m_search;
    CatalogQuery m_query;
    SearchAnswer m_answer;
    std::size_t m_next = 0;        ///< the first row of the answer that was not looked at
    std::vector<SearchHit> m_hits; ///< the rows fetched
    bool m_elsewhere = false;
    mutable QHash<int, CatalogEntry> m_entries; ///< by row
    mutable QHash<int, QString> m_blocked;      ///< by row, for the present build
    mutable QHash<int, double> m_fullBars;      ///< by section
};

} // namespace rigwright::ui
