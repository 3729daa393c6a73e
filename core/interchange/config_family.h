// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rigwright {

/// What a family of models does without saying it in its configuration.
/// Source: Hugging Face transformers, src/transformers/models/*/modeling_*.py.
struct ConfigFamily
{
    enum class QkNorm { None, PerHead, FullWidth };

    const char *modelType; ///< "qwen3_moe"
    int norms = 2;         ///< per layer, and one behind the last
    bool tied = false;     ///< where the configuration does not say it
    QkNorm qkNorm = QkNorm::None;
    bool qkvBias = false;
    bool outputBias = false;
    bool gatedFfn = true;
    bool ffnBias = false;
    bool normBias = false;
    bool headBias = false;
    bool routerBias = false; ///< one number per expert
    bool learnsPositions = false;
    bool gatedQuery = false;
    bool alwaysGlobal = false; ///< states a window that engines do not use for the cache
    int slidingPeriod = 0;     ///< every such layer of so many keeps everything; 0 = as the configuration says
};

/// @return nullptr for a family that is not known
const ConfigFamily *configFamily(const QString &modelType);

} // namespace rigwright
