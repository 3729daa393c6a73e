// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/template_use.h"

namespace rigwright::ui {

QSet<RowKey> rowsNamedBy(const Build &build)
{
    QSet<RowKey> rows;
    for (const Item &item : build.items)
        rows.insert({tableOf(item.part.kind), item.part.id});
    for (const Deployment &deployment : build.deployments) {
        rows.insert({QStringLiteral("models"), deployment.modelId});
        rows.insert({QStringLiteral("quantizations"), deployment.quantId});
        rows.insert({QStringLiteral("engines"), deployment.engineId});
    }
    for (const SiteCircuit &circuit : build.site.circuits)
        rows.insert({QStringLiteral("circuits"), circuit.circuitId});
    rows.insert({QStringLiteral("tariffs"), build.site.tariffId});
    return rows;
}

} // namespace rigwright::ui
