// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/catalog_commands.h"
#include "app/cli/catalog_rows.h"
#include "app/cli/output.h"
#include "core/catalog/checks.h"
#include "database/catalog_database.h"
#include "database/catalog_file.h"
#include "database/compiler/catalog_source.h"

#include <CLI/CLI.hpp>

#include <QFileInfo>

#include <memory>

namespace rigwright::cli {

namespace {

/// Prints problems to standard output, one a line. @return the exit code
int report(const QString &what, const QStringList &problems)
{
    if (const int printed = print(problems.join(u'\n') + u'\n'); printed != Done)
        return printed;
    return fail(QStringLiteral("%1: %2 problem(s)").arg(what).arg(problems.size()));
}

QStringList textsOf(const std::vector<Problem> &problems)
{
    QStringList texts;
    for (const Problem &problem : problems)
        texts << problemText(problem);
    return texts;
}

/// Checks a folder of CSV files as the build does.
int checkFolder(const QString &folder)
{
    const CatalogSource source = readCatalogSource(folder);
    return source.problems.isEmpty() ? print(QStringLiteral("%1: no problems\n").arg(folder))
                                     : report(folder, source.problems);
}

int checkDatabase(const QString &path)
{
    if (const Outcome intact = verifyCatalogFile(path); !intact)
        return fail(intact.error().message);
    const Result<SharedCatalog> catalog = loadCatalog(path);
    if (!catalog)
        return fail(catalog.error().message);
    const QStringList problems = textsOf(problemsIn(**catalog, **catalog));
    if (!problems.isEmpty())
        return report(path, problems);
    std::vector<QStringList> table{{QStringLiteral("TABLE"), QStringLiteral("ROWS")}};
    for (const auto &[name, rows] : tableSizes(**catalog))
        table.push_back({name, QString::number(rows)});
    return print(QStringLiteral("Catalogue of %1: no problems\n").arg((*catalog)->version) + alignedTable(table));
}

/// Checks the user's rows as they stand in the catalogue.
int checkLayer()
{
    const Result<OpenedTables> tables = openTables();
    if (!tables)
        return fail(tables.error().message);
    const QStringList problems = tables->problems + textsOf(problemsIn(tables->layer.rows, *tables->all));
    if (!problems.isEmpty())
        return report(QStringLiteral("your own rows"), problems);
    qsizetype rows = 0;
    for (const auto &size : tableSizes(tables->layer.rows))
        rows += size.second;
    return print(QStringLiteral("Rows of your own: %1, no problems\n").arg(rows));
}

int check(const QString &path)
{
    if (QFileInfo(path).isDir())
        return checkFolder(path);
    if (!path.isEmpty())
        return checkDatabase(path);
    const int shipped = checkDatabase(shippedCatalogPath());
    return shipped == Done ? checkLayer() : shipped;
}

} // namespace

void addCatalogCheck(CLI::App &catalog, Invocation &invocation)
{
    auto path = std::make_shared<std::string>();
    CLI::App *command =
        catalog.add_subcommand("check", "Check the catalogue and your own rows, or a folder of CSV files");
    command->add_option("PATH", *path, "a catalogue file or a folder (default: the program's catalogue and your rows)");
    command->callback(
        [path, &invocation] { invocation.run = [path] { return check(QString::fromStdString(*path)); }; });
}

} // namespace rigwright::cli
