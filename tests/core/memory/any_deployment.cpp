// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/memory/any_deployment.h"

#include "tests/support/known_rows.h"

#include <rapidcheck.h>

#include <sstream>

namespace rigwright::test {

namespace {

struct EngineChoice
{
    const char *id;
    std::vector<const char *> quants;
};
const std::vector<EngineChoice> kEngines{
    {"llama.cpp", {"q2_k", "q4_0", "q4_k_m", "q6_k", "q8_0", "f16"}},
    {"ik_llama.cpp", {"q4_k_m", "iq4_xs", "q8_0"}},
    {"ollama", {"q4_k_m", "q8_0"}},
    {"vllm", {"bf16", "fp8", "awq-4bit-g128"}},
    {"exllamav3", {"exl3-6.0"}},
    {"mlx", {"mlx-4bit"}},
    {"transformers", {"bf16"}},
};
const std::vector<const char *> kCards{"rtx-3090", "rtx-4090", "rtx-3060-12gb", "h100-sxm5-80gb", "rx-7900-xtx"};

/// Parameter classes and cache sizes that follow from a geometry.
void count(LlmModel &m)
{
    const qint64 hidden = m.hiddenSize;
    const qint64 layers = m.layers;
    const qint64 mixture = m.isMixtureOfExperts() ? layers - m.denseLayers : 0;
    m.classes.embedding = hidden * m.vocabularySize;
    m.classes.outputHead = m.tiedEmbeddings ? 0 : m.classes.embedding;
    m.classes.attention = 2 * layers * hidden * (m.attentionHeads + m.kvHeads) * m.headDim;
    m.classes.denseFfn = 3 * (layers - mixture) * hidden * m.ffnSize;
    m.classes.experts = 3 * mixture * m.experts * hidden * m.expertFfnSize;
    m.classes.sharedExperts = 3 * mixture * m.sharedExperts * hidden * m.expertFfnSize;
    m.classes.routerNormOther = (2 * layers + 1) * hidden + mixture * hidden * m.experts;
    m.totalParameters = m.activeParameters = m.classes.embedding + m.classes.outputHead + m.classes.attention
                                             + m.classes.denseFfn + m.classes.experts + m.classes.sharedExperts
                                             + m.classes.routerNormOther;
    const qint64 perLayer =
        m.attention == AttentionKind::Mla ? 2LL * (m.kvLoraRank + m.ropeHeadDim) : 2LL * 2 * m.kvHeads * m.headDim;
    m.kvBytesPerTokenGlobalF16 = m.fullAttentionLayers * perLayer;
    m.kvBytesPerTokenSlidingF16 = m.slidingWindowLayers * perLayer;
    m.recurrentStateBytesF32 = m.linearAttentionLayers * 4LL * hidden * 128;
}

std::shared_ptr<const LlmModel> anyModel()
{
    auto m = std::make_shared<LlmModel>();
    m->id = m->name = QStringLiteral("any");
    m->layers = *rc::gen::inRange(1, 100);
    m->hiddenSize = 64 * *rc::gen::inRange(4, 200);
    m->headDim = *rc::gen::element(64, 80, 128, 256);
    m->kvHeads = *rc::gen::inRange(1, 17);
    m->attentionHeads = m->kvHeads * *rc::gen::inRange(1, 9);
    m->ffnSize = 64 * *rc::gen::inRange(8, 500);
    m->vocabularySize = *rc::gen::inRange(1000, 262145);
    m->tiedEmbeddings = *rc::gen::arbitrary<bool>();
    m->maxContext = *rc::gen::element(2048, 8192, 32768, 131072, 1000000);
    m->fullAttentionLayers = m->layers;
    switch (*rc::gen::inRange(0, 4)) {
    case 1: // sliding windows
        m->slidingWindow = *rc::gen::element(128, 512, 1024, 4096);
        m->slidingWindowLayers = *rc::gen::inRange(0, m->layers + 1);
        m->fullAttentionLayers -= m->slidingWindowLayers;
        break;
    case 2: // layers with a state instead of a cache
        m->attention = AttentionKind::HybridLinear;
        m->linearAttentionLayers = *rc::gen::inRange(0, m->layers + 1);
        m->fullAttentionLayers -= m->linearAttentionLayers;
        break;
    case 3:
        m->attention = AttentionKind::Mla;
        m->kvLoraRank = 512;
        m->ropeHeadDim = 64;
        m->qLoraRank = 1536;
        m->valueHeadDim = 128;
        break;
    default: break;
    }
    if (*rc::gen::arbitrary<bool>()) {
        m->experts = *rc::gen::element(8, 64, 128);
        m->activeExperts = *rc::gen::inRange(1, 9);
        m->sharedExperts = *rc::gen::inRange(0, 3);
        m->expertFfnSize = 64 * *rc::gen::inRange(4, 40);
        m->denseLayers = *rc::gen::inRange(0, std::min(4, m->layers + 1));
    }
    count(*m);
    return m;
}

EngineSettings anyEngineSettings()
{
    EngineSettings s;
    s.flashAttention = *rc::gen::element<std::optional<bool>>(std::nullopt, true, false);
    s.physicalBatch = *rc::gen::element(0, 128, 512, 2048, 4096);
    s.batchedTokens = *rc::gen::element(0, 2048, 8192);
    s.memoryShare = *rc::gen::element(0.0, 0.5, 0.9, 0.98);
    s.graphs = *rc::gen::arbitrary<bool>();
    s.fullWindowCache = *rc::gen::arbitrary<bool>();
    s.separateSlots = *rc::gen::arbitrary<bool>();
    s.expertStaging = *rc::gen::arbitrary<bool>();
    s.logitsRows =
        *rc::gen::element<std::optional<LogitsRows>>(std::nullopt, LogitsRows::WholeBatch, LogitsRows::PerSlot);
    s.importanceMatrix = *rc::gen::arbitrary<bool>();
    s.imageEncoder = *rc::gen::element<std::optional<bool>>(std::nullopt, true, false);
    return s;
}

AnyDeployment deploymentWith(const EngineChoice &engine, Bytes hostMemory)
{
    const int count = *rc::gen::inRange(1, 9);
    const bool mixed = *rc::gen::arbitrary<bool>();
    std::vector<const char *> cards(std::size_t(count), *rc::gen::elementOf(kCards));
    if (mixed)
        for (const char *&card : cards)
            card = *rc::gen::elementOf(kCards);

    AnyDeployment any;
    any.machine = machineWith(cards, hostMemory, fromGBPerSecond(80));
    static const std::vector<LlmModel> known = knownModels();
    const std::size_t pick = *rc::gen::inRange<std::size_t>(0, known.size());
    any.deployment = deploymentOf(known[pick].id.toLatin1().constData(), *rc::gen::elementOf(engine.quants), engine.id,
                                  *rc::gen::inRange(1, 200000));
    if (*rc::gen::arbitrary<bool>()) {
        any.own = anyModel();
        any.deployment.model = any.own.get();
    }
    Deployment &settings = any.settings();
    settings.concurrency = *rc::gen::inRange(1, 17);
    const QStringList &types = any.deployment.engine->kvTypes;
    settings.kvType = types.at(*rc::gen::inRange<qsizetype>(0, types.size()));
    settings.engineSettings = anyEngineSettings();
    return any;
}

} // namespace

AnyDeployment anyDeployment()
{
    AnyDeployment any = deploymentWith(*rc::gen::elementOf(kEngines), {});
    Parallelism &wish = any.settings().parallelism;
    wish.offload = Offload::None;
    wish.split = *rc::gen::element(SplitMode::Automatic, SplitMode::Single, SplitMode::Layer, SplitMode::Tensor);
    wish.replicas = *rc::gen::element(1, 1, 1, 2);
    return any;
}

AnyDeployment anyLlamaDeployment()
{
    AnyDeployment any = deploymentWith(kEngines.front(), bytesFromGiB(*rc::gen::element(32, 128, 2048)));
    any.settings().parallelism.split = *rc::gen::element(SplitMode::Automatic, SplitMode::Single, SplitMode::Layer);
    return any;
}

std::string AnyDeployment::text() const
{
    const LlmModel &m = *deployment.model;
    const Deployment &s = deployment.settings;
    const EngineSettings &e = s.engineSettings;
    std::ostringstream out;
    out << qPrintable(deployment.engine->id) << ' ' << qPrintable(deployment.quant->id) << ' ' << qPrintable(m.id)
        << ": layers " << m.layers << " hidden " << m.hiddenSize << " heads " << m.attentionHeads << '/' << m.kvHeads
        << 'x' << m.headDim << " vocabulary " << m.vocabularySize << " tied " << m.tiedEmbeddings << " attention "
        << int(m.attention) << " full " << m.fullAttentionLayers << " window " << m.slidingWindow << 'x'
        << m.slidingWindowLayers << " linear " << m.linearAttentionLayers << " experts " << m.experts << " dense "
        << m.denseLayers << " max " << m.maxContext << "\ncontext " << s.contextTokens << " x" << s.concurrency << ' '
        << qPrintable(s.kvType) << " split " << int(s.parallelism.split) << " replicas " << s.parallelism.replicas
        << " ngl " << s.parallelism.gpuLayers << " n-cpu-moe " << s.parallelism.hostExpertLayers << " flash "
        << e.flashAttention.value_or(true) << " ub " << e.physicalBatch << " tokens " << e.batchedTokens << " share "
        << e.memoryShare << " graphs " << e.graphs << " swa-full " << e.fullWindowCache << " separate "
        << e.separateSlots << " staging " << e.expertStaging << " rows " << (e.logitsRows ? int(*e.logitsRows) : -1)
        << " imatrix " << e.importanceMatrix << "\ncards";
    for (const Device &device : machine.devices)
        out << ' ' << qPrintable(device.gpu->info.id);
    out << " RAM " << toMiB(machine.host.memory) << " MiB\n";
    return out.str();
}

std::string text(const MemoryPlan &plan)
{
    std::ostringstream out;
    out << "verdict " << int(plan.verdict) << ' ' << qPrintable(plan.refusal) << " split " << int(plan.split) << " tp "
        << plan.tensorWays << " pp " << plan.pipelineWays << " host layers " << plan.hostLayers << " experts "
        << plan.hostExpertLayers << " margin " << toMiB(plan.margin) << '\n';
    const auto add = [&out](const MemoryUse &use) {
        out << "  weights " << toMiB(use.weights) << " cache " << toMiB(use.kvCache) << " compute "
            << toMiB(use.compute) << " overhead " << toMiB(use.overhead) << '\n';
    };
    for (std::size_t i = 0; i < plan.use.size(); ++i) {
        out << "  " << plan.layers[i] << " layers";
        add(plan.use[i]);
    }
    out << "  host    ";
    add(plan.host);
    return out.str();
}

bool samePlacement(const MemoryPlan &a, const MemoryPlan &b)
{
    return a.split == b.split && a.tensorWays == b.tensorWays && a.pipelineWays == b.pipelineWays
           && a.devices == b.devices && a.layers == b.layers && a.hostLayers == b.hostLayers
           && a.hostExpertLayers == b.hostExpertLayers;
}

} // namespace rigwright::test
