// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compatibility/chassis_layout.h"
#include "core/cost/cost.h"
#include "core/evaluation/finding.h"
#include "core/memory/memory_plan.h"
#include "core/power/power.h"
#include "core/speed/speed.h"

namespace rigwright {

/// One GPU (or unified memory) and what the deployments put on it.
struct DeviceResult
{
    ItemId item;
    QString name;
    QString label;    ///< "GPU 0"
    QString position; ///< "Slot 3"
    PcieLink link;
    Bytes memory;
    MemoryUse use;
    std::vector<MemoryUse> byDeployment; ///< one per deployment of the build
    Bytes free() const { return memory - use.total(); }
};

struct DeploymentResult
{
    QString title; ///< "Llama 3.3 70B · Q4_K_M"
    QString model; ///< catalogue names
    QString quant;
    QString engine;
    bool known = false; ///< all its rows are in the catalogue; false: only `title` is meant
    Deployment settings;
    MemoryPlan plan;
    SpeedResult speed;      ///< at full context depth and the asked concurrency
    SpeedResult speedEmpty; ///< at depth 0
    int longestContext = 0;
    int mostRequests = 0;
    QString bestQuantId; ///< empty = none fits
};

/// Everything there is to know about a build: one immutable value read by the window, the command
/// line, the report, the comparison and the advisor.
struct Evaluation
{
    ChassisLayout chassis;
    Machine machine;
    std::vector<DeviceResult> devices;
    std::vector<DeploymentResult> deployments;
    PowerResult power;
    CostResult cost;
    std::vector<PartLine> parts;
    std::vector<Finding> findings; ///< most severe first
    int pcieLanesUsed = 0;
    int pcieLanesAvailable = 0; ///< of the CPUs; 0 = unknown

    bool hasErrors() const;
};

/// What a caller can ask for or leave out.
struct EvaluateOptions
{
    bool useMeasurements = true; ///< exact published matches replace the model
    bool fixes = true;           ///< compute fixes for findings (false while dragging)
};

/// Evaluates a build: compatibility, placement and memory, speed, power, electrical, thermal,
/// cost, findings, in that order. Pure: the same build and catalogue give the same value.
/// `catalog` must outlive the result (it points at catalogue rows).
Evaluation evaluate(const Build &build, const Catalog &catalog, const EvaluateOptions &options = {});

} // namespace rigwright
