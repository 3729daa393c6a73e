// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/layouts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr double kClosedBoxWidthMm = 300; ///< a closed box is a symbol, not a drawing
constexpr double kClosedBoxHeightMm = 200;
constexpr double kModulePitchMm = 84; ///< SXM and OAM modules lie flat on their carrier board
constexpr double kModuleLengthMm = 200;
constexpr int kCardsInColumn = 5;
constexpr int kModulesInColumn = 4; ///< an eight-way carrier board has two rows of four

const Gpu *firstCandidate(const Prebuilt &machine, const Catalog &catalog)
{
    return machine.gpuIds.empty() ? nullptr : catalog.gpus.find(machine.gpuIds.front());
}

} // namespace

void layouts::wholeMachine(ChassisLayout &layout, const Host &host, const Catalog &catalog)
{
    layout.title = host.prebuilt ? host.prebuilt->info.name : host.unified->info.name;
    if (host.prebuilt && !host.prebuilt->formFactor.isEmpty())
        layout.title += QStringLiteral(" · ") + host.prebuilt->formFactor;
    if (host.closed()) {
        layout.closed = true;
        layout.width = kClosedBoxWidthMm;
        layout.height = kClosedBoxHeightMm;
        return;
    }

    const Prebuilt &machine = *host.prebuilt;
    const Gpu *gpu = firstCandidate(machine, catalog);
    const bool modules = gpu && gpu->formFactor != GpuFormFactor::PcieCard;
    const double pitch = modules ? kModulePitchMm : (rowsCovered(gpu ? gpu->slotWidth : 2) * kSlotPitchMm + 6);
    const double length = modules ? kModuleLengthMm : std::max(gpu ? gpu->length.base() : 0, kDefaultCardMm);
    const int count = std::max(0, machine.gpuCount);
    // A rack of many nodes is drawn about square.
    const int square = int(std::ceil(std::sqrt(count)));
    const int mostInColumn = std::max(modules ? kModulesInColumn : kCardsInColumn, square);
    const int columns = std::max(1, (count + mostInColumn - 1) / mostInColumn);
    const int inColumn = (count + columns - 1) / columns;
    const QString word =
        modules ? (gpu->formFactor == GpuFormFactor::OamModule ? QStringLiteral("OAM ") : QStringLiteral("SXM "))
                : QCoreApplication::translate("Chassis", "GPU position ");

    layout.positions.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        CardPosition position;
        position.label = word + QString::number(i + 1);
        position.link = machine.link.generation > 0 ? machine.link : (gpu ? gpu->link : PcieLink{});
        position.external = true;
        position.module = modules;
        const int column = i / inColumn;
        position.x = kGapMm + column * (length + kGapMm);
        position.y = 2 * kGapMm + (i % inColumn) * pitch;
        layout.positions.push_back(std::move(position));
    }
    layout.width = kGapMm + columns * (length + kGapMm) + kFanDepthMm;
    layout.height = 3 * kGapMm + std::max(1, inColumn) * pitch;
}

} // namespace rigwright
