// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/comparison.h"
#include "core/units/result.h"
#include "ui/report/report_export.h"

#include <QMainWindow>

#include <functional>
#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace rigwright::ui {

class ComparisonModel;
class ComparisonView;
class OverlayPlot;
class RadarPlot;

/// Something that can stand on a side of the comparison.
struct CompareChoice
{
    QString id;    ///< "open", "saved:12", "template:tinybox-red-v2"
    QString group; ///< heading in the picker: "Saved builds"
    QString name;
    QString detail; ///< "saved 21 Nov 2026 · 18 parts"
    std::function<Result<Build>()> load;
};

/// Two builds side by side under one workload and at one site: rows in groups with the better
/// side marked, charts over each other, the chassis of both.
class CompareWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit CompareWindow(std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);

    /// What can be picked. Sides whose choice is still there keep it and are loaded again: call it
    /// when the open build or the saved ones changed. `catalog` null keeps the present one.
    void setChoices(std::vector<CompareChoice> choices, std::shared_ptr<const Catalog> catalog = nullptr);
    void choose(const QString &idA, const QString &idB);
    void swapSides();

    /// @return what is shown, or nullptr where a side is missing
    const Comparison *comparison() const { return m_comparison ? &*m_comparison : nullptr; }
    QString markdown() const;
    Outcome exportTo(ReportFormat format, const QString &path) const;

private:
    QWidget *makeBar();
    void fillPickers();
    void fillWorkloads();
    void refresh();
    void showMessage(const QString &message);
    const CompareChoice *choiceOf(const QComboBox *picker) const;
    void copyMarkdown();
    void askAndExport();

    std::shared_ptr<const Catalog> m_catalog;
    std::vector<CompareChoice> m_choices;
    std::optional<Comparison> m_comparison; ///< points into m_catalog

    QComboBox *m_pickA;
    QComboBox *m_pickB;
    QComboBox *m_workload;
    QPushButton *m_swap;
    QCheckBox *m_onlyDifferences;
    QPushButton *m_copy;
    QPushButton *m_export;
    QLabel *m_said;
    ComparisonModel *m_model;
    ComparisonView *m_view;
    OverlayPlot *m_speed;
    OverlayPlot *m_cost;
    RadarPlot *m_radar;
};

} // namespace rigwright::ui
