// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/model.h"

#include <memory>
#include <span>
#include <vector>

namespace rigwright {

/// Finds published measurements by device, model and quantization without reading them all.
class MeasurementIndex
{
public:
    explicit MeasurementIndex(std::shared_ptr<const std::vector<Measurement>> measurements);

    /// @return rows that may match; the caller compares the rest (equal hashes are possible)
    struct Entry
    {
        std::size_t key = 0;
        const Measurement *row = nullptr;
    };
    std::span<const Entry> candidates(const QString &gpuId, const QString &modelId, const QString &quantId) const;

private:
    std::shared_ptr<const std::vector<Measurement>> m_measurements; ///< keeps the rows alive
    std::vector<Entry> m_entries;                                   ///< trusted rows by rising key
};

} // namespace rigwright
