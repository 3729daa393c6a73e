// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/add_to_build.h"

#include "core/build/edits.h"
#include "core/compatibility/placement_check.h"
#include "core/evaluation/starter_deployment.h"
#include "ui/chassis/host_change.h"
#include "ui/chassis/part_edits.h"

#include <QCoreApplication>

namespace rigwright::ui {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AddToBuild)
};

Result<QString> applied(BuildDocument &document, const PartEdit &edit)
{
    if (!edit.allowed)
        return Error{Error::Code::Invalid, edit.reason};
    document.apply(edit.label, edit.build);
    return edit.reason;
}

std::optional<Location> placeOf(const Build &build, const Catalog &catalog, const PartRef &part)
{
    return isHostKind(part.kind) ? Location{Place::Host, 0} : bestPlace(build, catalog, part);
}
} // namespace

QString whyUnusable(const Build &build, const Catalog &catalog, const PartRef &part)
{
    if (isHostKind(part.kind)) {
        const HostChange change = hostChanged(build, catalog, part);
        return change.allowed ? QString() : change.reason;
    }
    if (bestPlace(build, catalog, part))
        return {};
    for (const Location &place : placesFor(build, catalog, part.kind)) {
        const PlacementCheck check = checkPlacement(build, catalog, part, place);
        if (!check.allowed && !check.reason.isEmpty())
            return check.reason;
    }
    return Text::tr("This build has no place for it. Add a case and a board that take it, or start from a template.");
}

Result<QString> addPart(BuildDocument &document, const PartRef &part)
{
    const Build &build = document.build();
    const Catalog &catalog = document.catalog();
    const auto place = placeOf(build, catalog, part);
    if (!place)
        return Error{Error::Code::Invalid, whyUnusable(build, catalog, part)};
    const ItemId added{build.nextItem};
    DraggedPart dragged;
    dragged.part = part;
    const Result<QString> result = applied(document, dropped(build, catalog, dragged, *place));
    if (result && document.build().find(added))
        document.setSelection(added);
    return result;
}

Result<QString> addModel(BuildDocument &document, const QString &modelId)
{
    DraggedPart dragged;
    dragged.modelId = modelId;
    return applied(document, dropped(document.build(), document.catalog(), dragged, {}));
}

Result<QString> addModel(BuildDocument &document, const QString &modelId, const QString &quantId)
{
    const Catalog &catalog = document.catalog();
    const LlmModel *model = catalog.models.find(modelId);
    const Quantization *quant = catalog.quantizations.find(quantId);
    if (!model || !quant || quant->engines.isEmpty())
        return addModel(document, modelId);
    Deployment deployment = starterDeployment(*model, document.build(), catalog);
    deployment.quantId = quantId;
    if (!quant->engines.contains(deployment.engineId))
        deployment.engineId = quant->engines.front();
    document.apply(Text::tr("Add %1").arg(model->name), edits::deploymentAdded(document.build(), deployment));
    return QString();
}

} // namespace rigwright::ui
