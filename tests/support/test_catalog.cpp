// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_catalog.h"

#include "database/catalog_database.h"

#include <QtGlobal>

namespace rigwright::test {

std::shared_ptr<const Catalog> sharedTestCatalog()
{
    static const std::shared_ptr<const Catalog> catalog = [] {
        const Result<std::shared_ptr<const Catalog>> loaded = loadCatalog(QStringLiteral(RIGWRIGHT_CATALOG_FILE));
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().message));
        return *loaded;
    }();
    return catalog;
}

} // namespace rigwright::test
