// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"
#include "core/report/evaluation_json.h"
#include "resources/templates/build_templates.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

#include <memory>

namespace rigwright::cli {

namespace {

int listTemplates(bool json)
{
    const std::vector<BuildTemplate> templates = buildTemplates();
    if (json) {
        QJsonArray entries;
        for (const BuildTemplate &one : templates)
            entries.append(QJsonObject{{QStringLiteral("id"), one.id},
                                       {QStringLiteral("title"), one.title},
                                       {QStringLiteral("description"), one.description}});
        return print(toJsonText({{QStringLiteral("schema"), kJsonSchema}, {QStringLiteral("templates"), entries}}));
    }
    std::vector<QStringList> rows{{QStringLiteral("ID"), QStringLiteral("TITLE"), QStringLiteral("DESCRIPTION")}};
    for (const BuildTemplate &one : templates)
        rows.push_back({one.id, one.title, one.description});
    return print(alignedTable(rows));
}

} // namespace

void addTemplates(CLI::App &program, Invocation &invocation)
{
    CLI::App *command = program.add_subcommand("templates", "Builds that come with the program");
    command->require_subcommand(1);
    CLI::App *list = command->add_subcommand("list", "Name them; use one as template:ID");
    auto json = std::make_shared<bool>(false);
    list->add_flag("--json", *json, "Print JSON");
    list->callback([json, &invocation] { invocation.run = [json] { return listTemplates(*json); }; });
}

} // namespace rigwright::cli
