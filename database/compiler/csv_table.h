// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"

#include <QStringList>

#include <vector>

namespace rigwright {

/// One record of a CSV file with the line on which it begins.
struct CsvRecord
{
    int line = 0;
    QStringList fields;
};

struct CsvTable
{
    QStringList header;
    std::vector<CsvRecord> records;
};

/// Reads an RFC 4180 file in UTF-8. @return NotFound, Io or Corrupt ("gpus.csv:12: ...")
Result<CsvTable> readCsv(const QString &path);

} // namespace rigwright
