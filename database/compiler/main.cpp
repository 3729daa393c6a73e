// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/compiler/catalog_source.h"
#include "database/compiler/catalog_writer.h"

#include <QCoreApplication>
#include <QTextStream>

/// catalog_compiler FOLDER FILE: checks the CSV files of FOLDER and writes them as the database FILE.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTextStream err(stderr);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) {
        err << "usage: catalog_compiler FOLDER FILE\n";
        return 2;
    }
    const rigwright::CatalogSource source = rigwright::readCatalogSource(arguments[1]);
    for (const QString &problem : source.problems)
        err << problem << '\n';
    if (!source.problems.isEmpty())
        return 1;
    const rigwright::Outcome written =
        rigwright::writeCatalog(arguments[2], source.catalog, rigwright::digestOf(arguments[1]));
    if (!written)
        err << written.error().message << '\n';
    return written ? 0 : 1;
}
