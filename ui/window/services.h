// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build_repository.h"
#include "core/catalog/part_search.h"
#include "core/interchange/rig_file.h"
#include "ui/document/catalog_store.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace rigwright::ui {

/// A build that ships with the program.
struct TemplateEntry
{
    QString id;
    QString name;
    QString summary; ///< one line; may be empty
};

/// What the window works with. `app` makes them; tests bring their own. All outlive the window.
struct Services
{
    CatalogStore *store = nullptr;
    const PartSearch *search = nullptr; ///< over the store's catalogue
    BuildRepository *builds = nullptr;
    std::vector<TemplateEntry> templates;
    QString sampleTemplate; ///< opened at the first start
    std::function<Result<Build>(const QString &id)> loadTemplate;
    std::function<Result<RigFile>(const QString &path)> loadFile;
    std::function<Outcome(const QString &path, const Build &build, const Catalog &catalog)> saveFile;
};

} // namespace rigwright::ui
