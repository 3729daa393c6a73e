// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/speed_chart.h"

#include "core/report/words.h"
#include "core/units/format.h"
#include "ui/charts/axis_ticks.h"
#include "ui/theme/theme.h"

#include <QAreaSeries>
#include <QLineSeries>
#include <QPainter>

#include <algorithm>

namespace rigwright::ui {

namespace {

struct Band
{
    SpeedTier tier;
    Role role;
};
constexpr Band kBands[] = {{SpeedTier::Painful, Role::TierPainful},
                           {SpeedTier::Usable, Role::TierUsable},
                           {SpeedTier::Comfortable, Role::TierComfortable},
                           {SpeedTier::Fast, Role::TierFast},
                           {SpeedTier::Instant, Role::TierInstant}};

QList<QPointF> points(const std::vector<double> &x, const std::vector<double> &y)
{
    QList<QPointF> result;
    result.reserve(qsizetype(x.size()));
    for (std::size_t i = 0; i < x.size() && i < y.size(); ++i)
        result.append({x[i], y[i]});
    return result;
}

} // namespace

SpeedChart::SpeedChart(QWidget *parent)
    : ChartCard(tr("Speed against context"), parent), m_line(new QLineSeries), m_low(new QLineSeries(this)),
      m_high(new QLineSeries(this)), m_band(new QAreaSeries(m_high, m_low)), m_before(new QLineSeries)
{
    for (QAbstractSeries *series : std::initializer_list<QAbstractSeries *>{m_band, m_before, m_line})
        view()->addSeries(series);
    view()->setBackgroundPainter([this](QPainter &painter) { paintBands(painter); });
    view()->setForegroundPainter([this](QPainter &painter) { paintMarks(painter); });
    restyle();
}

void SpeedChart::restyle()
{
    QColor soft = Theme::color(Role::Accent);
    soft.setAlphaF(0.28f);
    m_band->setBrush(soft);
    m_band->setPen(Qt::NoPen);
    m_line->setPen(QPen(Theme::color(Role::Accent).lighter(Theme::current().isDark() ? 130 : 100), 2.2));
    m_before->setPen(QPen(Theme::color(Role::Muted), 1.6, Qt::DashLine));
}

void SpeedChart::show(const ChartInput &input)
{
    m_series = speedSeries(*input.shown, *input.catalog, std::size_t(input.deployment));
    const SpeedCurve &curve = m_series.curve;
    m_line->replace(points(curve.x, curve.value));
    m_low->replace(points(curve.x, curve.low));
    m_high->replace(points(curve.x, curve.high));
    double top = 10;
    if (m_series.known)
        top = std::max(top, *std::ranges::max_element(curve.high));
    QList<QPointF> before;
    if (input.before) {
        const SpeedSeries then = speedSeries(*input.before, *input.catalog, std::size_t(input.deployment));
        before = points(then.curve.x, then.curve.value);
        if (then.known)
            top = std::max(top, *std::ranges::max_element(then.curve.value));
    }
    m_before->replace(before);
    view()->setBottomTicks(contextTicks(m_series.known ? curve.x.back() : 131072));
    AxisTicks speeds = niceTicks(
        top, 4, [](double value) { return tr("%1 tok/s").arg(format::number(value, value == int(value) ? 0 : 1)); });
    speeds.grid = false; // the tiers are the grid
    m_top = speeds.to;
    view()->setLeftTicks(speeds);
    setKey({{Role::Accent, m_series.known ? m_series.title : tr("tok/s")}});
    finish(input.before != nullptr);
}

QRectF SpeedChart::bandArea(std::size_t band) const
{
    const double from = tierFloor(kBands[band].tier).base();
    if (from >= m_top)
        return {};
    const double to = band + 1 < std::size(kBands) ? std::min(m_top, tierFloor(kBands[band + 1].tier).base()) : m_top;
    const QRectF area = view()->plotArea();
    const double upper = view()->positionOf(0, to).y();
    return {area.left(), upper, area.width(), view()->positionOf(0, from).y() - upper};
}

void SpeedChart::paintBands(QPainter &painter) const
{
    for (std::size_t i = 0; i < std::size(kBands); ++i)
        painter.fillRect(bandArea(i), Theme::color(kBands[i].role));
}

/// Names the bands, but not under other words.
void SpeedChart::paintTiers(QPainter &painter, const QRectF &taken) const
{
    painter.setFont(Theme::font(FontRole::Small));
    painter.setPen(Theme::color(Role::Muted));
    const double height = painter.fontMetrics().height();
    for (std::size_t i = 0; i < std::size(kBands); ++i) {
        const QRectF band = bandArea(i);
        const QString name = words::tier(kBands[i].tier);
        const double width = painter.fontMetrics().horizontalAdvance(name);
        const QRectF place(band.right() - width - 6, band.center().y() - height / 2, width, height);
        if (band.height() >= height && !place.intersects(taken))
            painter.drawText(place, Qt::AlignCenter, name);
    }
}

/// Where memory ends: beyond it the curve is what more memory would give.
QRectF SpeedChart::paintMemoryEnd(QPainter &painter) const
{
    if (m_series.curve.fitsUpTo >= m_series.curve.x.back())
        return {};
    const QRectF area = view()->plotArea();
    const double x = view()->positionOf(m_series.curve.fitsUpTo, 0).x();
    QColor veil = Theme::color(Role::Surface);
    veil.setAlphaF(0.62f);
    painter.fillRect(QRectF(x, area.top(), area.right() - x, area.height()), veil);
    painter.setPen(QPen(Theme::color(Role::Bad), 1.4, Qt::DashLine));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    const QString text = m_series.curve.fitsUpTo > 0 ? tr("memory ends: %1").arg(shortTokens(m_series.curve.fitsUpTo))
                                                     : tr("does not fit");
    painter.setFont(Theme::font(FontRole::Small));
    const double width = painter.fontMetrics().horizontalAdvance(text) + 2;
    const double height = painter.fontMetrics().height();
    const double left = x + 4 + width <= area.right() ? x + 4 : std::max(area.left(), x - 4 - width);
    const QRectF place(left, area.bottom() - height - 2, width, height);
    painter.drawText(place, Qt::AlignCenter, text);
    return place;
}

void SpeedChart::paintMarks(QPainter &painter) const
{
    const QRectF area = view()->plotArea();
    if (!m_series.known) {
        paintTiers(painter);
        painter.setFont(Theme::font(FontRole::Body));
        painter.setPen(Theme::color(Role::Text));
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, tr("Add a model that can run here."));
        return;
    }
    paintTiers(painter, paintMemoryEnd(painter));
    const QPointF at = view()->positionOf(m_series.chosenContext, m_series.chosenSpeed);
    if (!area.adjusted(-1, -1, 1, 1).contains(at))
        return;
    painter.setPen(QPen(Theme::color(Role::Surface), 1.5));
    painter.setBrush(Theme::color(m_series.chosenFits ? Role::Text : Role::Bad));
    painter.drawEllipse(at, 4.5, 4.5);
    const QString label =
        tr("%1 tok/s at %2").arg(format::twoDigits(m_series.chosenSpeed), shortTokens(m_series.chosenContext));
    painter.setFont(Theme::font(FontRole::SmallStrong));
    const QFontMetrics metrics = painter.fontMetrics();
    const double width = metrics.horizontalAdvance(label);
    QPointF corner(at.x() + 8, at.y() - 8);
    if (corner.x() + width > area.right())
        corner.setX(at.x() - 8 - width);
    corner.setX(std::max(corner.x(), area.left() + 2));
    corner.setY(std::max(corner.y(), area.top() + metrics.ascent()));
    painter.setPen(Theme::color(Role::Text));
    painter.drawText(corner, label);
}

QString SpeedChart::readout(const QPointF &scenePosition) const
{
    const SpeedCurve &curve = m_series.curve;
    if (!m_series.known)
        return {};
    const double context = view()->valueAt(scenePosition).x();
    std::size_t nearest = 0;
    for (std::size_t i = 1; i < curve.x.size(); ++i)
        if (std::abs(curve.x[i] - context) < std::abs(curve.x[nearest] - context))
            nearest = i;
    return tr("%1: %2 tok/s (%3–%4)%5")
        .arg(shortTokens(curve.x[nearest]), format::twoDigits(curve.value[nearest]),
             format::twoDigits(curve.low[nearest]), format::twoDigits(curve.high[nearest]),
             curve.x[nearest] > curve.fitsUpTo ? tr(", does not fit") : QString());
}

} // namespace rigwright::ui
