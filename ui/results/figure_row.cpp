// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/figure_row.h"

#include "ui/results/tone.h"
#include "ui/theme/theme.h"
#include "ui/widgets/meter_bar.h"

#include <QKeyEvent>
#include <QPainter>

namespace rigwright::ui {

namespace {
constexpr int kHeight = 23;
constexpr double kMostLabel = 0.42; // of the row
constexpr int kInset = 3;
} // namespace

FigureRow::FigureRow(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FigureRow::setFigure(const Figure &figure)
{
    m_figure = figure;
    QString spoken = figure.label + QStringLiteral(": ") + figure.value;
    if (figure.tone == Tone::Bad)
        spoken += tr(", over the limit");
    else if (figure.tone == Tone::Warn)
        spoken += tr(", near the limit");
    if (!figure.difference.text.isEmpty())
        spoken += tr(", with this change %1 (%2)")
                      .arg(figure.difference.text, figure.difference.tone == Tone::Bad ? tr("worse") : tr("better"));
    setAccessibleName(spoken);
    setAccessibleDescription(figure.detail);
    setToolTip((figure.detail.isEmpty() ? QString() : figure.detail + QLatin1Char('\n')) + tr("Click: why?"));
    setEnabled(!figure.why.empty());
    update();
}

int FigureRow::labelWidth() const
{
    return QFontMetrics(Theme::font(FontRole::Body)).horizontalAdvance(m_figure.label) + spacing::kMedium;
}

int FigureRow::valueWidth() const
{
    return QFontMetrics(Theme::font(FontRole::Strong)).horizontalAdvance(m_figure.value) + 2;
}

void FigureRow::setColumns(int label, int value)
{
    if (label == m_labelColumn && value == m_valueColumn)
        return;
    m_labelColumn = label;
    m_valueColumn = value;
    update();
}

QSize FigureRow::sizeHint() const
{
    return {280, std::max(kHeight, fontMetrics().height() + 6)};
}

QSize FigureRow::minimumSizeHint() const
{
    return {180, sizeHint().height()};
}

void FigureRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = isEnabled() && (underMouse() || hasFocus());
    if (lit) {
        painter.setPen(hasFocus() ? QPen(Theme::color(Role::Accent)) : QPen(Qt::NoPen));
        painter.setBrush(Theme::color(Role::CardHover));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    const QRect inside = rect().adjusted(kInset, 0, -kInset, 0);
    const int label = std::min(m_labelColumn, int(inside.width() * kMostLabel));

    painter.setFont(Theme::font(FontRole::Body));
    painter.setPen(Theme::color(lit ? Role::Text : Role::Muted));
    const QRect labelRect(inside.left(), 0, label - spacing::kSmall, height());
    painter.drawText(labelRect, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_figure.label, Qt::ElideRight, labelRect.width()));

    const int valueLeft = inside.right() - m_valueColumn;
    painter.setFont(Theme::font(FontRole::Strong));
    painter.setPen(Theme::color(textRole(m_figure.tone)));
    painter.drawText(QRect(valueLeft, 0, m_valueColumn, height()), Qt::AlignRight | Qt::AlignVCenter, m_figure.value);

    const QRect middle(inside.left() + label, 0, valueLeft - spacing::kMedium - inside.left() - label, height());
    if (!m_figure.difference.text.isEmpty()) {
        painter.setFont(Theme::font(FontRole::SmallStrong));
        painter.setPen(Theme::color(textRole(m_figure.difference.tone)));
        // The difference may run over the label's empty end, never over the value.
        painter.drawText(middle.adjusted(-3 * spacing::kLarge, 0, spacing::kTight, 0),
                         Qt::AlignRight | Qt::AlignVCenter, m_figure.difference.text);
    } else if (m_figure.share && middle.width() > spacing::kLarge) {
        const QRectF bar(middle.left(), (height() - spacing::kBarHeight) / 2, middle.width(), spacing::kBarHeight);
        const QColor color =
            m_figure.color.isValid() ? m_figure.color : Theme::color(MeterBar::roleOf(meterState(m_figure.tone)));
        paintBar(painter, bar, {{*m_figure.share, color}}, m_figure.limit);
    }
}

void FigureRow::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FigureRow::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void FigureRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace rigwright::ui
