// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/model_config.h"

#include "core/interchange/config_shape.h"
#include "core/interchange/json_text.h"
#include "core/interchange/own_model.h"

#include <QCoreApplication>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelConfig)
};

Error invalid(const QString &message)
{
    return Error{Error::Code::Invalid, message};
}

/// The model type of the text model, which may stand inside that of a model that sees.
QString modelType(const QJsonObject &config)
{
    for (const char *inner : {"text_config", "llm_config", "language_config"})
        if (const QString type =
                config.value(QLatin1String(inner)).toObject().value(QLatin1String("model_type")).toString();
            !type.isEmpty())
            return type;
    return config.value(QLatin1String("model_type")).toString();
}

/// Bytes of the cache per token, layer by layer.
void countCache(LlmModel &model, const ConfigShape &shape)
{
    const qint64 latent = kF16Bytes * (qint64(model.kvLoraRank) + model.ropeHeadDim);
    const qint64 sliding = kF16Bytes * 2 * qint64(model.kvHeads) * model.headDim;
    const qint64 global = kF16Bytes * 2 * qint64(shape.globalHeads) * shape.globalHeadDim;
    const int keeping = model.layers - shape.layersWithoutCache;
    for (int i = 0; i < keeping; ++i)
        if (const ConfigShape::Layer layer = shape.layers[std::size_t(i)]; layer == ConfigShape::Layer::Full)
            model.kvBytesPerTokenGlobalF16 += model.attention == AttentionKind::Mla ? latent : global;
        else if (layer == ConfigShape::Layer::Sliding)
            (shape.family.alwaysGlobal ? model.kvBytesPerTokenGlobalF16 : model.kvBytesPerTokenSlidingF16) += sliding;
    model.recurrentStateBytesF32 = shape.linearState * model.linearAttentionLayers;
}

/// @return what GGUF files of a model type call it, where the types of tensors depend on it; else the type itself
QString architectureOf(const QString &modelType)
{
    static const QHash<QString, QString> names{{QStringLiteral("mistral"), QStringLiteral("llama")},
                                               {QStringLiteral("mixtral"), QStringLiteral("llama")},
                                               {QStringLiteral("internlm3"), QStringLiteral("llama")},
                                               {QStringLiteral("llama4_text"), QStringLiteral("llama4")},
                                               {QStringLiteral("qwen2_vl"), QStringLiteral("qwen2vl")},
                                               {QStringLiteral("qwen2_vl_text"), QStringLiteral("qwen2vl")},
                                               {QStringLiteral("qwen2_5_vl"), QStringLiteral("qwen2vl")},
                                               {QStringLiteral("qwen2_5_vl_text"), QStringLiteral("qwen2vl")},
                                               {QStringLiteral("qwen3_next"), QStringLiteral("qwen3next")},
                                               {QStringLiteral("qwen3_5_text"), QStringLiteral("qwen35")},
                                               {QStringLiteral("qwen3_5_moe_text"), QStringLiteral("qwen35moe")},
                                               {QStringLiteral("gemma4_text"), QStringLiteral("gemma4")},
                                               {QStringLiteral("minimax_m1"), QStringLiteral("minimax-m1")}};
    return names.value(modelType, modelType);
}

/// @return "bf16", "fp8", ...: what the published weights are made of
QString nativeType(ConfigKeys &keys, const QJsonObject &config)
{
    const QString method =
        config.value(QLatin1String("quantization_config")).toObject().value(QLatin1String("quant_method")).toString();
    if (!method.isEmpty())
        return modelNameOf(method);
    const QString type = keys.text("torch_dtype").isEmpty() ? keys.text("dtype") : keys.text("torch_dtype");
    if (type == QLatin1String("bfloat16"))
        return QStringLiteral("bf16");
    return type == QLatin1String("float16") ? QStringLiteral("f16") : QString();
}

} // namespace

Result<LlmModel> modelFromConfig(const QByteArray &text, const QString &name)
{
    const Result<QJsonObject> config = jsonObject(text, kModelConfigBytes);
    if (!config && config.error().code == Error::Code::Invalid) // too large, nested too deeply, or an array
        return invalid(Text::tr("This is no configuration of a model."));
    if (!config)
        return config.error();
    const QString type = modelType(*config);
    if (type.isEmpty())
        return invalid(Text::tr("This is no configuration of a model: it does not state \"model_type\"."));
    const ConfigFamily *family = configFamily(type);
    if (!family)
        return invalid(
            Text::tr("Models of the type \"%1\" cannot be counted from a configuration. Import a GGUF file of "
                     "the model; any quantization will do.")
                .arg(modelNameOf(type)));

    ConfigKeys keys(*config);
    const ConfigShape shape = configShape(keys, *family);
    if (!keys.ok())
        return invalid(keys.problem());
    LlmModel model = shape.model;
    qint64 lookedUp = 0;
    model.classes = configWeights(shape, lookedUp);
    countCache(model, shape);

    const QString path = keys.text("_name_or_path");
    const bool isRepository = path.count(u'/') == 1 && !path.startsWith(u'/') && !path.startsWith(u'.');
    model.repository = isRepository ? modelNameOf(path) : QString();
    model.name = modelNameOf(name.trimmed().isEmpty() ? path.section(u'/', -1) : name);
    model.id = modelIdOf(model.name);
    if (model.id.isEmpty())
        return invalid(Text::tr("The configuration does not name its model; give it a name."));
    model.family = type;
    model.architecture = architectureOf(type);
    model.kind = config->contains(QLatin1String("vision_config")) ? QStringLiteral("vision") : QStringLiteral("text");
    model.nativeDtype = nativeType(keys, *config);
    model.source = Text::tr("config.json of the model");
    model.confidence = Confidence::SingleSource;
    completeModel(model, lookedUp);
    exceptGeometry(model, Text::tr("Counted by the sizes of its configuration, which are not the same in all layers."));
    return model;
}

} // namespace rigwright
