// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/catalog_commands.h"
#include "app/cli/catalog_rows.h"
#include "app/cli/output.h"
#include "core/catalog/any_table.h"
#include "core/interchange/model_import.h"
#include "core/interchange/table_import.h"
#include "database/user_catalog.h"
#include "database/user_file.h"

#include <CLI/CLI.hpp>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <memory>

namespace rigwright::cli {

namespace {

struct ImportArguments
{
    std::string file;
    std::string kind;
    std::string name;
    bool dryRun = false;
};

qsizetype countOf(const ImportPlan &plan, RowChange::Kind kind)
{
    return std::ranges::count(plan.changes, kind, &RowChange::kind);
}

QString valueText(const QString &value)
{
    return value.isEmpty() ? QStringLiteral("(blank)") : value.simplified();
}

/// One line per row, and one below it for each column that changes.
QString preview(const ImportPlan &plan)
{
    QString text;
    for (const RowChange &change : plan.changes) {
        const QString kind = change.kind == RowChange::Kind::Added     ? QStringLiteral("added")
                             : change.kind == RowChange::Kind::Changed ? QStringLiteral("changed")
                                                                       : QStringLiteral("same");
        text += QStringLiteral("%1  %2  %3\n").arg(kind, -7).arg(change.id, change.name);
        for (const RowChange::Column &column : change.columns)
            text += QStringLiteral("         %1: %2 -> %3\n")
                        .arg(column.name, valueText(column.before), valueText(column.after));
    }
    return text;
}

QString summary(const ImportPlan &plan, bool dryRun)
{
    return QStringLiteral("%1: %2 added, %3 changed, %4 the same%5\n")
        .arg(plan.table)
        .arg(countOf(plan, RowChange::Kind::Added))
        .arg(countOf(plan, RowChange::Kind::Changed))
        .arg(countOf(plan, RowChange::Kind::Same))
        .arg(dryRun ? QStringLiteral("; nothing was stored") : QString());
}

/// Stores all rows or none.
Outcome store(const ImportPlan &plan)
{
    const bool anything =
        std::ranges::any_of(plan.changes, [](const RowChange &change) { return change.kind != RowChange::Kind::Same; });
    if (!anything)
        return done();
    const Result<std::unique_ptr<UserCatalog>> own = UserCatalog::open(userDatabasePath());
    return own ? (*own)->saveRows(plan.rows) : Outcome(own.error());
}

Result<ImportPlan> planModel(const ImportArguments &arguments, const Catalog &catalog)
{
    const QFileInfo file(QString::fromStdString(arguments.file));
    const Result<LlmModel> model = readModelFile(file.fileName(), file.absoluteDir().dirName(),
                                                 QString::fromStdString(arguments.name), filesIn(file.absoluteDir()));
    if (!model)
        return model.error();
    return planModelImport(*model, file.fileName(), catalog, QDate::currentDate());
}

Result<ImportPlan> planTable(const ImportArguments &arguments, const Catalog &catalog)
{
    QFile file(QString::fromStdString(arguments.file));
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::Io, file.errorString()};
    const QString table = arguments.kind.empty() ? QString() : tableNamed(QString::fromStdString(arguments.kind));
    return planImport(file, QFileInfo(file).fileName(), table, catalog, QDate::currentDate());
}

int import(const ImportArguments &arguments)
{
    const QString path = QString::fromStdString(arguments.file);
    const bool isModel = isModelFile(path);
    if (isModel ? !arguments.kind.empty() : !arguments.name.empty())
        return fail(isModel ? QStringLiteral("--kind is for CSV files; %1 is read as a model").arg(path)
                            : QStringLiteral("--name is for model files; %1 is read as CSV").arg(path),
                    WrongUsage);
    const Result<OpenedTables> tables = openTables();
    if (!tables)
        return fail(tables.error().message);
    printNotes(*tables);
    const Result<ImportPlan> planned =
        isModel ? planModel(arguments, *tables->all) : planTable(arguments, *tables->all);
    if (!planned)
        return fail(QStringLiteral("%1: %2").arg(path, planned.error().message));
    const ImportPlan &plan = *planned;
    if (!plan.problems.isEmpty()) {
        if (const int printed = print(plan.problems.join(u'\n') + u'\n'); printed != Done)
            return printed;
        return fail(QStringLiteral("%1: %2 problem(s), nothing was stored").arg(path).arg(plan.problems.size()));
    }
    if (!arguments.dryRun)
        if (const Outcome stored = store(plan); !stored)
            return fail(stored.error().message);
    return print(preview(plan) + summary(plan, arguments.dryRun));
}

} // namespace

void addCatalogImport(CLI::App &catalog, Invocation &invocation)
{
    auto arguments = std::make_shared<ImportArguments>();
    CLI::App *command =
        catalog.add_subcommand("import", "Read parts or models of your own from a CSV file, or a model from its file");
    command
        ->add_option("FILE", arguments->file,
                     "CSV whose first line names columns; a model's .gguf (any part of it), or its config.json")
        ->required();
    std::vector<std::string> kinds;
    for (const QString &name : ownableTables() + sectionNames())
        if (std::ranges::find(kinds, name.toStdString()) == kinds.end())
            kinds.push_back(name.toStdString());
    command->add_option("--kind", arguments->kind, "What the rows are (default: seen by the header)")
        ->check(CLI::IsMember(kinds));
    command->add_option("--name", arguments->name, "Name of the model (default: as its file names it)");
    command->add_flag("--dry-run", arguments->dryRun, "Only say what would change");
    command->callback([arguments, &invocation] { invocation.run = [arguments] { return import(*arguments); }; });
}

} // namespace rigwright::cli
