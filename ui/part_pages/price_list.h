// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/user_layer.h"
#include "ui/part_pages/fact_sheet.h"

#include <QScrollArea>

namespace rigwright::ui {

/// What is known of a row's price.
struct PriceSheet
{
    std::optional<Price> shipped; ///< the catalogue's, or the user's row's
    std::vector<Fact> disputed;   ///< see disputedPrices()
    std::vector<OwnPrice> own;    ///< newest first
    friend bool operator==(const PriceSheet &, const PriceSheet &) = default;
    int count() const { return int(own.size()) + (shipped ? 1 : 0); }
};
PriceSheet priceSheet(const CatalogStore &store, const RowKey &key);

/// The prices of a row: the catalogue's, the user's, and how they went.
class PriceList : public QScrollArea
{
    Q_OBJECT
public:
    explicit PriceList(QWidget *parent = nullptr);
    void show(const PriceSheet &sheet);
    using QWidget::show;

Q_SIGNALS:
    void removeRequested(qint64 price);

private:
    QWidget *makeBody();
    QWidget *makeShipped() const;
    QWidget *makeOwn(const OwnPrice &price);

    PriceSheet m_sheet;
};

} // namespace rigwright::ui
