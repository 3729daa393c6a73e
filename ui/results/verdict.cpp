// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/verdict.h"

#include "core/report/words.h"
#include "core/units/format.h"

#include <QCoreApplication>

#include <cmath>

namespace rigwright::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

const DeploymentResult *deploymentAt(const Evaluation *evaluation, std::size_t index)
{
    return evaluation && index < evaluation->deployments.size() ? &evaluation->deployments[index] : nullptr;
}

Bytes missing(const DeploymentResult &deployment)
{
    return Bytes() - deployment.plan.margin;
}

QString subjectOf(const DeploymentResult &deployment)
{
    const Deployment &settings = deployment.settings;
    QString text =
        deployment.title + QStringLiteral(" · ") + Words::tr("%1 context").arg(format::tokens(settings.contextTokens))
        + QStringLiteral(" · ")
        + (settings.concurrency == 1 ? Words::tr("1 user") : Words::tr("%1 users").arg(settings.concurrency));
    if (settings.concurrency > 1 && deployment.plan.fits())
        text += QStringLiteral(" · ") + Words::tr("%1 together").arg(format::speed(deployment.speed.total.value));
    return text;
}

Difference speedDifference(const DeploymentResult &now, const DeploymentResult &then)
{
    if (now.plan.fits() && then.plan.fits()) {
        const double change = then.speed.decode.value.base() - now.speed.decode.value.base();
        Difference result = difference(now.speed.decode.value.base(), then.speed.decode.value.base(),
                                       format::speed(TokensPerSecond(std::abs(change))), true);
        if (!result.text.isEmpty())
            result.text =
                Words::tr("%1 · %2 tok/s · %3")
                    .arg(result.text, format::twoDigits(then.speed.decode.value.base()), words::tier(then.speed.tier));
        return result;
    }
    if (then.plan.fits())
        return {
            Words::tr("▲ would fit: %1 · %2").arg(format::speed(then.speed.decode.value), words::tier(then.speed.tier)),
            Tone::Good};
    if (now.plan.fits())
        return {Words::tr("▼ would no longer fit"), Tone::Bad};
    if (now.plan.verdict == FitVerdict::DoesNotFit && then.plan.verdict == FitVerdict::DoesNotFit)
        return difference(
            double(missing(now).base()), double(missing(then).base()),
            Words::tr("%1 missing").arg(format::gib(Bytes(std::abs((missing(then) - missing(now)).base())))), false);
    return {};
}

} // namespace

Tone tierTone(SpeedTier tier)
{
    switch (tier) {
    case SpeedTier::Painful: return Tone::Bad;
    case SpeedTier::Usable: return Tone::Warn;
    default: return Tone::Good;
    }
}

ShortVerdict shortVerdict(const DeploymentResult &deployment)
{
    if (!deployment.known)
        return {Words::tr("unknown"), Words::tr("The catalogue does not know this model, quantization or engine."),
                Tone::Bad};
    switch (deployment.plan.verdict) {
    case FitVerdict::Refused: return {Words::tr("cannot run"), deployment.plan.refusal, Tone::Bad};
    case FitVerdict::DoesNotFit:
        return {Words::tr("%1 missing").arg(format::gib(missing(deployment))),
                Words::tr("Does not fit: %1 of memory missing.").arg(format::gib(missing(deployment))), Tone::Bad};
    case FitVerdict::Tight:
    case FitVerdict::Fits: break;
    }
    const SpeedTier tier = deployment.speed.tier;
    ShortVerdict result{Words::tr("%1 · %2").arg(format::speed(deployment.speed.decode.value), words::tier(tier)),
                        Words::tr("%1 per request, %2; first token after %3.")
                            .arg(format::speed(deployment.speed.decode.value), words::tier(tier),
                                 format::duration(deployment.speed.firstToken.value)),
                        tierTone(tier)};
    if (deployment.plan.verdict == FitVerdict::Tight)
        result.detail +=
            QLatin1Char(' ') + Words::tr("Memory is tight: %1 free.").arg(format::gib(deployment.plan.margin));
    return result;
}

Verdict verdict(const Evaluation &now, const Evaluation *preview, std::size_t index)
{
    const DeploymentResult *deployment = deploymentAt(&now, index);
    if (!deployment)
        return {Words::tr("No model yet"),
                Words::tr("Add a model to the workload to see how fast it runs here."),
                {},
                {},
                {},
                {}};
    Verdict result;
    result.subject = subjectOf(*deployment);
    const ShortVerdict brief = shortVerdict(*deployment);
    result.tone = brief.tone;
    if (!deployment->known) {
        result.headline = Words::tr("Unknown model");
        result.confidence = brief.detail;
    } else if (deployment->plan.verdict == FitVerdict::Refused) {
        result.headline = now.devices.empty() ? Words::tr("No GPU yet") : Words::tr("Cannot run like this");
        result.confidence = brief.detail;
    } else if (deployment->plan.verdict == FitVerdict::DoesNotFit) {
        result.headline = Words::tr("Does not fit: %1 missing").arg(format::gib(missing(*deployment)));
        result.confidence =
            deployment->longestContext > 0
                ? Words::tr("The longest context that fits is %1.").arg(format::tokens(deployment->longestContext))
                : Words::tr("Not even the shortest context fits.");
    } else {
        result.headline = brief.text;
        const Estimate<TokensPerSecond> &decode = deployment->speed.decode;
        result.confidence = words::basis(decode.basis, decode.measurements);
        if (decode.low != decode.high)
            result.confidence = Words::tr("%1–%2 tok/s · %3")
                                    .arg(format::twoDigits(decode.low.base()), format::twoDigits(decode.high.base()),
                                         result.confidence);
    }
    if (deployment->plan.verdict != FitVerdict::Refused)
        result.why = explain(Words::tr("Decode speed of one request"), deployment->speed.decode,
                             [](TokensPerSecond value) { return format::speed(value); });
    if (const DeploymentResult *then = deploymentAt(preview, index); then && then->known && deployment->known)
        result.difference = speedDifference(*deployment, *then);
    return result;
}

} // namespace rigwright::ui
