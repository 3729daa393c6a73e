// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/model.h"
#include "core/interchange/table_import.h"
#include "core/units/result.h"

#include <QDir>

#include <functional>
#include <memory>

namespace rigwright {

/// @return whether a file is read as a model by its name: *.gguf, *.json
bool isModelFile(const QString &fileName);

/// Opens a file of the folder in which the model lies.
using OpenModelFile = std::function<Result<std::unique_ptr<QIODevice>>(const QString &fileName)>;
/// @return what opens the files of a folder on disk
OpenModelFile filesIn(const QDir &folder);

/// Reads a model out of the header of its GGUF file, with all parts where it is split, or out of its config.json.
/// @param fileName  without its folder
/// @param folder    name of the folder, by which a config.json is named that does not name its model
/// @param name      of the model; empty = as the file names it
Result<LlmModel> readModelFile(const QString &fileName, const QString &folder, const QString &name,
                               const OpenModelFile &open);

/// What adding a model to the user's rows would do. A file of a model that the catalogue has, by its id and its
/// weights, only adds its size to that row; another model of the same id is refused.
ImportPlan planModelImport(const LlmModel &model, const QString &fileName, const Catalog &catalog, const QDate &today);

} // namespace rigwright
