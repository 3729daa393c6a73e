// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/catalog_commands.h"
#include "app/cli/catalog_rows.h"
#include "app/cli/output.h"
#include "core/catalog/names.h"
#include "core/report/evaluation_json.h"
#include "database/catalog_database.h"
#include "database/catalog_search.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

#include <cstdio>
#include <memory>

namespace rigwright::cli {

namespace {

struct SearchArguments
{
    std::vector<std::string> words;
    std::string section;
    int limit = 50;
    bool json = false;
};

QString joined(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list.append(QString::fromStdString(word));
    return list.join(u' ');
}

int search(const SearchArguments &arguments)
{
    const Result<SharedCatalog> catalog = planningCatalog();
    if (!catalog)
        return fail(catalog.error().message);
    const auto index = CatalogSearch::open(shippedCatalogPath());
    if (!index)
        return fail(index.error().message);
    QStringList problems; // planningCatalog() has said them
    if (const Result<UserLayer> layer = userLayer(problems))
        if (const Outcome taken = (*index)->setLayer(*layer); !taken)
            return fail(taken.error().message);
    std::optional<CatalogSection> section;
    if (!arguments.section.empty())
        section = sectionNamed(QString::fromStdString(arguments.section));
    const std::vector<SearchHit> hits = (*index)->find(joined(arguments.words), section, arguments.limit);

    QJsonArray rows;
    std::vector<QStringList> table{{QStringLiteral("KIND"), QStringLiteral("ID"), QStringLiteral("NAME")}};
    for (const SearchHit &hit : hits) {
        const ShownRow row = rowOf(hit, **catalog);
        rows.append(rowJson(row));
        table.push_back({nameOf(hit.section), hit.id, row.name});
    }
    if (arguments.json)
        return print(toJsonText({{QStringLiteral("schema"), kJsonSchema}, {QStringLiteral("rows"), rows}}));
    if (hits.empty())
        return fail(QStringLiteral("Nothing in the catalogue matches \"%1\".").arg(joined(arguments.words)));
    return print(alignedTable(table));
}

int show(const QString &name, bool json)
{
    const Result<SharedCatalog> catalog = planningCatalog();
    if (!catalog)
        return fail(catalog.error().message);
    const std::vector<ShownRow> found = rowsNamed(name, **catalog);
    if (found.empty()) {
        const NameIndex names(**catalog);
        const QStringList nearest = names.nearestDevices(name) + names.nearestModels(name, 2);
        return fail(
            QStringLiteral("The catalogue has no \"%1\". Nearest: %2.").arg(name, nearest.join(QStringLiteral(", "))));
    }
    if (json) {
        QJsonArray rows;
        for (const ShownRow &row : found)
            rows.append(rowJson(row));
        return print(toJsonText({{QStringLiteral("schema"), kJsonSchema}, {QStringLiteral("rows"), rows}}));
    }
    QStringList blocks;
    for (const ShownRow &row : found) {
        std::vector<QStringList> table{{QStringLiteral("table"), row.table}};
        for (const auto &[column, cell] : row.columns)
            table.push_back({column, cellText(cell)});
        blocks.append(alignedTable(table));
    }
    return print(blocks.join(u'\n'));
}

void addSearch(CLI::App &catalog, Invocation &invocation)
{
    auto arguments = std::make_shared<SearchArguments>();
    CLI::App *command = catalog.add_subcommand("search", "Find parts and models by the beginnings of words");
    command->add_option("WORDS", arguments->words, "what to look for; nothing finds everything");
    std::vector<std::string> sections;
    for (const QString &name : sectionNames())
        sections.push_back(name.toStdString());
    command->add_option("--kind", arguments->section, "Only this kind")->check(CLI::IsMember(sections));
    command->add_option("--limit", arguments->limit, "At most so many")->check(CLI::Range(1, 1'000'000));
    command->add_flag("--json", arguments->json, "Print JSON, with all columns");
    command->callback([arguments, &invocation] { invocation.run = [arguments] { return search(*arguments); }; });
}

} // namespace

Result<OpenedTables> openTables()
{
    const Result<SharedCatalog> shipped = shippedCatalog();
    if (!shipped)
        return shipped.error();
    OpenedTables tables;
    tables.shipped = *shipped;
    Result<UserLayer> layer = userLayer(tables.problems);
    if (!layer)
        return layer.error();
    tables.layer = std::move(layer).value();
    tables.layer.prices.clear();
    tables.all = withUserLayer(tables.shipped, tables.layer);
    return tables;
}

void printNotes(const OpenedTables &tables)
{
    for (const QString &problem : tables.problems)
        std::fprintf(stderr, "rigwright: note: %s\n", problem.simplified().toUtf8().constData());
}

void addCatalog(CLI::App &program, Invocation &invocation)
{
    CLI::App *catalog = program.add_subcommand("catalog", "Look at the parts, models and facts");
    catalog->require_subcommand(1);
    addSearch(*catalog, invocation);

    auto name = std::make_shared<std::vector<std::string>>();
    auto json = std::make_shared<bool>(false);
    CLI::App *showCommand = catalog->add_subcommand("show", "Show everything about a row, with its source");
    showCommand->add_option("NAME", *name, "id, name or alias")->required();
    showCommand->add_flag("--json", *json, "Print JSON");
    showCommand->callback(
        [name, json, &invocation] { invocation.run = [name, json] { return show(joined(*name), *json); }; });

    addCatalogCheck(*catalog, invocation);
    addCatalogExport(*catalog, invocation);
    addCatalogImport(*catalog, invocation);
}

} // namespace rigwright::cli
