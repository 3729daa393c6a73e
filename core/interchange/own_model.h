// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/model.h"

/// What a model that the user brings has in common, whichever file it is read from.
namespace rigwright {

/// One element of a cache in f16, and of a recurrent state in f32.
inline constexpr qint64 kF16Bytes = 2;
inline constexpr qint64 kF32Bytes = 4;

/// Fills in what follows from the classes, the layers and the heads: total, active and read parameters, kind of
/// attention (unless it is Mla).
/// @param lookedUp  of `routerNormOther`: tables of which a token needs one row, so not active
void completeModel(LlmModel &model, qint64 lookedUp = 0);

/// Where exact counts do not follow the catalogue's formulas (heads of two sizes, FFNs of two widths), says so in
/// `geometryExceptions` and, with the reason, in `notes`.
void exceptGeometry(LlmModel &model, const QString &reason);

/// @return "Llama 3.1 8B Instruct" -> "llama-3.1-8b-instruct"; empty where nothing of it can be in an id
QString modelIdOf(const QString &name);

/// @return one line that fits the column of names
QString modelNameOf(const QString &text);

} // namespace rigwright
