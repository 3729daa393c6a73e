// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparison_view.h"

#include "ui/chassis/chassis_painter.h"
#include "ui/compare/comparison_model.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace rigwright::ui {

namespace {

constexpr int kHeadHeight = 104;
constexpr int kRowHeight = 27;
constexpr int kLabelWidth = 300;
constexpr int kDifferenceWidth = 140;
constexpr double kLongestBar = 0.45; ///< of a cell's width

class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool group = index.data(ComparisonModel::GroupRole).toBool();
        const bool equal = index.data(ComparisonModel::EqualRole).toBool();
        painter->save();
        painter->fillRect(option.rect, Theme::color(group ? Role::Window : equal ? Role::Surface : Role::Different));
        painter->setPen(Theme::color(Role::Outline));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        const QRect inside = option.rect.adjusted(12, 0, -12, 0);
        if (group)
            paintGroup(*painter, option, index);
        else
            paintCell(*painter, inside, index);
        if (option.state & QStyle::State_HasFocus) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(Theme::color(Role::Accent), 1.5));
            painter->drawRect(QRectF(option.rect).adjusted(1, 1, -2, -2));
        }
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, kRowHeight}; }

private:
    static void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        painter.setFont(Theme::font(FontRole::SmallStrong));
        painter.setPen(Theme::color(Role::Text));
        painter.drawText(option.rect.adjusted(12, 0, -12, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         index.data(Qt::DisplayRole).toString());
    }

    static void paintCell(QPainter &painter, QRect area, const QModelIndex &index)
    {
        const auto better = Side(index.data(ComparisonModel::BetterRole).toInt());
        const int column = index.column();
        const bool betterHere = (column == ComparisonModel::SideA && better == Side::A)
                                || (column == ComparisonModel::SideB && better == Side::B);
        Role ink = Role::Text;
        if (column == ComparisonModel::Label)
            ink = Role::Muted;
        else if (betterHere)
            ink = Role::Good;
        else if (column == ComparisonModel::Difference)
            ink = better == Side::A ? Role::Bad : better == Side::B ? Role::Good : Role::Muted;

        const QVariant bar = index.data(ComparisonModel::BarRole);
        if (bar.isValid()) {
            const double height = spacing::kBarHeight;
            const QRectF strip(area.left(), area.center().y() - height / 2 + 0.5,
                               std::max(2.0, area.width() * kLongestBar * bar.toDouble()), height);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(Theme::color(column == ComparisonModel::SideA ? Role::CompareA : Role::CompareB));
            painter.drawRoundedRect(strip, height / 2, height / 2);
            area.setLeft(int(strip.right()) + 10);
        }
        const bool strong = betterHere || (column == ComparisonModel::Difference && better != Side::None);
        painter.setFont(Theme::font(strong ? FontRole::Strong : FontRole::Body));
        painter.setPen(Theme::color(ink));
        // Colour alone would not reach everybody.
        QString text = index.data(Qt::DisplayRole).toString();
        if (betterHere)
            text.prepend(QStringLiteral("✓ "));
        const Qt::Alignment side = column == ComparisonModel::Difference ? Qt::AlignRight : Qt::AlignLeft;
        painter.drawText(area, int(Qt::AlignVCenter | side),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    }
};

} // namespace

ComparisonHeader::ComparisonHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionResizeMode(QHeaderView::Fixed);
    setSectionsClickable(false);
    connect(&Theme::current(), &Theme::changed, viewport(), QOverload<>::of(&QWidget::update));
}

void ComparisonHeader::setHeads(SideHead a, SideHead b)
{
    m_a = std::move(a);
    m_b = std::move(b);
    viewport()->update();
}

QSize ComparisonHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), kHeadHeight};
}

void ComparisonHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    painter->fillRect(rect, Theme::color(section == ComparisonModel::Label ? Role::Window : Role::Surface));
    painter->setPen(Theme::color(Role::Outline));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    QRect text = rect.adjusted(12, 14, -12, -8);
    if (section == ComparisonModel::Difference) {
        painter->setFont(Theme::font(FontRole::Strong));
        painter->setPen(Theme::color(Role::Text));
        painter->drawText(text, int(Qt::AlignTop | Qt::AlignRight), tr("Difference"));
        painter->setFont(Theme::font(FontRole::Small));
        painter->setPen(Theme::color(Role::Muted));
        painter->drawText(text.adjusted(0, 22, 0, 0), int(Qt::AlignTop | Qt::AlignRight), tr("B − A"));
    } else if (section != ComparisonModel::Label) {
        const bool first = section == ComparisonModel::SideA;
        const SideHead &head = first ? m_a : m_b;
        painter->fillRect(QRect(rect.topLeft(), QSize(rect.width(), 3)),
                          Theme::color(first ? Role::CompareA : Role::CompareB));
        const QRect picture(rect.right() - 12 - std::min(180, rect.width() / 3), rect.top() + 8,
                            std::min(180, rect.width() / 3), rect.height() - 14);
        painter->setFont(Theme::font(FontRole::Small));
        paintChassis(*painter, picture, head.chassis, chassisColors(Theme::current().palette()));
        text.setRight(picture.left() - 12);
        painter->setFont(Theme::font(FontRole::Title));
        painter->setPen(Theme::color(Role::Text));
        const QString name = (first ? tr("A · %1") : tr("B · %1")).arg(head.name);
        painter->drawText(text, int(Qt::AlignTop | Qt::AlignLeft),
                          painter->fontMetrics().elidedText(name, Qt::ElideRight, text.width()));
        const int line = painter->fontMetrics().height();
        painter->setFont(Theme::font(FontRole::Small));
        painter->setPen(Theme::color(Role::Muted));
        painter->drawText(text.adjusted(0, line + 2, 0, 0), int(Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap),
                          head.detail);
    }
    painter->restore();
}

ComparisonView::ComparisonView(ComparisonModel *model, QWidget *parent)
    : QTableView(parent), m_model(model), m_header(new ComparisonHeader(this))
{
    setHorizontalHeader(m_header);
    setModel(model);
    setItemDelegate(new RowDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Comparison"));
    connect(model, &QAbstractItemModel::modelReset, this, &ComparisonView::layoutRows);
    connect(&Theme::current(), &Theme::changed, viewport(), QOverload<>::of(&QWidget::update));
}

void ComparisonView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layoutColumns();
}

void ComparisonView::layoutColumns()
{
    const int width = viewport()->width();
    const int label = std::min(kLabelWidth, width * 3 / 10);
    const int difference = std::min(kDifferenceWidth, width / 6);
    const int side = (width - label - difference) / 2;
    m_header->resizeSection(ComparisonModel::Label, label);
    m_header->resizeSection(ComparisonModel::SideA, side);
    m_header->resizeSection(ComparisonModel::SideB, width - label - difference - side);
    m_header->resizeSection(ComparisonModel::Difference, difference);
}

void ComparisonView::layoutRows()
{
    clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->isGroup(row))
            setSpan(row, 0, 1, ComparisonModel::ColumnCount);
    layoutColumns();
}

} // namespace rigwright::ui
