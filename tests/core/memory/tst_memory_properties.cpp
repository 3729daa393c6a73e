// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every model on every machine with every setting.
#include <QTest>

#include "tests/core/memory/any_deployment.h"
#include "tests/support/known_rows.h"

#include <rapidcheck.h>

#include <numeric>

using namespace rigwright;
using test::AnyDeployment;
using test::anyDeployment;
using test::anyLlamaDeployment;
using test::samePlacement;
using test::text;

namespace {

constexpr int kContextStep = 256;
constexpr int kMostRequests = 4096;

/// No part of no device is smaller than before.
void assertNeedsNoLess(const AnyDeployment &any, const MemoryPlan &before, const MemoryPlan &after)
{
    RC_LOG() << any.text() << "before " << text(before) << "after " << text(after);
    RC_CLASSIFY(samePlacement(before, after), "in the same place");
    if (!samePlacement(before, after))
        return; // on other devices in other parts: only comparable where both fit
    RC_ASSERT(after.sum().total() >= before.sum().total());
    for (std::size_t i = 0; i < before.use.size(); ++i) {
        RC_ASSERT(after.use[i].kvCache >= before.use[i].kvCache);
        RC_ASSERT(after.use[i].total() >= before.use[i].total());
    }
    RC_ASSERT(after.host.total() >= before.host.total());
    RC_ASSERT(after.margin <= before.margin);
    RC_ASSERT(after.busiest >= before.busiest);
}

} // namespace

class TestMemoryProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void moreNeverNeedsLess();
    void whatFitsKeepsFitting();
    void partsMakeTheWhole();
    void longestContextIsTheLongest();
    void mostRequestsAreTheMost();
    void bestQuantizationIsTheBest();
    void capacityIsAllThree();
    void headsThatDoNotDivideAreRefused();
    void manualSettingsAreHonoured();
    void ownSharesAreHonoured();
    void otherDevicesGetNothing();
    void occupiedMemoryOnlyTakes();
    void verdictFollowsTheMargin();
};

void TestMemoryProperties::moreNeverNeedsLess()
{
    QVERIFY(rc::check("more context never needs less memory", [] {
        AnyDeployment any = anyDeployment();
        const MemoryPlan before = any.plan();
        any.settings().contextTokens += *rc::gen::inRange(1, 50000);
        assertNeedsNoLess(any, before, any.plan());
    }));
    QVERIFY(rc::check("more requests never need less memory", [] {
        AnyDeployment any = anyDeployment();
        const MemoryPlan before = any.plan();
        any.settings().concurrency += *rc::gen::inRange(1, 20);
        assertNeedsNoLess(any, before, any.plan());
    }));
}

void TestMemoryProperties::whatFitsKeepsFitting()
{
    QVERIFY(rc::check("with less context", [] {
        AnyDeployment any = anyDeployment();
        any.settings().contextTokens = *rc::gen::inRange(2, 20000);
        const MemoryPlan before = any.plan();
        any.settings().contextTokens = *rc::gen::inRange(1, any.settings().contextTokens);
        const MemoryPlan after = any.plan();
        RC_LOG() << any.text() << "before " << text(before) << "after " << text(after);
        RC_CLASSIFY(before.fits(), "fits");
        RC_ASSERT(!before.fits() || after.fits());
    }));
    QVERIFY(rc::check("with fewer requests", [] {
        AnyDeployment any = anyDeployment();
        any.settings().contextTokens = *rc::gen::inRange(1, 4000);
        const MemoryPlan before = any.plan();
        any.settings().concurrency = *rc::gen::inRange(1, any.settings().concurrency + 1);
        const MemoryPlan after = any.plan();
        RC_LOG() << any.text() << "before " << text(before) << "after " << text(after);
        RC_CLASSIFY(before.fits(), "fits");
        RC_ASSERT(!before.fits() || after.fits());
    }));
    QVERIFY(rc::check("with a smaller cache type", [] {
        AnyDeployment any = anyDeployment();
        any.settings().contextTokens = *rc::gen::inRange(1, 20000);
        // From 16 bit to a block type builds of 2026-07 on gain a scratch buffer; between block types none does.
        const bool blocks = any.deployment.engine->kvTypes.contains(QLatin1String("q4_0"));
        any.settings().kvType = blocks ? QStringLiteral("q8_0") : QStringLiteral("f16");
        const MemoryPlan before = any.plan();
        any.settings().kvType = blocks                                                          ? QStringLiteral("q4_0")
                                : any.deployment.engine->kvTypes.contains(QLatin1String("fp8")) ? QStringLiteral("fp8")
                                                                                                : QStringLiteral("q4");
        const MemoryPlan after = any.plan();
        RC_LOG() << any.text() << "before " << text(before) << "after " << text(after);
        RC_CLASSIFY(before.fits(), "fits");
        RC_ASSERT(!before.fits() || after.fits());
    }));
    QVERIFY(rc::check("with a smaller quantization", [] {
        AnyDeployment any = anyLlamaDeployment();
        any.settings().parallelism.offload = Offload::None;
        any.settings().contextTokens = *rc::gen::inRange(1, 20000);
        static const std::vector<const char *> kSizes{"f16", "q8_0", "q6_k", "q5_k_m", "q4_k_m", "q2_k"};
        const std::size_t larger = *rc::gen::inRange<std::size_t>(0, kSizes.size() - 1);
        const auto quant = [](std::size_t i) {
            return test::knownCatalog().quantizations.find(QString::fromLatin1(kSizes[i]));
        };
        any.deployment.quant = quant(larger);
        const MemoryPlan before = any.plan();
        any.deployment.quant = quant(larger + 1);
        const MemoryPlan after = any.plan();
        RC_LOG() << any.text() << "before " << text(before) << "after " << text(after);
        RC_CLASSIFY(before.fits(), "fits");
        RC_ASSERT(!before.fits() || after.fits());
    }));
}

void TestMemoryProperties::partsMakeTheWhole()
{
    QVERIFY(rc::check("devices and host add up, and every layer is placed", [] {
        const bool ram = *rc::gen::arbitrary<bool>();
        const AnyDeployment any = ram ? anyLlamaDeployment() : anyDeployment();
        const MemoryPlan plan = any.plan();
        RC_LOG() << any.text() << text(plan);
        if (plan.verdict == FitVerdict::Refused) {
            RC_ASSERT(!plan.refusal.isEmpty());
            return;
        }
        RC_ASSERT(plan.use.size() == plan.devices.size());
        RC_ASSERT(plan.layers.size() == plan.devices.size());
        Bytes total = plan.host.total();
        Bytes busiest;
        for (const MemoryUse &use : plan.use) {
            for (const Bytes part : {use.weights, use.kvCache, use.compute, use.overhead})
                RC_ASSERT(part >= Bytes());
            total += use.total();
            busiest = std::max(busiest, use.total());
        }
        RC_ASSERT(total == plan.sum().total());
        RC_ASSERT(busiest == plan.busiest);
        const int layers = std::accumulate(plan.layers.begin(), plan.layers.end(), plan.hostLayers);
        if (plan.split == SplitMode::Single || plan.split == SplitMode::Layer)
            RC_ASSERT(layers == any.deployment.model->layers * plan.replicas);
    }));
    QVERIFY(rc::check("a file's bytes are all placed, once", [] {
        AnyDeployment any = anyDeployment();
        any.settings().engineSettings.importanceMatrix = false; // weightBytes() is of the file without
        any.settings().engineSettings.imageEncoder = false;
        any.settings().parallelism.replicas = 1;
        any.settings().parallelism.split = SplitMode::Layer;
        const MemoryPlan plan = any.plan();
        RC_LOG() << any.text() << text(plan);
        if (any.deployment.engine->id != QLatin1String("llama.cpp") || plan.verdict == FitVerdict::Refused
            || any.deployment.quant->family != QuantFamily::Gguf) // F16: norms have 32 bit in a GGUF file only
            return;
        const double file = double(weightBytes(*any.deployment.model, *any.deployment.quant).base());
        const double placed = double(plan.sum().weights.base());
        RC_ASSERT(placed >= file - 16);                                         // one byte of rounding per part
        RC_ASSERT(any.deployment.model->tiedEmbeddings || placed <= file + 16); // a tied table is in both memories
    }));
}

void TestMemoryProperties::longestContextIsTheLongest()
{
    QVERIFY(rc::check("the longest context fits and one step more does not", [] {
        AnyDeployment any = anyDeployment();
        const int longest = longestContext(any.machine, any.deployment);
        const int step = std::min(kContextStep, any.deployment.model->maxContext);
        RC_LOG() << any.text() << "longest " << longest << '\n';
        RC_CLASSIFY(longest > 0, "fits");
        RC_ASSERT(longest % step == 0);
        RC_ASSERT(longest <= any.deployment.model->maxContext);
        if (longest > 0) {
            any.settings().contextTokens = longest;
            RC_ASSERT(any.plan().fits());
        }
        if (longest + step <= any.deployment.model->maxContext) {
            any.settings().contextTokens = longest + step;
            RC_LOG() << text(any.plan());
            RC_ASSERT(!any.plan().fits());
        }
    }));
    QVERIFY(rc::check("the longest context fits also where system RAM may help", [] {
        AnyDeployment any = anyLlamaDeployment();
        const int longest = longestContext(any.machine, any.deployment);
        any.settings().contextTokens = longest;
        RC_LOG() << any.text() << text(any.plan());
        RC_ASSERT(longest == 0 || any.plan().fits());
    }));
}

void TestMemoryProperties::mostRequestsAreTheMost()
{
    QVERIFY(rc::check("the most requests fit and one more does not", [] {
        AnyDeployment any = anyDeployment();
        const int most = mostRequests(any.machine, any.deployment);
        RC_LOG() << any.text() << "most " << most << '\n';
        any.settings().concurrency = most;
        if (most > 0)
            RC_ASSERT(any.plan().fits());
        any.settings().concurrency = most + 1;
        if (most < kMostRequests)
            RC_ASSERT(!any.plan().fits());
    }));
}

void TestMemoryProperties::bestQuantizationIsTheBest()
{
    QVERIFY(rc::check("the best quantization fits and none with more bits does", [] {
        AnyDeployment any = anyDeployment();
        any.settings().contextTokens = *rc::gen::inRange(1, 20000);
        const Quantization *best = bestQuantization(any.machine, any.deployment, test::knownCatalog());
        RC_LOG() << any.text() << "best " << (best ? qPrintable(best->id) : "none") << '\n';
        const QuantFamily family = any.deployment.quant->family;
        for (const Quantization &other : test::knownCatalog().quantizations) {
            if (other.family != family)
                continue;
            any.deployment.quant = &other;
            const bool fits = any.plan().fits();
            if (best && other.id == best->id)
                RC_ASSERT(fits);
            else if (!best || other.bitsPerWeight > best->bitsPerWeight)
                RC_ASSERT(!fits);
        }
    }));
}

void TestMemoryProperties::capacityIsAllThree()
{
    QVERIFY(rc::check("capacityFor() gives what the single questions give", [] {
        const bool ram = *rc::gen::arbitrary<bool>();
        const AnyDeployment any = ram ? anyLlamaDeployment() : anyDeployment();
        const Capacity capacity = capacityFor(any.machine, any.deployment);
        RC_LOG() << any.text();
        RC_ASSERT(capacity.longestContext == longestContext(any.machine, any.deployment));
        RC_ASSERT(capacity.mostRequests == mostRequests(any.machine, any.deployment));
        RC_ASSERT(capacity.plan.sum() == any.plan().sum());
        RC_ASSERT(capacity.plan.fits() == any.plan().fits());
    }));
}

void TestMemoryProperties::headsThatDoNotDivideAreRefused()
{
    QVERIFY(rc::check("tensor parallelism divides the heads or says why not", [] {
        AnyDeployment any = anyDeployment();
        const int ways = *rc::gen::inRange(2, 9);
        any.machine = test::machineWith(std::vector<const char *>(8, "h100-sxm5-80gb"));
        any.settings().parallelism = {};
        any.settings().parallelism.offload = Offload::None;
        any.settings().parallelism.split = SplitMode::Tensor;
        any.settings().parallelism.tensorWays = ways;
        any.deployment.engine = test::knownCatalog().engines.find(QStringLiteral("vllm"));
        any.settings().kvType = QStringLiteral("f16");
        const LlmModel &model = *any.deployment.model;
        const MemoryPlan plan = any.plan();
        RC_LOG() << any.text() << ways << " ways, " << text(plan);
        // vLLM: heads % tp == 0, and KV heads divide or are repeated; a latent cache is repeated anyway.
        const bool heads = model.attentionHeads % ways == 0;
        const bool kvHeads = model.attention == AttentionKind::Mla || model.kvHeads % ways == 0
                             || (model.kvHeads < ways && ways % model.kvHeads == 0);
        RC_ASSERT((plan.verdict != FitVerdict::Refused) == (heads && kvHeads));
        if (plan.verdict == FitVerdict::Refused)
            RC_ASSERT(plan.refusal.contains(QString::number(heads ? model.kvHeads : model.attentionHeads)));
    }));
}

void TestMemoryProperties::manualSettingsAreHonoured()
{
    QVERIFY(rc::check("--n-gpu-layers and --n-cpu-moe", [] {
        AnyDeployment any = anyLlamaDeployment();
        const LlmModel &model = *any.deployment.model;
        Parallelism &wish = any.settings().parallelism;
        const bool experts = *rc::gen::arbitrary<bool>();
        (experts ? wish.hostExpertLayers : wish.gpuLayers) = *rc::gen::inRange(experts ? 1 : 0, model.layers + 2);
        const MemoryPlan plan = any.plan();
        RC_LOG() << any.text() << text(plan);
        if (plan.verdict == FitVerdict::Refused)
            return;
        if (experts) {
            const int mixture = model.isMixtureOfExperts() ? model.layers - std::max(0, model.denseLayers) : 0;
            RC_ASSERT(plan.hostExpertLayers == std::min(wish.hostExpertLayers, mixture));
            RC_ASSERT(plan.hostLayers == 0);
        } else {
            // llama.cpp counts the output head as the last layer, which goes to the GPU first.
            const int onCards = std::max(0, wish.gpuLayers - 1);
            RC_ASSERT(plan.hostLayers == model.layers - onCards);
            RC_ASSERT(std::accumulate(plan.layers.begin(), plan.layers.end(), 0) == onCards);
        }
    }));
}

void TestMemoryProperties::ownSharesAreHonoured()
{
    QVERIFY(rc::check("--tensor-split: all layers are placed, in these shares", [] {
        AnyDeployment any = anyLlamaDeployment();
        Parallelism &wish = any.settings().parallelism;
        wish.split = SplitMode::Layer;
        wish.offload = Offload::None;
        const std::size_t devices = any.machine.devices.size();
        double sum = 0;
        for (std::size_t i = 0; i < devices; ++i) {
            wish.tensorSplit.push_back(*rc::gen::element(0, 1, 2, 5, 24));
            sum += wish.tensorSplit.back();
        }
        const MemoryPlan plan = any.plan();
        RC_LOG() << any.text() << text(plan);
        if (sum <= 0 || plan.verdict == FitVerdict::Refused)
            return;
        const int layers = any.deployment.model->layers;
        RC_ASSERT(std::accumulate(plan.layers.begin(), plan.layers.end(), 0) == layers);
        std::vector<int> placed(devices);
        for (std::size_t i = 0; i < plan.devices.size(); ++i)
            placed[plan.devices[i]] = plan.layers[i];
        for (std::size_t i = 0; i < devices; ++i) {
            RC_LOG() << "device " << i << " share " << wish.tensorSplit[i] << " layers " << placed[i] << '\n';
            // The head counts as a layer, and shares are rounded up to whole ones from the first device on.
            RC_ASSERT(std::abs(placed[i] - wish.tensorSplit[i] / sum * (layers + 1)) <= 2);
            RC_ASSERT(wish.tensorSplit[i] > 0 || placed[i] == 0);
        }
    }));
}

void TestMemoryProperties::otherDevicesGetNothing()
{
    QVERIFY(rc::check("a device that is not allowed gets nothing", [] {
        const bool ram = *rc::gen::arbitrary<bool>();
        AnyDeployment any = ram ? anyLlamaDeployment() : anyDeployment();
        std::vector<ItemId> &allowed = any.settings().parallelism.gpus;
        for (const Device &device : any.machine.devices)
            if (*rc::gen::arbitrary<bool>())
                allowed.push_back(device.item);
        const MemoryPlan plan = any.plan();
        RC_LOG() << any.text() << text(plan);
        if (allowed.empty()) // means all
            return;
        for (const std::size_t device : plan.devices)
            RC_ASSERT(std::ranges::find(allowed, any.machine.devices[device].item) != allowed.end());
    }));
}

void TestMemoryProperties::occupiedMemoryOnlyTakes()
{
    QVERIFY(rc::check("memory that others occupy only ever reduces the margin", [] {
        AnyDeployment any = anyDeployment();
        std::vector<Bytes> occupied;
        for (std::size_t i = 0; i < any.machine.devices.size(); ++i)
            occupied.push_back(bytesFromMiB(*rc::gen::element(0, 1, 500, 6000, 30000)));
        const MemoryPlan before = any.plan();
        const MemoryPlan after = any.plan(occupied);
        RC_LOG() << any.text() << "before " << text(before) << "after " << text(after);
        RC_ASSERT(!after.fits() || before.fits());
        if (samePlacement(before, after))
            RC_ASSERT(after.margin <= before.margin);
    }));
}

void TestMemoryProperties::verdictFollowsTheMargin()
{
    QVERIFY(rc::check("tight below 512 MiB or 3 % of the card, missing below nothing", [] {
        AnyDeployment any = anyDeployment();
        any.machine = test::machineWith(std::vector<const char *>(any.machine.devices.size(), "rtx-3090"));
        if (*rc::gen::arbitrary<bool>()) // near the edge
            any.settings().contextTokens = std::max(1, longestContext(any.machine, any.deployment));
        const MemoryPlan plan = any.plan();
        RC_LOG() << any.text() << text(plan);
        if (plan.verdict == FitVerdict::Refused)
            return;
        const double card = double(any.machine.devices.front().memory.base());
        RC_ASSERT(plan.verdict == verdictFor(double(plan.margin.base()), card));
        const bool tight =
            plan.margin >= Bytes() && plan.margin < std::max(bytesFromMiB(512), Bytes(qint64(0.03 * card)));
        RC_CLASSIFY(tight, "tight");
        RC_CLASSIFY(plan.margin < Bytes(), "missing");
        RC_ASSERT((plan.verdict == FitVerdict::Tight) == tight);
        RC_ASSERT((plan.verdict == FitVerdict::DoesNotFit) == (plan.margin < Bytes()));
    }));
}

QTEST_GUILESS_MAIN(TestMemoryProperties)
#include "tst_memory_properties.moc"
