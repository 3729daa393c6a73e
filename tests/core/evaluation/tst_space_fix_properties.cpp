// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/space_fix.h"
#include "core/units/format.h"
#include "tests/core/memory/any_deployment.h"
#include "tests/support/known_rows.h"

#include <QTest>

#include <rapidcheck.h>

using namespace rigwright;
using test::AnyDeployment;
using test::anyDeployment;
using test::anyLlamaDeployment;
using test::knownCatalog;

namespace {

/// A deployment of models of the catalogue: a fix is looked up there by the ids in its settings.
AnyDeployment anyKnownDeployment()
{
    const bool ram = *rc::gen::arbitrary<bool>();
    AnyDeployment any = ram ? anyLlamaDeployment() : anyDeployment();
    const auto resolved = resolve(any.settings(), knownCatalog());
    RC_ASSERT(resolved);
    any.deployment = *resolved;
    any.own.reset();
    if (ram && *rc::gen::arbitrary<bool>())
        any.settings().parallelism.offload = Offload::None;
    return any;
}

DeploymentResult resultOf(const AnyDeployment &any, const std::vector<Bytes> &occupied)
{
    DeploymentResult result;
    result.settings = any.deployment.settings;
    const Capacity capacity = capacityFor(any.machine, any.deployment, occupied);
    result.plan = capacity.plan;
    result.longestContext = capacity.longestContext;
    result.mostRequests = capacity.mostRequests;
    if (const Quantization *best = bestQuantization(any.machine, any.deployment, knownCatalog(), occupied))
        result.bestQuantId = best->id;
    return result;
}

} // namespace

class TestSpaceFixProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFixSettlesWhatItIsOfferedFor();
    void whatDoesNotFitSaysWhatIsMissing();
};

void TestSpaceFixProperties::aFixSettlesWhatItIsOfferedFor()
{
    QVERIFY(rc::check("a fix, applied, fits, and changes one thing", [] {
        const AnyDeployment any = anyKnownDeployment();
        std::vector<Bytes> occupied;
        for (std::size_t i = 0; i < any.machine.devices.size(); ++i)
            occupied.push_back(bytesFromMiB(*rc::gen::element(0, 0, 500, 6000)));
        const DeploymentResult result = resultOf(any, occupied);
        if (result.plan.verdict != FitVerdict::DoesNotFit && result.plan.verdict != FitVerdict::Tight)
            return;
        const auto fix = smallestSpaceFix(result, any.machine, knownCatalog(), occupied);
        RC_CLASSIFY(bool(fix), "has a fix");
        // The answers to the questions are changes too: where one of them fits, there is a fix.
        const bool possible = result.longestContext >= 2048 || result.mostRequests > 0 || !result.bestQuantId.isEmpty();
        RC_LOG() << any.text() << (fix ? qPrintable(fix->label) : "none") << '\n';
        RC_ASSERT(fix || !possible || result.plan.verdict == FitVerdict::Tight);
        if (!fix)
            return;
        const auto changed = resolve(fix->changed, knownCatalog());
        RC_ASSERT(changed);
        const MemoryPlan after = planMemory(any.machine, *changed, occupied);
        RC_ASSERT(after.fits());
        RC_ASSERT(after.verdict < result.plan.verdict);
        RC_ASSERT(!fix->label.isEmpty());
        const Deployment &before = result.settings;
        const int differences =
            (fix->changed.contextTokens != before.contextTokens) + (fix->changed.concurrency != before.concurrency)
            + (fix->changed.kvType != before.kvType) + (fix->changed.quantId != before.quantId)
            + (fix->changed.parallelism != before.parallelism) + (fix->changed.engineSettings != before.engineSettings);
        RC_ASSERT(differences == 1);
    }));
}

void TestSpaceFixProperties::whatDoesNotFitSaysWhatIsMissing()
{
    QVERIFY(rc::check("what is missing is how much the fullest device lacks", [] {
        AnyDeployment any = anyKnownDeployment();
        any.machine = test::machineWith({"rtx-3090"});
        any.settings().parallelism = {};
        any.settings().parallelism.offload = Offload::None;
        any.settings().engineSettings.memoryShare = 1;
        const MemoryPlan plan = any.plan();
        if (plan.verdict != FitVerdict::DoesNotFit)
            return;
        RC_LOG() << any.text();
        RC_ASSERT(plan.margin < Bytes());
        const double card = double(any.machine.devices.front().memory.base());
        RC_ASSERT(std::abs(card - double(plan.busiest.base()) - double(plan.margin.base())) <= 1.0);
    }));
}

QTEST_GUILESS_MAIN(TestSpaceFixProperties)
#include "tst_space_fix_properties.moc"
