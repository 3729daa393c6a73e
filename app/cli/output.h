// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/units/result.h"

#include <QStringList>

#include <vector>

namespace rigwright::cli {

/// Says on one line of standard error why nothing came of it. @return the exit code
int fail(const QString &message, ExitCode code = Failed);

/// Writes a result to standard output. @return Done, or Failed where it does not take all of it
int print(const QByteArray &text);
int print(const QString &text);

/// @return rows as aligned columns; columns of numbers are right-aligned. The first row is the header.
QString alignedTable(const std::vector<QStringList> &rows);

} // namespace rigwright::cli
