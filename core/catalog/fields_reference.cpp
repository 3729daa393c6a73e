// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/field_list.h"

namespace rigwright {

template <>
const std::vector<Field<IdlePower>> &fields<IdlePower>()
{
    static const std::vector<Field<IdlePower>> list = FieldList<IdlePower>()
                                                          .required("id", &IdlePower::id)
                                                          .required("gpu", &IdlePower::gpu)
                                                          .optional("gpu_id", &IdlePower::gpuId)
                                                          .required("idle_w", &IdlePower::idle)
                                                          .required("state", &IdlePower::state)
                                                          .sourced()
                                                          .optional("notes", &IdlePower::notes)
                                                          .finished();
    return list;
}

template <>
const std::vector<Field<PhasePower>> &fields<PhasePower>()
{
    static const std::vector<Field<PhasePower>> list = FieldList<PhasePower>()
                                                           .required("id", &PhasePower::id)
                                                           .required("device", &PhasePower::device)
                                                           .optional("tdp_w", &PhasePower::tdp)
                                                           .required("phase", &PhasePower::phase)
                                                           .optional("min_w", &PhasePower::minimum)
                                                           .optional("max_w", &PhasePower::maximum)
                                                           .optional("median_w", &PhasePower::median)
                                                           .sourced()
                                                           .finished();
    return list;
}

template <>
const std::vector<Field<MeasuredSystem>> &fields<MeasuredSystem>()
{
    static const std::vector<Field<MeasuredSystem>> list = FieldList<MeasuredSystem>()
                                                               .required("id", &MeasuredSystem::id)
                                                               .required("system", &MeasuredSystem::system)
                                                               .optional("condition", &MeasuredSystem::condition)
                                                               .optional("measured_at", &MeasuredSystem::measuredAt)
                                                               .optional("load_w", &MeasuredSystem::load)
                                                               .optional("idle_w", &MeasuredSystem::idle)
                                                               .optional("gpu_tdp_sum_w", &MeasuredSystem::gpuTdpSum)
                                                               .sourced()
                                                               .optional("notes", &MeasuredSystem::notes)
                                                               .finished();
    return list;
}

template <>
const std::vector<Field<AcCoupler>> &fields<AcCoupler>()
{
    static const std::vector<Field<AcCoupler>> list =
        FieldList<AcCoupler>()
            .required("id", &AcCoupler::id)
            .required("standard", &AcCoupler::standard)
            .required("region", &AcCoupler::region)
            .required("rated_a", &AcCoupler::rated)
            .required("voltage_v", &AcCoupler::voltage)
            .required("rated_w", &AcCoupler::ratedPower)
            .required("continuous_fraction", &AcCoupler::continuousFraction)
            .within(0.1, 1)
            .required("continuous_w", &AcCoupler::continuous)
            .sourced()
            .optional("notes", &AcCoupler::notes)
            .finished();
    return list;
}

template <>
const std::vector<Field<PeakSunHours>> &fields<PeakSunHours>()
{
    static const std::vector<Field<PeakSunHours>> list =
        FieldList<PeakSunHours>()
            .required("id", &PeakSunHours::id)
            .required("region", &PeakSunHours::region)
            .optional("annual_avg_h", &PeakSunHours::annualAverage)
            .within(0, 12)
            .optional("low_h", &PeakSunHours::low)
            .within(0, 12)
            .optional("high_h", &PeakSunHours::high)
            .within(0, 12)
            .optional("worst_month_h", &PeakSunHours::worstMonth)
            .within(0, 12)
            .optional("yield_kwh_per_kw_day", &PeakSunHours::yieldPerKilowattDay)
            .within(0, 12)
            .optional("worst_month_yield_kwh_per_kw_day", &PeakSunHours::worstMonthYieldPerKilowattDay)
            .within(0, 12)
            .sourced()
            .optional("notes", &PeakSunHours::notes)
            .finished();
    return list;
}

template <>
const std::vector<Field<GeneratorFuel>> &fields<GeneratorFuel>()
{
    static const std::vector<Field<GeneratorFuel>> list = FieldList<GeneratorFuel>()
                                                              .required("id", &GeneratorFuel::id)
                                                              .required("model", &GeneratorFuel::model)
                                                              .required("rated_kw", &GeneratorFuel::ratedKilowatts)
                                                              .required("fuel", &GeneratorFuel::fuel)
                                                              .required("load_pct", &GeneratorFuel::load, kPercent)
                                                              .required("us_gal_per_h", &GeneratorFuel::gallonsPerHour)
                                                              .optional("kwh_per_us_gal", &GeneratorFuel::kwhPerGallon)
                                                              .optional("kwh_per_litre", &GeneratorFuel::kwhPerLitre)
                                                              .sourced()
                                                              .optional("notes", &GeneratorFuel::notes)
                                                              .finished();
    return list;
}

template <>
const std::vector<Field<Claim>> &fields<Claim>()
{
    static const std::vector<Field<Claim>> list =
        FieldList<Claim>()
            .required("table", &Claim::table)
            .required("row", &Claim::row)
            .required("column", &Claim::column)
            .optional("value", &Claim::value)
            .required(
                "source", [](auto &row) -> auto & { return row.source; })
            .optional(
                "checked", [](auto &row) -> auto & { return row.checked; })
            .required(
                "confidence", [](auto &row) -> auto & { return row.confidence; })
            .optional("url", &Claim::url)
            .optional("reason", &Claim::reason)
            .finished();
    return list;
}

} // namespace rigwright
