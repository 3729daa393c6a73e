// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/fine_tuning_parts.h"

#include "core/memory/lora.h"
#include "core/memory/runtime_context.h"
#include "core/memory/training_activations.h"

#include <QCoreApplication>

namespace rigwright {

namespace {

constexpr double kBitsPerByte = 8;
constexpr double kHalf = 2; // a dequantized weight

Estimate<Bytes> exactPart(double bytes, Trace trace)
{
    return exactly(Bytes(qint64(bytes)), std::move(trace));
}

/// What kernels keep differs between frameworks by about this much: the published runs that state
/// their settings lie within it.
Estimate<Bytes> modelledPart(double bytes, Trace trace)
{
    constexpr double kBand = 0.15;
    return {
        Bytes(qint64(bytes)), Bytes(qint64(bytes * (1 - kBand))), Bytes(qint64(bytes * (1 + kBand))), Basis::Generic, 0,
        std::move(trace)};
}

double onDevice(const TrainingSizes &sizes, double share)
{
    return sizes.job->settings.offloadState ? 0 : share;
}

double frozenLayerBytes(const TrainingSizes &sizes)
{
    const double inLayers = sizes.parameters - sizes.embedding - sizes.head;
    if (sizes.job->settings.method == TuningMethod::QLora)
        return (sizes.quantized * sizes.job->base->bitsPerWeight / kBitsPerByte + (inLayers - sizes.quantized) * kHalf)
               / sizes.layers;
    return inLayers * computeBytes(sizes.job->settings.precision) / sizes.layers;
}

/// The largest matrix of a layer, which a 4-bit base turns into 16 bit to multiply with it.
/// Source: bitsandbytes, functional.dequantize_4bit.
double dequantizedBytes(const TrainingSizes &sizes)
{
    if (sizes.job->settings.method != TuningMethod::QLora)
        return 0;
    const LlmModel &model = *sizes.job->model;
    const int width = std::max({model.ffnSize, model.expertFfnSize, model.attentionHeads * model.headDim});
    return kHalf * model.hiddenSize * width;
}

struct Collective
{
    double gathered = 0; ///< bytes of weights
    double remote = 1;   ///< share of those that is not the GPU's own
    double reduced = 0;  ///< bytes of gradients
};

Collective collective(const TrainingSizes &sizes)
{
    // Defaults of the DeepSpeed configuration: reduce_bucket_size and allgather_bucket_size 5e8
    // parameters, stage3_max_live_parameters 1e9.
    constexpr double kBucket = 5e8;
    constexpr double kLive = 1e9;
    const FineTuning &settings = sizes.job->settings;
    const double bucket = std::min(kBucket, sizes.trainable);
    Collective buffers;
    buffers.remote = settings.offloadState ? 1 : 1 - 1.0 / sizes.gpus;
    switch (settings.sharding) {
    case Sharding::None:
        // DDP's buckets are a copy of the gradients. Source: PyTorch DistributedDataParallel, gradient_as_bucket_view.
        buffers.reduced = sizes.gpus > 1 ? sizes.trainable * sizes.state.gradients : 0;
        break;
    case Sharding::Zero1:
    case Sharding::Zero2:
        buffers.gathered = bucket * computeBytes(settings.precision);
        buffers.reduced = bucket * sizes.state.gradients;
        break;
    case Sharding::Zero3: {
        const double all =
            frozenLayerBytes(sizes) * sizes.layers + (sizes.embedding + sizes.head) * computeBytes(settings.precision);
        buffers.gathered = all * std::min(1.0, kLive / sizes.parameters);
        buffers.reduced = bucket * sizes.state.gradients;
        break;
    }
    case Sharding::Fsdp: {
        // The root unit (embedding and head) stays gathered, and one layer. Source: PyTorch
        // fully_shard(), reshard_after_forward.
        const double root =
            settings.shardEmbeddings ? std::max(sizes.embedding, sizes.head) : sizes.embedding + sizes.head;
        buffers.gathered = root * computeBytes(settings.precision) + frozenLayerBytes(sizes);
        buffers.reduced = buffers.remote * sizes.trainable / sizes.layers * sizes.state.gradients;
        break;
    }
    }
    return buffers;
}

} // namespace

TrainingSizes trainingSizes(const FineTuningJob &job, int gpus)
{
    const LlmModel &model = *job.model;
    const ParameterClasses &p = model.classes;
    const FineTuning &settings = job.settings;
    TrainingSizes sizes;
    sizes.job = &job;
    sizes.gpus = gpus;
    sizes.layers = std::max(1, model.layers);
    sizes.parameters = double(model.totalParameters);
    sizes.quantized = double(p.attention + p.linearAttention + p.denseFfn + p.experts + p.sharedExperts);
    sizes.embedding = double(p.embedding);
    sizes.head = model.tiedEmbeddings ? 0 : double(p.outputHead);
    sizes.full = settings.method == TuningMethod::Full;
    sizes.trainable = sizes.full ? sizes.parameters : double(loraParameters(model, settings.targets, settings.rank));
    sizes.tokens = double(settings.sequence) * settings.microBatch;
    sizes.state = sizes.full ? trainedBytes(settings.precision, settings.optimizer)
                             : adapterBytes(settings.precision, settings.optimizer);
    sizes.embeddingExtra = embeddingOptimizerExtra(settings.precision, settings.optimizer);
    sizes.shares = stateShares(settings.sharding, gpus);
    return sizes;
}

Estimate<Bytes> weightsPart(const TrainingSizes &sizes)
{
    const double share = onDevice(sizes, sizes.shares.weights);
    const double frozenBytes = residentBytes(sizes.job->settings.precision);
    if (sizes.job->settings.method == TuningMethod::QLora) {
        const double bits = sizes.job->base->bitsPerWeight;
        const double kept = sizes.parameters - sizes.quantized;
        Trace trace{"(quantized*bits/8 + kept*bytes)*share",
                    "B",
                    QT_TRANSLATE_NOOP("Trace", "Frozen base; embedding, head and norms are not quantized"),
                    {}};
        trace.inputs = {
            {"quantized", QT_TRANSLATE_NOOP("Trace", "Parameters of the quantized matrices"), sizes.quantized, "", {}},
            {"bits", QT_TRANSLATE_NOOP("Trace", "Bits per weight with block constants"), bits, "bit",
             sizes.job->base->source},
            {"kept", QT_TRANSLATE_NOOP("Trace", "Parameters left as they were"), kept, "", {}},
            {"bytes", QT_TRANSLATE_NOOP("Trace", "Bytes of each of them"), frozenBytes, "B", {}},
            {"share", QT_TRANSLATE_NOOP("Trace", "Share that one GPU keeps"), share, "", {}}};
        return exactPart((sizes.quantized * bits / kBitsPerByte + kept * frozenBytes) * share, std::move(trace));
    }
    const double bytes = sizes.full ? sizes.state.weights : frozenBytes;
    Trace trace{"parameters*bytes*share", "B", QT_TRANSLATE_NOOP("Trace", "Weights of the model"), {}};
    trace.inputs = {{"parameters", QT_TRANSLATE_NOOP("Trace", "Parameters of the model"), sizes.parameters, "", {}},
                    {"bytes", QT_TRANSLATE_NOOP("Trace", "Bytes kept of each of them"), bytes, "B", {}},
                    {"share", QT_TRANSLATE_NOOP("Trace", "Share that one GPU keeps"), share, "", {}}};
    return exactPart(sizes.parameters * bytes * share, std::move(trace));
}

Estimate<Bytes> adaptersPart(const TrainingSizes &sizes)
{
    const double trainable = sizes.full ? 0 : sizes.trainable;
    const double share = onDevice(sizes, sizes.shares.weights);
    Trace trace{"trainable*bytes*share",
                "B",
                QT_TRANSLATE_NOOP("Trace", "Adapters: rank times rows and columns of each target"),
                {}};
    trace.inputs = {{"trainable", QT_TRANSLATE_NOOP("Trace", "Parameters of the adapters"), trainable, "", {}},
                    {"bytes", QT_TRANSLATE_NOOP("Trace", "Bytes kept of each of them"), sizes.state.weights, "B", {}},
                    {"share", QT_TRANSLATE_NOOP("Trace", "Share that one GPU keeps"), share, "", {}}};
    return exactPart(trainable * sizes.state.weights * share, std::move(trace));
}

Estimate<Bytes> optimizerPart(const TrainingSizes &sizes)
{
    const double share = sizes.job->settings.pagedOptimizer ? 0 : onDevice(sizes, sizes.shares.optimizer);
    const double embedding = sizes.full ? sizes.embedding : 0;
    Trace trace{"(trainable*bytes + embedding*extra)*share",
                "B",
                QT_TRANSLATE_NOOP("Trace", "Moments and master copy of the optimizer"),
                {}};
    trace.inputs = {
        {"trainable", QT_TRANSLATE_NOOP("Trace", "Parameters that are trained"), sizes.trainable, "", {}},
        {"bytes", QT_TRANSLATE_NOOP("Trace", "Optimizer bytes of each of them"), sizes.state.optimizer, "B", {}},
        {"embedding", QT_TRANSLATE_NOOP("Trace", "Trained parameters of the embedding"), embedding, "", {}},
        {"extra", QT_TRANSLATE_NOOP("Trace", "Bytes more for each of those"), sizes.embeddingExtra, "B", {}},
        {"share", QT_TRANSLATE_NOOP("Trace", "Share that one GPU keeps"), share, "", {}}};
    return exactPart(sizes.optimizerBytes() * share, std::move(trace));
}

Estimate<Bytes> gradientsPart(const TrainingSizes &sizes, TrainingPeak peak)
{
    const FineTuning &settings = sizes.job->settings;
    const bool ended = peak == TrainingPeak::FirstLayer;
    double held = settings.accumulation > 1 || ended ? 1 : 0; // a new step starts without gradients
    double passing = 0;
    if (settings.stepInBackward) {
        held = 0;
        passing = ended ? sizes.trainable / sizes.layers : sizes.headGradient();
    } else if (!ended && held == 0) {
        passing = sizes.headGradient();
    }
    if (peak == TrainingPeak::Loss && settings.logits == LossLogits::Chunked)
        passing += sizes.headGradient(); // each chunk adds its own to the sum of those before
    const double share = onDevice(sizes, sizes.shares.gradients);
    Trace trace{"(trainable*held*share + passing)*bytes",
                "B",
                QT_TRANSLATE_NOOP("Trace", "Gradients that exist at the peak"),
                {}};
    trace.inputs = {{"trainable", QT_TRANSLATE_NOOP("Trace", "Parameters that are trained"), sizes.trainable, "", {}},
                    {"held", QT_TRANSLATE_NOOP("Trace", "1 if their gradients are held at the peak"), held, "", {}},
                    {"share", QT_TRANSLATE_NOOP("Trace", "Share that one GPU keeps"), share, "", {}},
                    {"passing", QT_TRANSLATE_NOOP("Trace", "Parameters whose gradient is being made"), passing, "", {}},
                    {"bytes", QT_TRANSLATE_NOOP("Trace", "Bytes of a gradient"), sizes.state.gradients, "B", {}}};
    return exactPart((sizes.trainable * held * share + passing) * sizes.state.gradients, std::move(trace));
}

Estimate<Bytes> activationsPart(const TrainingSizes &sizes, TrainingPeak peak)
{
    const LlmModel &model = *sizes.job->model;
    const FineTuning &settings = sizes.job->settings;
    const double layer = layerActivationBytes(model, settings);
    const double stored = settings.checkpointing ? checkpointBytes(model, settings) : layer;
    const int layers = peak == TrainingPeak::FirstLayer ? 0 : sizes.layers;
    const bool open = peak == TrainingPeak::FirstLayer || (peak == TrainingPeak::LastLayer && settings.checkpointing);
    const double live = open ? layer : 0;
    Trace trace{"tokens*(layers*stored + live)",
                "B",
                QT_TRANSLATE_NOOP("Trace", "Activations that wait for the backward pass"),
                {}};
    trace.inputs = {{"tokens", QT_TRANSLATE_NOOP("Trace", "Tokens per GPU in a micro-batch"), sizes.tokens, "tok", {}},
                    {"layers", QT_TRANSLATE_NOOP("Trace", "Layers that wait"), double(layers), "", {}},
                    {"stored", QT_TRANSLATE_NOOP("Trace", "Bytes stored per token and layer"), stored, "B",
                     QStringLiteral("Korthikanti et al., \"Reducing Activation Recomputation\"")},
                    {"live", QT_TRANSLATE_NOOP("Trace", "Bytes per token of the layer in work"), live, "B", {}}};
    return modelledPart(sizes.tokens * (layers * stored + live), std::move(trace));
}

Estimate<Bytes> logitsPart(const TrainingSizes &sizes, TrainingPeak peak)
{
    const double bytes = logitBytes(*sizes.job->model, sizes.job->settings);
    const double present = peak == TrainingPeak::Loss ? 1 : 0;
    Trace trace{
        "tokens*bytes*present", "B", QT_TRANSLATE_NOOP("Trace", "Output over the vocabulary and its gradient"), {}};
    trace.inputs = {{"tokens", QT_TRANSLATE_NOOP("Trace", "Tokens per GPU in a micro-batch"), sizes.tokens, "tok", {}},
                    {"bytes", QT_TRANSLATE_NOOP("Trace", "Bytes of the output per token"), bytes, "B", {}},
                    {"present", QT_TRANSLATE_NOOP("Trace", "1 if the loss is at the peak"), present, "", {}}};
    return modelledPart(sizes.tokens * bytes * present, std::move(trace));
}

Estimate<Bytes> buffersPart(const TrainingSizes &sizes)
{
    const Collective buffers = collective(sizes);
    const double dequantized = dequantizedBytes(sizes);
    Trace trace{"remote*gathered + reduced + dequantized",
                "B",
                QT_TRANSLATE_NOOP("Trace", "Buffers of sharding and of a quantized base"),
                {}};
    trace.inputs = {{"remote", QT_TRANSLATE_NOOP("Trace", "Share that comes from elsewhere"), buffers.remote, "", {}},
                    {"gathered", QT_TRANSLATE_NOOP("Trace", "Weights gathered at a time"), buffers.gathered, "B", {}},
                    {"reduced", QT_TRANSLATE_NOOP("Trace", "Gradients exchanged at a time"), buffers.reduced, "B", {}},
                    {"dequantized", QT_TRANSLATE_NOOP("Trace", "Largest matrix in 16 bit"), dequantized, "B", {}}};
    return modelledPart(buffers.remote * buffers.gathered + buffers.reduced + dequantized, std::move(trace));
}

Estimate<Bytes> overheadPart(const TrainingSizes &sizes, const Device &device, Bytes allocated)
{
    // What a card reports beyond context and allocations. Fitted: -1 to 22 %, mostly 10 to 16, of Qwen-7B LoRA and
    // QLoRA on an A100 from 256 to 8,192 tokens (Qwen README).
    constexpr double kSlack = 0.10;
    const double context = runtimeContextBytes(device, EngineStyle{}, false);
    const bool linked = sizes.gpus > 1 || sizes.job->settings.sharding != Sharding::None;
    const double links = linked ? tensorSplitBytes({}) : 0;
    const double base = double(allocated.base());
    Trace trace{"context + links + slack*allocated",
                "B",
                QT_TRANSLATE_NOOP("Trace", "Driver, links and what the allocator cannot use"),
                {}};
    trace.inputs = {{"context", QT_TRANSLATE_NOOP("Trace", "Driver context and libraries"), context, "B", {}},
                    {"links", QT_TRANSLATE_NOOP("Trace", "Buffers of the links between GPUs"), links, "B", {}},
                    {"slack", QT_TRANSLATE_NOOP("Trace", "Share lost to fragmentation"), kSlack, "", {}},
                    {"allocated", QT_TRANSLATE_NOOP("Trace", "What the framework allocates"), base, "B", {}}};
    return modelledPart(context + links + kSlack * base, std::move(trace));
}

double hostBytes(const TrainingSizes &sizes)
{
    const FineTuning &settings = sizes.job->settings;
    double bytes = 0;
    if (settings.offloadState) {
        TrainingSizes all = sizes;
        FineTuningJob whole = *sizes.job;
        whole.settings.offloadState = false;
        all.job = &whole;
        all.shares = {};
        bytes += double((weightsPart(all).value + adaptersPart(all).value).base());
        bytes += sizes.trainable * sizes.state.gradients + sizes.optimizerBytes();
    } else if (settings.pagedOptimizer) {
        bytes += sizes.optimizerBytes() * sizes.shares.optimizer * sizes.gpus;
    }
    if (settings.checkpointing && settings.offloadActivations)
        bytes +=
            sizes.tokens * sizes.layers * computeBytes(settings.precision) * sizes.job->model->hiddenSize * sizes.gpus;
    return bytes;
}

} // namespace rigwright
