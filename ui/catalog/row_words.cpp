// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/row_words.h"

#include "core/units/format.h"

#include <QCoreApplication>

namespace rigwright::ui {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogEntry)
};
} // namespace

QString priceText(Money low, Money high)
{
    const QString from = format::price(low);
    return low == high ? from : from + QStringLiteral("–") + format::price(high);
}

QString confidenceText(Confidence confidence)
{
    switch (confidence) {
    case Confidence::VendorSheet: return Text::tr("Checked against the vendor's sheet");
    case Confidence::CrossChecked: return Text::tr("Cross-checked with a second source");
    case Confidence::SingleSource: return Text::tr("From one source");
    case Confidence::Estimate: return Text::tr("Estimate");
    }
    return {};
}

} // namespace rigwright::ui
