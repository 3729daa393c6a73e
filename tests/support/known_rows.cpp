// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/known_rows.h"

#include "core/evaluation/device_family.h"

namespace rigwright::test {

namespace {

Quantization quant(const char *id, const char *name, QuantFamily family, double bits, double bits8B, double bits70B,
                   double head, double embedding, double tied)
{
    Quantization row;
    row.id = QString::fromLatin1(id);
    row.name = QString::fromLatin1(name);
    row.family = family;
    row.nominalBits = row.bitsPerWeight = bits;
    row.bitsPerWeight8B = bits8B;
    row.bitsPerWeight70B = bits70B;
    row.headBits = head;
    row.embeddingBits = embedding;
    row.tiedEmbeddingBits = tied;
    return row;
}

InferenceEngine engine(const char *id, const char *name, bool tensor, bool layer, bool offload, bool experts,
                       BatchingKind batching, double utilization, int granularity, const char *vendors,
                       const char *kvTypes)
{
    InferenceEngine row;
    row.id = QString::fromLatin1(id);
    row.name = QString::fromLatin1(name);
    row.tensorParallel = tensor;
    row.layerSplit = layer;
    row.cpuOffload = offload;
    row.expertOffload = experts;
    row.batching = batching;
    row.memoryUtilization = utilization;
    row.kvGranularityTokens = granularity;
    row.vendors = QString::fromLatin1(vendors).split(u';');
    row.kvTypes = QString::fromLatin1(kvTypes).split(u';');
    return row;
}

Gpu card(const char *id, const char *name, const char *vendor, const char *architecture, const char *memoryType,
         double mib, double gbs, double tflops, int generation, double nvlinkGBs, int peers)
{
    Gpu row;
    row.info.id = QString::fromLatin1(id);
    row.info.name = QString::fromLatin1(name);
    row.info.vendor = QString::fromLatin1(vendor);
    row.architecture = QString::fromLatin1(architecture);
    row.memoryType = QString::fromLatin1(memoryType);
    row.usableMemory = bytesFromMiB(mib);
    row.bandwidth = fromGBPerSecond(gbs);
    row.fp16 = fromTeraflops(tflops);
    row.link = {generation, 16};
    row.nvlinkTotal = fromGBPerSecond(nvlinkGBs);
    row.nvlinkPeers = peers;
    return row;
}

std::vector<Quantization> quantizations()
{
    std::vector<Quantization> rows;
    rows.push_back(quant("f16", "F16", QuantFamily::Float, 16, 16.0005, 16.0003, 16, 16, 16));
    rows.push_back(quant("bf16", "BF16", QuantFamily::Float, 16, 16.0005, 16.0003, 16, 16, 16));
    rows.push_back(quant("q8_0", "Q8_0", QuantFamily::Gguf, 8.5, 8.5008, 8.5004, 8.5, 8.5, 8.5));
    rows.push_back(quant("q6_k", "Q6_K", QuantFamily::Gguf, 6.5625, 6.5633, 6.563, 6.5625, 6.5625, 6.5625));
    rows.push_back(quant("q5_k_m", "Q5_K_M", QuantFamily::Gguf, 5.5, 5.7036, 5.6629, 6.5625, 5.5, 6.5625));
    rows.push_back(quant("q4_k_m", "Q4_K_M", QuantFamily::Gguf, 4.5, 4.8944, 4.8204, 6.5625, 4.5, 6.5625));
    rows.push_back(quant("q4_k_s", "Q4_K_S", QuantFamily::Gguf, 4.5, 4.6672, 4.574, 6.5625, 4.5, 6.5625));
    rows.push_back(quant("q4_0", "Q4_0", QuantFamily::Gguf, 4.5, 4.6358, 4.5312, 6.5625, 4.5, 6.5625));
    rows.push_back(quant("iq4_xs", "IQ4_XS", QuantFamily::Gguf, 4.25, 4.4597, 4.3385, 6.5625, 4.25, 6.5625));
    rows.push_back(quant("q2_k", "Q2_K", QuantFamily::Gguf, 2.625, 3.1593, 2.9898, 6.5625, 2.625, 6.5625));
    rows.push_back(quant("mxfp4", "MXFP4 (GGUF MXFP4_MOE)", QuantFamily::Gguf, 4.25, 0, 0, 8.5, 8.5, 8.5));
    rows.push_back(quant("awq-4bit-g128", "AWQ 4-bit g128", QuantFamily::Awq, 4.15625, 5.706, 4.509, 16, 16, 16));
    rows.push_back(quant("fp8", "FP8 E4M3 (per-tensor / per-channel / 128x128 block)", QuantFamily::Fp8, 8, 9.047,
                         8.238, 16, 16, 16));
    rows.push_back(quant("mlx-4bit", "MLX 4-bit affine (group 64)", QuantFamily::Mlx, 4.5, 4.5, 4.5, 4.5, 4.5, 4.5));
    rows.push_back(quant("exl3-6.0", "EXL3 6.0 bpw", QuantFamily::Exl3, 6, 5.607, 5.911, 6, 16, 16));
    return rows;
}

std::vector<InferenceEngine> engines()
{
    std::vector<InferenceEngine> rows;
    rows.push_back(engine("llama.cpp", "llama.cpp (llama-server)", false, true, true, true, BatchingKind::Slots, 1, 256,
                          "NVIDIA;AMD;Intel;Apple;CPU", "f16;f32;bf16;q8_0;q5_1;q5_0;q4_1;q4_0;iq4_nl"));
    rows.push_back(engine("ollama", "Ollama", false, true, true, true, BatchingKind::Slots, 1, 256,
                          "NVIDIA;AMD;Intel;Apple;CPU", "f16;q8_0;q4_0"));
    rows.push_back(engine("ik_llama.cpp", "ik_llama.cpp", true, true, true, true, BatchingKind::Slots, 1, 256,
                          "NVIDIA;CPU", "f16;bf16;q8_0;q6_0;q5_0;q5_1;q4_0;q4_1;iq4_nl;q8_kv"));
    rows.push_back(engine("vllm", "vLLM", true, true, true, false, BatchingKind::Continuous, 0.92, 16,
                          "NVIDIA;AMD;Intel;CPU", "f16;bf16;fp8"));
    rows.push_back(engine("mlx", "MLX (mlx-lm)", true, true, false, false, BatchingKind::Slots, 1, 256, "Apple;NVIDIA",
                          "f16;bf16;q8;q6;q5;q4;q3;q2"));
    rows.push_back(engine("exllamav3", "ExLlamaV3 (TabbyAPI)", true, true, false, false, BatchingKind::Continuous, 1,
                          256, "NVIDIA", "f16;q8;q6;q5;q4;q3;q2"));
    rows.push_back(engine("transformers", "Hugging Face Transformers / PEFT", true, true, true, false,
                          BatchingKind::Slots, 1, 1, "NVIDIA;AMD;Apple;Intel;CPU", "f16;bf16;int8;int4;int2"));
    return rows;
}

std::vector<Gpu> cards()
{
    std::vector<Gpu> rows;
    rows.push_back(card("rtx-3090", "GeForce RTX 3090", "NVIDIA", "Ampere", "GDDR6X", 24576, 936.2, 71, 4, 112.5, 1));
    rows.push_back(
        card("rtx-4090", "GeForce RTX 4090", "NVIDIA", "Ada Lovelace", "GDDR6X", 24564, 1008.4, 165.2, 4, 0, 0));
    rows.push_back(
        card("rtx-3060-12gb", "GeForce RTX 3060 12GB", "NVIDIA", "Ampere", "GDDR6", 12288, 360, 25.5, 4, 0, 0));
    rows.push_back(card("h100-sxm5-80gb", "H100 SXM5 80GB", "NVIDIA", "Hopper", "HBM3", 81559, 3350, 989.4, 5, 900, 7));
    rows.push_back(card("rx-7900-xtx", "Radeon RX 7900 XTX", "AMD", "RDNA 3", "GDDR6", 24560, 960, 122.8, 4, 0, 0));
    return rows;
}

SpeedCoefficients coefficients(const char *engineId, const char *family, double eta, double kv, double layerUs,
                               double moeUs, double requestUs, double prefill)
{
    SpeedCoefficients row;
    row.engineId = QString::fromLatin1(engineId);
    row.deviceFamily = QString::fromLatin1(family);
    row.decodeEfficiency = eta;
    row.kvEfficiency = kv;
    row.perLayer = Seconds(layerUs * 1e-6);
    row.perMoeLayer = Seconds(moeUs * 1e-6);
    row.perRequest = Seconds(requestUs * 1e-6);
    row.prefillEfficiency = prefill;
    row.spread = 0.15;
    row.measurements = 20;
    row.source = QStringLiteral("test");
    return row;
}

} // namespace

const Catalog &knownCatalog()
{
    static const Catalog catalog = [] {
        Catalog c;
        c.models = Table<LlmModel>(knownModels());
        c.quantizations = Table<Quantization>(quantizations());
        c.engines = Table<InferenceEngine>(engines());
        c.gpus = Table<Gpu>(cards());
        c.speedCoefficients = {coefficients("llama.cpp", "Ampere", 0.85, 0.6, 47, 113, 20, 0.6),
                               coefficients("llama.cpp", "Ada Lovelace", 0.90, 0.9, 40, 54, 20, 0.5),
                               coefficients("vllm", "Ampere", 0.85, 0.7, 25, 45, 18, 0.5),
                               coefficients("", "CPU", 0.6, 0.4, 15, 40, 30, 0.4),
                               coefficients("", "*", 0.7, 0.45, 70, 115, 20, 0.4)};
        return c;
    }();
    return catalog;
}

Machine machineWith(const std::vector<const char *> &gpuIds, Bytes hostMemory, BytesPerSecond hostBandwidth)
{
    Machine machine;
    for (const char *id : gpuIds) {
        const Gpu *gpu = knownCatalog().gpus.find(QString::fromLatin1(id));
        Q_ASSERT(gpu);
        Device device;
        device.item = ItemId{int(machine.devices.size()) + 1};
        device.name = gpu->info.name;
        device.gpu = gpu;
        device.family = deviceFamily(*gpu);
        device.vendor = gpu->info.vendor;
        device.memory = gpu->usableMemory;
        device.bandwidth = gpu->bandwidth;
        device.fp16 = gpu->fp16;
        device.link = gpu->link;
        machine.devices.push_back(device);
    }
    PeerLink link;
    link.perDirection = fromGBPerSecond(31.5);
    link.latency = Seconds(1.3e-6);
    link.name = QStringLiteral("PCIe 4.0 x16");
    machine.links.assign(gpuIds.size() * gpuIds.size(), link);
    machine.host.memory = hostMemory;
    machine.host.bandwidth = hostBandwidth;
    return machine;
}

ResolvedDeployment deploymentOf(const char *model, const char *quantId, const char *engineId, int context)
{
    Deployment settings;
    settings.modelId = QString::fromLatin1(model);
    settings.quantId = QString::fromLatin1(quantId);
    settings.engineId = QString::fromLatin1(engineId);
    settings.contextTokens = context;
    const std::optional<ResolvedDeployment> resolved = resolve(settings, knownCatalog());
    Q_ASSERT(resolved);
    return *resolved;
}

} // namespace rigwright::test
