// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tuning/memory_stack.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace rigwright::ui {

namespace {
constexpr int kHeight = 26;
constexpr int kOverhang = 2; // of the tick
} // namespace

MemoryStack::MemoryStack(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Memory of a GPU"));
}

void MemoryStack::setView(const MemoryStackView &view)
{
    m_view = view;
    setAccessibleDescription(view.title + QStringLiteral("; ") + view.names.join(QStringLiteral(", ")));
    update();
}

QSize MemoryStack::sizeHint() const
{
    return {360, kHeight};
}

QSize MemoryStack::minimumSizeHint() const
{
    return {200, kHeight};
}

void MemoryStack::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF bar = QRectF(rect()).adjusted(0, kOverhang, 0, -kOverhang);
    paintBar(painter, bar, m_view.segments, m_view.limit);
    painter.setFont(Theme::font(FontRole::SmallStrong));
    double x = bar.left();
    for (std::size_t i = 0; i < m_view.segments.size(); ++i) {
        const BarSegment &segment = m_view.segments[i];
        const double width = segment.share * bar.width();
        const QString name = m_view.names[qsizetype(i)].section(QLatin1Char(':'), 0, 0);
        if (painter.fontMetrics().horizontalAdvance(name) + 2 * spacing::kSmall <= width) {
            const QColor dark(0x14, 0x17, 0x1d);
            painter.setPen(contrastRatio(dark, segment.color) > contrastRatio(Qt::white, segment.color) ? dark
                                                                                                        : Qt::white);
            painter.drawText(QRectF(x, bar.top(), width, bar.height()), Qt::AlignCenter, name);
        }
        x += width;
    }
}

bool MemoryStack::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    double end = 0;
    QString text;
    for (std::size_t i = 0; i < m_view.segments.size() && text.isEmpty(); ++i) {
        end += m_view.segments[i].share * width();
        if (help->pos().x() < end)
            text = m_view.names[qsizetype(i)];
    }
    QToolTip::showText(help->globalPos(), text.isEmpty() ? tr("Free") : text, this);
    return true;
}

} // namespace rigwright::ui
