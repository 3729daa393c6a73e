// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/opened_build.h"

#include "app/cli/output.h"
#include "database/catalog_database.h"
#include "database/rig_files.h"
#include "database/user_catalog.h"
#include "database/user_database.h"
#include "resources/templates/build_templates.h"

#include <QFileInfo>

#include <cstdio>

namespace rigwright::cli {

namespace {

OpenedBuild completed(const RigFile &file, const SharedCatalog &catalog)
{
    return {file.build, std::make_shared<const Catalog>(withMissingRows(*catalog, file.embedded)),
            differences(*catalog, file.embedded)};
}

Error unknownBuild(const QString &name)
{
    return {Error::Code::NotFound,
            QStringLiteral("There is no file and no saved build named \"%1\"; \"rigwright templates list\" names "
                           "the templates.")
                .arg(name)};
}

Result<OpenedBuild> openSaved(const QString &name, const SharedCatalog &catalog)
{
    const QString path = userDatabasePath();
    if (!QFileInfo::exists(path)) // looking for a build is no reason to create it
        return unknownBuild(name);
    const auto database = UserDatabase::open(path, catalog);
    if (!database)
        return database.error();
    const Result<qint64> id = (*database)->idOf(name);
    if (!id)
        return id.error().code == Error::Code::NotFound ? unknownBuild(name) : id.error();
    const Result<RigFile> file = (*database)->loadFile(*id);
    if (!file)
        return file.error();
    return completed(*file, catalog);
}

} // namespace

Result<SharedCatalog> shippedCatalog()
{
    return loadCatalog(shippedCatalogPath());
}

Result<UserLayer> userLayer(QStringList &problems)
{
    const QString path = userDatabasePath();
    if (!QFileInfo::exists(path)) // looking for one is no reason to create it
        return UserLayer{};
    const Result<std::unique_ptr<UserCatalog>> own = UserCatalog::open(path);
    return own ? (*own)->load(problems) : Result<UserLayer>(own.error());
}

Result<SharedCatalog> planningCatalog()
{
    const Result<SharedCatalog> shipped = shippedCatalog();
    if (!shipped)
        return shipped;
    QStringList problems;
    const Result<UserLayer> layer = userLayer(problems);
    if (!layer)
        return layer.error();
    for (const QString &problem : problems)
        std::fprintf(stderr, "rigwright: note: %s\n", problem.simplified().toUtf8().constData());
    return withUserLayer(*shipped, *layer);
}

Result<OpenedBuild> openBuild(const QString &argument, const SharedCatalog &catalog)
{
    const QString prefix = QStringLiteral("template:");
    if (argument.startsWith(prefix)) {
        Result<Build> build = loadTemplate(argument.mid(prefix.size()));
        if (!build)
            return build.error();
        return OpenedBuild{std::move(build).value(), catalog, {}};
    }
    if (!QFileInfo::exists(argument) && !argument.endsWith(QLatin1String(".rig")) && !argument.contains(u'/'))
        return openSaved(argument, catalog);
    const Result<RigFile> file = loadRigFile(argument);
    if (!file)
        return file.error();
    return completed(*file, catalog);
}

Result<OpenedBuild> openBuild(const QString &argument)
{
    const Result<SharedCatalog> catalog = planningCatalog();
    return catalog ? openBuild(argument, *catalog) : Result<OpenedBuild>(catalog.error());
}

void printNotes(const OpenedBuild &opened)
{
    for (const QString &note : opened.notes)
        std::fprintf(stderr, "rigwright: note: %s\n", note.simplified().toUtf8().constData());
}

} // namespace rigwright::cli
