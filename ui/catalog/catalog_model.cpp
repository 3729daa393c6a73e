// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalog_model.h"

#include "ui/catalog/add_to_build.h"
#include "ui/catalog/card_facts.h"
#include "ui/catalog/part_mime.h"

#include <QMimeData>

#include <algorithm>
#include <limits>
#include <utility>

namespace rigwright::ui {

CatalogModel::CatalogModel(BuildDocument *document, const PartSearch *search, QObject *parent)
    : QAbstractListModel(parent), m_document(document), m_search(search)
{
    connect(document, &BuildDocument::changed, this, &CatalogModel::buildChanged);
    connect(document, &BuildDocument::opened, this, [this] {
        m_fullBars.clear(); // another catalogue may have come with the document
        find();
    });
}

void CatalogModel::setQuery(CatalogQuery query)
{
    m_query = std::move(query);
    find();
}

void CatalogModel::find()
{
    beginResetModel();
    m_entries.clear();
    m_blocked.clear();
    m_hits.clear();
    // Nobody scrolls through more matches of a text than this; a filter or an order needs them all.
    constexpr int kMostMatches = 500;
    const bool all = m_query.text.isEmpty() || m_query.orderChosen || m_query.onlyUsable || !m_query.facets.empty();
    const int limit = all ? std::numeric_limits<int>::max() : kMostMatches;
    for (const CatalogSection section : m_query.sections) {
        const std::vector<SearchHit> found = m_search->find(m_query.text, section, limit);
        std::copy_if(found.begin(), found.end(), std::back_inserter(m_hits),
                     [this](const SearchHit &hit) { return passes(hit); });
    }
    m_elsewhere = m_hits.empty() && !m_query.text.isEmpty() && m_query.facets.empty() && !m_query.onlyUsable;
    if (m_elsewhere)
        m_hits = m_search->find(m_query.text, std::nullopt, kMostMatches);
    if (!m_elsewhere && m_query.order.key && (m_query.text.isEmpty() || m_query.orderChosen)) {
        std::vector<std::pair<double, SearchHit>> keyed;
        keyed.reserve(m_hits.size());
        for (SearchHit &hit : m_hits)
            keyed.emplace_back(m_query.order.key(m_document->catalog(), hit), std::move(hit));
        std::stable_sort(keyed.begin(), keyed.end(), [this](const auto &a, const auto &b) {
            if ((a.first < 0) != (b.first < 0))
                return b.first < 0;
            return m_query.order.descending ? a.first > b.first : a.first < b.first;
        });
        std::transform(keyed.begin(), keyed.end(), m_hits.begin(), [](auto &pair) { return std::move(pair.second); });
    }
    endResetModel();
}

bool CatalogModel::passes(const SearchHit &hit) const
{
    const Catalog &catalog = m_document->catalog();
    QHash<int, bool> groups;
    for (const Facet &facet : m_query.facets) {
        const bool matches = facet.matches(catalog, hit);
        if (facet.group > 0)
            groups[facet.group] = groups.value(facet.group) || matches;
        else if (!matches)
            return false;
    }
    if (std::find(groups.cbegin(), groups.cend(), false) != groups.cend())
        return false;
    const auto part = partOf(hit);
    return !m_query.onlyUsable || !part || whyUnusable(m_document->build(), catalog, *part).isEmpty();
}

void CatalogModel::buildChanged()
{
    if (m_query.onlyUsable)
        return find();
    const QHash<int, QString> before = std::exchange(m_blocked, {});
    constexpr int kMostCompared = 64; // rows that were shown since the last edit
    if (before.size() > kMostCompared) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {BlockedRole});
        return;
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        if (blocked(it.key()) != it.value())
            Q_EMIT dataChanged(index(it.key()), index(it.key()), {BlockedRole});
}

double CatalogModel::fullBar(CatalogSection section) const
{
    auto it = m_fullBars.constFind(int(section));
    if (it == m_fullBars.cend())
        it = m_fullBars.insert(int(section), largestLeadingNumber(m_document->catalog(), section));
    return *it;
}

const CatalogEntry &CatalogModel::entry(int row) const
{
    auto it = m_entries.find(row);
    if (it == m_entries.end())
        it = m_entries.insert(row, catalogEntry(m_document->catalog(), hit(row), fullBar(hit(row).section)));
    return *it;
}

const QString &CatalogModel::blocked(int row) const
{
    auto it = m_blocked.find(row);
    if (it == m_blocked.end()) {
        const auto part = partOf(hit(row));
        const LlmModel *model = part ? nullptr : m_document->catalog().models.find(hit(row).id);
        QString reason;
        if (part)
            reason = whyUnusable(m_document->build(), m_document->catalog(), *part);
        else if (model && !model->released)
            reason = tr("Not released: its size is not known.");
        it = m_blocked.insert(row, reason);
    }
    return *it;
}

int CatalogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant CatalogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const CatalogEntry &card = entry(index.row());
    switch (role) {
    case Qt::DisplayRole: return card.name;
    case BlockedRole: return blocked(index.row());
    case Qt::ToolTipRole: {
        const QString &reason = blocked(index.row());
        const QString text = reason.isEmpty()
                                 ? card.detail
                                 : tr("Cannot be used here: %1").arg(reason) + QStringLiteral("\n\n") + card.detail;
        return QStringLiteral("<p style='white-space: pre-wrap'>%1</p>").arg(text.toHtmlEscaped());
    }
    case Qt::AccessibleTextRole: {
        QStringList parts{card.name};
        for (const CardFact &fact : card.facts)
            if (!fact.value.isEmpty())
                parts << fact.value + QLatin1Char(' ') + fact.caption;
        if (!card.price.isEmpty())
            parts << card.price;
        if (!blocked(index.row()).isEmpty())
            parts << tr("Cannot be used here: %1").arg(blocked(index.row()));
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

Qt::ItemFlags CatalogModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

QStringList CatalogModel::mimeTypes() const
{
    return {QLatin1String(kPartMimeType)};
}

QMimeData *CatalogModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    const SearchHit &dragged = hit(indexes.front().row());
    DraggedPart part;
    part.part = partOf(dragged);
    if (!part.part)
        part.modelId = dragged.id;
    return encodePart(part, entry(indexes.front().row()).name).release();
}

} // namespace rigwright::ui
