// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/meter_bar.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace rigwright::ui {

void paintBar(QPainter &painter, const QRectF &rect, const std::vector<BarSegment> &segments,
              std::optional<double> limit)
{
    constexpr double kTickWidth = 2;
    constexpr double kTickOverhang = 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = std::min(rect.height() / 2, 3.0);
    QPainterPath trough;
    trough.addRoundedRect(rect, radius, radius);
    painter.fillPath(trough, Theme::color(Theme::current().isDark() ? Role::Outline : Role::ButtonHover));
    painter.setClipPath(trough);
    double x = rect.left();
    for (const BarSegment &segment : segments) {
        const double width = std::min(std::max(segment.share, 0.0) * rect.width(), rect.right() - x);
        painter.fillRect(QRectF(x, rect.top(), width, rect.height()), segment.color);
        x += width;
    }
    painter.setClipping(false);
    if (limit) {
        const double at = rect.left() + std::clamp(*limit, 0.0, 1.0) * (rect.width() - kTickWidth);
        painter.fillRect(QRectF(at, rect.top() - kTickOverhang, kTickWidth, rect.height() + 2 * kTickOverhang),
                         Theme::color(Role::Text));
    }
    painter.restore();
}

MeterBar::MeterBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MeterBar::setValue(double share, State state, std::optional<double> limit)
{
    m_segments.clear();
    m_share = share;
    m_state = state;
    m_limit = limit;
    setAccessibleDescription(state == State::Bad    ? tr("over the limit")
                             : state == State::Warn ? tr("near the limit")
                                                    : QString());
    update();
}

void MeterBar::setSegments(std::vector<BarSegment> segments, std::optional<double> limit)
{
    m_segments = std::move(segments);
    m_limit = limit;
    update();
}

Role MeterBar::roleOf(State state)
{
    switch (state) {
    case State::Neutral: return Role::Weights;
    case State::Good: return Role::Good;
    case State::Warn: return Role::Compute;
    case State::Bad: return Role::Bad;
    }
    return Role::Weights;
}

QSize MeterBar::sizeHint() const
{
    return {120, int(spacing::kBarHeight) + 6};
}

QSize MeterBar::minimumSizeHint() const
{
    return {32, sizeHint().height()};
}

void MeterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF bar(0, (height() - spacing::kBarHeight) / 2, width(), spacing::kBarHeight);
    if (m_segments.empty())
        paintBar(painter, bar, {{m_share, Theme::color(roleOf(m_state))}}, m_limit);
    else
        paintBar(painter, bar, m_segments, m_limit);
}

} // namespace rigwright::ui
