// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/figures.h"

#include "core/units/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

/// Loads above this share of a supply or circuit are shown as near the limit; the findings say
/// what is wrong, the meter only warns of what comes.
constexpr double kNearLimit = 0.9;

/// The cooling of one ton of refrigeration, by definition: what the heat meter is full at.
constexpr double kTonOfCoolingBtuPerHour = 12000;

Tone loadTone(double share)
{
    return share > 1 ? Tone::Bad : share > kNearLimit ? Tone::Warn : Tone::Neutral;
}

Explanation explainExactly(const QString &title, const QString &figure, const Trace &trace)
{
    return explain(title, figure, trace, Basis::Exact, 0, figure, figure);
}

struct MemoryTotals
{
    MemoryUse use;
    Bytes all;
    explicit MemoryTotals(const Evaluation &evaluation)
    {
        for (const DeviceResult &device : evaluation.devices) {
            use += device.use;
            all += device.memory;
        }
    }
    double share() const { return all.base() > 0 ? use.total() / all : 0; }
};

Figure memoryFigure(const Evaluation &now, const Evaluation *preview)
{
    const MemoryTotals totals(now);
    Figure figure;
    figure.id = QStringLiteral("vram");
    figure.label = Words::tr("GPU memory");
    figure.value = Words::tr("%1 / %2 GiB")
                       .arg(format::number(toGiB(totals.use.total()), 1), format::number(toGiB(totals.all), 1));
    figure.share = totals.share();
    const bool spills =
        std::ranges::any_of(now.devices, [](const DeviceResult &device) { return device.free() < Bytes(); });
    figure.tone = spills ? Tone::Bad : totals.share() > 0.97 ? Tone::Warn : Tone::Neutral;
    figure.detail = spills ? Words::tr("At least one GPU has more to hold than it has memory.")
                           : Words::tr("Used by models, of what the drivers report as usable.");
    Trace trace;
    trace.formula = "weights + kv_cache + compute + overhead";
    trace.unit = "B";
    trace.method = QT_TRANSLATE_NOOP("Trace", "Sum over all GPUs and deployments");
    const auto input = [&](const char *symbol, const char *label, Bytes bytes) {
        trace.inputs.append({symbol, label, double(bytes.base()), "B", {}});
    };
    input("weights", QT_TRANSLATE_NOOP("Trace", "model weights on the GPUs"), totals.use.weights);
    input("kv_cache", QT_TRANSLATE_NOOP("Trace", "KV cache of all requests at full context"), totals.use.kvCache);
    input("compute", QT_TRANSLATE_NOOP("Trace", "activation and scratch buffers"), totals.use.compute);
    input("overhead", QT_TRANSLATE_NOOP("Trace", "driver context and libraries"), totals.use.overhead);
    figure.why = explainExactly(figure.label, format::gib(totals.use.total()), trace);
    if (preview) {
        const MemoryTotals then(*preview);
        const Bytes change = then.all - totals.all;
        if (change != Bytes())
            figure.difference = difference(double(totals.all.base()), double(then.all.base()),
                                           format::gib(Bytes(std::abs(change.base()))), true);
        else
            figure.difference =
                difference(double(totals.use.total().base()), double(then.use.total().base()),
                           format::gib(Bytes(std::abs((then.use.total() - totals.use.total()).base()))), false);
    }
    return figure;
}

Figure supplyFigure(const Evaluation &now, const Evaluation *preview, std::size_t index)
{
    const PsuLoad &psu = now.power.psus[index];
    Figure figure;
    figure.id = QStringLiteral("psu.%1").arg(index);
    figure.label =
        now.power.psus.size() == 1 ? Words::tr("PSU") : Words::tr("PSU %1").arg(QChar(u'A' + char16_t(index % 26)));
    figure.share = psu.share();
    figure.value = format::percent(psu.share());
    figure.tone = loadTone(psu.share());
    figure.detail = Words::tr("%1: %2 of %3 with everything at its limit.")
                        .arg(psu.name, format::watts(psu.load), format::watts(psu.rating));
    Trace trace;
    trace.formula = "load / rating * 100";
    trace.unit = "%";
    trace.method =
        QT_TRANSLATE_NOOP("Trace", "DC load at sizing power over the supply's rating at the circuit's voltage");
    trace.inputs.append({"load",
                         QT_TRANSLATE_NOOP("Trace", "what this supply feeds, everything at its limit"),
                         psu.load.base(),
                         "W",
                         {}});
    trace.inputs.append({"rating", QT_TRANSLATE_NOOP("Trace", "what this supply gives at that voltage"),
                         psu.rating.base(), "W", psu.name});
    figure.why = explainExactly(figure.label, figure.value, trace);
    if (preview && index < preview->power.psus.size()) {
        const double then = preview->power.psus[index].share();
        figure.difference = difference(psu.share(), then, format::percent(std::abs(then - psu.share())), false);
    }
    return figure;
}

Figure circuitFigure(const Evaluation &now, const Evaluation *preview, std::size_t index)
{
    const CircuitLoad &circuit = now.power.circuits[index];
    Figure figure;
    figure.id = QStringLiteral("circuit.%1").arg(index);
    figure.label = Words::tr("Circuit %1 · %2 A").arg(circuit.index + 1).arg(format::number(circuit.breaker.base()));
    if (circuit.breaker.base() > 0) {
        figure.share = circuit.current / circuit.breaker;
        figure.limit = circuit.continuous / circuit.breaker;
    }
    figure.value = Words::tr("%1 / %2 A")
                       .arg(format::number(circuit.current.base(), 1), format::number(circuit.continuous.base(), 1));
    figure.tone = loadTone(circuit.share());
    figure.detail =
        Words::tr("%1: %2 of the rig and %3 of other loads, of %4 continuous.")
            .arg(circuit.label, format::watts(circuit.rig), format::watts(circuit.other), format::watts(circuit.limit));
    Trace trace;
    trace.formula = "(rig + other) / voltage";
    trace.unit = "A";
    trace.method = QT_TRANSLATE_NOOP("Trace", "Wall power at sizing power over the circuit's voltage");
    trace.inputs.append(
        {"rig", QT_TRANSLATE_NOOP("Trace", "wall power of the supplies on this circuit"), circuit.rig.base(), "W", {}});
    trace.inputs.append(
        {"other", QT_TRANSLATE_NOOP("Trace", "other loads on this circuit"), circuit.other.base(), "W", {}});
    trace.inputs.append({"voltage", QT_TRANSLATE_NOOP("Trace", "voltage (times the root of 3 where three-phase)"),
                         circuit.voltage.base(), "V", circuit.label});
    if (circuit.voltage.base() > 0)
        figure.why = explainExactly(figure.label, format::amperes(circuit.current), trace);
    if (preview && index < preview->power.circuits.size()) {
        const Amperes then = preview->power.circuits[index].current;
        figure.difference = difference(circuit.current.base(), then.base(),
                                       format::amperes(Amperes(std::abs((then - circuit.current).base()))), false);
    }
    return figure;
}

std::optional<Figure> lanesFigure(const Evaluation &now, const Evaluation *preview)
{
    if (now.pcieLanesAvailable == 0)
        return std::nullopt;
    Figure figure;
    figure.id = QStringLiteral("lanes");
    figure.label = Words::tr("PCIe lanes");
    figure.value = Words::tr("%1 / %2").arg(now.pcieLanesUsed).arg(now.pcieLanesAvailable);
    figure.share = double(now.pcieLanesUsed) / now.pcieLanesAvailable;
    figure.tone = *figure.share > 1 ? Tone::Bad : Tone::Neutral;
    figure.detail = Words::tr("Lanes that the GPUs use, of the CPU's.");
    Trace trace;
    trace.formula = "used / available * 100";
    trace.unit = "%";
    trace.method = QT_TRANSLATE_NOOP("Trace", "Electrical lanes of the slots that hold GPUs over the CPU's lanes");
    trace.inputs.append(
        {"used", QT_TRANSLATE_NOOP("Trace", "lanes of the occupied slots"), double(now.pcieLanesUsed), "", {}});
    trace.inputs.append(
        {"available", QT_TRANSLATE_NOOP("Trace", "lanes of the CPU"), double(now.pcieLanesAvailable), "", {}});
    figure.why = explainExactly(figure.label, format::percent(*figure.share), trace);
    if (preview)
        figure.difference = difference(now.pcieLanesUsed, preview->pcieLanesUsed,
                                       QString::number(std::abs(preview->pcieLanesUsed - now.pcieLanesUsed)), false);
    return figure;
}

/// A figure that is an Estimate of the evaluation.
template <class Value, class Format>
Figure estimateFigure(const char *id, const QString &label, const Estimate<Value> &now, const Estimate<Value> *then,
                      Format format)
{
    Figure figure;
    figure.id = QString::fromLatin1(id);
    figure.label = label;
    figure.value = format(now.value);
    figure.why = explain(label, now, format);
    if (then)
        figure.difference = difference(now.value.base(), then->value.base(),
                                       format(Value(std::abs((then->value - now.value).base()))), false);
    return figure;
}

std::optional<Figure> perSpeedFigure(const Evaluation &now, const Evaluation *preview, const MoneyFormat &money)
{
    const auto speedOf = [](const Evaluation &evaluation) {
        const bool runs = !evaluation.deployments.empty() && evaluation.deployments.front().plan.fits();
        return runs ? evaluation.deployments.front().speed.decode.value.base() : 0.0;
    };
    const double speed = speedOf(now);
    if (!(speed > 0))
        return std::nullopt;
    Figure figure;
    figure.id = QStringLiteral("per-speed");
    figure.label = Words::tr("Per tok/s");
    const Money price = now.cost.parts.value / speed;
    figure.value = money(price);
    figure.detail =
        Words::tr("Price of the parts for every token per second of %1.").arg(now.deployments.front().title);
    Trace trace;
    trace.formula = "parts / speed";
    trace.unit = "USD per tok/s";
    trace.method = QT_TRANSLATE_NOOP("Trace", "Price of the parts over the decode speed of the first model");
    trace.inputs.append(
        {"parts", QT_TRANSLATE_NOOP("Trace", "price of the parts"), now.cost.parts.value.base(), "USD", {}});
    trace.inputs.append({"speed", QT_TRANSLATE_NOOP("Trace", "decode speed of one request"), speed, "tok/s", {}});
    figure.why = explainExactly(figure.label, figure.value, trace);
    if (preview && speedOf(*preview) > 0) {
        const Money then = preview->cost.parts.value / speedOf(*preview);
        figure.difference = difference(price.base(), then.base(), money(Money(std::abs((then - price).base()))), false);
    }
    return figure;
}

} // namespace

QString MoneyFormat::operator()(Money amount) const
{
    return format::money(amount, currency, perUsd);
}

MoneyFormat moneyFormat(const Site &site)
{
    return {site.currency, site.currencyPerUsd};
}

Difference difference(double now, double then, const QString &sizeText, bool moreIsBetter)
{
    const double change = then - now;
    // A change below what any figure shows is rounding.
    if (std::abs(change) <= 1e-6 * std::max({1.0, std::abs(now), std::abs(then)}))
        return {};
    const bool more = change > 0;
    return {(more ? QStringLiteral("▲ +") : QStringLiteral("▼ −")) + sizeText,
            more == moreIsBetter ? Tone::Good : Tone::Bad};
}

std::vector<Figure> liveTotals(const Evaluation &now, const Evaluation *preview, const Site &site)
{
    const MoneyFormat money = moneyFormat(site);
    std::vector<Figure> figures;
    if (!now.devices.empty())
        figures.push_back(memoryFigure(now, preview));
    for (std::size_t i = 0; i < now.power.psus.size(); ++i)
        figures.push_back(supplyFigure(now, preview, i));
    for (std::size_t i = 0; i < now.power.circuits.size(); ++i)
        figures.push_back(circuitFigure(now, preview, i));
    if (auto lanes = lanesFigure(now, preview))
        figures.push_back(*std::move(lanes));

    Figure heat = estimateFigure("heat", Words::tr("Heat"), now.power.heat, preview ? &preview->power.heat : nullptr,
                                 [](BtuPerHour value) { return format::btuPerHour(value); });
    heat.share = now.power.heat.value.base() / kTonOfCoolingBtuPerHour;
    heat.detail = Words::tr("The meter is full at 12,000 BTU/h, one ton of cooling: a large portable air conditioner.");
    figures.push_back(std::move(heat));
    figures.push_back(estimateFigure("airflow", Words::tr("Air flow"), now.power.airflow,
                                     preview ? &preview->power.airflow : nullptr,
                                     [](CubicFeetPerMinute value) { return format::airflow(value); }));
    figures.back().detail = Words::tr("What carries the heat away with 10 °C warmer air at the exhaust.");
    if (now.power.noise.value.base() > 0)
        figures.push_back(estimateFigure("noise", Words::tr("Noise"), now.power.noise,
                                         preview ? &preview->power.noise : nullptr,
                                         [](DecibelsA value) { return format::noise(value); }));
    const auto perMonth = [money](Money value) { return Words::tr("%1 / month").arg(money(value)); };
    figures.push_back(estimateFigure("energy-cost", Words::tr("Power cost"), now.cost.energyCostPerMonth,
                                     preview ? &preview->cost.energyCostPerMonth : nullptr, perMonth));
    figures.push_back(
        estimateFigure("parts", Words::tr("Parts"), now.cost.parts, preview ? &preview->cost.parts : nullptr, money));
    if (now.cost.unpriced > 0) {
        figures.back().value = Words::tr("%1 + %2 unpriced").arg(money(now.cost.parts.value)).arg(now.cost.unpriced);
        figures.back().detail = Words::tr("%1 lines of the parts list have no known price.").arg(now.cost.unpriced);
    }
    if (auto perSpeed = perSpeedFigure(now, preview, money))
        figures.push_back(*std::move(perSpeed));
    return figures;
}

} // namespace rigwright::ui
