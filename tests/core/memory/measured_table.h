// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QString>

namespace rigwright::test {

/// Every figure beside what the engine gives, and what is not compared, as Markdown.
QString measuredTable(const Catalog &catalog);

/// docs/memory.md with the table between its markers replaced. Ends the program where they are missing.
QString withMeasuredTable(const QString &document, const QString &table);

} // namespace rigwright::test
