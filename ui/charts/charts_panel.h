// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;
class QTabBar;

namespace rigwright::ui {

class BuildDocument;
class ChartCard;

/// The live charts: as many as have room beside and below each other, the others behind tabs.
class ChartsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ChartsPanel(BuildDocument *document, QWidget *parent = nullptr);

    /// Chooses the deployment whose speed is drawn.
    void setDeployment(int index);
    const std::vector<ChartCard *> &charts() const { return m_charts; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    void showPage();
    void refresh();

    BuildDocument *m_document;
    QTabBar *m_tabs;
    QGridLayout *m_grid;
    std::vector<ChartCard *> m_charts;
    int m_perPage = 0;
    int m_columns = 0;
    int m_deployment = 0;
};

} // namespace rigwright::ui
