// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

class QIODevice;

namespace rigwright {

/// The fields of one record, valid during the call; reused from row to row.
struct CsvRow
{
    qint64 line = 0;                ///< where the record begins
    std::size_t count = 0;          ///< fields of this record; `fields` may be longer
    std::vector<QByteArray> fields; ///< blank beyond `count`
    QByteArray field(int index) const
    {
        return index >= 0 && std::size_t(index) < fields.size() ? fields[std::size_t(index)] : QByteArray();
    }
};

/// Why a file could not be read to its end.
struct CsvFault
{
    qint64 line = 0;
    Error::Code code = Error::Code::Corrupt;
    QString reason;
};

inline constexpr qsizetype kCsvMaximumFieldBytes = 64 * 1024;
inline constexpr std::size_t kCsvMaximumFields = 512;

/// Reads RFC 4180 CSV from a device piece by piece and calls `row` for every record that is not
/// empty; `row` returns false to stop. Never holds more than one record.
std::optional<CsvFault> readCsvRows(QIODevice &in, const std::function<bool(const CsvRow &)> &row);

/// The same. @return the number of records, or Corrupt/Io with the line
Result<qint64> readCsv(QIODevice &in, const std::function<bool(const CsvRow &)> &row);

/// @return a field as CSV writes it: in quotes where it has to be
QByteArray csvField(const QString &text);

} // namespace rigwright
