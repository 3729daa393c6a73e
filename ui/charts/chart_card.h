// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_series.h"
#include "ui/charts/chart_view.h"
#include "ui/theme/palette.h"

#include <QWidget>

class QLabel;

namespace rigwright::ui {

/// What a chart is asked to show.
struct ChartInput
{
    const Evaluation *shown = nullptr;  ///< the preview while there is one, else the build
    const Evaluation *before = nullptr; ///< the build, while `shown` is a preview
    const Catalog *catalog = nullptr;
    const Site *site = nullptr;
    int deployment = 0;
};

/// A chart with its title, key and readout. The context menu saves it as PNG and copies its
/// numbers as a table.
class ChartCard : public QWidget
{
    Q_OBJECT
public:
    /// An entry of the key above the plot.
    struct KeyEntry
    {
        Role role = Role::Text;
        QString text;
    };

    explicit ChartCard(const QString &title, QWidget *parent = nullptr);

    virtual void show(const ChartInput &input) = 0;
    virtual ChartTable table() const = 0;
    virtual QString summary() const = 0;
    /// @return what the readout says at a point of the plot
    virtual QString readout(const QPointF &scenePosition) const = 0;

    QString title() const { return m_title; }
    ChartView *view() const { return m_view; }
    /// Writes the picture as PNG, whole or not at all. @return false where that failed
    bool savePng(const QString &path) const;
    void copyTable() const;
    using QWidget::show;

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    /// To be called at the end of show(): words for assistive technology, a fresh picture.
    void finish(bool preview);
    void setKey(const std::vector<KeyEntry> &entries);
    virtual void restyle() = 0; ///< colours of series from the theme

private:
    void askAndSavePng();
    void applyTheme();
    void showKey();

    QString m_title;
    QLabel *m_heading;
    QLabel *m_readout;
    QLabel *m_key;
    ChartView *m_view;
    std::vector<KeyEntry> m_entries;
};

} // namespace rigwright::ui
