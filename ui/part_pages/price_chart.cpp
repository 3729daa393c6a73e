// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/price_chart.h"

#include "core/units/format.h"
#include "ui/catalog/row_words.h"
#include "ui/charts/axis_ticks.h"
#include "ui/part_pages/cell_format.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace rigwright::ui {

namespace {
constexpr double kDot = 4;     // radius
constexpr double kBar = 3;     // half the width of a range
constexpr double kMinimum = 5; // height of the bar of a single price
constexpr double kKeyGap = 18;

QString month(const QDate &day)
{
    return QLocale().toString(day, QStringLiteral("MMM yyyy"));
}
} // namespace

PriceChart::PriceChart(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("priceChart"));
    setAccessibleName(tr("Prices over time"));
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PriceChart::show(std::vector<DatedPrice> history)
{
    m_history = std::move(history);
    QStringList words;
    for (const DatedPrice &price : m_history)
        words << tr("%1: %2").arg(shownDay(price.day), priceText(price.low, price.high));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

void PriceChart::paintKey(QPainter &painter, const QRectF &line) const
{
    painter.setPen(Theme::color(Role::Text));
    painter.setFont(Theme::font(FontRole::SmallStrong));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, tr("Prices over time"));
    painter.setFont(Theme::font(FontRole::Small));
    const QString own = tr("yours");
    const QString shipped = tr("catalogue");
    const QFontMetricsF metrics(painter.font());
    double x = line.right() - metrics.horizontalAdvance(own);
    const auto entry = [&](const QString &text) {
        painter.setPen(Theme::color(Role::Muted));
        painter.drawText(QPointF(x, line.center().y() + metrics.ascent() / 2 - 1), text);
        painter.setPen(Qt::NoPen);
    };
    entry(own);
    painter.setBrush(Theme::color(Role::CompareA));
    painter.drawEllipse(QPointF(x - kDot - 4, line.center().y()), kDot, kDot);
    x -= metrics.horizontalAdvance(shipped) + 2 * kDot + kKeyGap;
    entry(shipped);
    painter.setBrush(Theme::color(Role::CompareB));
    painter.drawRect(QRectF(x - 2 * kBar - 4, line.center().y() - 5, 2 * kBar, 10));
}

void PriceChart::paintAxes(QPainter &painter, const QRectF &plot, double top) const
{
    const QFontMetricsF metrics(painter.font());
    for (const auto &[value, label] :
         niceTicks(top, 3, [](double amount) { return format::money(Money(amount)); }).ticks) {
        const double y = plot.bottom() - value / top * plot.height();
        painter.setPen(Theme::color(Role::Outline));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(Theme::color(Role::Muted));
        painter.drawText(QRectF(0, y - metrics.height() / 2, plot.left() - 6, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, label);
    }
    const QRectF days(plot.left(), plot.bottom() + 3, plot.width(), metrics.height());
    painter.drawText(days, Qt::AlignLeft, month(m_history.front().day));
    if (m_history.front().day != m_history.back().day)
        painter.drawText(days, Qt::AlignRight, month(m_history.back().day));
}

void PriceChart::paintEvent(QPaintEvent *)
{
    if (m_history.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::font(FontRole::Small));
    const QFontMetricsF metrics(painter.font());
    const QRectF area = QRectF(rect()).adjusted(2, 2, -kDot - 2, -2);
    paintKey(painter, QRectF(area.left(), area.top(), area.width(), metrics.height() + 4));

    const auto highest = std::ranges::max_element(m_history, {}, &DatedPrice::high);
    const double top = niceTicks(highest->high.base(), 3, [](double) { return QString(); }).to;
    const double left = metrics.horizontalAdvance(format::money(Money(top))) + 8;
    const QRectF plot = area.adjusted(left, metrics.height() + 14, 0, -metrics.height() - 4);
    paintAxes(painter, plot, top);

    const qint64 days = std::max<qint64>(1, m_history.front().day.daysTo(m_history.back().day));
    const auto place = [&](const DatedPrice &price, Money amount) {
        return QPointF(plot.left() + double(m_history.front().day.daysTo(price.day)) / double(days) * plot.width(),
                       plot.bottom() - amount.base() / top * plot.height());
    };
    QPolygonF line;
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::color(Role::CompareB));
    for (const DatedPrice &price : m_history) {
        const QPointF high = place(price, price.high);
        const double height = std::max(kMinimum, place(price, price.low).y() - high.y());
        if (price.own)
            line << high;
        else
            painter.drawRect(
                QRectF(high.x() - kBar, high.y() - (height == kMinimum ? kMinimum / 2 : 0), 2 * kBar, height));
    }
    painter.setPen(QPen(Theme::color(Role::CompareA), 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.setPen(QPen(Theme::color(Role::Surface), 1));
    painter.setBrush(Theme::color(Role::CompareA));
    for (const QPointF &dot : line)
        painter.drawEllipse(dot, kDot, kDot);
}

} // namespace rigwright::ui
