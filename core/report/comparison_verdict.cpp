// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparison_verdict.h"

#include "core/report/row_builder.h"
#include "core/report/words.h"
#include "core/units/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Comparison", text);
}

const QString kDot = QStringLiteral(" · ");

QString fitText(const DeploymentResult &deployment)
{
    if (!deployment.known)
        return tr("not in this catalogue");
    if (deployment.plan.verdict == FitVerdict::Refused)
        return deployment.plan.refusal.isEmpty() ? tr("no · cannot run") : tr("no · %1").arg(deployment.plan.refusal);
    if (deployment.plan.fits())
        return tr("yes · %1 free").arg(format::gib(deployment.plan.margin));
    const QString missing = format::gib(Bytes() - deployment.plan.margin);
    return deployment.longestContext > 0
               ? tr("no · %1 short (fits at %2)").arg(missing, format::tokens(deployment.longestContext))
               : tr("no · %1 short").arg(missing);
}

/// A figure of a deployment that runs; one that does not has none.
SideValue ofRunning(const DeploymentResult &deployment, double value, const QString &text)
{
    if (runs(deployment))
        return {text, value};
    return {tr("does not run"), std::nullopt};
}

void addDeployment(RowBuilder &rows, const DeploymentResult &a, const DeploymentResult &b, const QString &suffix)
{
    const Deployment &settings = a.settings;
    const auto id = [&suffix](const char *name) { return QLatin1String(name) + suffix; };

    ComparisonRow &fit =
        rows.add(id("fits"), tr("Fits at %1 context").arg(format::tokens(settings.contextTokens)),
                 {fitText(a), runs(a) ? 1.0 : 0.0}, {fitText(b), runs(b) ? 1.0 : 0.0}, {}, BetterRule::Higher);
    if (runs(a) && runs(b) && !fit.equal)
        fit.difference = rows.signedText(toGiB(b.plan.margin) - toGiB(a.plan.margin),
                                         [](double gib) { return format::gib(bytesFromGiB(gib)); });

    const auto speedText = [](const DeploymentResult &deployment) {
        return format::speed(deployment.speed.decode.value) + kDot + words::tier(deployment.speed.tier);
    };
    rows.add(id("decode-speed"), tr("Decode speed, per request"),
             ofRunning(a, a.speed.decode.value.base(), speedText(a)),
             ofRunning(b, b.speed.decode.value.base(), speedText(b)), QStringLiteral("tok/s"), BetterRule::Higher,
             Missing::Worse)
        .bar = true;
    if (settings.concurrency > 1)
        rows.add(id("total-speed"), tr("All %1 requests together").arg(settings.concurrency),
                 ofRunning(a, a.speed.total.value.base(), format::speed(a.speed.total.value)),
                 ofRunning(b, b.speed.total.value.base(), format::speed(b.speed.total.value)), QStringLiteral("tok/s"),
                 BetterRule::Higher, Missing::Worse)
            .bar = true;
    ComparisonRow &first =
        rows.add(id("first-token"), tr("Time to first token, %1 prompt").arg(format::tokens(settings.promptTokens)),
                 ofRunning(a, a.speed.firstToken.value.base(), format::duration(a.speed.firstToken.value)),
                 ofRunning(b, b.speed.firstToken.value.base(), format::duration(b.speed.firstToken.value)),
                 QStringLiteral("s"), BetterRule::Lower, Missing::Worse);
    rows.absolute(first, [](double seconds) { return format::duration(Seconds(seconds)); });
    rows.add(id("prefill-speed"), tr("Prefill speed"),
             ofRunning(a, a.speed.prefill.value.base(), format::speed(a.speed.prefill.value)),
             ofRunning(b, b.speed.prefill.value.base(), format::speed(b.speed.prefill.value)), QStringLiteral("tok/s"),
             BetterRule::Higher, Missing::Worse);
    const auto context = [](const DeploymentResult &deployment) {
        return SideValue{deployment.longestContext > 0 ? format::tokens(deployment.longestContext) : tr("none"),
                         double(deployment.longestContext)};
    };
    ComparisonRow &longest = rows.add(id("longest-context"), tr("Longest context that fits"), context(a), context(b),
                                      QStringLiteral("tok"), BetterRule::Higher);
    rows.absolute(longest, [](double tokens) { return format::tokens(int(tokens)); });
    const auto requests = [](const DeploymentResult &deployment) {
        return SideValue{deployment.mostRequests > 0 ? format::number(deployment.mostRequests) : tr("none"),
                         double(deployment.mostRequests)};
    };
    ComparisonRow &most = rows.add(id("most-requests"), tr("Most requests that fit"), requests(a), requests(b),
                                   QStringLiteral("requests"), BetterRule::Higher);
    rows.absolute(most, [](double count) { return format::number(count); });
}

SideValue findingsOf(const Evaluation &evaluation, Severity severity)
{
    const auto count = std::ranges::count(evaluation.findings, severity, &Finding::severity);
    return {count == 0 ? tr("none") : format::number(double(count)), double(count)};
}

void addFindings(RowBuilder &rows, const Evaluation &a, const Evaluation &b)
{
    const auto counted = [](double number) { return format::number(number); };
    RowBuilder::absolute(rows.add(QStringLiteral("errors"), tr("Errors"), findingsOf(a, Severity::Error),
                                  findingsOf(b, Severity::Error), QStringLiteral("findings"), BetterRule::Lower),
                         counted);
    RowBuilder::absolute(rows.add(QStringLiteral("warnings"), tr("Warnings"), findingsOf(a, Severity::Warning),
                                  findingsOf(b, Severity::Warning), QStringLiteral("findings"), BetterRule::Lower),
                         counted);
}

} // namespace

bool runs(const DeploymentResult &deployment)
{
    return deployment.known && deployment.plan.fits();
}

std::vector<ComparisonGroup> verdictGroups(const Evaluation &a, const Evaluation &b)
{
    std::vector<ComparisonGroup> groups;
    const std::size_t count = std::min(a.deployments.size(), b.deployments.size());
    for (std::size_t i = 0; i < count; ++i) {
        const QString suffix = i == 0 ? QString() : QStringLiteral("-%1").arg(i + 1);
        RowBuilder rows;
        addDeployment(rows, a.deployments[i], b.deployments[i], suffix);
        const QString title = count == 1 ? tr("Verdict") : tr("Verdict: %1").arg(a.deployments[i].title);
        groups.push_back({QStringLiteral("verdict") + suffix, title, rows.take()});
    }
    RowBuilder rows;
    addFindings(rows, a, b);
    groups.push_back({QStringLiteral("findings"), tr("Findings"), rows.take()});
    return groups;
}

} // namespace rigwright
