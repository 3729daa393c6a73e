// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/names.h"

#include <algorithm>
#include <numeric>

namespace rigwright {

QString nameKey(const QString &name)
{
    QString key;
    key.reserve(name.size());
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        const bool decimalPoint =
            c == u'.' && i > 0 && name[i - 1].isDigit() && i + 1 < name.size() && name[i + 1].isDigit();
        if (c.isLetterOrNumber() || decimalPoint)
            key.append(c.toLower());
    }
    return key;
}

namespace {

/// Number of single-character edits that turn one text into the other (Levenshtein).
int editDistance(const QString &a, const QString &b)
{
    std::vector<int> row(std::size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int substituted = diagonal + (a[i] == b[qsizetype(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.back();
}

/// Smaller is more alike: edits per character, and less where one name contains the other.
double unlikeness(const QString &key, const QString &candidate)
{
    const double longest = double(std::max<qsizetype>(1, std::max(key.size(), candidate.size())));
    const double edits = editDistance(key, candidate) / longest;
    const bool contained = !key.isEmpty() && (candidate.contains(key) || key.contains(candidate));
    return contained ? edits / 2 : edits;
}

template <class Row>
const QString &nameOf(const Row &row)
{
    if constexpr (requires { row.info.name; })
        return row.info.name;
    else
        return row.name;
}

/// How unlike the nearest spelling of each row is, by the row's name.
using Likeness = QHash<QString, double>;

template <class Row>
void rank(Likeness &likeness, const QHash<QString, const Row *> &rows, const QString &key)
{
    for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
        const double unlike = unlikeness(key, it.key());
        const auto known = likeness.find(nameOf(*it.value()));
        if (known == likeness.end())
            likeness.insert(nameOf(*it.value()), unlike);
        else
            *known = std::min(*known, unlike);
    }
}

/// @return the names with the nearest spellings, best first; alphabetical where equally near
QStringList nearestIn(const Likeness &likeness, int count)
{
    std::vector<std::pair<double, QString>> ranked;
    for (auto it = likeness.cbegin(); it != likeness.cend(); ++it)
        ranked.emplace_back(it.value(), it.key());
    const auto shown = std::min(ranked.size(), std::size_t(std::max(count, 0)));
    std::partial_sort(ranked.begin(), ranked.begin() + std::ptrdiff_t(shown), ranked.end());
    QStringList nearest;
    for (std::size_t i = 0; i < shown; ++i)
        nearest << ranked[i].second;
    return nearest;
}

} // namespace

template <class Row>
void NameIndex::Names<Row>::add(const QString &name, const Row &row)
{
    const QString key = nameKey(name);
    const Row *&known = m_rows[key];
    if (known && known != &row)
        ambiguities.push_back({name, keyOf(*known), keyOf(row)});
    else
        known = &row;
}

template <class Row>
void NameIndex::Names<Row>::addImplied(const QString &name, const Row &row)
{
    const QString key = nameKey(name);
    if (!key.isEmpty() && !m_rows.contains(key))
        m_rows.insert(key, &row);
}

template <class Row>
QStringList NameIndex::Names<Row>::nearest(const QString &text, int count) const
{
    Likeness likeness;
    rank(likeness, m_rows, nameKey(text));
    return nearestIn(likeness, count);
}

NameIndex::NameIndex(const Catalog &catalog)
{
    const auto addPart = [](auto &names, const auto &row) {
        names.add(row.info.id, row);
        names.add(row.info.name, row);
        for (const QString &alias : row.info.aliases)
            names.add(alias, row);
    };
    const auto addNamed = [](auto &names, const auto &row) {
        names.add(row.id, row);
        names.add(row.name, row);
        for (const QString &alias : row.aliases)
            names.add(alias, row);
    };
    for (const Gpu &row : catalog.gpus)
        addPart(m_gpus, row);
    for (const UnifiedSystem &row : catalog.unifiedSystems)
        addPart(m_unified, row);
    for (const LlmModel &row : catalog.models)
        addNamed(m_models, row);
    for (const Quantization &row : catalog.quantizations)
        addNamed(m_quantizations, row);
    for (const InferenceEngine &row : catalog.engines)
        addNamed(m_engines, row);

    // "NVIDIA GeForce RTX 3090", "meta-llama/Llama-3.1-8B-Instruct" and "Llama-3.1-8B-Instruct"
    for (const Gpu &row : catalog.gpus)
        m_gpus.addImplied(row.info.vendor + row.info.name, row);
    for (const LlmModel &row : catalog.models) {
        m_models.addImplied(row.repository, row);
        m_models.addImplied(row.repository.section(u'/', -1), row);
    }
}

NameIndex::Device NameIndex::device(const QString &name) const
{
    const QString key = nameKey(name);
    if (const Gpu *gpu = m_gpus.rows().value(key, nullptr))
        return {gpu, nullptr};
    return {nullptr, m_unified.rows().value(key, nullptr)};
}

QStringList NameIndex::nearestDevices(const QString &text, int count) const
{
    Likeness likeness;
    rank(likeness, m_gpus.rows(), nameKey(text));
    rank(likeness, m_unified.rows(), nameKey(text));
    return nearestIn(likeness, count);
}

std::vector<Ambiguity> NameIndex::ambiguities() const
{
    std::vector<Ambiguity> all;
    for (const auto *some : {&m_gpus.ambiguities, &m_unified.ambiguities, &m_models.ambiguities,
                             &m_quantizations.ambiguities, &m_engines.ambiguities})
        all.insert(all.end(), some->begin(), some->end());
    for (auto it = m_gpus.rows().cbegin(); it != m_gpus.rows().cend(); ++it) {
        if (const UnifiedSystem *unified = m_unified.rows().value(it.key(), nullptr))
            all.push_back({it.key(), m_gpus.keyOf(*it.value()), m_unified.keyOf(*unified)});
    }
    std::ranges::sort(all, {}, &Ambiguity::spelling);
    return all;
}

// The header's inline lookups call these from other files.
template class NameIndex::Names<LlmModel>;
template class NameIndex::Names<Quantization>;
template class NameIndex::Names<InferenceEngine>;

} // namespace rigwright
