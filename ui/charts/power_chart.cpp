// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/power_chart.h"

#include "core/units/format.h"
#include "ui/charts/axis_ticks.h"
#include "ui/theme/theme.h"

#include <QBarSet>
#include <QHorizontalStackedBarSeries>
#include <QPainter>

#include <cmath>

namespace rigwright::ui {

namespace {

constexpr Role kRoles[] = {Role::Weights, Role::KvCache, Role::Compute, Role::Accent, Role::Overhead};

QString watts(double value)
{
    return format::watts(Watts(value));
}

} // namespace

PowerChart::PowerChart(QWidget *parent)
    : ChartCard(tr("Wall power and circuits"), parent), m_bars(new QHorizontalStackedBarSeries)
{
    for ([[maybe_unused]] const Role role : kRoles) {
        auto *set = new QBarSet(QString());
        m_bars->append(set);
        m_sets.push_back(set);
    }
    m_bars->setBarWidth(0.62);
    view()->addSeries(m_bars);
    view()->setForegroundPainter([this](QPainter &painter) { paintFront(painter); });
    setKey({{Role::Weights, tr("GPUs")},
            {Role::KvCache, tr("rest")},
            {Role::Compute, tr("loss")},
            {Role::Accent, tr("rig")},
            {Role::Overhead, tr("other")}});
    restyle();
}

void PowerChart::restyle()
{
    for (std::size_t i = 0; i < m_sets.size(); ++i) {
        m_sets[i]->setColor(Theme::color(kRoles[i]));
        m_sets[i]->setBorderColor(Qt::transparent);
    }
}

std::vector<PowerChart::Row> PowerChart::rows() const
{
    std::vector<Row> rows;
    for (const PowerBar &bar : m_series.states) {
        Row row{bar.label, {bar.gpu, bar.rest, bar.loss, 0, 0}, 0, {}};
        row.words = tr("%1: %2 = GPUs %3 + rest %4 + loss %5")
                        .arg(bar.label, watts(bar.wall()), watts(bar.gpu), watts(bar.rest), watts(bar.loss));
        rows.push_back(row);
    }
    for (const CircuitBar &bar : m_series.circuits) {
        Row row{bar.label, {0, 0, 0, bar.rig, bar.other}, bar.limit, {}};
        row.words =
            tr("%1: rig %2 + other %3 of %4").arg(bar.label, watts(bar.rig), watts(bar.other), watts(bar.limit));
        rows.push_back(row);
    }
    return rows;
}

void PowerChart::show(const ChartInput &input)
{
    m_series = powerSeries(*input.shown);
    m_rows = rows();
    // The category axis counts from the bottom.
    const int count = int(m_rows.size());
    for (std::size_t part = 0; part < m_sets.size(); ++part) {
        QBarSet *set = m_sets[part];
        if (set->count() > count)
            set->remove(count, set->count() - count);
        for (int i = 0; i < count; ++i) {
            const double value = m_rows[std::size_t(count - 1 - i)].parts[part];
            if (i < set->count())
                set->replace(i, value);
            else
                set->append(value);
        }
    }
    QStringList labels;
    for (const Row &row : m_rows)
        labels.prepend(row.label);
    view()->setLeftTicks(categoryTicks(labels));
    const double top = std::max(100.0, m_series.top());
    view()->setBottomTicks(niceTicks(top, 4, [top](double value) {
        return top >= 1000 ? tr("%1 kW").arg(format::number(value / 1000, 1)) : tr("%1 W").arg(format::number(value));
    }));
    finish(input.before != nullptr);
}

/// The limit of every circuit as a tick across its bar, red where the load is beyond it.
void PowerChart::paintFront(QPainter &painter) const
{
    const QRectF area = view()->plotArea();
    const int count = int(m_rows.size());
    const double slot = count > 0 ? area.height() / count : 0;
    painter.setFont(Theme::font(FontRole::Small));
    for (int i = 0; i < count; ++i) {
        const Row &row = m_rows[std::size_t(i)];
        if (row.limit <= 0)
            continue;
        double load = 0;
        for (const double part : row.parts)
            load += part;
        const double x = view()->positionOf(row.limit, 0).x();
        const double y = area.top() + slot * i;
        painter.setPen(QPen(Theme::color(load > row.limit ? Role::Bad : Role::Warn), 2));
        painter.drawLine(QPointF(x, y + slot * 0.08), QPointF(x, y + slot * 0.92));
    }
}

QString PowerChart::readout(const QPointF &scenePosition) const
{
    const int count = int(m_rows.size());
    const int index = count - 1 - int(std::lround(view()->valueAt(scenePosition).y()));
    return index >= 0 && index < count ? m_rows[std::size_t(index)].words : QString();
}

} // namespace rigwright::ui
