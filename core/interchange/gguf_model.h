// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/model.h"
#include "core/interchange/gguf_header.h"

namespace rigwright {

/// A row of the catalogue out of the header of a model's file: parameters counted from its tensors, geometry from its
/// keys, and the exact bytes of its tensors under the quantization that it is of. Not stated: `checked`.
/// @param fileName  tells some mixes that no key does, and is named as the source
/// @param name      empty = as the file names the model
/// @return Invalid with the key that is missing, or where this is not the file of a language model
Result<LlmModel> modelFromGguf(const GgufHeader &header, const QString &fileName, const QString &name = {});

} // namespace rigwright
