// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/add_to_build.h"

#include "core/build/edits.h"
#include "core/compatibility/placement_check.h"
#include "core/evaluation/starter_deployment.h"

#include <QCoreApplication>

namespace rigwright::ui {

namespace {
QString translated(const char *text)
{
    return QCoreApplication::translate("AddToBuild", text);
}
} // namespace

QString whyUnusable(const Build &build, const Catalog &catalog, const PartRef &part)
{
    if (bestPlace(build, catalog, part))
        return {};
    for (const Location &place : placesFor(build, catalog, part.kind)) {
        const PlacementCheck check = checkPlacement(build, catalog, part, place);
        if (!check.allowed && !check.reason.isEmpty())
            return check.reason;
    }
    return translated("This build has no place for it. Add a case and a board that take it, or start from a template.");
}

Outcome addPart(BuildDocument &document, const PartRef &part)
{
    const PartInfo *info = document.catalog().partInfo(part);
    if (!info)
        return Error{Error::Code::NotFound, translated("The catalogue has no part “%1”.").arg(part.id)};
    const auto place = bestPlace(document.build(), document.catalog(), part);
    if (!place)
        return Error{Error::Code::Invalid,
                     QStringLiteral("%1: %2").arg(info->name, whyUnusable(document.build(), document.catalog(), part))};
    const ItemId added{document.build().nextItem};
    document.apply(translated("Place %1").arg(info->name), edits::placed(document.build(), part, *place));
    document.setSelection(added);
    return done();
}

Outcome addModel(BuildDocument &document, const QString &modelId)
{
    const LlmModel *model = document.catalog().models.find(modelId);
    if (!model)
        return Error{Error::Code::NotFound, translated("The catalogue has no model “%1”.").arg(modelId)};
    if (!model->released)
        return Error{Error::Code::Invalid, translated("%1 is not released: its size is not known.").arg(model->name)};
    const Deployment deployment = starterDeployment(*model, document.build(), document.catalog());
    document.apply(translated("Add %1").arg(model->name), edits::deploymentAdded(document.build(), deployment));
    return done();
}

} // namespace rigwright::ui
