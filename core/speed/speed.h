// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/estimate.h"
#include "core/memory/memory_plan.h"

#include <memory>

namespace rigwright {

/// How a decode speed feels. Painful < 5 <= Usable < 15 <= Comfortable < 30 <= Fast < 60 <= Instant.
enum class SpeedTier { Painful, Usable, Comfortable, Fast, Instant };
SpeedTier tierOf(TokensPerSecond decode);
/// @return the lowest speed of a tier (0, 5, 15, 30, 60 tok/s)
TokensPerSecond tierFloor(SpeedTier tier);

/// What a deployment does per second at one point of operation.
struct SpeedResult
{
    Estimate<TokensPerSecond> decode; ///< one request, at the given depth and concurrency
    Estimate<TokensPerSecond> total;  ///< all requests together
    Estimate<TokensPerSecond> prefill;
    Estimate<Seconds> firstToken; ///< for the deployment's promptTokens
    SpeedTier tier = SpeedTier::Painful;
};

/// The point at which a speed is asked for.
struct OperatingPoint
{
    int depth = 0; ///< tokens already in the cache of each request
    int concurrency = 1;
    int promptTokens = 1024;
    int promptDepth = -1;        ///< tokens cached before the prompt; < 0 = depth
    int generatedTokens = 0;     ///< decode speed is the mean over so many tokens from depth on
    bool useMeasurements = true; ///< false: ignore an exact published match
};

class StepModel;

/// Speed of a placed deployment at any point of operation. What does not depend on the point is
/// looked up once. The plan must be usable (fits, or offloaded); a plan that does not fit is
/// predicted as if the memory were there, so that users see what they would gain. Everything
/// passed in must outlive it.
class SpeedPredictor
{
public:
    SpeedPredictor(const Machine &machine, const ResolvedDeployment &deployment, const MemoryPlan &plan,
                   const Catalog &catalog);
    /// The same, for callers that have weightLayout() of the deployment already.
    SpeedPredictor(const Machine &machine, const ResolvedDeployment &deployment, const MemoryPlan &plan,
                   const Catalog &catalog, WeightLayout weights);
    ~SpeedPredictor();
    Q_DISABLE_COPY_MOVE(SpeedPredictor)

    /// @return zeros where the plan is refused
    SpeedResult at(const OperatingPoint &point) const;

private:
    const Machine &m_machine;
    const ResolvedDeployment &m_deployment;
    const MemoryPlan &m_plan;
    const Catalog &m_catalog;
    std::unique_ptr<const StepModel> m_model; ///< null where the plan is refused
};

/// One point of SpeedPredictor.
SpeedResult predictSpeed(const Machine &machine, const ResolvedDeployment &deployment, const MemoryPlan &plan,
                         const OperatingPoint &point, const Catalog &catalog);

/// A curve for a chart.
struct SpeedCurve
{
    std::vector<double> x;     ///< context tokens or requests
    std::vector<double> value; ///< tok/s
    std::vector<double> low;
    std::vector<double> high;
    int fitsUpTo = 0; ///< last x whose memory fits
};
/// Decode speed against context depth, from 0 to the model's maximum.
SpeedCurve speedAgainstContext(const Machine &machine, const ResolvedDeployment &deployment, const Catalog &catalog,
                               const std::vector<Bytes> &occupied = {});
/// Total throughput against concurrent requests.
SpeedCurve throughputAgainstRequests(const Machine &machine, const ResolvedDeployment &deployment,
                                     const Catalog &catalog, const std::vector<Bytes> &occupied = {});

} // namespace rigwright
