// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/own_model.h"

#include "core/catalog/checks.h"

#include <QSet>

namespace rigwright {

namespace {

constexpr qsizetype kMostOfId = 100; // as the catalogue's check of keys
constexpr qsizetype kMostOfName = 120;

/// The columns that a row can except from its geometry.
bool isGeometry(const QString &column)
{
    static const QSet<QString> columns{
        QStringLiteral("embed_params"),         QStringLiteral("output_head_params"),
        QStringLiteral("attn_params"),          QStringLiteral("linear_attn_params"),
        QStringLiteral("ffn_dense_params"),     QStringLiteral("expert_params"),
        QStringLiteral("shared_expert_params"), QStringLiteral("router_norm_other_params"),
        QStringLiteral("params_active"),        QStringLiteral("params_read_per_token"),
        QStringLiteral("full_attention_layers")};
    return columns.contains(column);
}

AttentionKind attentionKind(const LlmModel &model)
{
    if (model.linearAttentionLayers > 0)
        return AttentionKind::HybridLinear;
    if (model.kvHeads == model.attentionHeads)
        return AttentionKind::Mha;
    return model.kvHeads == 1 ? AttentionKind::Mqa : AttentionKind::Gqa;
}

} // namespace

void completeModel(LlmModel &model, qint64 lookedUp)
{
    const ParameterClasses &c = model.classes;
    const qint64 head = model.tiedEmbeddings ? 0 : c.outputHead;
    model.totalParameters = c.embedding + head + c.attention + c.linearAttention + c.denseFfn + c.experts
                            + c.sharedExperts + c.routerNormOther + model.visionParameters;
    // Whole experts are left out. Divided first: the product of both would overflow with hostile figures.
    const qint64 idle = model.experts > 0 ? c.experts / model.experts * qint64(model.experts - model.activeExperts) : 0;
    model.activeParameters = model.totalParameters - model.visionParameters - idle - lookedUp;
    const bool embeddingIsLookedUp = !model.tiedEmbeddings || model.kind == QLatin1String("embedding");
    model.readParametersPerToken = model.activeParameters - (embeddingIsLookedUp ? c.embedding : 0);
    if (model.attention != AttentionKind::Mla || model.linearAttentionLayers > 0)
        model.attention = attentionKind(model);
}

void exceptGeometry(LlmModel &model, const QString &reason)
{
    Catalog rows;
    rows.models = Table<LlmModel>({model});
    for (const Problem &problem : problemsIn(rows, rows))
        if (isGeometry(problem.column) && !model.geometryExceptions.contains(problem.column))
            model.geometryExceptions << problem.column;
    if (model.geometryExceptions.isEmpty())
        return;
    if (!model.notes.isEmpty())
        model.notes += u' ';
    model.notes += reason;
}

QString modelIdOf(const QString &name)
{
    QString id;
    for (const QChar c : name.toLower()) {
        const bool kept = (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'.' || c == u'_';
        if (kept)
            id += c;
        else if (!id.isEmpty() && !id.endsWith(u'-'))
            id += u'-';
    }
    id.truncate(kMostOfId);
    while (id.endsWith(u'-'))
        id.chop(1);
    return id;
}

QString modelNameOf(const QString &text)
{
    QString name;
    for (const QChar c : text.simplified())
        if (c.isPrint())
            name += c;
    return name.left(kMostOfName).trimmed();
}

} // namespace rigwright
