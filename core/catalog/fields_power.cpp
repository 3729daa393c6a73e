// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/field_list.h"

namespace rigwright {

template <>
const std::vector<Field<Circuit>> &fields<Circuit>()
{
    static const std::vector<Field<Circuit>> list = FieldList<Circuit>()
                                                        .required("id", &Circuit::id)
                                                        .required("region", &Circuit::region)
                                                        .required("voltage_v", &Circuit::voltage)
                                                        .within(12, 1000)
                                                        .required("phases", &Circuit::phases)
                                                        .within(1, 3)
                                                        .required("breaker_a", &Circuit::breaker)
                                                        .within(1, 2000)
                                                        .required("continuous_fraction", &Circuit::continuousFraction)
                                                        .within(0.1, 1)
                                                        .required("continuous_w", &Circuit::continuous)
                                                        .required("peak_w", &Circuit::peak)
                                                        .optional("receptacle", &Circuit::receptacle)
                                                        .optional("install_cost_usd", &Circuit::installCost)
                                                        .sourced()
                                                        .optional("notes", &Circuit::notes)
                                                        .finished();
    return list;
}

template <>
const std::vector<Field<Tariff>> &fields<Tariff>()
{
    static const std::vector<Field<Tariff>> list = FieldList<Tariff>()
                                                       .required("id", &Tariff::id)
                                                       .required("region", &Tariff::region)
                                                       .required("currency", &Tariff::currency)
                                                       .required("price_per_kwh", &Tariff::pricePerKwh)
                                                       .required("year", &Tariff::year)
                                                       .optional("carbon_g_per_kwh", &Tariff::carbonGramsPerKwh)
                                                       .within(0, 2000)
                                                       .sourced()
                                                       .optional("notes", &Tariff::notes)
                                                       .finished();
    return list;
}

template <>
const std::vector<Field<CloudPrice>> &fields<CloudPrice>()
{
    static const std::vector<Field<CloudPrice>> list = FieldList<CloudPrice>()
                                                           .required("id", &CloudPrice::id)
                                                           .required("provider", &CloudPrice::provider)
                                                           .required("gpu", &CloudPrice::gpu)
                                                           .optional("gpu_id", &CloudPrice::gpuId)
                                                           .required("gpus_in_node", &CloudPrice::gpusInNode)
                                                           .within(1, 1000)
                                                           .required("usd_per_gpu_hour", &CloudPrice::perGpuHour)
                                                           .required("date", &CloudPrice::date)
                                                           .required("tier", &CloudPrice::tier)
                                                           .sourced()
                                                           .finished();
    return list;
}

template <>
const std::vector<Field<ApiPrice>> &fields<ApiPrice>()
{
    static const std::vector<Field<ApiPrice>> list = FieldList<ApiPrice>()
                                                         .required("id", &ApiPrice::id)
                                                         .required("provider", &ApiPrice::provider)
                                                         .required("model", &ApiPrice::model)
                                                         .required("usd_per_m_input", &ApiPrice::perMillionInput)
                                                         .required("usd_per_m_output", &ApiPrice::perMillionOutput)
                                                         .required("date", &ApiPrice::date)
                                                         .sourced()
                                                         .finished();
    return list;
}

template <>
const std::vector<Field<PlatformPower>> &fields<PlatformPower>()
{
    static const std::vector<Field<PlatformPower>> list = FieldList<PlatformPower>()
                                                              .required("id", &PlatformPower::id)
                                                              .required("component", &PlatformPower::component)
                                                              .required("load_w", &PlatformPower::load)
                                                              .optional("idle_w", &PlatformPower::idle)
                                                              .required("unit", &PlatformPower::unit)
                                                              .sourced()
                                                              .finished();
    return list;
}

template <>
const std::vector<Field<ConnectorLimit>> &fields<ConnectorLimit>()
{
    static const std::vector<Field<ConnectorLimit>> list = FieldList<ConnectorLimit>()
                                                               .required("id", &ConnectorLimit::id)
                                                               .required("connector", &ConnectorLimit::connector)
                                                               .required("sustained_w", &ConnectorLimit::sustained)
                                                               .sourced()
                                                               .finished();
    return list;
}

template <>
const std::vector<Field<EfficiencyCurve>> &fields<EfficiencyCurve>()
{
    static const std::vector<Field<EfficiencyCurve>> list = FieldList<EfficiencyCurve>()
                                                                .required("level", &EfficiencyCurve::level)
                                                                .required("supply_class", &EfficiencyCurve::supplyClass)
                                                                .required("points", &EfficiencyCurve::points)
                                                                .sourced()
                                                                .finished();
    return list;
}

template <>
const std::vector<Field<PhaseFractions>> &fields<PhaseFractions>()
{
    static const std::vector<Field<PhaseFractions>> list =
        FieldList<PhaseFractions>()
            .required("device_class", &PhaseFractions::deviceClass)
            .required("decode_single", &PhaseFractions::decodeSingle)
            .within(0, 1)
            .required("decode_small_batch", &PhaseFractions::decodeSmallBatch)
            .within(0, 1)
            .required("decode_large_batch", &PhaseFractions::decodeLargeBatch)
            .within(0, 1)
            .required("prefill", &PhaseFractions::prefill)
            .within(0, 1)
            .required("training", &PhaseFractions::training)
            .within(0, 1)
            .sourced()
            .finished();
    return list;
}

template <>
const std::vector<Field<PowerLimitPoint>> &fields<PowerLimitPoint>()
{
    static const std::vector<Field<PowerLimitPoint>> list = FieldList<PowerLimitPoint>()
                                                                .optional("gpu_id", &PowerLimitPoint::gpuId)
                                                                .required("limit_share", &PowerLimitPoint::limit)
                                                                .within(0.05, 1.5)
                                                                .optional("decode_share", &PowerLimitPoint::decode)
                                                                .blankIs(&PowerLimitPoint::decode, 0.0)
                                                                .within(0, 1.5)
                                                                .optional("prefill_share", &PowerLimitPoint::prefill)
                                                                .blankIs(&PowerLimitPoint::prefill, 0.0)
                                                                .within(0, 1.5)
                                                                .sourced()
                                                                .finished();
    return list;
}

template <>
const std::vector<Field<ExcursionLimit>> &fields<ExcursionLimit>()
{
    static const std::vector<Field<ExcursionLimit>> list =
        FieldList<ExcursionLimit>()
            .required("sixteen_pin_above_450w", &ExcursionLimit::sixteenPinAbove450W)
            .required("duration_ms", &ExcursionLimit::duration, kMilli)
            .required("share_of_rating", &ExcursionLimit::shareOfRating)
            .within(1, 5)
            .sourced()
            .finished();
    return list;
}

template <>
const std::vector<Field<Transient>> &fields<Transient>()
{
    static const std::vector<Field<Transient>> list = FieldList<Transient>()
                                                          .optional("gpu_id", &Transient::gpuId)
                                                          .optional("architecture", &Transient::architecture)
                                                          .required("duration_ms", &Transient::duration, kMilli)
                                                          .required("ratio", &Transient::ratio)
                                                          .within(0.5, 5)
                                                          .sourced()
                                                          .finished();
    return list;
}

template <>
const std::vector<Field<SpeedCoefficients>> &fields<SpeedCoefficients>()
{
    static const std::vector<Field<SpeedCoefficients>> list =
        FieldList<SpeedCoefficients>()
            .optional("engine_id", &SpeedCoefficients::engineId)
            .required("device_family", &SpeedCoefficients::deviceFamily)
            .required("decode_efficiency", &SpeedCoefficients::decodeEfficiency)
            .within(0.01, 1.5)
            .required("kv_efficiency", &SpeedCoefficients::kvEfficiency)
            .within(0.01, 1.5)
            .required("us_per_layer", &SpeedCoefficients::perLayer, kMicro)
            .required("us_per_moe_layer", &SpeedCoefficients::perMoeLayer, kMicro)
            .required("us_per_layer_request", &SpeedCoefficients::perRequest, kMicro)
            .required("prefill_efficiency", &SpeedCoefficients::prefillEfficiency)
            .within(0.001, 1.5)
            .required("spread", &SpeedCoefficients::spread)
            .within(0, 2)
            .required("measurements", &SpeedCoefficients::measurements)
            .sourced()
            .finished();
    return list;
}

template <>
const std::vector<Field<Currency>> &fields<Currency>()
{
    static const std::vector<Field<Currency>> list = FieldList<Currency>()
                                                         .required("code", &Currency::code)
                                                         .required("per_usd", &Currency::perUsd)
                                                         .within(1e-6, 1e9)
                                                         .required("date", &Currency::date)
                                                         .sourced()
                                                         .finished();
    return list;
}

} // namespace rigwright
