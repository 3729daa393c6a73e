// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/catalog_commands.h"
#include "app/cli/catalog_rows.h"
#include "app/cli/output.h"
#include "core/interchange/table_import.h"
#include "database/rig_files.h"

#include <CLI/CLI.hpp>

#include <QDir>

#include <memory>

namespace rigwright::cli {

namespace {

struct ExportArguments
{
    std::string folder;
    std::string kind;
    std::string file;
    bool own = false;
};

int exportTable(const Catalog &catalog, const QString &table, const QString &file)
{
    const QByteArray text = tableCsv(catalog, table);
    if (file.isEmpty())
        return print(text);
    if (const Outcome written = writeWhole(file, text); !written)
        return fail(written.error().message);
    return Done;
}

/// Writes one file per table, of the user's rows those that he has.
int exportFolder(const Catalog &catalog, const QString &folder, bool own)
{
    if (!QDir().mkpath(folder))
        return fail(QStringLiteral("%1: the folder cannot be created.").arg(folder));
    int files = 0;
    for (const auto &[table, rows] : tableSizes(catalog)) {
        if (own && rows == 0)
            continue;
        const QString path = QDir(folder).filePath(table + QStringLiteral(".csv"));
        if (const Outcome written = writeWhole(path, tableCsv(catalog, table)); !written)
            return fail(written.error().message);
        ++files;
    }
    return print(QStringLiteral("%1 files written to %2\n").arg(files).arg(folder));
}

int exportAs(const ExportArguments &arguments)
{
    if (arguments.kind.empty() == arguments.folder.empty() || (arguments.kind.empty() && !arguments.file.empty()))
        return fail(QStringLiteral("Name a folder for all tables, or one with --kind."), WrongUsage);
    const Result<OpenedTables> tables = openTables();
    if (!tables)
        return fail(tables.error().message);
    printNotes(*tables);
    const Catalog &catalog = arguments.own ? tables->layer.rows : *tables->all;
    if (arguments.kind.empty())
        return exportFolder(catalog, QString::fromStdString(arguments.folder), arguments.own);
    return exportTable(catalog, tableNamed(QString::fromStdString(arguments.kind)),
                       QString::fromStdString(arguments.file));
}

} // namespace

void addCatalogExport(CLI::App &catalog, Invocation &invocation)
{
    auto arguments = std::make_shared<ExportArguments>();
    CLI::App *command = catalog.add_subcommand("export", "Write tables as CSV");
    command->add_option("FOLDER", arguments->folder, "where a file for every table goes");
    std::vector<std::string> kinds;
    for (const QString &name : tableNames())
        kinds.push_back(name.toStdString());
    command->add_option("--kind", arguments->kind, "Only this kind, to standard output")->check(CLI::IsMember(kinds));
    command->add_option("-o,--output", arguments->file, "With --kind: the file to write");
    command->add_flag("--own", arguments->own, "Only rows of your own");
    command->callback([arguments, &invocation] { invocation.run = [arguments] { return exportAs(*arguments); }; });
}

} // namespace rigwright::cli
