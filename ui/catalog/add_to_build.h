// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"
#include "ui/document/build_document.h"

namespace rigwright::ui {

/// Why a part cannot go anywhere in a build; empty = it can.
QString whyUnusable(const Build &build, const Catalog &catalog, const PartRef &part);

/// Puts a part in its best place (a case, board or machine in the place of the present one), as
/// one undoable step, and selects it.
/// @return what is unwise about it (empty = nothing), or Invalid with the reason why it cannot be
Result<QString> addPart(BuildDocument &document, const PartRef &part);

/// Adds a model to the workload, as one undoable step.
Result<QString> addModel(BuildDocument &document, const QString &modelId);
/// The same in this quantization, with an engine that runs it.
Result<QString> addModel(BuildDocument &document, const QString &modelId, const QString &quantId);

} // namespace rigwright::ui
