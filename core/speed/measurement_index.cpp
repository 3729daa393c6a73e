// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/measurement_index.h"

#include <QHashFunctions>

#include <algorithm>

namespace rigwright {

namespace {
std::size_t keyOf(const QString &gpuId, const QString &modelId, const QString &quantId)
{
    return qHashMulti(0, gpuId, modelId, quantId);
}
} // namespace

MeasurementIndex::MeasurementIndex(std::shared_ptr<const std::vector<Measurement>> measurements)
    : m_measurements(std::move(measurements))
{
    if (!m_measurements)
        return;
    for (const Measurement &row : *m_measurements)
        if (row.trusted && !row.gpuId.isEmpty() && !row.modelId.isEmpty() && !row.quantId.isEmpty())
            m_entries.push_back({keyOf(row.gpuId, row.modelId, row.quantId), &row});
    std::ranges::stable_sort(m_entries, {}, &Entry::key);
}

std::span<const MeasurementIndex::Entry> MeasurementIndex::candidates(const QString &gpuId, const QString &modelId,
                                                                      const QString &quantId) const
{
    const std::size_t key = keyOf(gpuId, modelId, quantId);
    const auto first = std::ranges::lower_bound(m_entries, key, {}, &Entry::key);
    return {first, std::ranges::upper_bound(first, m_entries.end(), key, {}, &Entry::key)};
}

} // namespace rigwright
