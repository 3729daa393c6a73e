// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/memory/fine_tuning_limits.h"
#include "tests/core/memory/published_tuning.h"
#include "tests/support/known_rows.h"

#include <rapidcheck.h>

using namespace rigwright;
using namespace rigwright::test;

namespace {

/// Dense models, mixtures, tied tables and latent attention.
std::vector<LlmModel> models()
{
    std::vector<LlmModel> rows = knownModels();
    for (const DenseGeometry &geometry : {kLlama32of3B, kLlama31of8B, kLlama31of405B, kQwen7B})
        rows.push_back(denseModel(geometry));
    return rows;
}

struct AnyJob
{
    LlmModel model = *rc::gen::elementOf(models());
    Quantization base = *rc::gen::element(doubleQuantizedNf4(), gptqInt4());
    FineTuning settings;
    int gpus = *rc::gen::inRange(1, 9);

    AnyJob()
    {
        settings.method = *rc::gen::element(TuningMethod::Full, TuningMethod::Lora, TuningMethod::QLora);
        settings.precision = *rc::gen::element(TrainingPrecision::Fp32, TrainingPrecision::MixedFp32Weights,
                                               TrainingPrecision::Mixed16BitWeights, TrainingPrecision::Pure16Bit);
        settings.optimizer =
            *rc::gen::element(TrainingOptimizer::AdamW, TrainingOptimizer::AdamW8Bit, TrainingOptimizer::Adafactor);
        settings.pagedOptimizer = *rc::gen::arbitrary<bool>();
        settings.rank = *rc::gen::inRange(1, 65);
        settings.targets = *rc::gen::element(kAllLinear, kAttentionTargets, LoraTargets(LoraTarget::Query));
        settings.sequence = *rc::gen::inRange(1, 65537);
        settings.microBatch = *rc::gen::inRange(1, 9);
        settings.accumulation = *rc::gen::inRange(1, 9);
        settings.stepInBackward = settings.accumulation == 1 && *rc::gen::arbitrary<bool>();
        settings.checkpointing = *rc::gen::arbitrary<bool>();
        settings.offloadActivations = *rc::gen::arbitrary<bool>();
        settings.flashAttention = *rc::gen::arbitrary<bool>();
        settings.fusedKernels = *rc::gen::arbitrary<bool>();
        settings.logits = *rc::gen::element(LossLogits::Whole, LossLogits::Chunked, LossLogits::Fused);
        settings.sharding =
            *rc::gen::element(Sharding::None, Sharding::Zero1, Sharding::Zero2, Sharding::Zero3, Sharding::Fsdp);
        settings.shardEmbeddings = *rc::gen::arbitrary<bool>();
    }
    Machine machine() const
    {
        const std::vector<const char *> cards(std::size_t(gpus), "h100-sxm5-80gb");
        return machineWith(cards, bytesFromGiB(65536));
    }
    FineTuningPlan plan() const { return planFineTuning(machine(), {&model, &base, settings}); }
    Bytes total() const
    {
        const FineTuningPlan made = plan();
        RC_ASSERT(made.refusal.isEmpty());
        RC_LOG() << qPrintable(model.name) << ", method " << int(settings.method) << ", precision "
                 << int(settings.precision) << ", optimizer " << int(settings.optimizer) << ", sharding "
                 << int(settings.sharding) << ", " << gpus << " GPUs, peak " << int(made.peak) << ": weights "
                 << made.weights.value.base() << ", adapters " << made.adapters.value.base() << ", gradients "
                 << made.gradients.value.base() << ", optimizer " << made.optimizer.value.base() << ", activations "
                 << made.activations.value.base() << ", logits " << made.logits.value.base() << ", buffers "
                 << made.buffers.value.base() << ", overhead " << made.overhead.value.base() << std::endl;
        return made.total();
    }
};

} // namespace

class TestFineTuningProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void moreGpus();
    void longerSequences();
    void higherRank();
    void checkpointing();
    void flashAttention();
    void methods();
    void offloading();
    void smallerLogits();
    void theMargin();
    void theLongestSequence();
    void theLargestMicroBatch();
};

void TestFineTuningProperties::moreGpus()
{
    QVERIFY(rc::check("more GPUs never need more of each when everything is divided", [] {
        AnyJob job;
        job.settings.sharding = *rc::gen::element(Sharding::Zero3, Sharding::Fsdp);
        job.settings.offloadState = *rc::gen::arbitrary<bool>();
        const Bytes before = job.total();
        job.gpus += *rc::gen::inRange(1, 9);
        RC_ASSERT(job.total() <= before);
    }));
}
void TestFineTuningProperties::longerSequences()
{
    QVERIFY(rc::check("longer sequences never need less", [] {
        AnyJob job;
        const Bytes before = job.total();
        job.settings.sequence += *rc::gen::inRange(1, 65536);
        RC_ASSERT(job.total() >= before);
    }));
}
void TestFineTuningProperties::higherRank()
{
    QVERIFY(rc::check("a higher rank never needs less", [] {
        AnyJob job;
        const Bytes before = job.total();
        job.settings.rank += *rc::gen::inRange(1, 256);
        RC_ASSERT(job.total() >= before);
    }));
}
void TestFineTuningProperties::checkpointing()
{
    QVERIFY(rc::check("checkpointing never needs more", [] {
        AnyJob job;
        job.settings.checkpointing = false;
        const Bytes before = job.total();
        job.settings.checkpointing = true;
        RC_ASSERT(job.total() <= before);
    }));
}
void TestFineTuningProperties::flashAttention()
{
    QVERIFY(rc::check("flash attention and fused kernels never need more", [] {
        AnyJob job;
        job.settings.flashAttention = job.settings.fusedKernels = false;
        const Bytes plain = job.total();
        job.settings.flashAttention = true;
        const Bytes flash = job.total();
        RC_ASSERT(flash <= plain);
        job.settings.fusedKernels = true;
        RC_ASSERT(job.total() <= flash);
    }));
}
void TestFineTuningProperties::methods()
{
    QVERIFY(rc::check("QLoRA needs no more than LoRA, and LoRA no more than training everything", [] {
        AnyJob job;
        // Without gradients and optimizer on the card, adapters can be more than what they save.
        job.settings.pagedOptimizer = job.settings.stepInBackward = false;
        job.settings.method = TuningMethod::Full;
        const Bytes full = job.total();
        job.settings.method = TuningMethod::Lora;
        const Bytes lora = job.total();
        RC_ASSERT(lora <= full);
        job.settings.method = TuningMethod::QLora;
        RC_ASSERT(job.total() <= lora);
    }));
}
void TestFineTuningProperties::offloading()
{
    QVERIFY(rc::check("what waits in RAM is not on the card", [] {
        AnyJob job;
        job.settings.pagedOptimizer = false;
        const FineTuningPlan resident = job.plan();
        job.settings.pagedOptimizer = true;
        const FineTuningPlan paged = job.plan();
        RC_ASSERT(paged.total() <= resident.total());
        RC_ASSERT(paged.host >= resident.host);
    }));
}
void TestFineTuningProperties::smallerLogits()
{
    QVERIFY(rc::check("chunked and fused losses never hold more logits", [] {
        AnyJob job;
        job.settings.logits = LossLogits::Fused;
        const Bytes fused = job.total();
        job.settings.logits = LossLogits::Whole;
        RC_ASSERT(fused <= job.total());
    }));
}
void TestFineTuningProperties::theMargin()
{
    QVERIFY(rc::check("the margin is what the total leaves, and decides", [] {
        const AnyJob job;
        const FineTuningPlan plan = job.plan();
        const Bytes memory = machineWith({"h100-sxm5-80gb"}).devices[0].memory;
        RC_ASSERT(plan.margin == memory - plan.total());
        RC_ASSERT(plan.fits() == (plan.margin >= Bytes()));
    }));
}
void TestFineTuningProperties::theLongestSequence()
{
    QVERIFY(rc::check("the longest sequence fits and one step more does not", [] {
        AnyJob job;
        const int most = job.model.maxContext > 0 ? job.model.maxContext : kLongestSequence;
        const int longest = longestSequence(job.machine(), {&job.model, &job.base, job.settings});
        RC_ASSERT(longest % kSequenceStep == 0 && longest >= 0 && longest <= most);
        job.settings.sequence = longest;
        RC_ASSERT(longest == 0 || job.plan().fits());
        job.settings.sequence = longest + kSequenceStep;
        RC_ASSERT(job.settings.sequence > most || !job.plan().fits());
    }));
}
void TestFineTuningProperties::theLargestMicroBatch()
{
    QVERIFY(rc::check("the largest micro-batch fits and one sequence more does not", [] {
        AnyJob job;
        const int largest = largestMicroBatch(job.machine(), {&job.model, &job.base, job.settings});
        RC_ASSERT(largest >= 0 && largest <= kLargestMicroBatch);
        job.settings.microBatch = largest;
        RC_ASSERT(largest == 0 || job.plan().fits());
        job.settings.microBatch = largest + 1;
        RC_ASSERT(largest == kLargestMicroBatch || !job.plan().fits());
    }));
}

QTEST_GUILESS_MAIN(TestFineTuningProperties)
#include "tst_fine_tuning_properties.moc"
