// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charts_panel.h"

#include "ui/charts/cost_chart.h"
#include "ui/charts/memory_chart.h"
#include "ui/charts/power_chart.h"
#include "ui/charts/speed_chart.h"
#include "ui/document/build_document.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>

namespace rigwright::ui {

namespace {
constexpr int kChartWidth = 250; ///< the least at which a chart can be read
}

ChartsPanel::ChartsPanel(BuildDocument *document, QWidget *parent)
    : QWidget(parent), m_document(document),
      m_tabs(new QTabBar), m_charts{new MemoryChart, new SpeedChart, new PowerChart, new CostChart}
{
    setObjectName(QStringLiteral("chartsPanel"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Charts"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    auto *row = new QHBoxLayout;
    row->setSpacing(1);
    for (ChartCard *chart : m_charts)
        row->addWidget(chart, 1);
    layout->addLayout(row, 1);

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
    for (const ChartCard *chart : m_charts)
        if (chart->isVisible() && chart->x() > 0)
            painter.drawLine(chart->x() - 1, chart->y(), chart->x() - 1, height());
}

void ChartsPanel::arrange()
{
    const int all = int(m_charts.size());
    const int fits = width() / kChartWidth;
    const int perPage = fits >= all ? all : fits >= 2 ? 2 : 1;
    if (perPage != m_perPage) {
        const int first = std::max(0, m_tabs->currentIndex()) * m_perPage;
        m_perPage = perPage;
        const QSignalBlocker quiet(m_tabs);
        while (m_tabs->count() > 0)
            m_tabs->removeTab(0);
        for (int i = 0; i < all; i += perPage) {
            QStringList titles;
            for (int k = i; k < std::min(all, i + perPage); ++k)
                titles << m_charts[std::size_t(k)]->title();
            m_tabs->addTab(titles.join(QStringLiteral(" · ")));
        }
        m_tabs->setCurrentIndex(first / perPage);
        m_tabs->setVisible(perPage < all);
        showPage();
    }
}

void ChartsPanel::showPage()
{
    const int first = std::max(0, m_tabs->currentIndex()) * m_perPage;
    for (int i = 0; i < int(m_charts.size()); ++i)
        m_charts[std::size_t(i)]->setVisible(i >= first && i < first + m_perPage);
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
