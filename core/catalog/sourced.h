// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace rigwright {

/// How far a catalogue row can be trusted; shown beside the fact.
enum class Confidence { VendorSheet, CrossChecked, SingleSource, Estimate };

/// What stands behind a row of the catalogue.
struct Sourced
{
    QString source; ///< where the figures come from; parts of it in brackets say which figure
    QDate checked;  ///< when somebody last compared the row with its source
    Confidence confidence = Confidence::SingleSource;
    friend bool operator==(const Sourced &, const Sourced &) = default;
};

} // namespace rigwright
