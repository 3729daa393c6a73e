// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/overlay_plots.h"

#include "core/units/format.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rigwright::ui {

namespace {

Role roleOf(Side side)
{
    return side == Side::B ? Role::CompareB : Role::CompareA;
}

/// The next 1, 2, 2.5 or 5 times a power of ten: where an axis can end with a round label.
double roundUp(double value)
{
    if (value <= 0)
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 2.5, 5.0, 10.0})
        if (value <= step * power * (1 + 1e-9))
            return step * power;
    return 10 * power;
}

/// @return the highest top, within the plot, of a box at its right edge that no curve runs through;
///         the plot's top where there is none
double freeTop(const std::vector<QPolygonF> &curves, const QRectF &plot, const QSizeF &box)
{
    constexpr double kStep = 4;
    constexpr double kClear = 3; // from a curve
    const auto isFree = [&](double top) {
        const QRectF place =
            QRectF(QPointF(plot.right() - box.width(), top), box).adjusted(-kClear, -kClear, kClear, kClear);
        return std::ranges::none_of(curves, [&place](const QPolygonF &curve) {
            for (qsizetype i = 0; i + 1 < curve.size(); ++i)
                if (place.intersects(QRectF(curve[i], curve[i + 1]).normalized().adjusted(0, 0, 0.1, 0.1)))
                    return true;
            return false;
        });
    };
    for (double top = plot.top(); top + box.height() <= plot.bottom(); top += kStep)
        if (isFree(top))
            return top;
    return plot.top();
}

} // namespace

PlotCard::PlotCard(const QString &title, QWidget *parent) : QWidget(parent), m_title(title)
{
    setAccessibleName(title);
    connect(&Theme::current(), &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void PlotCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::color(Role::Outline));
    painter.setBrush(Theme::color(Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::kCardRadius, spacing::kCardRadius);
    painter.setFont(Theme::font(FontRole::SmallStrong));
    painter.setPen(Theme::color(Role::Text));
    const double line = painter.fontMetrics().height();
    painter.drawText(QPointF(spacing::kMedium, spacing::kSmall + painter.fontMetrics().ascent()), m_title);
    painter.setFont(Theme::font(FontRole::Small));
    paintPlot(painter, QRectF(rect()).adjusted(spacing::kMedium, spacing::kSmall + line + spacing::kTight,
                                               -spacing::kMedium, -spacing::kSmall));
}

OverlayPlot::OverlayPlot(const QString &title, QWidget *parent) : PlotCard(title, parent)
{}

void OverlayPlot::setLines(std::vector<PlotLine> lines, Labels xLabel, Labels yLabel)
{
    m_lines = std::move(lines);
    m_xLabel = std::move(xLabel);
    m_yLabel = std::move(yLabel);
    QStringList words;
    for (const PlotLine &line : m_lines) {
        const QString side = line.side == Side::A ? QStringLiteral("A") : QStringLiteral("B");
        if (!line.points.empty())
            words.append(
                tr("%1 from %2 to %3").arg(side, m_yLabel(line.points.front().y()), m_yLabel(line.points.back().y())));
        if (!line.endNote.isEmpty())
            words.append(line.endNote);
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    setToolTip(accessibleDescription());
    update();
}

void OverlayPlot::paintPlot(QPainter &painter, const QRectF &area)
{
    double xMax = 0;
    double yMax = 0;
    for (const PlotLine &line : m_lines)
        for (const QPointF &point : line.points) {
            xMax = std::max(xMax, point.x());
            yMax = std::max(yMax, point.y());
        }
    painter.setPen(Theme::color(Role::Muted));
    if (xMax <= 0 || yMax <= 0) {
        QStringList notes;
        for (const PlotLine &line : m_lines)
            notes.append(line.endNote);
        notes.removeAll(QString());
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap,
                         notes.isEmpty() ? tr("Add a model to see this.") : notes.join(QLatin1Char('\n')));
        return;
    }

    yMax = roundUp(yMax);
    const QFontMetricsF metrics(painter.font());
    const double left = metrics.horizontalAdvance(m_yLabel(yMax)) + 6;
    const QRectF plot = area.adjusted(left, metrics.height() / 2, -4, -metrics.height() - 4);
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = plot.bottom() - share * plot.height();
        painter.setPen(Theme::color(Role::Outline));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(Theme::color(Role::Muted));
        painter.drawText(QRectF(area.left(), y - metrics.height() / 2, left - 6, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, m_yLabel(yMax * share));
        const double x = plot.left() + share * plot.width();
        const QString label = m_xLabel(xMax * share);
        const double width = metrics.horizontalAdvance(label);
        painter.drawText(QPointF(std::min(x - width / 2, plot.right() - width), area.bottom() - metrics.descent()),
                         label);
    }
    std::vector<QPolygonF> curves;
    QStringList notes;
    double noteWidth = 0;
    for (const PlotLine &line : m_lines) {
        QPolygonF &curve = curves.emplace_back();
        for (const QPointF &point : line.points)
            curve << QPointF(plot.left() + point.x() / xMax * plot.width(),
                             plot.bottom() - point.y() / yMax * plot.height());
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Theme::color(roleOf(line.side)), 2, line.side == Side::B ? Qt::DashLine : Qt::SolidLine));
        painter.drawPolyline(curve);
        if (curve.isEmpty())
            continue;
        if (!line.endNote.isEmpty()) {
            notes.append(line.endNote);
            noteWidth = std::max(noteWidth, metrics.horizontalAdvance(line.endNote));
            continue;
        }
        const QString side = line.side == Side::A ? QStringLiteral("A") : QStringLiteral("B");
        const double below = std::min(curve.back().y() + metrics.ascent() + 4, plot.bottom() - metrics.descent());
        painter.drawText(QPointF(plot.right() - metrics.horizontalAdvance(side),
                                 line.side == Side::A ? curve.back().y() - 5 : below),
                         side);
    }
    double top = freeTop(curves, plot, QSizeF(noteWidth, metrics.height() * double(notes.size())));
    for (const PlotLine &line : m_lines) {
        if (line.points.empty() || line.endNote.isEmpty())
            continue;
        painter.setPen(Theme::color(roleOf(line.side)));
        painter.drawText(QRectF(plot.left(), top, plot.width(), metrics.height()), Qt::AlignRight | Qt::AlignVCenter,
                         line.endNote);
        top += metrics.height();
    }
}

RadarPlot::RadarPlot(const QString &title, QWidget *parent) : PlotCard(title, parent)
{}

void RadarPlot::setAxes(std::vector<RadarAxis> axes)
{
    m_axes = std::move(axes);
    QStringList words;
    for (const RadarAxis &axis : m_axes)
        words.append(tr("%1: A %2, B %3").arg(axis.name, format::percent(axis.a), format::percent(axis.b)));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    setToolTip(accessibleDescription());
    update();
}

void RadarPlot::paintPlot(QPainter &painter, const QRectF &area)
{
    const QFontMetricsF metrics(painter.font());
    painter.setPen(Theme::color(Role::Muted));
    if (m_axes.size() < 3) {
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, tr("Too little is known of both sides."));
        return;
    }
    const double radius = std::min(area.width(), area.height()) / 2 - metrics.height() - 2;
    const auto at = [&](std::size_t axis, double share) {
        const double angle = 2 * std::numbers::pi * double(axis) / double(m_axes.size()) - std::numbers::pi / 2;
        return area.center() + QPointF(std::cos(angle), std::sin(angle)) * radius * share;
    };
    const auto polygon = [&](const std::function<double(const RadarAxis &)> &share) {
        QPolygonF points;
        for (std::size_t i = 0; i < m_axes.size(); ++i)
            points << at(i, share(m_axes[i]));
        return points;
    };
    painter.setBrush(Qt::NoBrush);
    painter.setPen(Theme::color(Role::OutlineStrong));
    for (const double ring : {0.5, 1.0})
        painter.drawPolygon(polygon([ring](const RadarAxis &) { return ring; }));
    for (const Side side : {Side::A, Side::B}) {
        QColor fill = Theme::color(roleOf(side));
        painter.setPen(QPen(fill, 2, side == Side::B ? Qt::DashLine : Qt::SolidLine));
        fill.setAlphaF(0.16F);
        painter.setBrush(fill);
        painter.drawPolygon(polygon([side](const RadarAxis &axis) { return side == Side::A ? axis.a : axis.b; }));
    }
    painter.setPen(Theme::color(Role::Muted));
    for (std::size_t i = 0; i < m_axes.size(); ++i) {
        const QPointF end = at(i, 1);
        const double width = metrics.horizontalAdvance(m_axes[i].name);
        const double dx = end.x() - area.center().x();
        const double x = std::abs(dx) < 1 ? end.x() - width / 2 : dx > 0 ? end.x() + 6 : end.x() - width - 6;
        const double y = end.y() < area.center().y() - radius * 0.9 ? end.y() - 5 : end.y() + metrics.ascent() / 2;
        painter.drawText(QPointF(x, y), m_axes[i].name);
    }
}

} // namespace rigwright::ui
