// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cost_chart.h"

#include "core/units/format.h"
#include "ui/charts/axis_ticks.h"
#include "ui/theme/theme.h"

#include <QLineSeries>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

namespace {

QList<QPointF> byMonth(const std::vector<double> &amounts)
{
    QList<QPointF> points;
    for (std::size_t month = 0; month < amounts.size(); ++month)
        points.append({double(month), amounts[month]});
    return points;
}

} // namespace

CostChart::CostChart(QWidget *parent)
    : ChartCard(tr("Cost over 36 months"), parent), m_build(new QLineSeries), m_cloud(new QLineSeries),
      m_before(new QLineSeries)
{
    AxisTicks months;
    months.ticks = {{0, tr("now")}, {12, tr("12")}, {24, tr("24")}, {36, tr("36")}};
    months.to = kCostMonths;
    view()->setBottomTicks(months);
    for (QLineSeries *series : {m_before, m_cloud, m_build})
        view()->addSeries(series);
    view()->setForegroundPainter([this](QPainter &painter) { paintFront(painter); });
    restyle();
}

void CostChart::restyle()
{
    m_build->setPen(QPen(Theme::color(Role::CompareA), 2.2));
    m_cloud->setPen(QPen(Theme::color(Role::CompareB), 2, Qt::DashLine));
    m_before->setPen(QPen(Theme::color(Role::Muted), 1.6, Qt::DashLine));
}

QString CostChart::money(double amount) const
{
    return format::money(Money(amount), m_series.currency);
}

/// One style along the axis: "$2.5K" on an axis to ten thousand or more, else "$75". The currency's
/// sign stays where the locale puts it.
QString CostChart::tickMoney(double amount, bool inThousands) const
{
    const double shown = inThousands ? amount / 1000 : amount;
    const QString figure = format::number(shown, shown == std::floor(shown) ? 0 : 1);
    return money(0).replace(QLatin1Char('0'), inThousands && amount > 0 ? tr("%1K").arg(figure) : figure);
}

void CostChart::show(const ChartInput &input)
{
    m_series = costSeries(*input.shown, *input.site);
    m_build->replace(byMonth(m_series.build));
    m_cloud->replace(byMonth(m_series.cloud));
    double top = std::max(100.0, m_series.build.back());
    QList<QPointF> before;
    if (input.before) {
        const CostSeries then = costSeries(*input.before, *input.site);
        before = byMonth(then.build);
        top = std::max(top, then.build.back());
    }
    m_before->replace(before);
    if (!m_series.cloud.empty())
        top = std::max(top, m_series.cloud.back());
    const bool inThousands = top >= 10000;
    view()->setLeftTicks(
        niceTicks(top, 4, [this, inThousands](double value) { return tickMoney(value, inThousands); }));
    m_hasDevices = !input.shown->devices.empty();
    std::vector<KeyEntry> key{{Role::CompareA, tr("this build")}};
    if (!m_series.cloud.empty())
        key.push_back({Role::CompareB, m_series.cloudName});
    setKey(key);
    finish(input.before != nullptr);
}

void CostChart::paintFront(QPainter &painter) const
{
    const QRectF area = view()->plotArea();
    painter.setFont(Theme::font(FontRole::Small));
    if (m_series.cloud.empty()) {
        if (!m_hasDevices)
            return;
        painter.setPen(Theme::color(Role::Muted)); // below the line: nothing else is drawn there
        painter.drawText(area.adjusted(6, 4, -6, -4), Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap,
                         tr("No cloud price of this GPU is known."));
        return;
    }
    const double month = m_series.breakEvenMonths;
    if (month < 0 || month > kCostMonths) {
        painter.setPen(Theme::color(Role::Text));
        painter.drawText(area.adjusted(6, 4, -6, -4), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                         month < 0 ? tr("Renting stays cheaper at this use.")
                                   : tr("Break-even in month %1.").arg(format::number(std::ceil(month))));
        return;
    }
    const double slope = m_series.cloud.back() / kCostMonths;
    const QPointF at = view()->positionOf(month, month * slope);
    painter.setPen(QPen(Theme::color(Role::Surface), 1.5));
    painter.setBrush(Theme::color(Role::Text));
    painter.drawEllipse(at, 4.5, 4.5);
    painter.setPen(Theme::color(Role::Text));
    painter.setFont(Theme::font(FontRole::SmallStrong));
    const QString label = tr("break-even: month %1").arg(format::number(std::ceil(month)));
    const double width = painter.fontMetrics().horizontalAdvance(label);
    const double left = std::clamp(at.x() + 8, area.left(), std::max(area.left(), area.right() - width));
    painter.drawText(QPointF(left, std::min(at.y() + 18, area.bottom() - 4)), label);
}

QString CostChart::readout(const QPointF &scenePosition) const
{
    if (m_series.build.empty())
        return {};
    const int month = std::clamp(int(std::lround(view()->valueAt(scenePosition).x())), 0, kCostMonths);
    QString text = tr("month %1: %2").arg(month).arg(money(m_series.build[std::size_t(month)]));
    if (!m_series.cloud.empty())
        text += tr(", rented %1").arg(money(m_series.cloud[std::size_t(month)]));
    return text;
}

} // namespace rigwright::ui
