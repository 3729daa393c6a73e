// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/model.h"
#include "core/units/result.h"

#include <QByteArray>

namespace rigwright {

inline constexpr qint64 kModelConfigBytes = 4 * 1024 * 1024;

/// A row of the catalogue out of the `config.json` of a model on Hugging Face: geometry as it states it, parameters
/// counted by the formulas of its family. Image encoders are not counted. Not stated: `checked`.
/// @param name  of the model; empty = as the configuration names it
/// @return Corrupt for text that is no JSON; Invalid with the key that is missing, or a family that is not known
Result<LlmModel> modelFromConfig(const QByteArray &text, const QString &name);

} // namespace rigwright
