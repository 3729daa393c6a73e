// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/document.h"

#include "core/report/launch_command.h"
#include "core/report/report_tables.h"
#include "core/report/words.h"
#include "core/units/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rigwright::report {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

const QString kDot = QStringLiteral(" · ");

Figure speedFigure(const Evaluation &evaluation)
{
    const DeploymentResult &first = evaluation.deployments.front();
    Figure figure{first.title, tr("cannot run"), first.plan.refusal, Tone::Error};
    if (!first.known || first.plan.verdict == FitVerdict::Refused)
        return figure;
    figure.value = format::speed(first.speed.decode.value);
    figure.detail = words::tier(first.speed.tier);
    figure.tone = Tone::Strong;
    if (!first.plan.fits()) {
        figure.value = tr("does not fit");
        figure.detail = tr("%1 short").arg(format::gib(Bytes() - first.plan.margin));
        figure.tone = Tone::Error;
    }
    return figure;
}

Figure memoryFigure(const Evaluation &evaluation)
{
    Bytes memory;
    Bytes used;
    for (const DeviceResult &device : evaluation.devices) {
        memory += device.memory;
        used += device.use.total();
    }
    const int count = int(evaluation.devices.size());
    return {count == 1 ? tr("GPU memory") : tr("GPU memory, %1 devices").arg(count), format::gib(memory),
            tr("%1 used").arg(format::gib(used)), memory < used ? Tone::Error : Tone::Plain};
}

Figures keyFigures(const Build &build, const Evaluation &evaluation)
{
    Figures figures;
    if (!evaluation.deployments.empty())
        figures.figures.push_back(speedFigure(evaluation));
    if (!evaluation.devices.empty())
        figures.figures.push_back(memoryFigure(evaluation));
    figures.figures.push_back(
        {tr("Wall power, active"), format::watts(evaluation.power.active.value),
         tr("%1 at its limit").arg(format::watts(evaluation.power.of(PowerState::Sizing).wall.value)), Tone::Plain});
    const CostResult &cost = evaluation.cost;
    figures.figures.push_back({tr("Parts"), siteMoney(build.site, cost.parts.value),
                               tr("%1 a month for power").arg(siteMoney(build.site, cost.energyCostPerMonth.value)),
                               Tone::Plain});
    return figures;
}

ChassisBlock chassisBlock(const Build &build, const Catalog &catalog, const Evaluation &evaluation)
{
    ChassisBlock block;
    block.caption = evaluation.chassis.title;
    const auto &positions = evaluation.chassis.positions;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const Item *item = build.at({Place::ExpansionSlot, int(i)});
        const PartInfo *info = item ? catalog.partInfo(item->part) : nullptr;
        QStringList parts{positions[i].label, info ? info->name : item ? item->part.id : tr("empty")};
        const QString link = words::link(positions[i].link);
        if (!link.isEmpty())
            parts.append(link);
        block.positions.append(parts.join(kDot));
    }
    return block;
}

FindingsBlock findingsBlock(const Evaluation &evaluation)
{
    FindingsBlock block;
    for (const Finding &finding : evaluation.findings)
        block.findings.push_back({finding.severity, words::severity(finding.severity), finding.subject, finding.text});
    return block;
}

void addTable(Document &document, const QString &heading, TableBlock table)
{
    if (table.rows.empty())
        return;
    if (!heading.isEmpty())
        document.blocks.push_back(Heading{heading});
    document.blocks.push_back(std::move(table));
}

void addLaunchCommands(Document &document, const Catalog &catalog, const Evaluation &evaluation)
{
    bool headed = false;
    for (const DeploymentResult &deployment : evaluation.deployments) {
        const auto command = launchCommand(deployment, evaluation.machine, catalog);
        if (!command)
            continue;
        if (!headed)
            document.blocks.push_back(Heading{tr("How to run it")});
        headed = true;
        QStringList intro{deployment.title, command->note};
        intro.removeAll(QString());
        document.blocks.push_back(Paragraph{intro.join(QStringLiteral(": ")), Tone::Muted});
        document.blocks.push_back(Code{command->text()});
    }
}

} // namespace

Document buildReport(const Build &build, const Catalog &catalog, const Evaluation &evaluation, QDate date)
{
    Document document;
    document.title = build.name.isEmpty() ? tr("Untitled build") : build.name;
    document.subtitle = tr("Parts list and evaluation");
    document.date = date;
    if (date.isValid())
        document.meta.push_back({tr("Date"), QLocale().toString(date, QLocale::LongFormat)});
    document.meta.push_back({tr("Catalogue"), catalog.version});
    if (!build.site.name.isEmpty())
        document.meta.push_back({tr("Site"), build.site.name});

    document.blocks.push_back(keyFigures(build, evaluation));
    if (!build.notes.isEmpty())
        document.blocks.push_back(Paragraph{build.notes, Tone::Plain});
    if (evaluation.chassis.width > 0)
        document.blocks.push_back(chassisBlock(build, catalog, evaluation));

    document.blocks.push_back(Heading{tr("Parts")});
    if (evaluation.parts.empty())
        document.blocks.push_back(Paragraph{tr("No parts yet."), Tone::Muted});
    document.blocks.push_back(partsTable(build.site, evaluation));

    addTable(document, tr("Results"), resultsTable(evaluation));
    addTable(document, tr("Memory"), memoryTable(evaluation));
    addTable(document, tr("Power and circuits"), powerStatesTable(evaluation.power));
    addTable(document, {}, suppliesTable(evaluation.power));
    addTable(document, {}, circuitsTable(evaluation.power));
    addTable(document, tr("Heat, air and noise"), heatTable(evaluation.power));
    addTable(document, tr("Running cost"), costTable(build.site, evaluation.cost));

    document.blocks.push_back(Heading{tr("Findings")});
    if (evaluation.findings.empty())
        document.blocks.push_back(Paragraph{tr("None: no rule objects to this build."), Tone::Muted});
    else
        document.blocks.push_back(findingsBlock(evaluation));

    addLaunchCommands(document, catalog, evaluation);
    document.blocks.push_back(Heading{tr("Assumptions")});
    document.blocks.push_back(Bullets{assumptions(build, catalog, evaluation)});
    return document;
}

const TableBlock *findTable(const Document &document, const QString &id)
{
    for (const Block &block : document.blocks)
        if (const auto *table = std::get_if<TableBlock>(&block); table && table->id == id)
            return table;
    return nullptr;
}

} // namespace rigwright::report
