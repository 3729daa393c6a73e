// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/price_list.h"

#include "core/catalog/enum_names.h"
#include "core/catalog/web_address.h"
#include "ui/catalog/row_words.h"
#include "ui/document/catalog_store.h"
#include "ui/part_pages/cell_format.h"
#include "ui/part_pages/conflict_note.h"
#include "ui/part_pages/page_labels.h"
#include "ui/part_pages/price_chart.h"
#include "ui/part_pages/price_history.h"
#include "ui/part_pages/web_link.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/section_label.h"

#include <QHBoxLayout>

namespace rigwright::ui {

namespace {

/// A price on a card: the amount at the left, what is known of it beside it.
QHBoxLayout *makeLine(Card *card, const QString &amount, const QStringList &about, const QString &where,
                      const QString &link)
{
    auto *line = new QHBoxLayout(card);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(spacing::kMedium);
    QLabel *figure = textLabel(amount, FontRole::Strong);
    figure->setWordWrap(false);
    figure->setMinimumWidth(110);
    line->addWidget(figure, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    QStringList known = about;
    known.removeAll(QString());
    words->addWidget(
        textLabel(known.isEmpty() ? PriceList::tr("no date") : known.join(QStringLiteral(" · ")), FontRole::Body));
    if (!where.isEmpty())
        words->addWidget(textLabel(where, FontRole::Small, true));
    if (const auto address = webAddress(link))
        words->addWidget(makeWebLink(*address), 0, Qt::AlignLeft);
    line->addLayout(words, 1);
    return line;
}

} // namespace

PriceSheet priceSheet(const CatalogStore &store, const RowKey &key)
{
    const std::vector<Column> columns = columnsOf(key.table);
    const std::vector<Cell> cells = ownedCells(store, key);
    const auto text = [&](const char *name) { return cellText(cellNamed(columns, cells, QLatin1String(name))); };
    PriceSheet sheet{std::nullopt, disputedPrices(store, key), store.pricesOf(key)};
    const Cell low = cellNamed(columns, cells, QStringLiteral("price_low_usd"));
    const Cell high = cellNamed(columns, cells, QStringLiteral("price_high_usd"));
    if (const auto *from = std::get_if<double>(&low)) {
        const auto *to = std::get_if<double>(&high);
        sheet.shipped = Price{Money(*from),
                              Money(to && *to > 0 ? *to : *from),
                              text("price_date"),
                              text("price_source"),
                              enumFromName<PriceCondition>(text("price_condition")).value_or(PriceCondition::Unknown),
                              text("price_link"),
                              false};
    }
    return sheet;
}

PriceList::PriceList(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("prices"));
    setAccessibleName(tr("Prices"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus); // the arrow keys scroll
    viewport()->setAutoFillBackground(false);
}

void PriceList::show(const PriceSheet &sheet)
{
    if (sheet == m_sheet && widget())
        return;
    m_sheet = sheet;
    if (QWidget *old = takeWidget())
        old->deleteLater(); // the button that removed a price is on it
    setWidget(makeBody());
    widget()->setAutoFillBackground(false);
}

QWidget *PriceList::makeBody()
{
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(spacing::kTight, spacing::kMedium, spacing::kMedium, spacing::kMedium);
    layout->setSpacing(spacing::kSmall);
    if (std::vector<DatedPrice> history = priceHistory(m_sheet.shipped, m_sheet.own); history.size() >= 2) {
        auto *chart = new PriceChart;
        chart->show(std::move(history));
        layout->addWidget(chart);
    }
    layout->addWidget(new SectionLabel(tr("Your prices")));
    for (const OwnPrice &price : m_sheet.own)
        layout->addWidget(makeOwn(price));
    if (m_sheet.own.empty())
        layout->addWidget(
            textLabel(tr("None yet. A price you add is used in the place of the catalogue's."), FontRole::Body, true));
    layout->addSpacing(spacing::kTight);
    layout->addWidget(new SectionLabel(tr("In the catalogue")));
    layout->addWidget(makeShipped());
    for (const Fact &fact : m_sheet.disputed) {
        layout->addWidget(textLabel(tr("%1: %2").arg(fact.caption, fact.value), FontRole::Body, true));
        layout->addWidget(new ConflictNote(fact));
    }
    layout->addStretch();
    return body;
}

QWidget *PriceList::makeShipped() const
{
    if (!m_sheet.shipped)
        return textLabel(tr("No price is known."), FontRole::Body, true);
    const Price &price = *m_sheet.shipped;
    auto *card = new Card;
    card->setObjectName(QStringLiteral("shippedPrice"));
    makeLine(card, priceText(price.low, price.high), {conditionText(price.condition), shownDate(price.date)},
             price.source, price.link);
    return card;
}

QWidget *PriceList::makeOwn(const OwnPrice &price)
{
    auto *card = new Card;
    card->setObjectName(QStringLiteral("ownPrice"));
    QHBoxLayout *line = makeLine(card, priceText(price.amount, price.amount),
                                 {conditionText(price.condition), shownDay(price.seen)}, price.seller, price.link);
    auto *remove = new IconButton(QStringLiteral("trash"), tr("Remove this price"));
    remove->setObjectName(QStringLiteral("removePrice"));
    remove->setAccessibleName(tr("Remove the price of %1").arg(shownDay(price.seen)));
    connect(remove, &QToolButton::clicked, this, [this, id = price.id] { Q_EMIT removeRequested(id); });
    line->addWidget(remove, 0, Qt::AlignTop);
    return card;
}

} // namespace rigwright::ui
