// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/any_table.h"

#include <QSet>

#include <vector>

namespace rigwright::ui {

/// A template with the rows of the catalogue that it is made of.
struct TemplateUse
{
    QString id;
    QString name;
    QSet<RowKey> rows;
};

/// @return the rows that a build names: parts, models, quantizations, engines, circuits, its tariff
QSet<RowKey> rowsNamedBy(const Build &build);

} // namespace rigwright::ui
