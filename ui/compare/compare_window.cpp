// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_window.h"

#include "core/report/writers.h"
#include "core/units/format.h"
#include "ui/compare/comparison_model.h"
#include "ui/compare/comparison_view.h"
#include "ui/compare/overlay_plots.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QStandardItemModel>
#include <QStatusBar>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright::ui {

namespace {

const QLatin1String kOpen("open");
const QLatin1String kWorkloadA("a");
const QLatin1String kWorkloadB("b");
constexpr int kMessageMs = 6000;

QString numberOfParts(const Build &build)
{
    const auto parts = std::ranges::count_if(build.items, [](const Item &item) { return !item.included; });
    return parts == 1 ? CompareWindow::tr("1 part") : CompareWindow::tr("%1 parts").arg(parts);
}

SideHead headOf(const CompareChoice &choice, const Build &build, const Catalog &catalog, const Evaluation &evaluation)
{
    return {choice.name, choice.detail.isEmpty() ? numberOfParts(build) : choice.detail,
            chassisModel(build, catalog, evaluation)};
}

} // namespace

CompareWindow::CompareWindow(std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : QMainWindow(parent), m_catalog(std::move(catalog)), m_pickA(new QComboBox), m_pickB(new QComboBox),
      m_workload(new QComboBox), m_swap(new QPushButton(tr("&Swap"))),
      m_onlyDifferences(new QCheckBox(tr("Only &differences"))), m_copy(new QPushButton(tr("&Copy as Markdown"))),
      m_export(new QPushButton(tr("&Export PDF…"))), m_said(new QLabel), m_model(new ComparisonModel(this)),
      m_view(new ComparisonView(m_model)), m_speed(new OverlayPlot(tr("Speed vs context"))),
      m_cost(new OverlayPlot(tr("Total cost over 36 months"))),
      m_radar(new RadarPlot(tr("Speed · memory · quiet · efficient · cheap")))
{
    setWindowTitle(tr("Compare builds"));
    setObjectName(QStringLiteral("compareWindow"));
    const QSize room = screen()->availableSize() - QSize(0, style()->pixelMetric(QStyle::PM_TitleBarHeight));
    resize(QSize(1320, 920).boundedTo(room));

    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->setProperty("tone", QStringLiteral("muted"));
    m_said->setObjectName(QStringLiteral("workloadText"));

    auto *charts = new QHBoxLayout;
    charts->setSpacing(spacing::kSmall);
    for (QWidget *chart :
         {static_cast<QWidget *>(m_speed), static_cast<QWidget *>(m_cost), static_cast<QWidget *>(m_radar)})
        charts->addWidget(chart, 1);

    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kLarge);
    layout->setSpacing(spacing::kMedium);
    layout->addWidget(makeBar());
    layout->addWidget(m_said);
    layout->addWidget(m_view, 3);
    layout->addLayout(charts, 1);
    setCentralWidget(body);

    connect(m_pickA, &QComboBox::activated, this, &CompareWindow::refresh);
    connect(m_pickB, &QComboBox::activated, this, &CompareWindow::refresh);
    connect(m_workload, &QComboBox::activated, this, &CompareWindow::refresh);
    connect(m_swap, &QPushButton::clicked, this, &CompareWindow::swapSides);
    connect(m_onlyDifferences, &QCheckBox::toggled, m_model, &ComparisonModel::setOnlyDifferences);
    connect(m_copy, &QPushButton::clicked, this, &CompareWindow::copyMarkdown);
    connect(m_export, &QPushButton::clicked, this, &CompareWindow::askAndExport);
    for (const QKeySequence::StandardKey key : {QKeySequence::Close, QKeySequence::Cancel})
        connect(new QShortcut(key, this), &QShortcut::activated, this, &QWidget::close);
    refresh();
}

QWidget *CompareWindow::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *title = new QLabel(tr("Compare"));
    title->setFont(Theme::font(FontRole::Title));
    layout->addWidget(title);
    layout->addWidget(m_pickA);
    layout->addWidget(new QLabel(tr("with")));
    layout->addWidget(m_pickB);
    layout->addWidget(m_swap);
    layout->addWidget(m_onlyDifferences);
    layout->addStretch(1);
    layout->addWidget(m_workload);
    layout->addWidget(m_copy);
    layout->addWidget(m_export);

    m_pickA->setObjectName(QStringLiteral("pickA"));
    m_pickA->setAccessibleName(tr("Build A"));
    m_pickB->setObjectName(QStringLiteral("pickB"));
    m_pickB->setAccessibleName(tr("Build B"));
    m_workload->setObjectName(QStringLiteral("workload"));
    m_workload->setAccessibleName(tr("Workload on both sides"));
    m_swap->setObjectName(QStringLiteral("swap"));
    m_swap->setIcon(themedIcon(QStringLiteral("swap")));
    m_onlyDifferences->setObjectName(QStringLiteral("onlyDifferences"));
    m_copy->setObjectName(QStringLiteral("copy"));
    m_copy->setIcon(themedIcon(QStringLiteral("copy")));
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setProperty("kind", QStringLiteral("primary"));
    for (QComboBox *box : {m_pickA, m_pickB, m_workload}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(18);
    }
    return bar;
}

void CompareWindow::setChoices(std::vector<CompareChoice> choices, std::shared_ptr<const Catalog> catalog)
{
    m_comparison.reset(); // points into the old catalogue
    if (catalog)
        m_catalog = std::move(catalog);
    m_choices = std::move(choices);
    fillPickers();
    refresh();
}

void CompareWindow::fillPickers()
{
    for (QComboBox *picker : {m_pickA, m_pickB}) {
        const QString kept = picker->currentData().toString();
        picker->clear();
        QString group;
        for (const CompareChoice &choice : m_choices) {
            if (choice.group != group && !choice.group.isEmpty()) {
                picker->addItem(choice.group);
                auto *items = qobject_cast<QStandardItemModel *>(picker->model());
                items->item(picker->count() - 1)->setEnabled(false);
            }
            group = choice.group;
            picker->addItem(choice.name, choice.id);
            picker->setItemData(picker->count() - 1, choice.detail, Qt::ToolTipRole);
        }
        picker->setCurrentIndex(picker->findData(kept));
    }
    // Nothing picked yet: the first, and the first of another name (the open build and the saved
    // one that it came from are alike).
    if (!choiceOf(m_pickA) && !m_choices.empty())
        m_pickA->setCurrentIndex(m_pickA->findData(m_choices.front().id));
    if (const CompareChoice *a = choiceOf(m_pickA); a && !choiceOf(m_pickB)) {
        const auto other =
            std::ranges::find_if(m_choices, [a](const CompareChoice &choice) { return choice.name != a->name; });
        if (other != m_choices.end())
            m_pickB->setCurrentIndex(m_pickB->findData(other->id));
    }
}

void CompareWindow::fillWorkloads()
{
    const QString kept = m_workload->currentData().toString();
    m_workload->clear();
    const CompareChoice *a = choiceOf(m_pickA);
    const CompareChoice *b = choiceOf(m_pickB);
    if (a)
        m_workload->addItem(tr("Workload of A: %1").arg(a->name), kWorkloadA);
    if (b)
        m_workload->addItem(tr("Workload of B: %1").arg(b->name), kWorkloadB);
    for (const CompareChoice &choice : m_choices)
        if (choice.id == kOpen && &choice != a && &choice != b)
            m_workload->addItem(tr("Workload of the open build: %1").arg(choice.name), kOpen);
    m_workload->setCurrentIndex(std::max(0, m_workload->findData(kept)));
}

const CompareChoice *CompareWindow::choiceOf(const QComboBox *picker) const
{
    const QString id = picker->currentData().toString();
    const auto it = std::ranges::find(m_choices, id, &CompareChoice::id);
    return id.isEmpty() || it == m_choices.end() ? nullptr : &*it;
}

void CompareWindow::choose(const QString &idA, const QString &idB)
{
    m_pickA->setCurrentIndex(m_pickA->findData(idA));
    m_pickB->setCurrentIndex(m_pickB->findData(idB));
    refresh();
}

void CompareWindow::swapSides()
{
    const QString a = m_pickA->currentData().toString();
    const QString b = m_pickB->currentData().toString();
    // The workload stays with the build that it belongs to.
    const QString workload = m_workload->currentData().toString();
    const bool ofSide = workload == kWorkloadA || workload == kWorkloadB;
    if (ofSide)
        m_workload->setCurrentIndex(m_workload->findData(workload == kWorkloadA ? kWorkloadB : kWorkloadA));
    choose(b, a);
}

void CompareWindow::showMessage(const QString &message)
{
    m_comparison.reset();
    m_said->setText(message);
    m_model->setGroups({});
    m_view->header()->setHeads({}, {});
    m_speed->setLines({}, {}, {});
    m_cost->setLines({}, {}, {});
    m_radar->setAxes({});
}

void CompareWindow::refresh()
{
    fillWorkloads();
    const CompareChoice *a = choiceOf(m_pickA);
    const CompareChoice *b = choiceOf(m_pickB);
    m_swap->setEnabled(a && b);
    m_copy->setEnabled(a && b);
    m_export->setEnabled(a && b);
    if (!a || !b)
        return showMessage(tr("Pick two builds above: saved ones, the open one, or templates."));

    const Result<Build> buildA = a->load();
    const Result<Build> buildB = b->load();
    for (const Result<Build> *build : {&buildA, &buildB})
        if (!build->ok())
            return showMessage(build->error().message);

    CompareOptions options;
    const QString from = m_workload->currentData().toString();
    if (from == kWorkloadB)
        options.from = WorkloadFrom::B;
    if (from == kOpen) {
        const auto open = std::ranges::find(m_choices, QString(kOpen), &CompareChoice::id);
        const Result<Build> build = open->load();
        if (!build)
            return showMessage(build.error().message);
        options = {WorkloadFrom::Given, {build->deployments, build->site}, open->name};
    }
    m_comparison = compareBuilds(*buildA, *buildB, *m_catalog, options);
    const Comparison &shown = *m_comparison;
    m_said->setText(shown.workload);
    m_model->setNames(a->name, b->name);
    m_model->setGroups(shown.groups);
    m_view->header()->setHeads(headOf(*a, shown.buildA, *m_catalog, shown.a),
                               headOf(*b, shown.buildB, *m_catalog, shown.b));
    m_speed->setLines(
        speedLines(shown, *m_catalog), [](double tokens) { return format::tokens(int(tokens / 1024) * 1024); },
        [](double speed) { return format::speed(TokensPerSecond(speed)); });
    const Site site = shown.buildA.site;
    m_cost->setLines(
        costLines(shown), [](double month) { return format::number(month); },
        [site](double amount) { return format::money(Money(amount), site.currency); });
    m_radar->setAxes(radarAxes(shown));
}

QString CompareWindow::markdown() const
{
    if (!m_comparison)
        return {};
    return report::toMarkdown(
        comparisonReport(*m_comparison, *m_catalog, QDate::currentDate(), m_onlyDifferences->isChecked()));
}

void CompareWindow::copyMarkdown()
{
    QGuiApplication::clipboard()->setText(markdown());
    statusBar()->showMessage(tr("Copied as Markdown"), kMessageMs);
}

Outcome CompareWindow::exportTo(ReportFormat format, const QString &path) const
{
    if (!m_comparison)
        return Error{Error::Code::Invalid, tr("There are no two builds to compare.")};
    ReportOptions options;
    options.date = QDate::currentDate();
    if (QLocale().measurementSystem() == QLocale::ImperialUSSystem)
        options.pageSize = QPageSize::Letter;
    return exportComparison(format, path, *m_comparison, *m_catalog, options);
}

void CompareWindow::askAndExport()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export comparison"), tr("comparison.pdf"),
        tr("PDF (*.pdf);;Web page (*.html);;Markdown (*.md);;Text (*.txt);;Spreadsheet (*.csv);;JSON (*.json)"));
    if (path.isEmpty())
        return;
    const Outcome outcome = exportTo(reportFormatOf(path).value_or(ReportFormat::Pdf), path);
    if (!outcome)
        QMessageBox::warning(this, tr("Export comparison"), outcome.error().message);
    else
        statusBar()->showMessage(tr("Written: %1").arg(path), kMessageMs);
}

} // namespace rigwright::ui
