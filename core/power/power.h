// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compatibility/chassis_layout.h"
#include "core/evaluation/estimate.h"
#include "core/evaluation/machine.h"
#include "core/speed/speed.h"

#include <array>

namespace rigwright {

/// What the rig is doing. Sizing = everything at its limit: PSU, circuit and UPS are chosen by it.
enum class PowerState { Idle, Decode, Prefill, Training, Sizing };
inline constexpr std::array kPowerStates{PowerState::Idle, PowerState::Decode, PowerState::Prefill,
                                         PowerState::Training, PowerState::Sizing};

/// Where the DC watts of a state go.
struct StatePower
{
    PowerState state = PowerState::Idle;
    Watts gpu;
    Watts cpu;
    Watts board;
    Watts memory;
    Watts drives;
    Watts fans;
    Watts other;
    Estimate<Watts> dc;
    Estimate<Watts> wall;
};

struct PsuLoad
{
    ItemId item; ///< 0 = inside a whole machine
    QString name;
    Watts load;            ///< DC at sizing power
    Watts rating;          ///< at the circuit's voltage
    Watts label;           ///< printed on the unit
    double efficiency = 0; ///< at sizing power
    Watts wall;            ///< at sizing power
    int circuit = 0;       ///< index into Site::circuits
    int eightPinNeeded = 0;
    int eightPinPresent = 0;
    int sixteenPinNeeded = 0;
    int sixteenPinPresent = 0;
    std::vector<ItemId> feeds;
    double share() const { return rating.base() > 0 ? load / rating : 0; }
};

struct CircuitLoad
{
    int index = 0; ///< into Site::circuits
    QString label; ///< "Circuit 1 · 120 V 20 A"
    Watts rig;     ///< wall, sizing power
    Watts active;  ///< wall, while decoding
    Watts other;
    Watts limit;        ///< continuous
    Amperes continuous; ///< the limit as current
    Volts voltage;      ///< that the watts are divided by; times the root of 3 where three-phase
    Amperes current;    ///< rig and other loads together
    Amperes breaker;
    double share() const { return limit.base() > 0 ? (rig + other) / limit : 0; }
};

struct PowerResult
{
    std::array<StatePower, kPowerStates.size()> states; ///< in the order of kPowerStates
    std::vector<PsuLoad> psus;
    std::vector<CircuitLoad> circuits;
    Estimate<Watts> active;               ///< wall, the mix of prefill and decode of the site
    Estimate<BtuPerHour> heat;            ///< at sizing power
    Estimate<CubicFeetPerMinute> airflow; ///< for +10 C at sizing power
    Estimate<DecibelsA> noise;            ///< at 1 m; value 0 = unknown
    const StatePower &of(PowerState state) const { return states[std::size_t(state)]; }
};

/// Load of the build in every state. `busy` are the deployments' plans and engines: they decide
/// how many GPUs work at a time and at what share of their limit.
struct BusyDeployment
{
    const ResolvedDeployment *deployment = nullptr;
    const MemoryPlan *plan = nullptr;
};
PowerResult evaluatePower(const Build &build, const Catalog &catalog, const Machine &machine,
                          const std::vector<BusyDeployment> &busy);

} // namespace rigwright
