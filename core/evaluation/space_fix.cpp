// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/space_fix.h"

#include "core/memory/engine_style.h"
#include "core/units/format.h"

#include <QCoreApplication>

namespace rigwright {

namespace {

const QLatin1String kCompactCache("q8_0"); // about half of f16, quality practically unchanged
constexpr int kSmallBatch = 256;           // prompts are read a little slower
constexpr int kShortestContext = 2048;     // below this a chat loses its thread

QString text(const char *source)
{
    return QCoreApplication::translate("Findings", source);
}

/// One deployment that lacks space, and the changes that are tried.
class Search
{
public:
    Search(const DeploymentResult &result, const Machine &machine, const Catalog &catalog,
           const std::vector<Bytes> &occupied)
        : m_result(result), m_machine(machine), m_catalog(catalog), m_occupied(occupied),
          m_resolved(resolve(result.settings, catalog))
    {}

    std::optional<SpaceFix> first() const
    {
        if (!m_resolved)
            return std::nullopt;
        for (const auto attempt :
             {&Search::smallerBatch, &Search::compactCache, &Search::halfTheContext, &Search::systemMemory,
              &Search::fewerRequests, &Search::fewerBits, &Search::shorterContext})
            if (std::optional<SpaceFix> fix = (this->*attempt)())
                return fix;
        return std::nullopt;
    }

private:
    const Deployment &settings() const { return m_result.settings; }

    MemoryPlan planOf(const Deployment &changed) const
    {
        const auto resolved = resolve(changed, m_catalog);
        return resolved ? planMemory(m_machine, *resolved, m_occupied) : MemoryPlan();
    }
    bool better(const MemoryPlan &plan) const { return plan.fits() && plan.verdict < m_result.plan.verdict; }
    std::optional<SpaceFix> ifItFits(const QString &label, Deployment changed) const
    {
        return better(planOf(changed)) ? std::optional(SpaceFix{label, std::move(changed)}) : std::nullopt;
    }

    std::optional<SpaceFix> smallerBatch() const
    {
        Deployment changed = settings();
        const bool llama = styleOf(*m_resolved->engine).kind == EngineStyle::Kind::LlamaCpp;
        if (!llama || changed.engineSettings.physicalBatch > 0)
            return std::nullopt;
        changed.engineSettings.physicalBatch = kSmallBatch;
        return ifItFits(text("Use a physical batch of %1").arg(kSmallBatch), std::move(changed));
    }
    std::optional<SpaceFix> compactCache() const
    {
        Deployment changed = settings();
        if (!m_resolved->engine->kvTypes.contains(kCompactCache)
            || kvBytesPerElement(changed.kvType) <= kvBytesPerElement(kCompactCache))
            return std::nullopt;
        changed.kvType = kCompactCache;
        return ifItFits(text("Use a q8_0 KV cache"), std::move(changed));
    }
    std::optional<SpaceFix> halfTheContext() const
    {
        return 2 * m_result.longestContext >= settings().contextTokens ? shorterContext() : std::nullopt;
    }
    std::optional<SpaceFix> shorterContext() const
    {
        const int context = m_result.longestContext;
        if (context < kShortestContext || context >= settings().contextTokens)
            return std::nullopt;
        Deployment changed = settings();
        changed.contextTokens = context;
        return ifItFits(text("Limit the context to %1").arg(format::tokens(context)), std::move(changed));
    }
    std::optional<SpaceFix> systemMemory() const
    {
        Deployment changed = settings();
        Parallelism &parallelism = changed.parallelism;
        if (parallelism.offload == Offload::Automatic && parallelism.gpuLayers < 0 && parallelism.hostExpertLayers < 0)
            return std::nullopt; // the plan has tried
        parallelism.offload = Offload::Automatic;
        parallelism.gpuLayers = parallelism.hostExpertLayers = -1;
        const MemoryPlan plan = planOf(changed);
        if (!better(plan))
            return std::nullopt;
        const QString label = plan.hostExpertLayers > 0 && plan.hostLayers == 0
                                  ? text("Keep the experts of %1 layers in system RAM").arg(plan.hostExpertLayers)
                                  : text("Keep %1 layers in system RAM").arg(plan.hostLayers);
        return SpaceFix{label, std::move(changed)};
    }
    std::optional<SpaceFix> fewerRequests() const
    {
        if (m_result.mostRequests < 1 || m_result.mostRequests >= settings().concurrency)
            return std::nullopt;
        Deployment changed = settings();
        changed.concurrency = m_result.mostRequests;
        return ifItFits(text("Serve %1 at once").arg(m_result.mostRequests), std::move(changed));
    }
    std::optional<SpaceFix> fewerBits() const
    {
        const Quantization *quant = m_catalog.quantizations.find(m_result.bestQuantId);
        if (!quant || quant->id == settings().quantId)
            return std::nullopt;
        Deployment changed = settings();
        changed.quantId = quant->id;
        return ifItFits(text("Use %1").arg(quant->name), std::move(changed));
    }

    const DeploymentResult &m_result;
    const Machine &m_machine;
    const Catalog &m_catalog;
    const std::vector<Bytes> &m_occupied;
    std::optional<ResolvedDeployment> m_resolved;
};

} // namespace

std::optional<SpaceFix> smallestSpaceFix(const DeploymentResult &result, const Machine &machine, const Catalog &catalog,
                                         const std::vector<Bytes> &occupied)
{
    return Search(result, machine, catalog, occupied).first();
}

} // namespace rigwright
