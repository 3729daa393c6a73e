// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/delta_text.h"

#include "core/units/format.h"

#include <QStringList>

#include <cmath>

namespace rigwright::ui {

namespace {

/// Memory that models can be put on, as it is sold.
double soldMemoryGB(const Machine &machine)
{
    double sum = 0;
    for (const Device &device : machine.devices)
        sum += device.gpu ? device.gpu->memoryGB : std::round(toGB(device.memory));
    return sum;
}

QString signedText(double difference, const QString &magnitude)
{
    return (difference < 0 ? QChar(u'−') : QChar(u'+')) + magnitude;
}

/// Speed of the first deployment that both can run.
double speedDifference(const Evaluation &before, const Evaluation &after)
{
    for (std::size_t i = 0; i < before.deployments.size() && i < after.deployments.size(); ++i) {
        const DeploymentResult &was = before.deployments[i];
        const DeploymentResult &is = after.deployments[i];
        if (!was.known || !is.known)
            continue;
        const double old = was.plan.fits() ? was.speed.decode.value.base() : 0;
        const double now = is.plan.fits() ? is.speed.decode.value.base() : 0;
        return now - old;
    }
    // A deployment that is new is all gain.
    if (after.deployments.size() > before.deployments.size() && after.deployments.back().plan.fits())
        return after.deployments.back().speed.decode.value.base();
    return 0;
}

} // namespace

QString deltaText(const Evaluation &before, const Evaluation &after)
{
    QStringList parts;
    const double memory = soldMemoryGB(after.machine) - soldMemoryGB(before.machine);
    if (std::abs(memory) >= 0.5)
        parts << signedText(memory, format::gb(std::abs(memory)));
    const double speed = speedDifference(before, after);
    if (std::abs(speed) >= 0.05)
        parts << signedText(speed, format::speed(TokensPerSecond(std::abs(speed))));
    const double power = (after.power.active.value - before.power.active.value).base();
    if (std::abs(power) >= 0.5)
        parts << signedText(power, format::watts(Watts(std::abs(power))));
    return parts.join(QStringLiteral(" · "));
}

} // namespace rigwright::ui
