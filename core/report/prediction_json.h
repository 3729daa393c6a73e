// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/interchange/cases.h"

#include <QJsonObject>

namespace rigwright {

/// The answer to one question as `predict --json` prints it: the keys of a deployment of
/// `evaluate --json`, the bytes per kind, and `gpus[]`. A question without an answer has
/// `status` "error" and a `message`.
QJsonObject predictionJson(const Prediction &prediction);

} // namespace rigwright
