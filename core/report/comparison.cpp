// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparison.h"

#include "core/units/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Comparison", text);
}

QString deploymentText(const Deployment &deployment, const Catalog &catalog)
{
    const LlmModel *model = catalog.models.find(deployment.modelId);
    const Quantization *quant = catalog.quantizations.find(deployment.quantId);
    const InferenceEngine *engine = catalog.engines.find(deployment.engineId);
    const QString requests =
        deployment.concurrency == 1 ? tr("1 request") : tr("%1 requests").arg(deployment.concurrency);
    return QStringList{(model ? model->name : deployment.modelId) + QLatin1Char(' ')
                           + (quant ? quant->name : deployment.quantId),
                       tr("%1 context").arg(format::tokens(deployment.contextTokens)), requests,
                       engine ? engine->name : deployment.engineId}
        .join(QStringLiteral(" · "));
}

QString workloadText(const Workload &workload, const QString &owner, const Catalog &catalog)
{
    if (workload.deployments.empty())
        return tr("No model runs on either side: the workload of %1 is empty. Same site on both sides.").arg(owner);
    QStringList texts;
    for (const Deployment &deployment : workload.deployments)
        texts.append(deploymentText(deployment, catalog));
    return tr("Same workload and site on both sides, those of %1: %2.").arg(owner, texts.join(QStringLiteral("; ")));
}

} // namespace

Build withWorkload(Build build, const Workload &workload)
{
    const bool ownWorkload = build.deployments == workload.deployments;
    build.deployments = workload.deployments;
    if (!ownWorkload)
        for (Deployment &deployment : build.deployments)
            deployment.parallelism = {};
    if (build.site == workload.site)
        return build;
    build.site = workload.site;
    // Cables name circuits of the rig's own site.
    for (Item &item : build.items)
        item.circuit.reset();
    return build;
}

Comparison compareBuilds(const Build &a, const Build &b, const Catalog &catalog, const CompareOptions &options)
{
    Workload workload;
    QString owner;
    switch (options.from) {
    case WorkloadFrom::A:
        workload = {a.deployments, a.site};
        owner = a.name;
        break;
    case WorkloadFrom::B:
        workload = {b.deployments, b.site};
        owner = b.name;
        break;
    case WorkloadFrom::Given:
        workload = options.given;
        owner = options.givenName;
        break;
    }

    Comparison comparison;
    comparison.buildA = withWorkload(a, workload);
    comparison.buildB = withWorkload(b, workload);
    comparison.a = evaluate(comparison.buildA, catalog);
    comparison.b = evaluate(comparison.buildB, catalog);
    comparison.workload = workloadText(workload, owner, catalog);
    comparison.groups = comparisonGroups(comparison.buildA, comparison.a, comparison.buildB, comparison.b, catalog);
    return comparison;
}

} // namespace rigwright
