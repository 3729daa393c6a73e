// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/compare_choices.h"

#include <QCoreApplication>
#include <QLocale>

namespace rigwright::ui {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CompareChoices)
};

CompareChoice openBuild(const Build &build)
{
    return {kOpenBuildChoice, Text::tr("Open build"), build.name,
            Text::tr("as it is now · %n parts", nullptr, int(build.items.size())),
            [build]() -> Result<Build> { return build; }};
}

CompareChoice savedBuild(BuildRepository *builds, const SavedBuild &saved)
{
    const QString when = QLocale().toString(saved.saved.toLocalTime().date(), QLocale::ShortFormat);
    return {QStringLiteral("saved:%1").arg(saved.id), Text::tr("Saved builds"), saved.name,
            Text::tr("saved %1 · %n parts", nullptr, saved.parts).arg(when),
            [builds, id = saved.id] { return builds->load(id); }};
}
} // namespace

std::vector<CompareChoice> compareChoices(const Services &services, const BuildDocument &document)
{
    std::vector<CompareChoice> choices{openBuild(document.build())};
    // Where the saved builds cannot be read the others can still be compared; Open says why.
    if (const Result<std::vector<SavedBuild>> saved = services.builds->list())
        for (const SavedBuild &build : *saved)
            choices.push_back(savedBuild(services.builds, build));
    for (const TemplateEntry &entry : services.templates)
        choices.push_back({QStringLiteral("template:") + entry.id, Text::tr("Templates"), entry.name, entry.summary,
                           [load = services.loadTemplate, id = entry.id] { return load(id); }});
    return choices;
}

} // namespace rigwright::ui
