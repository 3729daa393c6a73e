// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalog_model.h"

#include "core/catalog/sections.h"
#include "ui/catalog/add_to_build.h"
#include "ui/catalog/card_facts.h"
#include "ui/catalog/part_mime.h"

#include <QMimeData>

#include <iterator>
#include <utility>

namespace rigwright::ui {

CatalogModel::CatalogModel(BuildDocument *document, const PartSearch *search, QObject *parent)
    : QAbstractListModel(parent), m_document(document), m_search(search)
{
    connect(document, &BuildDocument::changed, this, &CatalogModel::buildChanged);
    const auto findAgain = [this] {
        m_fullBars.clear(); // another catalogue may have come with the document
        find();
    };
    connect(document, &BuildDocument::opened, this, findAgain);
    connect(document, &BuildDocument::catalogChanged, this, findAgain);
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
    m_answer = m_search->search({m_query.text, m_query.sections, m_query.filters, m_query.counted, m_query.order});
    m_elsewhere = m_answer.rows.empty() && !m_query.text.isEmpty() && m_query.filters.empty() && !m_query.onlyUsable;
    if (m_elsewhere)
        m_answer.rows = m_search->search({m_query.text, {}, {}, {}, std::nullopt}).rows;
    m_next = 0;
    m_hits = nextPage();
    endResetModel();
}

/// @return the next rows that the query shows
std::vector<SearchHit> CatalogModel::nextPage()
{
    constexpr std::size_t kPage = 60; // some heights of the list
    std::vector<SearchHit> page;
    for (; m_next < m_answer.rows.size() && page.size() < kPage; ++m_next)
        if (SearchHit hit = m_search->hit(m_answer.rows[m_next]); isUsable(hit))
            page.push_back(std::move(hit));
    return page;
}

bool CatalogModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next < m_answer.rows.size();
}

void CatalogModel::fetchMore(const QModelIndex &parent)
{
    if (parent.isValid())
        return;
    std::vector<SearchHit> page = nextPage();
    if (page.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(page.size()) - 1);
    m_hits.insert(m_hits.end(), std::make_move_iterator(page.begin()), std::make_move_iterator(page.end()));
    endInsertRows();
}

bool CatalogModel::isUsable(const SearchHit &hit) const
{
    const auto part = partOf(hit);
    return !m_query.onlyUsable || !part || whyUnusable(m_document->build(), m_document->catalog(), *part).isEmpty();
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

double CatalogModel::bar(CatalogSection section) const
{
    auto it = m_fullBars.constFind(int(section));
    if (it == m_fullBars.cend())
        it = m_fullBars.insert(int(section), fullBar(*m_search, section));
    return *it;
}

const CatalogEntry &CatalogModel::entry(int row) const
{
    auto it = m_entries.find(row);
    if (it == m_entries.end())
        it = m_entries.insert(row, catalogEntry(m_document->catalog(), hit(row), bar(hit(row).section)));
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
