// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_card.h"

#include "ui/theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QSaveFile>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright::ui {

ChartCard::ChartCard(const QString &title, QWidget *parent)
    : QWidget(parent), m_title(title), m_heading(new QLabel(title)), m_readout(new QLabel), m_key(new QLabel),
      m_view(new ChartView)
{
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setFont(Theme::font(FontRole::Strong));
    m_readout->setTextFormat(Qt::PlainText);
    m_readout->setFont(Theme::font(FontRole::Small));
    m_readout->setProperty("tone", QStringLiteral("muted"));
    m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_readout->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_key->setTextFormat(Qt::RichText); // coloured squares; the words are the program's own
    m_key->setFont(Theme::font(FontRole::Small));
    m_key->setProperty("tone", QStringLiteral("muted"));
    m_key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kMedium, spacing::kSmall, spacing::kSmall, spacing::kTight);
    layout->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading);
    head->addWidget(m_readout, 1);
    layout->addLayout(head);
    layout->addWidget(m_key);
    layout->addWidget(m_view, 1);

    m_view->setContextMenuPolicy(Qt::NoContextMenu); // the card's own menu
    connect(m_view, &ChartView::hovered, this, [this](const QPointF &at) { m_readout->setText(readout(at)); });
    connect(m_view, &ChartView::left, m_readout, &QLabel::clear);
    connect(&Theme::current(), &Theme::changed, this, &ChartCard::applyTheme);
}

void ChartCard::finish(bool preview)
{
    m_heading->setText(preview ? tr("%1 · with this change").arg(m_title) : m_title);
    m_view->setAccessibleName(m_title);
    m_view->setAccessibleDescription(summary());
    m_view->viewport()->update();
}

void ChartCard::setKey(const std::vector<KeyEntry> &entries)
{
    m_entries = entries;
    showKey();
}

/// The key in one line. Where the room ends an entry is cut short; the tooltip has it whole.
void ChartCard::showKey()
{
    const QFontMetrics metrics(m_key->font());
    const QString mark = QStringLiteral("■ ");
    const QString gap(3, QChar(QChar::Nbsp));
    int room = contentsRect().width() - spacing::kMedium - spacing::kSmall;
    QStringList words;
    QStringList whole;
    for (const KeyEntry &entry : m_entries) {
        room -= metrics.horizontalAdvance(mark);
        const QString text = metrics.elidedText(entry.text, Qt::ElideRight, std::max(0, room));
        room -= metrics.horizontalAdvance(text + gap);
        words << QStringLiteral("<span style='color:%1'>■</span> %2")
                     .arg(Theme::color(entry.role).name(), text.toHtmlEscaped());
        whole << entry.text;
    }
    const QString text = words.join(gap);
    if (text != m_key->text())
        m_key->setText(text);
    m_key->setToolTip(QStringLiteral("<p>%1</p>").arg(whole.join(QStringLiteral(", ")).toHtmlEscaped()));
}

void ChartCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showKey();
}

void ChartCard::applyTheme()
{
    restyle();
    showKey();
    m_view->viewport()->update();
}

bool ChartCard::savePng(const QString &path) const
{
    constexpr double kScale = 2; // sharp in a document
    QPixmap picture(size() * kScale);
    picture.setDevicePixelRatio(kScale);
    picture.fill(Theme::color(Role::Surface));
    const_cast<ChartCard *>(this)->render(&picture, {}, {}, QWidget::DrawChildren);
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && picture.save(&file, "PNG") && file.commit();
}

void ChartCard::copyTable() const
{
    QGuiApplication::clipboard()->setText(toTabSeparated(table()));
}

void ChartCard::askAndSavePng()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the chart"), m_title + QStringLiteral(".png"),
                                                      tr("PNG pictures (*.png)"));
    if (!path.isEmpty() && !savePng(path))
        QMessageBox::warning(this, tr("Save the chart"), tr("%1 could not be written.").arg(path));
}

void ChartCard::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    connect(menu.addAction(tr("Save as &PNG…")), &QAction::triggered, this, &ChartCard::askAndSavePng);
    connect(menu.addAction(tr("&Copy as table")), &QAction::triggered, this, &ChartCard::copyTable);
    menu.exec(event->globalPos());
}

} // namespace rigwright::ui
