// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace rigwright {

/// @return the id of a row of any table that has one
template <class Row>
const QString &idOf(const Row &row)
{
    if constexpr (requires { row.info.id; })
        return row.info.id;
    else
        return row.id;
}

/// Where the rows of a table are that are too many to hold. Called from any thread, one at a time.
template <class Row>
class RowSource
{
public:
    virtual ~RowSource() = default;
    virtual std::size_t count() const = 0;
    virtual std::optional<Row> fetch(const QString &id) const = 0;
    virtual std::vector<Row> fetchAll() const = 0;
};

/// Rows of one kind in catalogue order, found by id in constant time. A value that never changes;
/// copies share the rows, and a row stays where it is as long as one of them lives.
template <class Row>
class Table
{
public:
    Table() = default;
    explicit Table(std::vector<Row> rows) : m_data(std::make_shared<Data>(std::move(rows))) {}
    /// Rows that are fetched when they are first asked for.
    explicit Table(std::shared_ptr<const RowSource<Row>> source) : m_data(std::make_shared<Data>(std::move(source))) {}
    /// @return these rows in the place of those with the same ids, and the others after them
    Table with(std::vector<Row> rows) const
    {
        if (rows.empty())
            return *this;
        const auto data = std::make_shared<Data>(std::move(rows));
        data->count = size();
        for (const Row &row : data->rows)
            data->count += find(idOf(row)) ? 0 : 1;
        data->under = m_data;
        Table table;
        table.m_data = data;
        return table;
    }

    /// @return the row, or nullptr where there is none
    const Row *find(const QString &id) const
    {
        for (const Data *data = m_data.get(); data; data = data->under.get()) {
            if (const auto it = data->index.constFind(id); it != data->index.cend())
                return &data->rows[std::size_t(*it)];
            if (data->source)
                return data->fetched(id);
        }
        return nullptr;
    }
    /// All rows. Fetches those that were not held: for jobs that need them all, not for every edit.
    const std::vector<Row> &rows() const
    {
        static const std::vector<Row> none;
        return m_data ? m_data->all() : none;
    }
    auto begin() const { return rows().begin(); }
    auto end() const { return rows().end(); }
    std::size_t size() const { return m_data ? m_data->size() : 0; }
    bool empty() const { return size() == 0; }

private:
    struct Data
    {
        explicit Data(std::shared_ptr<const RowSource<Row>> from) : source(std::move(from)) {}
        explicit Data(std::vector<Row> own) : rows(std::move(own)), count(rows.size())
        {
            index.reserve(qsizetype(rows.size()));
            for (int i = 0; i < int(rows.size()); ++i)
                index.insert(idOf(rows[std::size_t(i)]), i);
        }

        const Row *fetched(const QString &id) const
        {
            const std::lock_guard lock(mutex);
            auto it = cache.find(id);
            if (it == cache.end()) {
                std::optional<Row> row = source->fetch(id);
                it = cache.insert(id, row ? std::make_shared<const Row>(std::move(*row)) : nullptr);
            }
            return it->get();
        }
        std::size_t size() const { return source ? source->count() : count; }
        const std::vector<Row> &all() const
        {
            if (!source && !under)
                return rows;
            const std::lock_guard lock(mutex);
            if (!combined)
                combined = source ? source->fetchAll() : laidOver();
            return *combined;
        }
        std::vector<Row> laidOver() const
        {
            std::vector<Row> result = under ? under->all() : std::vector<Row>();
            std::vector<bool> placed(rows.size());
            for (Row &row : result)
                if (const auto it = index.constFind(idOf(row)); it != index.cend()) {
                    row = rows[std::size_t(*it)];
                    placed[std::size_t(*it)] = true;
                }
            for (std::size_t i = 0; i < rows.size(); ++i)
                if (!placed[i])
                    result.push_back(rows[i]);
            return result;
        }

        std::vector<Row> rows;     ///< held here
        std::size_t count = 0;     ///< rows of the table; not of `source`
        QHash<QString, int> index; ///< of `rows`
        std::shared_ptr<const RowSource<Row>> source;
        std::shared_ptr<const Data> under; ///< what `rows` lie over
        mutable std::mutex mutex;
        mutable QHash<QString, std::shared_ptr<const Row>> cache; ///< of `source`; null = it has none
        mutable std::optional<std::vector<Row>> combined;         ///< source or under, with `rows`
    };
    std::shared_ptr<const Data> m_data;
};

} // namespace rigwright
