// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"

#include <QJsonObject>

namespace rigwright {

/// Version of the JSON that `evaluate --json`, `compare --json` and `predict --json` print.
/// Raised when a key is renamed, removed or changes its meaning; new keys do not raise it.
inline constexpr int kJsonSchema = 1;

struct JsonOptions
{
    bool traces = false; ///< a "trace" object (formula, values, sources) beside every estimate
};

/// An evaluation as `evaluate --json` prints it. Every quantity's key ends in its unit; money
/// without a unit in its key is in the site's `currency`. What is not known is null, never 0.
QJsonObject evaluationJson(const Build &build, const Catalog &catalog, const Evaluation &evaluation,
                           const JsonOptions &options = {});

/// One deployment as it stands in `deployments[]`, also what `predict --json` prints.
QJsonObject deploymentJson(const DeploymentResult &deployment, const JsonOptions &options = {});

/// How a figure came about: { formula, method, unit, inputs: [ { symbol, label, value, unit, source } ] }
QJsonObject traceJson(const Trace &trace);

/// Indented UTF-8 with keys in alphabetical order and a line end: equal values give equal bytes.
QByteArray toJsonText(const QJsonObject &object);

} // namespace rigwright
