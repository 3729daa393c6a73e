// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/sourced.h"
#include "core/units/units.h"

#include <QString>

#include <vector>

namespace rigwright {

/// A branch circuit as wired in a region.
struct Circuit : Sourced
{
    QString id;
    QString region;
    Volts voltage;
    int phases = 1;
    Amperes breaker;
    double continuousFraction = 1.0; ///< NEC 0.8 for loads of three hours and more
    Watts continuous;                ///< voltage * breaker * sqrt(3 if three-phase) * continuousFraction
    Watts peak;
    QString receptacle;
    QString installCost;
    QString notes;
    friend bool operator==(const Circuit &, const Circuit &) = default;
};

struct Tariff : Sourced
{
    QString id;
    QString region;
    QString currency;       ///< ISO 4217
    double pricePerKwh = 0; ///< in that currency
    QString year;
    double carbonGramsPerKwh = 0; ///< 0 = unknown
    QString notes;
    friend bool operator==(const Tariff &, const Tariff &) = default;
};

struct CloudPrice : Sourced
{
    QString id;
    QString provider;
    QString gpu;   ///< as the provider words it
    QString gpuId; ///< resolved; empty where unknown
    int gpusInNode = 1;
    Money perGpuHour;
    QString date;
    QString tier;
    friend bool operator==(const CloudPrice &, const CloudPrice &) = default;
};

struct ApiPrice : Sourced
{
    QString id;
    QString provider;
    QString model;
    Money perMillionInput;
    Money perMillionOutput;
    QString date;
    friend bool operator==(const ApiPrice &, const ApiPrice &) = default;
};

/// One certified point of an 80 PLUS curve.
struct EfficiencyPoint
{
    double load = 0;       ///< DC load / rating
    double efficiency = 0; ///< certified minimum
    friend bool operator==(const EfficiencyPoint &, const EfficiencyPoint &) = default;
};

enum class SupplyClass { Internal115V, Internal230V, Redundant230V };

struct EfficiencyCurve : Sourced
{
    QString level; ///< "Gold"
    SupplyClass supplyClass = SupplyClass::Internal115V;
    std::vector<EfficiencyPoint> points; ///< rising load
    friend bool operator==(const EfficiencyCurve &, const EfficiencyCurve &) = default;
};

/// How much of its limit a class of GPU draws in each phase of an LLM workload.
struct PhaseFractions : Sourced
{
    QString deviceClass; ///< "gddr-small", "gddr-large", "hbm", "unified"
    double decodeSingle = 0;
    double decodeSmallBatch = 0;
    double decodeLargeBatch = 0;
    double prefill = 0;
    double training = 0;
    friend bool operator==(const PhaseFractions &, const PhaseFractions &) = default;
};

/// A point of a power-limit curve.
struct PowerLimitPoint : Sourced
{
    QString gpuId;      ///< empty = class default
    double limit = 1;   ///< share of TDP
    double decode = 1;  ///< share of stock decode speed; 0 = not measured
    double prefill = 1; ///< share of stock prefill speed; 0 = not measured
    friend bool operator==(const PowerLimitPoint &, const PowerLimitPoint &) = default;
};

struct PlatformPower : Sourced
{
    QString id;
    QString component;
    Watts load;
    Watts idle;
    QString unit;
    friend bool operator==(const PlatformPower &, const PlatformPower &) = default;
};

/// What a supply of a class survives for a short time.
struct ExcursionLimit : Sourced
{
    bool sixteenPinAbove450W = false; ///< class: over 450 W with a 16-pin lead, or every other ATX 3 unit
    Seconds duration;
    double shareOfRating = 1;
    friend bool operator==(const ExcursionLimit &, const ExcursionLimit &) = default;
};

/// A measured or assumed GPU power spike.
struct Transient : Sourced
{
    QString gpuId;        ///< empty = default of the architecture
    QString architecture; ///< "Ampere", ... where gpuId is empty; "*" = every other
    Seconds duration;
    double ratio = 1; ///< peak / board power
    friend bool operator==(const Transient &, const Transient &) = default;
};

/// Watts of a GPU that does nothing.
struct IdlePower : Sourced
{
    QString id;
    QString gpu;   ///< as published
    QString gpuId; ///< resolved; empty where the catalogue has no such GPU
    Watts idle;
    QString state; ///< "headless, model loaded", "two monitors", ...
    QString notes;
    friend bool operator==(const IdlePower &, const IdlePower &) = default;
};

/// A published power draw of one phase of an LLM workload.
struct PhasePower : Sourced
{
    QString id;
    QString device; ///< as published
    Watts tdp;      ///< 0 = not stated
    QString phase;
    Watts minimum; ///< 0 = not stated, like the next two
    Watts maximum;
    Watts median;
    friend bool operator==(const PhasePower &, const PhasePower &) = default;
};

/// A whole machine whose draw was published.
struct MeasuredSystem : Sourced
{
    QString id;
    QString system;
    QString condition;
    QString measuredAt; ///< "wall", "DC", ...
    Watts load;         ///< 0 = not stated, like the next two
    Watts idle;
    Watts gpuTdpSum;
    QString notes;
    friend bool operator==(const MeasuredSystem &, const MeasuredSystem &) = default;
};

/// What a power cord or inlet carries.
struct AcCoupler : Sourced
{
    QString id;
    QString standard; ///< "IEC 60320 C13/C14"
    QString region;
    Amperes rated;
    Volts voltage;
    Watts ratedPower;
    double continuousFraction = 1.0;
    Watts continuous; ///< ratedPower * continuousFraction
    QString notes;
    friend bool operator==(const AcCoupler &, const AcCoupler &) = default;
};

/// Solar resource of a region, in hours per day at 1000 W/m2.
struct PeakSunHours : Sourced
{
    QString id;
    QString region;
    double annualAverage = 0;
    double low = 0;  ///< of the published range; 0 = not stated
    double high = 0; ///< likewise
    double worstMonth = 0;
    double yieldPerKilowattDay = 0; ///< kWh per kW of panels and day; 0 = not stated
    double worstMonthYieldPerKilowattDay = 0;
    QString notes;
    friend bool operator==(const PeakSunHours &, const PeakSunHours &) = default;
};

/// Fuel use of a generator at one load.
struct GeneratorFuel : Sourced
{
    QString id;
    QString model;
    double ratedKilowatts = 0;
    QString fuel;
    double load = 0; ///< share of the rating
    double gallonsPerHour = 0;
    double kwhPerGallon = 0;
    double kwhPerLitre = 0;
    QString notes;
    friend bool operator==(const GeneratorFuel &, const GeneratorFuel &) = default;
};

struct ConnectorLimit : Sourced
{
    QString id;
    QString connector;
    Watts sustained;
    friend bool operator==(const ConnectorLimit &, const ConnectorLimit &) = default;
};

/// Fitted constants of the decode and prefill rooflines for an engine on a GPU family.
struct SpeedCoefficients : Sourced
{
    QString engineId;               ///< empty = any engine
    QString deviceFamily;           ///< architecture name, unified chip family, or "*" (see deviceFamily)
    double decodeEfficiency = 0.6;  ///< eta: achieved share of peak bandwidth on weights
    double kvEfficiency = 0.5;      ///< eta_kv: achieved share on the KV cache
    Seconds perLayer;               ///< o: fixed time per layer and token, dense
    Seconds perMoeLayer;            ///< fixed time per mixture layer and token
    Seconds perRequest;             ///< time per layer that each further request of a batch adds, beyond its bytes
    double prefillEfficiency = 0.4; ///< achieved share of peak FP16
    double spread = 0.25;           ///< half-width of the 80 % band, relative
    int measurements = 0;           ///< rows behind the fit; 0 = generic
    friend bool operator==(const SpeedCoefficients &, const SpeedCoefficients &) = default;
};

/// A unit of account and its dated rate.
struct Currency : Sourced
{
    QString code;
    double perUsd = 1;
    QString date;
    friend bool operator==(const Currency &, const Currency &) = default;
};

} // namespace rigwright
