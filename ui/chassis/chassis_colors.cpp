// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/chassis_colors.h"

#include "ui/theme/palette.h"

namespace rigwright::ui {

namespace {
/// A trough that shows on the part it is drawn on, in light and in dark.
QColor trough(const QColor &part)
{
    return part.lightnessF() > 0.5 ? part.darker(112) : part.darker(185);
}
} // namespace

ChassisColors chassisColors(const Palette &palette)
{
    ChassisColors colors;
    colors.background = palette.color(Role::Window);
    colors.chassis = palette.color(Role::Surface);
    colors.outline = palette.color(Role::OutlineStrong);
    colors.board = palette.color(Role::Board);
    colors.part = palette.color(Role::Hardware);
    colors.partEdge = palette.color(Role::Outline);
    colors.freeEdge = palette.color(Role::OutlineStrong);
    colors.text = palette.color(Role::Text);
    colors.mutedText = palette.color(Role::Muted);
    colors.track = trough(colors.part);
    colors.weights = palette.color(Role::Weights);
    colors.kvCache = palette.color(Role::KvCache);
    colors.compute = palette.color(Role::Compute);
    colors.overhead = palette.color(Role::Overhead);
    colors.accent = palette.color(Role::Accent);
    colors.good = palette.color(Role::Good);
    colors.goodSoft = palette.color(Role::GoodSoft);
    colors.warning = palette.color(Role::Warn);
    colors.warningSoft = palette.color(Role::WarnSoft);
    colors.error = palette.color(Role::Bad);
    colors.errorSoft = palette.color(Role::BadSoft);
    colors.bridge = palette.color(Role::Nvlink);
    return colors;
}

ChassisColors lightChassisColors()
{
    return chassisColors(Palette::light());
}

} // namespace rigwright::ui
