// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "ui/workload/engine_flags.h"

#include <QVariant>

#include <optional>

/// Settings of a deployment by their id. A value that is invalid means the default everywhere.
namespace rigwright::ui {

/// @return bool, int (percent for a share, ItemId::value for a GPU) or text; invalid = the default
QVariant settingValue(const Deployment &deployment, EngineSettingId setting);
Deployment withSetting(Deployment deployment, EngineSettingId setting, const QVariant &value);

/// Settings that differ from the default; the ways of a placement are part of the placement.
std::vector<EngineSettingId> ownSettings(const Deployment &deployment);
Deployment withDefaults(Deployment deployment);
/// Without settings that the engine does not have.
Deployment withSettingsOf(Deployment deployment, const QString &engineId);

/// "3, 1" -> shares; nullopt unless there are `count` numbers of zero or more (up to a million), one of them above
std::optional<std::vector<double>> parseShares(const QString &text, int count);
QString sharesText(const std::vector<double> &shares);

} // namespace rigwright::ui
