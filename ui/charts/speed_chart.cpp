// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/speed_chart.h"

#include "core/report/words.h"
#include "core/units/format.h"
#include "ui/charts/axis_ticks.h"
#include "ui/theme/theme.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
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
      m_high(new QLineSeries(this)), m_band(new QAreaSeries(m_high, m_low)), m_before(new QLineSeries),
      m_context(new QCategoryAxis), m_speed(new QCategoryAxis)
{
    for (QCategoryAxis *axis : {m_context, m_speed})
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    chart()->addAxis(m_context, Qt::AlignBottom);
    chart()->addAxis(m_speed, Qt::AlignLeft);
    for (QAbstractSeries *series : std::initializer_list<QAbstractSeries *>{m_band, m_before, m_line}) {
        chart()->addSeries(series);
        series->attachAxis(m_context);
        series->attachAxis(m_speed);
    }
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
    styleAxis(m_context, false);
    styleAxis(m_speed, false);
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
    setTicks(m_context, contextTicks(m_series.known ? curve.x.back() : 131072));
    setTicks(m_speed,
             niceTicks(top, 4, [](double value) { return format::number(value, value == int(value) ? 0 : 1); }));
    setKey({{Role::Accent, m_series.known ? tr("tok/s of one request · %1").arg(m_series.title) : tr("tok/s")}});
    finish(input.before != nullptr);
}

QPointF SpeedChart::position(double context, double speed) const
{
    return chart()->mapToPosition(QPointF(context, speed), m_line);
}

void SpeedChart::paintBands(QPainter &painter) const
{
    const QRectF area = view()->plotArea();
    const double top = m_speed->max();
    painter.setFont(Theme::font(FontRole::Small));
    for (std::size_t i = 0; i < std::size(kBands); ++i) {
        const double from = tierFloor(kBands[i].tier).base();
        if (from >= top)
            break;
        const double to = i + 1 < std::size(kBands) ? std::min(top, tierFloor(kBands[i + 1].tier).base()) : top;
        const double upper = position(0, to).y();
        const double lower = position(0, from).y();
        const QRectF band(area.left(), upper, area.width(), lower - upper);
        painter.fillRect(band, Theme::color(kBands[i].role));
        if (band.height() >= painter.fontMetrics().height()) {
            painter.setPen(Theme::color(Role::Muted));
            painter.drawText(band.adjusted(0, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter,
                             words::tier(kBands[i].tier));
        }
    }
}

void SpeedChart::paintMarks(QPainter &painter) const
{
    const QRectF area = view()->plotArea();
    painter.setFont(Theme::font(FontRole::Small));
    if (!m_series.known) {
        painter.setPen(Theme::color(Role::Text));
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, tr("Add a model that can run here."));
        return;
    }
    const QFontMetrics metrics = painter.fontMetrics();
    // Where memory ends: beyond it the curve is what more memory would give.
    if (m_series.curve.fitsUpTo < m_series.curve.x.back()) {
        const double x = position(m_series.curve.fitsUpTo, 0).x();
        QColor veil = Theme::color(Role::Surface);
        veil.setAlphaF(0.62f);
        painter.fillRect(QRectF(x, area.top(), area.right() - x, area.height()), veil);
        painter.setPen(QPen(Theme::color(Role::Bad), 1.4, Qt::DashLine));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        const QString text = tr("memory ends: %1").arg(format::tokens(m_series.curve.fitsUpTo));
        const double width = metrics.horizontalAdvance(text);
        const double left = std::clamp(x + 4, area.left(), std::max(area.left(), area.right() - width));
        painter.drawText(QPointF(left, area.bottom() - 4), text);
    }
    const QPointF at = position(m_series.chosenContext, m_series.chosenSpeed);
    if (!area.adjusted(-1, -1, 1, 1).contains(at))
        return;
    painter.setPen(QPen(Theme::color(Role::Surface), 1.5));
    painter.setBrush(Theme::color(m_series.chosenFits ? Role::Text : Role::Bad));
    painter.drawEllipse(at, 4.5, 4.5);
    const QString label =
        tr("%1 tok/s at %2").arg(format::twoDigits(m_series.chosenSpeed), format::tokens(m_series.chosenContext));
    const double width = metrics.horizontalAdvance(label);
    QPointF corner(at.x() + 8, at.y() - 8);
    if (corner.x() + width > area.right())
        corner.setX(at.x() - 8 - width);
    corner.setX(std::max(corner.x(), area.left() + 2));
    corner.setY(std::max(corner.y(), area.top() + metrics.ascent()));
    painter.setPen(Theme::color(Role::Text));
    painter.setFont(Theme::font(FontRole::SmallStrong));
    painter.drawText(corner, label);
}

QString SpeedChart::readout(const QPointF &scenePosition) const
{
    const SpeedCurve &curve = m_series.curve;
    if (!m_series.known)
        return {};
    const double context = chart()->mapToValue(scenePosition, m_line).x();
    std::size_t nearest = 0;
    for (std::size_t i = 1; i < curve.x.size(); ++i)
        if (std::abs(curve.x[i] - context) < std::abs(curve.x[nearest] - context))
            nearest = i;
    return tr("%1: %2 tok/s (%3–%4)%5")
        .arg(format::tokens(int(curve.x[nearest])), format::twoDigits(curve.value[nearest]),
             format::twoDigits(curve.low[nearest]), format::twoDigits(curve.high[nearest]),
             curve.x[nearest] > curve.fitsUpTo ? tr(", does not fit") : QString());
}

} // namespace rigwright::ui
