// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/sourced.h"
#include "core/units/units.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace rigwright {

enum class AttentionKind { Mha, Gqa, Mqa, Mla, HybridLinear };

/// Weights of a model counted by what a quantization treats alike. All counts are parameters.
struct ParameterClasses
{
    qint64 embedding = 0;
    qint64 outputHead = 0; ///< equals embedding where tied (then not in total twice)
    qint64 attention = 0;
    qint64 linearAttention = 0;
    qint64 denseFfn = 0;
    qint64 experts = 0; ///< all routed experts
    qint64 sharedExperts = 0;
    qint64 routerNormOther = 0;
    friend bool operator==(const ParameterClasses &, const ParameterClasses &) = default;
};

/// Geometry of a language model, as its configuration states it.
struct LlmModel : Sourced
{
    QString id;
    QString name;
    QStringList aliases;
    QString family;
    QString repository;   ///< Hugging Face id
    QString architecture; ///< as GGUF files call it ("general.architecture"); empty = unknown
    QString license;
    QString releaseDate;
    QString kind;         ///< text, code, vision, embedding
    bool released = true; ///< false: listed to warn that it does not exist

    qint64 totalParameters = 0;
    qint64 activeParameters = 0;       ///< used per token, embedding included
    qint64 readParametersPerToken = 0; ///< read from memory per decoded token (text, without an untied embedding)
    qint64 visionParameters = 0;
    ParameterClasses classes;

    int layers = 0;
    int hiddenSize = 0;
    int attentionHeads = 0;
    int kvHeads = 0;
    int headDim = 0;
    int ffnSize = 0;
    int vocabularySize = 0;
    bool tiedEmbeddings = false;
    int maxContext = 0;
    AttentionKind attention = AttentionKind::Gqa;
    int kvLoraRank = 0;   ///< MLA
    int ropeHeadDim = 0;  ///< MLA; included in headDim
    int qLoraRank = 0;    ///< MLA; 0 = queries are not compressed
    int valueHeadDim = 0; ///< MLA
    int slidingWindow = 0;
    int fullAttentionLayers = 0;
    int slidingWindowLayers = 0;
    int linearAttentionLayers = 0;
    int linearQkvSize = 0; ///< of a linear layer: queries, keys and values (Mamba 2: C, B and x) together; 0 = unknown
    int linearInnerSize = 0; ///< of a linear layer: values, the input of its output projection; 0 = unknown

    int experts = 0;
    int activeExperts = 0;
    int sharedExperts = 0;
    int expertFfnSize = 0;
    int denseLayers = 0; ///< of a mixture: layers with a dense FFN

    qint64 kvBytesPerTokenGlobalF16 = 0;  ///< layers that keep the whole context, K and V
    qint64 kvBytesPerTokenSlidingF16 = 0; ///< sliding-window layers, per token inside the window
    qint64 recurrentStateBytesF32 = 0;    ///< per sequence, constant in context

    QStringList geometryExceptions; ///< columns that do not follow from the others; `notes` says why

    QString nativeDtype;             ///< of the published checkpoint
    QHash<QString, Bytes> ggufBytes; ///< exact tensor bytes by quantization id ("q4_k_m")

    QString notes;

    bool isMixtureOfExperts() const { return experts > 0; }
    friend bool operator==(const LlmModel &, const LlmModel &) = default;
};

enum class QuantFamily { Float, Gguf, Gptq, Awq, Fp8, Int8, Fp4, Nf4, Exl2, Exl3, Mlx, Int4 };

struct Quantization : Sourced
{
    QString id;
    QString name;
    QStringList aliases;
    QuantFamily family = QuantFamily::Gguf;
    double nominalBits = 0;
    double bitsPerWeight = 0;    ///< of the quantized matrices
    double bitsPerWeight8B = 0;  ///< whole file of a Llama-3-8B-like model; 0 = unknown
    double bitsPerWeight70B = 0; ///< whole file of a Llama-3-70B-like model; 0 = unknown
    double headBits = 16;        ///< untied output head
    double embeddingBits = 16;   ///< token embedding
    double tiedEmbeddingBits = 16;
    double perplexityIncreasePercent = -1; ///< against f16; < 0 = unknown
    QStringList engines;                   ///< engine ids that run it
    QString onlyModel;                     ///< set for mixes made for one model only
    QString notes;
    friend bool operator==(const Quantization &, const Quantization &) = default;
};

enum class BatchingKind { Slots, Continuous };

/// For how many tokens a build of an engine keeps logits in its compute buffer.
enum class LogitsRows {
    WholeBatch, ///< of a whole physical batch (llama.cpp to mid-2026, ik_llama.cpp)
    PerSlot,    ///< of one batch per slot beyond the first (llama.cpp from mid-2026)
};

struct InferenceEngine : Sourced
{
    QString id;
    QString name;
    QStringList aliases;
    QStringList vendors; ///< "NVIDIA", "AMD", "Intel", "Apple", "CPU"
    bool tensorParallel = false;
    bool layerSplit = false;
    bool cpuOffload = false;
    bool expertOffload = false;
    bool multiNode = false;
    BatchingKind batching = BatchingKind::Slots;
    QStringList kvTypes;            ///< "f16", "q8_0", ...
    double memoryUtilization = 1.0; ///< share of VRAM it claims (vLLM 0.92); 1 = takes what it needs
    int kvGranularityTokens = 1;
    Bytes reservePerGpu; ///< what it keeps free
    LogitsRows logitsRows = LogitsRows::WholeBatch;
    int defaultConcurrency = 1;
    QString license;
    QString notes;
    friend bool operator==(const InferenceEngine &, const InferenceEngine &) = default;
};

/// A published speed measurement (one row of measurements.csv).
struct Measurement
{
    QString id;
    QString source;
    QString sourceUrl;
    QString date;
    QString engine;   ///< as published
    QString engineId; ///< resolved; empty where the catalogue has no such engine
    QString engineDetail;
    QString device; ///< as published
    QString gpuId;  ///< resolved GPU or unified system; empty where unknown
    int gpuCount = 1;
    QString interconnect;
    QString splitMode;
    QString model;                      ///< as published
    QString modelId;                    ///< resolved; empty where unknown
    double billionParameters = 0;       ///< as published; 0 = not stated
    double billionActiveParameters = 0; ///< as published; 0 = not stated
    QString quant;                      ///< as published
    QString quantId;                    ///< resolved; empty where unknown
    QString kvQuant;
    int promptTokens = 0;
    int generatedTokens = 0;
    int contextDepth = 0;
    double concurrency = 1;            ///< average over the run; 0 = not published (maximum load)
    double decodeTokensPerSecond = 0;  ///< total over streams; 0 = not published
    double prefillTokensPerSecond = 0; ///< 0 = not published
    QString notes;
    bool trusted = false; ///< single stream without a tag that disqualifies it
    friend bool operator==(const Measurement &, const Measurement &) = default;
};

} // namespace rigwright
