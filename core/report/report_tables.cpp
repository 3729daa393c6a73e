// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_tables.h"

#include "core/report/words.h"
#include "core/units/format.h"

#include <QCoreApplication>

#include <cmath>

namespace rigwright::report {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

const QString kNone = QStringLiteral("–");
const QString kDot = QStringLiteral(" · ");

Cell numberCell(const QString &text, double number, Tone tone = Tone::Plain)
{
    return {text, {}, number, tone, {}};
}

Cell textCell(const QString &text, const QString &detail = {}, Tone tone = Tone::Plain)
{
    return {text, detail, std::nullopt, tone, {}};
}

QString joined(const QStringList &parts, const QString &separator = kDot)
{
    QStringList present = parts;
    present.removeAll(QString());
    return present.join(separator);
}

QString priceOrigin(const PartLine &line)
{
    if (line.ownPrice)
        return tr("own price");
    return line.unitPrice ? line.priceDate : QString();
}

Row partRow(const Site &site, const PartLine &line)
{
    Cell unit = textCell(line.included ? tr("included") : tr("no price"), {}, Tone::Muted);
    Cell total = unit;
    if (line.unitPrice && !line.included) {
        const Money sum = *line.unitPrice * line.quantity;
        unit = numberCell(siteMoney(site, *line.unitPrice), line.unitPrice->base() * site.currencyPerUsd);
        total = numberCell(siteMoney(site, sum), sum.base() * site.currencyPerUsd);
    }
    return {{numberCell(QString::number(line.quantity), line.quantity), textCell(line.name, line.detail),
             textCell(line.condition), unit, total,
             textCell(line.included ? QString() : priceOrigin(line),
                      !line.unitPrice || line.included || line.ownPrice ? QString() : line.priceSource)},
            RowKind::Body};
}

Tone shareTone(double share)
{
    return share > 1 ? Tone::Error : share > 0.9 ? Tone::Warning : Tone::Plain;
}

Cell shareCell(double share)
{
    return {format::percent(share), {}, share, shareTone(share), {share}};
}

QString fitText(const DeploymentResult &deployment)
{
    if (deployment.plan.verdict == FitVerdict::Refused)
        return deployment.plan.refusal.isEmpty() ? tr("cannot run") : deployment.plan.refusal;
    const Bytes margin = deployment.plan.margin;
    if (deployment.plan.fits())
        return tr("fits, %1 free").arg(format::gib(margin));
    return tr("does not fit, %1 short").arg(format::gib(Bytes() - margin));
}

} // namespace

QString hoursText(double hours)
{
    return format::number(hours, hours == std::floor(hours) ? 0 : 1);
}

QString siteMoney(const Site &site, Money amount)
{
    return format::money(amount, site.currency, site.currencyPerUsd);
}

TableBlock partsTable(const Site &site, const Evaluation &evaluation)
{
    const QString currency = site.currency.toLower();
    TableBlock table;
    table.id = QStringLiteral("parts");
    table.columns = {
        {QStringLiteral("quantity"), tr("Qty"), Align::Right, 0.55, {}},
        {QStringLiteral("part"), tr("Part"), Align::Left, 4.4, QStringLiteral("detail")},
        {QStringLiteral("condition"), tr("Condition"), Align::Left, 1.15, {}},
        {QStringLiteral("unit_price_") + currency, tr("Unit price"), Align::Right, 1.2, {}},
        {QStringLiteral("total_price_") + currency, tr("Total"), Align::Right, 1.2, {}},
        {QStringLiteral("price_date"), tr("Price seen"), Align::Left, 2.9, QStringLiteral("price_source")}};
    for (const PartLine &line : evaluation.parts)
        table.rows.push_back(partRow(site, line));

    const CostResult &cost = evaluation.cost;
    const auto totalRow = [&](const QString &label, const QString &detail, Money amount, RowKind kind) {
        return Row{{textCell({}), textCell(label, detail), textCell({}), textCell({}),
                    numberCell(siteMoney(site, amount), amount.base() * site.currencyPerUsd), textCell({})},
                   kind};
    };
    QString unpriced;
    if (cost.unpriced == 1)
        unpriced = tr("without 1 line that has no price");
    else if (cost.unpriced > 1)
        unpriced = tr("without %1 lines that have no price").arg(cost.unpriced);
    table.rows.push_back(totalRow(tr("Total, typical prices"), unpriced, cost.parts.value, RowKind::Total));
    table.rows.push_back(totalRow(tr("Total, high end of the price ranges"), {}, cost.partsHigh.value, RowKind::Total));
    return table;
}

TableBlock resultsTable(const Evaluation &evaluation)
{
    TableBlock table;
    table.id = QStringLiteral("results");
    table.columns = {
        {QStringLiteral("deployment"), tr("Model"), Align::Left, 3.4, QStringLiteral("engine")},
        {QStringLiteral("context_tokens"), tr("Context"), Align::Right, 1.1, QStringLiteral("requests")},
        {QStringLiteral("decode_tok_s"), tr("Speed per request"), Align::Right, 2.1, QStringLiteral("basis")},
        {QStringLiteral("tier"), tr("Feels"), Align::Left, 1.6, {}},
        {QStringLiteral("total_tok_s"), tr("All requests"), Align::Right, 1.2, {}},
        {QStringLiteral("ttft_s"), tr("First token"), Align::Right, 1.2, QStringLiteral("prompt")},
        {QStringLiteral("fit"), tr("Memory"), Align::Left, 2.1, {}}};
    for (const DeploymentResult &deployment : evaluation.deployments) {
        const Deployment &settings = deployment.settings;
        const QString requests =
            settings.concurrency == 1 ? tr("1 request") : tr("%1 requests").arg(settings.concurrency);
        if (!deployment.known) {
            table.rows.push_back(
                {{textCell(deployment.title), textCell({}), textCell(kNone), textCell(kNone), textCell(kNone),
                  textCell(kNone), textCell(tr("not in this catalogue"), {}, Tone::Error)},
                 RowKind::Body});
            continue;
        }
        const Cell context{
            format::tokens(settings.contextTokens), requests, double(settings.contextTokens), Tone::Plain, {}};
        const Cell fit = textCell(fitText(deployment), {}, deployment.plan.fits() ? Tone::Plain : Tone::Error);
        if (deployment.plan.verdict == FitVerdict::Refused) {
            table.rows.push_back({{textCell(deployment.title, deployment.engine), context, textCell(kNone),
                                   textCell(kNone), textCell(kNone), textCell(kNone), fit},
                                  RowKind::Body});
            continue;
        }
        const SpeedResult &speed = deployment.speed;
        const auto &decode = speed.decode;
        const QString basis = joined({words::band(decode.value.base(), decode.low.base(), decode.high.base()),
                                      words::basis(decode.basis, decode.measurements)},
                                     QStringLiteral(", "));
        table.rows.push_back(
            {{textCell(deployment.title,
                       joined({deployment.engine, words::split(deployment.plan), tr("KV %1").arg(settings.kvType)})),
              context, Cell{format::speed(decode.value), basis, decode.value.base(), Tone::Strong, {}},
              textCell(words::tier(speed.tier)), numberCell(format::speed(speed.total.value), speed.total.value.base()),
              Cell{format::duration(speed.firstToken.value),
                   tr("%1 prompt").arg(format::tokens(settings.promptTokens)),
                   speed.firstToken.value.base(),
                   Tone::Plain,
                   {}},
              fit},
             RowKind::Body});
    }
    return table;
}

TableBlock memoryTable(const Evaluation &evaluation)
{
    TableBlock table;
    table.id = QStringLiteral("memory");
    table.legend = {tr("Weights"), tr("KV cache"), tr("Compute buffers"), tr("Overhead")};
    table.columns = {{QStringLiteral("device"), tr("Device"), Align::Left, 3.4, QStringLiteral("place")},
                     {QStringLiteral("weights_gib"), tr("Weights"), Align::Right, 1, {}},
                     {QStringLiteral("kv_gib"), tr("KV cache"), Align::Right, 1, {}},
                     {QStringLiteral("compute_gib"), tr("Compute"), Align::Right, 1, {}},
                     {QStringLiteral("overhead_gib"), tr("Overhead"), Align::Right, 1, {}},
                     {QStringLiteral("free_gib"), tr("Free"), Align::Right, 1, {}},
                     {QStringLiteral("memory_gib"), tr("Memory"), Align::Right, 2, {}}};
    const auto row = [](const QString &name, const QString &place, const MemoryUse &use, Bytes memory) {
        const auto gib = [](Bytes bytes) { return numberCell(format::gib(bytes), toGiB(bytes)); };
        Cell free = gib(memory - use.total());
        if (memory < use.total())
            free.tone = Tone::Error;
        Cell of = gib(memory);
        if (memory > Bytes())
            of.bar = {use.weights / memory, use.kvCache / memory, use.compute / memory, use.overhead / memory};
        return Row{
            {textCell(name, place), gib(use.weights), gib(use.kvCache), gib(use.compute), gib(use.overhead), free, of},
            RowKind::Body};
    };
    for (const DeviceResult &device : evaluation.devices)
        table.rows.push_back(row(joined({device.label, device.name}),
                                 joined({device.position, words::link(device.link)}), device.use, device.memory));
    MemoryUse host;
    for (const DeploymentResult &deployment : evaluation.deployments)
        host += deployment.plan.host;
    if (host.total() > Bytes())
        table.rows.push_back(row(tr("System RAM"), evaluation.machine.host.name, host, evaluation.machine.host.memory));
    return table;
}

TableBlock powerStatesTable(const PowerResult &power)
{
    TableBlock table;
    table.id = QStringLiteral("power");
    table.columns = {{QStringLiteral("state"), tr("State"), Align::Left, 2.6, {}},
                     {QStringLiteral("gpu_w"), tr("GPUs"), Align::Right, 1, {}},
                     {QStringLiteral("cpu_w"), tr("CPU"), Align::Right, 1, {}},
                     {QStringLiteral("rest_w"), tr("Board, memory, drives, fans"), Align::Right, 2, {}},
                     {QStringLiteral("dc_w"), tr("DC load"), Align::Right, 1.1, {}},
                     {QStringLiteral("wall_w"), tr("At the wall"), Align::Right, 1.2, {}}};
    const auto watts = [](Watts value, Tone tone = Tone::Plain) {
        return numberCell(format::watts(value), value.base(), tone);
    };
    for (const PowerState state : kPowerStates) {
        const StatePower &of = power.of(state);
        const Watts rest = of.board + of.memory + of.drives + of.fans + of.other;
        table.rows.push_back({{textCell(words::state(state)), watts(of.gpu), watts(of.cpu), watts(rest),
                               watts(of.dc.value), watts(of.wall.value, Tone::Strong)},
                              RowKind::Body});
    }
    return table;
}

TableBlock suppliesTable(const PowerResult &power)
{
    TableBlock table;
    table.id = QStringLiteral("supplies");
    table.columns = {{QStringLiteral("supply"), tr("Power supply"), Align::Left, 3.2, QStringLiteral("circuit")},
                     {QStringLiteral("load_w"), tr("Load"), Align::Right, 1, {}},
                     {QStringLiteral("limit_w"), tr("Rating"), Align::Right, 1, {}},
                     {QStringLiteral("share"), tr("Share"), Align::Right, 1, {}},
                     {QStringLiteral("efficiency"), tr("Efficiency"), Align::Right, 1.1, {}},
                     {QStringLiteral("leads"), tr("GPU leads, used of present"), Align::Left, 2.2, {}}};
    for (const PsuLoad &psu : power.psus) {
        QStringList leads;
        bool missing = false;
        const auto lead = [&](int needed, int present, const QString &name) {
            missing = missing || needed > present;
            if (needed > 0 || present > 0)
                leads.append(tr("%1 of %2 %3").arg(needed).arg(present).arg(name));
        };
        lead(psu.eightPinNeeded, psu.eightPinPresent, tr("8-pin"));
        lead(psu.sixteenPinNeeded, psu.sixteenPinPresent, tr("16-pin"));
        QString circuit;
        for (const CircuitLoad &load : power.circuits)
            if (load.index == psu.circuit)
                circuit = load.label;
        table.rows.push_back(
            {{textCell(psu.name, circuit), numberCell(format::watts(psu.load), psu.load.base()),
              numberCell(format::watts(psu.rating), psu.rating.base()),
              psu.rating > Watts() ? shareCell(psu.share()) : textCell(tr("not at this voltage"), {}, Tone::Error),
              numberCell(format::percent(psu.efficiency), psu.efficiency),
              textCell(leads.isEmpty() ? kNone : leads.join(QStringLiteral(", ")), {},
                       missing ? Tone::Error : Tone::Plain)},
             RowKind::Body});
    }
    return table;
}

TableBlock circuitsTable(const PowerResult &power)
{
    TableBlock table;
    table.id = QStringLiteral("circuits");
    table.columns = {{QStringLiteral("circuit"), tr("Circuit"), Align::Left, 3.2, {}},
                     {QStringLiteral("rig_w"), tr("This rig"), Align::Right, 1, {}},
                     {QStringLiteral("other_w"), tr("Other loads"), Align::Right, 1.2, {}},
                     {QStringLiteral("limit_w"), tr("Continuous limit"), Align::Right, 1.6, {}},
                     {QStringLiteral("share"), tr("Share"), Align::Right, 1, {}},
                     {QStringLiteral("current_a"), tr("Current"), Align::Right, 1.5, QStringLiteral("breaker")}};
    for (const CircuitLoad &circuit : power.circuits)
        table.rows.push_back(
            {{textCell(circuit.label), numberCell(format::watts(circuit.rig), circuit.rig.base()),
              numberCell(format::watts(circuit.other), circuit.other.base()),
              numberCell(format::watts(circuit.limit), circuit.limit.base()), shareCell(circuit.share()),
              Cell{format::amperes(circuit.current),
                   tr("breaker %1").arg(format::amperes(circuit.breaker)),
                   circuit.current.base(),
                   Tone::Plain,
                   {}}},
             RowKind::Body});
    return table;
}

TableBlock heatTable(const PowerResult &power)
{
    TableBlock table;
    table.id = QStringLiteral("heat");
    table.columns = {{QStringLiteral("quantity"), tr("Heat, air, noise"), Align::Left, 3, {}},
                     {QStringLiteral("value"), tr("Value"), Align::Right, 1.2, {}},
                     {QStringLiteral("meaning"), tr("At"), Align::Left, 4, {}}};
    table.rows = {
        {{textCell(tr("Heat to remove")), numberCell(format::btuPerHour(power.heat.value), power.heat.value.base()),
          textCell(tr("everything at its limit"))},
         RowKind::Body},
        {{textCell(tr("Air flow")), numberCell(format::airflow(power.airflow.value), power.airflow.value.base()),
          textCell(tr("for air that leaves 10 °C warmer than it enters"))},
         RowKind::Body},
        {{textCell(tr("Noise")),
          power.noise.value > DecibelsA() ? numberCell(format::noise(power.noise.value), power.noise.value.base())
                                          : textCell(tr("unknown"), {}, Tone::Muted),
          textCell(tr("at 1 m, under load"))},
         RowKind::Body}};
    return table;
}

TableBlock costTable(const Site &site, const CostResult &cost)
{
    TableBlock table;
    table.id = QStringLiteral("cost");
    table.columns = {{QStringLiteral("quantity"), tr("Running cost"), Align::Left, 3, {}},
                     {QStringLiteral("value"), tr("Value"), Align::Right, 1.2, {}},
                     {QStringLiteral("meaning"), tr("How"), Align::Left, 4, {}}};
    const auto money = [&](const Estimate<Money> &amount) {
        return numberCell(siteMoney(site, amount.value), amount.value.base() * site.currencyPerUsd);
    };
    const QString hours = tr("%1 h active and %2 h idle a day, 30 days")
                              .arg(hoursText(site.activeHoursPerDay), hoursText(site.idleHoursPerDay));
    table.rows = {
        {{textCell(tr("Energy per month")),
          numberCell(format::kilowattHours(cost.energyPerMonth.value), cost.energyPerMonth.value.base()),
          textCell(hours)},
         RowKind::Body},
        {{textCell(tr("Energy cost per month")), money(cost.energyCostPerMonth), textCell({})}, RowKind::Body},
        {{textCell(tr("Three years")), money(cost.threeYears), textCell(tr("parts and 36 months of energy"))},
         RowKind::Body}};
    if (cost.perMillionTokens.value > Money())
        table.rows.push_back({{textCell(tr("Per million tokens")), money(cost.perMillionTokens),
                               textCell(tr("energy of the first model's output"))},
                              RowKind::Body});
    const CloudComparison &cloud = cost.cloud;
    if (!cloud.provider.isEmpty()) {
        const QString offer = tr("against %1 at %2 an hour (%3, %4)")
                                  .arg(cloud.gpu, siteMoney(site, cloud.perHour), cloud.provider, cloud.date);
        const Cell months =
            cloud.breakEvenMonths < 0
                ? textCell(tr("never"), {}, Tone::Muted)
                : numberCell(tr("%1 months").arg(format::twoDigits(cloud.breakEvenMonths)), cloud.breakEvenMonths);
        table.rows.push_back({{textCell(tr("Break-even with the cloud")), months, textCell(offer)}, RowKind::Body});
    }
    return table;
}

} // namespace rigwright::report
