// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/interchange/cases.h"
#include "core/interchange/csv_reader.h"

#include <array>
#include <cstdint>

namespace rigwright {

/// Which field of a record is which part of a question, as the header of a cases file says.
class CaseColumns
{
public:
    /// Reads the header; columns with other names are passed over.
    /// @return the name of a column that is needed and missing, or an empty text
    QString read(const CsvRow &header);

    /// Reads one record into a question.
    /// @return what is wrong with it, or an empty text
    QString question(const CsvRow &row, PredictionCase &question) const;

private:
    enum Column : std::uint8_t {
        Id,
        GpuName,
        GpuCount,
        InterconnectWords,
        SplitWords,
        EngineName,
        ModelName,
        QuantName,
        KvQuant,
        PromptTokens,
        GenTokens,
        ContextDepth,
        Concurrency,
        SystemMemoryGBs,
        FlashAttention, ///< the first of the engine's settings
        PhysicalBatch,
        BatchedTokens,
        MemoryShare,
        FullWindowCache,
        UnifiedSlots,
        ImportanceMatrix,
        ImageEncoder,
        GpuLayers,
        HostExpertLayers,
        TensorSplit,
        LogitsRowsName,
        ColumnCount
    };
    static const std::array<const char *, ColumnCount> kNames;
    class Record;

    void readSettings(Record &record, PredictionCase &question) const;

    std::array<int, ColumnCount> m_fields{};
    bool m_hasSettings = false;
};

} // namespace rigwright
