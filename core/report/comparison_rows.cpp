// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparison.h"

#include "core/report/comparison_verdict.h"
#include "core/report/report_tables.h"
#include "core/report/row_builder.h"
#include "core/report/words.h"
#include "core/units/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace rigwright {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Comparison", text);
}

const QString kDot = QStringLiteral(" · ");

/// One side of the comparison.
struct Subject
{
    const Build &build;
    const Evaluation &evaluation;
};

/// "4 × 23.6 GiB = 94.2 GiB"
SideValue memoryOf(const Evaluation &evaluation)
{
    std::map<qint64, int, std::greater<>> sizes;
    Bytes sum;
    for (const DeviceResult &device : evaluation.devices) {
        ++sizes[device.memory.base()];
        sum += device.memory;
    }
    if (sizes.empty())
        return {tr("none"), 0.0};
    QStringList parts;
    for (const auto &[size, count] : sizes)
        parts.append(count == 1 ? format::gib(Bytes(size))
                                : QStringLiteral("%1 × %2").arg(count).arg(format::gib(Bytes(size))));
    const QString text = evaluation.devices.size() == 1
                             ? parts.front()
                             : parts.join(QStringLiteral(" + ")) + QStringLiteral(" = ") + format::gib(sum);
    return {text, double(sum.base())};
}

SideValue bandwidthOf(const Evaluation &evaluation)
{
    if (evaluation.machine.devices.empty())
        return {tr("none"), std::nullopt};
    BytesPerSecond slowest = evaluation.machine.devices.front().bandwidth;
    for (const Device &device : evaluation.machine.devices)
        slowest = std::min(slowest, device.bandwidth);
    return {format::bandwidth(slowest), slowest.base()};
}

SideValue linkOf(const Machine &machine)
{
    const PeerLink *slowest = nullptr;
    for (std::size_t i = 0; i < machine.devices.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (const PeerLink &link = machine.link(i, j); !slowest || link.perDirection < slowest->perDirection)
                slowest = &link;
    if (!slowest)
        return {tr("one GPU"), std::nullopt};
    return {slowest->name + kDot + format::bandwidth(slowest->perDirection), slowest->perDirection.base()};
}

SideValue hostMemoryOf(const Machine &machine)
{
    if (machine.host.memory == Bytes())
        return {tr("unknown"), std::nullopt};
    return {format::gib(machine.host.memory), double(machine.host.memory.base())};
}

/// The yardstick for "what could it run": the usual quantization of the engine that runs anywhere.
constexpr int kYardstickContext = 8192;

SideValue largestModelOf(const Machine &machine, const Catalog &catalog)
{
    Deployment deployment;
    deployment.quantId = QStringLiteral("q4_k_m");
    deployment.engineId = QStringLiteral("llama.cpp");
    deployment.contextTokens = kYardstickContext;
    deployment.parallelism.offload = Offload::None;
    const LlmModel *largest = nullptr;
    for (const LlmModel &model : catalog.models) {
        if (!model.released || (largest && model.totalParameters <= largest->totalParameters))
            continue;
        deployment.modelId = model.id;
        const auto resolved = resolve(deployment, catalog);
        if (resolved && planMemory(machine, *resolved).fits())
            largest = &model;
    }
    if (!largest)
        return {tr("none"), 0.0};
    return {largest->name, double(largest->totalParameters)};
}

ComparisonGroup memory(const Subject &a, const Subject &b, const Catalog &catalog)
{
    RowBuilder rows;
    const auto gib = [](double bytes) { return format::gib(Bytes(qint64(bytes))); };
    rows.absolute(rows.add(QStringLiteral("gpu-memory"), tr("GPU memory"), memoryOf(a.evaluation),
                           memoryOf(b.evaluation), QStringLiteral("B"), BetterRule::Higher),
                  gib);
    rows.add(QStringLiteral("bandwidth"), tr("Bandwidth per GPU"), bandwidthOf(a.evaluation), bandwidthOf(b.evaluation),
             QStringLiteral("B/s"), BetterRule::Higher);
    if (a.evaluation.machine.devices.size() > 1 || b.evaluation.machine.devices.size() > 1)
        rows.add(QStringLiteral("gpu-link"), tr("Slowest link between GPUs"), linkOf(a.evaluation.machine),
                 linkOf(b.evaluation.machine), QStringLiteral("B/s"), BetterRule::Higher);
    rows.absolute(rows.add(QStringLiteral("system-memory"), tr("System RAM"), hostMemoryOf(a.evaluation.machine),
                           hostMemoryOf(b.evaluation.machine), QStringLiteral("B"), BetterRule::Higher),
                  gib);
    ComparisonRow &largest = rows.add(
        QStringLiteral("largest-model"), tr("Largest model at Q4_K_M, %1").arg(format::tokens(kYardstickContext)),
        largestModelOf(a.evaluation.machine, catalog), largestModelOf(b.evaluation.machine, catalog),
        QStringLiteral("parameters"), BetterRule::Higher);
    largest.difference.clear();
    return {QStringLiteral("memory"), tr("Memory"), rows.take()};
}

bool refusesVoltage(const PowerResult &power)
{
    return std::ranges::any_of(power.psus, [](const PsuLoad &psu) { return psu.rating <= Watts(); });
}

/// "4 × 1,600 W at 90 %"; supplies that read the same are counted together.
SideValue suppliesOf(const PowerResult &power)
{
    std::vector<std::pair<QString, int>> counted;
    double fullest = 0;
    for (const PsuLoad &psu : power.psus) {
        const bool runs = psu.rating > Watts();
        const QString text = runs ? tr("%1 at %2").arg(format::watts(psu.rating), format::percent(psu.share()))
                                  : tr("%1, not at this voltage").arg(format::watts(psu.label));
        if (!counted.empty() && counted.back().first == text)
            ++counted.back().second;
        else
            counted.push_back({text, 1});
        fullest = std::max(fullest, psu.share());
    }
    if (counted.empty())
        return {tr("none"), std::nullopt};
    QStringList texts;
    for (const auto &[text, count] : counted)
        texts.append(count == 1 ? text : QStringLiteral("%1 × %2").arg(count).arg(text));
    return {texts.join(QStringLiteral(" + ")), refusesVoltage(power) ? std::nullopt : std::optional(fullest)};
}

SideValue circuitsOf(const PowerResult &power)
{
    QStringList texts;
    std::optional<double> fullest;
    for (const CircuitLoad &circuit : power.circuits) {
        if (circuit.rig <= Watts())
            continue;
        texts.append(tr("%1 at %2").arg(circuit.label, format::percent(circuit.share())));
        fullest = std::max(fullest.value_or(0), circuit.share());
    }
    return {texts.isEmpty() ? tr("none") : texts.join(QStringLiteral(" + ")), fullest};
}

ComparisonGroup powerAndHeat(const Subject &a, const Subject &b)
{
    const PowerResult &pa = a.evaluation.power;
    const PowerResult &pb = b.evaluation.power;
    RowBuilder rows;
    const auto watts = [](double value) { return format::watts(Watts(value)); };
    const auto wattsRow = [&](const char *id, const QString &label, Watts va, Watts vb) {
        rows.absolute(rows.add(QLatin1String(id), label, {format::watts(va), va.base()}, {format::watts(vb), vb.base()},
                               QStringLiteral("W"), BetterRule::Lower),
                      watts);
    };
    wattsRow("wall-active", tr("Wall power, active"), pa.active.value, pb.active.value);
    wattsRow("wall-idle", tr("Wall power, idle"), pa.of(PowerState::Idle).wall.value,
             pb.of(PowerState::Idle).wall.value);
    wattsRow("wall-sizing", tr("Wall power, everything at its limit"), pa.of(PowerState::Sizing).wall.value,
             pb.of(PowerState::Sizing).wall.value);
    const auto points = [](double share) { return tr("%1 points").arg(format::number(share * 100)); };
    ComparisonRow &supplies = rows.add(QStringLiteral("supplies"), tr("Power supplies"), suppliesOf(pa), suppliesOf(pb),
                                       {}, BetterRule::Lower);
    rows.absolute(supplies, points);
    if (refusesVoltage(pa) != refusesVoltage(pb))
        supplies.better = refusesVoltage(pa) ? Side::B : Side::A;
    rows.absolute(rows.add(QStringLiteral("circuits"), tr("Circuits, of the continuous limit"), circuitsOf(pa),
                           circuitsOf(pb), {}, BetterRule::Lower),
                  points);
    rows.add(QStringLiteral("heat"), tr("Heat"), {format::btuPerHour(pa.heat.value), pa.heat.value.base()},
             {format::btuPerHour(pb.heat.value), pb.heat.value.base()}, QStringLiteral("BTU/h"), BetterRule::Lower);
    rows.add(QStringLiteral("airflow"), tr("Air flow for +10 °C"),
             {format::airflow(pa.airflow.value), pa.airflow.value.base()},
             {format::airflow(pb.airflow.value), pb.airflow.value.base()}, QStringLiteral("CFM"), BetterRule::Lower);
    const auto noise = [](const PowerResult &power) {
        return power.noise.value > DecibelsA() ? SideValue{format::noise(power.noise.value), power.noise.value.base()}
                                               : SideValue{tr("unknown"), std::nullopt};
    };
    rows.absolute(rows.add(QStringLiteral("noise"), tr("Noise at 1 m"), noise(pa), noise(pb), QStringLiteral("dB(A)"),
                           BetterRule::Lower),
                  [](double level) { return format::noise(DecibelsA(level)); });
    return {QStringLiteral("power"), tr("Power and heat"), rows.take()};
}

SideValue partsPerSpeed(const Subject &side)
{
    const auto &deployments = side.evaluation.deployments;
    if (deployments.empty() || !runs(deployments.front()) || deployments.front().speed.total.value.base() <= 0)
        return {tr("does not run"), std::nullopt};
    const Money each = side.evaluation.cost.parts.value / deployments.front().speed.total.value.base();
    return {report::siteMoney(side.build.site, each), each.base()};
}

/// "2 of 5 parts used · lead time 1 week"
QString conditionText(const Subject &side, const Catalog &catalog)
{
    int parts = 0;
    int used = 0;
    for (const PartLine &line : side.evaluation.parts) {
        if (line.included)
            continue;
        parts += line.quantity;
        if (!line.condition.isEmpty() && line.condition != QLatin1String("new"))
            used += line.quantity;
    }
    QStringList texts{used == 0 ? tr("all new or not said") : tr("%1 of %2 parts used").arg(used).arg(parts)};
    const Item *machine = side.build.host(PartKind::Prebuilt);
    const Prebuilt *row = machine ? catalog.prebuilts.find(machine->part.id) : nullptr;
    if (row && !row->leadTime.isEmpty())
        texts.append(tr("lead time %1").arg(row->leadTime));
    return texts.join(kDot);
}

ComparisonGroup cost(const Subject &a, const Subject &b, const Catalog &catalog)
{
    RowBuilder rows;
    const auto moneyRow = [&](const char *id, const QString &label, const SideValue &va, const SideValue &vb) {
        rows.absolute(rows.add(QLatin1String(id), label, va, vb, QStringLiteral("USD"), BetterRule::Lower),
                      [&](double dollars) { return report::siteMoney(a.build.site, Money(dollars)); });
    };
    const auto text = [](const Subject &side, const Estimate<Money> &amount) {
        return SideValue{report::siteMoney(side.build.site, amount.value), amount.value.base()};
    };
    const CostResult &ca = a.evaluation.cost;
    const CostResult &cb = b.evaluation.cost;
    const auto parts = [&](const Subject &side) {
        SideValue value = text(side, side.evaluation.cost.parts);
        if (side.evaluation.cost.unpriced > 0)
            value.text += kDot + tr("%1 without a price").arg(side.evaluation.cost.unpriced);
        return value;
    };
    moneyRow("parts-cost", tr("Parts"), parts(a), parts(b));
    moneyRow("parts-cost-high", tr("Parts, high end of the prices"), text(a, ca.partsHigh), text(b, cb.partsHigh));
    moneyRow("energy-cost", tr("Power, monthly"), text(a, ca.energyCostPerMonth), text(b, cb.energyCostPerMonth));
    moneyRow("three-years", tr("Three years, parts and power"), text(a, ca.threeYears), text(b, cb.threeYears));
    if (!a.evaluation.deployments.empty()) {
        const auto perMillion = [&](const Subject &side) {
            const auto &amount = side.evaluation.cost.perMillionTokens;
            return amount.value > Money() ? text(side, amount) : SideValue{tr("unknown"), std::nullopt};
        };
        moneyRow("per-million-tokens", tr("Power per million tokens"), perMillion(a), perMillion(b));
        moneyRow("parts-per-speed", tr("Parts per tok/s"), partsPerSpeed(a), partsPerSpeed(b));
    }
    rows.add(QStringLiteral("condition"), tr("Condition, lead time"), {conditionText(a, catalog), std::nullopt},
             {conditionText(b, catalog), std::nullopt}, {}, BetterRule::None);
    return {QStringLiteral("cost"), tr("Cost"), rows.take()};
}

QString partsText(const Evaluation &evaluation, const QString &role)
{
    QStringList texts;
    for (const PartLine &line : evaluation.parts) {
        if (words::role(line.part.kind) != role)
            continue;
        QString text = line.quantity > 1 ? QStringLiteral("%1 × ").arg(line.quantity) + line.name : line.name;
        if (!line.condition.isEmpty())
            text += QStringLiteral(" (%1)").arg(line.condition);
        texts.append(text);
    }
    return texts.join(QStringLiteral(", "));
}

ComparisonGroup partsByRole(const Subject &a, const Subject &b)
{
    constexpr PartKind order[] = {PartKind::Prebuilt,     PartKind::Enclosure,   PartKind::Motherboard,
                                  PartKind::Cpu,          PartKind::MemoryKit,   PartKind::Gpu,
                                  PartKind::NvlinkBridge, PartKind::PowerSupply, PartKind::Drive,
                                  PartKind::Fan,          PartKind::Extra};
    RowBuilder rows;
    for (const PartKind kind : order) {
        const QString role = words::role(kind);
        const QString ta = partsText(a.evaluation, role);
        const QString tb = partsText(b.evaluation, role);
        if (ta.isEmpty() && tb.isEmpty())
            continue;
        const QString none = QStringLiteral("–");
        rows.add(QStringLiteral("part-") + keys::kind(kind), role, {ta.isEmpty() ? none : ta, std::nullopt},
                 {tb.isEmpty() ? none : tb, std::nullopt}, {}, BetterRule::None);
    }
    return {QStringLiteral("parts"), tr("Parts"), rows.take()};
}

} // namespace

std::vector<ComparisonGroup> comparisonGroups(const Build &buildA, const Evaluation &evaluationA, const Build &buildB,
                                              const Evaluation &evaluationB, const Catalog &catalog)
{
    const Subject a{buildA, evaluationA};
    const Subject b{buildB, evaluationB};
    std::vector<ComparisonGroup> groups = verdictGroups(evaluationA, evaluationB);
    groups.push_back(memory(a, b, catalog));
    groups.push_back(powerAndHeat(a, b));
    groups.push_back(cost(a, b, catalog));
    groups.push_back(partsByRole(a, b));
    std::erase_if(groups, [](const ComparisonGroup &group) { return group.rows.empty(); });
    return groups;
}

} // namespace rigwright
