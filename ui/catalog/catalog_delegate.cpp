// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalog_delegate.h"

#include "ui/catalog/catalog_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/meter_bar.h"

#include <QPainter>

namespace rigwright::ui {

namespace {
constexpr int kMargin = 9;
constexpr int kGap = 6; ///< between cards
constexpr int kBar = 3;

int lineHeight(FontRole role)
{
    return QFontMetrics(Theme::font(role)).height();
}

void drawElided(QPainter &painter, const QRectF &rect, int alignment, const QString &text)
{
    painter.drawText(rect, alignment | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, int(rect.width()) + 1));
}

void drawTitle(QPainter &painter, QRectF line, const CatalogEntry &card, Role ink)
{
    painter.setFont(Theme::font(FontRole::Body));
    painter.setPen(Theme::color(Role::Muted));
    const double price = card.price.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(card.price) + 8;
    drawElided(painter, line, Qt::AlignRight, card.price);
    painter.setFont(Theme::font(FontRole::Strong));
    painter.setPen(Theme::color(ink));
    drawElided(painter, line.adjusted(0, 0, -price, 0), Qt::AlignLeft, card.name);
}

void drawFacts(QPainter &painter, const QRectF &area, const CatalogEntry &card, Role ink)
{
    constexpr double kColumnGap = 6;
    const bool single = card.facts[1].value.isEmpty(); // one fact in words takes the whole width
    const double column = single ? area.width() : (area.width() + kColumnGap) / double(card.facts.size());
    const double valueHeight = lineHeight(FontRole::SmallStrong);
    for (std::size_t i = 0; i < (single ? 1 : card.facts.size()); ++i) {
        const QRectF value(area.left() + double(i) * column, area.top(), column - (single ? 0 : kColumnGap),
                           valueHeight);
        painter.setFont(Theme::font(FontRole::SmallStrong));
        painter.setPen(Theme::color(ink));
        drawElided(painter, value, Qt::AlignLeft, card.facts[i].value);
        painter.setFont(Theme::font(FontRole::Small));
        painter.setPen(Theme::color(Role::Muted));
        drawElided(painter, value.translated(0, valueHeight), Qt::AlignLeft, card.facts[i].caption);
    }
}
} // namespace

void CatalogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const CatalogModel *>(index.model());
    if (!model)
        return;
    const CatalogEntry &card = model->entry(index.row());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const QRectF frame = QRectF(option.rect).adjusted(0, 0, 0, -kGap);

    painter->save();
    paintCard(*painter, frame, Theme::color(hovered || selected ? Role::CardHover : Role::Card),
              Theme::color(selected ? Role::Accent : Role::Outline));
    // What cannot be used stays readable, without the colours of what can.
    const bool blocked = !model->blocked(index.row()).isEmpty();
    const Role ink = blocked ? Role::Muted : Role::Text;
    const QRectF inner = frame.adjusted(kMargin, kMargin - 2, -kMargin, -kMargin);
    const double titleHeight = lineHeight(FontRole::Strong);
    drawTitle(*painter, QRectF(inner.left(), inner.top(), inner.width(), titleHeight), card, ink);
    drawFacts(*painter, inner.adjusted(0, titleHeight + 3, 0, 0), card, ink);
    if (card.bar > 0)
        paintBar(*painter, QRectF(inner.left(), inner.bottom() - kBar, inner.width(), kBar),
                 {{card.bar, Theme::color(blocked ? Role::OutlineStrong : Role::Weights)}});
    painter->restore();
}

QSize CatalogDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int text = lineHeight(FontRole::Strong) + 3 + lineHeight(FontRole::SmallStrong) + lineHeight(FontRole::Small);
    return {option.rect.width(), kMargin - 2 + text + 5 + kBar + kMargin + kGap};
}

} // namespace rigwright::ui
