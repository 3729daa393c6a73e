// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/problem_list.h"

namespace rigwright {

namespace {

/// Sums are of doubles: exact up to 2^53, and they cannot overflow.
void checkSums(const LlmModel &model, const RowReport &report)
{
    const ParameterClasses &c = model.classes;
    const double head = model.tiedEmbeddings ? 0 : double(c.outputHead);
    const double sum = double(c.embedding) + head + double(c.attention) + double(c.linearAttention) + double(c.denseFfn)
                       + double(c.experts) + double(c.sharedExperts) + double(c.routerNormOther)
                       + double(model.visionParameters);
    if (sum != double(model.totalParameters))
        report("params_total", CheckText::tr("the classes add up to %1, not %2")
                                   .arg(QString::number(sum, 'f', 0))
                                   .arg(model.totalParameters));
    if (model.activeParameters > model.totalParameters || model.readParametersPerToken > model.totalParameters)
        report("params_active", CheckText::tr("more than all parameters"));
}

/// Bytes of the KV cache per token: 2 (K and V) * KV heads * head size * bytes per element and layer; a latent and a
/// rotary key instead with MLA (DeepSeek-V2, section 2.1). Layers that are not of full attention keep less.
void checkCache(const LlmModel &model, const RowReport &report)
{
    if (model.kind == QLatin1String("embedding")) // encodes only
        return;
    constexpr double bytesPerElement = 2; // f16
    const double perLayer = model.attention == AttentionKind::Mla
                                ? (double(model.kvLoraRank) + model.ropeHeadDim) * bytesPerElement
                                : 2.0 * model.kvHeads * model.headDim * bytesPerElement;
    const double most = perLayer * model.layers;
    const double stated = double(model.kvBytesPerTokenGlobalF16) + double(model.kvBytesPerTokenSlidingF16);
    const bool oneKind = model.fullAttentionLayers == model.layers;
    if (stated <= 0 || (oneKind ? stated != most : stated > most))
        report("kv_bytes_per_token_global_f16",
               CheckText::tr("%1 bytes do not suit the geometry (%2)").arg(stated).arg(most));
}

void checkExperts(const LlmModel &model, const RowReport &report)
{
    if (model.isMixtureOfExperts() && (model.activeExperts < 1 || model.activeExperts > model.experts))
        report("experts_active", CheckText::tr("is not within 1 and experts"));
}

} // namespace

void checkModels(const Catalog &rows, Problems &problems)
{
    checkRows(problems, "models", rows.models, [](const LlmModel &model, const RowReport &report) {
        checkSums(model, report);
        checkCache(model, report);
        checkExperts(model, report);
    });
}

} // namespace rigwright
