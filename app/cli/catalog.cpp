// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/catalog_rows.h"
#include "app/cli/opened_build.h"
#include "app/cli/output.h"
#include "core/catalog/names.h"
#include "core/report/evaluation_json.h"
#include "database/catalog_database.h"
#include "database/catalog_search.h"
#include "database/compiler/catalog_source.h"
#include "database/rig_files.h"

#include <CLI/CLI.hpp>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

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

/// Checks a folder of CSV files as the build does.
int checkFolder(const QString &folder)
{
    const CatalogSource source = readCatalogSource(folder);
    if (source.problems.isEmpty())
        return print(QStringLiteral("%1: no problems\n").arg(folder));
    if (const int printed = print(source.problems.join(u'\n') + u'\n'); printed != Done)
        return printed;
    return fail(QStringLiteral("%1: %2 problem(s)").arg(folder).arg(source.problems.size()));
}

int checkDatabase(const QString &path)
{
    const Result<SharedCatalog> catalog = loadCatalog(path);
    if (!catalog)
        return fail(catalog.error().message);
    const QStringList ambiguities = NameIndex(**catalog).ambiguities();
    if (!ambiguities.isEmpty())
        return fail(QStringLiteral("%1: %2").arg(path, ambiguities.join(QStringLiteral("; "))));
    std::vector<QStringList> table{{QStringLiteral("TABLE"), QStringLiteral("ROWS")}};
    for (const auto &[name, rows] : tableSizes(**catalog))
        table.push_back({name, QString::number(rows)});
    return print(QStringLiteral("Catalogue of %1: no problems\n").arg((*catalog)->version) + alignedTable(table));
}

int check(const QString &path)
{
    return QFileInfo(path).isDir() ? checkFolder(path) : checkDatabase(path.isEmpty() ? shippedCatalogPath() : path);
}

int exportTo(const QString &folder)
{
    const Result<SharedCatalog> catalog = shippedCatalog();
    if (!catalog)
        return fail(catalog.error().message);
    if (!QDir().mkpath(folder))
        return fail(QStringLiteral("%1: the folder cannot be created.").arg(folder));
    const auto files = tablesAsCsv(**catalog);
    for (const auto &[name, text] : files)
        if (const Outcome written = writeWhole(QDir(folder).filePath(name + QStringLiteral(".csv")), text); !written)
            return fail(written.error().message);
    return print(QStringLiteral("%1 files written to %2\n").arg(files.size()).arg(folder));
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

    auto checked = std::make_shared<std::string>();
    CLI::App *checkCommand = catalog->add_subcommand("check", "Check the catalogue, or a folder of CSV files");
    checkCommand->add_option("PATH", *checked, "a catalogue file or a folder (default: the program's catalogue)");
    checkCommand->callback(
        [checked, &invocation] { invocation.run = [checked] { return check(QString::fromStdString(*checked)); }; });

    auto folder = std::make_shared<std::string>();
    CLI::App *exportCommand = catalog->add_subcommand("export", "Write every table as CSV");
    exportCommand->add_option("FOLDER", *folder, "where the files go")->required();
    exportCommand->callback(
        [folder, &invocation] { invocation.run = [folder] { return exportTo(QString::fromStdString(*folder)); }; });
}

} // namespace rigwright::cli
