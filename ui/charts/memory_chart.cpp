// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/memory_chart.h"

#include "core/units/format.h"
#include "ui/charts/axis_ticks.h"
#include "ui/theme/theme.h"

#include <QBarSet>
#include <QPainter>
#include <QStackedBarSeries>

#include <cmath>

namespace rigwright::ui {

namespace {

struct Kind
{
    double MemoryBar::*value;
    Role role;
};
constexpr Kind kKinds[] = {
    {&MemoryBar::weights, Role::Weights},   {&MemoryBar::kvCache, Role::KvCache},  {&MemoryBar::compute, Role::Compute},
    {&MemoryBar::overhead, Role::Overhead}, {&MemoryBar::free, Role::ButtonHover},
};

} // namespace

MemoryChart::MemoryChart(QWidget *parent) : ChartCard(tr("GPU memory"), parent), m_bars(new QStackedBarSeries)
{
    for ([[maybe_unused]] const Kind &kind : kKinds) {
        auto *set = new QBarSet(QString());
        m_bars->append(set);
        m_sets.push_back(set);
    }
    m_bars->setBarWidth(0.6);
    view()->addSeries(m_bars);
    view()->setForegroundPainter([this](QPainter &painter) { paintFront(painter); });
    setKey({{Role::Weights, tr("weights")},
            {Role::KvCache, tr("KV")},
            {Role::Compute, tr("compute")},
            {Role::Overhead, tr("overhead")}});
    restyle();
}

void MemoryChart::restyle()
{
    for (std::size_t i = 0; i < m_sets.size(); ++i) {
        m_sets[i]->setColor(Theme::color(kKinds[i].role));
        m_sets[i]->setBorderColor(Qt::transparent);
    }
}

void MemoryChart::show(const ChartInput &input)
{
    m_series = memorySeries(*input.shown);
    const std::size_t count = m_series.bars.size();
    for (std::size_t kind = 0; kind < m_sets.size(); ++kind) {
        QBarSet *set = m_sets[kind];
        if (std::size_t(set->count()) > count)
            set->remove(int(count), set->count() - int(count));
        for (std::size_t i = 0; i < count; ++i) {
            const double value = m_series.bars[i].*kKinds[kind].value;
            if (int(i) < set->count())
                set->replace(int(i), value);
            else
                set->append(value);
        }
    }
    QStringList labels;
    for (const MemoryBar &bar : m_series.bars)
        labels << (count > 4 ? QString(bar.label).remove(QStringLiteral("GPU ")) : bar.label);
    view()->setBottomTicks(categoryTicks(labels));
    view()->setLeftTicks(niceTicks(std::max(4.0, m_series.top()), 4,
                                   [](double value) { return tr("%1 GiB").arg(format::number(value)); }));
    finish(input.before != nullptr);
}

/// A line at what the GPU has, where a model asks for more, and how much more.
void MemoryChart::paintFront(QPainter &painter) const
{
    const QRectF area = view()->plotArea();
    if (m_series.bars.empty()) {
        painter.setPen(Theme::color(Role::Muted));
        painter.setFont(Theme::font(FontRole::Body));
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, tr("Place a GPU to see its memory fill."));
        return;
    }
    const double slot = area.width() / double(m_series.bars.size());
    for (std::size_t i = 0; i < m_series.bars.size(); ++i) {
        const MemoryBar &bar = m_series.bars[i];
        if (bar.used() <= bar.memory)
            continue;
        const double y = view()->positionOf(double(i), bar.memory).y();
        const double left = area.left() + slot * double(i);
        painter.setPen(QPen(Theme::color(Role::Bad), 2, Qt::DashLine));
        painter.drawLine(QPointF(left + slot * 0.1, y), QPointF(left + slot * 0.9, y));
        painter.setFont(Theme::font(FontRole::SmallStrong));
        const double height = painter.fontMetrics().height();
        const double above = std::max(area.top(), view()->positionOf(double(i), bar.used()).y() - height - 1);
        painter.drawText(QRectF(left, above, slot, height), Qt::AlignCenter,
                         tr("+%1 GiB").arg(format::number(bar.used() - bar.memory, 1)));
    }
}

QString MemoryChart::readout(const QPointF &scenePosition) const
{
    const int index = int(std::lround(view()->valueAt(scenePosition).x()));
    if (index < 0 || index >= int(m_series.bars.size()))
        return {};
    const MemoryBar &bar = m_series.bars[std::size_t(index)];
    const auto figure = [](double value) { return format::number(value, 1); };
    return tr("%1: %2 + %3 KV + %4 = %5 of %6 GiB")
        .arg(bar.label, figure(bar.weights), figure(bar.kvCache), figure(bar.compute + bar.overhead),
             figure(bar.used()), figure(bar.memory));
}

} // namespace rigwright::ui
