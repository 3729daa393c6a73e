// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace rigwright::ui {

/// A stretch of a bar.
struct BarSegment
{
    double share = 0; ///< of the whole bar, 0 to 1
    QColor color;
    friend bool operator==(const BarSegment &, const BarSegment &) = default;
};

/// Paints segments one after the other into a rounded trough, and a tick at `limit` (0 to 1).
/// What would go beyond the end is cut off there.
void paintBar(QPainter &painter, const QRectF &rect, const std::vector<BarSegment> &segments,
              std::optional<double> limit = {});

/// A value against its limit. The state is said by colour, by the text beside the bar (which the
/// caller words) and to assistive technology, never by colour alone.
class MeterBar : public QWidget
{
    Q_OBJECT
public:
    enum class State { Neutral, Good, Warn, Bad };

    explicit MeterBar(QWidget *parent = nullptr);
    /// @param share filled part, 0 to 1; more is drawn full
    /// @param limit where the tick stands, 0 to 1
    void setValue(double share, State state = State::Neutral, std::optional<double> limit = {});
    void setSegments(std::vector<BarSegment> segments, std::optional<double> limit = {});

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    static Role roleOf(State state);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_share = 0;
    State m_state = State::Neutral;
    std::optional<double> m_limit;
    std::vector<BarSegment> m_segments; ///< where set, instead of share and state
};

} // namespace rigwright::ui
