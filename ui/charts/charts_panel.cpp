// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charts_panel.h"

#include "ui/charts/cost_chart.h"
#include "ui/charts/memory_chart.h"
#include "ui/charts/power_chart.h"
#include "ui/charts/speed_chart.h"
#include "ui/document/build_document.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright::ui {

namespace {
constexpr int kChartWidth = 250; ///< the least at which a chart can be read
constexpr int kChartHeight = 190;
} // namespace

ChartsPanel::ChartsPanel(BuildDocument *document, QWidget *parent)
    : QWidget(parent), m_document(document), m_tabs(new QTabBar),
      m_grid(new QGridLayout), m_charts{new MemoryChart, new SpeedChart, new PowerChart, new CostChart}
{
    setObjectName(QStringLiteral("chartsPanel"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setAccessibleName(tr("Charts"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    m_grid->setSpacing(1);
    for (ChartCard *chart : m_charts)
        m_grid->addWidget(chart, 0, 0);
    layout->addLayout(m_grid, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, &ChartsPanel::showPage);
    connect(document, &BuildDocument::changed, this, &ChartsPanel::refresh);
    connect(document, &BuildDocument::previewChanged, this, &ChartsPanel::refresh);
    connect(document, &BuildDocument::opened, this, [this] { setDeployment(0); });
    arrange();
}

QSize ChartsPanel::sizeHint() const
{
    return {1080, 236};
}

QSize ChartsPanel::minimumSizeHint() const
{
    return {kChartWidth, 150};
}

void ChartsPanel::setDeployment(int index)
{
    m_deployment = std::max(0, index);
    refresh();
}

void ChartsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// A hairline above and between the charts.
void ChartsPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(Theme::color(Role::Outline));
    painter.drawLine(0, 0, width(), 0);
    for (const ChartCard *chart : m_charts) {
        if (!chart->isVisible())
            continue;
        if (chart->x() > 0)
            painter.drawLine(chart->x() - 1, chart->y(), chart->x() - 1, chart->geometry().bottom());
        painter.drawLine(chart->x(), chart->y() - 1, chart->geometry().right(), chart->y() - 1);
    }
}

/// As many charts on a page as have room, spread evenly over the pages.
void ChartsPanel::arrange()
{
    const int all = int(m_charts.size());
    const int columns = std::clamp(width() / kChartWidth, 1, all);
    const int rows = std::clamp(height() / kChartHeight, 1, all);
    const int pages = (all + columns * rows - 1) / (columns * rows);
    const int perPage = (all + pages - 1) / pages;
    if (perPage == m_perPage && columns == m_columns)
        return;
    const int first = std::max(0, m_tabs->currentIndex()) * m_perPage;
    m_perPage = perPage;
    m_columns = columns;
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    for (int i = 0; i < all; i += perPage) {
        QStringList titles;
        for (int k = i; k < std::min(all, i + perPage); ++k)
            titles << m_charts[std::size_t(k)]->title();
        m_tabs->addTab(titles.join(QStringLiteral(" · ")));
        m_tabs->setTabToolTip(m_tabs->count() - 1, titles.join(QStringLiteral(", ")));
    }
    m_tabs->setCurrentIndex(first / perPage);
    m_tabs->setVisible(perPage < all);
    showPage();
}

void ChartsPanel::showPage()
{
    const int first = std::max(0, m_tabs->currentIndex()) * m_perPage;
    for (ChartCard *chart : m_charts)
        m_grid->removeWidget(chart);
    for (int i = 0; i < int(m_charts.size()); ++i) {
        ChartCard *chart = m_charts[std::size_t(i)];
        const int place = i - first;
        const bool shown = place >= 0 && place < m_perPage;
        if (shown)
            m_grid->addWidget(chart, place / m_columns, place % m_columns);
        chart->setVisible(shown);
    }
    for (int cell = 0; cell < int(m_charts.size()); ++cell) { // equal shares, and none for what is empty
        m_grid->setColumnStretch(cell, cell < std::min(m_columns, m_perPage) ? 1 : 0);
        m_grid->setRowStretch(cell, cell * m_columns < m_perPage ? 1 : 0);
    }
    refresh();
}

void ChartsPanel::refresh()
{
    ChartInput input;
    const Evaluation *preview = m_document->preview();
    input.shown = preview ? preview : &m_document->evaluation();
    input.before = preview ? &m_document->evaluation() : nullptr;
    input.catalog = &m_document->catalog();
    input.site = &m_document->build().site;
    const int count = int(input.shown->deployments.size());
    input.deployment = m_deployment < count ? m_deployment : std::max(0, count - 1);
    // Charts of another page are filled when their page comes to the front.
    for (ChartCard *chart : m_charts)
        if (!chart->isHidden())
            chart->show(input);
}

} // namespace rigwright::ui
