// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/field_list.h"

namespace rigwright {

template <>
const std::vector<Field<MemoryKit>> &fields<MemoryKit>()
{
    static const std::vector<Field<MemoryKit>> list = FieldList<MemoryKit>()
                                                          .identity()
                                                          .required("type", &MemoryKit::type)
                                                          .required("modules", &MemoryKit::modules)
                                                          .within(1, 64)
                                                          .required("module_gb", &MemoryKit::moduleGB)
                                                          .within(1, 4096)
                                                          .required("speed_mts", &MemoryKit::speedMTs)
                                                          .within(800, 20000)
                                                          .required("power_w", &MemoryKit::power)
                                                          .provenance()
                                                          .finished();
    return list;
}

template <>
const std::vector<Field<Drive>> &fields<Drive>()
{
    static const std::vector<Field<Drive>> list = FieldList<Drive>()
                                                      .identity()
                                                      .required("interface", &Drive::interface)
                                                      .required("capacity_tb", &Drive::capacityTB)
                                                      .optional("read_gbs", &Drive::readRate, kGB)
                                                      .required("power_w", &Drive::power)
                                                      .provenance()
                                                      .finished();
    return list;
}

template <>
const std::vector<Field<NvlinkBridge>> &fields<NvlinkBridge>()
{
    static const std::vector<Field<NvlinkBridge>> list = FieldList<NvlinkBridge>()
                                                             .identity()
                                                             .optional("slot_spacing", &NvlinkBridge::slotSpacing)
                                                             .within(0, 8)
                                                             .required("total_gbs", &NvlinkBridge::total, kGB)
                                                             .required("gpu_ids", &NvlinkBridge::gpuIds)
                                                             .provenance()
                                                             .finished();
    return list;
}

template <>
const std::vector<Field<Fan>> &fields<Fan>()
{
    static const std::vector<Field<Fan>> list = FieldList<Fan>()
                                                    .identity()
                                                    .required("diameter_mm", &Fan::diameter)
                                                    .required("airflow_cfm", &Fan::airflow)
                                                    .optional("noise_dba", &Fan::noise)
                                                    .within(0, 120)
                                                    .required("count", &Fan::count)
                                                    .within(1, 100)
                                                    .required("power_w", &Fan::power)
                                                    .provenance()
                                                    .finished();
    return list;
}

template <>
const std::vector<Field<Extra>> &fields<Extra>()
{
    static const std::vector<Field<Extra>> list = FieldList<Extra>()
                                                      .identity()
                                                      .required("category", &Extra::category)
                                                      .optional("key_spec", &Extra::keySpec)
                                                      .optional("power_w", &Extra::power)
                                                      .provenance()
                                                      .finished();
    return list;
}

template <>
const std::vector<Field<Interconnect>> &fields<Interconnect>()
{
    static const std::vector<Field<Interconnect>> list =
        FieldList<Interconnect>()
            .required("id", &Interconnect::id)
            .required("name", &Interconnect::name)
            .required("kind", &Interconnect::kind)
            .required("per_direction_gbs", &Interconnect::perDirection, kGB)
            .required("efficiency", &Interconnect::efficiency)
            .within(0.01, 1)
            .required("latency_us", &Interconnect::latency, kMicro)
            .sourced()
            .finished();
    return list;
}

} // namespace rigwright
