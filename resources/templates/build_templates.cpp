// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/templates/build_templates.h"

#include "core/interchange/rig_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

#include <algorithm>

namespace rigwright {

namespace {

/// In the order of the menu: one to build, small to large, then the whole machines.
constexpr const char *kIds[] = {kSampleTemplate,     "5090-single",         "2x3090-tower", "rtx-pro-6000-workstation",
                                "4x3090-open-frame", "mac-studio-m3-ultra", "dgx-spark",    "tinybox-red-v2",
                                "tinybox-green-v2",  "tinybox-pro-v2",      "dgx-h100"};

} // namespace

std::vector<BuildTemplate> buildTemplates()
{
    std::vector<BuildTemplate> templates;
    for (const char *id : kIds)
        if (const Result<Build> build = loadTemplate(QLatin1String(id)))
            templates.push_back({QLatin1String(id), build->name, build->notes});
    return templates;
}

Result<Build> loadTemplate(const QString &id)
{
    const bool known = std::ranges::any_of(kIds, [&id](const char *one) { return id == QLatin1String(one); });
    QFile file(QStringLiteral(":/templates/%1.rig").arg(id));
    if (!known || !file.open(QIODevice::ReadOnly)) {
        QStringList ids;
        for (const char *one : kIds)
            ids.append(QLatin1String(one));
        return Error{Error::Code::NotFound,
                     QCoreApplication::translate("Templates", "There is no template \"%1\". Templates: %2.")
                         .arg(id, ids.join(QStringLiteral(", ")))};
    }
    Result<RigFile> rig = fromRigJson(file.readAll());
    if (!rig)
        return rig.error();
    return std::move(rig).value().build;
}

} // namespace rigwright
